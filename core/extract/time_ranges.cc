// Each end is read as a period or as a bare day; what one end leaves open (month, year) is taken from the other. Known
// limit: a range over New Year without years is placed by its second end.

#include "core/extract/time_ranges.h"

#include "core/extract/digits.h"

namespace hearsay {
namespace {

bool is(const std::vector<Piece>& pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].is(word);
}

bool ends(const std::vector<Piece>& pieces, std::size_t at) {
  return at >= pieces.size() || pieces[at].kind == TokenKind::mark;
}

// Month by month, 0 for a date without one.
int order(const PartialDate& date) { return date.month.value_or(0) * 100 + date.day.value_or(0); }

void fill(PartialDate& a, PartialDate& b) {
  if (!a.month && a.day) {
    a.month = b.month;
    if (b.month && b.day && *a.day > *b.day && !b.year) a.month = *b.month == 1 ? 12 : *b.month - 1;
  }
  if (!b.month && b.day) b.month = a.month;
  if (!a.year && b.year) a.year = order(a) > order(b) ? *b.year - 1 : *b.year;
  if (!b.year && a.year) b.year = order(a) > order(b) ? *a.year + 1 : *a.year;
}

}  // namespace

std::size_t TimeRangeReader::joiner(const Pieces& pieces, std::size_t at, bool between) const {
  if (between && is(pieces, at, "and")) return 1;
  if (is(pieces, at, "-")) return 1;
  const auto match = words_.at(TimeWord::joiner, pieces, at);
  return match ? match.length : 0;
}

// "now", "the present day", "the current date" as an end.
std::optional<Period> TimeRangeReader::now(const Pieces& pieces, std::size_t at, const Publication& published) const {
  std::size_t begin = is(pieces, at, "the") ? at + 1 : at;
  if (is(pieces, begin, "current") || is(pieces, begin, "present")) ++begin;
  const bool day = is(pieces, begin, "day") || is(pieces, begin, "date") || is(pieces, begin, "time");
  const bool named = is(pieces, at, "now") || is(pieces, begin - 1, "present") || (day && begin > at) ||
                     (is(pieces, at, "date") && ends(pieces, at + 1)) || is(pieces, begin, "present");
  if (!named) return std::nullopt;
  const bool longer = is(pieces, at, "now") || is(pieces, at, "date") || day || is(pieces, begin, "present");
  const auto today = published.day();
  return Period{at,
                longer ? begin + 1 : begin,
                {today ? std::optional(Days{*today, *today}) : std::nullopt, "", false},
                std::nullopt};
}

std::optional<Period> TimeRangeReader::day_only(const Pieces& pieces, std::size_t at) const {
  const std::size_t begin = is(pieces, at, "the") ? at + 1 : at;
  const auto day = dates_.day_at(pieces, begin);
  if (day.length == 0) return std::nullopt;
  const std::size_t last = begin + day.length;
  const PartialDate date{at, last, std::nullopt, std::nullopt, day.value, std::nullopt};
  return Period{at, last, {}, date};
}

// The "14" of "2013-14".
std::optional<Period> TimeRangeReader::short_year(const Pieces& pieces, std::size_t at, int first_year) const {
  if (at >= pieces.size() || !pieces[at].joined() || pieces[at].word.size() != 2) return std::nullopt;
  const auto value = value_of_digits(pieces[at].word);
  if (!value || static_cast<int>(*value) <= first_year % 100) return std::nullopt;
  const int year = first_year - first_year % 100 + static_cast<int>(*value);
  return Period{at, at + 1, {Days{year_days(year)}, "", false}, PartialDate{at, at + 1, year, {}, {}, {}}};
}

