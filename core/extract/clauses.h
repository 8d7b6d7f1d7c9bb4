#pragma once
// Noun phrases and clauses without a parser: where the subject beside a verb begins and ends, where reported speech
// stops. Works on one stretch at a time: a sentence, or the several that a quotation holds together.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/extract/cues.h"
#include "core/extract/quotations.h"
#include "core/extract/word_classes.h"
#include "core/value/sentence.h"

namespace hearsay {

// A text with everything that is known about its words before clauses are read. Views what it was made from.
class MarkedText {
 public:
  MarkedText(const Words& words, const std::vector<Quotation>& quotations, const WordClasses& classes,
             const Cues& cues);

  [[nodiscard]] const Words& words() const { return words_; }
  [[nodiscard]] const std::vector<Quotation>& quotations() const { return quotations_; }
  [[nodiscard]] const std::vector<CueWord>& cues() const { return cues_; }

  [[nodiscard]] bool is(std::size_t token, std::uint32_t classes) const { return (classes_[token] & classes) != 0; }
  [[nodiscard]] const std::string& word(std::size_t token) const { return words_.folded[token]; }
  // A capitalised word that is no function word, month or weekday.
  [[nodiscard]] bool is_name(std::size_t token) const;
  // Whether most words are capitalised, as in a headline.
  [[nodiscard]] bool is_title(TokenRange tokens) const;
  // A word a noun phrase can end with.
  [[nodiscard]] bool is_nominal(std::size_t token) const;
  // The quotation that covers a token, or null.
  [[nodiscard]] const Quotation* quotation_at(std::size_t token) const;
  // The first verb cue that begins at a token, or null.
  [[nodiscard]] const CueWord* verb_at(std::size_t token) const;
  [[nodiscard]] const CueWord* cue_at(std::size_t token, CueKind kind) const;
  // "said", "says", "argued": a form that is nothing but a verb, or may be by what stands before it.
  [[nodiscard]] bool is_finite_cue(std::size_t token, std::size_t from) const;
  [[nodiscard]] Span span_of(TokenRange tokens) const {
    return {words_.tokens[tokens.first].span.begin, words_.tokens[tokens.last - 1].span.end};
  }

 private:
  const Words& words_;
  const std::vector<Quotation>& quotations_;
  std::vector<std::uint32_t> classes_;
  std::vector<CueWord> cues_;
  std::vector<std::uint32_t> quotation_;  // per token: index + 1, 0 for none
  std::vector<std::uint32_t> cue_;        // per token: index + 1 of the first cue that begins there, 0 for none
};

// Reads the clauses of one stretch of tokens. Every answer lies in it.
class Clauses {
 public:
  Clauses(const MarkedText& text, TokenRange stretch) : text_(text), stretch_(stretch) {}

  // The noun phrase that ends right before `end`, with its aside ("X, a lawyer in Y,"); none if there is no subject.
  [[nodiscard]] std::optional<TokenRange> subject_before(std::size_t end) const;
  // The noun phrase that begins at `begin`, with its appositive: the subject of an inverted "said X".
  // `surely`: a quotation stands before the verb, so that any noun phrase will do.
  [[nodiscard]] std::optional<TokenRange> inverted_subject(std::size_t begin, bool surely) const;
  // The noun phrase that begins at `begin`, with all that modifies it: behind "according to".
  [[nodiscard]] std::optional<TokenRange> phrase_behind(std::size_t begin) const;
  // Whether [first, last) only says when, where or how the clause behind it holds: "In March", "For now".
  [[nodiscard]] bool is_circumstance(TokenRange tokens) const;
  // "his", "the ministry's" before the noun phrase whose head is at `noun`.
  [[nodiscard]] std::optional<TokenRange> possessor_before(std::size_t noun) const;
  // The subject of the stretch's first clause.
  [[nodiscard]] std::optional<TokenRange> main_subject() const;
  // Where a clause that begins at `begin` stops; closing punctuation outside quotation marks is not part of it. `forms`
  // (VerbForm) are those of the verb that governs it: an "and" with another cue of the same form ends it.
  [[nodiscard]] std::size_t clause_end(std::size_t begin, std::uint32_t forms = 0) const;
  // The first comma outside quotation marks behind `begin`, or `end`.
  [[nodiscard]] std::size_t comma_behind(std::size_t begin, std::size_t end) const;
  // Where the clause that ends before `end` begins.
  [[nodiscard]] std::size_t clause_begin(std::size_t end) const;

 private:
  [[nodiscard]] std::optional<TokenRange> phrase_before(std::size_t end) const;
  [[nodiscard]] std::size_t behind_subordinator(std::size_t first, std::size_t last) const;
  [[nodiscard]] std::size_t trim_opening(std::size_t first, std::size_t end) const;
  [[nodiscard]] bool bounds_phrase(std::size_t token) const;
  [[nodiscard]] bool breaks_at_comma(std::size_t behind, std::uint32_t forms) const;
  [[nodiscard]] bool looks_finite(std::size_t token) const;
  [[nodiscard]] std::size_t aside_end(std::size_t begin) const;
  [[nodiscard]] bool opens_appositive(std::size_t token) const;
  [[nodiscard]] bool opens_clause(std::size_t token) const;
  [[nodiscard]] bool ends_inverted(std::size_t token, std::size_t begin, bool surely) const;
  [[nodiscard]] bool starts_reporting_clause(std::size_t token) const;

  const MarkedText& text_;
  TokenRange stretch_;
};

}  // namespace hearsay
