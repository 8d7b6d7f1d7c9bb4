// How long a reviewer waits for the next flag: decide, fetch, lay out. review_bench CLAIMS... makes a store of each
// size in a temporary folder, every tenth claim in a flag of two sides, and prints one line of JSON: milliseconds of
// CPU (user and system) and of the clock for the first screen, and for the screens behind it the middle one, the 99th
// of a hundred and the worst. The first size is the baseline of the others.

#include <fmt/format.h>
#include <stdlib.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/review_text.h"
#include "core/value/hash.h"
#include "desk/review.h"

namespace hearsay {
namespace {

constexpr std::size_t kClaimsAnArticle = 100;
constexpr std::size_t kScreens = 300;
constexpr const char* kNow = "2026-05-04T12:00:00Z";

struct Clocks {
  double wall = 0;
  double cpu = 0;
};

Clocks now() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto ms = [](const timeval& t) {
    return 1000.0 * static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1000.0;
  };
  const auto wall = std::chrono::steady_clock::now().time_since_epoch();
  return {std::chrono::duration<double, std::milli>(wall).count(), ms(used.ru_utime) + ms(used.ru_stime)};
}

template <typename T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().text());
  return std::move(result).value();
}

// An article of kClaimsAnArticle statements, a figure in each; returns their ids with the places of the figures.
std::vector<Evidence> add_article(Store& store, std::size_t number) {
  Article article;
  article.id = fmt::format("a{}", number);
  article.url = fmt::format("https://bench.example/{}", number);
  article.outlet = Stated{fmt::format("Outlet {}", number % 40), std::nullopt};
  article.published = {"2026-05-04", DateBasis::stated, std::nullopt};
  article.text = fmt::format("Report {}.\n", number);
  Extraction found;
  Facts facts;
  found.entities = {{fmt::format("Person {}", number % 500), EntityKind::person, "mayor"}};
  std::vector<Evidence> places;
  for (std::size_t i = 0; i < kClaimsAnArticle; ++i) {
    const std::size_t begin = article.text.size();
    const std::string figure = std::to_string(10 + (number * 7 + i) % 90);
    article.text +=
        fmt::format("Some {} people were counted at the ferry of day {} near the northern quay. ", figure, i);
    Claim claim;
    claim.type = ClaimType::indirect;
    claim.content = {{begin, article.text.size() - 2}};
    claim.id = sha256_hex(article.id + std::to_string(i)).substr(0, 16);
    claim.speaker = Speaker{};
    claim.speaker->name = found.entities[0].name;
    claim.speaker->entity = 0;
    Quantity quantity;
    quantity.span = quantity.number = {begin + 5, begin + 5 + figure.size()};
    quantity.low = quantity.high = 1;
    claim.quantities = {quantity};
    places.push_back({article.id, claim.id, quantity.span, figure});
    facts.quantities.push_back(
        {i, quantity, "person", "people", "ferry", {"ferry"}, "", "", {fmt::format("person||{}", i)}});
    found.quantities.push_back(quantity);
    found.claims.push_back(std::move(claim));
  }
  article.zones = {{ZoneKind::body, {0, article.text.size()}}};
  Source source{article.text, article.id + ".txt", "text/plain", article.url, kNow, sha256_hex(article.text)};
  article.sha256 = source.sha256;
  must(store.ingest(source, article, found, facts));
  return places;
}

void fill(Store& store, std::size_t claims) {
  RuleRun run{"number-conflict", "aa", "quantities", "{}", kNow, std::nullopt, {}, ""};
  std::vector<Evidence> before;
  for (std::size_t number = 0; number < claims / kClaimsAnArticle; ++number) {
    if (number % 100 == 0) must(store.begin_batch());
    const std::vector<Evidence> places = add_article(store, number);
    if (number % 100 == 99 || number + 1 == claims / kClaimsAnArticle) must(store.commit_batch());
    for (std::size_t i = 0; i < before.size(); i += 10) {
      Flag flag;
      flag.rule = run.rule;
      flag.subject = fmt::format("number of people at ferry {} {}", number, i);
      flag.id = flag_id(flag.rule, flag.subject);
      flag.rule_title = "Different figures for one thing";
      flag.rule_why = "Two figures for one thing cannot both be printed without a word of explanation.";
      flag.kind = "number";
      flag.message = fmt::format("people: {} against {}", before[i].text, places[i].text);
      flag.blocks = {fmt::format("person||{}", i)};
      flag.evidence = {before[i], places[i]};
      flag.claims = {{before[i].article, before[i].claim}, {places[i].article, places[i].claim}};
      flag.evidence_sha256 = sha256_hex(flag.message);
      run.found.push_back(std::move(flag));
    }
    before = places;
  }
  must(store.apply(run));
}

struct Waits {
  std::vector<double> wall, cpu;
  void add(const Clocks& from, const Clocks& to) {
    wall.push_back(to.wall - from.wall);
    cpu.push_back(to.cpu - from.cpu);
  }
};

double at(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void measure(const std::string& path, std::size_t claims) {
  std::unique_ptr<Store> store = must(Store::open(path, OpenMode::create));
  fill(*store, claims);
  store.reset();  // reviews begin on a store that was closed
  const Clocks begun = now();
  store = must(Store::open(path, OpenMode::existing));
  Review review = must(Review::begin(*store, Lexicon::shipped(), {.undecided = true}, "Ada"));
  std::size_t letters = review_text(Terminal{}, must(review.sheet()), false).size();
  const Clocks first = now();
  Waits waits;
  for (std::size_t i = 0; i < kScreens && !review.at_end(); ++i) {
    const Clocks before = now();
    must(review.decide("dismissed", "", DecisionScope::evidence, kNow));
    if (review.at_end()) break;
    letters += review_text(Terminal{}, must(review.sheet()), false).size();
    waits.add(before, now());
  }
  fmt::print("{{\"claims\": {}, \"flags\": {}, \"first_cpu_ms\": {:.1f}, \"first_ms\": {:.1f}", claims, review.size(),
             first.cpu - begun.cpu, first.wall - begun.wall);
  for (const auto& [name, values] : {std::pair{"cpu_ms", &waits.cpu}, {"ms", &waits.wall}}) {
    fmt::print(", \"next_{0}\": {{\"p50\": {1:.2f}, \"p99\": {2:.2f}, \"worst\": {3:.2f}}}", name, at(*values, 0.5),
               at(*values, 0.99), at(*values, 1));
  }
  fmt::print(", \"letters\": {}}}\n", letters);
}

}  // namespace
}  // namespace hearsay

int main(int argc, char** argv) {
  std::string folder = (std::filesystem::temp_directory_path() / "hearsay-XXXXXX").string();
  if (argc < 2 || mkdtemp(folder.data()) == nullptr) {
    std::fprintf(stderr, "review_bench CLAIMS...\n");
    return 2;
  }
  int code = 0;
  try {
    for (int i = 1; i < argc; ++i) {
      hearsay::measure(folder + "/" + argv[i] + ".db", std::stoul(argv[i]));
    }
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "review_bench: %s\n", fault.what());
    code = 2;
  }
  std::filesystem::remove_all(folder);
  return code;
}
