// Decisions that reach further than one flag, that are taken back, that go stale and say why; names joined and parted.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "core/store/zstd.h"
#include "core/value/hash.h"
#include "tests/core/store/story.h"

namespace hearsay {
namespace {

using Ids = std::vector<std::string>;

// mill_story with its person called otherwise.
Story person_story(const std::string& article, const std::string& person) {
  Story story = mill_story(article + ".txt", "Twelve", "");
  story.article.id = article;
  story.source.bytes += article;
  story.article.text += article;  // no two articles are the same bytes
  story.source.sha256 = story.article.sha256 = sha256_hex(story.source.bytes);
  story.extraction.entities[0].name = person;
  story.facts.names[0].name = person;
  for (Claim& claim : story.extraction.claims) claim.id = sha256_hex(claim.id + article).substr(0, 16);
  story.extraction.claims[2].nested_in = story.extraction.claims[1].id;
  return story;
}

class Decisions : public ::testing::Test {
 protected:
  Flag flag(const std::string& subject, Ids blocks, const std::string& article, const std::string& word = "Twelve") {
    Flag flag;
    flag.rule = "number-conflict";
    flag.id = flag_id(flag.rule, subject);
    flag.rule_title = "Different figures";
    flag.kind = "number";
    flag.severity = Severity::high;
    flag.subject = subject;
    flag.message = subject;
    flag.blocks = std::move(blocks);
    flag.evidence = {{article, "", {0, 4}, word}};
    flag.evidence_sha256 = sha256_hex(article + word);
    return flag;
  }
  FlagChanges run(std::vector<Flag> found) {
    Result<FlagChanges> changes = store_->apply(
        {"number-conflict", "aa", "quantities", "{}", "2020-03-04T00:00:00Z", std::nullopt, std::move(found), ""});
    if (!changes) throw std::runtime_error(changes.error().text());
    return *std::move(changes);
  }
  Result<Decision> decide(const std::string& about, const std::string& subject, const std::string& verdict,
                          DecisionScope scope = DecisionScope::evidence, const std::string& value = "",
                          const std::string& by = "Kim") {
    Decision decision{"", about, subject, verdict, "seen", by, "2020-03-05T00:00:00Z", "", "", value, scope};
    return store_->decide(decision);
  }
  Result<Decision> undo(const std::string& id) {
    return store_->undo(id, {"", "", "", "", "a slip", "Lee", "2020-03-06T00:00:00Z", "", ""});
  }
  static void done(const Result<Decision>& decided) {
    if (!decided) throw std::runtime_error(decided.error().text());
  }
  FlagStatus status(const Flag& flag) { return store_->flag(flag.id).value().status; }
  std::string state() { return store_->state_hash(StateOf::what_holds).value(); }
  std::string entity(const std::string& name) {
    const std::vector<StoredEntity> entities = store_->entities().value();
    for (const StoredEntity& entity : entities) {
      if (entity.name == name) return entity.id;
      for (const Ground& joined : entity.joined) {
        if (joined.words == name) return joined.place;
      }
    }
    throw std::logic_error("nobody is called " + name);
  }
  Result<Decision> pair(const std::string& a, const std::string& b, const std::string& verdict) {
    return decide("names", entity(a) + " + " + entity(b), verdict);
  }
  std::string faults() {
    std::string all;
    const std::vector<Fault> found = store_->verify().value();
    for (const Fault& fault : found) all += fault.where + ": " + fault.what + "\n";
    return all;
  }

