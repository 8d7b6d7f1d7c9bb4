// The periods that hold another one: parts ("early", "the end of"), the nth or the last of something, the rest of it,
// the week of a date. The inner period is always a simple one, so that nothing nests deeper.

#include "core/extract/periods.h"

namespace hearsay {
namespace {

bool is(const std::vector<Piece>& pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].is(word);
}

std::size_t after_article(const std::vector<Piece>& pieces, std::size_t at) {
  return is(pieces, at, "the") ? at + 1 : at;
}

Placed placed(Days days) { return can_be_written(days) ? Placed{days, "", false} : Placed{}; }

// What "the second half", "the last two weeks", "the first Monday" take of a stretch.
struct Nth {
  bool from_end = false;
  int nth = 1;
  int count = 1;
  bool half = false;
  std::optional<TimeUnit> unit;
  std::optional<int> weekday;
};

int months_in(Days days) { return static_cast<int>((days.last - days.first + 16) / 30); }

Days half_days(Days whole, bool second) {
  const Date first = date_of(whole.first);
  const int months = months_in(whole);
  if (months >= 2) return months_between(first.year, first.month + (second ? months / 2 : 0), months / 2);
  constexpr Day kHalfMonth = 15;
  return second ? Days{whole.first + kHalfMonth, whole.last} : Days{whole.first, whole.first + kHalfMonth - 1};
}

// The first week is the one that holds the first Thursday (ISO 8601).
Days nth_week(Days whole, const Nth& part) {
  constexpr int kThursday = 3;
  const Day first = whole.first + (kThursday - weekday_of(whole.first) + 7) % 7;
  const Day last = whole.last - (weekday_of(whole.last) - kThursday + 7) % 7;
  const Day monday = (part.from_end ? last - 7 * (part.count - 1) : first + 7 * (part.nth - 1)) - kThursday;
  return {monday, monday + 7 * part.count - 1};
}

Day nth_weekday(Days whole, const Nth& part, int weekday) {
  if (part.from_end) return whole.last - (weekday_of(whole.last) - weekday + 7) % 7;
  return whole.first + (weekday - weekday_of(whole.first) + 7) % 7 + 7 * (part.nth - 1);
}

std::optional<Days> nth_days(Days whole, const Nth& part) {
  if (part.half) return half_days(whole, part.nth == 2 || part.from_end);
  if (part.weekday) {
    const Day day = nth_weekday(whole, part, *part.weekday);
    return Days{day, day};
  }
  const Date first = date_of(whole.first);
  const auto months = [&](int size) {
    const int skipped = part.from_end ? months_in(whole) - size * part.count : size * (part.nth - 1);
    return months_between(first.year, first.month + skipped, size * part.count);
  };
  switch (part.unit.value_or(TimeUnit::day)) {
    case TimeUnit::day:
      if (part.from_end) return Days{whole.last - part.count + 1, whole.last};
      return Days{whole.first + part.nth - 1, whole.first + part.nth - 2 + part.count};
    case TimeUnit::week:
      return nth_week(whole, part);
    case TimeUnit::weekend: {
      constexpr int kSaturday = 5;
      const Day saturday = nth_weekday(whole, part, kSaturday);
      return Days{saturday, saturday + 1};
    }
    case TimeUnit::month:
      return months(1);
    case TimeUnit::quarter:
      return months(3);
    default:
      return std::nullopt;
  }
}

}  // namespace

// "earlier this month", "later this year", "earlier today".
std::optional<Period> PeriodReader::within(const Scene& scene, std::size_t at) const {
  const auto opener = words_.at(TimeWord::within, scene.pieces, at);
  if (!opener) return std::nullopt;
  const std::size_t begin = at + opener.length;
  const auto inner = words_.at(TimeWord::day, scene.pieces, begin) ? day_word(scene, begin) : shifted(scene, begin);
  if (!inner) return std::nullopt;
  return Period{at, inner->last, inner->placed, std::nullopt};
}

// "early June", "mid-November", "the end of 2019", "late 1990s".
std::optional<Period> PeriodReader::part_of(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const std::size_t begin = after_article(pieces, at);
  const auto part = words_.at(TimeWord::part, pieces, begin);
  if (!part) return std::nullopt;
  const std::size_t inner_at = begin + part.length;
  const std::size_t unit_at = after_article(pieces, inner_at);
  std::optional<Period> inner = simple({pieces, scene.published, true}, inner_at);
  if (!inner && unit_at > inner_at) inner = simple({pieces, scene.published, true}, unit_at);
  if (!inner) {
    const auto unit = words_.at(TimeWord::unit, pieces, unit_at);
    if (!unit || unit.value < static_cast<int>(TimeUnit::week)) return std::nullopt;
    const auto found = shifted_unit(scene.published, static_cast<TimeUnit>(unit.value), 0, Tense::unknown);
    if (!found) return std::nullopt;
    inner = Period{unit_at, unit_at + unit.length, *found, std::nullopt};
  }
  Period period{at, inner->last, inner->placed, std::nullopt};
  if (period.placed.days && period.placed.days->first < period.placed.days->last) {
    period.part = part.value;
    period.whole = period.placed.days;
    period.placed = placed(third_of(*period.whole, part.value));
  }
  return period;
}

