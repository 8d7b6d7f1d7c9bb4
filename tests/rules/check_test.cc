// Checks over stores: what a person sees after ingests, edits and changed rules. That the touched blocks suffice is
// held by histories_test.cc.

#include "rules/engine/check.h"

#include <fmt/format.h>

#include <set>

#include "core/value/hash.h"
#include "tests/rules/shop.h"

namespace hearsay {
namespace {

constexpr const char* kNow = "2026-03-09T12:00:00Z";

// A sentence "<name> counted <figure> dead in the <event>.", with the facts that extraction would make of it.
struct Sentence {
  std::string name;
  int figure = 0;
  std::string event;
};

struct Story {
  Source source;
  Article article;
  Extraction extraction;
  Facts facts;
};

std::size_t entity_of(Extraction& extraction, const std::string& name) {
  for (std::size_t i = 0; i < extraction.entities.size(); ++i) {
    if (extraction.entities[i].name == name) return i;
  }
  extraction.entities.push_back({name, EntityKind::person, ""});
  return extraction.entities.size() - 1;
}

void add_sentence(Story& story, const Sentence& sentence) {
  std::string& text = story.article.text;
  const std::size_t begin = text.size();
  const std::string figure = std::to_string(sentence.figure);
  text += sentence.name + " counted " + figure + " dead in the " + sentence.event + ".\n";
  Extraction& found = story.extraction;
  Claim claim;
  claim.content = {{begin, text.size() - 2}};
  claim.id = claim_id(claim, sha256_hex(story.article.url));
  const Span name{begin, begin + sentence.name.size()};
  const std::size_t at = name.end + 9;
  Quantity quantity;
  quantity.span = quantity.number = {at, at + figure.size()};
  quantity.low = quantity.high = sentence.figure;
  quantity.noun = "dead";
  claim.quantities = {quantity};
  found.claims.push_back(claim);
  found.quantities.push_back(quantity);
  const std::size_t n = found.claims.size() - 1;
  const std::size_t entity = entity_of(found, sentence.name);
  const std::vector<std::string> keys{"given " + sentence.name.substr(0, sentence.name.find(' ')),
                                      "last " + sentence.name.substr(sentence.name.rfind(' ') + 1, 3)};
  const Mention mention{name, sentence.name, MentionForm::full, entity, ""};
  found.mentions.push_back(mention);
  auto& names = story.facts.names;
  auto same =
      std::find_if(names.begin(), names.end(), [&sentence](const NameFact& f) { return f.name == sentence.name; });
  if (same == names.end())
    same = names.insert(same, {sentence.name, entity, MentionForm::full, "", 0, n, name, name, keys});
  ++same->mentions;
  same->last = name;
  story.facts.mentions.push_back({n, mention, static_cast<std::size_t>(same - names.begin())});
  QuantityFact fact;
  fact.claim = n;
  fact.value = quantity;
  fact.noun_class = "dead";
  fact.topic = "dead";
  fact.event = sentence.event;
  fact.anchors = {sentence.event};
  fact.keys = {"dead||" + sentence.event, "dead||all"};
  story.facts.quantities.push_back(fact);
}

Story story_of(const std::string& id, const std::vector<Sentence>& sentences) {
  Story story;
  story.article.id = id;
  story.article.url = "https://example.org/" + id;
  story.article.text = "Report of " + id + ".\n";  // no two addresses hold the same bytes
  story.article.published = {"2026-03-04", DateBasis::stated, std::nullopt};
  for (const Sentence& sentence : sentences) add_sentence(story, sentence);
  story.article.zones = {{ZoneKind::body, {0, story.article.text.size()}}};
  story.source.bytes = story.article.text;
  story.source.name = id + ".txt";
  story.source.url = story.article.url;
  story.source.received = kNow;
  story.source.sha256 = sha256_hex(story.source.bytes);
  story.article.sha256 = story.source.sha256;
  return story;
}

Ruleset shipped() {
  Ruleset set = load_rules({});
  const std::set<std::string> kept{"name-variant", "number-conflict", "unattributed", "name-ambiguous"};
  std::erase_if(set.rules, [&kept](const Rule& rule) { return kept.count(rule.id) == 0; });
  return set;
}

class CheckTest : public StoreTest {
 protected:
  std::vector<BlockKey> ingest(const std::string& id, const std::vector<Sentence>& sentences) {
    const Story story = story_of(id, sentences);
    const Result<IngestOutcome> outcome = store_->ingest(story.source, story.article, story.extraction, story.facts);
    if (!outcome) {
      ADD_FAILURE() << outcome.error().text();
      return {};
    }
    return outcome->touched;
  }

