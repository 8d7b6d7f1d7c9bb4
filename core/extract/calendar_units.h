#pragma once
// Calendar units around a day, and thirds of stretches.

#include <cstdint>
#include <optional>

#include "core/extract/calendar.h"

namespace hearsay {

enum class TimeUnit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  week,
  fortnight,
  month,
  quarter,
  year,
  decade,
  century,
  weekend,
  workweek
};

// The calendar unit that holds `day`, or the one `count` units away; nothing for units below a day.
std::optional<Days> unit_around(TimeUnit unit, Day day);
std::optional<Days> unit_away(TimeUnit unit, Day day, int count);

// Early (1), mid (2), late (3): four months of a year, ten days of a month, a third of anything else.
Days third_of(Days days, int part);

}  // namespace hearsay
