#include "desk/parameters.h"

#include <algorithm>
#include <charconv>

namespace hearsay {
namespace {

bool is_of(ParamType type, const std::string& value) {
  if (type == ParamType::text) return true;
  const char* end = value.data() + value.size();
  if (type == ParamType::integer) {
    long long whole = 0;
    const auto [stop, fault] = std::from_chars(value.data(), end, whole);
    return fault == std::errc{} && stop == end;
  }
  double real = 0;
  const auto [stop, fault] = std::from_chars(value.data(), end, real);
  return fault == std::errc{} && stop == end;
}

std::string names_of(const Rule& rule) {
  std::string names;
  for (const RuleParam& param : rule.params) names += (names.empty() ? "" : ", ") + param.name;
  return names;
}

}  // namespace

Result<std::map<std::string, ParamValues>> parameters(Store& store) {
  Result<std::vector<DecisionEntry>> set = store.decision_entries({.about = "rule", .state = DecisionState::standing});
  if (!set) return set.error();
  std::map<std::string, ParamValues> values;
  for (const DecisionEntry& entry : *set) {
    if (entry.decision.verdict != "set") continue;
    const std::size_t space = entry.decision.subject.find(' ');
    values[entry.decision.subject.substr(0, space)][entry.decision.subject.substr(space + 1)] = entry.decision.value;
  }
  return values;
}

Result<Decision> set_parameter(Store& store, const Ruleset& rules, const std::string& rule,
                               const std::string& parameter, const std::string& value, const Decision& asked) {
  const Rule* found = rules.find(rule);
  if (found == nullptr)
    return Error{ErrorCode::not_found, "rules set", "no rule '" + rule + "'", "see hearsay rules list", ""};
  const auto param =
      std::find_if(found->params.begin(), found->params.end(), [&](const RuleParam& p) { return p.name == parameter; });
  if (param == found->params.end()) {
    const std::string names = names_of(*found);
    return Error{ErrorCode::not_found, "rules set", "rule '" + rule + "' has no parameter '" + parameter + "'",
                 names.empty() ? "it has none" : "it has " + names, ""};
  }
  if (!is_of(param->type, value)) {
    return Error{ErrorCode::malformed, "rules set", "'" + value + "' is no value for " + parameter,
                 "give a number, as " + param->value, ""};
  }
  Decision decision = asked;
  decision.about = "rule";
  decision.subject = rule + " " + parameter;
  decision.verdict = "set";
  decision.value = value;
  return store.decide(decision);
}

}  // namespace hearsay
