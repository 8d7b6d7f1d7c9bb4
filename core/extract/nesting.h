#pragma once
// Which attributions lie inside another's content: "X said the army denies it" holds what X said and, inside, what the
// army denies.

#include <vector>

#include "core/value/attribution.h"

namespace hearsay {

// Sorts by first content and sets `inner` where the cue lies in a content span of another. O(n log n).
void mark_inner(std::vector<Attribution>& found);

}  // namespace hearsay
