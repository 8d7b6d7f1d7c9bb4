#pragma once
// Can two figures both be right? Intervals are compared, not numbers: "about 30" is 27 to 33, "over 100" has no upper
// end, 25 % and "a quarter" are one share, 5 km and 3.1 miles one length.
//
//   agreement = compare(first, second, units);   // {Agreement::bound, "at least 15 holds 17"}
//
// Pure and symmetric: compare(a, b) and compare(b, a) have the same verdict. What is counted, of which event, is for
// the caller (core/compare/facts.h); this looks at values, units, rates, and whether the nouns could be one.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/lexicon/lexicon.h"
#include "core/value/quantity.h"

namespace hearsay {

inline constexpr double kFigureTolerance = 0.1;  // figures closer than this ratio of the larger one agree

enum class Agreement {
  agree,       // the same value
  rounding,    // one is the other in fewer digits, or they differ by less than the tolerance
  bound,       // one is open, approximate or a range, and holds the other
  updateable,  // apart, but both counts could hold at different times: the later may be higher
  unit,        // measures of different kinds, or currencies: not comparable
  scope,       // comparable in unit, but one is a rank, a rate or counts something else
  conflict,    // apart by more than the tolerance
};

struct FigureVerdict {
  Agreement agreement = Agreement::agree;
  std::string reason;  // for a person: "27 to 33 against 40"

  friend bool operator==(const FigureVerdict&, const FigureVerdict&) = default;
};

// The values a figure may stand for, ends included; no end: open. approx widens by 10 %, "nearly" is narrow already.
struct Interval {
  std::optional<double> low;
  std::optional<double> high;

  friend bool operator==(const Interval&, const Interval&) = default;
};

Interval interval_of(const Quantity& quantity);
bool meet(const Interval& a, const Interval& b);
std::string to_text(const Interval& interval);  // "27 to 33", "over 100", "up to 40", "17"

// Is one number the other with a slip of the hand: its digits in another order (34, 43), ten or a thousand times it, or
// of four digits and more one left out (18,000, 8,000)?
bool is_slip(double a, double b);

class FigureComparer {
 public:
  explicit FigureComparer(const Lexicon& lexicon);  // reads units.tsv once; keeps no reference

  // `tolerance` as kFigureTolerance, in [0, 1].
  [[nodiscard]] FigureVerdict compare(const Quantity& a, const Quantity& b, double tolerance = kFigureTolerance) const;

  // The value of `from` in `to`: 5 "mile" in "kilometre" is 8.05; nothing where they measure different things. Shares
  // convert to "%", celsius to fahrenheit and kelvin; currencies never.
  [[nodiscard]] std::optional<double> convert(double value, std::string_view from, std::string_view to) const;

 private:
  struct Unit {
    std::string kind;
    double factor = 1;  // in the kind's base unit
    double offset = 0;  // added before the factor
  };
  [[nodiscard]] Unit unit(std::string_view name) const;

  std::unordered_map<std::string, Unit> units_;
};

std::string_view name_of(
    Agreement agreement);  // "agree", "rounding", "bound", "updateable", "unit", "scope", "conflict"

}  // namespace hearsay
