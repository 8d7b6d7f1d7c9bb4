// Random histories of a desk: articles come in, are edited and read again, rules change, names are joined and parted,
// people decide, take back, exchange decisions. Whatever the order, no verdict is lost, each stale one says why, a join
// taken back leaves the state as it was, and verify() finds nothing. HEARSAY_DECISION_HISTORIES says how many.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include "core/extract/extract.h"
#include "desk/check.h"
#include "desk/exchange.h"
#include "desk/ingest.h"
#include "desk/names.h"

namespace hearsay {
namespace {

constexpr int kSteps = 14;

Ruleset rules_with_tolerance(const char* tolerance) {
  static const std::set<std::string> kKept{"name-variant", "number-conflict", "role", "name-ambiguous"};
  Ruleset rules = load_rules({});
  std::erase_if(rules.rules, [](const Rule& rule) { return kKept.count(rule.id) == 0; });
  for (Rule& rule : rules.rules) {
    const std::size_t at = rule.text.find("REAL 0.05");
    if (rule.id != "number-conflict" || at == std::string::npos) continue;
    std::string text(rule.text);
    rule = *parse_rule({rule.file, text.replace(at, 9, std::string("REAL ") + tolerance)});
  }
  return rules;
}

struct World {  // what all histories share
  const Lexicon& lexicon = Lexicon::shipped();
  const Extractor extractor{lexicon};
  const Ruleset strict = rules_with_tolerance("0.05");
  const Ruleset lax = rules_with_tolerance("0.60");
};

const World& world() {
  static const World kWorld;
  return kWorld;
}

// What the test remembers having been decided about one subject and aspect, or about the same claim in a newer version:
// the last of them stands. By the first decision's id.
using Remembered = std::map<std::string, std::vector<Decision>>;

class History {
 public:
  explicit History(unsigned seed) : random_(seed) {
    store_ = opened("history", seed);
    colleague_ = opened("colleague", seed);
  }

  void run() {
    for (int i = 0; i < 3; ++i) ingest();
    for (int step = 0; step < kSteps && !testing::Test::HasFatalFailure(); ++step) {
      one_step();
      look();
    }
    const std::vector<Fault> faults = store_->verify().value();
    for (const Fault& fault : faults) ADD_FAILURE() << fault.where << ": " << fault.what;
    EXPECT_EQ(store_->log().value().size(), made_);
  }

 private:
  static std::unique_ptr<Store> opened(const char* name, unsigned seed) {
    return *Store::open(fmt::format("file:{}-{}?mode=memory&cache=shared", name, seed), OpenMode::create);
  }
  template <typename List>
  const auto& any(const List& list) {
    return list[random_() % list.size()];
  }
  std::string now() { return fmt::format("2026-05-04T{:02}:{:02}:00Z", clock_ / 60, clock_ % 60); }

  std::string text() {
    static const std::vector<std::string> kPeople{"Tomasz Wierzbicki", "Tomasz Wierzbiki", "Ingrid Sahlén",
                                                  "Ingrid Sahlen", "Anna Lim"};
    static const std::vector<std::string> kFigures{"14", "17", "41", "at least 12"};
    static const std::vector<std::string> kOffices{"Harbour master", "Mayor", "Fire chief"};
    std::string text = "Fire at the Merrow mill\n\nMay 4, 2026\n\n";
    for (std::size_t i = random_() % 2 + 1; i > 0; --i) {
      text += fmt::format("{} {} said {} people died when the mill at Merrow burned down on Monday. ", any(kOffices),
                          any(kPeople), any(kFigures));
    }
    return text + "\n";
  }

  void ingest_into(Store& store, const Source& source) {
    Ingest ingest(store, world().lexicon, world().extractor, {});
    ASSERT_TRUE(ingest.add(source).ok());
    ASSERT_TRUE(ingest.finish().ok());
    const Result<CheckReport> checked = check_unchecked(store, *rules_, world().lexicon, now());
    ASSERT_TRUE(checked.ok());
    for (const Error& fault : faults_of(*checked)) FAIL() << fault.text();
    ASSERT_EQ(store.unchecked()->upto, 0);
  }

  // A new article, another version of one, or one that is there already.
  void ingest() {
    const std::string name = fmt::format("a{}", random_() % 4);
    const Source source = received(text(), name + ".txt", "https://merrow.example/" + name, now());
    ingest_into(*store_, source);
    ingest_into(*colleague_, source);
  }

  void change_rules() {
    rules_ = rules_ == &world().strict ? &world().lax : &world().strict;
    ASSERT_TRUE(check_everything(*store_, *rules_, world().lexicon, now()).ok());
    ASSERT_TRUE(check_everything(*colleague_, *rules_, world().lexicon, now()).ok());
  }

  void remember(const Decision& decision) {
    ++made_;
    if (decision.replaces.empty()) first_[decision.id] = decision.id;
    if (!decision.replaces.empty()) first_[decision.id] = first_.at(decision.replaces);
    remembered_[first_.at(decision.id)].push_back(decision);
  }

