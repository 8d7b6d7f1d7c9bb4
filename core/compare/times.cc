// Day ranges are compared; values without a year by the month and day they name. Known limit: of an interval without
// years only equality is seen.

#include "core/compare/times.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace hearsay {
namespace {

constexpr double kLengthRatio = 0.1;

std::string pair_text(std::string_view a, std::string_view b, std::string_view between) {
  return a <= b ? fmt::format("{} {} {}", a, between, b) : fmt::format("{} {} {}", b, between, a);
}

// "08-18" of "XXXX-08-18" and of "2015-08-18", "08" of a month; empty for intervals and years.
std::string_view month_and_day(std::string_view edtf) {
  if (edtf.find('/') != std::string_view::npos || edtf.size() < 7) return {};
  if (edtf.back() == '?' || edtf.back() == '~' || edtf.back() == '%') edtf.remove_suffix(1);
  return edtf.substr(5);
}

TimeVerdict compare_without_year(const Time& a, const Time& b) {
  const std::string_view first = month_and_day(a.edtf);
  const std::string_view second = month_and_day(b.edtf);
  if (a.edtf == b.edtf) return {TimeAgreement::agree, a.edtf};
  if (first.empty() || second.empty()) return {TimeAgreement::unplaced, "the year of one is not known"};
  if (first == second) return {TimeAgreement::bound, pair_text(a.edtf, b.edtf, "may be")};
  if (first.starts_with(second) || second.starts_with(first))
    return {TimeAgreement::bound, pair_text(a.edtf, b.edtf, "may lie in")};
  return {TimeAgreement::conflict, pair_text(a.edtf, b.edtf, "against")};
}

TimeVerdict compare_lengths(const Time& a, const Time& b) {
  const double first = days_of_duration(a.duration);
  const double second = days_of_duration(b.duration);
  if (first == second) return {TimeAgreement::agree, a.duration};
  const double larger = std::max(first, second);
  if (std::abs(first - second) <= kLengthRatio * larger)
    return {TimeAgreement::near, pair_text(a.duration, b.duration, "is close to")};
  return {TimeAgreement::conflict, pair_text(a.duration, b.duration, "against")};
}

}  // namespace

std::string_view name_of(TimeAgreement agreement) {
  switch (agreement) {
    case TimeAgreement::agree:
      return "agree";
    case TimeAgreement::bound:
      return "bound";
    case TimeAgreement::near:
      return "near";
    case TimeAgreement::unplaced:
      return "unplaced";
    case TimeAgreement::scope:
      return "scope";
    case TimeAgreement::conflict:
      return "conflict";
  }
  return "";
}

double days_of_duration(std::string_view iso) {
  constexpr double kMonth = 30.436875;
  constexpr double kYear = 365.2425;
  if (!iso.starts_with('P') || iso.size() < 3) return -1;
  double days = 0;
  bool clock = false;
  for (iso.remove_prefix(1); !iso.empty();) {
    if (iso.front() == 'T') {
      clock = true;
      iso.remove_prefix(1);
      continue;
    }
    double count = 0;
    const auto [end, error] = std::from_chars(iso.data(), iso.data() + iso.size(), count, std::chars_format::fixed);
    if (error != std::errc{} || end == iso.data() + iso.size() || count < 0) return -1;
    const char unit = *end;
    iso.remove_prefix(static_cast<std::size_t>(end - iso.data()) + 1);
    if (unit == 'Y' && !clock)
      days += count * kYear;
    else if (unit == 'M')
      days += clock ? count / 1440 : count * kMonth;
    else if (unit == 'W' && !clock)
      days += count * 7;
    else if (unit == 'D' && !clock)
      days += count;
    else if (unit == 'H' && clock)
      days += count / 24;
    else if (unit == 'S' && clock)
      days += count / 86400;
    else
      return -1;
  }
  return days;
}

TimeVerdict compare_times(const Time& a, const Time& b, Day tolerance_days) {
  if (a.duration.empty() != b.duration.empty()) return {TimeAgreement::scope, "a length of time is no date"};
  if (!a.duration.empty()) return compare_lengths(a, b);
  const auto first = days_of(a.edtf);
  const auto second = days_of(b.edtf);
  if (!first || !second || a.vague || b.vague) return {TimeAgreement::unplaced, "one of them cannot be placed"};
  if (!first->year_known || !second->year_known) return compare_without_year(a, b);
  if (*first == *second) return {TimeAgreement::agree, a.edtf};
  const bool before = first->last && second->first && *first->last < *second->first;
  const bool after = second->last && first->first && *second->last < *first->first;
  if (!before && !after) return {TimeAgreement::bound, pair_text(a.edtf, b.edtf, "meets")};
  const Day gap = before ? *second->first - *first->last : *first->first - *second->last;
  if (gap <= tolerance_days) return {TimeAgreement::near, pair_text(a.edtf, b.edtf, "is a day from")};
  return {TimeAgreement::conflict, pair_text(a.edtf, b.edtf, "against")};
}

}  // namespace hearsay
