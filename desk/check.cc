#include "desk/check.h"

#include <vector>

#include "desk/parameters.h"
#include "rules/engine/functions.h"

namespace hearsay {

namespace {

// `unchecked` was asked for before the rules ran: what came in meanwhile stays unchecked. A rule at fault has not seen
// it, so that it stays, too.
Result<CheckReport> seen(Store& store, const Unchecked& unchecked, CheckReport report) {
  if (!faults_of(report).empty()) return report;
  if (Result<Done> done = store.checked(unchecked.upto); !done) return done.error();
  return report;
}

// With the parameters this desk has set; those of rules that are gone wait for them to come back.
Result<std::unique_ptr<Checker>> open_checker(Store& store, const Ruleset& rules, const Comparers& comparers) {
  Result<std::map<std::string, ParamValues>> set = parameters(store);
  if (!set) return set.error();
  Result<std::unique_ptr<Checker>> checker = Checker::open(store, rules, comparers);
  if (checker) (*checker)->set_params(*std::move(set));
  return checker;
}

}  // namespace

Result<CheckReport> check_everything(Store& store, const Ruleset& rules, const Lexicon& lexicon,
                                     const std::string& at) {
  const Comparers comparers(lexicon);
  Result<std::unique_ptr<Checker>> checker = open_checker(store, rules, comparers);
  if (!checker) return checker.error();
  Result<Unchecked> unchecked = store.unchecked();
  if (!unchecked) return unchecked.error();
  return seen(store, *unchecked, (*checker)->check_all(at));
}

Result<CheckReport> check_unchecked(Store& store, const Ruleset& rules, const Lexicon& lexicon, const std::string& at) {
  Result<Unchecked> unchecked = store.unchecked();
  if (!unchecked) return unchecked.error();
  if (unchecked->upto == 0) return CheckReport{};
  const Comparers comparers(lexicon);
  Result<std::unique_ptr<Checker>> checker = open_checker(store, rules, comparers);
  if (!checker) return checker.error();
  return seen(store, *unchecked, (*checker)->check_touched(unchecked->blocks, at, unchecked->growth));
}

std::vector<Error> faults_of(const CheckReport& report) {
  std::vector<Error> faults = report.bad;
  for (const RuleOutcome& outcome : report.rules) {
    if (outcome.error) faults.push_back(*outcome.error);
  }
  return faults;
}

}  // namespace hearsay
