#pragma once
// Why a flag, and why none.

#include <string>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/store/store.h"
#include "core/value/result.h"
#include "rules/engine/explain.h"
#include "rules/engine/ruleset.h"

namespace hearsay {

// One thing: a flag (its id or the beginning of it). Two: claims ("article#claim") or names as written. malformed:
// neither one nor two, or a claim beside a name; not_found, conflict: as the store says of an id.
Result<Explanation> explain(Store& store, const Ruleset& rules, const Lexicon& lexicon,
                            const std::vector<std::string>& asked);

}  // namespace hearsay
