// Four orders are tried: month first, day first, year first, digits only; the longest wins. Known limits: digits like
// "10/11/2018" are read month first unless only day first makes a date.

#include "core/extract/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace hearsay {
namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2199;
constexpr int kCentury = 100;

bool is(const std::vector<Piece>& pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].is(word);
}

std::optional<int> whole_number(std::string_view text, std::size_t most_digits) {
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> digits_at(const std::vector<Piece>& pieces, std::size_t at, std::size_t most_digits) {
  if (at >= pieces.size() || pieces[at].kind != TokenKind::number) return std::nullopt;
  return whole_number(pieces[at].word, most_digits);
}

// "18" of 2018, "87" of 1987: the nearest century, counted from 2030.
int full_year(int year, std::size_t digits) {
  constexpr int kPivot = 30;
  if (digits > 2) return year;
  return year <= kPivot ? 2000 + year : 1900 + year;
}

// Whether a bare day of the month may end before piece `at`: "Friday 31!", "on the 27th at noon".
bool ends_date(const std::vector<Piece>& pieces, std::size_t at) {
  static constexpr std::string_view kFollowers[] = {"at", "from", "between", "for",   "and",    "to",
                                                    "in", "when", "with",    "after", "before", "of"};
  if (at >= pieces.size()) return true;
  if (pieces[at].kind == TokenKind::mark) return !pieces[at].is("%") && !pieces[at].is("/");
  return std::find(std::begin(kFollowers), std::end(kFollowers), pieces[at].word) != std::end(kFollowers) &&
         !pieces[at].joined();
}

bool is_year_opener(std::string_view word) {
  static constexpr std::string_view kOpeners[] = {"in", "of", "since", "by", "until", "from", "before", "after", "to"};
  return std::find(std::begin(kOpeners), std::end(kOpeners), word) != std::end(kOpeners);
}

}  // namespace

std::size_t DateReader::month_at(const Pieces& pieces, std::size_t at, int& month) const {
  const auto match = words_.at(TimeWord::month, pieces, at);
  if (!match) return 0;
  month = match.value;
  const bool stop =
      (is(pieces, at + 1, ".") || is(pieces, at + 1, "/")) && pieces[at + 1].gap == Gap::none && at + 2 < pieces.size();
  return stop ? 2 : 1;
}

DateReader::Year DateReader::year_at(const Pieces& pieces, std::size_t at) const {
  const bool cut_short = is(pieces, at, "'") && at + 1 < pieces.size() && pieces[at + 1].gap == Gap::none;
  if (cut_short && pieces[at + 1].word.size() == 2) {  // "'98"
    const auto two = digits_at(pieces, at + 1, 2);
    return two ? Year{2, full_year(*two, 2)} : Year{};
  }
  if (at >= pieces.size() || !numerals_.may_begin(pieces[at])) return {};
  if (const auto digits = digits_at(pieces, at, 4)) {
    const bool year = pieces[at].word.size() == 4 && *digits >= kFirstYear && *digits <= kLastYear;
    return year ? Year{1, *digits} : Year{};
  }
  const auto first = numerals_.read_cardinal(pieces, at);
  if (!first || first->digits || first->value != std::floor(first->value)) return {};
  if (first->value >= kFirstYear && first->value <= kLastYear) return {first->size(), static_cast<int>(first->value)};
  if (first->value < 11 || first->value > 21) return {};
  if (is(pieces, first->last, "oh")) {  // "nineteen oh four"
    const auto unit = numerals_.read_cardinal(pieces, first->last + 1);
    if (!unit || unit->digits || unit->value < 1 || unit->value > 9) return {};
    return {unit->last - at, static_cast<int>(first->value) * kCentury + static_cast<int>(unit->value)};
  }
  const auto second = numerals_.read_cardinal(pieces, first->last);
  if (!second || second->digits || second->value < 10 || second->value >= kCentury) return {};
  return {second->last - at, static_cast<int>(first->value) * kCentury + static_cast<int>(second->value)};
}

