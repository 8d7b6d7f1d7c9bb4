// Bytes a second of figures and times on one core. The text is the sentences of fixtures/quantities and fixtures/times
// over and over: denser in figures and times than news, so the rate on articles is higher.

#include <benchmark/benchmark.h>

#include <fstream>
#include <string>

#include "core/extract/quantities.h"
#include "core/extract/times.h"
#include "core/text/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kTextBytes = 1U << 20U;

// The texts of both fixtures, and between two of them three plain sentences, up to kTextBytes.
std::string sample_text() {
  std::string once;
  for (const char* path : {HEARSAY_ROOT "/fixtures/quantities/cases.tsv", HEARSAY_ROOT "/fixtures/times/cases.tsv"}) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      if (line.empty() || line[0] == '#') continue;
      const std::size_t end = line.rfind('\t');
      const std::size_t begin = line.rfind('\t', end - 1) + 1;
      once += line.substr(begin, end - begin);
      once +=
          " The minister told reporters that the agency would look into it. Nobody at the harbour could say why the "
          "ship had "
          "left so suddenly. Her lawyer did not answer a request for comment.\n";
    }
  }
  std::string text;
  while (text.size() < kTextBytes && !once.empty()) text += once;
  return text;
}

struct Sample {
  Sample() : text(sample_text()) {
    std::vector<Span> paragraphs;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      paragraphs.push_back({at, end});
      at = end + 1;
    }
    words = split_words(text, paragraphs, Lexicon::shipped().abbreviations());
  }

  std::string text;
  Words words;
};

const Sample& sample() {
  static const Sample kSample;
  return kSample;
}

void figures_and_times(benchmark::State& state) {
  const QuantityFinder quantities(Lexicon::shipped());
  const TimeFinder times(Lexicon::shipped());
  for (auto _ : state) {
    benchmark::DoNotOptimize(quantities.find(sample().words));
    benchmark::DoNotOptimize(times.find(sample().words, "2018-08-20"));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample().text.size()));
}
BENCHMARK(figures_and_times)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace hearsay

BENCHMARK_MAIN();
