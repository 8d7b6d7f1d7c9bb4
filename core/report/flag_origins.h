#pragma once
// How many articles, and how many independent origins, each dispute of a report rests on. Private to core/report.

#include <vector>

#include "core/report/report.h"

namespace hearsay {

// Fills ReportFlag::articles and ::origins. `derivations`: of the whole store, so that two texts taken from one that
// the report does not hold are one origin too.
void add_origins(Report& report, const std::vector<Derivation>& derivations);

}  // namespace hearsay