// "first half of 2017", "the second quarter", "last week of December", "the first six months of 1989", "third Monday in
// May".
std::optional<Period> PeriodReader::nth_of(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const std::size_t begin = after_article(pieces, at);
  const bool from_end = is(pieces, begin, "last") || is(pieces, begin, "final");
  const Numeral ordinal = numerals_.read_ordinal(pieces, begin).value_or(Numeral{});
  if (!from_end && (ordinal.value < 1 || ordinal.value > 53)) return std::nullopt;
  const int nth = from_end ? 1 : static_cast<int>(ordinal.value);
  std::size_t next = from_end ? begin + 1 : ordinal.last;
  int count = 1;
  if (const auto number = numerals_.read_cardinal(pieces, next); number && number->value >= 1 && number->value < 100) {
    count = static_cast<int>(number->value);
    next = number->last;
  }
  const bool half = is(pieces, next, "half");
  const auto unit = words_.unit_at(pieces, next);
  const auto weekday = words_.at(TimeWord::weekday, pieces, next);
  const bool day_of_month =
      !from_end && count == 1 && next == ordinal.last && is(pieces, next, "of");  // "the 5th of next month"
  if (!half && !unit && !weekday && !day_of_month) return std::nullopt;
  next += half ? 1 : unit ? unit.length : weekday.length;
  const bool joined = is(pieces, next, "of") || is(pieces, next, "in");
  std::size_t inner_at = after_article(pieces, joined ? next + 1 : next);
  std::optional<Period> inner = joined || half ? simple({pieces, scene.published, true}, inner_at) : std::nullopt;
  const auto inner_unit = words_.at(TimeWord::unit, pieces, inner_at);
  if (!inner && joined && inner_at > next + 1 && inner_unit && inner_unit.value >= static_cast<int>(TimeUnit::month)) {
    const auto found = shifted_unit(scene.published, static_cast<TimeUnit>(inner_unit.value), 0, Tense::unknown);
    if (found) inner = Period{inner_at, inner_at + inner_unit.length, *found, std::nullopt};
  }
  const bool quarter_word = unit && unit.value == static_cast<int>(TimeUnit::quarter);
  if (!inner && (quarter_word || half) && scene.published.year && !from_end && !joined && begin > at) {
    inner = Period{next, next, placed(year_days(*scene.published.year)), std::nullopt};
  }
  if (!inner) return std::nullopt;
  const bool of_month = inner->placed.days && months_in(*inner->placed.days) == 1;
  if (day_of_month && (!of_month || (inner->date && inner->date->day))) return std::nullopt;
  Period period{at, inner->last, {}, std::nullopt};
  if (!inner->placed.days) return period;
  const Nth nth_part{from_end,
                     nth,
                     count,
                     half,
                     unit ? std::optional(static_cast<TimeUnit>(unit.value)) : std::nullopt,
                     weekday ? std::optional(weekday.value) : std::nullopt};
  if (const auto days = nth_days(*inner->placed.days, nth_part)) period.placed = placed(*days);
  return period;
}

// "the rest of the week", "the remainder of 2019": from the day of publication on.
std::optional<Period> PeriodReader::rest_of(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const std::size_t begin = after_article(pieces, at);
  if (!(is(pieces, begin, "rest") || is(pieces, begin, "remainder")) || !is(pieces, begin + 1, "of"))
    return std::nullopt;
  const std::size_t inner_at = after_article(pieces, begin + 2);
  auto inner = simple({pieces, scene.published, true}, inner_at);
  const auto unit = words_.at(TimeWord::unit, pieces, inner_at);
  if (!inner && unit && unit.value >= static_cast<int>(TimeUnit::week)) {
    const auto found = shifted_unit(scene.published, static_cast<TimeUnit>(unit.value), 0, Tense::unknown);
    if (found) inner = Period{inner_at, inner_at + unit.length, *found, std::nullopt};
  }
  if (!inner) return std::nullopt;
  Period period{at, inner->last, inner->placed, std::nullopt};
  const auto today = scene.published.day();
  if (today && inner->placed.days && inner->placed.days->first <= *today && *today <= inner->placed.days->last) {
    period.placed = placed({*today, inner->placed.days->last});
  }
  return period;
}

// "the week of Aug. 5", "the week beginning February 4", "Tuesday of last week", "the weekend".
std::optional<Period> PeriodReader::week_of_date(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const std::size_t begin = after_article(pieces, at);
  const auto weekday = words_.at(TimeWord::weekday, pieces, at);
  if (weekday && is(pieces, at + weekday.length, "of")) {
    const auto week = shifted(scene, at + weekday.length + 1);
    if (!week) return std::nullopt;
    Period period{at, week->last, {}, std::nullopt};
    if (week->placed.days)
      period.placed = placed({week->placed.days->first + weekday.value, week->placed.days->first + weekday.value});
    return period;
  }
  const auto unit = words_.at(TimeWord::unit, pieces, begin);
  if (!unit || begin == at) return std::nullopt;
  const auto kind = static_cast<TimeUnit>(unit.value);
  const std::size_t next = begin + unit.length;
  if (kind == TimeUnit::week &&
      (is(pieces, next, "of") || is(pieces, next, "beginning") || is(pieces, next, "starting"))) {
    const auto inner = date({pieces, scene.published, false}, next + 1);
    if (!inner || !inner->date || !inner->date->day) return std::nullopt;
    Period period{at, inner->last, {}, std::nullopt};
    if (inner->placed.days) period.placed = placed(week_of(inner->placed.days->first));
    return period;
  }
  if (kind != TimeUnit::weekend) return std::nullopt;
  const auto found = shifted_unit(scene.published, kind, 0, tense(pieces, at, next));
  return found ? std::optional(Period{at, next, *found, std::nullopt}) : std::nullopt;
}

}  // namespace hearsay
