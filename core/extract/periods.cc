// Every kind of period is tried where its first word allows and the longest wins; those that hold another are in
// period_parts.cc, those a word like "last" or "next" moves in period_shifts.cc.

#include "core/extract/periods.h"

#include <algorithm>
#include <cmath>

namespace hearsay {
namespace {

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

// "three years ago", "two weeks later", "2 days before Christmas", "three weeks from tomorrow".
std::optional<Period> PeriodReader::counted(const Scene& scene, std::size_t at) const {
  if (auto period = count_before_shift(scene, at)) return period;
  const auto length = durations_.read(scene.pieces, at);
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
  for (const auto reader :
       {&PeriodReader::simple, &PeriodReader::counted, &PeriodReader::within, &PeriodReader::part_of,
        &PeriodReader::nth_of, &PeriodReader::nth_in_possession, &PeriodReader::numbered_week,
        &PeriodReader::weekdays_away, &PeriodReader::half_year, &PeriodReader::ended, &PeriodReader::hours_of,
        &PeriodReader::week_of_date, &PeriodReader::rest_of}) {
    auto found = (this->*reader)(scene, at);
    if (found && (!best || found->last > best->last)) best = std::move(found);
  }
  return best;
}

}  // namespace hearsay
