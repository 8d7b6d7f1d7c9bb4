// Random histories of a store: articles come, are corrected, read anew and withdrawn, rules change. Whatever happened,
// three ways to the flags agree: after each step a check of what it touched; one check of everything at the end; a
// check of everything a shard at a time. HEARSAY_HISTORIES says how many; twenty follow one another in one store.

#include <fmt/format.h>

#include <map>
#include <random>
#include <set>

#include "core/origins/shingles.h"
#include "core/value/hash.h"
#include "rules/engine/check.h"
#include "tests/rules/shop.h"

namespace hearsay {
namespace {

constexpr const char* kNow = "2026-03-09T12:00:00Z";

// "<name>, <office> of the port, said “<words>” and that <figure> <were> dead in the <event> on March <day>."
struct Sentence {
  std::string name;
  std::string office;
  std::string words;
  int figure = 0;
  std::string event;
  int day = 1;
  Modality modality = Modality::asserted;
  std::string cites;
};

struct Story {
  Source source;
  Article article;
  Extraction extraction;
  Facts facts;
};

class StoryWriter {
 public:
  // `known`: how many of the sentences the reading finds anything in.
  Story write(const std::string& id, const std::vector<Sentence>& sentences, std::size_t known) {
    story_ = {};
    Article& article = story_.article;
    article.id = id;
    article.url = "https://example.org/" + id;
    article.text = "Report of " + id + ".\n";  // no two addresses hold the same bytes
    article.outlet = Stated{"The " + id + " Post", std::nullopt};
    article.published = {"2026-03-0" + std::to_string(1 + id.back() % 7), DateBasis::stated, std::nullopt};
    for (std::size_t i = 0; i < sentences.size(); ++i) add(sentences[i], i < known);
    article.zones = {{ZoneKind::body, {0, article.text.size()}}};
    story_.source.bytes = article.text;
    story_.source.name = id + ".txt";
    story_.source.url = article.url;
    story_.source.received = kNow;
    story_.source.sha256 = sha256_hex(story_.source.bytes);
    article.sha256 = story_.source.sha256;
    story_.facts.shingles = shingles_of(article);
    return std::move(story_);
  }

 private:
  Span say(const std::string& words) {
    std::string& text = story_.article.text;
    const Span span{text.size(), text.size() + words.size()};
    text += words;
    return span;
  }

  std::size_t entity_of(const std::string& name) {
    auto& entities = story_.extraction.entities;
    const auto found = std::find_if(entities.begin(), entities.end(), [&](const Entity& e) { return e.name == name; });
    if (found != entities.end()) return static_cast<std::size_t>(found - entities.begin());
    entities.push_back({name, EntityKind::person, ""});
    return entities.size() - 1;
  }

  void add(const Sentence& sentence, bool known) {
    const Span name = say(sentence.name);
    say(", " + sentence.office + " of the port, said “");
    const Span quoted = say(sentence.words);
    say("” and that ");
    const std::size_t begin = story_.article.text.size();
    const Span number = say(std::to_string(sentence.figure));
    say(sentence.modality == Modality::denied ? " were not dead in the " : " were dead in the ");
    say(sentence.event + " on ");
    const Span day = say("March " + std::to_string(sentence.day));
    const std::size_t end = story_.article.text.size();
    say(".\n");
    if (!known) return;
    Claim claim;
    claim.content = {quoted, {begin, end}};
    claim.quoted = {quoted};
    claim.type = ClaimType::mixed;
    claim.modality = sentence.modality;
    claim.said = {story_.article.published.edtf, SaidBasis::publication};
    claim.speaker =
        Speaker{name, sentence.name, sentence.name, SpeakerKind::person, sentence.office, entity_of(sentence.name)};
    if (!sentence.cites.empty()) claim.via = {sentence.cites};
    claim.id = claim_id(claim, sha256_hex(story_.article.url));
    Quantity quantity;
    quantity.span = quantity.number = number;
    quantity.low = quantity.high = sentence.figure;
    quantity.noun = "dead";
    Time time;
    time.span = day;
    time.edtf = fmt::format("2026-03-{:02}", sentence.day);
    claim.quantities = {quantity};
    claim.times = {time};
    story_.extraction.claims.push_back(claim);
    story_.extraction.quantities.push_back(quantity);
    story_.extraction.times.push_back(time);
    add_facts(sentence, claim);
  }

