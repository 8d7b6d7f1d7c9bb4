// Weeks are ISO weeks; a fortnight begins with the week. Decades and centuries begin with the year that ends in 0.

#include "core/extract/calendar_units.h"

#include <algorithm>

namespace hearsay {

Days third_of(Days days, int part) {
  const Date first = date_of(days.first);
  const Day length = days.last - days.first + 1;
  constexpr Day kLongestMonth = 31;
  constexpr Day kLongestYear = 366;
  if (length <= kLongestMonth && first.day == 1) {
    if (part == 1) return {days.first, days.first + 9};
    return part == 2 ? Days{days.first + 9, days.first + 19} : Days{days.first + 19, days.last};
  }
  if (length > kLongestMonth && length <= kLongestYear && first.day == 1) {
    const int months = static_cast<int>((length + 15) / 30);
    const int size = std::max(1, months / 3);
    return months_between(first.year, first.month + (part - 1) * size, part == 3 ? months - 2 * size : size);
  }
  if (length > kLongestYear && first.day == 1 && first.month == 1) {
    const int years = static_cast<int>((length + 180) / 365);
    const int size = std::max(1, years / 3);
    const int begin = first.year + (part - 1) * size;
    return {day_of({begin, 1, 1}), part == 3 ? days.last : day_of({begin + size - 1, 12, 31})};
  }
  const Day size = std::max<Day>(1, length / 3);
  if (part == 1) return {days.first, days.first + size - 1};
  return part == 2 ? Days{days.first + size, days.last - size} : Days{days.last - size + 1, days.last};
}

std::optional<Days> unit_around(TimeUnit unit, Day day) {
  const Date date = date_of(day);
  switch (unit) {
    case TimeUnit::day:
      return Days{day, day};
    case TimeUnit::week:
      return week_of(day);
    case TimeUnit::fortnight:
      return Days{week_of(day).first, week_of(day).first + 13};
    case TimeUnit::weekend:
      return Days{week_of(day).first + 5, week_of(day).first + 6};
    case TimeUnit::workweek:
      return Days{week_of(day).first, week_of(day).first + 4};
    case TimeUnit::month:
      return month_days(date.year, date.month);
    case TimeUnit::quarter:
      return quarter_days(date.year, (date.month + 2) / 3);
    case TimeUnit::year:
      return year_days(date.year);
    case TimeUnit::decade:
      return decade_days(date.year);
    case TimeUnit::century:
      return Days{day_of({date.year - date.year % 100, 1, 1}), day_of({date.year - date.year % 100 + 99, 12, 31})};
    case TimeUnit::second:
    case TimeUnit::minute:
    case TimeUnit::hour:
      break;
  }
  return std::nullopt;
}

std::optional<Days> unit_away(TimeUnit unit, Day day, int count) {
  switch (unit) {
    case TimeUnit::day:
      return unit_around(unit, day + count);
    case TimeUnit::week:
    case TimeUnit::weekend:
    case TimeUnit::workweek:
      return unit_around(unit, day + 7 * count);
    case TimeUnit::fortnight:
      return unit_around(unit, day + 14 * count);
    case TimeUnit::month:
      return unit_around(unit, shift_months(day, count));
    case TimeUnit::quarter:
      return unit_around(unit, shift_months(day, 3 * count));
    case TimeUnit::year:
      return unit_around(unit, shift_months(day, 12 * count));
    case TimeUnit::decade:
      return unit_around(unit, shift_months(day, 120 * count));
    case TimeUnit::century:
      return unit_around(unit, shift_months(day, 1200 * count));
    case TimeUnit::second:
    case TimeUnit::minute:
    case TimeUnit::hour:
      break;
  }
  return std::nullopt;
}

}  // namespace hearsay
