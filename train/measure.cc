#include "train/measure.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearsay {
namespace {

const GoldReading* reading_at(const Document& document, std::size_t head) {
  const auto found = std::lower_bound(document.readings.begin(), document.readings.end(), head,
                                      [](const GoldReading& r, std::size_t token) { return r.head < token; });
  return found != document.readings.end() && found->head == head ? &*found : nullptr;
}

std::size_t words_in(const Document& document, std::size_t first, std::size_t last) {
  std::size_t count = 0;
  for (std::size_t i = first; i < last; ++i) count += document.words.tokens[i].kind != TokenKind::mark;
  return count;
}

double dice(const Document& document, const std::vector<TokenRange>& a, const std::vector<TokenRange>& b) {
  std::size_t both = 0;
  std::size_t all = 0;
  for (const TokenRange& x : a) all += words_in(document, x.first, x.last);
  for (const TokenRange& y : b) {
    all += words_in(document, y.first, y.last);
    for (const TokenRange& x : a) both += words_in(document, std::max(x.first, y.first), std::min(x.last, y.last));
  }
  return all == 0 ? 0 : 2.0 * static_cast<double>(both) / static_cast<double>(all);
}

bool right_speaker(const GoldReading& gold, const std::optional<TokenRange>& source) {
  if (!source || gold.source.empty()) return !source && gold.source.empty();
  return std::any_of(gold.source.begin(), gold.source.end(),
                     [&](const TokenRange& g) { return g.first < source->last && source->first < g.last; });
}

struct Threshold {
  double f1 = 0;
  float score = 0;
  std::size_t told = 0;
  std::size_t right = 0;  // at any score
};

// `all`: scores, and whether they are right; `gold`: how many there should be.
Threshold best_of(std::vector<std::pair<float, bool>> all, std::size_t gold) {
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  Threshold best;
  for (std::size_t i = 0; i < all.size(); ++i) {
    best.right += all[i].second;
    const double f1 = 2.0 * static_cast<double>(best.right) / static_cast<double>(i + 1 + gold);
    if (f1 <= best.f1) continue;
    best.f1 = f1;
    best.score = all[i].first;
    best.told = i + 1;
  }
  return best;
}

}  // namespace

std::string measure_heads(const std::vector<std::unique_ptr<Document>>& documents, const std::vector<Heads>& heads) {
  std::vector<std::pair<float, bool>> all;
  std::size_t gold = 0;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    gold += documents[d]->readings.size();
    for (const Head& head : heads[d].found) {
      if (!documents[d]->discarded[head.token]) {
        all.emplace_back(head.score, reading_at(*documents[d], head.token) != nullptr);
      }
    }
  }
  const Threshold best = best_of(std::move(all), gold);
  return fmt::format("  heads: best F1 {:.2f} from score {:.2f} on; reached at all: {:.1f} %", 100 * best.f1,
                     best.score,
                     100.0 * static_cast<double>(best.right) / static_cast<double>(std::max<std::size_t>(1, gold)));
}

std::size_t gold_choice(const Document& document, const Head& head, const std::vector<Analysis>& analyses) {
  const GoldReading* gold = reading_at(document, head.token);
  std::size_t best = analyses.size();
  double best_dice = 0.5;
  for (std::size_t a = 0; gold != nullptr && a < analyses.size(); ++a) {
    const double closeness = dice(document, gold->content, analyses[a].content);
    if (closeness < best_dice || !right_speaker(*gold, analyses[a].source)) continue;
    if (closeness == best_dice && best < analyses.size()) continue;
    best = a;
    best_dice = closeness;
  }
  return best;
}

float best_threshold(const std::vector<std::unique_ptr<Document>>& documents,
                     const std::vector<ScoredReadings>& readings,
                     const std::function<void(const std::string&)>& report) {
  std::vector<std::pair<float, bool>> all;
  std::size_t gold = 0;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    gold += documents[d]->readings.size();
    for (const ScoredReading& reading : readings[d]) {
      if (reading.analysis == nullptr) continue;
      const GoldReading* match = nullptr;
      for (const GoldReading& g : documents[d]->readings) {
        if (g.head + 200 > reading.analysis->cue.first && g.head < reading.analysis->cue.last + 200 &&
            reading.analysis->cue.first < g.cue.last && g.cue.first < reading.analysis->cue.last) {
          match = &g;
        }
      }
      all.emplace_back(reading.score, match != nullptr && right_speaker(*match, reading.analysis->source) &&
                                          dice(*documents[d], match->content, reading.analysis->content) >= 0.5);
    }
  }
  const Threshold best = best_of(std::move(all), gold);
  report(fmt::format("  best F1 {:.2f} ({} told of {} gold) from score {:.2f} on", 100 * best.f1, best.told, gold,
                     best.score));
  return best.score;
}

}  // namespace hearsay
