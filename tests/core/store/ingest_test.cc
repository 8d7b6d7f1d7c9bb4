#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/code_points.h"
#include "tests/core/store/story.h"

namespace hearsay {
namespace {

using ::testing::Test;

class Ingest : public Test {
 protected:
  Folder folder_;
  std::string path_ = folder_.file("desk.db");
  std::unique_ptr<Store> store_ = opened(path_);
};

TEST_F(Ingest, EveryPartOfAnArticleComesBack) {
  const Story story = mill_story();
  const IngestOutcome outcome = ingested(*store_, story);
  EXPECT_EQ(outcome.article, "mill");
  EXPECT_EQ(outcome.kind, IngestKind::added);
  EXPECT_EQ(store_->article("mill").value(), story.article);
  const Source source = store_->source(story.source.sha256.substr(0, 10)).value();
  EXPECT_EQ(source.bytes, story.source.bytes);
  EXPECT_EQ(source.name, "mill.txt");
  EXPECT_EQ(source.received, "2020-03-03T08:00:00Z");
}

TEST_F(Ingest, EveryPartOfAClaimComesBack) {
  const Story story = mill_story();
  ingested(*store_, story);
  const std::vector<StoredClaim> claims = store_->claims().value();
  ASSERT_EQ(claims.size(), story.extraction.claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i) EXPECT_EQ(claims[i].claim, story.extraction.claims[i]) << i;
  EXPECT_EQ(claims[2].text, "the owner had fled […] weeks before");
  EXPECT_EQ(claims[0].outlet, "Daily Example");
  EXPECT_FALSE(claims[0].entity.empty());
  EXPECT_EQ(claims[0].entity, claims[1].entity);
  EXPECT_NE(claims[0].entity, claims[2].entity);
}

TEST_F(Ingest, TheSameSourceTwiceChangesNoRow) {
  const Story story = mill_story();
  ingested(*store_, story);
  const std::string before = dump(path_);
  const std::string hash = store_->state_hash().value();
  EXPECT_NE(before.find("Ana Pérez"), std::string::npos);
  const IngestOutcome again = ingested(*store_, story);
  EXPECT_EQ(again.kind, IngestKind::unchanged);
  EXPECT_EQ(again.article, "mill");
  EXPECT_TRUE(again.touched.empty());
  EXPECT_EQ(dump(path_), before);
  EXPECT_EQ(store_->state_hash().value(), hash);
  // the same bytes under another name, at another time
  Story renamed = story;
  renamed.source.name = "copy.txt";
  renamed.source.received = "2021-01-01T00:00:00Z";
  renamed.article.id = "copy";
  EXPECT_EQ(ingested(*store_, renamed).article, "mill");
  EXPECT_EQ(dump(path_), before);
}

TEST_F(Ingest, TouchedNamesEveryBlockOnce) {
  const IngestOutcome outcome = ingested(*store_, mill_story());
  const std::vector<BlockKey> expected = {{"articles", "https://daily.example/mill"},
                                          {"names", "ana pere"},
                                          {"names", "ana perez"},
                                          {"names", "anonymous: worker"},
                                          {"quantities", "dead||mill"},
                                          {"quotes", "lost all"},
                                          {"roles", "ana perez"},
                                          {"statements", "die|mill|people"},
                                          {"times", "die|mill"}};
  EXPECT_EQ(outcome.touched, expected);
  EXPECT_EQ(outcome.growth.grown, expected);
  EXPECT_EQ(outcome.growth.articles.size(), 1U);
  EXPECT_EQ(store_->unchecked().value().growth, outcome.growth);
}

TEST_F(Ingest, ABlockThatAFactLeftHasNotGrown) {
  Story story = mill_story();
  ingested(*store_, story);
  ASSERT_TRUE(store_->checked(store_->unchecked().value().upto).ok());
  story.facts.quantities[0].keys = {"dead||mill", "dead||river"};
  const IngestOutcome outcome = ingested(*store_, story);
  EXPECT_EQ(outcome.growth.grown, (std::vector<BlockKey>{{"quantities", "dead||river"}}));
  EXPECT_EQ(store_->unchecked().value().growth, outcome.growth);
  EXPECT_TRUE(std::count(outcome.touched.begin(), outcome.touched.end(), BlockKey{"quantities", "dead||mill"}));
}

TEST_F(Ingest, WordsAndPlacesAreReadAlone) {
  const Story story = mill_story();
  ingested(*store_, story);
  EXPECT_EQ(store_->article_text("mill").value(), story.article.text);
  EXPECT_EQ(store_->article_text("mil").error().code, ErrorCode::not_found);
  const Claim& claim = story.extraction.claims[1];
  const Span points =
      CodePoints(story.article.text).from_bytes({claim.content.front().begin, claim.content.back().end});
  EXPECT_EQ(store_->claim_span("mill", claim.id).value(), points);
  EXPECT_EQ(store_->claim_span("mill", "0000").error().code, ErrorCode::not_found);
}

TEST_F(Ingest, AStemThatIsTakenGetsANumber) {
  ingested(*store_, mill_story("mill.txt", "Twelve", "https://a.example/1"));
  EXPECT_EQ(ingested(*store_, mill_story("mill.txt", "Thirteen", "https://a.example/2")).article, "mill~2");
  EXPECT_EQ(ingested(*store_, mill_story("mill.txt", "Fourteen", "")).article, "mill~3");
  EXPECT_EQ(store_->articles().value().size(), 3U);
}

TEST_F(Ingest, OtherBytesAtTheSameAddressAreANewVersion) {
  const Story first = mill_story("mill.txt", "Twelve");
  ingested(*store_, first);
  Story second = mill_story("mill.txt", "Thirteen");
  second.facts.quantities[0].keys = {"dead||river"};
  const IngestOutcome outcome = ingested(*store_, second);
  EXPECT_EQ(outcome.kind, IngestKind::new_version);
  EXPECT_EQ(outcome.superseded, "mill");
  EXPECT_EQ(outcome.article, "mill~2");
  // blocks of the words that are gone are touched, too
  EXPECT_TRUE(std::count(outcome.touched.begin(), outcome.touched.end(), BlockKey{"quantities", "dead||mill"}));
  EXPECT_TRUE(std::count(outcome.touched.begin(), outcome.touched.end(), BlockKey{"quantities", "dead||river"}));

  const std::vector<ArticleEntry> current = store_->articles().value();
  ASSERT_EQ(current.size(), 1U);
  EXPECT_EQ(current[0].version, 2U);
  const std::vector<ArticleEntry> all = store_->articles({.superseded = true}).value();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].superseded_by, "mill~2");
  // the old words stay quotable
  EXPECT_EQ(store_->article("mill").value().text, first.article.text);
  EXPECT_EQ(store_->claims().value().size(), 3U);
  EXPECT_EQ(store_->claims({.superseded = true}).value().size(), 6U);
  EXPECT_TRUE(store_->claim("mill#" + first.extraction.claims[0].id).value().superseded);
  EXPECT_TRUE(store_->verify().value().empty());
  EXPECT_EQ(ingested(*store_, first).kind, IngestKind::unchanged);
}

