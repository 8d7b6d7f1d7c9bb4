// Each end is read as a period or as a bare day; what one end leaves open (month, year) is taken from the other. Known
// limit: a range over New Year without years is placed by its second end.

#include "core/extract/time_ranges.h"

namespace hearsay {
namespace {

bool is(const std::vector<Piece>& pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].is(word);
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

// "now", "today" and the like as an end.
std::optional<Period> TimeRangeReader::now(const Pieces& pieces, std::size_t at, const Publication& published) const {
  if (!is(pieces, at, "now")) return std::nullopt;
  const auto today = published.day();
  return Period{at, at + 1, {today ? std::optional(Days{*today, *today}) : std::nullopt, "", false}, std::nullopt};
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
  if (at >= pieces.size() || pieces[at].gap != Gap::hyphen || pieces[at].word.size() != 2) return std::nullopt;
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
    if (first.days->first > last.days->last) return std::nullopt;
    return Placed{Days{first.days->first, last.days->last}, "", first.weekday_misfit || last.weekday_misfit};
  }
  if (!first.partial.empty() && !last.partial.empty())
    return Placed{std::nullopt, first.partial + "/" + last.partial, false};
  return Placed{};
}

std::optional<Period> TimeRangeReader::read(const Pieces& pieces, std::size_t at, const Publication& published,
                                            bool between, bool bare_year) const {
  auto first = periods_.read(pieces, at, published, bare_year);
  if (!first) first = now(pieces, at, published);
  const bool bare_day = !first;
  if (bare_day) first = day_only(pieces, at);
  if (!first || first->last >= pieces.size()) return std::nullopt;
  std::optional<Period> last;
  const std::size_t join_length = joiner(pieces, first->last, between);
  const bool hyphen = pieces[first->last].gap == Gap::hyphen;
  if (join_length == 0 && !hyphen) return std::nullopt;
  const std::size_t begin = first->last + join_length;
  last = periods_.read(pieces, begin, published, first->date && first->date->year);
  if (!last) last = now(pieces, begin, published);
  const bool dated = first->date && first->date->day;
  if (!last && dated && !bare_day) {
    last = day_only(pieces, begin);
    if (last && is(pieces, last->last, ",")) {
      if (const auto year = dates_.year_at(pieces, last->last + 1); year.length > 0) {
        last->date->year = year.value;
        last->last += 1 + year.length;
      }
    }
  }
  if (!last && first->date && first->date->year && !first->date->month)
    last = short_year(pieces, begin, *first->date->year);
  if (!last) return std::nullopt;
  if (bare_day && (!last->date || !last->date->is_day())) return std::nullopt;
  if (first->date && last->date && first->date->year && !first->date->month && last->date->month) return std::nullopt;
  const auto joined = join(*first, *last, published, periods_.tense(pieces, at, last->last));
  if (!joined) return std::nullopt;
  return Period{at, last->last, *joined, std::nullopt};
}

}  // namespace hearsay
