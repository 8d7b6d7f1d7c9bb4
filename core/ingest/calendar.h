#pragma once
// Calendar dates as pages write them: "Friday, July 31", "Aug. 18", "4th November 2024", "2024-11-04", "04.11.2024".
// Only what stands there: no year is guessed, no relative day is resolved (that is the work of core/extract/times.h).

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/value/span.h"

namespace hearsay {

struct WrittenDate {
  Span span;
  std::optional<int> year;
  int month = 1;
  std::optional<int> day;
  std::optional<int> weekday;  // 0 = Monday
  bool either = false;         // "04/05/2024" could be read both ways; `day` and `month` are as if the day stood first

  [[nodiscard]] bool full() const { return year && day && !either; }
  // "2024-11-04", "2024-11", "XXXX-08-18", "XXXX-08"; of what could be read both ways the year, "2024".
  [[nodiscard]] std::string edtf() const;

  friend bool operator==(const WrittenDate&, const WrittenDate&) = default;
};

// The names of months and weekdays: tables "calendar" and "calendar-abroad".
class Calendar {
 public:
  explicit Calendar(const Lexicon& lexicon);

  // The dates inside `within`, in order, not overlapping. A day that no month has ("31 June") is none, nor is a month
  // alone without a year. Of "04/05/2024" a weekday in front of it decides which is the day; core/ingest/date_order.h
  // looks further. With dots the day stands first. Linear.
  [[nodiscard]] std::vector<WrittenDate> dates(std::string_view text, Span within) const;

  [[nodiscard]] bool knows(const std::string& folded_word) const { return names_.contains(folded_word); }

 private:
  enum class Unit { none, month, weekday };
  struct Name {
    Unit unit = Unit::none;
    int number = 0;  // 1-12, or 0 = Monday
  };
  std::unordered_map<std::string, Name> names_;

  struct Reading;
};

}  // namespace hearsay