TEST_F(Ingest, PartsOfOneSourceAtOneAddressAreNoVersionsOfEachOther) {
  Story story = mill_story();
  ingested(*store_, story);
  story.article.part = 1;
  EXPECT_EQ(ingested(*store_, story).kind, IngestKind::added);
  EXPECT_EQ(store_->articles().value().size(), 2U);
}

TEST_F(Ingest, AnotherReadingOfTheSameSourceReplacesItsClaims) {
  Story story = mill_story();
  ingested(*store_, story);
  story.extraction.claims.pop_back();
  EXPECT_EQ(ingested(*store_, story).kind, IngestKind::reread);
  EXPECT_EQ(store_->claims().value().size(), 2U);
  EXPECT_TRUE(store_->claims({.search = "owner"}).value().empty());
  EXPECT_TRUE(store_->verify().value().empty());
  story.facts.quantities[0].keys = {"dead||river"};  // other blocks alone are another reading, too
  const IngestOutcome moved = ingested(*store_, story);
  EXPECT_EQ(moved.kind, IngestKind::reread);
  EXPECT_TRUE(std::count(moved.touched.begin(), moved.touched.end(), BlockKey{"quantities", "dead||mill"}));
}

TEST_F(Ingest, AnAddressLearntLaterIsKept) {
  ingested(*store_, mill_story("mill.txt", "Twelve", ""));
  EXPECT_EQ(ingested(*store_, mill_story("mill.txt", "Twelve", "https://a.example/1")).kind, IngestKind::reread);
  EXPECT_EQ(store_->article("mill").value().url, "https://a.example/1");
  EXPECT_EQ(ingested(*store_, mill_story("mill.txt", "Twelve", "https://b.example/2")).kind, IngestKind::unchanged);
}

