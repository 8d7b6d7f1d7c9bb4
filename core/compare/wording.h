#pragma once
// Two wordings of one quotation, with what differs marked.

#include <string>
#include <string_view>

namespace hearsay {

inline constexpr std::size_t kMaxWordingWords = 400;  // of each; what is longer is not marked

// The part of the longer wording's words, small ones too, that both have in the same order, [0, 1]: "no metal was
// bent", "no metal was touched" 0.75; 0 where one has no word or more than kMaxWordingWords. Quadratic in the words.
double same_wording(std::string_view a, std::string_view b);

// The words of `a`, and in brackets where they part: "[of a | of b]". Words are equal without case, accents and marks
// at their ends, and stand as the first text writes them. Quadratic in the words, which are bounded.
std::string marked_difference(std::string_view a, std::string_view b);

// Where words of `b` stand in place of words of `a`: "including | until" of the first such place that tells something;
// empty where there is none. Articles, pronouns that open a clause and contractions tell nothing ("that", "which";
// "it's", "it is"), nor does what only one wording has. Quadratic in the words, which are bounded.
std::string exchanged_words(std::string_view a, std::string_view b);

}  // namespace hearsay
