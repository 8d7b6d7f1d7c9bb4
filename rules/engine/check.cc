// A run of one rule over a scope:
//   1. narrow the views to the touched blocks (or widen them: a first run, a changed rule, a full check);
//   2. run the rule's unchanged text, make flags of its rows;
//   3. where a flag of these blocks, stored or found, also stands in a block outside the scope, take that block in and
//   run
//      again, so that what the flag shows does not depend on which of its blocks was touched. A flag's blocks grow by
//      what is stored only, so this ends after two or three rounds;
//   4. hand all to Store::apply, which writes the difference in one transaction.

#include "rules/engine/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace hearsay {
namespace {

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

// The parameters a rule runs with, as a JSON object: the header's with the desk's over them.
std::string params_json(const Rule& rule, const ParamValues& set) {
  ParamValues all;
  for (const RuleParam& param : rule.params) all[param.name] = param.value;
  for (const auto& [name, value] : set) all[name] = value;
  std::string out;
  for (const auto& [name, value] : all) out += (out.empty() ? "" : ",") + json_text(name) + ":" + json_text(value);
  return "{" + out + "}";
}

void sort_unique(std::vector<std::string>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace

Result<std::unique_ptr<Checker>> Checker::open(Store& store, const Ruleset& rules, const Comparers& comparers,
                                               SandboxLimits limits) {
  Result<std::unique_ptr<Sandbox>> sandbox = Sandbox::open(store.path(), comparers, limits);
  if (!sandbox) return std::move(sandbox).error();
  std::unique_ptr<Checker> checker(new Checker(store, rules));
  checker->sandbox_ = *std::move(sandbox);
  return checker;
}

CheckReport Checker::check_all(const std::string& at) {
  CheckReport report = check({}, Reach::all, at);
  retire_removed(report, at);
  return report;
}

// Flags of rules that are no longer there. Not while a file does not load: it may be the rule's.
void Checker::retire_removed(CheckReport& report, const std::string& at) {
  if (!rules_.bad.empty()) return;
  const Result<std::vector<Row>> stored =
      sandbox_->ask("SELECT DISTINCT rule FROM main.flag WHERE status <> 'retired'", {});
  if (!stored) return;
  for (const Row& row : *stored) {
    if (rules_.find(row.text("rule")) != nullptr) continue;
    RuleRun run{row.text("rule"), "", "", "{}", at, std::nullopt, {}, "the rule was removed"};
    Result<FlagChanges> changes = store_.apply(run);
    RuleOutcome outcome{run.rule, 0, {}, std::nullopt};
    if (changes) {
      outcome.changes = *std::move(changes);
    } else {
      outcome.error = std::move(changes).error();
    }
    report.rules.push_back(std::move(outcome));
  }
}

CheckReport Checker::check_touched(const std::vector<BlockKey>& touched, const std::string& at) {
  CheckReport report = check(touched, Reach::touched, at);
  retire_removed(report, at);
  return report;
}

CheckReport Checker::check_shard(const std::vector<BlockKey>& shard, const std::string& at) {
  return check(shard, Reach::shard, at);
}

CheckReport Checker::check(const std::vector<BlockKey>& blocks, Reach reach, const std::string& at) {
  CheckReport report;
  report.bad = rules_.bad;
  for (const Rule& rule : rules_.rules) {
    const Result<bool> changed = has_changed(rule);
    if (!changed) {
      report.rules.push_back({rule.id, 0, {}, changed.error()});
      continue;
    }
    std::optional<std::vector<std::string>> keys;
    if (reach == Reach::shard || (reach == Reach::touched && !*changed)) {
      keys.emplace();
      const std::string_view family = family_of(rule.needs.front());
      for (const BlockKey& block : blocks) {
        if (family_of(block.view) == family) keys->push_back(block.key);
      }
      sort_unique(*keys);
      if (keys->empty()) continue;
    }
    report.rules.push_back(
        check_rule(rule, std::move(keys), *changed ? "the rule was changed" : "no longer found", at));
  }
  return report;
}

// Nobody else writes between finding and storing: else what another process stored and flagged meanwhile would look
// gone.
RuleOutcome Checker::check_rule(const Rule& rule, std::optional<std::vector<std::string>> keys, std::string because,
                                const std::string& at) {
  if (Result<Done> begun = store_.begin_batch(); !begun) return {rule.id, 0, {}, begun.error()};
  RuleOutcome outcome = find_and_store(rule, std::move(keys), std::move(because), at);
  if (Result<Done> done = store_.commit_batch(); !done) outcome.error = done.error();
  return outcome;
}

RuleOutcome Checker::find_and_store(const Rule& rule, std::optional<std::vector<std::string>> keys, std::string because,
                                    const std::string& at) {
  RuleOutcome outcome{rule.id, 0, {}, std::nullopt};
  Result<std::vector<Flag>> found = find(rule, keys);
  while (found && keys) {
    Result<std::vector<std::string>> others = other_blocks(rule, *found, *keys);
    if (!others) {
      found = std::move(others).error();
    } else if (others->empty()) {
      break;
    } else {
      keys->insert(keys->end(), others->begin(), others->end());
      sort_unique(*keys);
      found = find(rule, keys);
    }
  }
  if (!found) {
    outcome.error = std::move(found).error();
    return outcome;
  }
  outcome.found = found->size();
  Result<FlagChanges> changes =
      store_.apply({rule.id, rule.sha256, std::string{family_of(rule.needs.front())},
                    params_json(rule, params_of(rule)), at, std::move(keys), *std::move(found), std::move(because)});
  if (changes) {
    outcome.changes = *std::move(changes);
  } else {
    outcome.error = std::move(changes).error();
  }
  return outcome;
}

Result<std::vector<Flag>> Checker::find(const Rule& rule, const std::optional<std::vector<std::string>>& keys) {
  Result<Done> scoped = keys ? sandbox_->narrow(*keys) : sandbox_->widen();
  if (!scoped) return std::move(scoped).error();
  Result<std::vector<Row>> rows = sandbox_->run(rule, params_of(rule));
  if (!rows) return std::move(rows).error();
  PlaceReader reader(store_);
  return flags_of(rule, *rows, reader);
}

// Blocks outside the scope in which flags of the scope, stored or just found, are stored too.
Result<std::vector<std::string>> Checker::other_blocks(const Rule& rule, const std::vector<Flag>& found,
                                                       const std::vector<std::string>& keys) {
  std::vector<std::string> others;
  Result<std::vector<Row>> stored = sandbox_->ask(
      "SELECT DISTINCT o.key AS key FROM temp.scope AS s JOIN main.flag_block AS f ON f.rule = ?1 AND f.key = s.key "
      "JOIN main.flag_block AS o ON o.flag = f.flag",
      {rule.id});
  if (!stored) return std::move(stored).error();
  for (const Row& row : *stored) others.push_back(row.text("key"));
  for (const Flag& flag : found) {
    Result<std::vector<Row>> blocks = sandbox_->ask("SELECT key FROM main.flag_block WHERE flag = ?1", {flag.id});
    if (!blocks) return std::move(blocks).error();
    for (const Row& row : *blocks) others.push_back(row.text("key"));
  }
  sort_unique(others);
  std::vector<std::string> outside;
  std::set_difference(others.begin(), others.end(), keys.begin(), keys.end(), std::back_inserter(outside));
  return outside;
}

const ParamValues& Checker::params_of(const Rule& rule) const {
  static const ParamValues kNone;
  const auto set = params_.find(rule.id);
  return set == params_.end() ? kNone : set->second;
}

Result<bool> Checker::has_changed(const Rule& rule) {
  Result<std::vector<Row>> last =
      sandbox_->ask("SELECT rule_sha256, params FROM main.rule_run WHERE rule = ?1 ORDER BY n DESC LIMIT 1", {rule.id});
  if (!last) return std::move(last).error();
  return last->empty() || last->front().text("rule_sha256") != rule.sha256 ||
         last->front().text("params") != params_json(rule, params_of(rule));
}

}  // namespace hearsay
