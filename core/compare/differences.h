#pragma once
// Where two statements about one thing differ: each function looks for one kind of difference and says whether both may
// still hold. Front door: core/compare/statements.h.

#include <optional>
#include <string>

#include "core/compare/alignment.h"
#include "core/compare/keys.h"
#include "core/compare/proposition.h"
#include "core/compare/quantities.h"

namespace hearsay {

struct Difference {
  bool contradicts = false;  // both cannot hold
  std::string kind;
  std::string reason;
  bool agrees = false;  // there is no difference of this kind: both say the same
};

// Two propositions and how they align; all must outlive this.
struct Pair {
  const Proposition& a;
  const Proposition& b;
  const StatementAlignment& alignment;
};

// Days from the publication of a to that of b, or nothing where one is not known.
std::optional<Day> days_between(const Pair& pair);

// Figures of one thing that cannot both be right, or why they may. Nothing where no two figures compare.
std::optional<Difference> figure_difference(const Pair& pair, const WordKeys& keys, const FigureComparer& figures);

// Both say when, and no time of one meets one of the other.
bool dated_apart(const Pair& pair);

// Times of one event without a day in common.
std::optional<Difference> time_difference(const Pair& pair);

// One says what the other takes back, or its opposite. A negation inside a figure ("no one") is left to the figures.
std::optional<Difference> polarity_difference(const Pair& pair);

// Two names where there can be but one: the holder of an office, a winner, a cause.
std::optional<Difference> holder_difference(const Pair& pair);

// "(people; Brennock, rally)": what both speak of.
std::string topic_of(const Pair& pair);

}  // namespace hearsay
