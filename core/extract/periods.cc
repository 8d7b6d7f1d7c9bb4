// Every kind of period is tried where its first word allows and the longest wins. "last" and "next" count calendar
// units (ISO weeks, months, years), "the last three weeks" counts back from the day before publication. Parts: early,
// mid and late are thirds of a year (four months) or of a month (ten days). Known limits: "last Friday" is Friday of
// the week before; fiscal years are calendar years.

#include "core/extract/periods.h"

#include <algorithm>
#include <cmath>

namespace hearsay {
namespace {

constexpr int kLatest = -2;  // "this past Friday"
constexpr int kNearest = 2;  // "this coming July"
constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2199;

bool is(const std::vector<Piece>& pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].is(word);
}

std::size_t after_article(const std::vector<Piece>& pieces, std::size_t at) {
  return is(pieces, at, "the") ? at + 1 : at;
}

Placed placed(Days days) { return can_be_written(days) ? Placed{days, "", false} : Placed{}; }

// Thirds: early 1, mid 2, late 3. Nothing for stretches other than years, months, decades and the like.
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

// The stretch of one unit that holds `day`.
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

}  // namespace

PeriodReader::PeriodReader(const TimeWords& words, const NumeralReader& numerals, const HolidayReader& holidays,
                           const DateReader& dates, const DurationReader& durations)
    : words_(words), numerals_(numerals), holidays_(holidays), dates_(dates), durations_(durations) {}

Tense PeriodReader::tense(const Pieces& pieces, std::size_t first, std::size_t last) const {
  return words_.tense(pieces, first, last);
}

// "yesterday", "the day before yesterday", "last night", "tomorrow afternoon".
std::optional<Period> PeriodReader::day_word(const Scene& scene, std::size_t at) const {
  const auto match = words_.at(TimeWord::day, scene.pieces, at);
  if (!match) return std::nullopt;
  Period period{at, at + match.length, {}, std::nullopt};
  const auto today = scene.published.day();
  if (today) period.placed = placed({*today + match.value, *today + match.value});
  if (const auto part = words_.at(TimeWord::daypart, scene.pieces, period.last)) period.last += part.length;
  return period;
}

std::optional<Placed> PeriodReader::shifted_unit(const Publication& published, TimeUnit unit, int direction,
                                                 Tense tense) const {
  const int step = direction == kLatest ? -1 : direction == kNearest ? 1 : direction;
  if (const auto today = published.day()) {
    constexpr int kFriday = 4;
    const bool over =
        unit == TimeUnit::weekend && direction == 0 && weekday_of(*today) < kFriday && tense != Tense::ahead;
    const auto days = unit_away(unit, *today, over ? -1 : step);
    return days ? std::optional(placed(*days)) : std::nullopt;
  }
  if (published.year && (unit == TimeUnit::year || unit == TimeUnit::decade)) {
    const auto days = unit_away(unit, day_of({*published.year, 7, 1}), step);
    return days ? std::optional(placed(*days)) : std::nullopt;
  }
  if (published.month && unit == TimeUnit::month) {
    const int month = (*published.month - 1 + step + 12) % 12 + 1;
    if (!published.year) return Placed{std::nullopt, (month < 10 ? "XXXX-0" : "XXXX-") + std::to_string(month), false};
    const auto days = months_between(*published.year, *published.month + step, 1);
    return placed(days);
  }
  return unit < TimeUnit::day ? std::nullopt : std::optional(Placed{});
}

// "the past three years", "next 3 days", "last two quarters"; `shift_at`: the piece behind the count and the shift.
std::optional<Period> PeriodReader::shifted_units(const Scene& scene, std::size_t at, int direction,
                                                  std::size_t begin) const {
  auto length = durations_.read(scene.pieces, begin);
  if (length && length->compound && is(scene.pieces, length->last, "ago"))
    length = durations_.read(scene.pieces, begin, false);
  if (!length || length->article || direction == 0) return std::nullopt;
  Period period{at, length->last, {}, std::nullopt};
  const auto today = scene.published.day();
  if (!today || length->unit < TimeUnit::day) return period;
  if (length->unit == TimeUnit::quarter || length->unit == TimeUnit::decade) {
    const int count = static_cast<int>(length->unit == TimeUnit::quarter ? length->months / 3 : length->years / 10);
    const auto near = unit_away(length->unit, *today, direction < 0 ? -1 : 1);
    const auto far = unit_away(length->unit, *today, direction < 0 ? -count : count);
    if (near && far)
      period.placed = placed(direction < 0 ? Days{far->first, near->last} : Days{near->first, far->last});
    return period;
  }
  const auto end = shift(*today, *length, direction < 0 ? -1 : 1);
  if (end) period.placed = placed(direction < 0 ? Days{*end, *today - 1} : Days{*today + 1, *end});
  return period;
}

