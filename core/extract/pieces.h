#pragma once
// The parts of a sentence's words that figures and times are written in: "mid-November" is two pieces, "USD115" and
// "today's" too, "24-year-old" three. A hyphen or dash that touches both neighbours is no piece but the gap between
// them.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/value/sentence.h"

namespace hearsay {

using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0;

// The folded words of the tables a finder reads, each with a number above kUnknownWord.
class Vocabulary {
 public:
  WordId add(std::string_view folded);
  [[nodiscard]] WordId id_of(std::string_view folded) const;  // kUnknownWord for a word of no table
  [[nodiscard]] const std::string& word(WordId id) const { return words_[id]; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    WordId id = kUnknownWord;  // where empty
  };
  static std::uint64_t hash_of(std::string_view word);  // FNV-1a: words are short
  void place(WordId id);

  std::vector<std::string> words_{""};               // by id
  std::vector<Slot> slots_ = std::vector<Slot>(64);  // by hash; a power of two, half full at most
};

enum class Gap : std::uint8_t { start, space, none, hyphen };  // what stands before a piece

struct Piece {
  Span span;              // bytes of the text
  std::string_view word;  // folded; lives as long as the Words it was cut from
  WordId id = kUnknownWord;
  TokenKind kind = TokenKind::word;
  Gap gap = Gap::start;
  bool capital = false;  // begins with an upper-case letter
  bool upper = false;    // begins and ends with one: "USD", "M"

  [[nodiscard]] bool is(std::string_view folded) const { return word == folded; }
  [[nodiscard]] bool joined() const { return gap == Gap::none || gap == Gap::hyphen; }
};

// Cuts the sentences of one text, of which it looks up each word once. Views what it is made of, which must outlive it.
class PieceCutter {
 public:
  // `tells`: of a word id, whether its piece tells a finder that there may be something to read in its sentence.
  template <typename Tells>
  PieceCutter(const Words& words, const Vocabulary& vocabulary, const Tells& tells)
      : words_(words), vocabulary_(vocabulary) {
    for (std::size_t i = 0; i < words.numbers.size(); ++i) {
      if (words.numbers[i] == known_.size()) known_.push_back(look_up(i));
      Known& known = known_[words.numbers[i]];
      if (known.tells == Telling::unasked) known.tells = tells(known.id) ? Telling::yes : Telling::no;
    }
  }

  // Whether the sentence may hold a number or a piece that tells.
  [[nodiscard]] bool tells(const Sentence& sentence) const;

  // Replaces `pieces` by those of a sentence. Linear in the sentence.
  void cut(const Sentence& sentence, std::vector<Piece>& pieces) const;

 private:
  friend class Cutting;

  enum class Telling : std::uint8_t { unasked, no, yes };
  struct Known {
    WordId id = kUnknownWord;
    Telling tells = Telling::unasked;
    bool plain = false;  // a word that is one piece wherever it is as long as written
  };
  [[nodiscard]] Known look_up(std::size_t token) const;

  const Words& words_;
  const Vocabulary& vocabulary_;
  std::vector<Known> known_;  // by word
};

}  // namespace hearsay
