// What a check costs in a large store, on one core:
//
//   rules_bench STORE CLAIMS [PROBES]
//
// Fills STORE with CLAIMS claims, 20 an article, if it is not there (nothing is extracted; bench/bulk_store.h). Which
// event, person, verb or phrase a fact speaks of follows a Zipf distribution, so that the hottest block of each view
// holds a few per cent of all facts. Then, one line of JSON each, in CPU seconds (user and system):
//   a plain GROUP BY over the figures in their blocks: the baseline
//   each shipped rule over everything, as Checker::find runs it: its seconds, results, and ratio to the baseline
//   one more article with all rules, PROBES times over: ingest and check of what it touched; every one of them stands
//   in the hottest block of each view; and what each rule takes of that to find its flags

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "bench/bulk_store.h"
#include "core/store/store.h"
#include "core/value/hash.h"
#include "rules/engine/check.h"

namespace hearsay {
namespace {

constexpr std::size_t kClaimsOfArticle = 20;
constexpr const char* kNow = "2026-03-09T12:00:00Z";

// User and system time of the process: the machine may be busy with other things.
double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// Ranks from 0 with probability in proportion to 1 / (rank + 1), by the method of rejection inversion simplified for an
// exponent of one: floor(n^u) is close to it for u uniform.
class Zipf {
 public:
  explicit Zipf(std::size_t ranks) : ranks_(static_cast<double>(ranks)) {}
  std::size_t operator()(std::mt19937_64& random) const {
    const double u = std::uniform_real_distribution<double>(0, 1)(random);
    return static_cast<std::size_t>(std::pow(ranks_ + 1, u)) - 1;
  }

 private:
  double ranks_;
};

// A word that is one rank's own: "bakelo".
std::string word_of(std::size_t rank) {
  static constexpr std::string_view kConsonants = "bdfgklmnprstvz";
  static constexpr std::string_view kVowels = "aeiou";
  std::string word;
  for (std::size_t left = rank + 70; left > 0; left /= 70) {
    word += kConsonants[left % 70 / 5];
    word += kVowels[left % 5];
  }
  return word;
}

struct Story {
  Source source;
  Article article;
  Extraction extraction;
  Facts facts;
};

class Generator {
 public:
  explicit Generator(std::size_t claims)
      : events_(std::max<std::size_t>(claims / 2, 10)), people_(std::max<std::size_t>(claims / 5, 10)) {}

  // `hot`: its first claims speak of the hottest event, person, verb and phrase.
  Story story(std::size_t number, bool hot) {
    random_.seed(number);
    Story story;
    story.article.id = fmt::format("a{}", number);
    story.article.url = fmt::format("https://{}.example/{}", word_of(number % 997), number);
    story.article.outlet = Stated{word_of(number % 997), std::nullopt};
    story.article.published = {fmt::format("2026-03-{:02}", 1 + number % 28), DateBasis::stated, std::nullopt};
    for (std::size_t i = 0; i < kClaimsOfArticle; ++i) add_claim(story, hot && i < 3, i);
    story.article.zones = {{ZoneKind::body, {0, story.article.text.size()}}};
    story.source.bytes = story.article.text;
    story.source.name = story.article.id + ".txt";
    story.source.url = story.article.url;
    story.source.received = kNow;
    story.source.sha256 = sha256_hex(story.source.bytes);
    story.article.sha256 = story.source.sha256;
    story.article.media_type = "text/plain";
    return story;
  }

 private:
  std::size_t draw(const Zipf& zipf, bool hot) { return hot ? 0 : zipf(random_); }

  // "<Name>, <office> of <place>, said “<phrase>” and counted <figure> <noun> in the <event> on <day>."
  void add_claim(Story& story, bool hot, std::size_t n) {
    const std::size_t event = draw(events_, hot);
    const std::size_t person = draw(people_, hot);
    std::string& text = story.article.text;
    const std::size_t begin = text.size();
    const auto write = [&text](const std::string& words) {
      const Span span{text.size(), text.size() + words.size()};
      text += words;
      return span;
    };
    // every tenth or so is misspelt
    std::string name = word_of(person % 4001) + " " + word_of(person);
    if (random_() % 10 == 0) name.insert(name.size() / 2, 1, name[name.size() / 2]);
    const Span named = write(name);
    write(", ");
    const std::string office = word_of(person % 37 + (random_() % 20 == 0 ? 1 : 0));
    write(office + ", said “");
    const Span quoted = write(phrase(event));
    write("” and counted ");
    const double value = figure(event);
    const Span number = write(fmt::format("{:.0f}", value));
    write(" in the " + word_of(event) + " on ");
    const std::size_t day = 1 + event % 20 + (random_() % 8 == 0 ? 3 : 0);
    const Span date = write(fmt::format("March {}", day));
    write(fmt::format(".  {}-{}\n", story.article.id, n));

    Claim claim;
    claim.content = {{begin, text.size() - 1}};
    claim.type = ClaimType::indirect;
    claim.modality = random_() % 50 == 0 ? Modality::denied : Modality::asserted;
    claim.quoted = {quoted};
    claim.said = {story.article.published.edtf, SaidBasis::publication};
    const std::size_t entity = story.extraction.entities.size();
    story.extraction.entities.push_back({name, EntityKind::person, office});
    claim.speaker = Speaker{named, name, name, SpeakerKind::person, office, entity};
    Quantity quantity;
    quantity.span = quantity.number = number;
    quantity.low = quantity.high = value;
    quantity.noun = "dead";
    Time time;
    time.span = date;
    time.edtf = fmt::format("2026-03-{:02}", day);
    claim.quantities = {quantity};
    claim.times = {time};
    claim.id = claim_id(claim, story.article.id);
    story.extraction.claims.push_back(claim);
    story.extraction.quantities.push_back(quantity);
    story.extraction.times.push_back(time);
    add_facts(story, claim, event, person, office);
  }

