// Sentences are joined where a quotation runs over their border, and where what follows a quotation only says who
// spoke.

#include "core/extract/stretches.h"

#include <utility>

namespace hearsay {
namespace {

// "Who?" Lee asked. The sentence splitter cuts behind the question mark; what follows has no sense alone.
bool completes_quotation(const MarkedText& text, const Sentence& sentence) {
  const std::size_t first = sentence.first_token;
  if (first < 2 || text.quotation_at(first) != nullptr || text.quotation_at(first - 1) == nullptr) return false;
  const std::string& stop = text.word(first - 2);
  if (stop != "?" && stop != "!" && stop != "…" && stop != "-" && stop != ".") return false;
  constexpr std::size_t kLongestSubject = 14;
  for (std::size_t at = first; at < sentence.last_token && at < first + kLongestSubject; ++at) {
    const CueWord* cue = text.verb_at(at);
    if (text.is(at, kMark) && text.word(at) != "." && text.word(at) != "'" && text.word(at) != ",") return false;
    if (cue == nullptr || !cue->sense->quote || (cue->forms & (kPast | kThird)) == 0) continue;
    const std::size_t behind = cue->last;
    return behind >= sentence.last_token || at == first ||
           ((text.is(behind, kMark | kTime | kPreposition | kAdverb) || text.word(behind) == "when") &&
            text.word(behind) != ":" && text.quotation_at(behind) == nullptr &&
            !(behind + 1 < sentence.last_token && text.quotation_at(behind + 1) != nullptr));
  }
  return false;
}

}  // namespace

std::vector<TokenRange> stretches_of(const MarkedText& text) {
  const std::vector<Quotation>& quotations = text.quotations();
  std::vector<TokenRange> stretches;
  std::size_t q = 0;
  std::size_t paragraph = 0;
  for (const Sentence& sentence : text.words().sentences) {
    if (sentence.first_token == sentence.last_token) continue;
    const bool same_paragraph = std::exchange(paragraph, sentence.paragraph) == sentence.paragraph;
    while (q < quotations.size() && quotations[q].last_token <= sentence.first_token) ++q;
    const bool joined = (q < quotations.size() && quotations[q].first_token < sentence.first_token) ||
                        (same_paragraph && completes_quotation(text, sentence));
    if (joined && !stretches.empty())
      stretches.back().last = sentence.last_token;
    else
      stretches.push_back({sentence.first_token, sentence.last_token});
  }
  return stretches;
}

}  // namespace hearsay
