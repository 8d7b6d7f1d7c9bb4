// Flags and the difference a run of a rule makes to them. A flag's status follows from three things: whether a rule
// finds it, what was last decided about it, and whether it still rests on the evidence of that decision. A row is
// written only when its value changed, so that a run that finds nothing new leaves the flags alone.

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/store/impl.h"
#include "core/store/standing.h"

namespace hearsay {
namespace {

constexpr std::string_view kSelect =
    "SELECT f.id, f.rule, f.rule_title, f.rule_why, f.rule_sha256, f.kind, f.severity, f.status, f.subject, f.message, "
    "f.score, f.evidence_sha256, f.retired_because, f.stale_because, f.decision FROM flag f ";
constexpr std::string_view kRank =
    "CASE f.severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 2 ELSE 3 END";

Flag flag_of(const Query& row) {
  Flag flag;
  flag.id = row.text(0);
  flag.rule = row.text(1);
  flag.rule_title = row.text(2);
  flag.rule_why = row.text(3);
  flag.rule_sha256 = row.text(4);
  flag.kind = row.text(5);
  flag.severity = severity_named(row.text(6)).value_or(Severity::medium);
  flag.status = flag_status_named(row.text(7)).value_or(FlagStatus::open);
  flag.subject = row.text(8);
  flag.message = row.text(9);
  flag.score = row.real(10);
  flag.evidence_sha256 = row.text(11);
  flag.retired_because = row.text(12);
  flag.stale_because = row.text(13);
  flag.decision = row.text(14);
  return flag;
}

void read_lists(Database& db, Flag& flag) {
  for (Query row = db.query("SELECT key FROM flag_block WHERE flag = ? ORDER BY key", flag.id); row.step();) {
    flag.blocks.push_back(row.text(0));
  }
  for (Query row = db.query("SELECT article, claim FROM flag_claim WHERE flag = ? ORDER BY n", flag.id); row.step();) {
    flag.claims.push_back({row.text(0), row.text(1)});
  }
  for (Query row = db.query(
           "SELECT article, claim, byte_begin, byte_end, text FROM flag_evidence WHERE flag = ? ORDER BY n", flag.id);
       row.step();) {
    flag.evidence.push_back({row.text(0), row.text(1), row.span(2), row.text(4)});
  }
}

template <typename... Args>
std::vector<Flag> select_flags(Database& db, const std::string& rest, const Args&... args) {
  std::vector<Flag> flags;
  for (Query row = db.query(std::string(kSelect) + rest, args...); row.step();) flags.push_back(flag_of(row));
  for (Flag& flag : flags) read_lists(db, flag);
  return flags;
}

std::optional<Flag> find_flag(Database& db, std::string_view id) {
  std::vector<Flag> found = select_flags(db, "WHERE f.id = ?", id);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

void write_flag(Database& db, const Flag& flag) {
  db.run(
      "INSERT INTO flag (id, rule, rule_title, rule_why, rule_sha256, kind, severity, status, subject, message, score, "
      "evidence_sha256, retired_because, stale_because, decision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT DO UPDATE SET (rule_title, rule_why, rule_sha256, kind, severity, status, message, score, "
      "evidence_sha256, retired_because, stale_because, decision) = (excluded.rule_title, excluded.rule_why, "
      "excluded.rule_sha256, excluded.kind, excluded.severity, excluded.status, excluded.message, excluded.score, "
      "excluded.evidence_sha256, excluded.retired_because, excluded.stale_because, excluded.decision)",
      flag.id, flag.rule, flag.rule_title, flag.rule_why, flag.rule_sha256, flag.kind, name_of(flag.severity),
      name_of(flag.status), flag.subject, flag.message, flag.score, flag.evidence_sha256, flag.retired_because,
      flag.stale_because, flag.decision);
  for (const char* table : {"flag_block", "flag_claim", "flag_evidence"}) {
    db.run(std::string("DELETE FROM ") + table + " WHERE flag = ?", flag.id);
  }
  for (const std::string& key : flag.blocks) {
    db.run("INSERT OR IGNORE INTO flag_block VALUES (?, ?, ?)", flag.rule, key, flag.id);
  }
  std::size_t n = 0;
  for (const ClaimRef& ref : flag.claims)
    db.run("INSERT INTO flag_claim VALUES (?, ?, ?, ?)", flag.id, n++, ref.article, ref.claim);
  n = 0;
  for (const Evidence& place : flag.evidence) {
    db.run("INSERT INTO flag_evidence VALUES (?, ?, ?, ?, ?, ?, ?)", flag.id, n++, place.article, place.claim,
           place.span, place.text);
  }
}

}  // namespace

void settle_flags(Database& db, std::string_view rule, std::string_view id) {
  FlagDecisions decisions(db, rule);
  static const std::string kOf = "WHERE f.rule = ?1 AND (?2 = '' OR f.id = ?2) AND f.status <> 'retired'";
  for (const Flag& before : select_flags(db, kOf, rule, id)) {
    Flag after = before;
    decisions.settle(after);
    if (before == after) continue;
    db.run("UPDATE flag SET (status, decision, stale_because) = (?, ?, ?) WHERE id = ?", name_of(after.status),
           after.decision, after.stale_because, after.id);
  }
}

namespace {

// One run against the stored flags. Lives for one transaction.
class RunWriter {
 public:
  RunWriter(Database& db, const RuleRun& run) : db_(db), run_(run), decisions_(db, run.rule) {
    if (run.scope) scope_.emplace(run.scope->begin(), run.scope->end());
  }

