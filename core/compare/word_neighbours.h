#pragma once
// Which words of a long list of names may be one word in two spellings. There are far fewer words than names, so that
// names are then found by the words they share (core/compare/name_search.h).

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/compare/name_tokens.h"

namespace hearsay {

class WordNeighbours {
 public:
  struct Neighbour {
    std::uint32_t word = 0;
    float cost = 0;      // of TokenMatch, in the language that makes it least
    bool habit = false;  // a romanisation, which costs less from the second word on
  };

  // `words`: distinct, at most 2^24, none an initial. Two are neighbours when TokenMatcher::match has an answer for
  // them in some language that leaves their names one; a word is its own neighbour. A pair is met where the two share a
  // key: a spelling with one letter left out (two of long words), a skeleton of consonants, a row of name variants, the
  // beginning of a name.
  WordNeighbours(const std::vector<NameToken>& words, const TokenMatcher& matcher, unsigned threads);

  // In order of words; valid as long as this.
  [[nodiscard]] std::span<const Neighbour> of(std::uint32_t word) const {
    return {neighbours_.data() + first_[word], neighbours_.data() + first_[word + 1]};
  }
  // Null if the two are none.
  [[nodiscard]] const Neighbour* find(std::uint32_t word, std::uint32_t other) const;

  [[nodiscard]] std::size_t size() const { return neighbours_.size(); }

 private:
  struct Pair;
  void arrange(const std::vector<Pair>& pairs, std::size_t words);

  std::vector<Neighbour> neighbours_;
  std::vector<std::size_t> first_;
};

}  // namespace hearsay
