#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "core/value/hash.h"
#include "tests/core/store/story.h"

namespace hearsay {
namespace {

using Ids = std::vector<std::string>;

class Flags : public ::testing::Test {
 protected:
  Flags() { ingested(*store_, story_); }

  Flag flag(const std::string& subject, Ids blocks = {"dead||mill"}, const std::string& evidence = "1") const {
    Flag flag;
    flag.rule = "number-conflict";
    flag.id = flag_id(flag.rule, subject);
    flag.rule_title = "Different figures";
    flag.rule_why = "Both cannot be printed.";
    flag.rule_sha256 = "aa";
    flag.kind = "number";
    flag.severity = Severity::high;
    flag.subject = subject;
    flag.message = "12 against 13";
    flag.score = 0.5;
    flag.blocks = std::move(blocks);
    flag.claims = {{"mill", story_.extraction.claims[0].id}};
    flag.evidence = {{"mill", story_.extraction.claims[0].id, story_.extraction.quantities[0].span, "Twelve"}};
    flag.evidence_sha256 = sha256_hex(evidence);
    return flag;
  }
  FlagChanges run(std::vector<Flag> found, std::optional<Ids> scope = std::nullopt, std::string because = "") {
    RuleRun run{"number-conflict", "aa", "quantities", "{}", "2020-03-04T00:00:00Z", std::move(scope), std::move(found),
                std::move(because)};
    Result<FlagChanges> changes = store_->apply(run);
    if (!changes) throw std::runtime_error(changes.error().text());
    return std::move(changes).value();
  }
  Decision decide(const std::string& subject, const std::string& verdict, const std::string& about = "flag") {
    Result<Decision> made =
        store_->decide({"", about, subject, verdict, "seen", "Kim", "2020-03-05T00:00:00Z", "", ""});
    if (!made) throw std::runtime_error(made.error().text());
    return std::move(made).value();
  }
  FlagStatus status(const Flag& flag) { return store_->flag(flag.id).value().status; }