  void decide_flag() {
    static const std::vector<std::string> kVerdicts{"confirmed", "dismissed", "explained", "reopened"};
    static const std::vector<DecisionScope> kScopes{DecisionScope::evidence, DecisionScope::evidence,
                                                    DecisionScope::flag, DecisionScope::block, DecisionScope::sources};
    const std::vector<Flag> flags = store_->flags().value();
    if (flags.empty()) return;
    const Decision decision{"", "flag", any(flags).id, any(kVerdicts), "why", any(people_), now(), "",
                            "", "",     any(kScopes)};
    const Result<Decision> made = store_->decide(decision);
    ASSERT_TRUE(made.ok()) << made.error().text();
    remember(*made);
  }

  void decide_claim() {
    const std::vector<StoredClaim> claims = store_->claims().value();
    if (claims.empty()) return;
    const StoredClaim& claim = any(claims);
    Decision decision{"", "claim",    claim.ref.article + "#" + claim.ref.claim, "rated", "", any(people_), now(), "",
                      "", "2/5 False"};
    if (const auto kind = random_() % 4; kind != 0) {
      decision.verdict = kind == 1 ? "not-a-claim" : "speaker";
      decision.value = kind == 1 ? "" : kind == 2 ? "Anna Lim" : "Vera Holm";
    }
    const std::string before = store_->state_hash(StateOf::what_holds).value();
    const Result<Decision> made = store_->decide(decision);
    ASSERT_TRUE(made.ok()) << made.error().text();
    remember(*made);
    check(*store_);
    look_at_claim(*made);
    if (random_() % 2 == 0) return;
    undo(*made);
    check(*store_);
    EXPECT_EQ(store_->state_hash(StateOf::what_holds).value(), before) << "taken back, yet not as before";
  }

  // A decision just made about a claim of a current version takes effect; no flag rests on what is no claim.
  void look_at_claim(const Decision& made) {
    const StoredClaim claim = store_->claim(made.subject).value();
    const Decision* decided = claim.decided(aspect_of("claim", made.verdict));
    ASSERT_NE(decided, nullptr);
    EXPECT_EQ(*decided, made);
    if (made.verdict == "speaker") {
      EXPECT_EQ(claim.claim.speaker->name, made.value);
    }
    if (claim.decided("claim") == nullptr) return;
    const std::vector<StoredClaim> all = store_->claims({.article = claim.ref.article}).value();
    for (const StoredClaim& listed : all) {
      EXPECT_NE(listed.ref, claim.ref);
    }
    const std::vector<Flag> flags = store_->flags().value();
    for (const Flag& flag : flags) {
      EXPECT_EQ(std::count(flag.claims.begin(), flag.claims.end(), claim.ref), 0) << flag.message;
    }
  }

  // Joins or parts two names; a join is sometimes taken back at once, and the state is what it was.
  void decide_names() {
    const std::vector<StoredEntity> entities = store_->entities(EntityKind::person).value();
    if (entities.size() < 2) return;
    const std::string a = any(entities).id, b = any(entities).id;
    const std::string verdict = random_() % 3 == 0 ? "different" : "same";
    const std::string before = store_->state_hash(StateOf::what_holds).value();
    const std::string whole = store_->state_hash().value();
    const Result<Decision> made =
        store_->decide({"", "names", a + " + " + b, verdict, "", any(people_), now(), "", ""});
    if (!made) {
      EXPECT_EQ(made.error().code, a == b ? ErrorCode::malformed : ErrorCode::conflict) << made.error().text();
      EXPECT_EQ(store_->state_hash().value(), whole) << "a decision that is refused changes nothing";
      return;
    }
    remember(*made);
    check(*store_);
    if (random_() % 2 == 0) return;
    undo(*made);
    check(*store_);
    EXPECT_EQ(store_->state_hash(StateOf::what_holds).value(), before) << "unmerged, yet not as before";
  }

  void check(Store& store) {
    const Result<CheckReport> checked = check_unchecked(store, *rules_, world().lexicon, now());
    ASSERT_TRUE(checked.ok());
    for (const Error& fault : faults_of(*checked)) FAIL() << fault.text();
  }

  void undo(const Decision& decision) {
    const Result<Decision> made = store_->undo(decision.id, {"", "", "", "", "", any(people_), now(), "", ""});
    if (!made) {  // names only: what would stand again contradicts later decisions
      ASSERT_EQ(decision.about, "names") << made.error().text();
      return;
    }
    ++made_;
    remembered_[first_.at(decision.id)].pop_back();
  }

  void undo_any() {
    std::vector<Decision> standing;
    for (const auto& [subject, decisions] : remembered_) {
      if (!decisions.empty()) standing.push_back(decisions.back());
    }
    if (standing.empty()) return;
    undo(any(standing));
    check(*store_);
  }

