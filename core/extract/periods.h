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
  int away = 0;                     // -1 "ago", 1 "from now": a length away from a day
  int part = 0;                     // 1 early, 3 late: then `whole` is what it is part of
  std::optional<Days> whole = std::nullopt;
};

// What "the second half", "the last two weeks", "the first Monday" take of a stretch.
struct NthPart {
  bool from_end = false;
  int nth = 1;
  int count = 1;
  bool half = false;
  std::optional<TimeUnit> unit;
  std::optional<int> weekday;
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
  struct Moved {  // what stands behind "last", "this", "next"
    std::size_t first;
    std::size_t next;  // the piece behind that word
    int direction;
  };
  struct Origin {  // what a length is counted from
    std::size_t last;
    int sign;
    std::optional<Days> days;
    bool named;  // by a date, not by "ago"
  };

  [[nodiscard]] std::optional<Period> day_word(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> shifted(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> shifted_units(const Scene& scene, std::size_t at, int direction,
                                                    std::size_t shift_at) const;
  [[nodiscard]] std::optional<Placed> shifted_unit(const Publication& published, TimeUnit unit, int direction,
                                                   Tense tense) const;
  [[nodiscard]] std::optional<Period> moved_unit(const Scene& scene, const Moved& moved) const;
  [[nodiscard]] std::optional<Period> moved_daypart(const Scene& scene, const Moved& moved) const;
  [[nodiscard]] std::optional<Period> moved_weekday(const Scene& scene, const Moved& moved) const;
  [[nodiscard]] std::optional<Period> moved_month(const Scene& scene, const Moved& moved) const;
  [[nodiscard]] std::optional<Period> moved_season(const Scene& scene, const Moved& moved) const;
  [[nodiscard]] std::optional<Period> moved_holiday(const Scene& scene, const Moved& moved) const;
  [[nodiscard]] std::optional<Period> twice_moved(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> count_before_shift(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Origin> origin_at(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> unit_beside(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> weekday_beyond(const Scene& scene, std::size_t at,
                                                     const std::optional<Duration>& length) const;
  [[nodiscard]] std::optional<Period> now(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> unit_at_hand(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> end_of_unit(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<int> year_behind(const Scene& scene, std::size_t& at) const;
  void take_weekday(const Scene& scene, Period& period, int sign) const;
  [[nodiscard]] std::optional<Period> counted(const Scene& scene, std::size_t at,
                                              const std::optional<Duration>& length) const;
  [[nodiscard]] std::optional<Period> within(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> part_of(const Scene& scene, std::size_t at) const;
  struct NthHead {
    std::size_t last;
    NthPart part;
    bool day_of_month;
  };
  [[nodiscard]] std::optional<NthHead> nth_head(const Pieces& pieces, std::size_t begin) const;
  [[nodiscard]] std::optional<Period> nth_whole(const Scene& scene, const NthHead& head, bool may_be_bare) const;
  [[nodiscard]] std::optional<Period> nth_in_possession(const Scene& scene, std::size_t at,
                                                        const std::optional<Period>& here) const;
  [[nodiscard]] std::optional<Period> numbered_week(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> weekdays_away(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> half_year(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> ended(const Scene& scene, std::size_t at) const;
  [[nodiscard]] std::optional<Period> hours_of(const Scene& scene, std::size_t at) const;
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
