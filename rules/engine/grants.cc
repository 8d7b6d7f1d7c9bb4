// The unknown is refused: an action, a function or a column that is not listed does not compile, and the first refusal
// is kept for the person who wrote the rule. Functions left out on purpose: those that build long strings or blobs in
// one call (printf, format, replace, zeroblob, randomblob, hex: SQLite's progress handler does not fire inside a
// function), those that differ from run to run (random, the dates that know "now"), and those that reach outside
// (load_extension, writefile).

#include "rules/engine/grants.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <iterator>

#include "rules/engine/functions.h"
#include "rules/engine/rule.h"

namespace hearsay {
namespace {

constexpr std::string_view kBuiltIn[] = {
    "abs",   "avg",    "coalesce",  "count",      "dense_rank", "first_value", "glob",   "group_concat", "ifnull",
    "instr", "iif",    "lag",       "last_value", "lead",       "length",      "like",   "lower",        "ltrim",
    "max",   "min",    "nth_value", "ntile",      "nullif",     "rank",        "round",  "row_number",   "rtrim",
    "sign",  "substr", "substring", "sum",        "total",      "trim",        "typeof", "upper"};

std::string_view text_of(const char* text) { return text == nullptr ? std::string_view{} : std::string_view{text}; }

bool is_view(std::string_view name) {
  return std::find(std::begin(kFactViews), std::end(kFactViews), name) != std::end(kFactViews);
}

std::string_view name_of_action(int action) {
  switch (action) {
    case SQLITE_INSERT:
      return "INSERT";
    case SQLITE_UPDATE:
      return "UPDATE";
    case SQLITE_DELETE:
      return "DELETE";
    case SQLITE_PRAGMA:
      return "PRAGMA";
    case SQLITE_ATTACH:
      return "ATTACH";
    case SQLITE_DETACH:
      return "DETACH";
    case SQLITE_TRANSACTION:
      return "a transaction";
    case SQLITE_SAVEPOINT:
      return "SAVEPOINT";
    case SQLITE_ANALYZE:
      return "ANALYZE";
    case SQLITE_REINDEX:
      return "REINDEX";
    case SQLITE_ALTER_TABLE:
      return "ALTER TABLE";
    case SQLITE_RECURSIVE:
      return "a recursive common table expression";
    case SQLITE_CREATE_VTABLE:
    case SQLITE_DROP_VTABLE:
      return "a virtual table";
    default:
      return "CREATE, DROP or another change of the schema";
  }
}

}  // namespace

void Grants::learn_views(sqlite3* database) {
  sqlite3_set_authorizer(database, &Grants::learn, this);
  for (const std::string_view view : kFactViews) {
    sqlite3_stmt* statement = nullptr;
    const std::string sql = fmt::format("SELECT count(*), * FROM {}", view);
    sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr);
    sqlite3_finalize(statement);
  }
  sqlite3_set_authorizer(database, &Grants::judge, this);
}

void Grants::guard(const Rule& rule, std::vector<std::string> sources) {
  rule_ = &rule;
  sources_ = std::move(sources);
  refusal_.clear();
  refused_word_.clear();
}

int Grants::learn(void* self, int action, const char* first, const char* second, const char*, const char* through) {
  auto& grants = *static_cast<Grants*>(self);
  if (through == nullptr) return SQLITE_OK;
  if (action == SQLITE_READ) grants.columns_.emplace(text_of(first), text_of(second));
  if (action == SQLITE_FUNCTION) grants.functions_.emplace(text_of(second));
  return SQLITE_OK;
}

int Grants::judge(void* self, int action, const char* first, const char* second, const char* schema,
                  const char* through) {
  auto& grants = *static_cast<Grants*>(self);
  if (grants.rule_ == nullptr) return SQLITE_OK;
  switch (action) {
    case SQLITE_SELECT:
      return SQLITE_OK;
    case SQLITE_READ:
      return grants.judge_read(text_of(first), text_of(second), text_of(schema), text_of(through));
    case SQLITE_FUNCTION:
      return grants.judge_call(text_of(second), text_of(through));
    default:
      // SQLite announces a table-valued function as a change of its schema table.
      return grants.refuse(
          fmt::format("a rule may only SELECT; this is {}",
                      text_of(first).starts_with("sqlite_") ? "a virtual table" : name_of_action(action)),
          text_of(first));
  }
}

int Grants::judge_read(std::string_view table, std::string_view column, std::string_view schema,
                       std::string_view through) {
  const bool needed = std::find(rule_->needs.begin(), rule_->needs.end(), table) != rule_->needs.end();
  if (is_view(table) && (needed || !through.empty())) {
    if (schema == "temp" || !through.empty()) return SQLITE_OK;
    return refuse(fmt::format("\"{}.{}\" goes round the scope of the run; write \"{}\"", schema, table, table), schema);
  }
  if (is_view(table)) return refuse(fmt::format("view \"{}\" is not among the header's \"needs\"", table), table);
  if (!through.empty() && columns_.count({std::string{table}, std::string{column}}) != 0) return SQLITE_OK;
  // A table behind a view of which no column is used is reported without column and view; harmless unless the rule
  // names it itself.
  if (column.empty() && std::find(sources_.begin(), sources_.end(), table) == sources_.end()) return SQLITE_OK;
  return refuse(fmt::format("\"{}\" is no fact view; rules read views only", table), table);
}

int Grants::judge_call(std::string_view function, std::string_view through) {
  if (std::find(std::begin(kBuiltIn), std::end(kBuiltIn), function) != std::end(kBuiltIn)) return SQLITE_OK;
  if (is_rule_function(function)) return SQLITE_OK;
  if (!through.empty() && functions_.count(function) != 0) return SQLITE_OK;
  return refuse(fmt::format("function \"{}\" is not one a rule may call", function), function);
}

int Grants::refuse(std::string reason, std::string_view word) {
  if (refusal_.empty()) {
    refusal_ = std::move(reason);
    refused_word_ = word;
  }
  return SQLITE_DENY;
}

}  // namespace hearsay
