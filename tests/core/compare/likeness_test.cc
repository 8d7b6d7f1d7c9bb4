#include "core/compare/likeness.h"

#include <gtest/gtest.h>

#include "core/compare/stem.h"

namespace hearsay {
namespace {

TEST(Stem, WordsOfOneFamilyMeet) {
  const std::pair<const char*, const char*> same[] = {{"executions", "executed"},
                                                      {"executing", "executed"},
                                                      {"repatriation", "repatriated"},
                                                      {"defectors", "defections"},
                                                      {"distribution", "distributes"},
                                                      {"stopped", "stops"},
                                                      {"companies", "company"},
                                                      {"governments", "government's"},
                                                      {"watching", "watched"},
                                                      {"investigator", "investigation"},
                                                      {"says", "say"},
                                                      {"experiments", "experimentation"}};
  for (const auto& [a, b] : same) EXPECT_EQ(stem(a), stem(b)) << a << " " << b;
}

TEST(Stem, OtherWordsDoNotMeet) {
  const std::pair<const char*, const char*> other[] = {
      {"watching", "distributing"}, {"china", "chinese"}, {"president", "presidency"}, {"thing", "the"},
      {"bus", "business"},          {"red", "ring"},      {"missile", "mission"},      {"force", "forest"}};
  for (const auto& [a, b] : other) EXPECT_NE(stem(a), stem(b)) << a << " " << b;
}

TEST(Stem, ShortWordsAndNoWordsStay) {
  for (const char* word : {"", "a", "sing", "bed", "gas", "ss", "'s"})
    EXPECT_LE(stem(word).size(), std::string(word).size());
  EXPECT_EQ(stem("sing"), "sing");
}

class LikenessTest : public testing::Test {
 protected:
  const Likeness likeness_{Lexicon::shipped()};
};

TEST_F(LikenessTest, SharedAndMissingWordsAreNamed) {
  const Overlap overlap =
      likeness_.compare("The ferry’s owners ignored two warnings", "A warning to the owners of the ferry");
  EXPECT_EQ(overlap.shared, (std::vector<std::string>{"ferry's", "owners", "warnings"}));
  EXPECT_EQ(overlap.only_a, (std::vector<std::string>{"ignored"}));
  EXPECT_EQ(overlap.words_b, 3U);
  EXPECT_DOUBLE_EQ(overlap.share_of_a(), 0.75);
  EXPECT_DOUBLE_EQ(overlap.likeness(), 1.0);
}

TEST_F(LikenessTest, NothingInCommonOrNothingAtAllIsZero) {
  EXPECT_DOUBLE_EQ(likeness_.compare("Divers searched the basin", "The mayor spoke").likeness(), 0);
  EXPECT_DOUBLE_EQ(likeness_.compare("", "The mayor spoke").likeness(), 0);
  EXPECT_DOUBLE_EQ(likeness_.compare("of the and", "").share_of_a(), 0);
}

TEST_F(LikenessTest, AccentsAndCurlyMarksDoNotMatter) {
  EXPECT_DOUBLE_EQ(likeness_.compare("Elena Díaz’s “report”", "elena diaz's report").likeness(), 1.0);
}

}  // namespace
}  // namespace hearsay
