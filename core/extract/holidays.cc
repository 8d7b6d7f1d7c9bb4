// The rules of holidays.tsv: a day of the year, days from Easter, or the nth weekday of a month with days from it.

#include "core/extract/holidays.h"

#include <charconv>
#include <string_view>

#include "core/extract/calendar.h"

namespace hearsay {
namespace {

int number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int weekday_named(std::string_view name) {
  constexpr std::string_view kNames[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  for (int i = 0; i < 7; ++i) {
    if (kNames[i] == name) return i;
  }
  return 0;
}

// "12-25", "easter-2", "4-thursday-11+1", "last-monday-05".
Holiday holiday_from(std::string_view rule) {
  constexpr std::string_view kEaster = "easter";
  if (rule.starts_with(kEaster)) return {Holiday::Rule::easter, 1, 1, 0, 1, number(rule.substr(kEaster.size()))};
  const std::size_t first = rule.find('-');
  const std::size_t second = rule.find('-', first + 1);
  if (second == std::string_view::npos) {
    return {Holiday::Rule::fixed, number(rule.substr(0, first)), number(rule.substr(first + 1)), 0, 1, 0};
  }
  const std::string_view month = rule.substr(second + 1);
  const std::string_view nth = rule.substr(0, first);
  return {Holiday::Rule::weekday,
          number(month.substr(0, 2)),
          1,
          weekday_named(rule.substr(first + 1, second - first - 1)),
          nth == "last" ? 0 : number(nth),
          month.size() > 2 ? number(month.substr(2)) : 0};
}

}  // namespace

HolidayReader::HolidayReader(const Lexicon& lexicon, Vocabulary& vocabulary) {
  const Table& table = lexicon.table("holidays");
  for (const Table::Row& row : table.rows()) {
    names_.add(vocabulary, row.key, holiday_from(table.cell(row, "day")));
  }
}

Day day_of_holiday(const Holiday& holiday, int year) {
  switch (holiday.rule) {
    case Holiday::Rule::fixed:
      return day_of({year, holiday.month, holiday.day});
    case Holiday::Rule::easter:
      return easter_sunday(year) + holiday.shift;
    case Holiday::Rule::weekday:
      break;
  }
  if (holiday.nth == 0) {
    const Day last = month_days(year, holiday.month).last;
    return last - (weekday_of(last) - holiday.weekday + 7) % 7 + holiday.shift;
  }
  const Day first = day_of({year, holiday.month, 1});
  return first + (holiday.weekday - weekday_of(first) + 7) % 7 + 7 * (holiday.nth - 1) + holiday.shift;
}

}  // namespace hearsay
