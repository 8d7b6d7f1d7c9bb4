#pragma once
// A figure of the text: an interval [low, high], what modifies it, its unit, and the noun it counts.
// "over 100 defectors" = {low 100, high none, modifier over, noun "defectors"}; "25 %" = 25 with unit "%"; "a quarter"
// = 0.25 with unit "share"; "about 30" = [30, 30] with modifier approx, which comparison widens
// (core/compare/quantities.h), "nearly 30" = [27, 30] approx; "£4.2m" = 4,200,000 with unit "GBP"; units of measure
// keep the written one ("mile"), comparison converts.

#include <optional>
#include <string>
#include <string_view>

#include "core/value/span.h"

namespace hearsay {

enum class Modifier { none, approx, over, under, at_least, at_most, fuzzy };

struct Quantity {
  Span span;    // modifier and number, with currency sign and unit where they are written: "about £4.2m", "25 %"
  Span number;  // the number alone: "4.2"
  std::optional<double> low;   // none: no bound below
  std::optional<double> high;  // none: no bound above
  std::string unit;            // ISO 4217, "%", "share", "km", "year" ...; empty for a plain count
  Modifier modifier = Modifier::none;
  std::string
      noun;  // what is counted, as written, without what follows it: "defectors", "civilian deaths"; may be empty
  std::optional<Span> noun_span;
  std::string rate;      // "year" for "a year", "per annum"; empty if none
  bool ordinal = false;  // "70th anniversary": a rank, never compared with a count

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

std::string_view name_of(Modifier modifier);  // "none", "approx", "over", "under", "at_least", "at_most", "fuzzy"
std::optional<Modifier> modifier_named(std::string_view name);

}  // namespace hearsay
