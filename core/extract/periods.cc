// Every kind of period is tried where its first word allows and the longest wins; those that hold another are in
// period_parts.cc, those a word like "last" or "next" moves in period_shifts.cc.

#include "core/extract/periods.h"

#include <algorithm>
#include <cmath>

#include "core/extract/digits.h"

namespace hearsay {
namespace {

bool is(const std::vector<Piece>& pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].is(word);
}

// Of two that begin at one piece the first read stays where both are equally long.
void take_longer(std::optional<Period> found, std::optional<Period>& best) {
  if (found && (!best || found->last > best->last)) best = std::move(found);
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

// "He goes now.", "as it stands now": where a clause ends with it.
std::optional<Period> PeriodReader::now(const Scene& scene, std::size_t at) const {
  static constexpr std::string_view kBefore[] = {"for", "and", "but", "or", "even", "every"};
  const Pieces& pieces = scene.pieces;
  if (!is(pieces, at, "now") || at == 0 || pieces[at - 1].kind == TokenKind::mark) return std::nullopt;
  if (std::find(std::begin(kBefore), std::end(kBefore), pieces[at - 1].word) != std::end(kBefore)) return std::nullopt;
  const bool ends = at + 1 >= pieces.size() || (pieces[at + 1].kind == TokenKind::mark && !pieces[at + 1].is(","));
  if (!ends) return std::nullopt;
  const auto today = scene.published.day();
  return Period{at, at + 1, today ? placed({*today, *today}) : Placed{}, std::nullopt};
}

// "for the day", "in the week", "during the month": the one that holds the day of publication, at the end of a clause.
std::optional<Period> PeriodReader::unit_at_hand(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  if (at == 0 || !is(pieces, at, "the")) return std::nullopt;
  const auto unit = words_.at(TimeWord::unit, pieces, at + 1);
  if (!unit || unit.value < static_cast<int>(TimeUnit::day) || unit.value > static_cast<int>(TimeUnit::year))
    return std::nullopt;
  const std::size_t last = at + 1 + unit.length;
  const bool fortnight = unit.value == static_cast<int>(TimeUnit::fortnight);
  const bool opened = is(pieces, at - 1, "in") || is(pieces, at - 1, "for") || is(pieces, at - 1, "during");
  const bool ends = last >= pieces.size() || pieces[last].kind == TokenKind::mark;
  if (!ends || (!opened && !fortnight)) return std::nullopt;
  const auto today = scene.published.day();
  const auto days = today ? unit_around(static_cast<TimeUnit>(unit.value), *today) : std::nullopt;
  return Period{at, last, days ? placed(*days) : Placed{}, std::nullopt};
}

// "a week ago Monday", "two months from today on Tuesday": that weekday, going on from the day that was counted to.
void PeriodReader::take_weekday(const Scene& scene, Period& period, int sign) const {
  const std::size_t on = is(scene.pieces, period.last, "on") ? 1 : 0;
  const auto weekday = words_.at(TimeWord::weekday, scene.pieces, period.last + on);
  if (!weekday || !period.placed.days || period.placed.days->first != period.placed.days->last) return;
  if (dates_.day_at(scene.pieces, period.last + on + weekday.length).length > 0) return;
  const Day day = period.placed.days->first;
  const int back = (weekday_of(day) - weekday.value + 7) % 7;
  const Day found = sign < 0 ? day - back : day + (7 - back) % 7;
  period.placed = placed({found, found});
  period.last += on + weekday.length;
}

// "Friday week", "a week on Friday", "two weeks on Monday": weeks behind the coming one.
std::optional<Period> PeriodReader::weekday_beyond(const Scene& scene, std::size_t at,
                                                   const std::optional<Duration>& length) const {
  const Pieces& pieces = scene.pieces;
  auto weekday = words_.at(TimeWord::weekday, pieces, at);
  std::size_t last = at + weekday.length;
  double weeks = 1;
  if (weekday) {
    const bool ends = last + 1 >= pieces.size() || pieces[last + 1].kind == TokenKind::mark;
    if (!is(pieces, last, "week") || !ends) return std::nullopt;
    ++last;
  } else {
    if (!length || length->compound || length->weeks < 1 || !is(pieces, length->last, "on")) return std::nullopt;
    weekday = words_.at(TimeWord::weekday, pieces, length->last + 1);
    last = length->last + 1 + weekday.length;
    const bool ends = last >= pieces.size() || pieces[last].kind == TokenKind::mark;
    if (!weekday || !ends || tense(pieces, at, last) == Tense::past) return std::nullopt;
    weeks = length->weeks;
  }
  constexpr double kMostWeeks = 520;
  if (weeks > kMostWeeks) return std::nullopt;
  Period period{at, last, {}, std::nullopt};
  const auto today = scene.published.day();
  if (!today) return period;
  const Day coming = *today + (weekday.value - weekday_of(*today) + 6) % 7 + 1;
  const Day day = coming + 7 * static_cast<Day>(weeks);
  period.placed = placed({day, day});
  return period;
}

// "5 upcoming years", "the 3 next weeks".
std::optional<Period> PeriodReader::count_before_shift(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const auto number = numerals_.read_cardinal(pieces, at);
  if (!number) return std::nullopt;
  const auto shift_word = words_.at(TimeWord::shift, pieces, number->last);
  if (!shift_word || shift_word.value == 0) return std::nullopt;
  const auto unit = words_.at(TimeWord::units, pieces, number->last + shift_word.length);
  if (!unit) return std::nullopt;
  Period period{at, number->last + shift_word.length + unit.length, {}, std::nullopt};
  const auto today = scene.published.day();
  const Duration length = Duration::of(static_cast<TimeUnit>(unit.value), number->value);
  const auto end = today ? shift(*today, length, shift_word.value < 0 ? -1 : 1) : std::nullopt;
  if (end) period.placed = placed(shift_word.value < 0 ? Days{*end, *today - 1} : Days{*today + 1, *end});
  return period;
}

// What a length is counted from: "ago", "later", "from now", "before Christmas".
std::optional<PeriodReader::Origin> PeriodReader::origin_at(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const auto today = scene.published.day();
  const auto now = today ? std::optional(Days{*today, *today}) : std::nullopt;
  const bool stands_last = is(pieces, at, "before") &&
                           (at + 1 >= pieces.size() || pieces[at + 1].kind == TokenKind::mark);  // "two days before"
  if (stands_last) return Origin{at + 1, -1, now, false};
  if (const auto word = words_.at(TimeWord::behind, pieces, at)) {
    return Origin{at + word.length, word.value, now, false};
  }
  const bool back = is(pieces, at, "before");
  if (!back && !is(pieces, at, "after") && !is(pieces, at, "from")) return std::nullopt;
  if (is(pieces, at + 1, "now")) return Origin{at + 2, back ? -1 : 1, now, true};
  const auto from = simple(scene, at + 1);
  if (!from || !(from->placed.days || !today)) return std::nullopt;
  return Origin{from->last, back ? -1 : 1, from->placed.days, true};
}

// "two Sundays ago", "three Fridays from now".
std::optional<Period> PeriodReader::weekdays_away(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const auto number = numerals_.read_cardinal(pieces, at);
  if (!number) return std::nullopt;
  auto weekday = words_.at(TimeWord::weekdays, pieces, number->last);
  if (!weekday) weekday = words_.at(TimeWord::weekday, pieces, number->last);
  const auto origin = weekday ? origin_at(scene, number->last + weekday.length) : std::nullopt;
  constexpr double kMost = 520;
  if (!origin || number->value < 1 || number->value > kMost) return std::nullopt;
  Period period{at, origin->last, {}, std::nullopt};
  if (!origin->days) return period;
  const Day from = origin->sign < 0 ? origin->days->first - 1 : origin->days->last + 1;
  const int nearest =
      origin->sign < 0 ? -((weekday_of(from) - weekday.value + 7) % 7) : (weekday.value - weekday_of(from) + 7) % 7;
  const Day day = from + nearest + origin->sign * 7 * (static_cast<Day>(number->value) - 1);
  period.placed = placed({day, day});
  return period;
}

// "the day before Christmas", "the week after May 5": the unit next to the one that holds the date.
std::optional<Period> PeriodReader::unit_beside(const Scene& scene, std::size_t at) const {
  if (!is(scene.pieces, at, "the")) return std::nullopt;
  const auto unit = words_.at(TimeWord::unit, scene.pieces, at + 1);
  if (!unit || unit.value < static_cast<int>(TimeUnit::day) || unit.value > static_cast<int>(TimeUnit::year))
    return std::nullopt;
  const auto origin = origin_at(scene, at + 1 + unit.length);
  if (!origin || !origin->named || is(scene.pieces, at + 1 + unit.length, "from")) return std::nullopt;
  Period period{at, origin->last, {}, std::nullopt};
  if (!origin->days) return period;
  const auto days = unit_away(static_cast<TimeUnit>(unit.value), origin->days->first, origin->sign);
  if (days) period.placed = placed(*days);
  return period;
}

// "three years ago", "two weeks later", "2 days before Christmas", "three weeks from tomorrow". `length`: what is read
// at `at`, here and below.
std::optional<Period> PeriodReader::counted(const Scene& scene, std::size_t at,
                                            const std::optional<Duration>& length) const {
  if (auto period = count_before_shift(scene, at)) return period;
  if (auto period = unit_beside(scene, at)) return period;
  if (!length) return std::nullopt;
  const auto origin = origin_at(scene, length->last);
  if (!origin) return std::nullopt;
  Period period{at, origin->last, {}, std::nullopt};
  period.vague = length->vague;
  period.away = origin->sign;
  if (!origin->days) return period;
  const auto day = shift(origin->days->first, *length, origin->sign);
  if (!day) return period;
  const bool by_year = length->unit >= TimeUnit::year && !length->compound && !origin->named;
  const bool whole = length->years == std::floor(length->years);
  period.placed = placed(by_year && whole ? year_days(date_of(*day).year) : Days{*day, *day});
  take_weekday(scene, period, origin->sign);
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
  for (const auto reader : {&PeriodReader::day_word, &PeriodReader::now, &PeriodReader::shifted, &PeriodReader::decade,
                            &PeriodReader::quarter, &PeriodReader::season, &PeriodReader::holiday, &PeriodReader::date})
    take_longer((this->*reader)(scene, at), best);
  return best;
}

std::optional<Period> PeriodReader::read(const Pieces& pieces, std::size_t at, const Publication& published,
                                         bool bare_year) const {
  const Scene scene{pieces, published, bare_year};
  const std::optional<Period> whole = simple(scene, at);
  const std::optional<Duration> length = durations_.read(pieces, at);
  std::optional<Period> best = whole;
  take_longer(counted(scene, at, length), best);
  for (const auto reader : {&PeriodReader::within, &PeriodReader::part_of, &PeriodReader::nth_of})
    take_longer((this->*reader)(scene, at), best);
  take_longer(nth_in_possession(scene, at, whole), best);
  for (const auto reader :
       {&PeriodReader::numbered_week, &PeriodReader::weekdays_away, &PeriodReader::half_year, &PeriodReader::ended,
        &PeriodReader::hours_of, &PeriodReader::week_of_date, &PeriodReader::rest_of})
    take_longer((this->*reader)(scene, at), best);
  take_longer(weekday_beyond(scene, at, length), best);
  for (const auto reader : {&PeriodReader::unit_at_hand, &PeriodReader::end_of_unit})
    take_longer((this->*reader)(scene, at), best);
  return best;
}

}  // namespace hearsay