  void add_facts(const Sentence& sentence, const Claim& claim) {
    Facts& facts = story_.facts;
    const std::size_t n = story_.extraction.claims.size() - 1;
    const Span name = *claim.speaker->span;
    const std::size_t entity = *claim.speaker->entity;
    const std::vector<std::string> keys{"given " + sentence.name.substr(0, sentence.name.find(' ')),
                                        "last " + sentence.name.substr(sentence.name.rfind(' ') + 1, 3)};
    const Mention mention{name, sentence.name, MentionForm::full, entity, sentence.office};
    story_.extraction.mentions.push_back(mention);
    auto same = std::find_if(facts.names.begin(), facts.names.end(),
                             [&](const NameFact& f) { return f.name == sentence.name; });
    if (same == facts.names.end())
      same =
          facts.names.insert(same, {sentence.name, entity, MentionForm::full, sentence.office, 0, n, name, name, keys});
    ++same->mentions;
    same->last = name;
    facts.mentions.push_back({n, mention, static_cast<std::size_t>(same - facts.names.begin())});
    facts.roles.push_back({n, entity, sentence.name, sentence.office, claim.said.edtf, name, keys});
    QuantityFact figure;
    figure.claim = n;
    figure.value = claim.quantities[0];
    figure.noun_class = figure.topic = "dead";
    figure.event = sentence.event;
    figure.anchors = {sentence.event};
    figure.as_of = claim.said.edtf;
    figure.keys = {"dead||" + sentence.event, "dead||all"};
    facts.quantities.push_back(figure);
    TimeFact time;
    time.claim = n;
    time.value = claim.times[0];
    time.predicate = "die";
    time.event = "die: harbour " + sentence.event;
    time.first_day = time.last_day = days_of(time.value.edtf)->first;
    time.keys = {"die|" + sentence.event, "die|harbour"};
    facts.times.push_back(time);
    const int polarity = sentence.modality == Modality::denied ? -1 : 1;
    facts.statements.push_back({n, polarity, "die", {sentence.event}, {"die|" + sentence.event, "die||port"}});
    facts.quotes.push_back({n, claim.quoted[0], {sentence.words.substr(0, 4), sentence.words.substr(5, 4)}});
    for (const std::string& cited : claim.via)
      facts.citations.push_back({n, cited, {std::min(cited, story_.article.outlet->value) + "|" + sentence.event}});
  }

  Story story_;
};

// Few names, words and events, so that most of it collides.
class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t end) { return random_() % end; }

  std::vector<Sentence> sentences() {
    static const std::vector<std::string> kNames{"Tomasz Wierzbicki", "Tomasz Wierzbiki", "Ingrid Sahlén",
                                                 "Ingrid Sahlen", "Anna Lim"};
    static const std::vector<std::string> kOffices{"mayor", "harbour master", "chief harbour master"};
    static const std::vector<std::string> kWords{"Nobody on the quay was told", "Nobody on the quay was asked",
                                                 "We bury our dead first", "We bury our dead first and then we ask"};
    static const std::vector<std::string> kEvents{"fire", "flood"};
    static const std::vector<int> kFigures{14, 17, 41, 300};
    static const std::vector<std::string> kOutlets{"", "", "the a1 Post", "the a2 Post"};
    const auto any = [this](const auto& list) { return list[below(list.size())]; };
    std::vector<Sentence> sentences;
    for (std::size_t i = below(3) + 1; i > 0; --i) {
      sentences.push_back(
          {any(kNames), any(kOffices), any(kWords), any(kFigures), any(kEvents), static_cast<int>(1 + below(3)),
           std::vector{Modality::asserted, Modality::possible, Modality::denied}[below(3)], any(kOutlets)});
    }
    return sentences;
  }

  // The rules with one of them edited, gone, or back again.
  Ruleset changed(Ruleset rules) {
    const Ruleset shipped = load_rules({});
    const Rule& rule = shipped.rules[below(shipped.rules.size())];
    const auto same = [&](const Rule& r) { return r.id == rule.id; };
    std::erase_if(rules.rules, same);
    if (below(3) == 0) return rules;
    std::string text = rule.text;
    if (below(2) == 0 && !rule.params.empty() && rule.params[0].type != ParamType::text) {
      const std::string written = " " + rule.params[0].value + " \"";
      text.replace(text.find(written), written.size(), rule.params[0].type == ParamType::real ? " 0.7 \"" : " 2 \"");
    }
    rules.rules.push_back(*parse_rule({rule.file, text}));
    std::sort(rules.rules.begin(), rules.rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
    return rules;
  }

 private:
  std::mt19937 random_;
};

// All that is seen of the flags.
std::string seen(Store& store) {
  std::string out;
  for (const Flag& flag : *store.flags()) {
    out += fmt::format("{} {} {} {} {}\n", flag.rule, flag.subject, name_of(flag.severity), flag.message,
                       fmt::join(flag.blocks, "|"));
    for (const Evidence& place : flag.evidence)
      out += fmt::format("  {}#{}@{} {}\n", place.article, place.claim, place.span.begin, place.text);
  }
  return out;
}

// Three stores of the same articles, checked in three ways.
class Stores {
 public:
  explicit Stores(int number) : number_(number) {
    stepwise_ = open("stepwise");
    whole_ = open("whole");
    sharded_ = open("sharded");
    use(load_rules({}));
  }