  CheckReport check(const Ruleset& rules, const std::vector<BlockKey>* touched = nullptr) {
    Result<std::unique_ptr<Checker>> checker = Checker::open(*store_, rules, shop_comparers());
    if (!checker) {
      ADD_FAILURE() << checker.error().text();
      return {};
    }
    CheckReport report = touched == nullptr ? (*checker)->check_all(kNow) : (*checker)->check_touched(*touched, kNow);
    for (const RuleOutcome& outcome : report.rules) {
      if (outcome.error) ADD_FAILURE() << outcome.rule << ": " << outcome.error->text();
    }
    return report;
  }

  std::vector<Flag> flags_of_rule(const std::string& rule) {
    FlagFilter filter;
    filter.rule = rule;
    return *store_->flags(filter);
  }
};

TEST_F(CheckTest, FlagShowsBothSidesAndTheirWords) {
  ingest("first", {{"Tomasz Wierzbicki", 14, "fire"}});
  ingest("second", {{"Tomasz Wierzbiki", 41, "fire"}});
  check(shipped());
  const std::vector<Flag> names = flags_of_rule("name-variant");
  ASSERT_EQ(names.size(), 1U) << "one flag, though the two names share two blocks";
  EXPECT_EQ(names[0].blocks.size(), 2U);
  EXPECT_EQ(names[0].severity, Severity::high);
  ASSERT_EQ(names[0].evidence.size(), 2U);
  EXPECT_EQ(names[0].evidence[0].text, "Tomasz Wierzbicki");
  EXPECT_EQ(names[0].evidence[1].text, "Tomasz Wierzbiki");
  EXPECT_EQ(names[0].claims.size(), 2U);
  const std::vector<Flag> numbers = flags_of_rule("number-conflict");
  ASSERT_EQ(numbers.size(), 1U);
  EXPECT_EQ(numbers[0].evidence[0].text, "14");
  EXPECT_EQ(numbers[0].id, flag_id("number-conflict", numbers[0].subject));
}

TEST_F(CheckTest, SecondCheckChangesNothing) {
  ingest("first", {{"Tomasz Wierzbicki", 14, "fire"}});
  ingest("second", {{"Tomasz Wierzbiki", 41, "fire"}});
  check(shipped());
  const Result<std::string> before = store_->state_hash();
  const CheckReport report = check(shipped());
  for (const RuleOutcome& outcome : report.rules) {
    EXPECT_TRUE(outcome.changes.opened.empty() && outcome.changes.retired.empty() && outcome.changes.changed.empty())
        << outcome.rule;
  }
  EXPECT_EQ(*before, *store_->state_hash());
}

TEST_F(CheckTest, CorrectedArticleRetiresItsFlagAndAnErrorMadeAgainRevivesIt) {
  const Ruleset rules = shipped();
  ingest("first", {{"Tomasz Wierzbicki", 14, "fire"}});
  ingest("second", {{"Tomasz Wierzbiki", 14, "fire"}});
  check(rules);
  const std::string id = flags_of_rule("name-variant").at(0).id;
  std::vector<BlockKey> touched = ingest("second", {{"Tomasz Wierzbicki", 14, "fire"}});
  check(rules, &touched);
  const Result<Flag> gone = store_->flag(id);
  EXPECT_EQ(name_of(gone->status), "retired");
  EXPECT_EQ(gone->retired_because, "no longer found");
  touched = ingest("second", {{"Tomasz Wierzbiki", 15, "fire"}});
  check(rules, &touched);
  const Result<Flag> back = store_->flag(id);
  EXPECT_EQ(name_of(back->status), "open");
}

// The names of each pair, in the block of the given name.
std::set<std::string> pairs_seen(Sandbox& sandbox) {
  const Rule rule = *parse_rule(
      {"pairs.sql",
       "-- hearsay-rule: 1\n-- id: pairs\n-- version: 1\n-- title: t\n-- kind: name\n-- severity: low\n-- why: w\n"
       "-- quiet when: q\n-- block: block_key\n-- needs: name_groups\n-- message: m\n-- test: pairs\n"
       "SELECT a.block_key AS block, a.name || ' / ' || b.name AS subject, 1 AS claim_a FROM name_groups AS a JOIN "
       "name_groups AS b ON b.block_key = a.block_key AND b.name > a.name WHERE (a.fresh OR b.fresh)"});
  const Result<std::vector<Row>> rows = sandbox.run(rule, {});
  if (!rows) ADD_FAILURE() << rows.error().text();
  std::set<std::string> pairs;
  for (const Row& row : *rows) pairs.insert(row.text("subject"));
  return pairs;
}

TEST_F(CheckTest, OfAGrownBlockOnlyPairsWithSomethingNewAreLookedAt) {
  ingest("first", {{"Tomasz Adamski", 14, "fire"}});
  ingest("second", {{"Tomasz Bielski", 14, "fire"}});
  ASSERT_TRUE(store_->checked(store_->unchecked()->upto));
  ingest("third", {{"Tomasz Czerny", 14, "fire"}});
  const Growth growth = store_->unchecked()->growth;
  const BlockKey block{"names", "given Tomasz"};
  ASSERT_TRUE(std::count(growth.grown.begin(), growth.grown.end(), block));
  const std::unique_ptr<Sandbox> sandbox = *Sandbox::open(store_->path(), shop_comparers());
  const std::set<std::string> fresh{"Tomasz Adamski / Tomasz Czerny", "Tomasz Bielski / Tomasz Czerny"};
  std::set<std::string> all = fresh;
  all.insert("Tomasz Adamski / Tomasz Bielski");
  EXPECT_EQ(pairs_seen(*sandbox), all);
  ASSERT_TRUE(sandbox->came(growth.articles));
  ASSERT_TRUE(sandbox->narrow({block.key}, {block.key}));
  EXPECT_EQ(pairs_seen(*sandbox), fresh);
  ASSERT_TRUE(sandbox->narrow({block.key}));
  EXPECT_EQ(pairs_seen(*sandbox), all);
}

TEST_F(CheckTest, ABlockThatGrowsKeepsItsFlagsAndGetsNewOnes) {
  const Ruleset rules = shipped();
  ingest("first", {{"Tomasz Wierzbicki", 14, "fire"}});
  ingest("second", {{"Tomasz Wierzbiki", 14, "fire"}});
  check(rules);
  ASSERT_TRUE(store_->checked(store_->unchecked()->upto));
  ingest("third", {{"Tomasz Wierzbicky", 14, "fire"}});
  const Unchecked unchecked = *store_->unchecked();
  const std::unique_ptr<Checker> checker = *Checker::open(*store_, rules, shop_comparers());
  checker->check_touched(unchecked.blocks, kNow, unchecked.growth);
  EXPECT_GE(flags_of_rule("name-variant").size(), 2U);
  const std::string stepwise = *store_->state_hash();
  checker->check_all(kNow);
  EXPECT_EQ(*store_->state_hash(), stepwise);
}

TEST_F(CheckTest, RuleThatIsGoneRetiresItsFlagsSayingSo) {
  ingest("first", {{"Tomasz Wierzbicki", 14, "fire"}});
  ingest("second", {{"Tomasz Wierzbiki", 14, "fire"}});
  Ruleset rules = shipped();
  check(rules);
  const std::string id = flags_of_rule("name-variant").at(0).id;
  std::erase_if(rules.rules, [](const Rule& rule) { return rule.id == "name-variant"; });
  check(rules);
  const Result<Flag> gone = store_->flag(id);
  EXPECT_EQ(gone->retired_because, "the rule was removed");
}

TEST_F(CheckTest, BadRuleIsReportedAndTouchesNoFlag) {
  ingest("first", {{"Tomasz Wierzbicki", 14, "fire"}});
  ingest("second", {{"Tomasz Wierzbiki", 41, "fire"}});
  Ruleset rules = shipped();
  check(rules);
  Ruleset broken = rules;
  for (Rule& rule : broken.rules) {
    if (rule.id == "name-variant") {
      rule.text += "\nAND no_such_column";
      rule.sha256 = sha256_hex(rule.text);
    }
  }
  Result<std::unique_ptr<Checker>> checker = Checker::open(*store_, broken, shop_comparers());
  ASSERT_TRUE(checker);
  const CheckReport report = (*checker)->check_all(kNow);
  std::size_t faults = 0;
  for (const RuleOutcome& outcome : report.rules) faults += outcome.error ? 1U : 0U;
  EXPECT_EQ(faults, 1U);
  EXPECT_EQ(flags_of_rule("name-variant").size(), 1U);
  EXPECT_EQ(flags_of_rule("number-conflict").size(), 1U);
}

TEST_F(CheckTest, ChangedRuleRunsOverEverything) {
  ingest("first", {{"Tomasz Wierzbicki", 14, "fire"}});
  ingest("second", {{"Anna Lim", 15, "fire"}});
  Ruleset rules = shipped();
  check(rules);
  EXPECT_EQ(flags_of_rule("number-conflict").size(), 1U);
  Rule& rule =
      *std::find_if(rules.rules.begin(), rules.rules.end(), [](const Rule& r) { return r.id == "number-conflict"; });
  std::string text = rule.text;
  text.replace(text.find("REAL 0.05"), 9, "REAL 0.50");
  rule = *parse_rule({rule.file, text});
  const std::vector<BlockKey> nothing;
  check(rules, &nothing);
  EXPECT_TRUE(flags_of_rule("number-conflict").empty());
}

}  // namespace
}  // namespace hearsay
