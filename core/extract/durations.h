#pragma once
// Lengths of time: "three days", "18 months", "two and a half years", "2 hours and 30 minutes", "half an hour".

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/extract/calendar.h"
#include "core/extract/numerals.h"
#include "core/extract/pieces.h"
#include "core/extract/time_words.h"

namespace hearsay {

struct Duration {
  std::size_t first = 0;  // pieces [first, last)
  std::size_t last = 0;
  double years = 0;
  double months = 0;
  double weeks = 0;
  double days = 0;
  double hours = 0;
  double minutes = 0;
  double seconds = 0;
  TimeUnit unit = TimeUnit::day;  // the largest one written
  bool compound = false;          // more than one unit is written
  bool vague = false;             // "a few days"
  bool article = false;           // "a year", "an hour": a length only beside words that say so

  static Duration of(TimeUnit unit, double count);
  [[nodiscard]] std::string iso() const;  // ISO 8601, "P3D", "PT2H30M"
};

class DurationReader {
 public:
  DurationReader(const TimeWords& words, const NumeralReader& numerals) : words_(words), numerals_(numerals) {}

  // The longest duration that begins at piece `at`. Not longer than ten thousand years.
  // `compound` false: of one unit only.
  [[nodiscard]] std::optional<Duration> read(const std::vector<Piece>& pieces, std::size_t at,
                                             bool compound = true) const;

 private:
  struct Count {
    std::size_t last = 0;
    double value = 0;
    bool article = false;
    bool vague = false;
  };
  [[nodiscard]] std::optional<Count> count_at(const std::vector<Piece>& pieces, std::size_t at) const;
  [[nodiscard]] bool add_part(const std::vector<Piece>& pieces, std::size_t at, Duration& duration) const;

  const TimeWords& words_;
  const NumeralReader& numerals_;
};

// The day a duration away from `day`, back for sign -1; nothing outside the years 1 to 9999. Hours and less count no
// day.
std::optional<Day> shift(Day day, const Duration& duration, int sign);

// The days within years 1 to 9999, so that every one can be written.
bool can_be_written(Days days);

}  // namespace hearsay
