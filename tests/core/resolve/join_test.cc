#include "core/resolve/join.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

const NameComparer& names() {
  static const NameComparer kNames(Lexicon::shipped());
  return kNames;
}

std::vector<std::vector<std::size_t>> members_of(const Joined& joined) {
  std::vector<std::vector<std::size_t>> members;
  for (const Cluster& cluster : joined.clusters) members.push_back(cluster.members);
  return members;
}

using Members = std::vector<std::vector<std::size_t>>;
constexpr EntityKind kPerson = EntityKind::person;

TEST(Join, SpellingsOfOneNameInTwoArticlesMeetWithTheirReason) {
  const Joined joined =
      join({{"Ines Quarteroli", kPerson, "", "a"}, {"Ines Quarterolin", kPerson, "", "b"}}, {}, names());
  EXPECT_EQ(members_of(joined), (Members{{0, 1}}));
  ASSERT_EQ(joined.clusters[0].reasons.size(), 1U);
  EXPECT_NE(joined.clusters[0].reasons[0].find("one letter"), std::string::npos);
}

TEST(Join, SurnameAloneDoesNotTieTwoPeople) {
  const Joined joined = join({{"Judith Halloransen", kPerson, "", "a"},
                              {"Halloransen", kPerson, "", "b"},
                              {"Ruth Halloransen", kPerson, "", "c"}},
                             {}, names());
  ASSERT_EQ(joined.clusters.size(), 2U);
  for (const Cluster& cluster : joined.clusters) {
    EXPECT_FALSE(cluster.members.size() == 3);
    EXPECT_NE(cluster.members, (std::vector<std::size_t>{0, 2}));
  }
  EXPECT_FALSE(joined.apart.empty());
}

TEST(Join, CommonNameWithTwoRolesStaysTwoAndSaysWhy) {
  const Joined joined =
      join({{"John Smith", kPerson, "goalkeeper", "a"}, {"John Smith", kPerson, "finance minister", "b"}}, {}, names());
  EXPECT_EQ(members_of(joined), (Members{{0}, {1}}));
  ASSERT_EQ(joined.apart.size(), 1U);
  EXPECT_NE(joined.apart[0].reason.find("goalkeeper"), std::string::npos);
}

TEST(Join, RareNameOutweighsAnotherRole) {
  const Joined joined = join(
      {{"Judith Halloransen", kPerson, "lawyer", "a"}, {"Judith Halloransen", kPerson, "minister", "b"}}, {}, names());
  EXPECT_EQ(members_of(joined), (Members{{0, 1}}));
}

TEST(Join, CommonNameWithOneRoleIsOne) {
  const Joined joined =
      join({{"John Smith", kPerson, "finance minister", "a"}, {"John Smith", kPerson, "minister", "b"}}, {}, names());
  EXPECT_EQ(members_of(joined), (Members{{0, 1}}));
}

TEST(Join, TwoOfOneArticleStayTwo) {
  const Joined joined =
      join({{"Ines Quarteroli", kPerson, "", "a"}, {"Ines Quarterolin", kPerson, "", "a"}}, {}, names());
  EXPECT_EQ(members_of(joined), (Members{{0}, {1}}));
}

TEST(Join, DecisionsOutrankNamesBothWays) {
  const std::vector<ArticleEntity> entities = {{"Judith Halloransen", kPerson, "", "a"},
                                               {"Judith Halloransen", kPerson, "", "b"},
                                               {"Mara Voss", kPerson, "", "c"}};
  const Joined joined = join(entities, {{0, 1, false}, {1, 2, true}}, names());
  EXPECT_EQ(members_of(joined), (Members{{0}, {1, 2}}));
}

TEST(Join, DecisionThatWouldJoinWhatWasPartedIsRefusedAndShown) {
  const std::vector<ArticleEntity> entities = {
      {"Anna Beck", kPerson, "", "a"}, {"Mara Voss", kPerson, "", "b"}, {"Ida Lorn", kPerson, "", "c"}};
  const Joined joined = join(entities, {{0, 1, true}, {1, 2, true}, {0, 2, false}}, names());
  EXPECT_EQ(members_of(joined), (Members{{0, 1}, {2}}));
  ASSERT_EQ(joined.apart.size(), 1U);
  EXPECT_EQ(joined.apart[0].a, 1U);
  EXPECT_EQ(joined.apart[0].b, 2U);
}

TEST(Join, BodiesMeetByEqualNamesAndAnonymousSourcesNever) {
  const Joined joined = join({{"Ministry of Ports", EntityKind::government, "", "a"},
                              {"ministry of  ports", EntityKind::government, "", "b"},
                              {"Ministry of Ports", EntityKind::organization, "", "c"},
                              {"anonymous: official", EntityKind::anonymous, "", "a"},
                              {"anonymous: official", EntityKind::anonymous, "", "b"}},
                             {}, names());
  EXPECT_EQ(members_of(joined), (Members{{0, 1}, {2}, {3}, {4}}));
}

TEST(Join, NothingOrOddDecisionsGiveNoTrouble) {
  EXPECT_TRUE(join({}, {{0, 1, true}}, names()).clusters.empty());
  const Joined joined = join({{"", kPerson, "", "a"}, {"", kPerson, "", "b"}}, {{0, 9, true}, {1, 1, false}}, names());
  EXPECT_EQ(joined.clusters.size(), 2U);
}

}  // namespace
}  // namespace hearsay
