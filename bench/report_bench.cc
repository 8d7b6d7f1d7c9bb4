// The report of a large store: 500 made articles with 20 claims each, 1,000 flags. Prints one line of JSON: seconds of
// user CPU for assembling and for each writer, the baseline being the plain copy of the same articles' texts with the
// five characters of HTML escaped, bytes of the page, and the peak of memory.
//
//   build/release/bench/report_bench [ARTICLES [FLAGS]]

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <functional>

#include "core/report/report.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

constexpr std::size_t kClaims = 20;  // of an article

struct Made {
  Source source;
  Article article;
  Extraction extraction;
};

Made made_article(std::size_t number) {
  Made made;
  std::string text = fmt::format("Report number {} of the valley\n\n", number);
  made.article.zones.push_back({ZoneKind::headline, {0, text.size() - 2}});
  for (std::size_t i = 0; i < kClaims; ++i) {
    const std::size_t begin = text.size();
    const std::string name = fmt::format("Speaker {} Ndiaye", (number * 7 + i) % 400);
    const std::string content =
        fmt::format("“{} houses were flooded along the river and the bridge at kilometre {} was closed,”",
                    100 + number % 50 + i, i);
    text += content + " said " + name + " of the district office on the second day after the storm.\n\n";
    Claim claim;
    claim.type = ClaimType::direct;
    claim.content = {{begin, begin + content.size()}};
    const std::size_t at = begin + content.size() + 6;
    claim.speaker = Speaker{Span{at, at + name.size()},     name, name, SpeakerKind::person, "district officer",
                            made.extraction.entities.size()};
    claim.cue = Span{at - 5, at - 1};
    claim.said = {"2026-03-04", SaidBasis::publication};
    Quantity figure;
    figure.span = figure.number = {begin + 3, begin + 6};
    figure.low = figure.high = static_cast<double>(100 + number % 50 + i);
    figure.noun = "houses";
    claim.quantities = {figure};
    made.extraction.entities.push_back({name, EntityKind::person, "district officer"});
    made.extraction.claims.push_back(std::move(claim));
    made.article.zones.push_back({ZoneKind::body, {begin, text.size() - 2}});
  }
  for (Claim& claim : made.extraction.claims) claim.id = claim_id(claim, sha256_hex(text));
  made.source = {
      text, fmt::format("valley-{}.txt", number), "text/plain", "", "2026-03-05T00:00:00Z", sha256_hex(text)};
  made.article.id = fmt::format("valley-{}", number);
  made.article.sha256 = made.source.sha256;
  made.article.media_type = "text/plain";
  made.article.title = Stated{fmt::format("Report number {} of the valley", number), {}};
  made.article.outlet = Stated{fmt::format("Valley Post {}", number % 40), {}};
  made.article.published = {fmt::format("2026-03-{:02}", 1 + number % 28), DateBasis::stated, {}};
  made.article.text = std::move(text);
  return made;
}

Evidence evidence_of(const Made& made, std::size_t claim) {
  const Span span = made.extraction.claims[claim].quantities[0].span;
  return {made.article.id, made.extraction.claims[claim].id, span, std::string(span.of(made.article.text))};
}

