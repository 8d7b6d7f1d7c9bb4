#pragma once
// How far two words lie apart in keystrokes: letters more, fewer, other, or two neighbours swapped, each counted once
// (the restricted Damerau-Levenshtein distance: Damerau 1964, in the form of Oommen and Loke 1997).

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

// Words longer than this are never called near one another.
inline constexpr std::size_t kLongestEditedWord = 48;  // bytes

// The distance of two words in bytes, or `limit` + 1 as soon as it must be larger. Time O(length * limit).
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// The one edit that parts two words at distance 1, as far as it tells a slip of the hand from another word.
enum class EditKind {
  swapped,  // two neighbours changed places
  doubled,  // a letter twice for once
  dropped,  // a letter more or fewer
  vowel,    // a vowel for another
  near,     // a letter for a neighbour on the keyboard, or one of its shape or sound
  other,    // a letter for any other
};

// `a`, `b`: plain letters at edit_distance 1.
EditKind edit_kind(std::string_view a, std::string_view b);

// Have two letters that are no neighbours changed places, and nothing else: "marolin", "marilon".
bool letters_exchanged(std::string_view a, std::string_view b);

// What a reader would say of two words one or more edits apart: "one letter more", "one letter other", "two letters
// swapped", "two letters exchanged", "2 letters apart". Seen from `a`.
std::string describe_edit(std::string_view a, std::string_view b, std::size_t distance);

}  // namespace hearsay
