#pragma once
// Dates as EDTF (ISO 8601-2, the Library of Congress profile) levels 0 and 1, and of level 2 "XXXX-MM" and
// "XXXX-MM-DD". "2015-08-18", "2015-08", "XXXX-08-18", "2025?", "2020-07-31/2020-08", "1953/..", "2021-21" (spring).
// Durations are ISO 8601
// ("P3D") and no EDTF value. Days are counted from 1970-01-01 in the proleptic Gregorian calendar.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/value/span.h"

namespace hearsay {

// Days since 1970-01-01.
using Day = std::int64_t;

struct Date {
  int year = 1970;
  int month = 1;  // 1-12
  int day = 1;    // 1-31

  friend auto operator<=>(const Date&, const Date&) = default;
};

bool valid(Date date);
Day day_of(Date date);  // the date must be valid
Date date_of(Day day);
int weekday_of(Day day);  // 0 = Monday ... 6 = Sunday
int days_in_month(int year, int month);
std::string to_text(Date date);                             // "2015-08-18"
std::optional<Date> date_from_text(std::string_view text);  // exactly YYYY-MM-DD, a real day

// The days an EDTF value may cover, both ends included; no end: open or unknown. `year_known` false: the value has no
// year
// ("XXXX-08-18") and no days can be given.
struct DayRange {
  std::optional<Day> first;
  std::optional<Day> last;
  bool year_known = true;

  friend bool operator==(const DayRange&, const DayRange&) = default;
};

// The days of an EDTF value, or nothing if `edtf` is not of the profile above or not a real date.
std::optional<DayRange> days_of(std::string_view edtf);

// A time expression of the text with its value: `edtf`, or `duration` for a length of time. Both are empty where
// nothing of it is known without the day of publication ("yesterday"); then needs_anchor.
struct Time {
  Span span;
  std::string edtf;
  std::string duration;         // ISO 8601, "P3D"
  bool vague = false;           // the text gives no better than this ("recently"): never compared
  bool weekday_misfit = false;  // "Friday, July 31" where July 31 of the fixed year is no Friday
  bool needs_anchor = false;    // relative or partial, and no publication date fixed it: cannot be placed

  friend bool operator==(const Time&, const Time&) = default;
};

}  // namespace hearsay
