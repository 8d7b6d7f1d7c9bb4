#pragma once
// One form for all forms of a word: irregular ones by rules/lexicon/irregular-forms.tsv ("sank", "sink"), the others by
// their ending (core/compare/stem.h).

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/value/sentence.h"

namespace hearsay {

class WordForms {
 public:
  explicit WordForms(const Lexicon& lexicon);  // reads its table once; keeps no reference

  // Of a folded word, possessive or not. For comparing only: the form is no word.
  [[nodiscard]] std::string form_of(std::string_view word) const;
  [[nodiscard]] std::vector<std::string> forms_of(const Words& words) const;  // one a token

 private:
  std::unordered_map<std::string, std::string> bases_;
};

}  // namespace hearsay
