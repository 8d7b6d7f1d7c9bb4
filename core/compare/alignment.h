#pragma once
// Two propositions laid side by side: which words of one the other has, and which names only one has.

#include <cstddef>
#include <string>
#include <vector>

#include "core/compare/proposition.h"

namespace hearsay {

struct StatementAlignment {
  std::vector<bool> matched_a;  // one a term of `a`: `b` has it, or a word on the same axis
  std::vector<bool> matched_b;
  std::vector<const ProperName*> only_a;  // names of `a` no word of which `b` has
  std::vector<const ProperName*> only_b;
  std::vector<std::string> shared;  // words both have, rarest first, as `a` has them: what the two speak of
  bool shares_name = false;

  // Each has a name that the other lacks: two persons, two places.
  [[nodiscard]] bool names_apart() const { return !only_a.empty() && !only_b.empty(); }
};

StatementAlignment align(const Proposition& a, const Proposition& b);

// How much of the shorter statement the other has, by worth of words, [0, 1]; 0 where nothing is left. Tokens in
// `without_a` and `without_b` are left out: what they disagree on, when one asks whether the rest is one.
double coverage(const Proposition& a, const Proposition& b, const StatementAlignment& alignment,
                const std::vector<TokenRange>& without_a = {}, const std::vector<TokenRange>& without_b = {});

}  // namespace hearsay
