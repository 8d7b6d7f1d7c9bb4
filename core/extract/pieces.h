#pragma once
// The parts of a sentence's words that figures and times are written in: "mid-November" is two pieces, "USD115" and
// "today's" too, "24-year-old" three. A hyphen or dash that touches both neighbours is no piece but the gap between
// them.

#include <algorithm>
#include <array>
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
    std::uint32_t hash = 0;
    WordId id = kUnknownWord;  // where empty
  };
  static std::uint32_t hash_of(std::string_view word);  // FNV-1a: words are short
  void place(WordId id);

  // Of a hash: which bit is set for a word that has it. Most words of a text are in no table, and these few kilobytes
  // stay in the cache where the slots would not.
  static constexpr std::size_t kFilterBits = std::size_t{1} << 15U;
  [[nodiscard]] bool may_hold(std::uint32_t hash) const {
    return (filter_[hash % kFilterBits / 64] >> (hash % 64) & 1U) != 0;
  }

  std::vector<std::string> words_{""};               // by id
  std::vector<Slot> slots_ = std::vector<Slot>(64);  // by hash; a power of two, half full at most
  std::array<std::uint64_t, kFilterBits / 64> filter_{};
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
  // `tells`: of a word id, whether its piece tells a finder that there may be something to read in its sentence. A
  // possessive 's by itself never does.
  template <typename Tells>
  PieceCutter(const Words& words, const Vocabulary& vocabulary, const Tells& tells)
      : words_(words), vocabulary_(vocabulary) {
    known_.reserve(words.numbers.size() / 2);
    for (std::size_t i = 0; i < words.numbers.size(); ++i) {
      if (words.numbers[i] != known_.size()) continue;
      Known known = look_up(i);
      known.tells = known.tells || tells(known.id) || (!known.plain && part_tells(words.folded[i], tells));
      known_.push_back(known);
    }
  }

  // Whether the sentence may hold a number or a piece that tells. Most sentences of news hold none and need no cutting.
  [[nodiscard]] bool tells(const Sentence& sentence) const;

  // Replaces `pieces` by those of a sentence. Linear in the sentence.
  void cut(const Sentence& sentence, std::vector<Piece>& pieces) const;

 private:
  friend class Cutting;

  struct Known {
    WordId id = kUnknownWord;
    bool tells = false;
    bool plain = false;  // a word that is one piece wherever it is as long as written
  };
  // Digits tell; whether letters do is for the finder to say.
  [[nodiscard]] Known look_up(std::size_t token) const;

  // Whether a piece tells that is cut from a word without digits.
  template <typename Tells>
  [[nodiscard]] bool part_tells(std::string_view folded, const Tells& tells) const {
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t end = std::min(folded.find('-', at), folded.size());
      const std::string_view part = folded.substr(at, end - at);
      if (tells(vocabulary_.id_of(part))) return true;
      if (part.ends_with("'s") && tells(vocabulary_.id_of(part.substr(0, part.size() - 2)))) return true;
      at = end + 1;
    }
    return false;
  }

  const Words& words_;
  const Vocabulary& vocabulary_;
  std::vector<Known> known_;  // by word
};

}  // namespace hearsay
