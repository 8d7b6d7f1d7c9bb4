// Content spans are sorted by their begin; each cue looks back at the nearest few of them. Known limit: of more than
// kMostLooked spans that begin between an outer content and a cue in it, the outer one is not seen.

#include "core/extract/nesting.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace hearsay {

void mark_inner(std::vector<Attribution>& found) {
  constexpr int kMostLooked = 8;  // spans looked back at; keeps this linear
  std::stable_sort(found.begin(), found.end(), [](const Attribution& a, const Attribution& b) {
    return a.content.front().begin < b.content.front().begin;
  });
  std::vector<std::pair<Span, std::size_t>> spans;
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const Span& span : found[i].content) spans.emplace_back(span, i);
  std::sort(spans.begin(), spans.end());
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i].cue) continue;
    const Span cue = *found[i].cue;
    auto it = std::upper_bound(spans.begin(), spans.end(), std::make_pair(cue, found.size()));
    for (int looked = 0; it != spans.begin() && looked < kMostLooked; ++looked) {
      --it;
      if (it->second == i || !it->first.contains(cue)) continue;
      found[i].inner = true;
      break;
    }
  }
}

}  // namespace hearsay