TEST_F(Ingest, WhatDoesNotBelongTogetherIsRefusedWhole) {
  struct Case {
    const char* name;
    void (*spoil)(Story&);
    const char* message;
  };
  const Case cases[] = {
      {"hash", [](Story& s) { s.source.sha256[0] = s.source.sha256[0] == '0' ? '1' : '0'; }, "hash is not"},
      {"span past the end", [](Story& s) { s.extraction.claims[0].content[0].end = 1 << 20; }, "claim's content"},
      {"span inside a character", [](Story& s) { s.extraction.claims[1].content[0].begin += 1; }, "no stretch"},
      {"span backwards", [](Story& s) { s.article.zones[1].span.end = 0; }, "zone"},
      {"no content", [](Story& s) { s.extraction.claims[0].content.clear(); }, "no content"},
      {"one id twice", [](Story& s) { s.extraction.claims[1].id = s.extraction.claims[0].id; }, "two claims"},
      {"fact of no claim", [](Story& s) { s.facts.quantities[0].claim = 3; }, "figure's claim 3"},
      {"mention of nobody", [](Story& s) { s.facts.mentions[0].value.entity = 2; }, "mention's entity 2"},
      {"speaker of nobody", [](Story& s) { s.extraction.claims[0].speaker->entity = 9; }, "speaker's entity 9"},
  };
  ingested(*store_, mill_story("other.txt", "Ten", ""));
  const std::string before = dump(path_);
  for (const Case& c : cases) {
    Story story = mill_story();
    c.spoil(story);
    const Result<IngestOutcome> outcome = store_->ingest(story.source, story.article, story.extraction, story.facts);
    ASSERT_FALSE(outcome.ok()) << c.name;
    EXPECT_EQ(outcome.error().code, ErrorCode::malformed) << c.name;
    EXPECT_NE(outcome.error().message.find(c.message), std::string::npos) << c.name << ": " << outcome.error().message;
  }
  EXPECT_EQ(dump(path_), before);
}

TEST_F(Ingest, ABatchKeepsTheGoodArticlesAndIsForgottenWhenNotCommitted) {
  ASSERT_TRUE(store_->begin_batch().ok());
  EXPECT_EQ(store_->begin_batch().error().code, ErrorCode::conflict);
  ingested(*store_, mill_story("a.txt", "One", ""));
  Story bad = mill_story("b.txt", "Two", "");
  bad.facts.quantities[0].claim = 77;
  EXPECT_FALSE(store_->ingest(bad.source, bad.article, bad.extraction, bad.facts).ok());
  ingested(*store_, mill_story("c.txt", "Three", ""));
  ASSERT_TRUE(store_->commit_batch().ok());
  EXPECT_EQ(store_->commit_batch().error().code, ErrorCode::conflict);
  EXPECT_EQ(store_->articles().value().size(), 2U);

  ASSERT_TRUE(store_->begin_batch().ok());
  ingested(*store_, mill_story("d.txt", "Four", ""));
  store_.reset();
  store_ = opened(path_, OpenMode::existing);
  EXPECT_EQ(store_->articles().value().size(), 2U);
}

