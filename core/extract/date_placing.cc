// Where the loose parts of a date lie: the year of a day, the month of a weekday, as the clause looks back or ahead.

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "core/extract/dates.h"
#include "core/extract/durations.h"

namespace hearsay {
namespace {

// The year and month the loose parts of a date fall in, given those of the publication.
int year_for_month(int month, const Publication& published, Tense tense) {
  const int year = *published.year;
  if (!published.month) return year;
  if (tense == Tense::ahead) return month >= *published.month ? year : year + 1;
  return month <= *published.month ? year : year - 1;
}

int year_for_day(const PartialDate& date, Day published, Tense tense) {
  const int year = date_of(published).year;
  int best = year;
  Day least = 0;
  for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
    if (!valid({candidate, *date.month, *date.day})) continue;
    const Day distance = day_of({candidate, *date.month, *date.day}) - published;
    if ((tense == Tense::past && distance > 0) || (tense == Tense::ahead && distance < 0)) continue;
    if (least == 0 || std::abs(distance) < least) {
      least = std::max<Day>(std::abs(distance), 1);
      best = candidate;
    }
  }
  return best;
}

// "Friday": the latest on or before publication; "Friday the 13th": the nearest month in which they meet.
std::optional<Placed> place_weekday(const PartialDate& date, const Publication& published, Tense tense) {
  const auto today = published.day();
  if (!today) return Placed{};
  if (!date.day) {
    const Day back = (weekday_of(*today) - *date.weekday + 7) % 7;
    const Day day = tense == Tense::ahead ? *today - back + 7 : *today - back;
    return Placed{Days{day, day}, "", false};
  }
  constexpr int kMonths = 24;
  for (int step = 0; step <= kMonths; ++step) {
    for (const int months : {step, -step}) {
      const Date base = date_of(shift_months(*today - date_of(*today).day + 1, months));
      const Date candidate{base.year, base.month, *date.day};
      if (valid(candidate) && weekday_of(day_of(candidate)) == *date.weekday) {
        return Placed{Days{day_of(candidate), day_of(candidate)}, "", false};
      }
    }
  }
  return std::nullopt;
}

// "the 27th": of the month of publication or, looking back, of the one before; looking ahead, of the one behind.
std::optional<Placed> place_day(int day, const Publication& published, Tense tense) {
  const auto today = published.day();
  if (!today) return Placed{};
  const Day first = *today - date_of(*today).day + 1;
  for (int step = 0; step < 3; ++step) {
    const Date base = date_of(shift_months(first, tense == Tense::ahead ? step : -step));
    if (!valid({base.year, base.month, day})) continue;
    const Day found = day_of({base.year, base.month, day});
    if (tense == Tense::ahead ? found >= *today : found <= *today) return Placed{Days{found, found}, "", false};
  }
  return std::nullopt;
}

}  // namespace

bool PartialDate::real() const {
  constexpr int kLeapYear = 2000;
  if (month && (*month < 1 || *month > 12)) return false;
  return !day || !month || valid({year.value_or(kLeapYear), *month, *day});
}

std::optional<Placed> place(const PartialDate& date, const Publication& published, Tense tense) {
  if (!date.real()) return std::nullopt;
  if (!date.month && date.weekday) return place_weekday(date, published, tense);
  if (!date.month && date.day) return place_day(*date.day, published, tense);
  std::optional<int> year = date.year;
  if (!year && published.year && date.month) {
    const auto today = published.day();
    year = date.day && today ? year_for_day(date, *today, tense) : year_for_month(*date.month, published, tense);
  }
  if (!year) {
    if (!date.month) return Placed{};
    std::string partial = fmt::format("XXXX-{:02}", *date.month);
    if (date.day) partial += fmt::format("-{:02}", *date.day);
    return Placed{std::nullopt, partial, false};
  }
  if (!date.month) return Placed{year_days(*year), "", false};
  if (!date.day) return Placed{month_days(*year, *date.month), "", false};
  if (!valid({*year, *date.month, *date.day})) {
    return Placed{std::nullopt, fmt::format("XXXX-{:02}-{:02}", *date.month, *date.day), false};
  }
  const Day day = day_of({*year, *date.month, *date.day});
  return Placed{Days{day, day}, "", date.weekday && weekday_of(day) != *date.weekday};
}

std::string edtf_of(const Placed& placed, TimeOpener opener) {
  const std::string& partial = placed.partial;
  if (placed.days && !can_be_written(*placed.days)) return "";  // beyond the year 9999
  switch (opener) {
    case TimeOpener::since:
    case TimeOpener::from:
      return placed.days ? edtf_from(*placed.days) : partial.empty() ? "" : partial + "/..";
    case TimeOpener::after:
      if (!placed.days) return partial.empty() ? "" : partial + "/..";
      return can_be_written({placed.days->last + 1, placed.days->last + 1})
                 ? edtf_from({placed.days->last + 1, placed.days->last + 1})
                 : "";
    case TimeOpener::before:
      if (!placed.days) return partial.empty() ? "" : "../" + partial;
      return can_be_written({placed.days->first - 1, placed.days->first - 1})
                 ? edtf_until({placed.days->first - 1, placed.days->first - 1})
                 : "";
    case TimeOpener::until:
    case TimeOpener::by:
      return placed.days ? edtf_until(*placed.days) : partial.empty() ? "" : "../" + partial;
    case TimeOpener::none:
    case TimeOpener::range:
    case TimeOpener::between:
      break;
  }
  return placed.days ? edtf_of(*placed.days) : partial;
}

}  // namespace hearsay
