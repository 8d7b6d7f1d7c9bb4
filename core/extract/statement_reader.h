#pragma once
// A text to a statement that can be compared (core/compare/statements.h): its words, figures, times and names.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/compare/proposition.h"
#include "core/compare/statements.h"
#include "core/extract/names.h"
#include "core/extract/quantities.h"
#include "core/extract/times.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/name_words.h"

namespace hearsay {

inline constexpr std::size_t kLongestStatement = 4000;  // bytes

// A quotation of several sentences says several things: each by itself, kMaxSentences of them at most, the last with
// the rest. Views of `text`.
inline constexpr std::size_t kMaxSentences = 6;
std::vector<std::string_view> sentences_of(std::string_view text);

// The first sentence of one text of which one of the other says the opposite, as `compare` finds it; else what it finds
// between the texts as wholes: whose figure and day it is, is often told in another sentence.
template <typename Compare>
StatementVerdict by_sentence(std::string_view a, std::string_view b, const Compare& compare) {
  const std::vector<std::string_view> sentences_a = sentences_of(a);
  const std::vector<std::string_view> sentences_b = sentences_of(b);
  const bool several = sentences_a.size() * sentences_b.size() > 1;
  for (std::size_t i = 0; several && i < sentences_a.size(); ++i) {
    for (const std::string_view sentence : sentences_b) {
      StatementVerdict verdict = compare(sentences_a[i], sentence);
      const bool polar = verdict.kind == "negation" || verdict.kind == "antonym" || verdict.kind == "denial";
      if (verdict.answer == StatementAnswer::contradiction && polar) return verdict;
    }
  }
  return compare(a, b);
}

class StatementReader {
 public:
  explicit StatementReader(const Lexicon& lexicon);  // must outlive the reader

  // `text`: valid UTF-8, must outlive the result; what goes beyond kLongestStatement is not read, since figures, times
  // and negations of two statements are compared pair by pair. `published`: YYYY-MM-DD; anything else counts as not
  // known. Linear.
  [[nodiscard]] Statement read(std::string_view text, const std::string& published) const;

 private:
  const Lexicon& lexicon_;
  QuantityFinder quantities_;
  TimeFinder times_;
  NameWords name_words_;
  NameFinder names_;
};

}  // namespace hearsay
