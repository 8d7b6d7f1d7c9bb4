#pragma once
// From two names laid side by side to a verdict: what the differences cost, what may be missing, what parts two people.

#include "core/compare/name_alignment.h"
#include "core/compare/names.h"

namespace hearsay {

// The reason is left to describe().
NameComparison judge(const Name& a, const Name& b, const Alignment& alignment);

// What the ledger says, for people: "'wexfordin' / 'wexfordi': one letter more; the rest is equal".
std::string describe(const NameComparison& comparison);

}  // namespace hearsay
