#include "desk/rule_changes.h"

#include <fmt/format.h>

#include <map>

namespace hearsay {
namespace {

std::string change_between(const RuleRunEntry& before, const RuleRunEntry& now) {
  const bool text = before.rule_sha256 != now.rule_sha256;
  const bool parameters = before.params != now.params;
  if (text && parameters) return "text and parameters";
  return text ? "text" : parameters ? "parameters" : "";
}

}  // namespace

Result<std::vector<RuleRunTold>> rule_changes(Store& store, std::string_view rule) {
  Result<std::vector<RuleRunEntry>> runs = store.rule_runs(rule);
  if (!runs) return runs.error();
  std::map<std::string, RuleRunEntry> last;
  std::vector<RuleRunTold> told;
  for (RuleRunEntry& run : *runs) {
    const auto before = last.find(run.rule);
    std::string changed = before == last.end() ? "first run" : change_between(before->second, run);
    last[run.rule] = run;
    if (run.opened + run.retired > 0 || !changed.empty()) told.push_back({std::move(run), std::move(changed)});
  }
  return told;
}

Result<std::vector<std::string>> changed_rules(Store& store, const CheckReport& report) {
  std::vector<std::string> lines;
  for (const RuleOutcome& outcome : report.rules) {
    if (outcome.error) continue;
    Result<std::vector<RuleRunEntry>> runs = store.rule_runs(outcome.rule, 2);
    if (!runs) return runs.error();
    if (runs->size() < 2) continue;
    const RuleRunEntry& now = runs->back();
    const std::string changed = change_between(runs->front(), now);
    if (changed.empty()) continue;
    lines.push_back(fmt::format("rule {}: its {} changed since the last check; {} {} came, {} went", now.rule, changed,
                                now.opened, now.opened == 1 ? "flag" : "flags", now.retired));
  }
  return lines;
}

}  // namespace hearsay
