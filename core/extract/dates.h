#pragma once
// Dates that name parts of the calendar: "Aug. 18", "Friday, July 31, 2020", "18th of August", "January 2009",
// "2019-08-01", "10/25/2018", "2009", "Friday". Which year is meant where none is named depends on the day of
// publication.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/extract/calendar.h"
#include "core/extract/numerals.h"
#include "core/extract/pieces.h"
#include "core/extract/time_words.h"

namespace hearsay {

struct PartialDate {
  std::size_t first = 0;  // pieces [first, last)
  std::size_t last = 0;
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> weekday;  // 0 = Monday
  bool fraction = false;       // "10/25": might as well be a fraction

  [[nodiscard]] bool is_day() const { return day && month; }
  [[nodiscard]] bool real() const;  // the calendar has it
};

// Where a time expression lies. Neither placed nor partial: nothing of it is known without the day of publication.
struct Placed {
  std::optional<Days> days;
  std::string partial;          // EDTF without a year: "XXXX-07-24"
  bool weekday_misfit = false;  // the stated weekday is not that of the stated day
};

class DateReader {
 public:
  DateReader(const TimeWords& words, const NumeralReader& numerals) : words_(words), numerals_(numerals) {}

  // The longest date that begins at piece `at`. A bare number is taken for a year only where `bare_year` allows it.
  [[nodiscard]] std::optional<PartialDate> read(const std::vector<Piece>& pieces, std::size_t at, bool bare_year) const;

  // A year at piece `at`: "2009", "two thousand and twenty", "nineteen eighty-six". Pieces and value.
  struct Year {
    std::size_t length = 0;
    int value = 0;
  };
  [[nodiscard]] Year year_at(const std::vector<Piece>& pieces, std::size_t at) const;

  // "14th", "the fifth" without its article: a day of a month not named.
  [[nodiscard]] std::optional<PartialDate> day_of_the_month(const std::vector<Piece>& pieces, std::size_t at) const;

  // A day of the month at piece `at`: "18", "18th", "twenty-third". Pieces and value.
  [[nodiscard]] Year day_at(const std::vector<Piece>& pieces, std::size_t at) const;

 private:
  using Pieces = std::vector<Piece>;

  [[nodiscard]] std::optional<PartialDate> month_first(const Pieces& pieces, std::size_t at) const;
  [[nodiscard]] std::optional<PartialDate> day_first(const Pieces& pieces, std::size_t at) const;
  [[nodiscard]] std::optional<PartialDate> year_first(const Pieces& pieces, std::size_t at) const;
  struct DigitParts {
    std::vector<std::string_view> parts;
    std::size_t last;
    bool dots;
    bool hyphens;  // before the last part
  };
  [[nodiscard]] static DigitParts digit_parts(const Pieces& pieces, std::size_t at);
  [[nodiscard]] std::optional<PartialDate> in_full(const Pieces& pieces, std::size_t at) const;
  [[nodiscard]] std::optional<PartialDate> with_weekday(const Pieces& pieces, std::size_t at) const;
  [[nodiscard]] std::optional<PartialDate> year_alone(const Pieces& pieces, std::size_t at, bool bare_year) const;
  [[nodiscard]] std::optional<PartialDate> business_year(const Pieces& pieces, std::size_t at) const;
  [[nodiscard]] std::optional<PartialDate> in_digits(const Pieces& pieces, std::size_t at) const;
  [[nodiscard]] std::optional<PartialDate> bare_day(const Pieces& pieces, std::size_t at) const;
  void take_year(const Pieces& pieces, PartialDate& date) const;
  [[nodiscard]] std::size_t month_at(const Pieces& pieces, std::size_t at, int& month) const;

  const TimeWords& words_;
  const NumeralReader& numerals_;
};

// Fixes the parts the text leaves open. A bare weekday is the latest on or before publication, or the first after it
// where the clause looks ahead; a bare month likewise; a day with its month the nearest, unless the tense says which.
// Nothing if the parts make no real date.
std::optional<Placed> place(const PartialDate& date, const Publication& published, Tense tense);

// The EDTF of a placed time behind a word that opens its beginning or its end; empty where nothing is known, or beyond
// the year 9999.
std::string edtf_of(const Placed& placed, TimeOpener opener);

}  // namespace hearsay
