#pragma once
// Two readings of the same text, the rules' and the trained tagger's, joined to one list of attributions.

#include <vector>

#include "core/value/attribution.h"

namespace hearsay {

// All of `first`, and of `second` what lies outside every content of `first`, or is nested and lies whole inside one
// that `first` has. In order of first content byte. Both lists are in that order; linear but for a bounded look back.
std::vector<Attribution> join_attributions(std::vector<Attribution> first, const std::vector<Attribution>& second);

}  // namespace hearsay
