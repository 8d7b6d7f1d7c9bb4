#pragma once
// The figures of a dispute with the days they were said on: what the timeline draws. Private to core/report.

#include <optional>
#include <vector>

#include "core/report/report.h"
#include "core/value/edtf.h"

namespace hearsay {

struct DatedFigure {
  std::size_t place = 0;  // index into ReportFlag::places
  Day day = 0;            // first day of when it was said, else of publication
  std::optional<double> low;
  std::optional<double> high;

  [[nodiscard]] double middle() const {
    if (!low) return high.value_or(0);
    return high ? (*low + *high) / 2 : *low;
  }
};

// Of a dispute about figures: one for each place that a figure of its claim stands in and that can be dated, by day;
// the same figure of the same outlet on the same day once. Empty for other disputes.
std::vector<DatedFigure> figures_over_time(const Report& report, const ReportFlag& flag);

}  // namespace hearsay
