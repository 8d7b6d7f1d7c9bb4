#pragma once
// A flag as a person reads it before deciding: whole words, no drawing, nothing that needs colour.

#include <string>

#include "cli/terminal.h"
#include "core/store/stored.h"
#include "desk/review.h"

namespace hearsay {

// Lines of the terminal's width, kMostColumns at most, ending in a newline. What one side has and the other has not
// stands in [brackets], with colour in bold. `all`: every place, else the two sides, in `most_lines` lines if that is
// not 0: why the rule matters gives way first, then the end of its message, then the words away from the marks.
inline constexpr std::size_t kMostColumns = 100;
std::string review_text(const Terminal& terminal, const ReviewSheet& sheet, bool all, std::size_t most_lines = 0);

// One line: "dismissed by Ada on 2026-05-04: two officers (stale: …)".
std::string decision_text(const DecisionEntry& entry);

}  // namespace hearsay