// "last week", "this coming July", "next Monday", "the previous year", "last summer".
std::optional<Period> PeriodReader::shifted(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const std::size_t begin = after_article(pieces, at);
  const auto shift = words_.at(TimeWord::shift, pieces, begin);
  if (!shift) return std::nullopt;
  const std::size_t next = begin + shift.length;
  const int direction = shift.value;
  if (auto units = shifted_units(scene, at, direction, next)) return units;
  std::size_t unit_at = next;
  for (const char* word : {"fiscal", "financial", "calendar", "full", "school", "academic"}) {
    if (is(pieces, unit_at, word)) ++unit_at;
  }
  const auto today = scene.published.day();
  if (const auto unit = words_.at(TimeWord::unit, pieces, unit_at)) {
    const auto found =
        shifted_unit(scene.published, static_cast<TimeUnit>(unit.value), direction, tense(pieces, at, unit_at + 1));
    if (!found) return std::nullopt;
    Period period{at, unit_at + unit.length, *found, std::nullopt};
    if (const auto weekday = words_.at(TimeWord::weekday, pieces, period.last);
        weekday && unit.value == static_cast<int>(TimeUnit::week)) {
      if (found->days) period.placed = placed({found->days->first + weekday.value, found->days->first + weekday.value});
      period.last += weekday.length;  // "next week Monday"
    }
    return period;
  }
  if (const auto weekday = words_.at(TimeWord::weekday, pieces, next)) {
    Period period{at, next + weekday.length, {}, std::nullopt};
    if (const auto part = words_.at(TimeWord::daypart, pieces, period.last)) period.last += part.length;
    if (!today) return period;
    Day day = week_of(*today).first + weekday.value;
    if (direction == -1 || direction == 1) day += 7 * direction;
    if (direction == kLatest && day >= *today) day -= 7;
    if (direction == kNearest && day <= *today) day += 7;
    period.placed = placed({day, day});
    return period;
  }
  if (const auto month = words_.at(TimeWord::month, pieces, next)) {
    PartialDate parts{at, next + month.length, std::nullopt, month.value, std::nullopt, std::nullopt};
    const bool nearest = direction == kNearest || direction == kLatest;
    if (scene.published.year && !nearest) {
      const int same = *scene.published.year;
      const int now = scene.published.month.value_or(1);
      parts.year = direction == 0  ? same
                   : direction < 0 ? (month.value < now ? same : same - 1)
                                   : (month.value > now ? same : same + 1);
    }
    const auto found = place(parts, scene.published, direction > 0 ? Tense::ahead : Tense::past);
    if (!found) return std::nullopt;
    return Period{at, parts.last, *found, std::nullopt};
  }
  if (const auto season_word = words_.at(TimeWord::season, pieces, next)) {
    Period period{at, next + season_word.length, {}, std::nullopt};
    if (!scene.published.year) return period;
    int year = *scene.published.year;
    const Day now = today.value_or(day_of({year, 7, 1}));
    if (direction < 0 && season_days(year, season_word.value).last >= now) --year;
    if (direction > 0 && season_days(year, season_word.value).first <= now) ++year;
    period.placed = placed(season_days(year, season_word.value));
    return period;
  }
  if (const auto name = holidays_.at(pieces, next)) {
    Period period{at, next + name.length, {}, std::nullopt};
    if (!today) return period;
    int year = date_of(*today).year;
    if (direction < 0 && day_of_holiday(*name.value, year) >= *today) --year;
    if (direction > 0 && day_of_holiday(*name.value, year) <= *today) ++year;
    const Day day = day_of_holiday(*name.value, year);
    period.placed = placed({day, day});
    return period;
  }
  return std::nullopt;
}

