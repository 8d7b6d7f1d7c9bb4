#pragma once
// What words say, as places on axes (rules/lexicon/meanings.tsv): words of one axis and value say the same, words of
// one axis and different values exclude each other. "gave way" and "burst" meet; "was lifted" and "remains in force"
// meet and disagree.

#include <cstddef>
#include <string>
#include <vector>

#include "core/compare/phrase_table.h"
#include "core/lexicon/lexicon.h"

namespace hearsay {

struct Meaning {
  std::string axis;     // "course"
  std::string value;    // "ended"
  std::string kind;     // what a disagreement on this axis is called: "antonym", "place"
  bool single = false;  // an event has one of it: its winner, its cause
  bool thing = false;   // no happening: "treaty", "house"
  bool state = false;   // an end takes it back: "the ban was lifted"
};

class Meanings {
 public:
  Meanings(const Lexicon& lexicon, const WordForms& forms);  // reads its table once; `forms` must outlive this

  // One match for every meaning of every word; ids are for of().
  [[nodiscard]] std::vector<PhraseMatch> find(const Words& words, const std::vector<std::string>& forms) const {
    return phrases_.find(words, forms);
  }
  [[nodiscard]] const Meaning& of(std::size_t id) const { return meanings_[id]; }

 private:
  std::vector<Meaning> meanings_;
  PhraseTable phrases_;
};

}  // namespace hearsay
