// Everything the store says twice is compared: pages against SQLite's own checks, sources against their hashes, rows of
// an article against its `reading` and `placing`, words against their spans, decisions against the log, the log against
// itself, a flag's status against its decisions. Nothing is repaired. Each check runs by itself, so that a damaged page
// does not hide what the others find.

#include <map>
#include <set>
#include <utility>

#include "core/store/blocks.h"
#include "core/store/claim_decisions.h"
#include "core/store/columns.h"
#include "core/store/impl.h"
#include "core/store/schema.h"
#include "core/store/seals.h"
#include "core/store/standing.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

class Verifier {
 public:
  Verifier(Database& db, Store::Impl& store) : db_(db), store_(store) {}

  std::vector<Fault> verify() {
    checked("store", [&] { pages(); });
    checked("schema", [&] { schema(); });
    checked("seals", [&] { seals(); });
    checked("log", [&] { log(); });
    checked("decisions", [&] { decisions(); });
    checked("flags", [&] { flags(); });
    checked("claims", [&] {
      if (const std::string wrong = ClaimDecisions(db_).fault(); !wrong.empty()) fault("claims", wrong);
    });
    checked("sources", [&] { sources(); });
    checked("articles", [&] { articles(); });
    checked("blocks", [&] {
      if (const std::string wrong = groups_fault(db_); !wrong.empty()) fault("blocks", wrong);
    });
    return std::move(faults_);
  }

 private:
  template <typename Check>
  void checked(const std::string& where, Check check) {
    try {
      check();
    } catch (const SQLite::Exception& e) {
      fault(where, std::string("cannot be read: ") + e.what());
    }
  }
  void fault(std::string where, std::string what) { faults_.push_back({std::move(where), std::move(what)}); }

  void pages();
  void schema();
  void seals();
  void log();
  void decisions();
  void flags();
  void sources();
  void articles();
  void article(std::int64_t row, const std::string& name);
  void spans(std::int64_t row, const std::string& name, std::string_view text);

  Database& db_;
  Store::Impl& store_;
  std::vector<Fault> faults_;
};

void Verifier::pages() {
  for (Query row = db_.query("PRAGMA integrity_check(20)"); row.step();) {
    if (row.text(0) != "ok") fault("store", row.text(0));
  }
  for (Query row = db_.query("PRAGMA foreign_key_check"); row.step();) {
    fault("table " + row.text(0), "a row refers to one of table " + row.text(2) + " that is not there");
  }
}

// Tables, triggers, views and the planner's figures, a line each.
std::set<std::string> shape_of(Database& db) {
  std::set<std::string> lines;
  for (const char* sql :
       {"SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema",
        "SELECT 'planner ' || tbl || ' ' || coalesce(idx, '') || ' ' || stat FROM sqlite_stat1"}) {
    for (Query row = db.query(sql); row.step();) lines.insert(row.text(0));
  }
  return lines;
}

// Those of a store that this program has just made; empty where there is no memory for one.
std::set<std::string> shape_of_new() {
  Result<std::unique_ptr<Database>> fresh = Database::open("file::memory:", OpenMode::create, {});
  if (!fresh || !migrate(**fresh)) return {};
  return shape_of(**fresh);
}

void Verifier::schema() {
  static const std::set<std::string> kExpected = shape_of_new();
  const std::set<std::string> found = shape_of(db_);
  for (const std::string& line : kExpected) {
    if (!found.contains(line)) fault("schema", "is not that of a store: " + line.substr(0, line.find('\n')));
  }
  for (const std::string& line : found) {
    if (!kExpected.contains(line)) fault("schema", "holds what no store has: " + line.substr(0, line.find('\n')));
  }
}

void Verifier::seals() {
  std::map<std::string, Seal> stored;
  for (Query row = db_.query("SELECT name, rows, digest FROM seal"); row.step();) {
    stored.emplace(row.text(0), Seal::of(row.integer(1), row.text(2)));
  }
  for (const std::string& table : sealed_tables(db_)) {
    checked("table " + table, [&] {
      const Seal found = seal_of(db_, table);
      const auto entry = stored.extract(table);
      const Seal expected = entry.empty() ? Seal{} : entry.mapped();
      if (found.rows != expected.rows) {
        fault("table " + table,
              "has " + std::to_string(found.rows) + " rows; " + std::to_string(expected.rows) + " were written");
      } else if (found != expected) {
        fault("table " + table, "a row is not as it was written");
      }
    });
  }
  for (const auto& [table, seal] : stored) fault("table " + table, "is sealed and not there");
}

