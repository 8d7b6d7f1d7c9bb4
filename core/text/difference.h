#pragma once
// Where two wordings differ, for people: the words of each that the other does not have in that order, and inside a
// word that is nearly the other's, the letters.
//
//   difference("harbour master Wierzbicki", "Harbour master Wierzbiki")  → "ic" of the one, "i" of the other

#include <string_view>
#include <vector>

#include "core/value/span.h"

namespace hearsay {

struct WordingDifference {
  std::vector<Span> of_a;  // bytes of `a`, on code point borders, in order, apart from each other
  std::vector<Span> of_b;

  friend bool operator==(const WordingDifference&, const WordingDifference&) = default;
};

// Both valid UTF-8. ASCII case and blank space do not count. Nothing on either side where the two are equal, and where
// they are long and have little in common: then the difference is not in single words. A longest common subsequence
// over words; beyond kMostComparedWords on a side only what is equal at both ends is taken for common.
WordingDifference difference(std::string_view a, std::string_view b);

inline constexpr std::size_t kMostComparedWords = 400;

}  // namespace hearsay