  // Seven steps on from what the histories before have left.
  void history(int seed) {
    chance_ = Chance(static_cast<unsigned>(seed));
    for (int step = 0; step < 7 && !testing::Test::HasFatalFailure(); ++step) {
      if (chance_.below(12) == 0) {
        use(chance_.changed(rules_));
        expect_good(step_checker_->check_touched({}, kNow));
      } else {
        change_an_article();
      }
    }
    expect_good(whole_checker_->check_all(kNow));
    check_shards();
    EXPECT_EQ(seen(*stepwise_), seen(*whole_)) << "history " << seed << ": step by step against everything at once";
    EXPECT_EQ(seen(*sharded_), seen(*whole_)) << "history " << seed << ": shard by shard against everything at once";
  }

  [[nodiscard]] std::vector<Fault> faults() const { return *stepwise_->verify(); }

 private:
  [[nodiscard]] std::unique_ptr<Store> open(const char* name) const {
    return *Store::open(fmt::format("file:{}-{}?mode=memory&cache=shared", name, number_), OpenMode::create);
  }

  void use(Ruleset rules) {
    step_checker_.reset();
    whole_checker_.reset();
    shard_checker_.reset();
    rules_ = std::move(rules);
    step_checker_ = *Checker::open(*stepwise_, rules_, shop_comparers());
    whole_checker_ = *Checker::open(*whole_, rules_, shop_comparers());
    shard_checker_ = *Checker::open(*sharded_, rules_, shop_comparers());
  }

  static void expect_good(const CheckReport& report) {
    for (const RuleOutcome& rule : report.rules) ASSERT_FALSE(rule.error) << rule.rule << ": " << rule.error->text();
  }

  // A new article or version, the same one read anew, or one withdrawn: a version without a statement.
  void change_an_article() {
    const std::string id = fmt::format("a{}", chance_.below(4));
    const std::size_t kind = chance_.below(6);
    std::vector<Sentence> sentences = chance_.sentences();
    if (kind == 0) sentences.clear();
    if (kind == 1 && written_.contains(id)) sentences = written_[id];
    if (kind == 2 && !written_.empty()) sentences = written_.begin()->second;  // a reprint
    const std::size_t known = kind == 1 ? chance_.below(sentences.size() + 1) : sentences.size();
    written_[id] = sentences;
    const Story story = StoryWriter().write(id, sentences, known);
    const Result<IngestOutcome> outcome = stepwise_->ingest(story.source, story.article, story.extraction, story.facts);
    ASSERT_TRUE(outcome) << outcome.error().text();
    for (Store* store : {whole_.get(), sharded_.get()})
      ASSERT_TRUE(store->ingest(story.source, story.article, story.extraction, story.facts));
    blocks_.insert(outcome->touched.begin(), outcome->touched.end());
    expect_good(step_checker_->check_touched(outcome->touched, kNow, outcome->growth));
  }

  void check_shards() {
    std::vector<std::vector<BlockKey>> shards(3);
    for (const BlockKey& block : blocks_) shards[chance_.below(shards.size())].push_back(block);
    for (const auto& shard : shards) expect_good(shard_checker_->check_shard(shard, kNow));
    expect_good(shard_checker_->check_touched({}, kNow));  // flags of rules that are gone
  }

  int number_;
  Chance chance_{0};
  Ruleset rules_;
  std::unique_ptr<Store> stepwise_, whole_, sharded_;
  std::unique_ptr<Checker> step_checker_, whole_checker_, shard_checker_;
  std::map<std::string, std::vector<Sentence>> written_;  // by article
  std::set<BlockKey> blocks_;                             // all that ever held a fact
};

TEST(Histories, StepByStepAllAtOnceAndShardByShardAgree) {
  constexpr int kOfOneStore = 20;  // histories that follow one another
  const char* wanted = std::getenv("HEARSAY_HISTORIES");
  const int histories = wanted == nullptr ? 20 : std::atoi(wanted);
  std::unique_ptr<Stores> stores;
  for (int seed = 0; seed < histories && !testing::Test::HasFailure(); ++seed) {
    if (seed % kOfOneStore == 0) stores = std::make_unique<Stores>(seed);
    stores->history(seed);
    if (seed % kOfOneStore == kOfOneStore - 1) {
      EXPECT_TRUE(stores->faults().empty()) << "after history " << seed;
    }
  }
}

}  // namespace
}  // namespace hearsay
