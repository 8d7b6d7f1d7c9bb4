#pragma once
// A text to a statement that can be compared (core/compare/statements.h): its words, figures, times and names.

#include <cstddef>
#include <string>
#include <string_view>

#include "core/compare/proposition.h"
#include "core/extract/names.h"
#include "core/extract/quantities.h"
#include "core/extract/times.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/name_words.h"

namespace hearsay {

inline constexpr std::size_t kLongestStatement = 4000;  // bytes

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
