#pragma once
// Where two wordings differ, for a person's eye.

#include <string_view>
#include <vector>

#include "core/value/span.h"

namespace hearsay {

struct Differences {
  std::vector<Span> a;  // bytes of the first text that the second one does not have, in order
  std::vector<Span> b;
};

// Words that only one text has (longest common run of words, without regard to case and quotation marks). Where one
// word stands against another that shares half of its letters at the ends, only the letters between are marked:
// "Vargha" against "Varga" marks the h. Texts of kFewestWords words or more that share less than half of them, and
// those beyond kMostWords, are marked whole. Linear in the product of their words.
inline constexpr std::size_t kFewestWords = 4;
inline constexpr std::size_t kMostWords = 400;
Differences differences(std::string_view a, std::string_view b);

}  // namespace hearsay
