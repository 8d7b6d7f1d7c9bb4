// Articles to claims with the trained tagger, on one core: MB of text a second of CPU time and peak memory, by the size
// of the article, so that a cost that is not linear in the text shows. Prints one line of JSON a case.
//
//   extract_bench [LARGEST_MB [FOLDER]]
//
// Cases: a stream of LARGEST_MB (50) in articles of 4 KB; articles of one paragraph, 1 KB to 1 MB; articles of many
// paragraphs, 1 KB to LARGEST_MB; the text files of FOLDER. The text is made here: sentences of news from templates,
// filled from the lexicon. The baseline of the same run is split_words() of the same text ("times_words"). Start-up
// (lexicon, model) is a case of its own and not part of the others. peak_mb is of the whole program during the case,
// which also runs the stages of extraction once more, each by itself: the patterns, the tagger ("tagger_mb_per_s"; with
// patterns: "attribution_mb_per_s"), figures and times ("spans_mb_per_s").

#include <fmt/core.h>
#include <malloc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/extract/extract.h"
#include "core/extract/patterns.h"
#include "core/extract/quantities.h"
#include "core/extract/quotations.h"
#include "core/extract/tagger.h"
#include "core/extract/times.h"
#include "core/ingest/reader.h"
#include "core/report/claim_json.h"
#include "core/text/code_points.h"
#include "core/text/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kArticleBytes = 4096;
constexpr std::size_t kLeastBytes = 1'000'000;  // small cases are repeated until they have read as much
constexpr std::size_t kParagraphBytes = 400;

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// Adds the CPU time of `work` to `seconds`.
template <typename Work>
auto timed(double& seconds, const Work& work) {
  const double start = cpu_seconds();
  auto result = work();
  seconds += cpu_seconds() - start;
  return result;
}

// The peak of resident memory counts from here on.
void forget_peak() {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << 5;
}

std::size_t peak_kb() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::size_t kb = 0;
    if (word == "VmHWM:" && status >> kb) return kb;
  }
  return 0;
}

// News prose without end; the same for the same seed.
class Writer {
 public:
  Writer() {
    for (const char* name : {"person-nouns", "body-nouns", "given-names", "common-words", "noun-words"}) {
      for (const Table::Row& row : Lexicon::shipped().table(name).rows()) words_[name].push_back(row.cells.front());
    }
    const Table& surnames = Lexicon::shipped().table("attested-surnames");
    for (const Table::Row& row : surnames.rows()) {
      for (const std::string_view name : words_of_cell(surnames.cell(row, "names")))
        words_["surnames"].push_back(capitalised(name));
    }
  }

  // At least `bytes`, in paragraphs of about `paragraph` bytes.
  std::string article(std::size_t bytes, std::size_t paragraph) {
    std::string text;
    std::size_t begin = 0;
    while (text.size() < bytes) {
      text += sentence();
      const bool full = text.size() - begin >= paragraph;
      text += full ? "\n\n" : " ";
      if (full) begin = text.size();
    }
    return text;
  }

 private:
  static std::string capitalised(std::string_view word) {
    std::string out(word);
    if (out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
  }

  const std::string& one(const char* table) {
    const std::vector<std::string>& words = words_[table];
    return words[random_() % words.size()];
  }

  // Slots: P person, B body, O office, N number, W any word.
  std::string sentence() {
    static constexpr std::array kTemplates = {
        "P, a O of the B, said the W W would W the W by N percent before the end of the year.",
        "\"We W the W and the W is still W,\" P told reporters on Tuesday.",
        "The W W had been W since March, according to the B.",
        "The B of the W denied that P had been W, and called the W \"a W of the W\".",
        "It was the N time in N years that the W W was W in the W.",
        "P said in a statement: \"The W of the W must W. N people W there, and nobody W.\"",
        "But the O, who asked not to be named, argued that the W was W and that P knew it.",
        "About N people W the W on Friday, when the W began to W.",
        "She believes the W will W, but her W does not W with the W.",
        "According to a B report seen by P, $N million was W for the W in 2019.",
        "The W, the W and the W are W; a W of N metres was W near the W.",
        "\"W is W,\" he added. \"I do not W how the B could W it.\""};
    std::string out;
    for (const char c : std::string_view(kTemplates[random_() % kTemplates.size()])) {
      const bool inside = !out.empty() && ((out.back() >= 'a' && out.back() <= 'z') || out.back() == '\'');
      if (inside) {
        out += c;
      } else if (c == 'P') {
        out += random_() % 2 == 0 ? one("given-names") + ' ' + one("surnames") : one("surnames");
      } else if (c == 'B') {
        out += one("body-nouns");
      } else if (c == 'O') {
        out += one("person-nouns");
      } else if (c == 'N') {
        out += std::to_string(2 + random_() % 900);
      } else if (c == 'W') {
        out += one("common-words");
      } else {
        out += c;
      }
    }
    return out;
  }

  std::map<std::string, std::vector<std::string>, std::less<>> words_;
  std::mt19937 random_{20261128};
};

// Seconds of CPU time of each stage, over all articles of a case.
struct Cost {
  std::size_t bytes = 0;
  std::size_t claims = 0;
  double words = 0;    // the baseline
  double read = 0;     // bytes to article
  double extract = 0;  // article to claims
  double json = 0;     // claims to lines

