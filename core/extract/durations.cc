// A duration is a row of counts and units in falling order. Known limits: "a few" and "several" count three and "a
// couple" two; weekends are no unit of length.

#include "core/extract/durations.h"

#include <fmt/format.h>

#include <cmath>

#include "core/extract/digits.h"

namespace hearsay {
namespace {

constexpr double kLongest = 10000;  // of any unit

bool is(const std::vector<Piece>& pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].is(word);
}

void add_count(Duration& duration, TimeUnit unit, double count) {
  switch (unit) {
    case TimeUnit::second:
      duration.seconds += count;
      break;
    case TimeUnit::minute:
      duration.minutes += count;
      break;
    case TimeUnit::hour:
      duration.hours += count;
      break;
    case TimeUnit::day:
      duration.days += count;
      break;
    case TimeUnit::week:
      duration.weeks += count;
      break;
    case TimeUnit::fortnight:
      duration.weeks += 2 * count;
      break;
    case TimeUnit::month:
      duration.months += count;
      break;
    case TimeUnit::quarter:
      duration.months += 3 * count;
      break;
    case TimeUnit::year:
      duration.years += count;
      break;
    case TimeUnit::decade:
      duration.years += 10 * count;
      break;
    case TimeUnit::century:
      duration.years += 100 * count;
      break;
    case TimeUnit::weekend:
    case TimeUnit::workweek:
      break;
  }
}

void append(std::string& text, double count, char unit) {
  if (count != 0) text += fmt::format("{:g}{}", count, unit);
}

}  // namespace

Duration Duration::of(TimeUnit unit, double count) {
  Duration duration;
  duration.unit = unit;
  add_count(duration, unit, count);
  return duration;
}

std::string Duration::iso() const {
  std::string text = "P";
  append(text, years, 'Y');
  append(text, months, 'M');
  append(text, weeks, 'W');
  append(text, days, 'D');
  if (hours != 0 || minutes != 0 || seconds != 0) text += 'T';
  append(text, hours, 'H');
  append(text, minutes, 'M');
  append(text, seconds, 'S');
  return text;
}

std::optional<DurationReader::Count> DurationReader::count_at(const std::vector<Piece>& pieces, std::size_t at) const {
  const bool article = is(pieces, at, "a") || is(pieces, at, "an") || is(pieces, at, "another");
  if (is(pieces, article ? at + 1 : at, "few")) return Count{article ? at + 2 : at + 1, 3, false, true};
  if (is(pieces, at, "several") || is(pieces, at, "some")) return Count{at + 1, 3, false, true};
  if (is(pieces, article ? at + 1 : at, "couple")) {
    const std::size_t next = article ? at + 2 : at + 1;
    return Count{is(pieces, next, "of") ? next + 1 : next, 2, false, true};
  }
  if (const auto number = numerals_.read(pieces, at); number && number->form != Numeral::Form::ordinal) {
    if (number->value <= 0 || number->value > kLongest) return std::nullopt;
    std::size_t last = number->last;
    if (number->value < 1 && (is(pieces, last, "a") || is(pieces, last, "an"))) ++last;  // "half an hour"
    if (number->value < 1 && is(pieces, last, "of") && (is(pieces, last + 1, "a") || is(pieces, last + 1, "an"))) {
      last += 2;
    }
    return Count{last, number->value, false};
  }
  return article ? std::optional(Count{at + 1, 1, true}) : std::nullopt;
}

bool DurationReader::add_part(const std::vector<Piece>& pieces, std::size_t at, Duration& duration) const {
  auto count = count_at(pieces, at);
  if (!count) return false;
  if (const auto filler = words_.at(TimeWord::filler, pieces, count->last)) count->last += filler.length;
  auto unit = words_.unit_at(pieces, count->last);
  const bool minutes = duration.hours > 0 && is(pieces, count->last, "m") && pieces[count->last].gap == Gap::none;
  if (minutes) unit = {1, static_cast<int>(TimeUnit::minute)};  // "1h30m"
  const bool article = is(pieces, at, "a") || is(pieces, at, "an");
  if (!unit && article && words_.unit_at(pieces, at + 1)) {  // "a quarter" is no fraction here
    count = Count{at + 1, 1, true, false};
    unit = words_.unit_at(pieces, at + 1);
  }
  if (const auto whole = unit ? std::nullopt : numerals_.read_cardinal(pieces, at)) {
    count = Count{whole->last, whole->value, false};  // "two quarters" is no half
    unit = words_.unit_at(pieces, count->last);
  }
  if (!unit || unit.value >= static_cast<int>(TimeUnit::weekend)) return false;
  const auto kind = static_cast<TimeUnit>(unit.value);
  if (is(pieces, count->last, "second") && count->value > 1 && pieces[count->last].gap == Gap::space) return false;
  const bool falling = duration.last == duration.first || kind < duration.unit;
  if (!falling) return false;
  duration.compound = duration.last > duration.first;
  if (!duration.compound) {
    duration.unit = kind;
    duration.article = count->article;
    duration.vague = count->vague;
  }
  duration.last = count->last + unit.length;
  double value = count->value;
  const std::size_t half_at = is(pieces, duration.last + 1, "a") ? duration.last + 2 : duration.last + 1;
  if (is(pieces, duration.last, "and") && is(pieces, half_at, "half")) {
    value += 0.5;  // "a year and a half"
    duration.last = half_at + 1;
    duration.article = false;
  }
  add_count(duration, kind, value);
  return true;
}

std::optional<Duration> DurationReader::read(const std::vector<Piece>& pieces, std::size_t at, bool compound) const {
  Duration duration;
  duration.first = at;
  duration.last = at;
  if (!add_part(pieces, at, duration)) {
    const bool short_unit = is(pieces, at + 1, "d") || is(pieces, at + 1, "w");  // "10D"
    if (!short_unit || !pieces[at + 1].capital || pieces[at + 1].gap != Gap::none) return std::nullopt;
    const auto value = value_of_digits(pieces[at].word);
    if (!value || *value > kLongest) return std::nullopt;
    add_count(duration, pieces[at + 1].is("d") ? TimeUnit::day : TimeUnit::week, *value);
    duration.last = at + 2;
    return duration;
  }
  while (compound) {
    const std::size_t last = duration.last;
    const std::size_t next = is(pieces, last, "and") || is(pieces, last, ",") ? last + 1 : last;
    Duration longer = duration;
    if (!add_part(pieces, next, longer)) return duration;
    const bool as_before = next > last && is(pieces, last, ",");  // "three years, two months"
    if (as_before && longer.article) return duration;
    duration = longer;
  }
  return duration;
}

std::optional<Day> shift(Day day, const Duration& duration, int sign) {
  const double months = duration.years * 12 + duration.months;
  const double days = duration.weeks * 7 + duration.days;
  if (months > kLongest * 12 || days > kLongest * 366) return std::nullopt;
  const Date date = date_of(day);
  const double month = date.year * 12.0 + date.month - 1 + sign * std::floor(months);
  if (month < 24 || month > 9990 * 12.0) return std::nullopt;
  const double rest = (months - std::floor(months)) * 30;
  const Day shifted = shift_months(day, sign * static_cast<int>(months)) + sign * static_cast<Day>(days + rest);
  if (!can_be_written({shifted, shifted})) return std::nullopt;
  return shifted;
}

bool can_be_written(Days days) {
  static const Day kFirst = day_of({1, 1, 1});
  static const Day kLast = day_of({9999, 12, 31});
  return days.first >= kFirst && days.last <= kLast && days.first <= days.last;
}

}  // namespace hearsay