std::optional<Placed> TimeRangeReader::join(const Period& a, const Period& b, const Publication& published,
                                            Tense tense) const {
  Placed first = a.placed;
  Placed last = b.placed;
  if (a.date && b.date) {
    PartialDate from = *a.date;
    PartialDate to = *b.date;
    fill(from, to);
    const bool weekdays = from.weekday && to.weekday && !from.day && !to.day;
    if (weekdays && first.days && last.days && first.days->first > last.days->last) {
      constexpr Day kWeek = 7;
      if (tense == Tense::ahead) return Placed{Days{first.days->first, last.days->last + kWeek}, "", false};
      return Placed{Days{first.days->first - kWeek, last.days->last}, "", false};
    }
    auto placed_to = place(to, published, tense);
    if (!placed_to) return std::nullopt;
    if (!from.year && !from.weekday && placed_to->days) {
      const int year = date_of(placed_to->days->last).year;
      from.year = order(from) > order(to) ? year - 1 : year;
    }
    const auto placed_from = place(from, published, tense);
    if (!placed_from) return std::nullopt;
    first = *placed_from;
    last = *placed_to;
  }
  if (first.days && last.days) {
    const bool weekday_only = a.date && a.date->weekday && !a.date->day && !b.date;
    if (weekday_only && last.days->first == last.days->last) {  // "Monday through Wednesday of last week"
      const Day begin = last.days->last - (weekday_of(last.days->last) - *a.date->weekday + 7) % 7;
      first.days = Days{begin, begin};
    }
    if (first.days->first > last.days->last) return std::nullopt;
    return Placed{Days{first.days->first, last.days->last}, "", first.weekday_misfit || last.weekday_misfit};
  }
  if (!first.partial.empty() && !last.partial.empty())
    return Placed{std::nullopt, first.partial + "/" + last.partial, false};
  return Placed{};
}

// A clock time beside an end is stepped over, before the day ("5 pm on Monday") and behind it ("Monday at 5 pm").
std::size_t TimeRangeReader::after_clock(const Pieces& pieces, std::size_t at, bool behind) const {
  const std::size_t begin = behind && (is(pieces, at, "at") || is(pieces, at, ",")) ? at + 1 : at;
  const std::size_t clock = context_.clock().length(pieces, begin);
  if (clock == 0) return at;
  const std::size_t next = begin + clock;
  return !behind && (is(pieces, next, "on") || is(pieces, next, ",")) ? next + 1 : next;
}

// "between 10 and 11:30 on 1/1/2015", "from 5 to 7 pm on Friday": no more than the day.
std::optional<Period> TimeRangeReader::hours_of_day(const Pieces& pieces, std::size_t at, const Publication& published,
                                                    bool between) const {
  const ClockReader& clock = context_.clock();
  const std::size_t first = clock.loose_length(pieces, at);
  if (first == 0) return std::nullopt;
  const std::size_t join_length = joiner(pieces, at + first, between);
  const std::size_t begin = at + first + join_length;
  if (join_length == 0 && !(begin < pieces.size() && pieces[begin].gap == Gap::hyphen)) return std::nullopt;
  const bool strict = clock.length(pieces, at) > 0 || clock.length(pieces, begin) > 0;
  const std::size_t second = clock.loose_length(pieces, begin);
  if (second == 0 || !strict) return std::nullopt;
  std::size_t next = begin + second;
  if (is(pieces, next, "on") || is(pieces, next, ",")) ++next;
  auto day = periods_.read(pieces, next, published, false);
  if (!day || !day->placed.days || day->placed.days->first != day->placed.days->last) return std::nullopt;
  return Period{at, day->last, day->placed, std::nullopt};
}

// "4 to 22 this month", "the 3rd to the 9th of next month"; "from the 3rd to the 9th" is of the month of publication.
std::optional<Period> TimeRangeReader::days_of_month(const Pieces& pieces, std::size_t at, const Publication& published,
                                                     bool between) const {
  if (at > 0 && is(pieces, at - 1, "from") && context_.is_change(pieces, at - 1)) return std::nullopt;
  const auto from = day_only(pieces, at);
  if (!from || from->last >= pieces.size()) return std::nullopt;
  const std::size_t joined = joiner(pieces, from->last, between);
  if (joined == 0 && pieces[from->last].gap != Gap::hyphen) return std::nullopt;
  const auto to = day_only(pieces, from->last + joined);
  if (!to || *from->date->day >= *to->date->day) return std::nullopt;
  const bool of = is(pieces, to->last, "of") || is(pieces, to->last, "in");
  const auto month = periods_.read(pieces, of ? to->last + 1 : to->last, published, false);
  if (month && !month->date && month->placed.days) {
    const Date first = date_of(month->placed.days->first);
    const bool one_month = *month->placed.days == month_days(first.year, first.month);
    if (!one_month || !valid({first.year, first.month, *to->date->day})) return std::nullopt;
    const Days days{month->placed.days->first + *from->date->day - 1, month->placed.days->first + *to->date->day - 1};
    return Period{at, month->last, {days, "", false}, std::nullopt};
  }
  const bool articles = is(pieces, at, "the") && is(pieces, from->last + joined, "the");
  const bool ends = to->last >= pieces.size() || pieces[to->last].kind == TokenKind::mark;
  if (!articles || !ends) return std::nullopt;
  const PartialDate last_day{to->first, to->last, {}, {}, to->date->day, {}};
  const auto placed = place(last_day, published, periods_.tense(pieces, at, to->last));
  if (!placed || !placed->days) return std::nullopt;
  const Day last = placed->days->last;
  return Period{at, to->last, {Days{last - *to->date->day + *from->date->day, last}, "", false}, std::nullopt};
}

