#pragma once
// Run the rules over the store: everything, or what was written since they last ran.

#include <string>

#include "core/lexicon/lexicon.h"
#include "core/store/store.h"
#include "core/value/result.h"
#include "rules/engine/check.h"
#include "rules/engine/ruleset.h"

namespace hearsay {

// `at`: RFC 3339, UTC. A bad rule is in the report; the others have run. Errors: of the store.
Result<CheckReport> check_everything(Store& store, const Ruleset& rules, const Lexicon& lexicon, const std::string& at);
// What any process stored or joined since the last check; see Store::unchecked().
Result<CheckReport> check_unchecked(Store& store, const Ruleset& rules, const Lexicon& lexicon, const std::string& at);

// Bad rule files and rules that failed, one error each.
std::vector<Error> faults_of(const CheckReport& report);

}  // namespace hearsay
