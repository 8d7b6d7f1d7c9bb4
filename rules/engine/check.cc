// A run of one rule over a scope:
//   1. narrow the views to the touched blocks (or widen them: a first run, a changed rule, a full check);
//   2. run the rule's unchanged text, make flags of its rows. Of a block without a flag of the rule that only grew, a
//      rule that asks for "fresh" groups looks at pairs with a new one in it: pairs that passed none of its conditions
//      before pass none now;
//   3. where a flag of these blocks, stored or found, also stands in a block outside the scope, run over that block
//      for its row there, so that what the flag shows does not depend on which of its blocks was touched;
//   4. hand all to Store::apply, which writes the difference. Rules that look at some blocks share a transaction; one
//      that looks at everything has its own, so that nobody waits for all of them.

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

// For json_each(), which is named first in a CROSS JOIN: anywhere else SQLite may read the list once for every flag.
std::string json_list(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ",") + json_text(text);
  return "[" + out + "]";
}

void sort_unique(std::vector<std::string>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

// Of these, the blocks the rule reads.
std::vector<std::string> keys_of(const Rule& rule, const std::vector<BlockKey>& blocks) {
  std::vector<std::string> keys;
  const std::string_view family = family_of(rule.needs.front());
  for (const BlockKey& block : blocks) {
    if (family_of(block.view) == family) keys.push_back(block.key);
  }
  sort_unique(keys);
  return keys;
}

bool looks_at_fresh(const Rule& rule) { return rule.text.find(".fresh", rule.sql_begin) != std::string::npos; }

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
  // from each rule to the next one: there may be many flags, and there are few rules
  const Result<std::vector<Row>> stored = sandbox_->ask(
      "WITH RECURSIVE flagged (rule) AS (SELECT min(rule) FROM main.flag UNION ALL SELECT (SELECT min(f.rule) FROM "
      "main.flag f WHERE f.rule > flagged.rule) FROM flagged WHERE flagged.rule IS NOT NULL) SELECT rule FROM flagged "
      "WHERE rule IS NOT NULL",
      {});
  if (!stored) return;
  for (const Row& row : *stored) {
    if (rules_.find(row.text("rule")) != nullptr) continue;
    const Result<std::vector<Row>> standing =
        sandbox_->ask("SELECT 1 FROM main.flag WHERE rule = ?1 AND status <> 'retired' LIMIT 1", {row.text("rule")});
    if (!standing || standing->empty()) continue;
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

CheckReport Checker::check_touched(const std::vector<BlockKey>& touched, const std::string& at, const Growth& growth) {
  CheckReport report = check(touched, Reach::touched, at, growth);
  retire_removed(report, at);
  return report;
}

CheckReport Checker::check_shard(const std::vector<BlockKey>& shard, const std::string& at) {
  return check(shard, Reach::shard, at);
}

CheckReport Checker::check(const std::vector<BlockKey>& blocks, Reach reach, const std::string& at,
                           const Growth& growth) {
  CheckReport report;
  report.bad = rules_.bad;
  std::vector<Task> narrow;
  for (const Rule& rule : rules_.rules) {
    const Result<bool> changed = has_changed(rule);
    if (!changed) {
      report.rules.push_back({rule.id, 0, {}, changed.error()});
      continue;
    }
    Task task{&rule, std::nullopt, *changed ? "the rule was changed" : "no longer found", {}};
    if (reach == Reach::all || (reach == Reach::touched && *changed)) {
      check_together({std::move(task)}, {}, at, report);
      continue;
    }
    task.keys = keys_of(rule, blocks);
    if (!*changed && looks_at_fresh(rule)) task.grown = keys_of(rule, growth.grown);
    if (!task.keys->empty()) narrow.push_back(std::move(task));
  }
  if (!narrow.empty()) check_together(std::move(narrow), growth, at, report);
  std::sort(report.rules.begin(), report.rules.end(),
            [](const RuleOutcome& a, const RuleOutcome& b) { return a.rule < b.rule; });
  return report;
}

// Nobody else writes between finding and storing: else what another process stored and flagged meanwhile would look
// gone. First all is found, then all is stored: while nothing is written, SQLite keeps what it has read.
void Checker::check_together(std::vector<Task> tasks, const Growth& growth, const std::string& at,
                             CheckReport& report) {
  std::vector<RuleOutcome> outcomes;
  Result<Done> begun = store_.begin_batch();
  const bool batch = begun.ok();
  if (begun) begun = sandbox_->came(growth.articles);
  PlaceReader reader(store_);
  std::vector<Result<RuleRun>> runs;
  for (Task& task : tasks) {
    if (begun)
      runs.push_back(find_run(std::move(task), at, reader));
    else
      runs.push_back(begun.error());
  }
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    RuleOutcome outcome{tasks[i].rule->id, 0, {}, std::nullopt};
    if (runs[i]) {
      outcome.found = runs[i]->found.size();
      Result<FlagChanges> changes = store_.apply(*runs[i]);
      if (changes)
        outcome.changes = *std::move(changes);
      else
        outcome.error = std::move(changes).error();
    } else {
      outcome.error = runs[i].error();
    }
    outcomes.push_back(std::move(outcome));
  }
  const Result<Done> done = batch ? store_.commit_batch() : begun;
  for (RuleOutcome& outcome : outcomes) {
    if (!done) outcome = {outcome.rule, 0, {}, done.error()};
    report.rules.push_back(std::move(outcome));
  }
}

// What a rule returns for a block depends on that block alone: a block taken in later leaves the rows of the others as
// they are.
Result<RuleRun> Checker::find_run(Task task, const std::string& at, PlaceReader& reader) {
  const Rule& rule = *task.rule;
  const Result<std::vector<std::string>> grown = without_flags(rule, task.grown);
  if (!grown) return grown.error();
  Result<std::vector<Row>> rows = rows_of(rule, task.keys, *grown);
  if (!rows) return std::move(rows).error();
  if (task.keys) {
    if (Result<Done> done = add_other_blocks(rule, *task.keys, *rows); !done) return done.error();
  }
  Result<std::vector<Flag>> found = flags_of(rule, *rows, reader);
  if (!found) return std::move(found).error();
  return RuleRun{rule.id,
                 rule.sha256,
                 std::string{family_of(rule.needs.front())},
                 params_json(rule, params_of(rule)),
                 at,
                 std::move(task.keys),
                 *std::move(found),
                 std::move(task.because)};
}

Result<std::vector<Row>> Checker::rows_of(const Rule& rule, const std::optional<std::vector<std::string>>& keys,
                                          const std::vector<std::string>& grown) {
  Result<Done> scoped = keys ? sandbox_->narrow(*keys, grown) : sandbox_->widen();
  if (!scoped) return std::move(scoped).error();
  return sandbox_->run(rule, params_of(rule));
}

Result<std::vector<Flag>> Checker::find(const Rule& rule, const std::optional<std::vector<std::string>>& keys) {
  Result<std::vector<Row>> rows = rows_of(rule, keys);
  if (!rows) return std::move(rows).error();
  PlaceReader reader(store_);
  return flags_of(rule, *rows, reader);
}

// To what was found in `keys`, what is found of the same flags, and of those stored in these blocks, in the other
// blocks in which they are stored. Of other flags of those blocks nothing has changed.
Result<Done> Checker::add_other_blocks(const Rule& rule, const std::vector<std::string>& keys, std::vector<Row>& rows) {
  std::set<std::string> ids;
  for (const Row& row : rows) ids.insert(flag_id(rule.id, row.text("subject")));
  const Result<std::vector<Row>> stored = sandbox_->ask(
      "SELECT i.flag AS flag, o.key AS key FROM (SELECT value AS flag FROM json_each(?3) UNION SELECT f.flag FROM "
      "json_each(?2) AS s CROSS JOIN main.flag_block AS f ON f.rule = ?1 AND f.key = s.value) AS i CROSS JOIN "
      "main.flag_block AS o ON o.flag = i.flag",
      {rule.id, json_list(keys), json_list({ids.begin(), ids.end()})});
  if (!stored) return stored.error();
  std::vector<std::string> blocks;
  for (const Row& row : *stored) {
    ids.insert(row.text("flag"));
    blocks.push_back(row.text("key"));
  }
  sort_unique(blocks);
  std::vector<std::string> others;
  std::set_difference(blocks.begin(), blocks.end(), keys.begin(), keys.end(), std::back_inserter(others));
  if (others.empty()) return Done{};
  Result<std::vector<Row>> more = rows_of(rule, others);
  if (!more) return std::move(more).error();
  for (Row& row : *more) {
    if (ids.contains(flag_id(rule.id, row.text("subject")))) rows.push_back(std::move(row));
  }
  return Done{};
}

// Those of the blocks in which the rule found nothing when it last looked.
Result<std::vector<std::string>> Checker::without_flags(const Rule& rule, const std::vector<std::string>& keys) {
  if (keys.empty()) return keys;
  const Result<std::vector<Row>> flagged = sandbox_->ask(
      "SELECT DISTINCT f.key AS key FROM json_each(?2) AS s CROSS JOIN main.flag_block AS f ON f.rule = ?1 AND "
      "f.key = s.value ORDER BY 1",
      {rule.id, json_list(keys)});
  if (!flagged) return flagged.error();
  std::vector<std::string> with;
  for (const Row& row : *flagged) with.push_back(row.text("key"));
  std::vector<std::string> without;
  std::set_difference(keys.begin(), keys.end(), with.begin(), with.end(), std::back_inserter(without));
  return without;
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
