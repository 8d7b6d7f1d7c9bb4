#pragma once
// Whose age a figure is: "Anna Lim, 34, said", "the 34-year-old driver Anna Lim", "Lim died at the age of 34", "Lim
// fell. The 34-year-old was ...".

#include <optional>

#include "core/compare/anchors.h"
#include "core/compare/keys.h"
#include "core/value/article.h"
#include "core/value/entity.h"
#include "core/value/quantity.h"

namespace hearsay {

class AgeReader {
 public:
  // All must outlive the reader.
  AgeReader(const Article& article, const Extraction& extraction, const ArticleWords& words, const WordKeys& keys)
      : article_(article), extraction_(extraction), words_(words), keys_(keys) {}

  // The person, an index into Extraction::entities; none where the figure is no age, or it is not certain whose. Looks
  // at the figure's own sentence and the two before; never fails.
  [[nodiscard]] std::optional<std::size_t> person_of(const Quantity& value) const;

  [[nodiscard]] bool is_age(const Quantity& value) const;  // "34-year-old", "34 years old", whosever it is

 private:
  using MaybePerson = std::optional<std::size_t>;

  [[nodiscard]] const std::string& word(std::size_t token) const { return words_.words().folded[token]; }
  [[nodiscard]] bool is_mark(std::size_t token, char mark) const;
  [[nodiscard]] const Mention* mention_at(Span place) const;
  [[nodiscard]] const Mention* named_person(Span place) const;
  [[nodiscard]] MaybePerson before_comma(std::size_t at, TokenRange sentence, bool old) const;
  [[nodiscard]] MaybePerson behind(TokenRange figure, TokenRange sentence) const;
  [[nodiscard]] MaybePerson named_before(TokenRange figure, std::size_t sentence) const;
  [[nodiscard]] MaybePerson subject(TokenRange figure, TokenRange sentence) const;
  [[nodiscard]] bool is_told(TokenRange figure, TokenRange sentence, bool years) const;

  const Article& article_;
  const Extraction& extraction_;
  const ArticleWords& words_;
  const WordKeys& keys_;
};

}  // namespace hearsay