DateReader::Year DateReader::day_at(const Pieces& pieces, std::size_t at) const {
  constexpr int kLastDay = 31;
  if (at >= pieces.size() || !numerals_.may_begin(pieces[at])) return {};
  if (const auto digits = digits_at(pieces, at, 2))
    return *digits >= 1 && *digits <= kLastDay ? Year{1, *digits} : Year{};
  auto number = numerals_.read_ordinal(pieces, at);
  if (!number) number = numerals_.read_cardinal(pieces, at);
  if (!number || (number->digits && number->form != Numeral::Form::ordinal) || number->scaled) return {};
  if (number->value < 1 || number->value > kLastDay || number->value != std::floor(number->value)) return {};
  return {number->size(), static_cast<int>(number->value)};
}

// ", 2018", "of 1995", "in 2020", "2018", "of 87".
void DateReader::take_year(const Pieces& pieces, PartialDate& date) const {
  std::size_t at = date.last;
  const bool of = is(pieces, at, "of") || is(pieces, at, "in");
  if (is(pieces, at, ",") || of) ++at;
  if (is(pieces, at, "the") && is(pieces, at + 1, "year")) at += 2;
  const Year year = year_at(pieces, at);
  if (year.length > 0) {
    date.year = year.value;
    date.last = at + year.length;
  } else if (is(pieces, date.last, "of") && date.day) {
    const auto two = digits_at(pieces, at, 2);
    if (!two || pieces[at].word.size() != 2) return;
    date.year = full_year(*two, 2);
    date.last = at + 1;
  } else if (date.day && at == date.last) {  // "Nov 23 12" at the end of a clause
    const auto two = digits_at(pieces, at, 2);
    const bool ends = at + 1 >= pieces.size() || pieces[at + 1].is(".") || pieces[at + 1].is(")");
    if (!two || !ends || pieces[at].word.size() != 2 || pieces[at].gap != Gap::space) return;
    date.year = full_year(*two, 2);
    ++date.last;
  }
}

std::optional<PartialDate> DateReader::month_first(const Pieces& pieces, std::size_t at) const {
  int month = 0;
  const std::size_t length = month_at(pieces, at, month);
  if (length == 0) return std::nullopt;
  PartialDate date{at, at + length, std::nullopt, month, std::nullopt, std::nullopt};
  std::size_t next = date.last;
  if (is(pieces, next, "the")) ++next;
  const bool slash = next > at + 1 && is(pieces, next - 1, "/");
  const Year day = day_at(pieces, next);
  const bool is_year = year_at(pieces, next).length > day.length && year_at(pieces, next + day.length).length == 0;
  const bool scaled = next + day.length < pieces.size() && pieces[next + day.length].is("%");
  if (day.length > 0 && !is_year && !scaled) {
    date.day = day.value;
    date.last = next + day.length;
    if (slash && is(pieces, date.last, "/") && year_at(pieces, date.last + 1).length > 0) ++date.last;  // "Aug/18/2015"
  } else if (length == 2 && pieces[at + 1].span.end == pieces.back().span.end) {
    date.last = at + 1;  // the stop ends the sentence
  }
  take_year(pieces, date);
  return date;
}

std::optional<PartialDate> DateReader::day_first(const Pieces& pieces, std::size_t at) const {
  const std::size_t begin = is(pieces, at, "the") ? at + 1 : at;
  const Year day = day_at(pieces, begin);
  if (day.length == 0) return std::nullopt;
  std::size_t next = begin + day.length;
  if (is(pieces, next, "day")) ++next;
  if (is(pieces, next, "of")) ++next;
  const bool slash = is(pieces, next, "/") && pieces[next].gap == Gap::none;
  if (slash) ++next;
  int month = 0;
  const std::size_t length = month_at(pieces, next, month);
  if (length == 0) return std::nullopt;
  PartialDate date{at, next + length, std::nullopt, month, day.value, std::nullopt};
  if (slash && is(pieces, date.last, "/")) ++date.last;
  const auto short_year = digits_at(pieces, date.last, 2);
  const bool joined = short_year && pieces[date.last].word.size() == 2 && pieces[date.last].gap == Gap::hyphen;
  if (joined && pieces[next].gap == Gap::hyphen) {  // "1-Aug-18"
    date.year = full_year(*short_year, 2);
    ++date.last;
    return date;
  }
  take_year(pieces, date);
  return date;
}

