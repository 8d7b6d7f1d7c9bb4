#pragma once
// A figure of the text to the fact rules compare: what is counted, what narrows the count, of which event.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/compare/anchors.h"
#include "core/compare/keys.h"
#include "core/value/fact.h"
#include "core/value/quantity.h"

namespace hearsay {

class FigureFactReader {
 public:
  // Both must outlive the reader.
  FigureFactReader(const ArticleWords& words, const WordKeys& keys) : words_(words), keys_(keys) {}

  // `ranges`: the words around the figure, in its own sentence. All of the fact but claim and as_of, which are left
  // empty. Anchors end with what is counted where that is a telling word itself. Never fails.
  [[nodiscard]] QuantityFact read(const Quantity& value, const std::vector<TokenRange>& ranges) const;

 private:
  [[nodiscard]] const std::string& word(std::size_t token) const { return words_.words().folded[token]; }
  [[nodiscard]] TokenRange noun_of(const Quantity& value) const;
  [[nodiscard]] bool is_crowd(TokenRange noun, std::string_view head) const;
  void count(QuantityFact& fact, const std::vector<TokenRange>& ranges) const;
  [[nodiscard]] std::string_view outcome(const Quantity& value, const std::vector<TokenRange>& ranges) const;
  [[nodiscard]] std::vector<std::string> narrowed(const std::vector<TokenRange>& ranges) const;
  [[nodiscard]] static bool is_money(const Quantity& value);
  [[nodiscard]] std::string_view measured(const Quantity& value) const;
  [[nodiscard]] std::string_view measure_of(const Quantity& value, const std::vector<TokenRange>& ranges) const;
  [[nodiscard]] bool is_part(const Quantity& value) const;
  [[nodiscard]] bool is_outcome(std::string_view noun_class) const;
  void place(QuantityFact& fact) const;
  [[nodiscard]] static std::set<std::string> sum_keys(const QuantityFact& fact, const std::vector<std::string>& own,
                                                      const std::vector<std::string>& topics);
  [[nodiscard]] std::set<std::string> count_keys(const QuantityFact& fact, std::string_view noun_class,
                                                 const std::vector<std::string>& own,
                                                 const std::vector<std::string>& topics) const;
  void add_story(QuantityFact& fact) const;

  const ArticleWords& words_;
  const WordKeys& keys_;
};

}  // namespace hearsay