// The end behind the joiner; a bare day or a short year takes what is missing from the first.
std::optional<Period> TimeRangeReader::last_end(const Pieces& pieces, std::size_t at, const Period& first,
                                                const Publication& published) const {
  const bool in_years = first.placed.days && date_of(first.placed.days->first).day == 1 &&
                        first.placed.days->last - first.placed.days->first > 300;  // "the early 1990s and 2003"
  auto last = periods_.read(pieces, at, published, (first.date && first.date->year) || in_years);
  if (!last) last = now(pieces, at, published);
  if (last || !first.date) return last;
  if (first.date->month && first.date->day) {
    last = day_only(pieces, at);
    if (last && is(pieces, last->last, ",")) {
      if (const auto year = dates_.year_at(pieces, last->last + 1); year.length > 0) {
        last->date->year = year.value;
        last->last += 1 + year.length;
      }
    }
    return last;
  }
  return first.date->year && !first.date->month ? short_year(pieces, at, *first.date->year) : std::nullopt;
}

std::optional<Period> TimeRangeReader::read(const Pieces& pieces, std::size_t at, const Publication& published,
                                            bool between, bool bare_year, const std::optional<Period>& here) const {
  if (auto day = hours_of_day(pieces, at, published, between)) return day;
  if (auto days = days_of_month(pieces, at, published, between)) return days;
  const std::size_t start = after_clock(pieces, at, false);
  auto first = start == at ? here : periods_.read(pieces, start, published, bare_year);
  if (!first) first = now(pieces, at, published);
  const bool bare_day = !first;
  if (bare_day) first = day_only(pieces, at);
  if (!first || first->last >= pieces.size()) return std::nullopt;
  const bool whole_years = is(pieces, first->last, "/") && first->date && first->date->year && !first->date->month &&
                           dates_.year_at(pieces, first->last + 1).length == 1;  // "2013/2016"
  if (whole_years && dates_.year_at(pieces, first->last + 1).value > *first->date->year) {
    const int last_year = dates_.year_at(pieces, first->last + 1).value;
    return Period{at, first->last + 2, {Days{first->placed.days->first, year_days(last_year).last}, "", false}, {}};
  }
  const bool season = is(pieces, first->last, "/") && first->date && first->date->year && !first->date->month;
  if (season) {  // "2017/18"
    const auto year = short_year(pieces, first->last + 1, *first->date->year);
    if (!year || *year->date->year != *first->date->year + 1) return std::nullopt;
    return Period{at, year->last, {Days{first->placed.days->first, year->placed.days->last}, "", false}, {}};
  }
  const std::size_t end = after_clock(pieces, first->last, true);
  if (end >= pieces.size()) return std::nullopt;
  const std::size_t join_length = joiner(pieces, end, between);
  if (join_length == 0 && pieces[end].gap != Gap::hyphen) return std::nullopt;
  auto last = last_end(pieces, after_clock(pieces, end + join_length, false), *first, published);
  const std::size_t clock = context_.clock().length(pieces, end + join_length);
  const bool one_day = first->placed.days && first->placed.days->first == first->placed.days->last;
  if (!last && clock > 0 && one_day) {  // "from now to 5 pm"
    last = Period{end + join_length, end + join_length + clock, first->placed, std::nullopt};
  }
  if (!last || (bare_day && (!last->date || !last->date->is_day()))) return std::nullopt;
  if (first->date && last->date && first->date->year && !first->date->month && last->date->month) return std::nullopt;
  const auto joined = join(*first, *last, published, periods_.tense(pieces, at, last->last));
  if (!joined) return std::nullopt;
  return Period{at, last->last, *joined, std::nullopt};
}

}  // namespace hearsay
