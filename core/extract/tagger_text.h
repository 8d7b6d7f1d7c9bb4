#pragma once
// What the tagger sees of each token: hashes of its word, its shape, its part in the sentence, where it stands relative
// to quotation marks; and running counts, so that what lies between two tokens is known by subtraction.

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/extract/quotations.h"
#include "core/extract/tagger_hints.h"
#include "core/lexicon/lexicon.h"
#include "core/value/sentence.h"

namespace hearsay {

enum class QuoteState : std::uint8_t { outside, opening, inside, closing };

// What a word has wherever it stands. Of numbers all are alike.
struct WordMark {
  std::uint64_t whole = 0;   // folded
  std::uint64_t stem = 0;    // without a common ending
  std::uint64_t ending = 0;  // its last three bytes
  std::uint8_t listed = 0;   // its group by list; 0 where it is in none
  std::uint8_t by_form = 0;  // its group where it is in no list and begins small
  std::uint8_t noun = 0;     // as in TokenMark, where its shape allows a meaning
  std::uint8_t verb = 0;
};

struct TokenMark {
  const WordMark* word = nullptr;  // lives as long as the TaggerText
  std::uint32_t sentence = 0;
  std::uint32_t quotation = 0;  // index + 1 into the quotations; 0 outside
  std::uint8_t shape = 0;       // how it is written: lower case, Capital, CAPITALS, number, mark ...
  std::uint8_t group = 0;       // what it may do in a sentence: closed classes by list, others by ending and shape
  std::uint8_t noun = 0;        // what it means as a noun and as a verb: kinds of rules/lexicon/word-senses.tsv
  std::uint8_t verb = 0;
  QuoteState quote = QuoteState::outside;
  bool joins = false;   // stands between a subject and its verb: auxiliaries, "not", adverbs
  bool breaks = false;  // a comma, stop, dash, colon or quotation mark
  // before this token, in the text
  std::uint32_t commas = 0;
  std::uint32_t stops = 0;
  std::uint32_t quotation_marks = 0;
  std::uint32_t verbs = 0;
  std::uint32_t capitals = 0;
  std::uint32_t quoted = 0;
};

inline constexpr std::size_t kGroups = 128;       // the numbers of all groups are below it
inline constexpr std::uint64_t kOutsideWord = 1;  // the word of the mark outside a paragraph

extern const TokenMark kOutsideMark;

// Whether a word is written with a capital or in capitals.
bool is_capital(const TokenMark& mark);

// Whether a word never seen before could be a verb.
bool looks_like_verb(const TokenMark& mark);

// Groups of words by their folded form: rules/lexicon/word-groups.tsv; what words mean by their stem:
// rules/lexicon/word-senses.tsv. The numbers of groups and kinds are their order in the files.
class WordGroups {
 public:
  explicit WordGroups(const Lexicon& lexicon);

  // What can be told of a word by its letters alone: of a number, of which all are alike, as of "0".
  [[nodiscard]] WordMark mark_of(std::string_view folded, TokenKind kind) const;
  // Whether words of the group stand between a subject and its verb.
  [[nodiscard]] bool joins(std::uint8_t group) const { return joins_[group]; }

 private:
  struct Senses {
    std::uint8_t noun = 0;
    std::uint8_t verb = 0;
  };
  std::unordered_map<std::string, std::uint8_t> by_word_;
  std::unordered_map<std::uint64_t, Senses> senses_;  // by the hash of a stem
  std::array<bool, 256> joins_{};
};

// The words of one text with their marks. Views `words` and `quotations`, which must outlive it. `patterns`: what
// Patterns::find() gave for them.
struct TaggerText {
  TaggerText(const Words& words_read, const std::vector<Quotation>& quotations_found,
             const std::vector<Attribution>& patterns, const WordGroups& groups);

  // The mark at token + step, or that of a border where it lies outside the token's paragraph.
  [[nodiscard]] const TokenMark& near(std::size_t token, int step) const {
    const auto at = static_cast<std::ptrdiff_t>(token) + step;
    const auto& [first, last] = bounds_[marks[token].sentence];
    const bool inside = at >= static_cast<std::ptrdiff_t>(first) && at < static_cast<std::ptrdiff_t>(last);
    return inside ? marks[static_cast<std::size_t>(at)] : kOutsideMark;
  }
  [[nodiscard]] std::size_t first_of_paragraph(std::size_t token) const { return bounds_[marks[token].sentence].first; }
  [[nodiscard]] std::size_t last_of_paragraph(std::size_t token) const { return bounds_[marks[token].sentence].second; }

  const Words& words;
  const std::vector<Quotation>& quotations;
  const Hints hints;
  std::vector<TokenMark> marks;

  TaggerText(const TaggerText&) = delete;
  TaggerText& operator=(const TaggerText&) = delete;

 private:
  void count();
  void mark_quotations();

  std::vector<WordMark> words_;                                  // by Words::numbers
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bounds_;  // tokens [first, last) of each sentence's paragraph
};

}  // namespace hearsay
