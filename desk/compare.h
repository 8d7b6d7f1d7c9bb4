#pragma once
// A text to a statement that can be compared (core/compare/statements.h): its words, figures, times and names.

#include <string>
#include <string_view>

#include "core/compare/proposition.h"
#include "core/extract/names.h"
#include "core/extract/quantities.h"
#include "core/extract/times.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/name_words.h"

namespace hearsay {

class StatementReader {
 public:
  explicit StatementReader(const Lexicon& lexicon);  // must outlive the reader

  // `text`: valid UTF-8, must outlive the result. `published`: YYYY-MM-DD; anything else counts as not known. Linear.
  [[nodiscard]] Statement read(std::string_view text, const std::string& published) const;

 private:
  const Lexicon& lexicon_;
  QuantityFinder quantities_;
  TimeFinder times_;
  NameWords name_words_;
  NameFinder names_;
};

}  // namespace hearsay
