#pragma once
// What a rule costs in a store, before it is run.

#include <cstddef>
#include <optional>
#include <string>

#include "core/store/store.h"
#include "core/value/result.h"
#include "rules/engine/rule.h"
#include "rules/engine/sandbox.h"

namespace hearsay {

struct RuleCost {
  std::size_t blocks = 0;  // it looks at
  double pairs = 0;        // groups it must lay beside each other, all blocks together; 0 for a rule that compares none
  std::string largest;     // the blocks with most groups: "dead||fire|port (31 of 212)": groups and facts
  std::optional<std::size_t> results;  // where it was run
  std::optional<Error> refused;        // a scan without a key, or (run) too broad, too long

  friend bool operator==(const RuleCost&, const RuleCost&) = default;
};

// With `run`, the rule is run over the whole store, with the header's parameters and these over them, and its results
// are counted; nothing is written. An Error: the rule does not compile, or the store cannot be read.
Result<RuleCost> cost_of(const Rule& rule, Store& store, Sandbox& sandbox, bool run, const ParamValues& params);

}  // namespace hearsay
