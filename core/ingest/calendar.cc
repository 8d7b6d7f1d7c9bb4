// The text is cut into runs of letters and runs of digits; a date is a short sequence of them with little in between.
// At each run the forms are tried in turn (numeric, day first, month first), then a weekday in front is taken in.

#include "core/ingest/calendar.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "core/text/normalise.h"
#include "core/text/utf8.h"
#include "core/value/edtf.h"

namespace hearsay {
namespace {

constexpr int kMinYear = 1600;
constexpr int kMaxYear = 2199;
constexpr std::size_t kMaxDigits = 4;
constexpr std::size_t kMaxName = 24;  // bytes of the longest name of a month or weekday worth folding

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

struct Run {
  Span span;
  bool digits = false;
};

std::vector<Run> runs_of(std::string_view text, Span within) {
  std::vector<Run> runs;
  for (std::size_t at = within.begin; at < within.end;) {
    const bool digits = is_digit(text[at]);
    std::size_t end = at;
    if (digits) {
      while (end < within.end && is_digit(text[end])) ++end;
    } else {
      // punctuation beyond ASCII and no-break spaces separate, letters beyond ASCII do not
      while (end < within.end && is_letter(text[end])) {
        const std::size_t length = code_point_at(text, end).length;
        const char32_t c = code_point_at(text, end).value;
        if (c == 0xA0 || (c >= 0x2000 && c <= 0x206F) || c == 0x3000 || c == 0xFEFF) break;
        end += length;
      }
    }
    if (end == at) {
      at += code_point_at(text, at).length;
      continue;
    }
    runs.push_back({{at, end}, digits});
    at = end;
  }
  return runs;
}

std::optional<int> number(std::string_view text, const Run& run) {
  if (!run.digits || run.span.size() > kMaxDigits) return std::nullopt;
  int value = 0;
  std::from_chars(text.data() + run.span.begin, text.data() + run.span.end, value);
  return value;
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool real_day(std::optional<int> year, int month, int day) {
  return day >= 1 && day <= days_in_month(year.value_or(2000), month);  // 2000: a leap year, for 29 February
}

bool falls_on_weekday(int year, int month, int day, int weekday) {
  return weekday_of(day_of(Date{year, month, day})) == weekday;
}

// Takes the one reading that falls on the weekday that stands with it.
void decide_by_weekday(WrittenDate& date) {
  if (!date.either) return;
  const bool day_first = falls_on_weekday(*date.year, date.month, *date.day, *date.weekday);
  const bool month_first = falls_on_weekday(*date.year, *date.day, date.month, *date.weekday);
  date.either = day_first == month_first;
  if (month_first && !day_first) std::swap(date.month, *date.day);
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::string WrittenDate::edtf() const {
  if (either) return std::to_string(*year);
  return (year ? std::to_string(*year) : "XXXX") + "-" + two_digits(month) + (day ? "-" + two_digits(*day) : "");
}

Calendar::Calendar(const Lexicon& lexicon) {
  for (const std::string_view name : {"calendar", "calendar-abroad"}) {
    const Table& table = lexicon.table(name);
    for (const Table::Row& row : table.rows()) {
      const std::string& kind = table.cell(row, "kind");
      if (kind != "month" && kind != "weekday") continue;
      names_.try_emplace(
          row.key, Name{kind == "month" ? Unit::month : Unit::weekday, std::atoi(table.cell(row, "value").c_str())});
    }
  }
}

// One pass over the runs of a stretch of text.
struct Calendar::Reading {
  const Calendar& calendar;
  std::string_view text;
  std::vector<Run> runs;
  std::vector<Name> names;  // one a run

  Reading(const Calendar& of, std::string_view words, Span within)
      : calendar(of), text(words), runs(runs_of(words, within)) {
    names.reserve(runs.size());
    for (const Run& run : runs) {
      Name name{Unit::none, 0};
      if (!run.digits && run.span.size() <= kMaxName) {
        const auto found = calendar.names_.find(fold(run.span.of(text)));
        if (found != calendar.names_.end()) name = found->second;
      }
      names.push_back(name);
    }
  }

  [[nodiscard]] bool month_at(std::size_t i) const { return i < runs.size() && names[i].unit == Unit::month; }
  [[nodiscard]] bool weekday_at(std::size_t i) const { return i < runs.size() && names[i].unit == Unit::weekday; }

  // What stands between two runs, at most three bytes of blanks and punctuation; "\n" (never matched) where more does.
  [[nodiscard]] std::string between(std::size_t i) const {
    if (i + 1 >= runs.size()) return "\n";
    const Span gap{runs[i].span.end, runs[i + 1].span.begin};
    return gap.size() > 4 ? "\n" : fold_spaces(gap.of(text)) + (gap.empty() ? "" : " ");
  }
  [[nodiscard]] bool near(std::size_t i) const { return one_of(between(i), {"", " ", ", ", ". ", "., ", "- "}); }

  std::optional<int> number_at(std::size_t i) const { return i < runs.size() ? number(text, runs[i]) : std::nullopt; }

  // The last run of a day's number at `i`: its ordinal ending, if it has one.
  [[nodiscard]] std::size_t day_end(std::size_t i) const {
    const bool ordinal = i + 1 < runs.size() && runs[i + 1].span.begin == runs[i].span.end &&
                         one_of(fold(runs[i + 1].span.of(text)), {"st", "nd", "rd", "th", "er", "º"});
    return ordinal ? i + 1 : i;
  }

  // The run behind `i`, "of" left out.
  [[nodiscard]] std::size_t behind(std::size_t i) const {
    return i + 1 < runs.size() && one_of(fold(runs[i + 1].span.of(text)), {"of", "de"}) ? i + 2 : i + 1;
  }

  std::optional<int> year_at(std::size_t i) const {
    const std::optional<int> value = number_at(i);
    return value && runs[i].span.size() == 4 && *value >= kMinYear && *value <= kMaxYear ? value : std::nullopt;
  }

  // Year behind run `i` (the end of day or month), passing over "de"; moves `i` to it.
  std::optional<int> year_after(std::size_t& i) const {
    const std::size_t next = behind(i);
    if (next >= runs.size() || !near(next - 1)) return std::nullopt;
    const std::optional<int> year = year_at(next);
    if (year) i = next;
    return year;
  }

  // 2024-11-04, 2024/11/04, 04.11.2024, 25/12/2024; `i` is moved to the last run.
  std::optional<WrittenDate> numeric(std::size_t& i) const {
    if (!number_at(i) || !number_at(i + 1) || !number_at(i + 2)) return std::nullopt;
    const std::string_view first = Span{runs[i].span.end, runs[i + 1].span.begin}.of(text);
    const std::string_view second = Span{runs[i + 1].span.end, runs[i + 2].span.begin}.of(text);
    if (first != second || !one_of(first, {"-", "/", "."})) return std::nullopt;
    if (runs[i + 1].span.size() > 2) return std::nullopt;
    const int middle = *number_at(i + 1);
    std::optional<int> year = year_at(i);
    int month = middle;
    int day = *number_at(i + 2);
    bool either = false;
    if (!year) {
      year = year_at(i + 2);
      day = *number_at(i);
      if (!year || runs[i].span.size() > 2) return std::nullopt;
      if (middle > 12) std::swap(month, day);
      either = first != "." && day <= 12 && month != day && month <= 12;
    }
    if (month < 1 || month > 12 || !real_day(year, month, day)) return std::nullopt;
    WrittenDate date{{runs[i].span.begin, runs[i + 2].span.end}, year, month, day, std::nullopt, either};
    i += 2;
    return date;
  }

  // 4 November 2024, 4th of November, 18-Aug-2015
  std::optional<WrittenDate> day_first(std::size_t& i) const {
    const std::optional<int> day = number_at(i);
    if (!day || runs[i].span.size() > 2) return std::nullopt;
    const std::size_t month = behind(day_end(i));
    if (!month_at(month) || !near(month - 1)) return std::nullopt;
    std::size_t last = month;
    const std::optional<int> year = year_after(last);
    if (!real_day(year, names[month].number, *day)) return std::nullopt;
    WrittenDate date{{runs[i].span.begin, runs[last].span.end}, year, names[month].number, day, std::nullopt};
    i = last;
    return date;
  }

  // November 4, 2024; Aug. 18; November 2024
  std::optional<WrittenDate> month_first(std::size_t& i) const {
    if (!month_at(i)) return std::nullopt;
    const int month = names[i].number;
    std::size_t last = i;
    const std::optional<int> day = near(i) ? number_at(i + 1) : std::nullopt;
    std::optional<int> year;
    if (day && runs[i + 1].span.size() <= 2 && real_day(std::nullopt, month, *day)) {
      last = day_end(i + 1);
      year = year_after(last);
      if (!real_day(year, month, *day)) return std::nullopt;
      WrittenDate date{{runs[i].span.begin, runs[last].span.end}, year, month, day, std::nullopt};
      i = last;
      return date;
    }
    const bool of_day = i > 0 && runs[i - 1].digits && runs[i - 1].span.size() <= 2 && near(i - 1);  // "31 June 2024"
    year = of_day ? std::nullopt : year_after(last);
    if (!year) return std::nullopt;
    WrittenDate date{{runs[i].span.begin, runs[last].span.end}, year, month, std::nullopt, std::nullopt};
    i = last;
    return date;
  }
};

std::vector<WrittenDate> Calendar::dates(std::string_view text, Span within) const {
  const Reading reading(*this, text, within);
  std::vector<WrittenDate> found;
  for (std::size_t i = 0; i < reading.runs.size(); ++i) {
    const std::size_t first = i;
    std::optional<WrittenDate> date = reading.numeric(i);
    if (!date) date = reading.day_first(i);
    if (!date) date = reading.month_first(i);
    if (!date) continue;
    if (first > 0 && reading.weekday_at(first - 1) && reading.near(first - 1)) {
      date->weekday = reading.names[first - 1].number;
      date->span.begin = reading.runs[first - 1].span.begin;
      decide_by_weekday(*date);
    }
    found.push_back(*date);
  }
  return found;
}

}  // namespace hearsay