  Folder folder_;
  std::string path_ = folder_.file("desk.db");
  std::unique_ptr<Store> store_ = opened(path_);
  Story story_ = mill_story();
};

TEST_F(Flags, RetiredOnesOfAnotherDeskAreKeptUnlessTheyAreHere) {
  Flag gone = flag("dead at the mill", {});
  gone.status = FlagStatus::retired;
  gone.retired_because = "no longer found";
  Flag found = flag("hurt at the mill");
  run({found});
  Flag told = found;
  told.status = FlagStatus::retired;
  EXPECT_EQ(store_->keep_retired({gone, told}).value(), 1U);
  EXPECT_EQ(store_->flag(gone.id).value(), gone);
  EXPECT_EQ(store_->flag(found.id).value(), found);
  EXPECT_EQ(store_->keep_retired({gone}).value(), 0U);
  EXPECT_EQ(run({found, flag("dead at the mill")}).revived, Ids{gone.id});
  gone.subject = "something else";
  EXPECT_EQ(store_->keep_retired({gone}).error().code, ErrorCode::malformed);
  EXPECT_EQ(store_->keep_retired({flag("open")}).error().code, ErrorCode::malformed);
}

TEST_F(Flags, AFlagComesBackWhole) {
  const Flag found = flag("dead at the mill", {"b", "a"});
  EXPECT_EQ(run({found}).opened, Ids{found.id});
  Flag expected = found;
  expected.blocks = {"a", "b"};
  EXPECT_EQ(store_->flag(found.id.substr(0, 9)).value(), expected);
  EXPECT_EQ(store_->flags().value(), std::vector<Flag>{expected});
  EXPECT_EQ(store_->flag("").error().code, ErrorCode::not_found);
  EXPECT_EQ(store_->flag("zz").error().code, ErrorCode::not_found);
}

TEST_F(Flags, TheSameRunTwiceChangesNoFlag) {
  run({flag("x")});
  const std::string before = store_->state_hash().value();
  const FlagChanges again = run({flag("x")});
  EXPECT_EQ(again.kept, Ids{flag("x").id});
  EXPECT_TRUE(again.opened.empty());
  EXPECT_EQ(store_->state_hash().value(), before);
  ASSERT_EQ(store_->rule_runs("number-conflict").value().size(), 2U);
  const RuleRunEntry entry = store_->rule_runs().value()[0];
  EXPECT_EQ(entry.opened, 1U);
  EXPECT_EQ(entry.found, 1U);
  EXPECT_FALSE(entry.blocks.has_value());
  EXPECT_TRUE(store_->rule_runs("other").value().empty());
}

TEST_F(Flags, AFlagIsRetiredWhenTheLastOfItsBlocksNoLongerHoldsIt) {
  const Flag both = flag("x", {"a", "b"});
  run({both});
  EXPECT_TRUE(run({}, Ids{"a"}).retired.empty());
  EXPECT_EQ(store_->flag(both.id).value().blocks, Ids{"b"});
  EXPECT_TRUE(run({}, Ids{"c"}).retired.empty());  // not its block
  EXPECT_EQ(run({}, Ids{"b"}, "the article was changed").retired, Ids{both.id});
  EXPECT_EQ(status(both), FlagStatus::retired);
  EXPECT_EQ(store_->flag(both.id).value().retired_because, "the article was changed");
  EXPECT_TRUE(store_->flags().value().empty());
  EXPECT_EQ(store_->flags({.status = FlagStatus::retired}).value().size(), 1U);
  EXPECT_EQ(run({flag("x", {"a"})}, Ids{"a"}).revived, Ids{both.id});
  EXPECT_EQ(status(both), FlagStatus::open);
  EXPECT_EQ(store_->flag(both.id).value().retired_because, "");
}

TEST_F(Flags, AFullRunRetiresWhatItDoesNotFindAndLeavesOtherRulesAlone) {
  run({flag("x"), flag("y", {"q"})});
  Flag other = flag("x");
  other.rule = "name-variant";
  other.id = flag_id(other.rule, other.subject);
  ASSERT_TRUE(store_->apply({"name-variant", "bb", "names", "{}", "t", std::nullopt, {other}, ""}).ok());
  const FlagChanges changes = run({flag("y", {"q"})});
  EXPECT_EQ(changes.retired, Ids{flag("x").id});
  EXPECT_EQ(changes.kept, Ids{flag("y").id});
  EXPECT_EQ(status(other), FlagStatus::open);
}

TEST_F(Flags, ADecisionSurvivesRetirementAndGoesStaleWithItsEvidence) {
  const Flag found = flag("x");
  run({found});
  decide(found.id.substr(0, 10), "dismissed");
  EXPECT_EQ(status(found), FlagStatus::dismissed);
  run({found});
  EXPECT_EQ(status(found), FlagStatus::dismissed);
  EXPECT_EQ(run({flag("x", {"dead||mill"}, "2")}).changed, Ids{found.id});
  EXPECT_EQ(status(found), FlagStatus::stale);
  run({found});
  EXPECT_EQ(status(found), FlagStatus::dismissed);
  run({});
  EXPECT_EQ(status(found), FlagStatus::retired);
  run({found});
  EXPECT_EQ(status(found), FlagStatus::dismissed);
  decide(found.id, "reopened");
  EXPECT_EQ(status(found), FlagStatus::open);
  EXPECT_TRUE(store_->verify().value().empty());
}

TEST_F(Flags, ListingsAreSortedAndFiltered) {
  Flag low = flag("a");
  low.severity = Severity::low;
  Flag medium = flag("b");
  medium.severity = Severity::medium;
  medium.kind = "date";
  run({low, medium, flag("z"), flag("y")});
  std::string order;
  ASSERT_TRUE(store_->flags().ok()) << store_->flags().error().text();
  const std::vector<Flag> flags = store_->flags().value();
  for (const Flag& f : flags) order += f.subject;
  EXPECT_EQ(order, "yzba");
  EXPECT_EQ(store_->flags({.severity = Severity::medium}).value().size(), 3U);
  EXPECT_EQ(store_->flags({.severity = Severity::high}).value().size(), 2U);
  EXPECT_EQ(store_->flags({.kind = "date"}).value().size(), 1U);
  EXPECT_EQ(store_->flags({.rule = "none"}).value().size(), 0U);
  EXPECT_EQ(store_->flags({.article = "mill"}).value().size(), 4U);
  EXPECT_EQ(store_->flags({.article = "other"}).value().size(), 0U);
  EXPECT_EQ(store_->flags({.status = FlagStatus::dismissed}).value().size(), 0U);
  EXPECT_EQ(store_->flags({.limit = 1}).value().size(), 1U);
}

TEST_F(Flags, AMalformedRunChangesNothing) {
  run({flag("kept")});
  const std::string before = dump(path_);
  Flag no_block = flag("x");
  no_block.blocks.clear();
  Flag no_claim = flag("x");
  no_claim.claims[0].claim = "0000000000000000";
  Flag no_article = flag("x");
  no_article.evidence[0].article = "nowhere";
  Flag other_rule = flag("x");
  other_rule.rule = "other";
  for (const std::vector<Flag>& found :
       {std::vector<Flag>{no_block}, {no_claim}, {no_article}, {other_rule}, {flag("x"), flag("x")}}) {
    const Result<FlagChanges> changes =
        store_->apply({"number-conflict", "aa", "quantities", "{}", "t", std::nullopt, found, ""});
    ASSERT_FALSE(changes.ok());
    EXPECT_EQ(changes.error().code, ErrorCode::malformed);
  }
  EXPECT_EQ(dump(path_), before);
}

TEST_F(Flags, DecisionsFormAChainAndNameWhatTheyReplace) {
  run({flag("x")});
  const Decision first = decide(flag("x").id, "confirmed");
  const Decision second = decide(flag("x").id, "explained");
  const Decision about_claim = decide(story_.extraction.claims[0].id, "not-a-claim", "claim");
  EXPECT_EQ(first.replaces, "");
  EXPECT_EQ(second.replaces, first.id);
  EXPECT_EQ(first.evidence_sha256, flag("x").evidence_sha256);
  EXPECT_EQ(about_claim.subject, "mill#" + story_.extraction.claims[0].id);
  EXPECT_EQ(store_->decisions().value(), (std::vector<Decision>{first, second, about_claim}));
  EXPECT_EQ(store_->decisions("flag", flag("x").id).value().size(), 2U);
  EXPECT_EQ(store_->decisions("claim").value().size(), 1U);
  const std::vector<LogEntry> log = store_->log().value();
  ASSERT_EQ(log.size(), 3U);
  EXPECT_EQ(log[0].previous, std::string(64, '0'));
  EXPECT_EQ(log[1].previous, log[0].hash);
  EXPECT_EQ(log[0].hash, sha256_hex(log[0].previous + "\n" + log[0].body));
  EXPECT_EQ(log[0].hash.substr(0, 16), first.id);
  EXPECT_EQ(log[0].body, "{\"about\":\"flag\",\"at\":\"2020-03-05T00:00:00Z\",\"by\":\"Kim\",\"evidence_sha256\":\"" +
                             first.evidence_sha256 +
                             "\",\"grounds\":[[\"mill\",\"Twelve\"]],\"kind\":\"decision\",\"note\":\"seen\","
                             "\"replaces\":\"\",\"subject\":\"" +
                             first.subject + "\",\"verdict\":\"confirmed\"}");
}

TEST_F(Flags, APairOfNamesIsOneSubjectInEitherOrder) {
  const std::vector<StoredEntity> entities = store_->entities().value();
  ASSERT_EQ(entities.size(), 2U);
  const Decision one = decide(entities[0].id + " + " + entities[1].id, "different", "names");
  const Decision two = decide(entities[1].id.substr(0, 9) + " + " + entities[0].id, "same", "names");
  EXPECT_EQ(two.subject, one.subject);
  EXPECT_EQ(two.replaces, one.id);
}

TEST_F(Flags, AWrongDecisionIsRefusedAndNotLogged) {
  run({flag("x")});
  const std::string id = flag("x").id;
  const Decision cases[] = {{"", "flag", id, "perhaps", "", "Kim", "t", "", ""},
                            {"", "flag", id, "same", "", "Kim", "t", "", ""},
                            {"", "flag", id, "confirmed", "", "", "t", "", ""},
                            {"", "flag", "ffffffffffffffff0", "confirmed", "", "Kim", "t", "", ""},
                            {"", "names", "a + b", "same", "", "Kim", "t", "", ""},
                            {"", "names", "", "same", "", "Kim", "t", "", ""},
                            {"", "claim", "mill#zz", "wrong", "", "Kim", "t", "", ""},
                            {"", "article", "mill", "confirmed", "", "Kim", "t", "", ""}};
  for (const Decision& decision : cases)
    EXPECT_FALSE(store_->decide(decision).ok()) << decision.about << decision.subject;
  ASSERT_TRUE(store_->begin_batch().ok());
  EXPECT_EQ(store_->decide({"", "flag", id, "confirmed", "", "Kim", "t", "", ""}).error().code, ErrorCode::conflict);
  ASSERT_TRUE(store_->commit_batch().ok());
  EXPECT_TRUE(store_->log().value().empty());
  EXPECT_EQ(status(flag("x")), FlagStatus::open);
}

TEST_F(Flags, DecisionsOnClaimsOutliveAnotherReading) {
  decide(story_.extraction.claims[2].id, "not-a-claim", "claim");
  Story again = story_;
  again.extraction.claims.pop_back();
  ASSERT_EQ(ingested(*store_, again).kind, IngestKind::reread);
  EXPECT_EQ(store_->decisions("claim").value().size(), 1U);
  EXPECT_TRUE(store_->verify().value().empty());
}

}  // namespace
}  // namespace hearsay
