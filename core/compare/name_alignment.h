#pragma once
// Two names laid side by side: which word goes with which, and which stand alone.

#include <cstddef>
#include <vector>

#include "core/compare/name_tokens.h"

namespace hearsay {

struct TokenPair {
  std::size_t a_first = 0, a_last = 0;  // tokens of the first name, last included; more than one where spaces were lost
  std::size_t b_first = 0, b_last = 0;
  TokenMatch match;

  [[nodiscard]] bool run_together() const { return a_first != a_last || b_first != b_last; }
};

struct Alignment {
  std::vector<TokenPair> pairs;  // in order of the first name
  std::vector<std::size_t>
      alone_a;  // words that go with none, in order; particles, articles and links are no words here
  std::vector<std::size_t> alone_b;
  std::size_t small_alone = 0;  // particles, articles and links on one side only

  [[nodiscard]] bool exact() const;     // nothing alone, every pair without cost
  [[nodiscard]] bool in_order() const;  // no two pairs cross
};

// Best pairs first: equal words, then the cheapest that are left, then words run together. Time O(words^2).
Alignment align(const Name& a, const Name& b, const TokenMatcher& matcher);

}  // namespace hearsay