// "three years ago", "two weeks later", "2 days before Christmas", "5 upcoming years", "three weeks from tomorrow".
std::optional<Period> PeriodReader::counted(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  if (const auto number = numerals_.read_cardinal(pieces, at)) {
    if (const auto shift_word = words_.at(TimeWord::shift, pieces, number->last); shift_word && shift_word.value != 0) {
      const auto unit = words_.at(TimeWord::units, pieces, number->last + shift_word.length);
      const auto today = scene.published.day();
      if (unit) {
        Period period{at, number->last + shift_word.length + unit.length, {}, std::nullopt};
        Duration length;
        (static_cast<TimeUnit>(unit.value) == TimeUnit::day     ? length.days
         : static_cast<TimeUnit>(unit.value) == TimeUnit::week  ? length.weeks
         : static_cast<TimeUnit>(unit.value) == TimeUnit::month ? length.months
                                                                : length.years) = number->value;
        const auto end = today ? shift(*today, length, shift_word.value < 0 ? -1 : 1) : std::nullopt;
        if (end) period.placed = placed(shift_word.value < 0 ? Days{*end, *today - 1} : Days{*today + 1, *end});
        return period;
      }
    }
  }
  const auto length = durations_.read(pieces, at);
  if (!length) return std::nullopt;
  const std::size_t next = length->last;
  int sign = 0;
  std::size_t last = next + 1;
  std::optional<Days> origin;
  const auto today = scene.published.day();
  if (today) origin = Days{*today, *today};
  const bool relation = is(pieces, next, "before") || is(pieces, next, "after") || is(pieces, next, "from");
  if (is(pieces, next, "ago") || is(pieces, next, "earlier")) {
    sign = -1;
  } else if (is(pieces, next, "later") || is(pieces, next, "hence")) {
    sign = 1;
  } else if (relation) {
    sign = is(pieces, next, "before") ? -1 : 1;
    if (is(pieces, next + 1, "now")) {
      last = next + 2;
    } else {
      const auto from = simple(scene, next + 1);
      if (!from || !(from->placed.days || !today)) return std::nullopt;
      origin = from->placed.days;
      last = from->last;
    }
  } else {
    return std::nullopt;
  }
  Period period{at, last, {}, std::nullopt};
  if (!origin) return period;
  const auto day = shift(origin->first, *length, sign);
  if (!day) return period;
  const bool by_year = length->unit >= TimeUnit::year && !length->compound && !relation;
  const bool whole = length->years == std::floor(length->years);
  period.placed = placed(by_year && whole ? year_days(date_of(*day).year) : Days{*day, *day});
  return period;
}

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
  const auto ordinal = from_end ? std::nullopt : numerals_.read_ordinal(pieces, begin);
  if (!from_end && (!ordinal || ordinal->value < 1 || ordinal->value > 53)) return std::nullopt;
  const int nth = from_end ? 1 : static_cast<int>(ordinal->value);
  std::size_t next = from_end ? begin + 1 : ordinal->last;
  int count = 1;
  if (const auto number = numerals_.read_cardinal(pieces, next); number && number->value >= 1 && number->value < 100) {
    count = static_cast<int>(number->value);
    next = number->last;
  }
  const bool half = is(pieces, next, "half");
  const auto unit = words_.unit_at(pieces, next);
  const auto weekday = words_.at(TimeWord::weekday, pieces, next);
  if (!half && !unit && !weekday) return std::nullopt;
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
  Period period{at, inner->last, {}, std::nullopt};
  if (!inner->placed.days) return period;
  const Days whole = *inner->placed.days;
  const Date first = date_of(whole.first);
  const int months = static_cast<int>((whole.last - whole.first + 16) / 30);
  std::optional<Days> days;
  if (half) {
    if (months >= 2) {
      days = months_between(first.year, first.month + (nth == 2 ? months / 2 : 0), months / 2);
    } else {
      days = nth == 1 ? Days{whole.first, whole.first + 14} : Days{whole.first + 15, whole.last};
    }
  } else if (weekday) {
    const Day day = from_end ? whole.last - (weekday_of(whole.last) - weekday.value + 7) % 7
                             : whole.first + (weekday.value - weekday_of(whole.first) + 7) % 7 + 7 * (nth - 1);
    days = Days{day, day};
  } else {
    switch (static_cast<TimeUnit>(unit.value)) {
      case TimeUnit::day:
        days = from_end ? Days{whole.last - count + 1, whole.last}
                        : Days{whole.first + nth - 1, whole.first + nth - 2 + count};
        break;
      case TimeUnit::week: {
        // ISO: the first week is the one that holds the first Thursday
        const Day thursday = whole.first + (3 - weekday_of(whole.first) + 7) % 7;
        const Day last_thursday = whole.last - (weekday_of(whole.last) - 3 + 7) % 7;
        const Day monday = (from_end ? last_thursday - 7 * (count - 1) : thursday + 7 * (nth - 1)) - 3;
        days = Days{monday, monday + 7 * count - 1};
        break;
      }
      case TimeUnit::month:
        days = from_end ? months_between(first.year, first.month + months - count, count)
                        : months_between(first.year, first.month + nth - 1, count);
        break;
      case TimeUnit::quarter:
        days = from_end ? months_between(first.year, first.month + months - 3 * count, 3 * count)
                        : months_between(first.year, first.month + 3 * (nth - 1), 3 * count);
        break;
      default:
        return std::nullopt;
    }
  }
  if (days) period.placed = placed(*days);
  return period;
}