  std::string phrase(std::size_t event) {
    const std::string rest = random_() % 6 == 0 ? " nothing" : " everything";
    return word_of(event + 7) + " " + word_of(event + 8) + " lost" + rest;
  }

  // Most agree; the more often an event is told, the more values it has.
  double figure(std::size_t event) {
    const double base = 20 + static_cast<double>(event * 37 % 900);
    return random_() % 30 == 0 ? base + static_cast<double>(Zipf(400)(random_)) * 11 : base;
  }

  void add_facts(Story& story, const Claim& claim, std::size_t event, std::size_t person, const std::string& office) {
    Facts& facts = story.facts;
    const std::size_t n = story.extraction.claims.size() - 1;
    const std::string what = word_of(event);
    const std::string& name = claim.speaker->name;
    const Span named = *claim.speaker->span;
    // the block of a family name is shared by everybody who bears it
    const std::vector<std::string> keys{"last " + word_of(person), "given " + word_of(person % 4001),
                                        "both " + name.substr(0, 9), "family " + word_of(person / 8)};
    const Mention mention{named, name, MentionForm::full, *claim.speaker->entity, office};
    story.extraction.mentions.push_back(mention);
    facts.mentions.push_back({n, mention, facts.names.size()});
    facts.names.push_back({name, *claim.speaker->entity, MentionForm::full, office, 1, n, named, named, keys});
    if (n % 5 == 0) {
      facts.roles.push_back(
          {n, *claim.speaker->entity, name, office, story.article.published.edtf, named, {keys[0], keys[2]}});
    }
    QuantityFact figure;
    figure.claim = n;
    figure.value = claim.quantities[0];
    figure.noun_class = figure.topic = "dead";
    figure.event = what;
    figure.anchors = {what, word_of(event + 1)};
    figure.as_of = claim.said.edtf;
    figure.keys = {"dead||" + what + "|" + word_of(event + 1), "dead||" + what + "|all"};
    facts.quantities.push_back(figure);
    if (n % 4 == 0) {
      TimeFact time;
      time.claim = n;
      time.value = claim.times[0];
      time.predicate = "die";
      time.event = "die: " + what + " " + word_of(event + 1);
      time.anchors = figure.anchors;
      time.first_day = time.last_day = days_of(time.value.edtf)->first;
      time.keys = {"die|" + what};
      facts.times.push_back(time);
    }
    StatementFact statement;
    statement.claim = n;
    statement.polarity = claim.modality == Modality::denied ? -1 : 1;
    statement.predicate = "die";
    statement.anchors = figure.anchors;
    statement.keys = {"die|" + what + "|" + word_of(event + 1), "die||" + word_of(event % 200)};
    facts.statements.push_back(statement);
    if (n % 3 == 0) {
      facts.quotes.push_back(
          {n, claim.quoted[0], {word_of(event + 7) + " " + word_of(event + 8), word_of(event + 8) + " lost"}});
    }
  }

