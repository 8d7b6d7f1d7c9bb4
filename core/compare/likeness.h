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

// The content words of a text, each once.
struct ContentWords {
  std::vector<std::string> written;  // unaccented, in order
  std::vector<std::string> stems;    // of each
  std::vector<std::string> sorted;   // the stems

  // As Overlap has it of the same two texts, without listing the words.
  [[nodiscard]] std::size_t shared_with(const ContentWords& other) const;
  [[nodiscard]] double likeness(const ContentWords& other) const;
  [[nodiscard]] double share_in(const ContentWords& other) const;

  friend bool operator==(const ContentWords&, const ContentWords&) = default;
};

class Likeness {
 public:
  explicit Likeness(const Lexicon& lexicon);  // reads its tables once; keeps no reference

  // Linear in the text (valid UTF-8), but for putting its words in order.
  [[nodiscard]] ContentWords read(std::string_view text) const;
  [[nodiscard]] Overlap compare(std::string_view a, std::string_view b) const;
  [[nodiscard]] static Overlap compare(const ContentWords& a, const ContentWords& b);

 private:
  std::unordered_set<std::string> function_words_;
};

}  // namespace hearsay
