// What a decision about a claim does to flags, at this desk and at a colleague's.

#include <gtest/gtest.h>

#include <regex>

#include "desk/check.h"
#include "desk/exchange.h"
#include "desk/explain.h"
#include "desk/ingest.h"
#include "desk/trace.h"
#include "tests/desk/desk_store.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

constexpr const char* kNow = "2026-06-05T12:00:00Z";

class ClaimsAtTheDesk : public testing::Test {
 protected:
  void SetUp() override {
    ingest_both(*store_);
    const Flag flag = the_conflict(*store_);
    flag_ = flag.id;
    ASSERT_EQ(flag.status, FlagStatus::open);
    const std::vector<StoredClaim> claims = store_->claims({.article = "noon"}).value();
    for (const StoredClaim& claim : claims) {
      if (claim.text.find("Four") != std::string::npos) claim_ = "noon#" + claim.ref.claim;
    }
    ASSERT_NE(claim_, "");
  }

  static void ingest_both(Store& store) {
    ingest(
        store, "dawn",
        "Trawler aground\n\nJune 2, 2026\n\nNine sailors were rescued when a trawler ran aground off Merrow Point on "
        "Monday, harbour master Ilse Varga said.\n");
    ingest(
        store, "noon",
        "Trawler aground\n\nJune 2, 2026\n\nFour sailors were rescued when a trawler ran aground off Merrow Point on "
        "Monday, mayor Anna Lim said. Harbour master Ilse Varga said the lamp had been dark.\n");
  }
  static void ingest(Store& store, const std::string& name, const std::string& text) {
    ingest_at_desk(store, name, text, kNow);
  }
  static void check(Store& store) { check_at_desk(store, kNow); }
  static Flag the_conflict(Store& store) {
    const std::vector<Flag> flags = store.flags({.rule = "number-conflict"}).value();
    return flags.empty() ? Flag{} : flags.front();
  }
  Decision decided(const std::string& verdict, const std::string& value = "") {
    Result<Decision> made =
        store_->decide({"", "claim", claim_, verdict, "a drill", "Ada", "2026-06-03T10:00:00Z", "", "", value});
    if (!made) throw std::runtime_error(made.error().text());
    check(*store_);
    return *std::move(made);
  }
  void undone(const Decision& decision) {
    ASSERT_TRUE(store_->undo(decision.id, {"", "", "", "", "", "Ada", "2026-06-03T11:00:00Z", "", ""}).ok());
    check(*store_);
  }

  TempFolder folder_;
  std::unique_ptr<Store> store_ = *Store::open(folder_.path("desk.db"), OpenMode::create);
  std::string flag_;
  std::string claim_;
};

TEST_F(ClaimsAtTheDesk, AFlagThatRestsOnWhatIsNoClaimIsRetiredAndComesBackWithTheUndo) {
  const std::string before = store_->state_hash(StateOf::what_holds).value();
  const Decision made = decided("not-a-claim");
  EXPECT_EQ(store_->flag(flag_).value().status, FlagStatus::retired);
  undone(made);
  EXPECT_EQ(store_->flag(flag_).value().status, FlagStatus::open);
  EXPECT_EQ(store_->state_hash(StateOf::what_holds).value(), before);
}

TEST_F(ClaimsAtTheDesk, WhatAWholeCheckFindsIsWhatTheNextOneFound) {
  decided("not-a-claim");
  const std::vector<Flag> next = store_->flags().value();
  ASSERT_TRUE(check_everything(*store_, shipped_rules(), Lexicon::shipped(), kNow).ok());
  EXPECT_EQ(store_->flags().value(), next);
}

TEST_F(ClaimsAtTheDesk, ACorrectedSpeakerIsInTheFlagsWordsAndInWhatIsShownOfIt) {
  const Decision made = decided("speaker", "Cy Lund");
  EXPECT_NE(store_->flag(flag_).value().message.find("Cy Lund"), std::string::npos);
  EXPECT_EQ(trace(*store_, claim_).value().chain.front(), "Cy Lund");
  std::string other;
  const Flag flag = store_->flag(flag_).value();
  for (const ClaimRef& ref : flag.claims) {
    if (ref.article == "dawn") other = "dawn#" + ref.claim;
  }
  std::string why = explain(*store_, shipped_rules(), Lexicon::shipped(), {claim_, other}).value().text();
  why = std::regex_replace(why, std::regex("\\s+"), " ");  // printed in lines
  EXPECT_NE(why.find("as decided by Ada; read: Anna Lim"), std::string::npos) << why;
  undone(made);
  EXPECT_EQ(store_->flag(flag_).value().message.find("Cy Lund"), std::string::npos);
}

TEST_F(ClaimsAtTheDesk, AColleaguesStoreFollowsWhatIsImported) {
  decided("not-a-claim");
  const std::vector<ExchangeRecord> records = exchange_records(*store_, true).value();
  for (const bool csv : {false, true}) {
    std::unique_ptr<Store> other = *Store::open(folder_.path(csv ? "a.db" : "b.db"), OpenMode::create);
    ingest_both(*other);
    ASSERT_EQ(the_conflict(*other).id, flag_);
    const ExchangeFile file = read_exchange(csv ? exchange_csv(records) : exchange_jsonl(records), "theirs");
    EXPECT_EQ(import_decisions(*other, file.records, "Ben", kNow).added, 1U);
    check(*other);
    EXPECT_EQ(other->flag(flag_).value().status, FlagStatus::retired);
    EXPECT_EQ(other->claim(claim_)->decided("claim")->by, "Ada");
    EXPECT_TRUE(other->verify().value().empty());
  }
}

}  // namespace
}  // namespace hearsay
