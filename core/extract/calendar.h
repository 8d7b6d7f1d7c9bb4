#pragma once
// Stretches of days and their EDTF: weeks, months, quarters, seasons, decades, and steps between them. Weeks begin on
// Monday; seasons are those of core/value/edtf.h.

#include <optional>
#include <string>
#include <string_view>

#include "core/value/edtf.h"

namespace hearsay {

struct Days {
  Day first = 0;
  Day last = 0;  // included

  friend bool operator==(const Days&, const Days&) = default;
};

// What is known of the day of publication; any part may be missing.
struct Publication {
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day_of_month;

  [[nodiscard]] std::optional<Day> day() const;  // if all three are known

  // From an EDTF value; of an interval only what both ends share.
  static Publication from_edtf(std::string_view edtf);
};

Days year_days(int year);
Days month_days(int year, int month);
Days months_between(int year, int first_month, int months);  // first_month may lie outside 1-12
Days week_of(Day day);
Days quarter_days(int year, int quarter);  // 1-4
Days season_days(int year, int season);    // 21-24
Days decade_days(int year);                // the decade that holds the year: 1990-1999
Day shift_months(Day day, int months);     // the last of the month where the day is missing there
Day easter_sunday(int year);               // Gregorian

// The shortest EDTF: "2015-08-18", "2015-08", "2015", "199X", "2017-01/2017-06", "2018-08-20/2018-08-26".
std::string edtf_of(Days days);
std::string edtf_from(Days days);   // open end: "2014/..", "2018-08-18/.."
std::string edtf_until(Days days);  // open beginning: "../2019"

}  // namespace hearsay
