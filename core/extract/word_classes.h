#pragma once
// What can be told of a word without reading its sentence: the closed classes of rules/lexicon/word-classes.tsv, and
// shape. Enough to find the edges of clauses and noun phrases; no part-of-speech tagger.

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/value/sentence.h"

namespace hearsay {

// A word may be of several classes at once ("that", "since").
enum WordClass : std::uint32_t {
  kDeterminer = 1U << 0,
  kPossessive = 1U << 1,
  kSubject = 1U << 2,  // pronoun that opens a clause
  kObject = 1U << 3,   // pronoun behind a verb
  kPronoun = 1U << 4,  // stands as a whole subject
  kPreposition = 1U << 5,
  kSubordinator = 1U << 6,
  kConjunction = 1U << 7,
  kRelative = 1U << 8,
  kQuestion = 1U << 9,
  kModal = 1U << 10,
  kBe = 1U << 11,
  kHave = 1U << 12,
  kDo = 1U << 13,
  kNegation = 1U << 14,
  kAdverb = 1U << 15,
  kTime = 1U << 16,
  kChannel = 1U << 17,
  kBreak = 1U << 18,      // behind a comma it ends the clause before it: "but", "while"
  kNoun = 1U << 19,       // a noun that looks like something else: "family"
  kHomograph = 1U << 23,  // a verb form that is as often a noun: "support", "claims"
  kLabel = 1U << 24,      // opens a line before a colon without being a speaker: "Note"
  kMonth = 1U << 25,      // a capitalised one is kTime too, unless it is a name: "Jan Brandt"
  kCapital = 1U << 20,    // begins with a capital
  kNumber = 1U << 21,     // begins with a digit
  kMark = 1U << 22,       // punctuation
  kAuxiliary = kModal | kBe | kHave | kDo,
};

class WordClasses {
 public:
  explicit WordClasses(const Lexicon& lexicon);

  // One set of classes a token. Linear in the tokens.
  [[nodiscard]] std::vector<std::uint32_t> of(const Words& words) const;

 private:
  std::unordered_map<std::string, std::uint32_t> classes_;
};

}  // namespace hearsay
