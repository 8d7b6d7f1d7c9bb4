// Dates of a text that decide: those in figures with a day above twelve, those with the month's name.

#include "core/ingest/date_order.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

#include "core/text/normalise.h"
#include "core/value/edtf.h"

namespace hearsay {
namespace {

constexpr Day kNear = 31;                // days
constexpr std::size_t kMostDates = 200;  // of a text that are held against each other

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Day day_of_written(const WrittenDate& date) { return day_of(Date{*date.year, date.month, *date.day}); }

// "25/12/2025", "12-25-2025": which came first. Nothing for any other form.
std::optional<DateOrder> order_of(std::string_view text, const WrittenDate& date) {
  if (!date.full() || date.month == *date.day) return std::nullopt;
  std::string_view words = date.span.of(text);
  while (!words.empty() && !is_digit(words.front())) words.remove_prefix(1);  // a weekday
  const std::size_t mark = words.find_first_not_of("0123456789");
  if (mark > 2 || mark == std::string_view::npos || (words[mark] != '/' && words[mark] != '-') ||
      mark + 1 >= words.size() || !is_digit(words[mark + 1]))
    return std::nullopt;
  return std::stoi(std::string(words.substr(0, mark))) == *date.day ? DateOrder::day_first : DateOrder::month_first;
}

// Takes in what one more date says; false where it contradicts.
bool agree(std::optional<DateOrder>& found, std::optional<DateOrder> said) {
  if (!said) return true;
  if (found && *found != *said) return false;
  found = said;
  return true;
}

// The one reading of a date that lies near a full one.
std::optional<DateOrder> nearer(const WrittenDate& date, const std::vector<WrittenDate>& dates) {
  bool near[2] = {false, false};
  for (std::size_t i = 0; i < std::min(dates.size(), kMostDates); ++i) {
    const WrittenDate& other = dates[i];
    if (!other.full()) continue;
    for (const DateOrder order : {DateOrder::day_first, DateOrder::month_first}) {
      const Day distance = day_of_written(in_order(date, order)) - day_of_written(other);
      if (std::llabs(distance) <= kNear) near[order == DateOrder::day_first ? 0 : 1] = true;
    }
  }
  if (near[0] == near[1]) return std::nullopt;
  return near[0] ? DateOrder::day_first : DateOrder::month_first;
}

}  // namespace

std::optional<DateOrder> order_of_language(std::string_view language) {
  const std::string folded = fold(language);
  if (folded.empty() || folded == "en") return std::nullopt;
  const bool american = folded == "en-us" || folded == "en_us" || folded == "en-ph" || folded == "fil" ||
                        folded == "tl" || folded.starts_with("fil-") || folded.starts_with("es-us");
  return american ? DateOrder::month_first : DateOrder::day_first;
}

std::optional<DateOrder> order_in_text(std::string_view text, const std::vector<WrittenDate>& dates) {
  std::optional<DateOrder> found;
  for (const WrittenDate& date : dates) {
    if (!agree(found, order_of(text, date))) return std::nullopt;
  }
  if (found) return found;
  for (std::size_t i = 0; i < std::min(dates.size(), kMostDates); ++i) {
    const WrittenDate& date = dates[i];
    if (date.either && !agree(found, nearer(date, dates))) return std::nullopt;
  }
  return found;
}

WrittenDate in_order(WrittenDate date, std::optional<DateOrder> order) {
  if (!date.either || !order) return date;
  date.either = false;
  if (*order == DateOrder::month_first) std::swap(date.month, *date.day);
  return date;
}

}  // namespace hearsay
