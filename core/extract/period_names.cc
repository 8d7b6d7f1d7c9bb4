// The periods that have names of their own: decades and centuries, quarters, seasons, holidays.

#include <algorithm>
#include <cmath>

#include "core/extract/digits.h"
#include "core/extract/periods.h"

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
    if (plural && digits == 2 &&
        (begin > at || pieces[begin + 1].gap == Gap::none || (at > 0 && is(pieces, at - 1, "in")))) {
      const int year =
          static_cast<int>(*value) < kPivot ? 2000 + static_cast<int>(*value) : 1900 + static_cast<int>(*value);
      return Period{at, begin + 2, placed(decade_days(year)), std::nullopt};
    }
  }
  const bool century_named = is(pieces, begin, "nineteen");
  if (const auto tens = words_.at(TimeWord::decade, pieces, century_named ? begin + 1 : begin)) {
    const bool parted = at > 0 && words_.at(TimeWord::part, pieces, at - 1).length == 1;  // "late nineties"
    if (!century_named && begin == at && !parted) return std::nullopt;  // "in his nineties" is no time
    return Period{at, begin + (century_named ? 1 : 0) + tens.length, placed(decade_days(1900 + tens.value)),
                  std::nullopt};
  }
  const auto ordinal = numerals_.read_ordinal(pieces, begin);
  if (!ordinal || !is(pieces, ordinal->last, "century") || ordinal->value < 2 || ordinal->value > 21)
    return std::nullopt;
  const int first = (static_cast<int>(ordinal->value) - 1) * 100;
  return Period{at, ordinal->last + 1, placed({day_of({first, 1, 1}), day_of({first + 99, 12, 31})}), std::nullopt};
}

// ", 2016", "of 2016", "in 2016", "of last year" behind a name of the calendar; `at` goes behind it.
std::optional<int> PeriodReader::year_behind(const Scene& scene, std::size_t& at) const {
  const Pieces& pieces = scene.pieces;
  const bool joined = is(pieces, at, ",") || is(pieces, at, "of") || is(pieces, at, "in");
  const std::size_t begin = joined ? at + 1 : at;
  if (const auto year = dates_.year_at(pieces, begin); year.length > 0) {
    at = begin + year.length;
    return year.value;
  }
  const bool shortened = is(pieces, at, "'") && at + 1 < pieces.size() && pieces[at + 1].word.size() == 2;
  if (shortened) {
    const auto year = dates_.year_at(pieces, at);
    if (year.length == 0) return std::nullopt;
    at += year.length;
    return year.value;
  }
  const auto shift_word = words_.at(TimeWord::shift, pieces, begin);
  const auto moved =
      shift_word ? moved_unit(scene, {begin, begin + shift_word.length, shift_word.value}) : std::nullopt;
  if (!moved || !moved->placed.days || is(pieces, at, ",")) return std::nullopt;
  const int year = date_of(moved->placed.days->first).year;
  if (*moved->placed.days != year_days(year)) return std::nullopt;
  at = moved->last;
  return year;
}

// "Q1 2019", "2017-q1", "q1-2019", "3Q17", "Q3 of last year".
std::optional<Period> PeriodReader::quarter(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const auto short_year = [&](std::size_t where) -> std::optional<int> {
    constexpr int kThisCentury = 2000;
    if (where >= pieces.size() || pieces[where].gap != Gap::none || pieces[where].word.size() != 2) return std::nullopt;
    const auto two = value_of_digits(pieces[where].word);
    return two ? std::optional(kThisCentury + static_cast<int>(*two)) : std::nullopt;
  };
  if (is(pieces, at, "quarter") && at + 1 < pieces.size() && pieces[at + 1].word.size() == 1) {  // "quarter 3 of 2016"
    const auto nth = value_of_digits(pieces[at + 1].word);
    if (!nth || *nth < 1 || *nth > 4) return std::nullopt;
    Period named{at, at + 2, {}, std::nullopt};
    auto of = year_behind(scene, named.last);
    if (!of) of = scene.published.year;
    if (of) named.placed = placed(quarter_days(*of, static_cast<int>(*nth)));
    return named;
  }
  const bool digit_first = is(pieces, at + 1, "q") && pieces[at + 1].gap == Gap::none &&
                           pieces[at].kind == TokenKind::number && pieces[at].word.size() == 1;
  const auto before = digit_first ? DateReader::Year{} : dates_.year_at(pieces, at);
  const std::size_t letter = digit_first ? at + 1 : at + before.length;
  if (!is(pieces, letter, "q") ||
      (!digit_first && (letter + 1 >= pieces.size() || pieces[letter + 1].gap != Gap::none)))
    return std::nullopt;
  const auto number = value_of_digits(pieces[digit_first ? at : letter + 1].word);
  if (!number || *number < 1 || *number > 4 || *number != std::floor(*number)) return std::nullopt;
  Period period{at, digit_first ? letter + 1 : letter + 2, {}, std::nullopt};
  std::optional<int> year = before.length > 0 ? std::optional(before.value) : short_year(period.last);
  if (before.length == 0 && year) {
    ++period.last;
  } else if (before.length == 0) {
    year = year_behind(scene, period.last);
  }
  if (!year && digit_first) return std::nullopt;
  if (!year) year = scene.published.year;
  if (year) period.placed = placed(quarter_days(*year, static_cast<int>(*number)));
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
  static constexpr std::string_view kOpeners[] = {"in", "during", "since", "over", "through", "until", "by", "for"};
  const bool in =
      at > 0 && std::find(std::begin(kOpeners), std::end(kOpeners), pieces[at - 1].word) != std::end(kOpeners);
  if (!in ||
      (begin == at && !is(pieces, at - 1, "in") && !is(pieces, at - 1, "during") && !is(pieces, at - 1, "since")))
    return std::nullopt;
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

// "Christmas Day", "Easter 2018", "Christmas of 2016", "2016 Christmas", "Labor Day weekend" up to the day.
std::optional<Period> PeriodReader::holiday(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const auto before = dates_.year_at(pieces, at);
  const auto name = holidays_.at(pieces, at + before.length);
  if (!name) return std::nullopt;
  Period period{at, at + before.length + name.length, {}, std::nullopt};
  const auto year = before.length > 0 ? std::optional(before.value) : year_behind(scene, period.last);
  int found = year.value_or(0);
  if (!year && !scene.published.year) return period;
  if (!year) {
    found = *scene.published.year;
    const Day day = day_of_holiday(*name.value, found);
    const auto today = scene.published.day();
    const Tense way = tense(pieces, at, period.last);
    constexpr Day kHalfYear = 183;
    if (today && way != Tense::ahead && day > *today && (way == Tense::past || day - *today > kHalfYear)) --found;
    if (today && way != Tense::past && day < *today && (way == Tense::ahead || *today - day > kHalfYear)) ++found;
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

}  // namespace hearsay
