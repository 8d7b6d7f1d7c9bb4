#pragma once
// Two ends of time that make one stretch: "from Aug. 1 to Aug. 12", "November 18-19", "9 to 12 June", "2014-2018",
// "between March and May 2017", "from 2010 until today".

#include <cstddef>
#include <optional>
#include <vector>

#include "core/extract/dates.h"
#include "core/extract/figure_context.h"
#include "core/extract/periods.h"
#include "core/extract/pieces.h"
#include "core/extract/time_words.h"

namespace hearsay {

class TimeRangeReader {
 public:
  TimeRangeReader(const TimeWords& words, const DateReader& dates, const PeriodReader& periods,
                  const FigureContext& context)
      : words_(words), dates_(dates), periods_(periods), context_(context) {}

  // The range whose first end begins at piece `at`. `between`: "and" parts the ends.
  [[nodiscard]] std::optional<Period> read(const std::vector<Piece>& pieces, std::size_t at,
                                           const Publication& published, bool between, bool bare_year,
                                           const std::optional<Period>& here) const;

 private:
  using Pieces = std::vector<Piece>;

  [[nodiscard]] std::size_t joiner(const Pieces& pieces, std::size_t at, bool between) const;
  [[nodiscard]] std::size_t after_clock(const Pieces& pieces, std::size_t at, bool behind) const;
  [[nodiscard]] std::optional<Period> hours_of_day(const Pieces& pieces, std::size_t at, const Publication& published,
                                                   bool between) const;
  [[nodiscard]] std::optional<Period> days_of_month(const Pieces& pieces, std::size_t at, const Publication& published,
                                                    bool between) const;
  [[nodiscard]] std::optional<Period> last_end(const Pieces& pieces, std::size_t at, const Period& first,
                                               const Publication& published) const;
  [[nodiscard]] std::optional<Period> now(const Pieces& pieces, std::size_t at, const Publication& published) const;
  [[nodiscard]] std::optional<Period> day_only(const Pieces& pieces, std::size_t at) const;
  [[nodiscard]] std::optional<Period> short_year(const Pieces& pieces, std::size_t at, int first_year) const;
  [[nodiscard]] std::optional<Placed> join(const Period& a, const Period& b, const Publication& published,
                                           Tense tense) const;

  const TimeWords& words_;
  const DateReader& dates_;
  const PeriodReader& periods_;
  const FigureContext& context_;
};

}  // namespace hearsay
