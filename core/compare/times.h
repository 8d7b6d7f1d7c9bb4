#pragma once
// Can two times of one event both be right? Each is widened to the days it may cover; a month holds its days, an open
// end holds all behind it. A date without a year is compared by month and day.
//
// Pure and symmetric: compare_times(a, b) and compare_times(b, a) have the same verdict.

#include <string>
#include <string_view>

#include "core/value/edtf.h"

namespace hearsay {

enum class TimeAgreement {
  agree,     // the same days
  bound,     // one holds the other, or they overlap
  near,      // apart by no more than the tolerance: the day before in another time zone
  unplaced,  // one cannot be placed: no publication date, vague, a part without a year
  scope,     // a length of time against a date
  conflict,  // no day in common
};

struct TimeVerdict {
  TimeAgreement agreement = TimeAgreement::agree;
  std::string reason;  // for a person: "2018-08-17 against 2018-08-20"

  friend bool operator==(const TimeVerdict&, const TimeVerdict&) = default;
};

inline constexpr Day kDayTolerance = 1;

// `tolerance_days`: dates no further apart are near. Durations conflict when their lengths differ by more than a tenth.
TimeVerdict compare_times(const Time& a, const Time& b, Day tolerance_days = kDayTolerance);

// The length of an ISO 8601 duration in days, months of 30.44 and years of 365.25 days; negative if it is none.
double days_of_duration(std::string_view iso);

std::string_view name_of(TimeAgreement agreement);  // "agree", "bound", "near", "unplaced", "scope", "conflict"

}  // namespace hearsay
