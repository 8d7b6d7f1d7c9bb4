#pragma once
// The words of a text: tokens, sentences, paragraphs, each with its bytes. Made by core/text, read by every extraction
// stage.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/value/span.h"

namespace hearsay {

enum class TokenKind {
  word,    // letters, inner apostrophes and hyphens: "don't", "Joon-kook", "U.N.", "COVID-19"
  number,  // begins with a digit: "35,000", "4.2", "70th", "24"
  mark,    // one punctuation mark or symbol: "“", ",", "£", "%"
};

struct Token {
  Span span;
  TokenKind kind = TokenKind::word;

  friend bool operator==(const Token&, const Token&) = default;
};

// Tokens [first_token, last_token) of the text; `span` runs from the first token's begin to the last one's end.
struct Sentence {
  Span span;
  std::size_t first_token = 0;
  std::size_t last_token = 0;
  std::size_t paragraph = 0;  // index into Words::paragraphs

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// Sentences [first_sentence, last_sentence). A paragraph is what the reader made one zone of: a line, or several
// soft-wrapped ones.
struct Paragraph {
  Span span;
  std::size_t first_sentence = 0;
  std::size_t last_sentence = 0;

  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

// Tokens [first, last).
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;

  [[nodiscard]] std::size_t size() const { return last - first; }
  [[nodiscard]] bool empty() const { return first >= last; }
  [[nodiscard]] bool contains(std::size_t token) const { return first <= token && token < last; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

// All words of one text in order. Every token belongs to exactly one sentence, every sentence to one paragraph.
// `text` views what split_words() was given and must not outlive it.
struct Words {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<std::string> folded;  // one a token: case folded, curly quotes and dashes made plain, accents kept
  // One a token: the same where `folded` and kind are the same, counted from 0 in the order in which words first
  // appear. So the token whose number is new is the place to look its word up, once a text.
  std::vector<std::uint32_t> numbers;
  std::vector<Sentence> sentences;
  std::vector<Paragraph> paragraphs;

  [[nodiscard]] std::string_view of(std::size_t token) const { return tokens[token].span.of(text); }
};

}  // namespace hearsay
