// The periods that hold another one: parts ("early", "the end of"), the nth or the last of something, the rest of it,
// the week of a date. The inner period is always a simple one, so that nothing nests deeper.

#include <algorithm>

#include "core/extract/digits.h"
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

int months_in(Days days) { return static_cast<int>((days.last - days.first + 16) / 30); }

Days half_days(Days whole, bool second) {
  const Date first = date_of(whole.first);
  const int months = months_in(whole);
  if (months >= 2) return months_between(first.year, first.month + (second ? months / 2 : 0), months / 2);
  constexpr Day kHalfMonth = 15;
  return second ? Days{whole.first + kHalfMonth, whole.last} : Days{whole.first, whole.first + kHalfMonth - 1};
}

// "later this year", "later this week": its second half, Thursday to Sunday of a week.
Days second_half_of(Days days) {
  constexpr Day kWeek = 7;
  constexpr Day kFirstDays = 3;
  const Day length = days.last - days.first + 1;
  if (length == kWeek) return {days.first + kFirstDays, days.last};
  return length > 1 && date_of(days.first).day == 1 ? half_days(days, true) : days;
}

// The first week is the one that holds the first Thursday (ISO 8601).
Days nth_week(Days whole, const NthPart& part) {
  constexpr int kThursday = 3;
  const Day first = whole.first + (kThursday - weekday_of(whole.first) + 7) % 7;
  const Day last = whole.last - (weekday_of(whole.last) - kThursday + 7) % 7;
  const Day monday = (part.from_end ? last - 7 * (part.count - 1) : first + 7 * (part.nth - 1)) - kThursday;
  return {monday, monday + 7 * part.count - 1};
}

Day nth_weekday(Days whole, const NthPart& part, int weekday) {
  if (part.from_end) return whole.last - (weekday_of(whole.last) - weekday + 7) % 7;
  return whole.first + (weekday - weekday_of(whole.first) + 7) % 7 + 7 * (part.nth - 1);
}