// "1990s", "the '90s", "the nineties"; "the 19th century".
std::optional<Period> PeriodReader::decade(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  std::size_t begin = after_article(pieces, at);
  if (is(pieces, begin, "'")) ++begin;
  if (begin < pieces.size() && pieces[begin].kind == TokenKind::number) {
    const auto value = value_of_digits(pieces[begin].word);
    const bool plural =
        (is(pieces, begin + 1, "s") || is(pieces, begin + 1, "'s")) && value && std::fmod(*value, 10) == 0;
    const std::size_t digits = pieces[begin].word.size();
    if (plural && digits == 4 && *value >= kFirstYear && *value <= kLastYear) {
      return Period{at, begin + 2, placed(decade_days(static_cast<int>(*value))), std::nullopt};
    }
    constexpr int kPivot = 20;
    if (plural && digits == 2 && (begin > at || pieces[begin + 1].gap != Gap::hyphen)) {
      const int year =
          static_cast<int>(*value) < kPivot ? 2000 + static_cast<int>(*value) : 1900 + static_cast<int>(*value);
      return Period{at, begin + 2, placed(decade_days(year)), std::nullopt};
    }
  }
  const bool century_named = is(pieces, begin, "nineteen");
  if (const auto tens = words_.at(TimeWord::decade, pieces, century_named ? begin + 1 : begin)) {
    if (!century_named && begin == at) return std::nullopt;  // "in his nineties" is no time
    return Period{at, begin + (century_named ? 1 : 0) + tens.length, placed(decade_days(1900 + tens.value)),
                  std::nullopt};
  }
  const auto ordinal = numerals_.read_ordinal(pieces, begin);
  if (!ordinal || !is(pieces, ordinal->last, "century") || ordinal->value < 2 || ordinal->value > 21)
    return std::nullopt;
  const int first = (static_cast<int>(ordinal->value) - 1) * 100;
  return Period{at, ordinal->last + 1, placed({day_of({first, 1, 1}), day_of({first + 99, 12, 31})}), std::nullopt};
}

// "Q1 2019", "2017-q1", "q1-2019".
std::optional<Period> PeriodReader::quarter(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const auto before = dates_.year_at(pieces, at);
  const std::size_t letter = at + before.length;
  if (!is(pieces, letter, "q") || letter + 1 >= pieces.size() || pieces[letter + 1].gap != Gap::none)
    return std::nullopt;
  const auto number = value_of_digits(pieces[letter + 1].word);
  if (!number || *number < 1 || *number > 4 || *number != std::floor(*number)) return std::nullopt;
  const auto behind = before.length == 0 ? dates_.year_at(pieces, letter + 2) : DateReader::Year{};
  const bool named = before.length > 0 || behind.length > 0;
  const int year = before.length > 0   ? before.value
                   : behind.length > 0 ? behind.value
                                       : scene.published.year.value_or(0);
  Period period{at, letter + 2 + behind.length, {}, std::nullopt};
  if (named || year > 0) period.placed = placed(quarter_days(year, static_cast<int>(*number)));
  return period;
}

