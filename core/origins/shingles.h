#pragma once
// A text as the set of its runs of five words: texts that share many come from one another, whatever was cut, moved or
// put in between. Containment of such sets tells a cut copy, which their resemblance (Jaccard) and SimHash miss (Broder
// 1997, "On the resemblance and containment of documents").

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/value/article.h"

namespace hearsay {

inline constexpr std::size_t kShingleWords = 5;
inline constexpr std::size_t kMaxShingles = 2000;  // of one article: those with the lowest numbers, a fair sample

// Numbers of the runs of kShingleWords words in standfirst, bullets and body, words without case, accents and marks;
// sorted, each once, kMaxShingles at most. Headlines are an outlet's own and are left out. The same on every machine.
// Linear in the text.
std::vector<std::int64_t> shingles_of(const Article& article);

// Parts of each that are in the other, [0, 1]; 0 for a text without shingles.
struct Containment {
  double of_first = 0;   // how much of the first is in the second
  double of_second = 0;  // how much of the second is in the first

  friend bool operator==(const Containment&, const Containment&) = default;
};
Containment containment(std::size_t first, std::size_t second, std::size_t shared);

}  // namespace hearsay