  Result<Done> check();
  FlagChanges write();

 private:
  [[nodiscard]] bool in_scope(const std::string& key) const { return !scope_ || scope_->contains(key); }
  std::set<std::string> stored_in_scope();
  void found(const Flag& flag);
  void gone(const std::string& id);
  void settle_wider();

  Database& db_;
  const RuleRun& run_;
  FlagDecisions decisions_;
  std::optional<std::set<std::string>> scope_;
  FlagChanges changes_;
};

Result<Done> RunWriter::check() {
  const auto malformed = [&](const Flag& flag, const std::string& what) {
    return Error{ErrorCode::malformed, "rule " + run_.rule, "flag '" + flag.id + "' " + what, "please report this", ""};
  };
  std::set<std::string_view> ids;
  for (const Flag& flag : run_.found) {
    if (flag.id.empty() || flag.subject.empty() || flag.blocks.empty())
      return malformed(flag, "lacks id, subject or block");
    if (flag.rule != run_.rule) return malformed(flag, "is of the rule " + flag.rule);
    if (!ids.insert(flag.id).second) return malformed(flag, "was found twice");
    for (const ClaimRef& ref : flag.claims) {
      if (!db_.lookup("SELECT 1 FROM claim c JOIN article a ON a.id = c.article WHERE a.name = ? AND c.ref = ?",
                      ref.article, ref.claim)) {
        return malformed(flag, "names a claim that is not stored: " + ref.article + "#" + ref.claim);
      }
    }
    for (const Evidence& place : flag.evidence) {
      if (!db_.lookup("SELECT 1 FROM article WHERE name = ?", place.article)) {
        return malformed(flag, "names an article that is not stored: " + place.article);
      }
    }
  }
  return Done{};
}

std::set<std::string> RunWriter::stored_in_scope() {
  std::set<std::string> ids;
  const auto collect = [&](Query&& row) {
    while (row.step()) ids.insert(row.text(0));
  };
  if (!scope_) collect(db_.query("SELECT id FROM flag WHERE rule = ? AND status <> 'retired'", run_.rule));
  if (scope_) {
    for (const std::string& key : *scope_) {
      collect(db_.query("SELECT flag FROM flag_block WHERE rule = ? AND key = ?", run_.rule, key));
    }
  }
  return ids;
}

FlagChanges RunWriter::write() {
  std::set<std::string> left = stored_in_scope();
  for (const Flag& flag : run_.found) {
    left.erase(flag.id);
    found(flag);
  }
  for (const std::string& id : left) gone(id);
  settle_wider();
  for (auto* ids : {&changes_.opened, &changes_.kept, &changes_.changed, &changes_.revived, &changes_.retired}) {
    std::sort(ids->begin(), ids->end());
  }
  const std::int64_t blocks = scope_ ? static_cast<std::int64_t>(scope_->size()) : -1;  // -1: written as NULL
  db_.run("INSERT INTO rule_run VALUES (NULL, ?, ?, ?, ?, ?, nullif(?, -1), ?, ?, ?)", run_.rule, run_.rule_sha256,
          run_.view, run_.params, run_.at, blocks, run_.found.size(), changes_.opened.size() + changes_.revived.size(),
          changes_.retired.size());
  return std::move(changes_);
}

void RunWriter::found(const Flag& flag) {
  const std::optional<Flag> before = find_flag(db_, flag.id);
  Flag after = flag;
  std::set<std::string> blocks(flag.blocks.begin(), flag.blocks.end());
  if (before)
    std::copy_if(before->blocks.begin(), before->blocks.end(), std::inserter(blocks, blocks.end()),
                 [&](const std::string& key) { return !in_scope(key); });
  after.blocks.assign(blocks.begin(), blocks.end());
  decisions_.settle(after);
  after.retired_because.clear();
  if (!before) {
    changes_.opened.push_back(flag.id);
  } else if (before->status == FlagStatus::retired) {
    changes_.revived.push_back(flag.id);
  } else {
    (before->evidence_sha256 == after.evidence_sha256 ? changes_.kept : changes_.changed).push_back(flag.id);
  }
  if (before != after) write_flag(db_, after);
}

// A flag that is there again brings the wide decisions about it back, for others of its rule, too: those of an imported
// log are older than its flags.
void RunWriter::settle_wider() {
  const auto wide = [&](const std::string& id) { return has_wide_decision(db_, id); };
  if (std::any_of(changes_.opened.begin(), changes_.opened.end(), wide)) settle_flags(db_, run_.rule, "");
}

void RunWriter::gone(const std::string& id) {
  std::optional<Flag> flag = find_flag(db_, id);
  std::erase_if(flag->blocks, [&](const std::string& key) { return in_scope(key); });
  if (flag->blocks.empty()) {
    flag->status = FlagStatus::retired;
    flag->stale_because.clear();
    flag->decision.clear();
    flag->retired_because = run_.because.empty() ? "no longer found" : run_.because;
    changes_.retired.push_back(id);
  }
  write_flag(db_, *flag);
}

}  // namespace

namespace {

// Calls `each` on every row of "SELECT `columns` FROM flag f" that the filter lets through, in the order of flags().
template <typename Each>
void for_each_flag(Database& db, std::string_view columns, const FlagFilter& filter, Each each) {
  static const std::string kWhere =
      "WHERE (f.status = ?1 OR ?1 IS NULL AND f.status <> 'retired') AND " + std::string(kRank) +
      " <= ?2 AND (?3 IS NULL OR f.rule = ?3) AND (?4 IS NULL OR f.kind = ?4) AND (?5 IS NULL OR EXISTS "
      "(SELECT 1 FROM flag_claim c WHERE c.flag = f.id AND c.article = ?5) OR EXISTS "
      "(SELECT 1 FROM flag_evidence e WHERE e.flag = f.id AND e.article = ?5)) AND (?6 IS NULL OR "
      "instr(lower(f.subject), lower(?6)) > 0 OR EXISTS (SELECT 1 FROM flag_claim l JOIN article a ON a.name = "
      "l.article JOIN claim c ON c.article = a.id AND c.ref = l.claim WHERE l.flag = f.id AND "
      "instr(lower(c.speaker), lower(?6)) > 0)) AND (NOT ?7 OR f.status IN ('open', 'stale')) ORDER BY " +
      std::string(kRank) + ", f.rule, f.subject, f.id LIMIT ?8";
  const auto asked = [](std::string_view text) { return text.empty() ? std::nullopt : std::optional(text); };
  const std::optional<std::string_view> status = filter.status ? std::optional(name_of(*filter.status)) : std::nullopt;
  const std::int64_t limit = filter.limit == 0 ? -1 : static_cast<std::int64_t>(filter.limit);
  const int rank = static_cast<int>(filter.severity.value_or(Severity::info));
  for (Query row = db.query(std::string(columns) + kWhere, status, rank, asked(filter.rule), asked(filter.kind),
                            asked(filter.article), asked(filter.person), filter.undecided ? 1 : 0, limit);
       row.step();) {
    each(row);
  }
}

}  // namespace

std::vector<Flag> Store::Impl::flags(const FlagFilter& filter) {
  std::vector<Flag> flags;
  for_each_flag(db, kSelect, filter, [&](const Query& row) { flags.push_back(flag_of(row)); });
  for (Flag& flag : flags) read_lists(db, flag);
  return flags;
}

std::vector<std::string> Store::Impl::flag_ids(const FlagFilter& filter) {
  std::vector<std::string> ids;
  for_each_flag(db, "SELECT f.id FROM flag f ", filter, [&](const Query& row) { ids.push_back(row.text(0)); });
  return ids;
}

Result<Flag> Store::Impl::flag(std::string_view id) {
  std::vector<Flag> found = select_flags(db, "WHERE f.id >= ?1 AND f.id < ?1 || 'g' ORDER BY f.id LIMIT 2", id);
  if (id.empty() || found.empty()) {
    return Error{ErrorCode::not_found, db.path(), "no flag '" + std::string(id) + "'", "'hearsay flags' lists them",
                 ""};
  }
  if (found.size() == 1) return std::move(found.front());
  return Error{ErrorCode::conflict, db.path(), "more than one flag begins with '" + std::string(id) + "'",
               "give more digits", ""};
}

Result<FlagChanges> Store::Impl::apply(const RuleRun& run) {
  Transaction transaction(db);
  RunWriter writer(db, run);
  if (Result<Done> checked = writer.check(); !checked) return checked.error();
  FlagChanges changes = writer.write();
  transaction.commit();
  return changes;
}

Result<std::size_t> Store::Impl::keep_retired(const std::vector<Flag>& flags) {
  Transaction transaction(db);
  std::size_t kept = 0;
  for (const Flag& flag : flags) {
    if (flag.status != FlagStatus::retired || flag.id != flag_id(flag.rule, flag.subject)) {
      return Error{ErrorCode::malformed, "flag " + flag.id, "is not a retired flag of the rule " + flag.rule,
                   "take it as it was exported", ""};
    }
    if (find_flag(db, flag.id)) continue;
    write_flag(db, flag);
    ++kept;
  }
  transaction.commit();
  return kept;
}

std::vector<RuleRunEntry> Store::Impl::rule_runs(std::string_view rule, std::size_t latest) {
  std::vector<RuleRunEntry> runs;
  for (Query row = db.query("SELECT rule, rule_sha256, view, params, at, blocks, found, opened, retired FROM rule_run "
                            "WHERE ?1 = '' OR rule = ?1 ORDER BY n DESC LIMIT ?2",
                            rule, latest == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(latest));
       row.step();) {
    RuleRunEntry run{row.text(0),  row.text(1), row.text(2), row.text(3), row.text(4),
                     std::nullopt, row.size(6), row.size(7), row.size(8)};
    if (!row.null(5)) run.blocks = row.size(5);
    runs.push_back(std::move(run));
  }
  std::reverse(runs.begin(), runs.end());
  return runs;
}

}  // namespace hearsay