// "2017 april", "2019-aug-1", "2015, August 18".
std::optional<PartialDate> DateReader::year_first(const Pieces& pieces, std::size_t at) const {
  const auto year = digits_at(pieces, at, 4);
  if (!year || pieces[at].word.size() != 4 || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  int month = 0;
  const std::size_t next = is(pieces, at + 1, ",") ? at + 2 : at + 1;
  const std::size_t length = month_at(pieces, next, month);
  if (length == 0) return std::nullopt;
  PartialDate date{at, next + length, *year, month, std::nullopt, std::nullopt};
  const Year day = day_at(pieces, date.last);
  if (day.length == 0 && next > at + 1) return std::nullopt;  // "In 2015, August was wet"
  if (day.length > 0) {
    date.day = day.value;
    date.last += day.length;
  }
  return date;
}

// The numbers of a date written in digits: of one piece with dots, or of pieces parted by hyphens or by slashes.
DateReader::DigitParts DateReader::digit_parts(const Pieces& pieces, std::size_t at) {
  DigitParts found{{}, at + 1, false, false};
  const std::string_view word = pieces[at].word;
  constexpr std::size_t kMonthOfYear = 7;  // "02.2015"
  if (word.size() == kMonthOfYear && word[2] == '.' && (word.substr(3, 2) == "19" || word.substr(3, 2) == "20")) {
    found.parts = {word.substr(0, 2), word.substr(3)};
    return found;
  }
  if (std::count(word.begin(), word.end(), '.') == 2) {
    const std::size_t first = word.find('.');
    const std::size_t second = word.rfind('.');
    found.dots = true;
    found.parts = {word.substr(0, first), word.substr(first + 1, second - first - 1), word.substr(second + 1)};
    return found;
  }
  constexpr std::size_t kBasicForm = 8;  // "20150818"
  if (word.size() == kBasicForm && (word.starts_with("19") || word.starts_with("20"))) {
    found.parts = {word.substr(0, 4), word.substr(4, 2), word.substr(6)};
    return found;
  }
  const auto spaced = [&](std::size_t next) {
    return next < pieces.size() && pieces[next].kind == TokenKind::number && pieces[next].gap == Gap::space &&
           pieces[next].word.size() == 2;
  };
  if (word.size() == 4 && spaced(at + 1) && spaced(at + 2)) {  // "2015 08 18"
    found.parts = {word, pieces[at + 1].word, pieces[at + 2].word};
    found.last = at + 3;
    return found;
  }
  found.parts = {word};
  while (found.parts.size() < 3) {
    const bool slash = is(pieces, found.last, "/") && pieces[found.last].gap == Gap::none;
    const std::size_t next = slash ? found.last + 1 : found.last;
    if (next >= pieces.size() || pieces[next].kind != TokenKind::number) break;
    if (found.parts.size() == 2 && slash != is(pieces, at + 1, "/")) break;  // "10/1-11/7" are two dates
    if (pieces[next].gap != (slash ? Gap::none : Gap::hyphen)) break;
    found.parts.push_back(pieces[next].word);
    found.hyphens = !slash;
    found.last = next + 1;
  }
  return found;
}

// "2015-08-18", "2015/8/18", "10/25/2018", "23.04.2022", "2015-3", "08/2015", "20150818".
std::optional<PartialDate> DateReader::in_digits(const Pieces& pieces, std::size_t at) const {
  if (at >= pieces.size() || pieces[at].kind != TokenKind::number) return std::nullopt;
  const DigitParts written = digit_parts(pieces, at);
  const auto& parts = written.parts;
  const auto a = whole_number(parts[0], 4);
  const auto b = whole_number(parts.size() > 1 ? parts[1] : std::string_view{}, 4);
  const auto c = whole_number(parts.size() > 2 ? parts[2] : std::string_view{}, 4);
  if (!a || !b || (parts.size() == 3 && (!c || parts[1].size() > 2))) return std::nullopt;
  PartialDate date{at, written.last, std::nullopt, std::nullopt, std::nullopt, std::nullopt};
  if (parts[0].size() == 4) {
    if (parts[1].size() > 2) return std::nullopt;
    const bool two_digits = parts.size() == 2 && parts[1].size() == 2;
    if (parts.size() == 2 && ((!written.hyphens && !two_digits) || *b == *a % kCentury + 1)) return std::nullopt;
    date.year = *a;
    date.month = *b;
    date.day = c;
  } else if (parts.size() == 3 && parts[2].size() != 1 && parts[2].size() != 3) {
    const bool day_first = *a > 12 || written.dots;
    date.year = full_year(*c, parts[2].size());
    date.month = day_first ? *b : *a;
    date.day = day_first ? *a : *b;
  } else if (parts.size() == 2 && parts[1].size() == 4) {
    date.month = *a;
    date.year = *b;
  } else if (parts.size() == 2 && parts[1].size() <= 2 && (!written.hyphens || (at > 0 && is(pieces, at - 1, "on")))) {
    date.month = *a <= 12 ? *a : *b;
    date.day = *a <= 12 ? *b : *a;
    date.fraction = true;
    take_year(pieces, date);
  } else {
    return std::nullopt;
  }
  if (date.year && (*date.year < kFirstYear || *date.year > kLastYear)) return std::nullopt;
  return date;
}

// "on the 27th", "until the 3rd": a day of the month nearest publication.
std::optional<PartialDate> DateReader::bare_day(const Pieces& pieces, std::size_t at) const {
  static constexpr std::string_view kOpeners[] = {"on", "until", "till", "by", "back", "is", "was"};
  const bool opened =
      at > 0 && std::find(std::begin(kOpeners), std::end(kOpeners), pieces[at - 1].word) != std::end(kOpeners);
  if (!opened) return std::nullopt;
  const bool article = is(pieces, at, "the");
  if (const auto day = day_of_the_month(pieces, article ? at + 1 : at)) {
    const bool digits = pieces[day->last - 1].kind == TokenKind::number;  // "on 17th"; "on fifth" is none
    return article || digits ? day : std::nullopt;
  }
  const Year day = is(pieces, at - 1, "on") && article ? day_at(pieces, at + 1) : Year{};  // "on the 17 at noon"
  if (day.length == 0 || !ends_date(pieces, at + 1 + day.length)) return std::nullopt;
  return PartialDate{at, at + 1 + day.length, std::nullopt, std::nullopt, day.value, std::nullopt};
}

// "14th", "twenty-third": an ordinal that ends a phrase.
std::optional<PartialDate> DateReader::day_of_the_month(const Pieces& pieces, std::size_t at) const {
  const Year day = day_at(pieces, at);
  const std::size_t last = at + day.length;
  if (day.length == 0 || !numerals_.read_ordinal(pieces, at) || !ends_date(pieces, last) || is(pieces, last, "of"))
    return std::nullopt;
  return PartialDate{at, last, std::nullopt, std::nullopt, day.value, std::nullopt};
}

std::optional<PartialDate> DateReader::in_full(const Pieces& pieces, std::size_t at) const {
  std::optional<PartialDate> best;
  for (const auto& date :
       {month_first(pieces, at), day_first(pieces, at), year_first(pieces, at), in_digits(pieces, at)}) {
    if (date && date->real() && (!best || date->last > best->last)) best = date;
  }
  return best;
}

// "Friday", "Friday 31", "Tuesday, Aug. 14", "Tuesday (Aug. 14)".
std::optional<PartialDate> DateReader::with_weekday(const Pieces& pieces, std::size_t at) const {
  const auto weekday = words_.at(TimeWord::weekday, pieces, at);
  if (!weekday) return std::nullopt;
  std::size_t begin = at + weekday.length;
  if (is(pieces, begin, ".") && pieces[at].word.size() < 5 && begin + 1 < pieces.size()) ++begin;
  if (is(pieces, begin, ",") || is(pieces, begin, "(")) ++begin;
  if (auto date = in_full(pieces, begin)) {
    date->first = at;
    date->weekday = weekday.value;
    if (is(pieces, begin - 1, "(") && is(pieces, date->last, ")")) ++date->last;
    return date;
  }
  PartialDate date{at, at + weekday.length, std::nullopt, std::nullopt, std::nullopt, weekday.value};
  const std::size_t next = is(pieces, at + 1, "the") ? at + 2 : at + 1;
  const Year day = day_at(pieces, next);
  if (day.length > 0 && ends_date(pieces, next + day.length)) {
    date.day = day.value;
    date.last = next + day.length;
  }
  return date;
}

// "FY17", "FY 2017", "CY2017": a business year is taken for the calendar's.
std::optional<PartialDate> DateReader::business_year(const Pieces& pieces, std::size_t at) const {
  if (!is(pieces, at, "fy") && !is(pieces, at, "cy")) return std::nullopt;
  const Year year = year_at(pieces, at + 1);
  if (year.length > 0) return PartialDate{at, at + 1 + year.length, year.value, {}, {}, {}};
  const auto two = digits_at(pieces, at + 1, 2);
  if (!two || pieces[at + 1].word.size() != 2) return std::nullopt;
  return PartialDate{at, at + 2, full_year(*two, 2), {}, {}, {}};
}

// "in the year 1998", "fiscal year 1998", "fiscal 1998", "1998".
std::optional<PartialDate> DateReader::year_alone(const Pieces& pieces, std::size_t at, bool bare_year) const {
  if (const auto business = business_year(pieces, at)) return business;
  std::size_t word = is(pieces, at, "the") ? at + 1 : at;
  static constexpr std::string_view kYears[] = {"fiscal", "financial", "calendar", "school", "academic", "tax"};
  const bool kind =
      word < pieces.size() && std::find(std::begin(kYears), std::end(kYears), pieces[word].word) != std::end(kYears);
  if (kind && is(pieces, word, "fiscal") && year_at(pieces, word + 1).length > 0) {
    const Year fiscal = year_at(pieces, word + 1);
    return PartialDate{at, word + 1 + fiscal.length, fiscal.value, {}, {}, {}};
  }
  if (kind) ++word;
  const bool named = is(pieces, word, "year");
  const std::size_t of = named && is(pieces, word + 1, "of") ? 1 : 0;
  const std::size_t begin = named ? word + 1 + of : at;
  const Year year = named || bare_year || is(pieces, begin, "'") ? year_at(pieces, begin) : Year{};
  if (year.length == 0) return std::nullopt;
  const bool short_form = is(pieces, begin, "'");
  if (short_form && !named && (at == 0 || !is_year_opener(pieces[at - 1].word))) return std::nullopt;
  return PartialDate{at, begin + year.length, year.value, std::nullopt, std::nullopt, std::nullopt};
}

std::optional<PartialDate> DateReader::read(const Pieces& pieces, std::size_t at, bool bare_year) const {
  if (auto date = with_weekday(pieces, at)) return date;
  if (auto date = in_full(pieces, at)) {
    const std::size_t next = date->last;  // "Aug. 14 (Tuesday)"
    const auto weekday = is(pieces, next, "(") ? words_.at(TimeWord::weekday, pieces, next + 1) : TimeWords::Match{};
    if (weekday && date->day && is(pieces, next + 1 + weekday.length, ")")) {
      date->weekday = weekday.value;
      date->last = next + 2 + weekday.length;
    }
    return date;
  }
  if (const auto day = bare_day(pieces, at)) return day;
  return year_alone(pieces, at, bare_year);
}

}  // namespace hearsay
