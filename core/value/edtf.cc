// Calendar arithmetic is std::chrono's. An EDTF value is read left to right: an interval is cut at its solidus, each
// end is one date, and a date is a year, a month or season, a day, with unspecified digits X only where level 1 (or the
// two forms of level 2 the header names) allows them. Known limits: years have four digits; seasons cover the months of
// the northern hemisphere's meteorological seasons, winter beginning in December of its year; southern readings are not
// tried.

#include "core/value/edtf.h"

#include <fmt/format.h>

#include <chrono>

namespace hearsay {
namespace {

constexpr int kSpring = 21;  // EDTF level 1: 21 spring, 22 summer, 23 autumn, 24 winter
constexpr int kWinter = 24;

std::chrono::year_month_day to_chrono(Date date) {
  return {std::chrono::year{date.year}, std::chrono::month{static_cast<unsigned>(date.month)},
          std::chrono::day{static_cast<unsigned>(date.day)}};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<int> digits(std::string_view text) {
  int value = 0;
  if (text.empty()) return std::nullopt;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// The first and last year of "2015", "201X", "20XX"; nothing for other texts. "XXXX" is the caller's.
std::optional<std::pair<int, int>> years_of(std::string_view text) {
  std::size_t known = 0;
  while (known < text.size() && is_digit(text[known])) ++known;
  if (text.size() != 4 || known == 0 || text.substr(known).find_first_not_of('X') != std::string_view::npos) {
    return std::nullopt;
  }
  int first = *digits(text.substr(0, known));
  int last = first;
  for (std::size_t i = known; i < 4; ++i) {
    first = first * 10;
    last = last * 10 + 9;
  }
  return std::pair{first, last};
}

DayRange days_between(Date first, Date last) { return {day_of(first), day_of(last), true}; }

DayRange days_of_month(int year, int month) {
  return days_between({year, month, 1}, {year, month, days_in_month(year, month)});
}

DayRange days_of_season(int year, int season) {
  const int first_month = 3 * (season - kSpring) + 3;
  const int last_month = season == kWinter ? 2 : first_month + 2;
  const int last_year = season == kWinter ? year + 1 : year;
  return days_between({year, first_month, 1}, {last_year, last_month, days_in_month(last_year, last_month)});
}

// "XXXX", "XXXX-08", "XXXX-08-18": real in some year, but without days.
std::optional<DayRange> days_without_year(std::string_view rest) {
  constexpr int kLeapYear = 2000;
  const DayRange unknown{std::nullopt, std::nullopt, false};
  if (rest.empty()) return unknown;
  const auto month = digits(rest.substr(1, 2));
  if (rest[0] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
  if (rest.size() == 3) return unknown;
  const auto day = rest.size() == 6 && rest[3] == '-' ? digits(rest.substr(4)) : std::nullopt;
  if (!day || !valid({kLeapYear, *month, *day})) return std::nullopt;
  return unknown;
}

// What follows a year whose digits are all known: "", "-08", "-XX", "-21", "-08-18", "-08-XX", "-XX-XX".
std::optional<DayRange> days_in_year(int year, std::string_view rest) {
  if (rest.empty() || rest == "-XX" || rest == "-XX-XX") return days_between({year, 1, 1}, {year, 12, 31});
  const auto month = rest[0] == '-' ? digits(rest.substr(1, 2)) : std::nullopt;
  if (!month) return std::nullopt;
  if (rest.size() == 3 && *month >= kSpring && *month <= kWinter) return days_of_season(year, *month);
  if (*month < 1 || *month > 12) return std::nullopt;
  if (rest.size() == 3 || rest.substr(3) == "-XX") return days_of_month(year, *month);
  const auto day = rest.size() == 6 && rest[3] == '-' ? digits(rest.substr(4)) : std::nullopt;
  if (!day || !valid({year, *month, *day})) return std::nullopt;
  return days_between({year, *month, *day}, {year, *month, *day});
}

// "hh:mm:ss" with nothing, "Z", "+hh", "+hh:mm" behind.
bool is_clock_time(std::string_view text) {
  if (text.size() < 8 || text[2] != ':' || text[5] != ':') return false;
  const auto hour = digits(text.substr(0, 2));
  const auto minute = digits(text.substr(3, 2));
  const auto second = digits(text.substr(6, 2));
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return false;
  const std::string_view zone = text.substr(8);
  if (zone.empty() || zone == "Z") return true;
  const auto zone_hour = zone[0] == '+' || zone[0] == '-' ? digits(zone.substr(1, 2)) : std::nullopt;
  if (!zone_hour || *zone_hour > 14 || zone.size() < 3) return false;
  if (zone.size() == 3) return true;
  const auto zone_minute = zone.size() == 6 && zone[3] == ':' ? digits(zone.substr(4)) : std::nullopt;
  return zone_minute && *zone_minute < 60;
}

std::optional<DayRange> days_of_date(std::string_view text) {
  if (text.size() > 11 && text[10] == 'T') {
    if (!is_clock_time(text.substr(11)) || !date_from_text(text.substr(0, 10))) return std::nullopt;
    return days_of_date(text.substr(0, 10));
  }
  if (!text.empty() && (text.back() == '?' || text.back() == '~' || text.back() == '%')) text.remove_suffix(1);
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const std::string_view rest = text.substr(4);
  if (text.starts_with("XXXX")) return days_without_year(rest);
  const auto years = years_of(text.substr(0, 4));
  if (!years) return std::nullopt;
  if (years->first == years->second) return days_in_year(years->first, rest);
  if (!rest.empty()) return std::nullopt;
  return days_between({years->first, 1, 1}, {years->second, 12, 31});
}

}  // namespace

bool valid(Date date) { return date.month >= 1 && date.day >= 1 && date.day <= 31 && to_chrono(date).ok(); }

Day day_of(Date date) { return std::chrono::sys_days{to_chrono(date)}.time_since_epoch().count(); }

Date date_of(Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

int weekday_of(Day day) {
  const std::chrono::weekday weekday{std::chrono::sys_days{std::chrono::days{day}}};
  return static_cast<int>(weekday.iso_encoding()) - 1;
}

int days_in_month(int year, int month) {
  const std::chrono::year_month_day_last last{
      std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::string to_text(Date date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

std::optional<Date> date_from_text(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day || !valid({*year, *month, *day})) return std::nullopt;
  return Date{*year, *month, *day};
}

std::optional<DayRange> days_of(std::string_view edtf) {
  const std::size_t solidus = edtf.find('/');
  if (solidus == std::string_view::npos) return days_of_date(edtf);
  const std::string_view begin = edtf.substr(0, solidus);
  const std::string_view end = edtf.substr(solidus + 1);
  const bool begin_open = begin.empty() || begin == "..";
  const bool end_open = end.empty() || end == "..";
  if (begin_open && end_open) return std::nullopt;
  const auto first = begin_open ? DayRange{} : days_of_date(begin);
  const auto last = end_open ? DayRange{} : days_of_date(end);
  if (!first || !last) return std::nullopt;
  if (!first->year_known || !last->year_known) return DayRange{std::nullopt, std::nullopt, false};
  if (!begin_open && !end_open && *first->first > *last->first) return std::nullopt;
  return DayRange{first->first, last->last, true};
}

}  // namespace hearsay
