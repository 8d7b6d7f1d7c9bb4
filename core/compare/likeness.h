#pragma once
// How much two statements speak of the same thing, from their content words alone: words of the closed classes
// (rules/lexicon/word-classes.tsv) left out, the others stemmed. Says nothing of whether they agree.

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/lexicon/lexicon.h"

namespace hearsay {

struct Overlap {
  std::vector<std::string> shared;  // words of `a` (unaccented) that `b` has too; each once, in order
  std::vector<std::string> only_a;  // words of `a` that `b` does not have
  std::size_t words_b = 0;          // content words of `b`, each once

  // Shared words as a part of those of the shorter statement, [0, 1]; 0 where one has none.
  [[nodiscard]] double likeness() const;
  // Shared words as a part of those of `a`, [0, 1].
  [[nodiscard]] double share_of_a() const;

  friend bool operator==(const Overlap&, const Overlap&) = default;
};

class Likeness {
 public:
  explicit Likeness(const Lexicon& lexicon);  // reads its tables once; keeps no reference

  // Linear in both texts (valid UTF-8).
  [[nodiscard]] Overlap compare(std::string_view a, std::string_view b) const;

 private:
  struct Word {
    std::string written;
    std::string stem;
  };
  [[nodiscard]] std::vector<Word> content_words(std::string_view text) const;

  std::unordered_set<std::string> function_words_;
};

}  // namespace hearsay
