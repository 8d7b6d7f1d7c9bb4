#pragma once
// Points and periods of time, named from the calendar or from the day of publication: "yesterday", "last week", "the
// past three years", "two weeks ago", "early June", "the first half of 2017", "the 1990s", "summer 2018", and all dates
// of dates.h.

#include <cstddef>
#include <optional>
#include <vector>

#include "core/extract/calendar.h"
#include "core/extract/dates.h"
#include "core/extract/durations.h"
#include "core/extract/holidays.h"
#include "core/extract/numerals.h"
#include "core/extract/pieces.h"
#include "core/extract/time_words.h"

namespace hearsay {

struct Period {
  std::size_t first = 0;  // pieces [first, last)
  std::size_t last = 0;
  Placed placed;
  std::optional<PartialDate> date;  // where it is a date: its written parts
  bool vague = false;               // "a few years ago"
  int part = 0;                     // 1 early, 3 late: then `whole` is what it is part of
  std::optional<Days> whole = std::nullopt;
};

class PeriodReader {
 public:
  PeriodReader(const TimeWords& words, const NumeralReader& numerals, const HolidayReader& holidays,
               const DateReader& dates, const DurationReader& durations);

  // The longest period that begins at piece `at`; its placed is empty where the day of publication is needed and not
  // known. `bare_year`: a number of four digits may be a year here.
  [[nodiscard]] std::optional<Period> read(const std::vector<Piece>& pieces, std::size_t at,
                                           const Publication& published, bool bare_year) const;

  [[nodiscard]] Tense tense(const std::vector<Piece>& pieces, std::size_t first, std::size_t last) const;

 private:
  using Pieces = std::vector<Piece>;
  struct Scene {
    const Pieces& pieces;
    const Publication& published;
    bool bare_year;
  };

  [[nodiscard]] std::optional<Period> day_word(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> shifted(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> shifted_units(const Scene& scene, std::size_t at, int direction,
                                                    std::size_t shift_at) const;
  [[nodiscard]] std::optional<Placed> shifted_unit(const Publication& published, TimeUnit unit, int direction,
                                                   Tense tense) const;
  [[nodiscard]] std::optional<Period> counted(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> within(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> part_of(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> nth_of(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> decade(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> quarter(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> season(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> holiday(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> rest_of(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> week_of_date(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> simple(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> date(const Scene& scene, std::size_t at) const;

  const TimeWords& words_;
  const NumeralReader& numerals_;
  const HolidayReader& holidays_;
  const DateReader& dates_;
  const DurationReader& durations_;
};

}  // namespace hearsay
