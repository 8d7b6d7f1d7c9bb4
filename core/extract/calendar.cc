// Easter after the anonymous Gregorian computus as printed by Meeus, "Astronomical Algorithms" (1991), chapter 8.

#include "core/extract/calendar.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearsay {
namespace {

// "2015-08-18", "XXXX-08", "2025?": the parts that are digits.
Publication parts_of(std::string_view date) {
  const auto number = [&](std::size_t at, std::size_t size) -> std::optional<int> {
    if (date.size() < at + size) return std::nullopt;
    int value = 0;
    for (const char c : date.substr(at, size)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  Publication parts{number(0, 4), number(5, 2), std::nullopt};
  if (parts.month && *parts.month > 12) parts.month.reset();
  if (parts.month) parts.day_of_month = number(8, 2);
  return parts;
}

std::string shortest(Days days, bool as_first) {
  const Date first = date_of(days.first);
  const Date last = date_of(days.last);
  const Date edge = as_first ? first : last;
  const bool at_edge = as_first ? first.day == 1 : last.day == days_in_month(last.year, last.month);
  const bool whole_months = first.day == 1 && last.day == days_in_month(last.year, last.month);
  if (whole_months && first.month == 1 && last.month == 12) return fmt::format("{:04}", edge.year);
  if (whole_months && at_edge) return fmt::format("{:04}-{:02}", edge.year, edge.month);
  return to_text(edge);
}

}  // namespace

std::optional<Day> Publication::day() const {
  if (!year || !month || !day_of_month || !valid({*year, *month, *day_of_month})) return std::nullopt;
  return day_of({*year, *month, *day_of_month});
}

Publication Publication::from_edtf(std::string_view edtf) {
  if (!days_of(edtf)) return {};
  const std::size_t solidus = edtf.find('/');
  if (solidus == std::string_view::npos) return parts_of(edtf);
  Publication first = parts_of(edtf.substr(0, solidus));
  const Publication last = parts_of(edtf.substr(solidus + 1));
  if (first.year != last.year) return {};
  if (first.month != last.month) return {first.year, std::nullopt, std::nullopt};
  if (first.day_of_month != last.day_of_month) first.day_of_month.reset();
  return first;
}

Days year_days(int year) { return {day_of({year, 1, 1}), day_of({year, 12, 31})}; }

Days month_days(int year, int month) { return months_between(year, month, 1); }

Days months_between(int year, int first_month, int months) {
  const int first = year * 12 + first_month - 1;
  const int last = first + months - 1;
  const Date end{last / 12, last % 12 + 1, days_in_month(last / 12, last % 12 + 1)};
  return {day_of({first / 12, first % 12 + 1, 1}), day_of(end)};
}

Days week_of(Day day) {
  const Day monday = day - weekday_of(day);
  return {monday, monday + 6};
}

Days quarter_days(int year, int quarter) { return months_between(year, 3 * quarter - 2, 3); }

Days season_days(int year, int season) { return months_between(year, 3 * (season - 21) + 3, 3); }

Days decade_days(int year) {
  const int first = year - year % 10;
  return {day_of({first, 1, 1}), day_of({first + 9, 12, 31})};
}

Day shift_months(Day day, int months) {
  const Date date = date_of(day);
  const int month = date.year * 12 + date.month - 1 + months;
  const int year = month / 12;
  return day_of({year, month % 12 + 1, std::min(date.day, days_in_month(year, month % 12 + 1))});
}

Day easter_sunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return day_of({year, n / 31, n % 31 + 1});
}

std::string edtf_of(Days days) {
  if (days.first == days.last) return to_text(date_of(days.first));
  const std::string first = shortest(days, true);
  const std::string last = shortest(days, false);
  if (first == last) return first;
  if (first.size() == 4 && last.size() == 4 && first[3] == '0' && last == first.substr(0, 3) + "9") {
    return first.substr(0, 3) + "X";
  }
  return first + "/" + last;
}

std::string edtf_from(Days days) { return shortest(days, true) + "/.."; }

std::string edtf_until(Days days) {
  const Date last = date_of(days.last);
  if (last.month == 12 && last.day == 31) return fmt::format("../{:04}", last.year);
  return "../" + shortest(days, false);
}

}  // namespace hearsay
