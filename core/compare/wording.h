#pragma once
// Two wordings of one quotation, with what differs marked.

#include <string>
#include <string_view>

namespace hearsay {

inline constexpr std::size_t kMaxWordingWords = 400;  // of each; what is longer is not marked

// The words of `a`, and in brackets where they part: "[of a | of b]". Words are equal without case, accents and marks
// at their ends, and stand as the first text writes them. Quadratic in the words, which are bounded.
std::string marked_difference(std::string_view a, std::string_view b);

}  // namespace hearsay