std::optional<Days> nth_days(Days whole, const NthPart& part) {
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
  Period period{at, inner->last, inner->placed, std::nullopt};
  if (period.placed.days && is(scene.pieces, at, "later")) period.placed = placed(second_half_of(*period.placed.days));
  return period;
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

// "year-end", "month end": as "the end of the year".
std::optional<Period> PeriodReader::end_of_unit(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const std::size_t begin = after_article(pieces, at);
  const auto unit = words_.at(TimeWord::unit, pieces, begin);
  const bool shortened = is(pieces, at, "eom") || is(pieces, at, "eoy") || is(pieces, at, "eow");
  TimeUnit kind = is(pieces, at, "eom") ? TimeUnit::month : is(pieces, at, "eow") ? TimeUnit::week : TimeUnit::year;
  std::size_t last = at + 1;
  if (!shortened) {
    if (!unit || unit.value < static_cast<int>(TimeUnit::month) || unit.value > static_cast<int>(TimeUnit::year))
      return std::nullopt;
    kind = static_cast<TimeUnit>(unit.value);
    last = begin + unit.length;
    const bool ends = last + 1 >= pieces.size() || pieces[last + 1].kind == TokenKind::mark;
    if (!is(pieces, last, "end") || !(ends || pieces[last].gap == Gap::hyphen)) return std::nullopt;
    ++last;
  }
  const auto whole = shifted_unit(scene.published, kind, 0, Tense::unknown);
  if (!whole) return std::nullopt;
  Period period{at, last, *whole, std::nullopt};
  if (whole->days) {
    period.part = 3;
    period.whole = whole->days;
    period.placed = placed(third_of(*whole->days, period.part));
  }
  return period;
}

// "first half", "the second quarter", "last two weeks", "third Monday", "5th": what is taken, up to the "of".
std::optional<PeriodReader::NthHead> PeriodReader::nth_head(const Pieces& pieces, std::size_t begin) const {
  const bool from_end = is(pieces, begin, "last") || is(pieces, begin, "final");
  const Numeral ordinal = numerals_.read_ordinal(pieces, begin).value_or(Numeral{});
  if (!from_end && (ordinal.value < 1 || ordinal.value > 366)) return std::nullopt;
  NthHead head{from_end ? begin + 1 : ordinal.last, {}, false};
  head.part.from_end = from_end;
  head.part.nth = from_end ? 1 : static_cast<int>(ordinal.value);
  const std::size_t behind_nth = head.last;
  const auto number = numerals_.read_cardinal(pieces, head.last);
  if (number && number->value >= 1 && number->value < 366) {
    head.part.count = static_cast<int>(number->value);
    head.last = number->last;
  }
  head.part.half = is(pieces, head.last, "half");
  const auto unit = words_.unit_at(pieces, head.last);
  const auto weekday = words_.at(TimeWord::weekday, pieces, head.last);
  head.day_of_month = !from_end && head.last == behind_nth && is(pieces, head.last, "of");  // "the 5th of next month"
  if (!head.part.half && !unit && !weekday && !head.day_of_month) return std::nullopt;
  if (unit) head.part.unit = static_cast<TimeUnit>(unit.value);
  if (weekday) head.part.weekday = weekday.value;
  head.last += head.part.half ? 1 : unit ? unit.length : weekday.length;
  return head;
}

// "2017", "the year", "last month" behind "of"; behind a quarter or a half nothing: it is of the year of publication.
std::optional<Period> PeriodReader::nth_whole(const Scene& scene, const NthHead& head, bool may_be_bare) const {
  const Pieces& pieces = scene.pieces;
  const bool of_year = head.part.half || head.part.unit == TimeUnit::quarter;
  const bool joined = is(pieces, head.last, "of") || is(pieces, head.last, "in");
  const std::size_t article = joined ? head.last + 1 : head.last;
  const std::size_t at = after_article(pieces, article);
  const auto inner = joined || of_year ? simple({pieces, scene.published, true}, at) : std::nullopt;
  if (inner) return inner;
  const auto unit = words_.at(TimeWord::unit, pieces, at);
  if (joined && at > article && unit && unit.value >= static_cast<int>(TimeUnit::month)) {
    const auto found = shifted_unit(scene.published, static_cast<TimeUnit>(unit.value), 0, Tense::unknown);
    return found ? std::optional(Period{at, at + unit.length, *found, std::nullopt}) : std::nullopt;
  }
  const bool bare = may_be_bare && of_year && scene.published.year && !head.part.from_end && !joined;
  return bare ? std::optional(Period{head.last, head.last, placed(year_days(*scene.published.year)), std::nullopt})
              : std::nullopt;
}

// "first half of 2017", "the second quarter", "last week of December", "the first six months of 1989", "third Monday in
// May".
std::optional<Period> PeriodReader::nth_of(const Scene& scene, std::size_t at) const {
  const std::size_t begin = after_article(scene.pieces, at);
  const auto head = nth_head(scene.pieces, begin);
  if (!head) return std::nullopt;
  const auto whole = nth_whole(scene, *head, begin > at || scene.pieces[begin].kind == TokenKind::number);
  if (!whole) return std::nullopt;
  const bool of_month = whole->placed.days && months_in(*whole->placed.days) == 1;
  if (head->day_of_month && (!of_month || (whole->date && whole->date->day))) return std::nullopt;
  Period period{at, whole->last, {}, std::nullopt};
  if (!whole->placed.days) return period;
  if (const auto days = nth_days(*whole->placed.days, head->part)) period.placed = placed(*days);
  return period;
}

// "2016's third quarter", "last year's second half". `here`: the simple period at `at`.
std::optional<Period> PeriodReader::nth_in_possession(const Scene& scene, std::size_t at,
                                                      const std::optional<Period>& here) const {
  const Pieces& pieces = scene.pieces;
  const bool may_be_year = !scene.bare_year && at < pieces.size() && numerals_.may_begin(pieces[at]);
  const auto whole = may_be_year ? simple({pieces, scene.published, true}, at) : here;
  if (!whole) return std::nullopt;
  const bool owns = is(pieces, whole->last, "'s");
  const bool year = whole->date && whole->date->year && !whole->date->month;  // "2016 second half"
  const auto head = owns || year ? nth_head(pieces, owns ? whole->last + 1 : whole->last) : std::nullopt;
  if (!head || head->day_of_month || (!owns && !head->part.half && head->part.unit != TimeUnit::quarter))
    return std::nullopt;
  Period period{at, head->last, {}, std::nullopt};
  if (!whole->placed.days) return period;
  if (const auto days = nth_days(*whole->placed.days, head->part)) period.placed = placed(*days);
  return period;
}

// "week 33 of 2017", "week 5, 2018", "2017-W33": by ISO 8601; "in week 33" is of the year of publication.
std::optional<Period> PeriodReader::numbered_week(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const auto before = dates_.year_at(pieces, at);
  const std::size_t begin = at + before.length;
  const bool letter = is(pieces, begin, "w") && begin + 1 < pieces.size() && pieces[begin + 1].gap == Gap::none;
  if (!letter && (!is(pieces, begin, "week") || before.length > 0)) return std::nullopt;
  const auto number = numerals_.read_cardinal(pieces, begin + 1);
  constexpr double kLastWeek = 53;
  if (!number || !number->bare || number->value < 1 || number->value > kLastWeek) return std::nullopt;
  Period period{at, number->last, {}, std::nullopt};
  auto year = before.length > 0 ? std::optional(before.value) : year_behind(scene, period.last);
  const bool ends = number->last >= pieces.size() || pieces[number->last].kind == TokenKind::mark;
  if (!year && !letter && ends && at > 0 && is(pieces, at - 1, "in")) year = scene.published.year;
  if (!year) return std::nullopt;
  NthPart part;
  part.nth = static_cast<int>(number->value);
  period.placed = placed(nth_week(year_days(*year), part));
  return period;
}

// "H1 2016", "2H 2016", "1H17", "H1 of last year".
std::optional<Period> PeriodReader::half_year(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  if (at + 1 >= pieces.size() || pieces[at + 1].gap != Gap::none) return std::nullopt;
  const bool letter_first = is(pieces, at, "h");
  if (!letter_first && !is(pieces, at + 1, "h")) return std::nullopt;
  const std::string_view digit = pieces[letter_first ? at + 1 : at].word;
  if (digit != "1" && digit != "2") return std::nullopt;
  Period period{at, at + 2, {}, std::nullopt};
  const bool joined = at + 2 < pieces.size() && pieces[at + 2].gap == Gap::none && pieces[at + 2].word.size() == 2;
  const auto two = joined && !letter_first ? value_of_digits(pieces[at + 2].word) : std::nullopt;
  constexpr int kThisCentury = 2000;
  const auto year = two ? std::optional(kThisCentury + static_cast<int>(*two)) : year_behind(scene, period.last);
  if (!year) return std::nullopt;
  if (two) ++period.last;
  period.placed = placed(half_days(year_days(*year), digit == "2"));
  return period;
}

// "the week ending May 13", "the year to March 2018", "the three months ended June 30"; "the year to date".
std::optional<Period> PeriodReader::ended(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const std::size_t begin = after_article(pieces, at);
  const auto unit = words_.at(TimeWord::unit, pieces, begin);
  const auto today = scene.published.day();
  if (is(pieces, at, "ytd") || is(pieces, at, "mtd")) {
    const auto days =
        today ? unit_around(is(pieces, at, "ytd") ? TimeUnit::year : TimeUnit::month, *today) : std::nullopt;
    return Period{at, at + 1, days ? placed({days->first, *today}) : Placed{}, std::nullopt};
  }
  if (unit && is(pieces, begin + unit.length, "to") && is(pieces, begin + unit.length + 1, "date")) {
    const auto days = today ? unit_around(static_cast<TimeUnit>(unit.value), *today) : std::nullopt;
    return Period{at, begin + unit.length + 2, days ? placed({days->first, *today}) : Placed{}, std::nullopt};
  }
  if (begin == at) return std::nullopt;
  const auto written = unit ? std::nullopt : durations_.read(pieces, begin, false);
  if (!unit && (!written || written->article || written->vague)) return std::nullopt;
  const Duration length = unit ? Duration::of(static_cast<TimeUnit>(unit.value), 1) : *written;
  const std::size_t opener = unit ? begin + unit.length : written->last;
  if (!is(pieces, opener, "ending") && !is(pieces, opener, "ended") && !is(pieces, opener, "to")) return std::nullopt;
  const auto end = date({pieces, scene.published, true}, is(pieces, opener + 1, "on") ? opener + 2 : opener + 1);
  if (!end || !end->date || length.unit < TimeUnit::week) return std::nullopt;
  Period period{at, end->last, {}, std::nullopt};
  const auto first = end->placed.days ? shift(end->placed.days->last + 1, length, -1) : std::nullopt;
  if (first) period.placed = placed({*first, end->placed.days->last});
  return period;
}

// "the eve of the feast", "the night of May 5", "the morning of June 6, 2018".
std::optional<Period> PeriodReader::hours_of(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const std::size_t begin = after_article(pieces, at);
  const bool eve = is(pieces, begin, "eve");
  const auto part = words_.at(TimeWord::daypart, pieces, begin);
  const std::size_t of = eve ? begin + 1 : begin + part.length;
  if ((!eve && !part) || !is(pieces, of, "of")) return std::nullopt;
  auto inner = simple({pieces, scene.published, false}, of + 1);
  if (!inner) return std::nullopt;
  const bool one_day = inner->placed.days && inner->placed.days->first == inner->placed.days->last;
  if (!one_day && !(inner->date && inner->date->day)) return std::nullopt;
  Period period{at, inner->last, inner->placed, std::nullopt};
  if (eve && one_day) period.placed = placed({inner->placed.days->first - 1, inner->placed.days->first - 1});
  return period;
}

// "the rest of the week", "the remainder of 2019": from the day of publication on.
std::optional<Period> PeriodReader::rest_of(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const std::size_t begin = after_article(pieces, at);
  if (!(is(pieces, begin, "rest") || is(pieces, begin, "remainder")) || !is(pieces, begin + 1, "of"))
    return std::nullopt;
  const bool owned = is(pieces, begin + 2, "my") || is(pieces, begin + 2, "our");
  const std::size_t inner_at = owned ? begin + 3 : after_article(pieces, begin + 2);
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
  if (weekday) {  // "Tuesday of last week", "Friday next week"
    const std::size_t next = at + weekday.length;
    const auto week = shifted(scene, is(pieces, next, "of") ? next + 1 : next);
    if (!week || (week->placed.days && week->placed.days->last - week->placed.days->first != 6)) return std::nullopt;
    Period period{at, week->last, {}, std::nullopt};
    if (week->placed.days)
      period.placed = placed({week->placed.days->first + weekday.value, week->placed.days->first + weekday.value});
    return period;
  }
  const auto unit = words_.at(TimeWord::unit, pieces, begin);
  const bool bare = begin == at && !is(pieces, begin + 1, "of") && !is(pieces, begin + 1, "commencing");
  if (!unit || bare) return std::nullopt;
  const auto kind = static_cast<TimeUnit>(unit.value);
  const std::size_t next = begin + unit.length;
  static constexpr std::string_view kOpeners[] = {"of",        "on",        "from",     "with",
                                                  "including", "beginning", "starting", "commencing"};
  const bool opened = next < pieces.size() &&
                      std::find(std::begin(kOpeners), std::end(kOpeners), pieces[next].word) != std::end(kOpeners);
  if (kind == TimeUnit::week && opened) {
    const std::size_t day_at = is(pieces, next + 1, "on") ? next + 2 : next + 1;
    auto inner = date({pieces, scene.published, false}, day_at);
    if (!inner) {  // "the week of the 14th"
      const auto parts = dates_.day_of_the_month(pieces, after_article(pieces, day_at));
      const auto found = parts ? place(*parts, scene.published, tense(pieces, at, parts->last)) : std::nullopt;
      if (found) inner = Period{day_at, parts->last, *found, parts};
    }
    if (!inner || !inner->date || (!inner->date->day && !inner->date->weekday)) return std::nullopt;
    Period period{at, inner->last, {}, std::nullopt};
    if (inner->placed.days) period.placed = placed(week_of(inner->placed.days->first));
    return period;
  }
  if (kind != TimeUnit::weekend || begin == at) return std::nullopt;
  const auto found = shifted_unit(scene.published, kind, 0, tense(pieces, at, next));
  return found ? std::optional(Period{at, next, *found, std::nullopt}) : std::nullopt;
}

}  // namespace hearsay
