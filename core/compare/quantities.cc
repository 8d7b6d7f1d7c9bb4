// Both figures are brought to one unit and one interval each; the first answer that holds is given: other unit, other
// scope, equal, rounding, one interval holding or meeting the other, close, later count, conflict. Known limits: a
// later count is not told from an earlier one (dates are the caller's); tons are short tons.

#include "core/compare/quantities.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace hearsay {
namespace {

constexpr double kAboutRatio = 0.1;
constexpr double kExact = 1e-9;  // relative: the arithmetic of conversions, no more

bool nearly_equal(double a, double b) { return std::abs(a - b) <= kExact * std::max({1.0, std::abs(a), std::abs(b)}); }

bool nearly_equal(const Interval& a, const Interval& b) {
  if (a.low.has_value() != b.low.has_value() || a.high.has_value() != b.high.has_value()) return false;
  return (!a.low || nearly_equal(*a.low, *b.low)) && (!a.high || nearly_equal(*a.high, *b.high));
}

bool is_point(const Interval& interval) { return interval.low && interval.high && *interval.low == *interval.high; }

// Whether `coarse` is `fine` written with fewer digits: 35,000 of 34,812; 1.2 million of 1,234,000.
bool rounds_to(double fine, double coarse) {
  if (coarse == 0 || fine == coarse) return false;
  double unit = std::pow(10, std::floor(std::log10(std::abs(coarse))));
  for (int digits = 0; digits < 6; ++digits, unit /= 10) {
    const double steps = coarse / unit;
    if (std::abs(steps - std::round(steps)) > 1e-9 * std::abs(steps)) continue;
    return digits > 0 && std::abs(fine - coarse) <= unit / 2;  // one digit alone says too little
  }
  return false;
}

double gap_between(const Interval& a, const Interval& b) {
  if (a.high && b.low && *a.high < *b.low) return *b.low - *a.high;
  if (b.high && a.low && *b.high < *a.low) return *a.low - *b.high;
  return 0;
}

double largest(const Interval& interval) {
  return std::max(std::abs(interval.low.value_or(0)), std::abs(interval.high.value_or(0)));
}

// "civilian deaths" and "deaths" may be one; "boats" and "people" are not.
bool may_be_one_noun(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return true;
  const std::string last_a = a.substr(a.rfind(' ') + 1);
  const std::string last_b = b.substr(b.rfind(' ') + 1);
  return last_a == last_b || last_a + "s" == last_b || last_b + "s" == last_a;
}

std::string both(const Interval& a, const Interval& b, std::string_view between) {
  const std::string first = to_text(a);
  const std::string second = to_text(b);
  return first <= second ? fmt::format("{} {} {}", first, between, second)
                         : fmt::format("{} {} {}", second, between, first);
}

}  // namespace

bool is_slip(double a, double b) {
  if (a <= 0 || b <= 0 || a == b) return false;
  if (a > b) std::swap(a, b);
  if (b == 10 * a || b == 1000 * a) return true;
  const auto digits = [](double value) {
    std::string text = fmt::format("{:.10g}", value);
    std::erase(text, '.');
    return text;
  };
  std::string few = digits(a);
  std::string many = digits(b);
  for (std::size_t at = 0; b >= 1000 && many.size() == few.size() + 1 && at < many.size(); ++at) {
    if (many.substr(0, at) + many.substr(at + 1) == few) return true;
  }
  std::sort(few.begin(), few.end());
  std::sort(many.begin(), many.end());
  return few == many && few.size() > 1 && b < 10 * a;
}

std::string_view name_of(Agreement agreement) {
  switch (agreement) {
    case Agreement::agree:
      return "agree";
    case Agreement::rounding:
      return "rounding";
    case Agreement::bound:
      return "bound";
    case Agreement::updateable:
      return "updateable";
    case Agreement::unit:
      return "unit";
    case Agreement::scope:
      return "scope";
    case Agreement::conflict:
      return "conflict";
  }
  return "";
}

Interval interval_of(const Quantity& quantity) {
  Interval interval{quantity.low, quantity.high};
  const bool widens = quantity.modifier == Modifier::approx && quantity.low && quantity.low == quantity.high;
  if (widens) {
    const double margin = std::abs(*quantity.low) * kAboutRatio;
    interval = {*quantity.low - margin, *quantity.high + margin};
  }
  const bool counts = quantity.unit != "celsius" && quantity.unit != "fahrenheit";
  if (!interval.low && interval.high && *interval.high >= 0 && counts) interval.low = 0;
  return interval;
}

