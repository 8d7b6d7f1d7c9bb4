// Bytes a second of HTML to Article on one core, metadata and all: a made-up page with navigation, scripts, an article
// and teasers, as large as news pages are (150 kB), and the pages of a folder, where one is named by $HEARSAY_PAGES.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/ingest/reader.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

constexpr std::size_t kPageBytes = 150U << 10U;

std::string page() {
  std::string html =
      "<!doctype html><html lang=en><head><title>Two piers closed | The Harbour Post</title><meta "
      "property=\"article:published_time\" content=\"2024-05-03T08:00:00Z\"></head><body><nav><ul>";
  for (int i = 0; i < 120; ++i) html += "<li class=\"menu-item item\"><a href=\"/section/harbour\">Harbour</a></li>";
  html += "</ul></nav><main><article class=\"post entry\"><h1>Two piers closed</h1>";
  for (int i = 0; i < 40; ++i) {
    html +=
        "<p>The harbour office closed <a href=\"/piers\">two of its five piers</a> on Monday after divers found deep "
        "cracks in the supports, the minister&rsquo;s office told reporters, and nobody could say why.</p>\n";
  }
  html += "</article></main><div class=\"related teaser-list\">";
  for (int i = 0; i < 60; ++i) {
    html +=
        "<div class=\"card card--small\" data-id=\"1234\"><a href=\"/a/b/c\"><img src=\"x.jpg\" alt=\"\" width=300 "
        "height=200 loading=lazy><h3>Ferry runs aground</h3></a><p>Forty people were on board.</p></div>\n";
  }
  html += "</div>";
  while (html.size() < kPageBytes) {
    html +=
        "<script>window.data = window.data || []; window.data.push({\"slot\": \"top\", \"size\": [300, "
        "250]});</script>\n";
  }
  return html + "</body></html>";
}

void read_page(benchmark::State& state) {
  const std::string html = page();
  const Source source{html, "page.html", "text/html", "", "2024-05-03T09:00:00Z", sha256_hex(html)};
  const Lexicon& lexicon = Lexicon::shipped();
  for (auto _ : state) benchmark::DoNotOptimize(read(source, lexicon, {}));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * html.size()));
}
BENCHMARK(read_page)->Unit(benchmark::kMillisecond);

std::vector<Source> pages_of(const char* folder) {
  std::vector<Source> pages;
  if (folder == nullptr || !std::filesystem::is_directory(folder)) return pages;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), {});
    std::string hash = sha256_hex(bytes);
    pages.push_back(
        {std::move(bytes), entry.path().filename().string(), "text/html", "", "2024-05-03T09:00:00Z", std::move(hash)});
  }
  std::sort(pages.begin(), pages.end(), [](const Source& a, const Source& b) { return a.name < b.name; });
  return pages;
}

void read_folder(benchmark::State& state) {
  const std::vector<Source> pages = pages_of(std::getenv("HEARSAY_PAGES"));
  if (pages.empty()) return state.SkipWithError("$HEARSAY_PAGES names no folder of pages");
  const Lexicon& lexicon = Lexicon::shipped();
  std::size_t bytes = 0;
  for (const Source& page : pages) bytes += page.bytes.size();
  for (auto _ : state) {
    for (const Source& page : pages) benchmark::DoNotOptimize(read(page, lexicon, {}));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
}
BENCHMARK(read_folder)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace hearsay

BENCHMARK_MAIN();
