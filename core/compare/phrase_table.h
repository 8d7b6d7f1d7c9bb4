#pragma once
// Words and phrases of a lexicon table found in a text: the first word in any form, the others as written. A word that
// is listed itself outranks a form it happens to share ("treaty", "treat").

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/compare/word_forms.h"
#include "core/value/sentence.h"

namespace hearsay {

// Tokens [first, last) of a text hold a phrase of the table; `id` is what it was added with.
struct PhraseMatch {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t id = 0;

  friend bool operator==(const PhraseMatch&, const PhraseMatch&) = default;
};

class PhraseTable {
 public:
  explicit PhraseTable(const WordForms& forms) : forms_(forms) {}  // must outlive the table

  // `phrase`: folded words parted by one space. A phrase may be added with several ids. No effect if empty.
  void add(std::string_view phrase, std::size_t id);
  // Only as it is written: no other form of its first word is met.
  void add_written(std::string_view phrase, std::size_t id);

  // In order of the text. At each place the longest phrase, with all its ids; what it covers is not looked at again.
  // `forms`: of the words, as WordForms::forms_of has them.
  [[nodiscard]] std::vector<PhraseMatch> find(const Words& words, const std::vector<std::string>& forms) const;

 private:
  struct Phrase {
    std::vector<std::string> rest;  // its words but the first
    std::size_t id = 0;
  };
  using Phrases = std::unordered_map<std::string, std::vector<Phrase>>;

  [[nodiscard]] std::size_t match_at(const Words& words, std::size_t at, const std::vector<Phrase>& phrases,
                                     std::vector<PhraseMatch>& matches) const;

  const WordForms& forms_;
  Phrases by_word_;  // by the first word
  Phrases by_form_;  // by its form
};

}  // namespace hearsay