bool meet(const Interval& a, const Interval& b) { return gap_between(a, b) == 0; }

std::string to_text(const Interval& interval) {
  if (interval.low && interval.high) {
    if (*interval.low == *interval.high) return fmt::format("{:.10g}", *interval.low);
    return fmt::format("{:.10g} to {:.10g}", *interval.low, *interval.high);
  }
  if (interval.low) return fmt::format("{:.10g} or more", *interval.low);
  if (interval.high) return fmt::format("{:.10g} or less", *interval.high);
  return "any number";
}

FigureComparer::FigureComparer(const Lexicon& lexicon) {
  const Table& table = lexicon.table("units");
  for (const Table::Row& row : table.rows()) {
    const std::string& factor = table.cell(row, "factor");
    Unit unit{table.cell(row, "kind"), 1, 0};
    std::from_chars(factor.data(), factor.data() + factor.size(), unit.factor);
    if (unit.kind == "age") unit.kind = "time";
    units_.emplace(table.cell(row, "unit"), std::move(unit));
  }
  units_["share"] = {"percent", 100, 0};
  units_["celsius"] = {"temperature", 1, 273.15};
  units_["fahrenheit"] = {"temperature", 5.0 / 9, 459.67};
  units_["pence"] = {"GBP", 0.01, 0};
  units_["US-cent"] = {"USD", 0.01, 0};
}

FigureComparer::Unit FigureComparer::unit(std::string_view name) const {
  const auto known = units_.find(std::string(name));
  return known == units_.end() ? Unit{std::string(name), 1, 0} : known->second;
}

std::optional<double> FigureComparer::convert(double value, std::string_view from, std::string_view to) const {
  if (from == to) return value;
  const Unit source = unit(from);
  const Unit target = unit(to);
  if (source.kind != target.kind) return std::nullopt;
  return (value + source.offset) * source.factor / target.factor - target.offset;
}

FigureVerdict FigureComparer::compare(const Quantity& a, const Quantity& b, double tolerance) const {
  if (a.ordinal != b.ordinal) return {Agreement::scope, "a rank is no count"};
  const Unit unit_a = unit(a.unit);
  const Unit unit_b = unit(b.unit);
  if (unit_a.kind != unit_b.kind) {
    const std::string first = a.unit.empty() ? "a count" : a.unit;
    const std::string second = b.unit.empty() ? "a count" : b.unit;
    return {Agreement::unit, first < second ? fmt::format("{} and {} do not compare", first, second)
                                            : fmt::format("{} and {} do not compare", second, first)};
  }
  if (a.rate != b.rate) return {Agreement::scope, "one is a rate and the other is none, or of another period"};
  if (!may_be_one_noun(a.noun, b.noun)) return {Agreement::scope, "they count different things"};
  const auto in_base = [](Interval interval, const Unit& of) {
    if (interval.low) interval.low = (*interval.low + of.offset) * of.factor;
    if (interval.high) interval.high = (*interval.high + of.offset) * of.factor;
    return interval;
  };
  const bool same_unit = a.unit == b.unit;
  const Interval first = same_unit ? interval_of(a) : in_base(interval_of(a), unit_a);
  const Interval second = same_unit ? interval_of(b) : in_base(interval_of(b), unit_b);
  if (nearly_equal(first, second)) return {Agreement::agree, both(first, second, "and")};
  if (is_point(first) && is_point(second)) {
    if (rounds_to(*first.low, *second.low) || rounds_to(*second.low, *first.low)) {
      return {Agreement::rounding, both(first, second, "rounds to or from")};
    }
  } else if (meet(first, second)) {
    return {Agreement::bound, both(first, second, "meets")};
  }
  const double gap = gap_between(first, second);
  if (gap <= tolerance * std::max(largest(first), largest(second))) {
    return {Agreement::rounding, both(first, second, "is close to")};
  }
  const bool counts = a.unit.empty() && b.unit.empty() && !a.ordinal;
  const bool bounds_below = (!first.high || !second.high) && counts;
  if (bounds_below) return {Agreement::updateable, both(first, second, "may have risen to")};
  return {Agreement::conflict, both(first, second, "against")};
}

}  // namespace hearsay
