// Files by name first, then parsed, then rules by id.

#include "rules/engine/ruleset.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace hearsay {

const Rule* Ruleset::find(std::string_view id) const {
  const auto found = std::find_if(rules.begin(), rules.end(), [id](const Rule& rule) { return rule.id == id; });
  return found == rules.end() ? nullptr : &*found;
}

Ruleset load_rules(const std::vector<NamedText>& files) {
  std::map<std::string, NamedText> by_name;
  for (const NamedText& file : shipped_rule_files()) by_name.insert_or_assign(file.name, file);
  for (const NamedText& file : files) {
    if (file.name.ends_with(".sql")) by_name.insert_or_assign(file.name, file);
  }
  Ruleset set;
  std::map<std::string, std::vector<Rule>> by_id;
  for (const auto& [name, file] : by_name) {
    Result<Rule> rule = parse_rule(file);
    if (rule) {
      by_id[rule->id].push_back(*std::move(rule));
    } else {
      set.bad.push_back(std::move(rule).error());
    }
  }
  for (auto& [id, rules] : by_id) {
    if (rules.size() == 1) {
      set.rules.push_back(std::move(rules.front()));
      continue;
    }
    for (std::size_t i = 0; i < rules.size(); ++i) {
      const Rule& other = rules[i == 0 ? 1 : 0];
      set.bad.push_back(error_at(rules[i].file, rules[i].text, rules[i].text.find(id),
                                 fmt::format("rule \"{}\" is also in {}", id, other.file),
                                 "give each rule an id of its own"));
    }
  }
  return set;
}

}  // namespace hearsay
