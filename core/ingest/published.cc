// The years in question are the latest one the text names as past or present, and the one after it: a report seldom
// names a year later than its own without "by" or "until", and rarely omits its own for more than a year's turn.

#include "core/ingest/published.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "core/ingest/date_order.h"
#include "core/ingest/line_pattern.h"
#include "core/value/edtf.h"

namespace hearsay {
namespace {

constexpr Day kNear = 31;     // days between a dateline and a full date that fixes its year
constexpr Day kReported = 7;  // days after an event in which it is still news
constexpr std::size_t kHeadWords = 14;
constexpr std::string_view kEndsOfDates = ",.;:|-(";
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2099;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Date date_of_written(const WrittenDate& date, int year) { return {year, date.month, date.day.value_or(1)}; }

// The latest year written out as four digits, those announced ("by 2030") left out; nullopt if there is none.
std::optional<int> latest_year(std::string_view text) {
  std::optional<int> latest;
  for (std::size_t at = text.find_first_of("12"); at != std::string_view::npos; at = text.find_first_of("12", at + 1)) {
    const bool inside =
        at > 0 && (is_digit(text[at - 1]) || text[at - 1] == ',' || text[at - 1] == '.' || text[at - 1] == '$');
    if (inside || at + 4 > text.size() || (at + 4 < text.size() && is_digit(text[at + 4]))) continue;
    int year = 0;
    const auto [end, fault] = std::from_chars(text.data() + at, text.data() + at + 4, year);
    if (fault != std::errc() || end != text.data() + at + 4 || year < kFirstYear || year > kLastYear) continue;
    const std::string_view before = text.substr(at > 10 ? at - 10 : 0, std::min<std::size_t>(at, 10));
    const bool announced = before.ends_with("by ") || before.ends_with("until ") || before.ends_with("till ") ||
                           before.ends_with("through ") || before.ends_with("before ") || before.ends_with("to ");
    if (!announced) latest = std::max(latest.value_or(year), year);
  }
  return latest;
}

// The one year in question in which the date falls on its weekday.
std::optional<int> year_of_weekday(const WrittenDate& date, std::optional<int> latest) {
  if (!date.weekday || !date.day || !latest) return std::nullopt;
  std::optional<int> fitting;
  for (const int year : {*latest, *latest + 1}) {
    const Date day = date_of_written(date, year);
    if (!valid(day) || weekday_of(day_of(day)) != *date.weekday) continue;
    fitting = year;
  }
  return fitting;
}

std::optional<int> year_of_near_date(const WrittenDate& date, const std::vector<WrittenDate>& dates) {
  std::optional<int> found;
  for (const WrittenDate& other : dates) {
    if (!other.full() || !valid(date_of_written(other, *other.year))) continue;
    for (const int year : {*other.year - 1, *other.year, *other.year + 1}) {
      const Date day = date_of_written(date, year);
      if (!valid(day) || std::llabs(day_of(day) - day_of(date_of_written(other, *other.year))) > kNear) continue;
      if (found && *found != year) return std::nullopt;  // the text fixes two years: none
      found = year;
    }
  }
  return found;
}

std::optional<Published> from_lines(const std::vector<Line>& lines, const ZonedPage& page,
                                    std::optional<DateOrder> order) {
  const Line* best = nullptr;
  const auto rank = [](const Line& line) {
    return line.date->label == DateLabel::published ? 2 : line.date->label == DateLabel::none ? 1 : 0;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (!line.date || !(line.date->date.full() || line.date->date.either)) continue;
    const bool below = page.body_end > 0 && i >= page.body_end;
    if (below && line.date->label == DateLabel::none) continue;  // the date of another story, of a comment
    if (best == nullptr || rank(line) > rank(*best)) best = &line;
  }
  if (best == nullptr) return std::nullopt;
  const WrittenDate date = in_order(best->date->date, order);
  const bool stated = best->date->label != DateLabel::updated && date.full();
  return Published{date.edtf(), stated ? DateBasis::stated : DateBasis::inferred, date.span};
}

// A line between the headline and the text that names more than a date, which begins or ends it: "Transcript of the
// evening news, 3 March 2026", "Posted by Old Miller at 14:05 on 3 March 2026". No sentence ends in it.
std::optional<Published> from_head(std::string_view text, const std::vector<Line>& lines, const ZonedPage& page,
                                   const Calendar& calendar) {
  for (std::size_t i = 1; i < std::min(page.body_begin, lines.size()); ++i) {
    const Line& line = lines[i];
    if (line.words > kHeadWords) continue;
    const Span words = line.block.words;
    const std::vector<WrittenDate> dates = calendar.dates(text, words);
    if (dates.size() != 1 || !dates.front().full()) continue;
    const Span date = dates.front().span;
    const std::string_view before = text.substr(words.begin, date.begin - words.begin);
    const std::string_view behind = text.substr(date.end, words.end - date.end);
    const bool begins =
        before.empty() && (behind.empty() || kEndsOfDates.find(behind.front()) != std::string_view::npos);
    const bool parted = before.size() > 1 && kEndsOfDates.find(before[before.size() - 2]) != std::string_view::npos;
    const bool labelled = before.ends_with(" of ") || before.find(" at ") != std::string_view::npos;
    const bool ends = behind.size() <= 1 && !line.stopped && (parted || labelled);
    if (begins || ends) return Published{dates.front().edtf(), DateBasis::stated, date};
  }
  return std::nullopt;
}

std::vector<WrittenDate> dates_in_text(std::string_view text, const std::vector<Line>& lines, const ZonedPage& page,
                                       const Calendar& calendar) {
  std::vector<WrittenDate> dates;
  for (std::size_t i = page.body_begin; i < page.body_end; ++i) {
    if (page.kinds[i] == ZoneKind::furniture) continue;
    const std::vector<WrittenDate> found = calendar.dates(text, lines[i].span());
    dates.insert(dates.end(), found.begin(), found.end());
  }
  return dates;
}

// Where a date line or the dateline has a date that can be read both ways: what the dates of the whole text tell, the
// furniture's too, else the language.
std::optional<DateOrder> order_of(std::string_view text, const std::vector<Line>& lines, const Calendar& calendar,
                                  const std::optional<WrittenDate>& dateline, std::string_view language) {
  std::optional<int> year = dateline && dateline->either ? dateline->year : std::nullopt;
  for (const Line& line : lines) {
    if (line.date && line.date->date.either) year = line.date->date.year;
  }
  if (!year) return std::nullopt;
  std::vector<WrittenDate> dates;
  for (const Line& line : lines) {
    const std::vector<WrittenDate> found = calendar.dates(text, line.span());
    dates.insert(dates.end(), found.begin(), found.end());
  }
  if (dateline && dateline->day && !dateline->year) {  // "Feb. 10" above "12/02/2026"
    dates.push_back(*dateline);
    dates.back().year = year;
  }
  const std::optional<DateOrder> order = order_in_text(text, dates);
  return order ? order : order_of_language(language);
}

Published from_dateline(WrittenDate date, const std::vector<WrittenDate>& dates, std::optional<int> latest) {
  if (date.full()) return {date.edtf(), DateBasis::stated, date.span};
  if (!date.year && date.day) date.year = year_of_near_date(date, dates);
  if (!date.year) date.year = year_of_weekday(date, latest);
  for (const WrittenDate& other : dates) {
    // a weekday in the text that fits the year fixes the dateline's too, when the two lie close
    if (date.year || !other.weekday || other.full()) continue;
    WrittenDate fixed = other;
    fixed.year = year_of_weekday(other, latest);
    if (fixed.year) date.year = year_of_near_date(date, {fixed});
  }
  return {date.edtf(), DateBasis::inferred, date.span};
}

bool announced(std::string_view text, const WrittenDate& date) {
  const std::size_t from = date.span.begin > 80 ? date.span.begin - 80 : 0;
  const std::string_view before = text.substr(from, date.span.begin - from);
  for (const std::string_view word :
       {" will ", " next ", " coming ", " upcoming ", "scheduled", " until ", " by ", "deadline", "expected"}) {
    if (before.find(word) != std::string_view::npos) return true;
  }
  return false;
}

Published from_text(std::string_view text, const std::vector<WrittenDate>& dates, std::optional<int> latest) {
  std::optional<Day> last;
  Span span;
  for (const WrittenDate& date : dates) {
    if (!date.weekday || !date.day || announced(text, date)) continue;
    const std::optional<int> year = date.year ? date.year : year_of_weekday(date, latest);
    if (!year || !valid(date_of_written(date, *year))) continue;
    const Day day = day_of(date_of_written(date, *year));
    if (weekday_of(day) != *date.weekday || (last && day <= *last)) continue;
    last = day;
    span = date.span;
  }
  if (!last) return {};
  const std::string month = to_text(date_of(*last + kReported)).substr(0, 7);
  return {to_text(date_of(*last)) + "/" + month, DateBasis::inferred, span};
}

}  // namespace

Published published(std::string_view text, const std::vector<Line>& lines, const ZonedPage& page,
                    const Calendar& calendar, const std::optional<WrittenDate>& written_dateline,
                    std::string_view language) {
  const std::optional<DateOrder> order = order_of(text, lines, calendar, written_dateline, language);
  std::optional<WrittenDate> dateline = written_dateline;
  if (dateline) dateline = in_order(*dateline, order);
  const std::optional<Published> line = from_lines(lines, page, order);
  if (line && line->basis == DateBasis::stated) return *line;
  if (dateline && dateline->full()) return from_dateline(*dateline, {}, std::nullopt);
  if (line) return *line;
  if (const std::optional<Published> head = from_head(text, lines, page, calendar)) return *head;
  std::vector<WrittenDate> dates = dates_in_text(text, lines, page, calendar);
  for (WrittenDate& date : dates) date = in_order(date, order);
  std::erase_if(dates, [](const WrittenDate& date) { return date.either; });
  const std::optional<int> latest = latest_year(text);
  return dateline ? from_dateline(*dateline, dates, latest) : from_text(text, dates, latest);
}

}  // namespace hearsay
