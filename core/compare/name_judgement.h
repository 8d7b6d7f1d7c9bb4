#pragma once
// From two names laid side by side to a verdict: what the differences cost, what may be missing, what parts two people.

#include "core/compare/name_alignment.h"
#include "core/compare/names.h"

namespace hearsay {

inline constexpr double kCommonWords = 0.1;  // what it costs where only common words agree exactly
inline constexpr double kEqualCost = 0.06;   // accents and articles leave a word the same
inline constexpr double kFurther = 0.5;  // share of its cost that each respelling or initial after the first is charged

// The reason is left to describe().
NameComparison judge(const Name& a, const Name& b, const Alignment& alignment);

// What the ledger says, for people: "'wexfordin' / 'wexfordi': one letter more; the rest is equal".
std::string describe(const NameComparison& comparison);

}  // namespace hearsay
