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
  // `words`: distinct, at most 2^24, none an initial. Two are neighbours when TokenMatcher::match has any answer for
  // them in some language; a word is its own neighbour. A pair is met where the two share a key: a spelling with one
  // letter left out (two of long words), a skeleton of consonants, a row of name variants, the beginning of a name.
  WordNeighbours(const std::vector<NameToken>& words, const TokenMatcher& matcher, unsigned threads);

  // Ascending numbers of words; valid as long as this.
  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t word) const {
    return {neighbours_.data() + first_[word], neighbours_.data() + first_[word + 1]};
  }

  [[nodiscard]] std::size_t size() const { return neighbours_.size(); }

 private:
  void arrange(const std::vector<std::uint64_t>& pairs, std::size_t words);

  std::vector<std::uint32_t> neighbours_;
  std::vector<std::size_t> first_;
};

}  // namespace hearsay
