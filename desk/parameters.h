#pragma once
// Parameters of rules as this desk has set them: decisions about rules, in the log like all others, and taken back like
// them.

#include <map>
#include <string>

#include "core/store/store.h"
#include "core/value/decision.h"
#include "core/value/result.h"
#include "rules/engine/ruleset.h"
#include "rules/engine/sandbox.h"

namespace hearsay {

// Rule id -> parameter -> value: what was set last and stands.
Result<std::map<std::string, ParamValues>> parameters(Store& store);

// Sets one; the next check runs the rule over everything. Of `asked` note, by and at are read. not_found: no such rule
// or parameter, the message names those there are; malformed: the value is not of the parameter's type, or nobody is
// named.
Result<Decision> set_parameter(Store& store, const Ruleset& rules, const std::string& rule,
                               const std::string& parameter, const std::string& value, const Decision& asked);

}  // namespace hearsay