void Verifier::log() {
  std::int64_t number = 0;
  std::string previous{kFirstPrevious};
  for (const LogEntry& entry : store_.log()) {
    const std::string where = "log entry " + std::to_string(entry.number);
    if (entry.number != ++number) fault(where, "entries before it are missing");
    if (entry.previous != previous) fault(where, "does not follow the entry before it");
    if (log_hash(entry.previous, entry.body) != entry.hash) fault(where, "its words no longer have this hash");
    previous = entry.hash;
    number = entry.number;
  }
}

void Verifier::decisions() {
  std::map<std::string, LogEntry> entries;  // by decision id
  for (LogEntry& entry : store_.log()) {
    const std::string id = entry.hash.substr(0, kDecisionIdDigits);
    entries.emplace(id, std::move(entry));
  }
  for (const Decision& decision : store_.decisions({}, {})) {
    const auto entry = entries.extract(decision.id);
    const std::string where = "decision " + decision.id;
    if (entry.empty()) {
      fault(where, "is not in the log");
    } else if (entry.mapped().body != log_body(decision)) {
      fault(where, "is not what the log says");
    }
  }
  for (const auto& [id, entry] : entries) fault("decision " + id, "is in the log and not in the store");
}

void Verifier::flags() {
  std::map<std::string, FlagDecisions> of_rule;
  for (Flag& flag : store_.flags({})) {
    const Flag stored = flag;
    of_rule.try_emplace(flag.rule, db_, flag.rule).first->second.settle(flag);
    if (flag.status != stored.status || flag.decision != stored.decision) {
      fault("flag " + stored.id, "its status '" + std::string(name_of(stored.status)) + "' is not what was decided");
    }
  }
}

void Verifier::sources() {
  std::vector<std::string> hashes;
  for (Query row = db_.query("SELECT sha256, frame_hash, bytes FROM source ORDER BY sha256"); row.step();) {
    hashes.push_back(row.text(0));
    if (sha256_hex(row.text(2)) != row.text(1)) fault("source " + row.text(0), "its stored bytes were changed");
  }
  for (const std::string& hash : hashes) {
    checked("source " + hash, [&] {
      const Result<Source> source = store_.source(hash);
      if (!source) {
        fault("source " + hash, source.error().message);
      } else if (sha256_hex(source->bytes) != hash) {
        fault("source " + hash, "its bytes no longer have this hash");
      }
    });
  }
}

void Verifier::articles() {
  std::vector<std::pair<std::int64_t, std::string>> rows;
  for (Query row = db_.query("SELECT id, name FROM article ORDER BY id"); row.step();) {
    rows.emplace_back(row.integer(0), row.text(1));
  }
  for (const auto& [row, name] : rows) {
    checked("article " + name, [&, id = row, article_name = name] { article(id, article_name); });
  }
}

// What ingest put into each table, in the order it wrote them, without SQLite's own numbers.
constexpr std::pair<std::string_view, std::string_view> kParts[] = {
    {"zone", "n, kind, byte_begin, byte_end"},
    {"article_entity", "n, kind, name, role"},
    {"claim", ""},
    {"name", "*"},
    {"mention", "*"},
    {"quantity", "*"},
    {"time", "*"},
    {"role", "*"},
    {"statement", "*"},
    {"quote", "*"},
    {"citation", "*"},
    {"part", "*"},
    {"summary", "*"},
};

// With the speakers that the text was read to name.
constexpr std::string_view kClaims =
    "SELECT c.n, ref, iif(r.n IS NULL, c.type, r.type), zone, act, modality, content, quoted, text, span_begin, "
    "span_end, iif(r.n IS NULL, c.has_speaker, r.has_speaker), iif(r.n IS NULL, c.speaker_begin, r.speaker_begin), "
    "iif(r.n IS NULL, c.speaker_end, r.speaker_end), iif(r.n IS NULL, c.mention, r.mention), iif(r.n IS NULL, "
    "c.speaker, r.speaker), iif(r.n IS NULL, c.speaker_kind, r.speaker_kind), iif(r.n IS NULL, c.role, r.role), "
    "iif(r.n IS NULL, c.entity, r.entity), cue_begin, cue_end, nested_in, via, said, said_basis, confidence, why FROM "
    "claim c LEFT JOIN claim_as_read r ON r.article = c.article AND r.n = c.n WHERE c.article = ? ORDER BY c.n";

std::vector<Cell> cells_of(const Query& row, int first) {
  std::vector<Cell> cells;
  for (int column = first; column < row.columns(); ++column) {
    const SQLite::Column value = row.column(column);
    if (value.isInteger()) {
      cells.emplace_back(value.getInt64());
    } else if (value.isFloat()) {
      cells.emplace_back(value.getDouble());
    } else if (value.isNull()) {
      cells.emplace_back(std::monostate{});
    } else {
      cells.emplace_back(row.text(column));
    }
  }
  return cells;
}

