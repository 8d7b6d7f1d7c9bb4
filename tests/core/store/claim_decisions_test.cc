// What follows from a decision about a claim: the speaker and the claims that listings, searches and rules see, in this
// version of the article and the next, and that nothing is left of it when it is taken back.

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "core/value/hash.h"
#include "tests/core/store/story.h"

namespace hearsay {
namespace {

class ClaimDecisions : public ::testing::Test {
 protected:
  Decision decided(const std::string& claim, const std::string& verdict, const std::string& value = "") {
    Result<Decision> made =
        store_->decide({"", "claim", claim, verdict, "seen", "Kim", "2020-03-05T00:00:00Z", "", "", value});
    if (!made) throw std::runtime_error(made.error().text());
    return *std::move(made);
  }
  void undone(const Decision& decision) {
    const Result<Decision> made =
        store_->undo(decision.id, {"", "", "", "", "a slip", "Lee", "2020-03-06T00:00:00Z", "", ""});
    if (!made) throw std::runtime_error(made.error().text());
  }
  std::string state() { return store_->state_hash(StateOf::what_holds).value(); }
  std::string faults() {
    std::string all;
    const std::vector<Fault> found = store_->verify().value();
    for (const Fault& fault : found) all += fault.where + ": " + fault.what + "\n";
    return all;
  }
  DecisionEntry entry(const Decision& decision) { return store_->decision_entry(decision.id).value(); }
  std::string speaker(const std::string& claim) {
    const StoredClaim found = store_->claim(claim).value();
    return found.claim.speaker ? found.claim.speaker->name : "";
  }
  std::string rows(const std::string& sql) { return rows_of(path_, sql); }