  // To the colleague and back: nothing is added twice, nothing of one's own is overwritten.
  void exchange() {
    const std::vector<ExchangeRecord> records = exchange_records(*store_, true).value();
    const bool csv = random_() % 2 == 0;
    const ExchangeFile file = read_exchange(csv ? exchange_csv(records) : exchange_jsonl(records), "file");
    ASSERT_TRUE(file.errors.empty()) << file.errors[0].text();
    ASSERT_EQ(file.records.size(), records.size());
    const std::string before = store_->state_hash().value();
    const ImportReport home = import_decisions(*store_, file.records, "Cy", now());
    EXPECT_EQ(home.added + home.conflicts.size() + home.errors.size(), 0U);
    EXPECT_EQ(store_->state_hash().value(), before);
    const std::size_t theirs = colleague_->log().value().size();
    const ImportReport first = import_decisions(*colleague_, file.records, "Cy", now());
    check(*colleague_);
    EXPECT_EQ(colleague_->log().value().size(), theirs + first.added);
    const ImportReport again = import_decisions(*colleague_, file.records, "Cy", now());
    // what decides about a flag that the check has only now brought back
    EXPECT_LE(again.added, first.errors.size()) << "importing twice adds nothing";
    EXPECT_TRUE(colleague_->verify().value().empty());
  }

  void one_step() {
    ++clock_;
    switch (random_() % 13) {
      case 0:
      case 1:
      case 2:
        return ingest();
      case 3:
        return change_rules();
      case 4:
      case 5:
        return decide_names();
      case 6:
      case 7:
      case 8:
        return decide_flag();
      case 9:
      case 10:
        return decide_claim();
      case 11:
        return undo_any();
      default:
        return exchange();
    }
  }

  // Every decision remembered as standing stands, or is stale and says why; what it decided is what the flag says.
  void look() {
    std::map<std::string, DecisionEntry> entries;
    const std::vector<DecisionEntry> all = store_->decision_entries().value();
    for (const DecisionEntry& entry : all) entries.emplace(entry.decision.id, entry);
    ASSERT_EQ(entries.size(), made_);
    for (const auto& [subject, decisions] : remembered_) {
      for (const Decision& decision : decisions) {
        ASSERT_TRUE(entries.contains(decision.id)) << "lost: " << decision.verdict << " about " << decision.subject;
        const DecisionEntry& entry = entries.at(decision.id);
        EXPECT_EQ(entry.decision, decision);
        const bool last = decision.id == decisions.back().id;
        if (!outranked(entry)) {
          EXPECT_EQ(entry.state == DecisionState::replaced, !last);
        }
        if (last) {
          EXPECT_EQ(entry.state != DecisionState::standing, !entry.because.empty());
        }
        if (last && decision.about == "flag") look_at_flag(entry);
      }
    }
  }

  // Two decisions about one claim in two versions, made while a version between them did not say it, or said it twice.
  bool outranked(const DecisionEntry& entry) {
    if (entry.decision.about != "claim" || entry.state != DecisionState::replaced) return false;
    const std::string by = entry.because.substr(3, 16);
    const Result<DecisionEntry> other = store_->decision_entry(by);
    return other.ok() && other->decision.subject != entry.decision.subject &&
           other->decision.grounds == entry.decision.grounds;
  }

  void look_at_flag(const DecisionEntry& entry) {
    const Flag flag = store_->flag(entry.decision.subject).value();
    if (flag.status == FlagStatus::retired) {
      EXPECT_FALSE(flag.retired_because.empty());
    } else if (flag.status == FlagStatus::stale) {
      EXPECT_EQ(entry.decision.scope, DecisionScope::evidence);
      EXPECT_NE(flag.evidence_sha256, entry.decision.evidence_sha256);
      EXPECT_FALSE(flag.stale_because.empty());
    } else {
      EXPECT_EQ(flag.decision, entry.decision.id);
      EXPECT_EQ(name_of(flag.status), entry.decision.verdict == "reopened" ? "open" : entry.decision.verdict);
    }
  }

  std::mt19937 random_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Store> colleague_;
  const Ruleset* rules_ = &world().strict;
  Remembered remembered_;
  std::map<std::string, std::string> first_;  // decision → the first about the same
  std::size_t made_ = 0;                      // decisions and undos
  int clock_ = 0;
  const std::vector<std::string> people_{"Ada", "Ben"};
};

TEST(Histories, NoVerdictIsLostAndEachStaleOneSaysWhy) {
  const char* wanted = std::getenv("HEARSAY_DECISION_HISTORIES");
  const int histories = wanted == nullptr ? 12 : std::atoi(wanted);
  for (int seed = 0; seed < histories && !HasFailure(); ++seed) {
    SCOPED_TRACE(fmt::format("history {}", seed));
    History(static_cast<unsigned>(seed)).run();
  }
}

}  // namespace
}  // namespace hearsay
