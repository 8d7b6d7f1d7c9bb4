#include "train/corpus.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/extract/patterns.h"
#include "core/text/words.h"

namespace hearsay {
namespace {

constexpr int kRounds = 4;

std::vector<Span> lines_of(std::string_view text) {
  std::vector<Span> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) lines.push_back({begin, end});
    begin = end + 1;
  }
  return lines;
}

// The tokens a span touches.
TokenRange tokens_of(const Words& words, Span span) {
  const auto first = std::partition_point(words.tokens.begin(), words.tokens.end(),
                                          [span](const Token& t) { return t.span.end <= span.begin; });
  const auto last =
      std::partition_point(first, words.tokens.end(), [span](const Token& t) { return t.span.begin < span.end; });
  return {static_cast<std::size_t>(first - words.tokens.begin()),
          static_cast<std::size_t>(last - words.tokens.begin())};
}

std::vector<TokenRange> tokens_of(const Words& words, const std::vector<Span>& spans) {
  std::vector<TokenRange> ranges;
  for (const Span& span : spans) {
    const TokenRange range = tokens_of(words, span);
    if (range.size() > 0) ranges.push_back(range);
  }
  std::sort(ranges.begin(), ranges.end(), [](const TokenRange& a, const TokenRange& b) { return a.first < b.first; });
  return ranges;
}

class HeadChoice {
 public:
  void run(std::vector<std::unique_ptr<Document>>& documents) {
    for (const auto& document : documents) {
      for (const TokenMark& mark : document->text->marks) ++seen_[mark.word->whole];
    }
    for (int round = 0; round < kRounds; ++round) {
      std::unordered_map<std::uint64_t, double> heads;
      for (const auto& document : documents) {
        for (GoldReading& reading : document->readings) {
          if (round == 0) {
            for (std::size_t i = reading.cue.first; i < reading.cue.last; ++i)
              heads[document->text->marks[i].word->whole] += 1;
          } else {
            reading.head = best_of(*document, reading.cue);
            heads[document->text->marks[reading.head].word->whole] += 1;
          }
        }
      }
      heads_ = std::move(heads);
    }
  }

 private:
  [[nodiscard]] std::size_t best_of(const Document& document, const TokenRange& cue) const {
    std::size_t best = cue.first;
    double best_share = -1;
    for (std::size_t i = cue.first; i < cue.last; ++i) {
      const std::uint64_t word = document.text->marks[i].word->whole;
      const auto heads = heads_.find(word);
      const double count = heads == heads_.end() ? 0 : heads->second;
      const double share = (count + 0.1) / (static_cast<double>(seen_.at(word)) + 2);
      if (share > best_share) {
        best = i;
        best_share = share;
      }
    }
    return best;
  }

  std::unordered_map<std::uint64_t, std::size_t> seen_;
  std::unordered_map<std::uint64_t, double> heads_;
};

}  // namespace

std::vector<std::unique_ptr<Document>> make_documents(std::vector<GoldArticle> articles, const Lexicon& lexicon,
                                                      const WordGroups& groups) {
  const Patterns patterns(lexicon);
  std::vector<std::unique_ptr<Document>> documents;
  for (GoldArticle& article : articles) {
    auto document = std::make_unique<Document>();
    document->article = std::move(article);
    document->words = split_words(document->article.text, lines_of(document->article.text), lexicon.abbreviations());
    document->quotations = find_quotations(document->words);
    document->patterns = patterns.find(document->words, document->quotations);
    document->text = std::make_unique<TaggerText>(document->words, document->quotations, document->patterns, groups);
    for (const GoldAttribution& gold : document->article.attributions) {
      GoldReading reading;
      reading.source = tokens_of(document->words, gold.source);
      reading.content = tokens_of(document->words, gold.content);
      const auto cue = tokens_of(document->words, gold.cue);
      if (cue.empty() || reading.content.empty()) continue;
      reading.cue = cue.front();
      document->readings.push_back(std::move(reading));
    }
    document->discarded.resize(document->words.tokens.size());
    for (const TokenRange& range : tokens_of(document->words, document->article.discard)) {
      for (std::size_t i = range.first; i < range.last; ++i) document->discarded[i] = true;
    }
    documents.push_back(std::move(document));
  }
  HeadChoice().run(documents);
  for (const auto& document : documents) {
    auto& readings = document->readings;
    std::stable_sort(readings.begin(), readings.end(),
                     [](const GoldReading& a, const GoldReading& b) { return a.head < b.head; });
    readings.erase(std::unique(readings.begin(), readings.end(),
                               [](const GoldReading& a, const GoldReading& b) { return a.head == b.head; }),
                   readings.end());
  }
  return documents;
}

}  // namespace hearsay