void Verifier::article(std::int64_t id, const std::string& name) {
  Rows rows;
  std::string reading, placing, text;
  bool current = false;
  {
    Query row = db_.query("SELECT reading, placing, superseded_by IS NULL, text, " + std::string(kReadingColumns) +
                              " FROM article WHERE id = ?",
                          id);
    if (!row.step()) return;
    reading = row.text(0);
    placing = row.text(1);
    current = row.integer(2) != 0;
    text = row.text(3);
    rows.article = cells_of(row, 4);
  }
  for (const auto& [table, columns] : kParts) {
    const int first = columns == "*" ? 1 : 0;  // without `article`
    const std::string all =
        "SELECT " + std::string(columns) + " FROM " + std::string(table) + " WHERE article = ? ORDER BY n";
    for (Query row = db_.query(table == "claim" ? kClaims : all, id); row.step();) {
      rows.parts.push_back({table, cells_of(row, first)});
    }
  }
  for (Query row = db_.query(
           "SELECT view, key, fact FROM block WHERE article = ?1 AND view NOT IN ('articles', 'origins') UNION "
           "ALL SELECT view, key, fact FROM withheld WHERE article = ?1",
           id);
       row.step();) {
    rows.blocks.push_back({{row.text(0), row.text(1)}, row.size(2)});
  }
  if (reading_of(rows) != reading) fault("article " + name, "its rows are not those that were written");
  if (current && placing_of(rows) != placing)
    fault("article " + name, "its facts stand in other blocks than they should");
  spans(id, name, text);
}

void Verifier::spans(std::int64_t id, const std::string& name, std::string_view text) {
  const auto spells = [&](Span span, const std::string& words) {
    return span.begin <= span.end && span.end <= text.size() && span.of(text) == words;
  };
  for (const std::string_view table : {"mention", "quantity", "time", "quote", "summary"}) {
    for (Query row =
             db_.query("SELECT byte_begin, byte_end, text FROM " + std::string(table) + " WHERE article = ?", id);
         row.step();) {
      if (!spells(row.span(0), row.text(2)))
        fault("article " + name, "a " + std::string(table) + " no longer spells '" + row.text(2) + "'");
    }
  }
  for (Query row = db_.query("SELECT speaker_begin, speaker_end, mention FROM claim_as_read WHERE article = ?", id);
       row.step();) {
    if (const auto speaker = row.maybe_span(0); speaker && !spells(*speaker, row.text(2)))
      fault("article " + name, "a speaker as read no longer spells '" + row.text(2) + "'");
  }
  for (Query row =
           db_.query("SELECT ref, content, text, speaker_begin, speaker_end, mention FROM claim WHERE article = ?", id);
       row.step();) {
    Claim claim;
    claim.content = spans_in(row.text(1));
    bool whole = !claim.content.empty();
    for (const Span& span : claim.content) whole = whole && span.begin <= span.end && span.end <= text.size();
    const std::string where = name + "#" + row.text(0);
    if (!whole || content_text(claim, text) != row.text(2)) fault(where, "its content no longer spells its text");
    if (const auto speaker = row.maybe_span(3); speaker && !spells(*speaker, row.text(5))) {
      fault(where, "its speaker no longer spells '" + row.text(5) + "'");
    }
  }
}

}  // namespace

std::vector<Fault> Store::Impl::verify() { return Verifier(db, *this).verify(); }

// What state_hash() leaves out: records of runs, and what keeps the store in order.
constexpr std::string_view kKeeping = "('rule_run', 'unchecked', 'seal')";
constexpr std::string_view kRetired = " WHERE flag IN (SELECT id FROM flag WHERE status <> 'retired')";

std::string Store::Impl::state_hash(StateOf what) {
  std::vector<std::string> tables;
  const std::string sql =
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'claim\\_text%' ESCAPE '\\' AND name NOT "
      "LIKE 'article\\_text%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT IN " +
      std::string(kKeeping) + " ORDER BY name";
  for (Query row = db.query(sql); row.step();) {
    tables.push_back(row.text(0));
  }
  std::string hash;
  for (const std::string& table : tables) {
    std::string holding;
    if (what == StateOf::what_holds) {
      if (table == "log" || table == "decision") continue;
      if (table == "flag") holding = " WHERE status <> 'retired'";
      if (table.starts_with("flag_")) holding = kRetired;
    }
    Rows rows;
    const int columns = db.query("SELECT * FROM " + table).columns();
    std::string order;
    for (int column = 1; column <= columns; ++column) order += (column == 1 ? "" : ", ") + std::to_string(column);
    for (Query row = db.query("SELECT * FROM " + table + holding + " ORDER BY " + order); row.step();) {
      rows.parts.push_back({table, cells_of(row, 0)});
    }
    hash = sha256_hex(hash + table + reading_of(rows));
  }
  return hash;
}

}  // namespace hearsay
