#pragma once
// Examples of rules: fixtures/rules/<rule>/flag.jsonl holds facts that must flag, quiet.jsonl facts that look alike and
// must not. A line is one example, a JSON object:
//
//   {"name": "AccentComesAndGoesInOneArticle",
//    "names": [{"name": "Elena Díaz", "entity": "e1"}, {"name": "Elena Diaz", "entity": "e1"}],
//    "severity": "low"}
//
// "name" says the situation; each view the rule needs is a list of rows (docs/facts.md), all other views are empty;
// columns not named are NULL, or what kExampleDefaults says. A flag example may say which "severity", "subject",
// "message" the one flag has, or how many "flags" there are.

#include <string>
#include <vector>

#include "core/value/named_text.h"
#include "core/value/result.h"
#include "rules/engine/functions.h"
#include "rules/engine/rule.h"

namespace hearsay {

struct ExampleOutcome {
  std::string rule;
  std::string name;   // of the example
  std::string where;  // "flag.jsonl:3"
  std::string fault;  // what was expected and what came; empty: as expected

  friend bool operator==(const ExampleOutcome&, const ExampleOutcome&) = default;
};

// Runs every line of a file against the rule; `must_flag` says which of the two files it is. Empty lines are skipped. A
// line that cannot be read is an outcome with a fault. Errors: the rule does not compile.
Result<std::vector<ExampleOutcome>> run_examples(const Rule& rule, const NamedText& file, bool must_flag,
                                                 const Comparers& comparers);

}  // namespace hearsay