  Folder folder_;
  std::string path_ = folder_.file("desk.db");
  std::unique_ptr<Store> store_ = opened(path_);
  const Story story_ = mill_story();  // claims: "Twelve people died …", "We lost all", an anonymous one
  const std::string toll_ = "mill#" + story_.extraction.claims[0].id;
  const std::string quote_ = "mill#" + story_.extraction.claims[1].id;
};

TEST_F(ClaimDecisions, ACorrectedSpeakerIsTheSpeakerEverywhereAndTheOneReadStaysBeside) {
  ingested(*store_, story_);
  ASSERT_TRUE(store_->checked(store_->unchecked().value().upto).ok());
  const std::string before = state();
  const Decision made = decided(toll_, "speaker", "Bo Ek");
  const StoredClaim claim = store_->claim(toll_).value();
  EXPECT_EQ(claim.claim.speaker->name, "Bo Ek");
  EXPECT_EQ(claim.claim.speaker->span, std::nullopt) << "it stands nowhere in the text";
  EXPECT_EQ(claim.claim.speaker->mention, "");
  EXPECT_EQ(claim.read_speaker->name, "Ana Pérez");
  EXPECT_EQ(claim.read_speaker->span, story_.extraction.claims[0].speaker->span);
  ASSERT_EQ(claim.decisions.size(), 1U);
  EXPECT_EQ(claim.decisions[0], made);
  EXPECT_EQ(store_->claims({.speaker = "bo ek"}).value().size(), 1U);
  EXPECT_EQ(store_->claims({.search = "Ek"}).value().size(), 1U);
  EXPECT_EQ(rows("SELECT speaker, mention, role, entity FROM claims WHERE figures = 1"), "Bo Ek|NULL|NULL|NULL\n");
  EXPECT_EQ(rows("SELECT speaker FROM quantities"), "Bo Ek\n");
  EXPECT_EQ(rows("SELECT speaker FROM statements"), "Bo Ek\n");
  EXPECT_FALSE(store_->unchecked().value().blocks.empty()) << "rules look again";
  EXPECT_EQ(faults(), "");
  undone(made);
  EXPECT_EQ(state(), before);
  EXPECT_EQ(store_->claims({.search = "Ek"}).value().size(), 0U);
  EXPECT_EQ(store_->claim(toll_)->decisions.size(), 0U);
  EXPECT_EQ(faults(), "");
}

TEST_F(ClaimDecisions, ASpeakerWhomTheArticleNamesIsThatEntity) {
  ingested(*store_, story_);
  const StoredClaim anonymous = store_->claims({.speaker_kind = SpeakerKind::anonymous}).value().at(0);
  const std::string ref = "mill#" + anonymous.ref.claim;
  decided(ref, "speaker", "ana perez");
  const StoredClaim claim = store_->claim(ref).value();
  EXPECT_EQ(claim.claim.speaker->kind, SpeakerKind::person);
  EXPECT_EQ(claim.claim.speaker->role, "mayor");
  EXPECT_EQ(claim.entity, store_->claim(toll_)->entity);
  EXPECT_EQ(rows("SELECT anonymous_speakers, anonymous_claims FROM articles"), "0|0\n");
}

TEST_F(ClaimDecisions, WhatIsNoClaimIsLeftOutWithAllItSays) {
  ingested(*store_, story_);
  const std::string before = state();
  const std::string names = rows("SELECT block_key, name FROM names ORDER BY 1");
  const Decision made = decided(toll_, "not-a-claim");
  EXPECT_EQ(store_->claims().value().size(), 2U);
  EXPECT_EQ(store_->claims({.not_claims = true}).value().size(), 3U);
  EXPECT_EQ(store_->claim(toll_)->decided("claim")->by, "Kim");
  for (const char* view : {"quantities", "statements", "article_quantities", "article_statements"}) {
    EXPECT_EQ(rows(std::string("SELECT count(*) FROM ") + view), "0\n") << view;
  }
  EXPECT_EQ(rows("SELECT claims, attributed FROM articles"), "2|2\n");
  EXPECT_EQ(rows("SELECT count(*) FROM claims"), "2\n");
  EXPECT_EQ(rows("SELECT block_key, name FROM names ORDER BY 1"), names) << "a name is written, whoever says what";
  EXPECT_EQ(rows("SELECT count(*) FROM names WHERE claim = '" + story_.extraction.claims[0].id + "'"), "0\n");
  EXPECT_EQ(faults(), "");
  ingested(*store_, story_);
  EXPECT_EQ(rows("SELECT count(*) FROM quantities"), "0\n") << "ingesting again changes nothing";
  undone(made);
  EXPECT_EQ(state(), before);
  EXPECT_EQ(faults(), "");
}

TEST_F(ClaimDecisions, AReadingThatChangesKeepsThem) {
  ingested(*store_, story_);
  decided(toll_, "not-a-claim");
  decided(quote_, "speaker", "Bo Ek");
  Story again = story_;
  again.extraction.claims[2].confidence = 0.25;  // read otherwise
  EXPECT_EQ(ingested(*store_, again).kind, IngestKind::reread);
  EXPECT_EQ(rows("SELECT count(*) FROM quantities"), "0\n");
  EXPECT_EQ(rows("SELECT speaker FROM quotes"), "Bo Ek\n");
  EXPECT_EQ(faults(), "");
}

TEST_F(ClaimDecisions, TheyFollowTheWordsIntoANewVersion) {
  ingested(*store_, story_);
  const Decision made = decided(quote_, "speaker", "Bo Ek");
  decided(quote_, "rated", "2/5 Mostly false");
  ingested(*store_, mill_story("mill.txt", "Thirteen"));
  const StoredClaim claim = store_->claims({.article = "mill~2", .speaker = "Bo Ek"}).value().at(0);
  EXPECT_EQ(claim.text, "“We lost all,”");
  EXPECT_EQ(claim.decided("rating")->value, "2/5 Mostly false");
  EXPECT_EQ(claim.read_speaker->name, "Ana Pérez");
  EXPECT_EQ(rows("SELECT article, speaker FROM quotes"), "mill~2|Bo Ek\n");
  EXPECT_EQ(faults(), "");
  undone(made);
  EXPECT_EQ(rows("SELECT article, speaker FROM quotes"), "mill~2|Ana Pérez\n");
  EXPECT_EQ(faults(), "");
}

TEST_F(ClaimDecisions, WordsThatStandTwiceInANewVersionAreNotGuessedAt) {
  ingested(*store_, story_);
  const Decision made = decided(quote_, "speaker", "Bo Ek");
  Story newer = mill_story("mill.txt", "Thirteen");
  Claim twice = newer.extraction.claims[1];
  twice.id = sha256_hex("twice").substr(0, 16);
  newer.extraction.claims.push_back(twice);
  ingested(*store_, newer);
  EXPECT_EQ(entry(made).state, DecisionState::stale);
  EXPECT_EQ(entry(made).because, "a newer version, mill~2, says these words by this speaker in more than one place");
  EXPECT_TRUE(store_->claims({.article = "mill~2", .speaker = "Bo Ek"}).value().empty());
  EXPECT_EQ(faults(), "");
}

TEST_F(ClaimDecisions, OneAboutTheNewVersionReplacesTheOlderAndUndoneGivesWay) {
  ingested(*store_, story_);
  const Decision older = decided(quote_, "speaker", "Bo Ek");
  const Story newer = mill_story("mill.txt", "Thirteen");
  ingested(*store_, newer);
  const std::string quote = "mill~2#" + newer.extraction.claims[1].id;
  EXPECT_EQ(speaker(quote), "Bo Ek");
  const Decision latest = decided(quote, "speaker", "Cy Lund");
  EXPECT_EQ(latest.replaces, older.id);
  EXPECT_EQ(speaker(quote), "Cy Lund");
  EXPECT_EQ(entry(older).state, DecisionState::replaced);
  EXPECT_EQ(entry(older).because, "by " + latest.id + ": speaker, Kim");
  EXPECT_EQ(faults(), "");
  undone(latest);
  EXPECT_EQ(speaker(quote), "Bo Ek");
  EXPECT_EQ(entry(older).state, DecisionState::standing);
  EXPECT_EQ(faults(), "");
}

TEST_F(ClaimDecisions, VerifyFindsASpeakerThatNobodyDecided) {
  ingested(*store_, story_);
  decided(toll_, "speaker", "Bo Ek");
  store_.reset();
  SQLite::Database(path_, SQLite::OPEN_READWRITE).exec("UPDATE claim SET speaker = 'Di Moss' WHERE speaker = 'Bo Ek'");
  store_ = opened(path_);
  EXPECT_NE(faults().find("is not the one decided"), std::string::npos) << faults();
}

}  // namespace
}  // namespace hearsay