  Folder folder_;
  std::string path_ = folder_.file("desk.db");
  std::unique_ptr<Store> store_ = opened(path_);
};

TEST_F(Decisions, AnUndoLetsTheDecisionBeforeStandAgain) {
  ingested(*store_, mill_story());
  const Flag x = flag("x", {"a"}, "mill");
  run({x});
  const std::string untouched = state();
  const Decision first = decide("flag", x.id, "confirmed").value();
  const std::string confirmed = state();
  const Decision second = decide("flag", x.id, "dismissed").value();
  EXPECT_EQ(undo(first.id).error().code, ErrorCode::conflict) << "it was replaced";
  const Decision back = undo(second.id.substr(0, 9)).value();
  EXPECT_EQ(back.verdict, "undone");
  EXPECT_EQ(back.replaces, second.id);
  EXPECT_EQ(status(x), FlagStatus::confirmed);
  EXPECT_EQ(state(), confirmed);
  EXPECT_EQ(undo(second.id).error().code, ErrorCode::conflict) << "it was taken back before";
  EXPECT_EQ(undo(back.id).error().code, ErrorCode::conflict) << "an undo is not undone";
  ASSERT_TRUE(undo(first.id).ok());
  EXPECT_EQ(status(x), FlagStatus::open);
  EXPECT_EQ(state(), untouched);
  EXPECT_EQ(undo("zz").error().code, ErrorCode::not_found);
  EXPECT_EQ(store_->log().value().size(), 4U) << "nothing leaves the log";
  EXPECT_EQ(faults(), "");
}

TEST_F(Decisions, AStaleDecisionSaysWhatIsGoneAndWhatIsNew) {
  ingested(*store_, mill_story());
  const Flag before = flag("x", {"a"}, "mill", "Twelve");
  run({before});
  done(decide("flag", before.id, "dismissed"));
  run({flag("x", {"a"}, "mill", "Fire")});
  const Flag stale = store_->flag(before.id).value();
  EXPECT_EQ(stale.status, FlagStatus::stale);
  EXPECT_EQ(stale.stale_because, "“Twelve” (mill) is gone; “Fire” (mill) is new");
  const DecisionEntry entry = store_->decision_entries().value().at(0);
  EXPECT_EQ(entry.state, DecisionState::stale);
  EXPECT_EQ(entry.because, stale.stale_because);
  run({before});
  EXPECT_EQ(store_->flag(before.id).value().stale_because, "");
  EXPECT_EQ(store_->decision_entries().value().at(0).state, DecisionState::standing);
}

TEST_F(Decisions, ADecisionOfScopeFlagOutlivesOtherEvidence) {
  ingested(*store_, mill_story());
  run({flag("x", {"a"}, "mill", "Twelve")});
  done(decide("flag", flag("x", {}, "mill").id, "dismissed", DecisionScope::flag));
  run({flag("x", {"a"}, "mill", "Fire")});
  EXPECT_EQ(status(flag("x", {}, "mill")), FlagStatus::dismissed);
}

TEST_F(Decisions, ADecisionOfScopeBlockReachesTheRuleThereNowAndLater) {
  ingested(*store_, mill_story());
  const Flag x = flag("x", {"a"}, "mill");
  const Flag y = flag("y", {"a", "b"}, "mill");
  const Flag z = flag("z", {"c"}, "mill");
  run({x, y, z});
  const Decision wide = decide("flag", x.id, "dismissed", DecisionScope::block).value();
  EXPECT_EQ(wide.reach, Ids{"a"});
  EXPECT_EQ(status(y), FlagStatus::dismissed);
  EXPECT_EQ(store_->flag(y.id).value().decision, wide.id);
  EXPECT_EQ(status(z), FlagStatus::open) << "stands in another block";
  const Flag later = flag("later", {"a"}, "mill");
  run({x, y, z, later});
  EXPECT_EQ(status(later), FlagStatus::dismissed);
  done(decide("flag", y.id, "confirmed"));
  EXPECT_EQ(status(y), FlagStatus::confirmed) << "its own decision outranks a wider one";
  EXPECT_EQ(faults(), "");
  ASSERT_TRUE(undo(wide.id).ok());
  EXPECT_EQ(status(x), FlagStatus::open);
  EXPECT_EQ(status(later), FlagStatus::open);
  EXPECT_EQ(status(y), FlagStatus::confirmed);
  EXPECT_EQ(faults(), "");
}

TEST_F(Decisions, AWideDecisionStandsAgainWhenTheNarrowerOneThatReplacedItIsUndone) {
  ingested(*store_, mill_story());
  const Flag x = flag("x", {"a"}, "mill");
  const Flag y = flag("y", {"a"}, "mill");
  run({x, y});
  done(decide("flag", x.id, "dismissed", DecisionScope::block));
  const Decision narrow = decide("flag", x.id, "confirmed").value();
  EXPECT_EQ(status(y), FlagStatus::open);
  ASSERT_TRUE(undo(narrow.id).ok());
  EXPECT_EQ(status(x), FlagStatus::dismissed);
  EXPECT_EQ(status(y), FlagStatus::dismissed);
  EXPECT_EQ(faults(), "");
}

TEST_F(Decisions, ADecisionOfScopeSourcesReachesTheRuleBetweenThem) {
  ingested(*store_, person_story("one", "Ana Pérez"));
  ingested(*store_, person_story("two", "Ana Pérez"));
  ingested(*store_, person_story("three", "Ana Pérez"));
  Flag x = flag("x", {"a"}, "one");
  x.evidence.push_back({"two", "", {0, 4}, "Fire"});
  Flag y = flag("y", {"b"}, "two");
  Flag z = flag("z", {"c"}, "two");
  z.evidence.push_back({"three", "", {0, 4}, "Fire"});
  run({x, y, z});
  ASSERT_EQ(decide("flag", x.id, "explained", DecisionScope::sources).value().reach.size(), 2U);
  EXPECT_EQ(status(y), FlagStatus::explained);
  EXPECT_EQ(status(z), FlagStatus::open) << "rests on a third source, too";
  EXPECT_EQ(faults(), "");
}

TEST_F(Decisions, AnAdoptedLogIsOlderThanTheFlagsItReaches) {
  ingested(*store_, mill_story());
  const Flag x = flag("x", {"a"}, "mill");
  const Flag y = flag("y", {"a", "b"}, "mill");
  run({x, y});
  done(decide("flag", x.id, "dismissed", DecisionScope::block));
  std::vector<Decision> log;
  const std::vector<DecisionEntry> entries = store_->decision_entries().value();
  for (const DecisionEntry& entry : entries) log.push_back(entry.decision);

  store_ = opened(folder_.file("other.db"));
  ingested(*store_, mill_story());
  ASSERT_EQ(store_->adopt_log(log).value(), 1U);
  run({y});
  EXPECT_EQ(status(y), FlagStatus::open) << "where the decided flag stands is not known yet";
  run({x, y});
  EXPECT_EQ(status(x), FlagStatus::dismissed);
  EXPECT_EQ(status(y), FlagStatus::dismissed);
  EXPECT_EQ(faults(), "");
}

TEST_F(Decisions, WhatAClaimIsDecidedToBeStandsSideBySide) {
  const Story story = mill_story();
  ingested(*store_, story);
  const std::string id = story.extraction.claims[0].id;
  EXPECT_EQ(decide("claim", id, "rated", {}, "2/5  Mostly false ").value().value, "2/5 Mostly false");
  ASSERT_TRUE(decide("claim", id, "speaker", {}, "Bo Ek").ok());
  EXPECT_EQ(decide("claim", id, "rated").error().code, ErrorCode::malformed);
  EXPECT_EQ(decide("claim", id, "rated", {}, "6/5 x").error().code, ErrorCode::malformed);
  EXPECT_EQ(decide("claim", id, "speaker").error().code, ErrorCode::malformed);
  EXPECT_EQ(decide("claim", id, "not-a-claim", {}, "x").error().code, ErrorCode::malformed);
  EXPECT_EQ(decide("claim", id, "not-a-claim", DecisionScope::block).error().code, ErrorCode::malformed);
  const std::vector<DecisionEntry> standing =
      store_->decision_entries({.about = "claim", .state = DecisionState::standing}).value();
  ASSERT_EQ(standing.size(), 2U);
  EXPECT_EQ(rating_in(standing[0].decision.value), (Rating{2, 5, "Mostly false"}));
  EXPECT_EQ(standing[0].words, "Twelve people died at the mill");
  ASSERT_TRUE(decide("claim", id, "rated", {}, "True").ok());
  EXPECT_EQ(store_->decision_entries().value()[0].state, DecisionState::replaced);
}

TEST_F(Decisions, OneOfAClaimFollowsItsWordsIntoANewVersionAndElseGoesStale) {
  const Story first = mill_story("mill.txt", "Twelve");
  ingested(*store_, first);
  done(decide("claim", first.extraction.claims[0].id, "not-a-claim"));  // "Twelve people died …"
  done(decide("claim", first.extraction.claims[1].id, "not-a-claim"));  // "We lost all"
  ingested(*store_, mill_story("mill.txt", "Thirteen"));
  const std::vector<DecisionEntry> entries = store_->decision_entries().value();
  EXPECT_EQ(entries[0].state, DecisionState::stale);
  EXPECT_EQ(entries[0].because, "a newer version, mill~2, does not say these words by this speaker");
  EXPECT_EQ(entries[1].state, DecisionState::standing) << "the same words are there";
}

TEST_F(Decisions, OneOfAClaimThatIsReadNoMoreGoesStaleAndComesBackWithIt) {
  const Story story = mill_story();
  ingested(*store_, story);
  done(decide("claim", story.extraction.claims[2].id, "not-a-claim"));
  Story again = story;
  again.extraction.claims.pop_back();
  ingested(*store_, again);
  EXPECT_EQ(store_->decision_entries().value()[0].because,
            "the article is read otherwise now: no claim of it has these words by this speaker");
  ingested(*store_, story);
  EXPECT_EQ(store_->decision_entries().value()[0].state, DecisionState::standing);
}

TEST_F(Decisions, JoinedNamesAreOneAndPartedOnesAsBefore) {
  ingested(*store_, person_story("one", "Ana Pérez"));
  ingested(*store_, person_story("two", "Anna Perez"));
  ingested(*store_, person_story("three", "A. Perez"));
  ASSERT_TRUE(store_->checked(store_->unchecked().value().upto).ok());
  const std::string before = state();
  const Decision ab = pair("Ana Pérez", "Anna Perez", "same").value();
  const std::string with_two = state();
  EXPECT_FALSE(store_->unchecked().value().blocks.empty()) << "rules look at names joined";
  const Decision bc = pair("Anna Perez", "A. Perez", "same").value();
  const std::vector<StoredEntity> people = store_->entities(EntityKind::person).value();
  ASSERT_EQ(people.size(), 1U);
  EXPECT_EQ(people[0].spellings.size(), 3U);
  EXPECT_EQ(people[0].joined.size(), 2U);
  EXPECT_EQ(store_->claims({.entity = people[0].id}).value().size(), 6U);
  EXPECT_EQ(faults(), "");
  ASSERT_TRUE(undo(bc.id).ok());
  EXPECT_EQ(state(), with_two);
  ASSERT_TRUE(undo(ab.id).ok());
  EXPECT_EQ(state(), before);
  EXPECT_EQ(faults(), "");
}

TEST_F(Decisions, AJoinThatContradictsADecisionIsRefusedAndShowsIt) {
  ingested(*store_, person_story("one", "Ana Pérez"));
  ingested(*store_, person_story("two", "Anna Perez"));
  ingested(*store_, person_story("three", "A. Perez"));
  const Decision apart = pair("Ana Pérez", "A. Perez", "different").value();
  const Decision joined = pair("Ana Pérez", "Anna Perez", "same").value();
  const std::string before = store_->state_hash().value();
  const Result<Decision> refused = pair("Anna Perez", "A. Perez", "same");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_NE(refused.error().message.find("Kim decided on 2020-03-05"), std::string::npos) << refused.error().text();
  EXPECT_NE(refused.error().message.find(apart.id), std::string::npos) << refused.error().text();
  EXPECT_EQ(store_->state_hash().value(), before);
  // a person may change their mind about the pair itself
  ASSERT_TRUE(pair("Ana Pérez", "A. Perez", "unsure").ok());
  const Decision closing = pair("Anna Perez", "A. Perez", "same").value();
  // now the pair is one by way of the third, so that it is not told apart
  const Result<Decision> split = pair("Ana Pérez", "A. Perez", "different");
  ASSERT_FALSE(split.ok());
  EXPECT_NE(split.error().message.find(joined.id), std::string::npos) << split.error().text();
  EXPECT_NE(split.error().message.find(closing.id), std::string::npos) << split.error().text();
  // nor by taking back the "unsure" that let it be
  EXPECT_EQ(undo(store_->decisions("names", apart.subject).value().back().id).error().code, ErrorCode::conflict);
  EXPECT_EQ(pair("Ana Pérez", "Ana Pérez", "same").error().code, ErrorCode::malformed);
}

TEST_F(Decisions, JoinsSurviveANameThatIsGoneForAWhile) {
  ingested(*store_, person_story("one", "Ana Pérez"));
  Story two = person_story("two", "Anna Perez");
  ingested(*store_, two);
  ingested(*store_, person_story("three", "A. Perez"));
  done(pair("Ana Pérez", "Anna Perez", "same"));
  done(pair("Anna Perez", "A. Perez", "same"));
  const std::vector<StoredEntity> joined = store_->entities().value();
  Story renamed = two;
  renamed.extraction.entities[0].name = renamed.facts.names[0].name = "Bo Ek";
  ASSERT_EQ(ingested(*store_, renamed).kind, IngestKind::reread);
  const std::vector<StoredEntity> people = store_->entities(EntityKind::person).value();
  ASSERT_EQ(people.size(), 2U) << "Bo Ek, and the two that the missing name still joins";
  const std::vector<DecisionEntry> entries = store_->decision_entries().value();
  EXPECT_EQ(entries[0].state, DecisionState::stale);
  EXPECT_EQ(entries[0].because, "no article names “Anna Perez” any more");
  EXPECT_EQ(faults(), "");
  ingested(*store_, two);
  EXPECT_EQ(store_->entities().value(), joined);
  EXPECT_EQ(store_->decision_entries().value()[0].state, DecisionState::standing);
}

TEST_F(Decisions, AreFoundByPersonSubjectAndTime) {
  ingested(*store_, mill_story());
  const Flag x = flag("x", {"a"}, "mill");
  run({x});
  done(decide("flag", x.id, "confirmed", {}, "", "Ada"));
  done(decide("flag", x.id, "dismissed", {}, "", "Ben"));
  const auto count = [&](const DecisionFilter& filter) { return store_->decision_entries(filter).value().size(); };
  EXPECT_EQ(count({.by = "Ada"}), 1U);
  EXPECT_EQ(count({.by = "ada"}), 0U);
  EXPECT_EQ(count({.subject = x.id.substr(0, 6)}), 2U);
  EXPECT_EQ(count({.since = "2020-03-05"}), 2U);
  EXPECT_EQ(count({.since = "2020-03-06"}), 0U);
  EXPECT_EQ(count({.until = "2020-03"}), 2U);
  EXPECT_EQ(count({.until = "2020-03-04"}), 0U);
  EXPECT_EQ(count({.state = DecisionState::replaced}), 1U);
}

TEST(OlderStores, OpenWithTheirDecisions) {
  std::ifstream file(std::string(HEARSAY_ROOT) + "/fixtures/stores/0001_first.db.zst", std::ios::binary);
  const std::string frame{std::istreambuf_iterator<char>(file), {}};
  const Result<std::string> bytes = expanded(frame, 229376);
  ASSERT_TRUE(bytes.ok()) << bytes.error().text();
  const Folder folder;
  std::ofstream(folder.file("old.db"), std::ios::binary) << *bytes;
  EXPECT_EQ(Store::open(folder.file("old.db"), OpenMode::read_only).error().code, ErrorCode::unsupported);
  const std::unique_ptr<Store> store = opened(folder.file("old.db"), OpenMode::existing);
  const std::vector<Fault> faults = store->verify().value();
  for (const Fault& fault : faults) ADD_FAILURE() << fault.where << ": " << fault.what;
  const std::vector<DecisionEntry> entries = store->decision_entries().value();
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].state, DecisionState::replaced);
  EXPECT_EQ(entries[1].state, DecisionState::standing);
  const Flag decided = store->flag(entries[1].decision.subject).value();
  EXPECT_EQ(decided.status, FlagStatus::dismissed);
  EXPECT_EQ(decided.decision, entries[1].decision.id);
  ASSERT_TRUE(store->undo(entries[1].decision.id, {"", "", "", "", "", "Cy", "2026-11-01T00:00:00Z", "", ""}).ok());
  EXPECT_EQ(store->flag(decided.id).value().status, FlagStatus::confirmed);
  EXPECT_TRUE(store->verify().value().empty());
}

}  // namespace
}  // namespace hearsay
