#pragma once
// What a claim says and the words it quotes, to the facts rules compare, each with the blocks it stands in:
//   statements  each two of the five best anchors; class of the main predicate + each of the three best, each place
//               named, where there are few the first topics of the article; what has an opposite ("dry") + each
//               of three topics
//   quotes      each two content words in a row of which one is rare, twelve at most; where these are few, of which one
//               is not in every article, and each three words in a row

#include <optional>
#include <string>
#include <vector>

#include "core/compare/anchors.h"
#include "core/compare/keys.h"
#include "core/value/entity.h"
#include "core/value/fact.h"

namespace hearsay {

class StatementFactReader {
 public:
  // All must outlive the reader.
  StatementFactReader(const Extraction& extraction, const ArticleWords& words, const WordKeys& keys)
      : extraction_(extraction), words_(words), keys_(keys) {}

  // `claim`: index into Extraction::claims. Never fail.
  [[nodiscard]] StatementFact statement(std::size_t claim) const;
  [[nodiscard]] std::vector<QuoteFact> quotes(std::size_t claim) const;  // one for each quoted span

 private:
  [[nodiscard]] const std::string& word(std::size_t token) const { return words_.words().folded[token]; }
  [[nodiscard]] std::vector<std::string> places_in(const Claim& claim) const;
  [[nodiscard]] std::optional<std::size_t> main_predicate(const std::vector<TokenRange>& ranges) const;
  [[nodiscard]] bool is_negated_subject(const std::vector<TokenRange>& ranges, std::size_t predicate) const;
  [[nodiscard]] bool is_negated(const std::vector<TokenRange>& ranges, std::optional<std::size_t> predicate) const;
  [[nodiscard]] std::vector<std::vector<TokenRange>> by_sentence(const std::vector<TokenRange>& ranges) const;
  [[nodiscard]] std::vector<std::string> sentence_keys(const std::vector<TokenRange>& ranges, const Claim& claim) const;
  [[nodiscard]] std::vector<std::string> statement_keys(const StatementFact& fact, const Claim& claim) const;
  [[nodiscard]] std::vector<std::string> opposite_keys(const StatementFact& fact,
                                                       const std::vector<TokenRange>& ranges) const;
  [[nodiscard]] std::vector<std::string> pairs_in(Span span, Rarity least) const;
  [[nodiscard]] std::vector<std::string> runs_in(Span span) const;

  const Extraction& extraction_;
  const ArticleWords& words_;
  const WordKeys& keys_;
};

}  // namespace hearsay