TEST_F(Ingest, OneNameInTwoArticlesIsOneEntityAndAnonymousOnesStayApart) {
  ingested(*store_, mill_story("a.txt", "One", ""));
  ingested(*store_, mill_story("b.txt", "Two", ""));
  const std::vector<StoredEntity> people = store_->entities(EntityKind::person).value();
  ASSERT_EQ(people.size(), 1U);
  EXPECT_EQ(people[0].name, "Ana Pérez");
  EXPECT_EQ(people[0].role, "mayor");
  ASSERT_EQ(people[0].spellings.size(), 2U);
  EXPECT_EQ(people[0].spellings[1].article, "b");
  EXPECT_EQ(store_->entities(EntityKind::anonymous).value().size(), 2U);
  EXPECT_EQ(store_->entities().value().size(), 3U);
  EXPECT_EQ(store_->entity(people[0].id.substr(0, 8)).value(), people[0]);
  EXPECT_EQ(store_->entity("").error().code, ErrorCode::not_found);
  EXPECT_EQ(store_->entity("zz").error().code, ErrorCode::not_found);
}

TEST_F(Ingest, ClaimsAreFoundByWhatIsAsked) {
  const Story story = mill_story("a.txt", "One", "");
  ingested(*store_, story);
  ingested(*store_, mill_story("b.txt", "Two", ""));
  const auto count = [&](const ClaimFilter& filter) { return store_->claims(filter).value().size(); };
  EXPECT_EQ(count({.article = "a"}), 3U);
  EXPECT_EQ(count({.article = "A"}), 0U);
  EXPECT_EQ(count({.speaker = "ana p"}), 4U);
  EXPECT_EQ(count({.speaker = "she"}), 2U);
  EXPECT_EQ(count({.speaker = "%"}), 0U);
  EXPECT_EQ(count({.outlet = "daily"}), 6U);
  EXPECT_EQ(count({.outlet = "weekly"}), 0U);
  EXPECT_EQ(count({.type = ClaimType::direct}), 2U);
  EXPECT_EQ(count({.modality = Modality::possible}), 2U);
  EXPECT_EQ(count({.search = "died mill"}), 2U);
  EXPECT_EQ(count({.search = "perez"}), 4U);  // without its accent, as the speaker
  EXPECT_EQ(count({.search = "own*"}), 2U);
  EXPECT_EQ(count({.search = "own"}), 0U);
  EXPECT_EQ(count({.search = "died OR NOT \" ( )"}), 0U);  // operators are words
  EXPECT_EQ(count({.search = "\""}), 0U);
  EXPECT_EQ(count({.limit = 2}), 2U);
  EXPECT_EQ(count({.limit = 2, .offset = 5}), 1U);
}

TEST_F(Ingest, AClaimIsFoundByPrefixAndAnAmbiguousOneIsRefused) {
  const Story story = mill_story("a.txt", "One", "");
  ingested(*store_, story);
  const std::string id = story.extraction.claims[0].id;
  EXPECT_EQ(store_->claim(id).value().ref, (ClaimRef{"a", id}));
  EXPECT_EQ(store_->claim(id.substr(0, 12)).value().ref.claim, id);
  EXPECT_EQ(store_->claim("a#" + id).value().claim, story.extraction.claims[0]);
  for (const std::string& wrong :
       {std::string(), std::string("b#") + id, std::string("xyz"), std::string("a#"), id + "0"}) {
    EXPECT_FALSE(store_->claim(wrong).ok()) << wrong;
  }
  EXPECT_EQ(store_->article("nowhere").error().code, ErrorCode::not_found);
  EXPECT_EQ(store_->article_entry("nowhere").error().code, ErrorCode::not_found);
  EXPECT_EQ(store_->source("00").error().code, ErrorCode::not_found);
}

TEST_F(Ingest, BytesOfAnyKindComeBack) {
  Story story = mill_story();
  for (const std::string& bytes : {std::string(), std::string("\0\xff\0zero", 7), std::string(3 << 20, 'a')}) {
    Story other = story;
    other.source.bytes = bytes;
    other.source.sha256 = "";
    EXPECT_FALSE(store_->ingest(other.source, other.article, other.extraction, other.facts).ok());
  }
  story.article.text.push_back('\0');
  story.article.text += "behind a NUL";
  story.article.title->value += std::string("\0x", 2);
  ingested(*store_, story);
  EXPECT_EQ(store_->article("mill").value(), story.article);
  EXPECT_TRUE(store_->verify().value().empty());
}

}  // namespace
}  // namespace hearsay