  // single stages, by themselves
  double patterns = 0;
  double tagger = 0;
  double spans = 0;  // figures and times

  [[nodiscard]] double all() const { return read + extract + json; }
};

struct Stages {
  Patterns patterns{Lexicon::shipped()};
  QuantityFinder quantities{Lexicon::shipped()};
  TimeFinder times{Lexicon::shipped()};
};

void add_stages(const Article& article, Cost& cost) {
  static const Stages kStages;
  std::vector<Span> paragraphs;
  for (const Zone& zone : article.zones) paragraphs.push_back(zone.span);
  const Words words = split_words(article.text, paragraphs, Lexicon::shipped().abbreviations());
  const std::vector<Quotation> quotations = find_quotations(words);
  const auto found = timed(cost.patterns, [&] { return kStages.patterns.find(words, quotations); });
  if (const auto tagger = Tagger::shipped()) {
    timed(cost.tagger, [&] { return tagger->tag(words, quotations, found); });
  }
  timed(cost.spans,
        [&] { return std::pair(kStages.quantities.find(words), kStages.times.find(words, article.published.edtf)); });
}

void add_article(const Extractor& extractor, const std::string& text, Cost& cost) {
  const Lexicon& lexicon = Lexicon::shipped();
  cost.bytes += text.size();
  timed(cost.words, [&] { return split_words(text, {{0, text.size()}}, lexicon.abbreviations()); });
  Source source;
  source.name = "article.txt";
  source.bytes = text;
  const auto articles = timed(cost.read, [&] { return read(source, lexicon, {}); });
  if (!articles) return;
  for (const Article& article : *articles) {
    const Extraction found = timed(cost.extract, [&] { return extractor.extract(article); });
    cost.claims += found.claims.size();
    timed(cost.json, [&] {
      std::size_t size = 0;
      const CodePoints points(article.text);
      for (const Claim& claim : found.claims) size += claim_json(claim, article, points).size();
      return size;
    });
    add_stages(article, cost);
  }
}

void print(std::string_view name, std::size_t size, const Cost& cost) {
  const auto mb_per_second = [&cost](double seconds) { return static_cast<double>(cost.bytes) / seconds / 1e6; };
  fmt::print(
      "{{\"case\":\"{}\",\"size\":{},\"bytes\":{},\"claims\":{},\"mb_per_s\":{:.2f},\"extract_mb_per_s\":{:.2f},"
      "\"tagger_mb_per_s\":{:.2f},\"attribution_mb_per_s\":{:.2f},\"spans_mb_per_s\":{:.1f},"
      "\"read_mb_per_s\":{:.1f},\"json_mb_per_s\":{:.1f},\"words_mb_per_s\":{:.1f},\"times_words\":{:.1f},"
      "\"ns_per_byte\":{:.0f},\"peak_mb\":{:.0f}}}\n",
      name, size, cost.bytes, cost.claims, mb_per_second(cost.all()), mb_per_second(cost.extract),
      mb_per_second(cost.tagger), mb_per_second(cost.tagger + cost.patterns), mb_per_second(cost.spans),
      mb_per_second(cost.read), mb_per_second(cost.json), mb_per_second(cost.words), cost.all() / cost.words,
      cost.all() * 1e9 / static_cast<double>(cost.bytes), static_cast<double>(peak_kb()) / 1024);
  std::fflush(stdout);
}

// Articles of `each` bytes one after the other, until at least `bytes` are read.
void measure(std::string_view name, const Extractor& extractor, std::size_t bytes, std::size_t each,
             std::size_t paragraph) {
  Writer writer;
  Cost cost;
  forget_peak();
  while (cost.bytes < std::max(bytes, kLeastBytes)) add_article(extractor, writer.article(each, paragraph), cost);
  print(name, each, cost);
}

void measure_folder(const Extractor& extractor, const char* folder) {
  Cost cost;
  forget_peak();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    add_article(extractor, std::string(std::istreambuf_iterator<char>(file), {}), cost);
  }
  if (cost.bytes > 0) print("folder", cost.bytes, cost);
}

int run(int count, char** arguments) {
  const std::size_t largest = (count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 50) * 1'000'000;
  double start = 0;
  const auto made = timed(start, [] { return std::make_unique<Extractor>(Lexicon::shipped(), Tagger::shipped()); });
  const Extractor& extractor = *made;
  fmt::print("{{\"case\":\"start\",\"cpu_ms\":{:.1f},\"tagger\":{},\"peak_mb\":{:.0f}}}\n", start * 1e3,
             Tagger::shipped() != nullptr, static_cast<double>(peak_kb()) / 1024);
  if (count > 2) measure_folder(extractor, arguments[2]);
  measure("stream", extractor, largest, kArticleBytes, kParagraphBytes);
  for (std::size_t size = 1000; size <= 1'000'000; size *= 10) measure("paragraph", extractor, size, size, size);
  for (std::size_t size = 1000; size < largest; size *= 10) measure("article", extractor, size, size, kParagraphBytes);
  measure("article", extractor, largest, largest, kParagraphBytes);
  return 0;
}

}  // namespace
}  // namespace hearsay

int main(int count, char** arguments) { return hearsay::run(count, arguments); }