// "summer 2017", "the spring of 2014", "the winter"; a bare "spring" is none.
std::optional<Period> PeriodReader::season(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const auto named_year = dates_.year_at(pieces, at);
  if (const auto behind = words_.at(TimeWord::season, pieces, at + named_year.length);
      behind && named_year.length > 0) {
    return Period{at, at + named_year.length + behind.length, placed(season_days(named_year.value, behind.value)),
                  std::nullopt};
  }
  const std::size_t begin = after_article(pieces, at);
  const auto match = words_.at(TimeWord::season, pieces, begin);
  if (!match) return std::nullopt;
  std::size_t next = begin + match.length;
  if (is(pieces, next, "of") || is(pieces, next, ",")) ++next;
  const auto year = dates_.year_at(pieces, next);
  if (year.length > 0)
    return Period{at, next + year.length, placed(season_days(year.value, match.value)), std::nullopt};
  const bool in = at > 0 && (is(pieces, at - 1, "in") || is(pieces, at - 1, "during") || is(pieces, at - 1, "since"));
  if (!in) return std::nullopt;
  Period period{at, begin + match.length, {}, std::nullopt};
  const auto today = scene.published.day();
  if (!today) return period;
  const int this_year = date_of(*today).year;
  const Days days = season_days(this_year, match.value);
  const bool ahead = tense(pieces, at, period.last) == Tense::ahead;
  const int shift_years = ahead ? (days.last < *today ? 1 : 0) : (days.first > *today ? -1 : 0);
  period.placed = placed(season_days(this_year + shift_years, match.value));
  return period;
}

// "Christmas Day", "Easter 2018", "Labor Day weekend" up to the day.
std::optional<Period> PeriodReader::holiday(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const auto name = holidays_.at(pieces, at);
  if (!name) return std::nullopt;
  Period period{at, at + name.length, {}, std::nullopt};
  const auto year = dates_.year_at(pieces, is(pieces, period.last, ",") ? period.last + 1 : period.last);
  int found = year.value;
  if (year.length > 0) {
    period.last += year.length + (is(pieces, period.last, ",") ? 1 : 0);
  } else if (scene.published.year) {
    found = *scene.published.year;
    const Day day = day_of_holiday(*name.value, found);
    const auto today = scene.published.day();
    const Tense way = tense(pieces, at, period.last);
    constexpr Day kHalfYear = 183;
    if (today && way != Tense::ahead && day > *today && (way == Tense::past || day - *today > kHalfYear)) --found;
    if (today && way != Tense::past && day < *today && (way == Tense::ahead || *today - day > kHalfYear)) ++found;
  } else {
    return period;
  }
  const Day day = day_of_holiday(*name.value, found);
  period.placed = placed({day, day});
  if (is(pieces, period.last, "weekend")) {
    constexpr int kTuesday = 1;
    const Day saturday = week_of(day).first + (weekday_of(day) < kTuesday ? -2 : 5);
    period.placed = placed({std::min(day, saturday), std::max(day, saturday + 1)});
    ++period.last;
  }
  return period;
}

// "the rest of the week", "the remainder of 2019": from the day of publication on.
std::optional<Period> PeriodReader::rest_of(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const std::size_t begin = after_article(pieces, at);
  if (begin == at || !(is(pieces, begin, "rest") || is(pieces, begin, "remainder")) || !is(pieces, begin + 1, "of"))
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

std::optional<Period> PeriodReader::date(const Scene& scene, std::size_t at) const {
  auto parts = dates_.read(scene.pieces, at, scene.bare_year);
  if (!parts) return std::nullopt;
  const auto found = place(*parts, scene.published, tense(scene.pieces, parts->first, parts->last));
  if (!found) return std::nullopt;
  Period period{at, parts->last, *found, parts};
  if (const auto part = words_.at(TimeWord::daypart, scene.pieces, period.last);
      part && (parts->day || parts->weekday)) {
    period.last += part.length;  // "Friday night"
  }
  return period;
}

// All periods but those that hold another one.
std::optional<Period> PeriodReader::simple(const Scene& scene, std::size_t at) const {
  if (at >= scene.pieces.size()) return std::nullopt;
  std::optional<Period> best;
  for (auto& found : {day_word(scene, at), shifted(scene, at), decade(scene, at), quarter(scene, at), season(scene, at),
                      holiday(scene, at), date(scene, at)}) {
    if (found && (!best || found->last > best->last)) best = found;
  }
  return best;
}

std::optional<Period> PeriodReader::read(const Pieces& pieces, std::size_t at, const Publication& published,
                                         bool bare_year) const {
  const Scene scene{pieces, published, bare_year};
  std::optional<Period> best;
  for (auto& found : {simple(scene, at), counted(scene, at), within(scene, at), part_of(scene, at), nth_of(scene, at),
                      week_of_date(scene, at), rest_of(scene, at)}) {
    if (found && (!best || found->last > best->last)) best = found;
  }
  return best;
}

}  // namespace hearsay