void fill(Store& store, std::size_t articles, std::size_t flags) {
  std::vector<Made> all;
  for (std::size_t i = 0; i < articles; ++i) all.push_back(made_article(i));
  if (!store.begin_batch()) std::abort();
  for (const Made& made : all) {
    Result<IngestOutcome> outcome = store.ingest(made.source, made.article, made.extraction, {});
    if (!outcome) {
      fmt::print(stderr, "{}\n", outcome.error().text());
      std::abort();
    }
  }
  if (!store.commit_batch()) std::abort();
  RuleRun run{"number-conflict", std::string(64, 'a'), "quantities", "{}", "2026-03-05T00:00:00Z", {}, {}, ""};
  for (std::size_t i = 0; i < flags; ++i) {
    Flag flag;
    flag.rule = run.rule;
    flag.rule_title = "Different figures for one thing";
    flag.rule_why = "Two figures for one thing cannot both be printed without a word of explanation.";
    flag.rule_sha256 = run.rule_sha256;
    flag.kind = "number";
    flag.severity = static_cast<Severity>(i % 4);
    flag.subject = fmt::format("number of houses, valley {}", i);
    flag.message = fmt::format("houses: {} against {} (dispute {})", 100 + i % 50, 120 + i % 50, i);
    flag.id = flag_id(flag.rule, flag.subject);
    flag.blocks = {fmt::format("house + valley {}", i)};
    for (std::size_t side = 0; side < 4; ++side)
      flag.evidence.push_back(evidence_of(all[(i * 3 + side * 11) % all.size()], (i + side) % kClaims));
    for (const Evidence& evidence : flag.evidence) flag.claims.push_back({evidence.article, evidence.claim});
    run.found.push_back(std::move(flag));
  }
  Result<FlagChanges> applied = store.apply(run);
  if (!applied) {
    fmt::print(stderr, "{}\n", applied.error().text());
    std::abort();
  }
}

double user_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
}

double timed(const std::function<void()>& work) {
  const double begun = user_seconds();
  work();
  return user_seconds() - begun;
}

std::string escaped_texts(const Report& report) {
  std::string out;
  for (const ReportArticle& page : report.articles) {
    for (const char c : page.article.text) {
      switch (c) {
        case '<':
          out += "&lt;";
          break;
        case '>':
          out += "&gt;";
          break;
        case '&':
          out += "&amp;";
          break;
        case '"':
          out += "&quot;";
          break;
        case '\'':
          out += "&apos;";
          break;
        default:
          out += c;
      }
    }
  }
  return out;
}

int bench(std::size_t articles, std::size_t flags) {
  const std::string path =
      (std::filesystem::temp_directory_path() / fmt::format("report-bench-{}.db", getpid())).string();
  {
    Result<std::unique_ptr<Store>> store = Store::open(path, OpenMode::create);
    if (!store) return 2;
    fill(**store, articles, flags);
  }
  rusage before{};
  getrusage(RUSAGE_SELF, &before);
  Result<std::unique_ptr<Store>> store = Store::open(path, OpenMode::read_only);
  if (!store) return 2;
  Report report;
  const double assembling = timed([&] {
    Result<Report> made = assemble(**store, {}, {"2026-03-05T00:00:00Z", "hearsay bench", "", "", ""});
    if (made) report = std::move(made).value();
  });
  std::size_t claims = 0;
  for (const ReportArticle& page : report.articles) claims += page.claims.size();
  std::string page;
  std::string copy;
  const double html_seconds = timed([&] { page = html(report); });
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const double copying = timed([&] { copy = escaped_texts(report); });
  const double json_seconds = timed([&] { copy = json(report); });
  const double prov_seconds = timed([&] { copy = prov_json(report); });
  fmt::print(
      "{{\"claims\":{},\"flags\":{},\"assemble_s\":{:.2f},\"html_s\":{:.2f},\"html_mb\":{:.1f},\"peak_mb\":{:.0f},"
      "\"peak_before_mb\":{:.0f},\"json_s\":{:.2f},\"prov_s\":{:.2f},\"baseline_copy_s\":{:.4f},\"html_to_baseline\":{:"
      ".0f}}}\n",
      claims, report.flags.size(), assembling, html_seconds, static_cast<double>(page.size()) / 1e6,
      static_cast<double>(usage.ru_maxrss) / 1024, static_cast<double>(before.ru_maxrss) / 1024, json_seconds,
      prov_seconds, copying, html_seconds / std::max(copying, 1e-4));
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path + ending);
  return 0;
}

}  // namespace
}  // namespace hearsay

int main(int argc, char** argv) {
  const auto number = [&](int at, std::size_t otherwise) {
    return argc > at ? static_cast<std::size_t>(std::strtoull(argv[at], nullptr, 10)) : otherwise;
  };
  return hearsay::bench(number(1, 500), number(2, 1000));
}
