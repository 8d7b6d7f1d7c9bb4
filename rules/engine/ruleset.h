#pragma once
// The rules of a desk: those compiled into the program, and those of a folder laid over them.

#include <string_view>
#include <vector>

#include "core/value/named_text.h"
#include "core/value/result.h"
#include "rules/engine/rule.h"

namespace hearsay {

struct Ruleset {
  std::vector<Rule> rules;  // by id; each id once
  std::vector<Error> bad;   // rule files that do not load: reported with every check, never passed over

  // nullptr where there is none of that id.
  [[nodiscard]] const Rule* find(std::string_view id) const;
};

// The shipped files with `files` over them: a file of the same name replaces the shipped one, also when it does not
// load. Two files of one id: both are bad. Files whose names do not end in ".sql" are not looked at.
Ruleset load_rules(const std::vector<NamedText>& files);

}  // namespace hearsay
