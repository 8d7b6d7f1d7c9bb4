#include "desk/check.h"

#include <vector>

#include "rules/engine/functions.h"

namespace hearsay {

Result<CheckReport> check_everything(Store& store, const Ruleset& rules, const Lexicon& lexicon,
                                     const std::string& at) {
  const Comparers comparers(lexicon);
  Result<std::unique_ptr<Checker>> checker = Checker::open(store, rules, comparers);
  if (!checker) return checker.error();
  return (*checker)->check_all(at);
}

Result<CheckReport> check_touched(Store& store, const Ruleset& rules, const Lexicon& lexicon,
                                  const std::set<BlockKey>& touched, const std::string& at) {
  const Comparers comparers(lexicon);
  Result<std::unique_ptr<Checker>> checker = Checker::open(store, rules, comparers);
  if (!checker) return checker.error();
  return (*checker)->check_touched(std::vector<BlockKey>(touched.begin(), touched.end()), at);
}

std::vector<Error> faults_of(const CheckReport& report) {
  std::vector<Error> faults = report.bad;
  for (const RuleOutcome& outcome : report.rules) {
    if (outcome.error) faults.push_back(*outcome.error);
  }
  return faults;
}

}  // namespace hearsay
