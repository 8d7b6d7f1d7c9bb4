#pragma once
// Text to tokens and sentences. Linear in the text; nothing is allocated per sentence but its record.
//
//   Words words = split_words(text, {{0, text.size()}}, abbreviations);
//   words.of(0), words.folded[0]             // "Three", "three"
//
// Tokens: a word keeps its inner apostrophes, hyphens and initials' stops ("don't", "Joon-kook", "COVID-19", "U.N."); a
// number keeps its inner commas and stop and an ordinal ending ("35,000", "4.2", "70th") but not a unit ("15" "GB",
// "24" "-" "year-old"); every other visible character is a mark of its own. A clitic 's stays with its word ("Kim's").
// Sentences end at . ! ? … and the quotes and brackets that follow, before white space and what can open a sentence;
// not after an abbreviation or an initial, nor inside a number. The end of a paragraph always ends one.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/value/sentence.h"

namespace hearsay {

// What a stop after this word means. A word not listed ends its sentence.
enum class AbbreviationKind {
  title,   // a name follows: "Mr.", "Gen.", "Prof."
  number,  // ends no sentence before a figure: "No.", "p.", "Aug."
  inner,   // seldom ends one: "e.g.", "vs."
  either,  // ends one when a capital follows: "Inc.", "U.S.", "a.m."
};

// Folded word without its last stop ("mr", "u.s") -> kind.
using Abbreviations = std::unordered_map<std::string, AbbreviationKind>;

// `paragraphs`: spans of `text` in order, not overlapping; what lies outside them is not read. `text` is valid UTF-8
// and must outlive the result. Words::paragraphs[i] is paragraphs[i], also when it holds no token.
Words split_words(std::string_view text, const std::vector<Span>& paragraphs, const Abbreviations& abbreviations);

}  // namespace hearsay