  std::mt19937_64 random_;
  Zipf events_;
  Zipf people_;
};

int fail(const Error& error) {
  fmt::print(stderr, "{}\n", error.text());
  return 2;
}

int fill(const std::string& path, std::size_t claims) {
  Generator generator(claims);
  const std::size_t articles = claims / kClaimsOfArticle;
  const double begin = cpu_seconds();
  const Result<std::unique_ptr<BulkStore>> store = BulkStore::make(path);
  if (!store) return fail(store.error());
  for (std::size_t i = 0; i < articles; ++i) {
    const Story story = generator.story(i, false);
    (*store)->add(story.source, story.article, story.extraction, story.facts);
  }
  (*store)->finish();
  fmt::print("{{\"step\":\"fill\",\"claims\":{},\"cpu_seconds\":{:.1f}}}\n", claims, cpu_seconds() - begin);
  return 0;
}

double group_by(const std::string& path, const Comparers& comparers) {
  const std::unique_ptr<Sandbox> sandbox = *Sandbox::open(path, comparers);
  const double begin = cpu_seconds();
  const Result<std::vector<Row>> rows = sandbox->ask(
      "SELECT count(*) FROM (SELECT block_key, low, high, modifier, unit, rate, noun_class, scope, count(*) "
      "FROM quantities GROUP BY 1, 2, 3, 4, 5, 6, 7, 8)",
      {});
  const double seconds = cpu_seconds() - begin;
  fmt::print("{{\"step\":\"plain GROUP BY\",\"groups\":{},\"cpu_seconds\":{:.2f}}}\n", rows->front().text("count(*)"),
             seconds);
  return seconds;
}

std::vector<std::string> keys_of(const Rule& rule, const std::vector<BlockKey>& touched) {
  std::vector<std::string> keys;
  for (const BlockKey& block : touched) {
    if (family_of(block.view) == family_of(rule.needs.front())) keys.push_back(block.key);
  }
  return keys;
}

void probe(Store& store, Checker& checker, const Ruleset& rules, std::size_t claims, std::size_t probes) {
  Generator generator(claims);
  std::vector<double> took;
  std::vector<std::pair<double, std::string>> slowest;
  std::map<std::string, double> finding;  // rule → seconds, all probes together
  const std::size_t first = store.articles()->size();
  for (std::size_t i = 0; i < probes; ++i) {
    const Story story = generator.story(first + i + 1'000'000'000, true);
    const double begin = cpu_seconds();
    const Result<IngestOutcome> outcome = store.ingest(story.source, story.article, story.extraction, story.facts);
    const double stored = cpu_seconds();
    if (!outcome) std::exit(fail(outcome.error()));
    for (const RuleOutcome& rule : checker.check_touched(outcome->touched, kNow, outcome->growth).rules) {
      if (rule.error) fmt::print(stderr, "{}\n", rule.error->text());
    }
    took.push_back(cpu_seconds() - begin);
    slowest.emplace_back(took.back(), fmt::format("{:.1f} ms to store", 1000 * (stored - begin)));
    for (const Rule& rule : rules.rules) {
      const double before = cpu_seconds();
      (void)checker.find(rule, keys_of(rule, outcome->touched));
      finding[rule.id] += cpu_seconds() - before;
    }
  }
  for (const auto& [rule, seconds] : finding) {
    fmt::print("{{\"step\":\"one more article, finding\",\"rule\":\"{}\",\"cpu_ms_mean\":{:.2f}}}\n", rule,
               1000 * seconds / static_cast<double>(probes));
  }
  std::sort(took.begin(), took.end());
  std::sort(slowest.rbegin(), slowest.rend());
  fmt::print(
      "{{\"step\":\"one more article, all rules\",\"probes\":{},\"cpu_ms_median\":{:.1f},\"cpu_ms_p90\":{:.1f},"
      "\"cpu_ms_worst\":{:.1f},\"of the worst\":\"{}\"}}\n",
      probes, 1000 * took[probes / 2], 1000 * took[probes * 9 / 10], 1000 * took.back(), slowest.front().second);
}

int run(const std::string& path, std::size_t claims, std::size_t probes) {
  if (!std::filesystem::exists(path)) {
    if (const int code = fill(path, claims); code != 0) return code;
  }
  Result<std::unique_ptr<Store>> opened = Store::open(path, OpenMode::existing);
  if (!opened) return fail(opened.error());
  Store& store = **opened;
  const Comparers comparers(Lexicon::shipped());
  const Ruleset rules = load_rules({});
  const double baseline = group_by(path, comparers);
  const std::unique_ptr<Checker> checker = *Checker::open(store, rules, comparers, {.rows = 10'000'000});
  const char* only = std::getenv("HEARSAY_BENCH_RULE");
  for (const Rule& rule : rules.rules) {
    if (only != nullptr && rule.id.find(only) == std::string::npos) continue;
    const double begin = cpu_seconds();
    const Result<std::vector<Flag>> found = checker->find(rule, std::nullopt);
    const double seconds = cpu_seconds() - begin;
    fmt::print(
        "{{\"step\":\"full check\",\"rule\":\"{}\",\"kind\":\"{}\",\"flags\":{},\"cpu_seconds\":{:.2f},"
        "\"to GROUP BY\":{:.2f}}}\n",
        rule.id, rule.kind, found ? std::to_string(found->size()) : "\"" + found.error().message + "\"", seconds,
        seconds / baseline);
  }
  if (probes == 0) return 0;
  // rules that have not run yet run over everything now, so that what follows looks at touched blocks only
  checker->check_touched({}, kNow);
  probe(store, *checker, rules, claims, probes);
  return 0;
}

}  // namespace
}  // namespace hearsay

int main(int argc, char** argv) {
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  if (argc < 3) {
    std::fputs("rules_bench STORE CLAIMS [PROBES]\n", stderr);
    return 2;
  }
  return hearsay::run(argv[1], std::strtoull(argv[2], nullptr, 10),
                      argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 40);
}
