// Every kind of period is tried where its first word allows and the longest wins; those that hold another are in
// period_parts.cc. "last" and "next" count calendar
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
  const bool coming_weekend = unit == TimeUnit::weekend && direction == kNearest;
  const int step = direction == kLatest ? -1 : direction == kNearest ? (coming_weekend ? 0 : 1) : direction;
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
  period.vague = length->vague;
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
  period.vague = length->vague;
  if (!origin) return period;
  const auto day = shift(origin->first, *length, sign);
  if (!day) return period;
  const bool by_year = length->unit >= TimeUnit::year && !length->compound && !relation;
  const bool whole = length->years == std::floor(length->years);
  period.placed = placed(by_year && whole ? year_days(date_of(*day).year) : Days{*day, *day});
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
