#pragma once
// When rules ran and what they did to the flags, so that a person sees since when and why flags came or went.

#include <string>
#include <string_view>
#include <vector>

#include "core/store/store.h"
#include "core/value/result.h"
#include "rules/engine/check.h"

namespace hearsay {

struct RuleRunTold {
  RuleRunEntry run;
  std::string changed;  // since the run before: "text", "parameters", "text and parameters"; "first run"; else empty

  friend bool operator==(const RuleRunTold&, const RuleRunTold&) = default;
};

// Runs of the rule, or (empty) of all, that changed a flag or followed a change of the rule; oldest first.
Result<std::vector<RuleRunTold>> rule_changes(Store& store, std::string_view rule = {});

// Of a check just done, a line for each rule that was changed since it last ran:
// "rule number-conflict: its text changed since the last check; 2 flags came, 1 went". Rules new to the store are left
// out.
Result<std::vector<std::string>> changed_rules(Store& store, const CheckReport& report);

}  // namespace hearsay
