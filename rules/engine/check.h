#pragma once
// Rules over a store: run, compared with the flags stored, the difference written.
//
//   Ruleset rules = load_rules({});
//   Result<std::unique_ptr<Checker>> checker = Checker::open(store, rules, comparers);
//   CheckReport report = (*checker)->check_touched(outcome.touched, now);   // after an ingest
//   CheckReport report = (*checker)->check_all(now);
//
// What a rule finds in a block depends on that block alone. So a check of the touched blocks leaves the same flags as a
// check of everything. A rule whose text or parameters changed since its last run is run over everything.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/store/store.h"
#include "core/value/fact.h"
#include "core/value/result.h"
#include "rules/engine/finding.h"
#include "rules/engine/ruleset.h"
#include "rules/engine/sandbox.h"

namespace hearsay {

struct RuleOutcome {
  std::string rule;            // id
  std::size_t found = 0;       // flags in the blocks looked at
  FlagChanges changes;         // empty where error is set
  std::optional<Error> error;  // the rule is bad, or the store failed; the others have run, its flags are as they were

  friend bool operator==(const RuleOutcome&, const RuleOutcome&) = default;
};

struct CheckReport {
  std::vector<RuleOutcome> rules;  // by id; rules that had nothing to look at are left out
  std::vector<Error> bad;          // rule files that do not load
};

class Checker {
 public:
  // `store`, `rules` and `comparers` must outlive the checker. Errors as of Sandbox::open.
  static Result<std::unique_ptr<Checker>> open(Store& store, const Ruleset& rules, const Comparers& comparers,
                                               SandboxLimits limits = {});

  // Parameters set for this desk: rule id → parameter → value. Those not named keep the header's.
  void set_params(std::map<std::string, ParamValues> params) { params_ = std::move(params); }

  // `at`: RFC 3339, UTC. What is amid a batch of ingest is not seen: commit first.
  CheckReport check_all(const std::string& at);
  // `growth`, of IngestOutcome or Unchecked: spares rules that look at new pairs only (docs/rules.md) the old ones.
  CheckReport check_touched(const std::vector<BlockKey>& touched, const std::string& at, const Growth& growth = {});
  // Looks at these blocks and no others, also where a rule has changed: for a store that is checked a shard at a time.
  // When each block has been in one shard, the flags are those of check_all, whatever the shards.
  CheckReport check_shard(const std::vector<BlockKey>& shard, const std::string& at);

  // What one rule finds now, in all blocks or in these; writes nothing.
  Result<std::vector<Flag>> find(const Rule& rule, const std::optional<std::vector<std::string>>& keys);

 private:
  Checker(Store& store, const Ruleset& rules) : store_(store), rules_(rules) {}
  enum class Reach { all, touched, shard };
  CheckReport check(const std::vector<BlockKey>& blocks, Reach reach, const std::string& at, const Growth& growth = {});
  void retire_removed(CheckReport& report, const std::string& at);
  struct Task {
    const Rule* rule = nullptr;
    std::optional<std::vector<std::string>> keys;  // the blocks to look at, in order, each once; none: all of them
    std::string because;                           // of a flag that is gone
    std::vector<std::string> grown;                // those of them that no fact left
  };
  void check_together(std::vector<Task> tasks, const Growth& growth, const std::string& at, CheckReport& report);
  Result<RuleRun> find_run(Task task, const std::string& at, PlaceReader& reader);
  Result<std::vector<Row>> rows_of(const Rule& rule, const std::optional<std::vector<std::string>>& keys,
                                   const std::vector<std::string>& grown = {});
  Result<std::vector<std::string>> without_flags(const Rule& rule, const std::vector<std::string>& keys);
  Result<Done> add_other_blocks(const Rule& rule, const std::vector<std::string>& keys, std::vector<Row>& rows);
  [[nodiscard]] const ParamValues& params_of(const Rule& rule) const;
  Result<bool> has_changed(const Rule& rule);

  Store& store_;
  const Ruleset& rules_;
  std::unique_ptr<Sandbox> sandbox_;
  std::map<std::string, ParamValues> params_;
};

}  // namespace hearsay
