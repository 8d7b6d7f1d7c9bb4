// Fences, outermost first: the file is opened read-only; DEFENSIVE, no trusted schema, no double-quoted strings, no
// extensions, limits on lengths, depth and attached files; text that SQLite would pass over (anything behind the first
// statement, an expression that bears a view's name) is refused; the authorizer (grants.cc) compiles reads of the fact
// views and listed functions only; a plan with an inner loop without a key is refused; a progress handler counts steps;
// rows are capped; the heap is limited while the rule runs.
// The views are the program's own (core/store/facts.sql), made as temporary ones, so that neither a doctored file nor
// an older one decides what a rule sees. A narrowed run hides the stored table `block` behind a temporary view of the
// blocks in scope; the rule's text never changes.
// Known limits: steps are counted every kTickSteps instructions, so that a run may overstep by as much; SQLite's own
// functions are not interrupted, which is why the long ones are not granted.

#include "rules/engine/sandbox.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/store/store.h"
#include "rules/engine/functions.h"
#include "rules/engine/sql_words.h"

namespace hearsay {
namespace {

constexpr int kTickSteps = 1000;
constexpr std::string_view kFresh = "1 AS fresh";  // in facts.sql
constexpr std::size_t kMostAsked = 100;            // questions of the program kept compiled

constexpr std::pair<int, int> kLimits[] = {
    {SQLITE_LIMIT_SQL_LENGTH, static_cast<int>(2 * kMaxRuleBytes)},
    {SQLITE_LIMIT_COLUMN, 200},
    {SQLITE_LIMIT_EXPR_DEPTH, 100},
    {SQLITE_LIMIT_COMPOUND_SELECT, 20},
    {SQLITE_LIMIT_VDBE_OP, 100'000},
    {SQLITE_LIMIT_FUNCTION_ARG, 16},
    {SQLITE_LIMIT_ATTACHED, 0},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 100},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
    {SQLITE_LIMIT_WORKER_THREADS, 0},
};

Error database_error(sqlite3* database, const std::string& where) {
  const int code = sqlite3_errcode(database) & 0xFF;
  const ErrorCode kind = code == SQLITE_BUSY || code == SQLITE_LOCKED      ? ErrorCode::locked
                         : code == SQLITE_NOTADB || code == SQLITE_CORRUPT ? ErrorCode::malformed
                                                                           : ErrorCode::unreadable;
  return Error{kind, where, sqlite3_errmsg(database), "run `hearsay verify` on the store", ""};
}

// The process's heap limit for as long as a rule runs.
class HeapLimit {
 public:
  explicit HeapLimit(std::int64_t bytes) : before_(sqlite3_hard_heap_limit64(sqlite3_memory_used() + bytes)) {}
  ~HeapLimit() { sqlite3_hard_heap_limit64(before_); }
  HeapLimit(const HeapLimit&) = delete;
  HeapLimit& operator=(const HeapLimit&) = delete;

 private:
  sqlite3_int64 before_;
};

Row::Value value_of(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      return std::int64_t{sqlite3_column_int64(statement, column)};
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column);
    case SQLITE_NULL:
      return std::monostate{};
    default: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
      return text == nullptr ? std::string{}
                             : std::string{text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
    }
  }
}

void bind_value(sqlite3_stmt* statement, int index, const Row::Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) sqlite3_bind_int64(statement, index, *integer);
  if (const auto* real = std::get_if<double>(&value)) sqlite3_bind_double(statement, index, *real);
  if (const auto* text = std::get_if<std::string>(&value)) {
    sqlite3_bind_text64(statement, index, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
  }
}

}  // namespace

void Sandbox::Closer::operator()(sqlite3* database) const { sqlite3_close_v2(database); }
void Sandbox::Closer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Sandbox::~Sandbox() = default;

Result<std::unique_ptr<Sandbox>> Sandbox::open(const std::string& store_path, const Comparers& comparers,
                                               SandboxLimits limits) {
  std::unique_ptr<Sandbox> sandbox(new Sandbox(limits));
  sqlite3* database = nullptr;
  const int opened = sqlite3_open_v2(store_path.c_str(), &database,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
  sandbox->database_.reset(database);
  if (opened != SQLITE_OK) {
    return Error{ErrorCode::not_found, store_path, "the store cannot be opened for reading",
                 "name a store with --store", ""};
  }
  for (const auto& [option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                      {SQLITE_DBCONFIG_DQS_DML, 0},
                                      {SQLITE_DBCONFIG_DQS_DDL, 0},
                                      {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                      {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                      {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0}}) {
    sqlite3_db_config(database, option, value, nullptr);
  }
  sqlite3_limit(database, SQLITE_LIMIT_LENGTH, limits.text_bytes);
  sqlite3_busy_timeout(database, 5000);
  add_rule_functions(database, comparers);
  if (Result<Done> defined = sandbox->define_views(); !defined) return std::move(defined).error();
  for (const auto& [limit, value] : kLimits) sqlite3_limit(database, limit, value);
  // Once narrowed and once wide: the views read more tables when they are narrowed.
  if (Result<Done> narrowed = sandbox->narrow({}); !narrowed) return std::move(narrowed).error();
  sandbox->grants_.learn_views(database);
  if (Result<Done> widened = sandbox->widen(); !widened) return std::move(widened).error();
  sandbox->grants_.learn_views(database);
  return sandbox;
}

Result<Done> Sandbox::define_views() {
  std::string sql{fact_views().text};
  // Of a group: whether all of its block is to be looked at, or one of its facts is new.
  for (std::size_t at = sql.find(kFresh); at != std::string::npos; at = sql.find(kFresh, at + 1)) {
    sql.replace(at, kFresh.size(), "(scoped.key IS NULL OR came.key IS NOT NULL) AS fresh");
    sql.insert(
        sql.find("WHERE z.view", at),
        "LEFT JOIN temp.scope scoped ON scoped.key = z.key AND scoped.grown LEFT JOIN temp.came came ON came.key "
        "= z.key AND came.group_id = g.group_id ");
  }
  // The stored file has views of the same names; these hide them.
  for (std::size_t at = sql.find("CREATE VIEW"); at != std::string::npos; at = sql.find("CREATE VIEW", at + 16)) {
    sql.replace(at, 11, "CREATE TEMP VIEW");
  }
  // The planner is told that a scope is small; else it would build filters over whole tables for it.
  return execute(
      "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; CREATE TEMP TABLE scope (key TEXT PRIMARY KEY, grown "
      "INTEGER) WITHOUT ROWID; CREATE TEMP TABLE came (key TEXT, group_id INTEGER, PRIMARY KEY (key, group_id)) "
      "WITHOUT "
      "ROWID; INSERT INTO temp.scope VALUES ('', 0); ANALYZE temp.scope; DELETE FROM temp.scope; UPDATE "
      "temp.sqlite_stat1 SET stat = '100 "
      "1'; "
      "ANALYZE temp.sqlite_schema;" +
      sql);
}

Result<Done> Sandbox::execute(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return database_error(database_.get(), "the store");
  }
  return Done{};
}

Result<Done> Sandbox::came(const std::vector<std::int64_t>& articles) {
  if (Result<Done> done = execute("DELETE FROM temp.came"); !done) return done;
  std::vector<std::string> numbers;
  for (const std::int64_t article : articles) numbers.push_back(std::to_string(article));
  return scope(
      "INSERT OR IGNORE INTO temp.came SELECT key, group_id FROM main.block WHERE article = CAST(? AS INTEGER)",
      numbers);
}

Result<Done> Sandbox::narrow(const std::vector<std::string>& keys, const std::vector<std::string>& grown) {
  // The views change only when a run was wide before: what is compiled stays good otherwise.
  if (!narrow_) {
    compiled_.clear();
    Result<Done> done = execute(
        "CREATE TEMP VIEW block AS SELECT b.view, b.key, b.group_id, b.article, b.fact FROM temp.scope AS s CROSS JOIN "
        "main.block AS b ON b.key = s.key; CREATE TEMP VIEW block_size AS SELECT b.view, b.key, b.groups FROM "
        "temp.scope AS s CROSS JOIN main.block_size AS b ON b.key = s.key;");
    if (!done) return done;
    narrow_ = true;
  }
  if (Result<Done> done = execute("DELETE FROM temp.scope"); !done) return done;
  if (Result<Done> done = scope("INSERT OR IGNORE INTO temp.scope VALUES (?, 0)", keys); !done) return done;
  return scope("UPDATE temp.scope SET grown = 1 WHERE key = ?", grown);
}

// Runs a statement with each of the texts.
Result<Done> Sandbox::scope(const std::string& statement, const std::vector<std::string>& texts) {
  sqlite3_stmt* raw = nullptr;
  sqlite3_prepare_v2(database_.get(), statement.c_str(), -1, &raw, nullptr);
  const Statement running(raw);
  for (const std::string& text : texts) {
    sqlite3_reset(raw);
    sqlite3_bind_text64(raw, 1, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (sqlite3_step(raw) != SQLITE_DONE) return database_error(database_.get(), "the scope of the run");
  }
  return Done{};
}

Result<Done> Sandbox::widen() {
  if (!narrow_) return Done{};
  narrow_ = false;
  compiled_.clear();
  return execute("DROP VIEW IF EXISTS temp.block; DROP VIEW IF EXISTS temp.block_size; DELETE FROM temp.scope;");
}

Error Sandbox::fault(const Rule& rule) const {
  sqlite3* database = database_.get();
  const std::vector<SqlWord> words = sql_words(rule.text, rule.sql_begin);
  if (!grants_.refusal().empty()) {
    return error_at_word(rule, word_named(words, grants_.refused_word()), grants_.refusal(),
                         "docs/rules.md says what a rule may read and call");
  }
  const int code = sqlite3_errcode(database) & 0xFF;
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED || code == SQLITE_CORRUPT || code == SQLITE_IOERR) {
    return database_error(database, "the store");
  }
  if (code == SQLITE_INTERRUPT || code == SQLITE_NOMEM || code == SQLITE_TOOBIG) {
    Error error =
        error_at_word(rule, words.empty() ? nullptr : &words.front(),
                      code == SQLITE_INTERRUPT ? fmt::format("stopped after {} steps", limits_.steps)
                      : code == SQLITE_NOMEM   ? fmt::format("stopped at {} bytes of memory", limits_.heap_bytes)
                                             : fmt::format("a text or row is longer than {} bytes", limits_.text_bytes),
                      "compare inside blocks only: join on block_key");
    error.code = ErrorCode::too_large;
    return error;
  }
  const int offset = sqlite3_error_offset(database);
  const std::size_t at =
      offset < 0 ? (words.empty() ? rule.sql_begin : words.front().span.begin) : static_cast<std::size_t>(offset);
  return error_at(rule.file, rule.text, at, sqlite3_errmsg(database), "docs/facts.md lists views and columns");
}

Result<Sandbox::Statement> Sandbox::compile(const Rule& rule) {
  const std::vector<SqlWord> words = sql_words(rule.text, rule.sql_begin);
  if (std::optional<Error> refused = refused_form(rule, words)) return *std::move(refused);
  sqlite3_stmt* raw = nullptr;
  grants_.guard(rule, sources_of(words));
  const int prepared =
      sqlite3_prepare_v3(database_.get(), rule.text.data(), static_cast<int>(rule.text.size()), 0, &raw, nullptr);
  Statement statement(raw);
  if (prepared != SQLITE_OK) return fault(rule);
  if (raw == nullptr || sqlite3_stmt_readonly(raw) == 0 || sqlite3_stmt_isexplain(raw) != 0 ||
      sqlite3_column_count(raw) == 0) {
    return error_at_word(rule, &words.front(), "a rule is exactly one SELECT", "begin with SELECT or WITH");
  }
  if (std::optional<Error> refused = refused_columns(rule, raw)) return *std::move(refused);
  return statement;
}

Result<Plan> Sandbox::check(const Rule& rule) {
  Result<Statement> statement = compile(rule);
  if (!statement) {
    grants_.release();
    return std::move(statement).error();
  }
  sqlite3_stmt* raw = nullptr;
  const std::string sql = "EXPLAIN QUERY PLAN " + rule.text.substr(rule.sql_begin);
  sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &raw, nullptr);
  const Statement explain(raw);
  Plan plan = raw == nullptr ? Plan{} : plan_of(raw);
  Result<Done> bound = bind(statement->get(), rule, {});
  grants_.release();
  if (!bound) return std::move(bound).error();
  return plan;
}

Result<Done> Sandbox::bind(sqlite3_stmt* statement, const Rule& rule, const ParamValues& params) {
  for (const auto& [name, value] : params) {
    if (std::none_of(rule.params.begin(), rule.params.end(),
                     [&name = name](const RuleParam& p) { return p.name == name; })) {
      return Error{ErrorCode::not_found, rule.id, fmt::format("the rule has no parameter \"{}\"", name),
                   "`hearsay rules explain` lists them", ""};
    }
  }
  for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
    const char* raw = sqlite3_bind_parameter_name(statement, i);
    const std::string name = raw == nullptr ? "?" : raw;
    if (std::none_of(rule.params.begin(), rule.params.end(),
                     [&name](const RuleParam& p) { return ":" + p.name == name; })) {
      const std::vector<SqlWord> words = sql_words(rule.text, rule.sql_begin);
      const SqlWord* word = name.size() > 1 ? word_named(words, name.substr(1)) : nullptr;
      return error_at_word(rule, word, fmt::format("\"{}\" is no parameter of the header", name),
                           "add a line \"-- param: name REAL default \"what it is for\"\"");
    }
  }
  for (const RuleParam& param : rule.params) {
    const int index = sqlite3_bind_parameter_index(statement, (":" + param.name).c_str());
    if (index == 0) {
      return error_at_word(rule, nullptr, fmt::format("parameter \"{}\" is never used", param.name),
                           fmt::format("write :{} in the SELECT or remove the line", param.name));
    }
    const auto set = params.find(param.name);
    const std::string& value = set == params.end() ? param.value : set->second;
    const char* end = value.data() + value.size();
    double real = 0;
    if (param.type == ParamType::text) {
      sqlite3_bind_text64(statement, index, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } else if (const auto [stop, fault] = std::from_chars(value.data(), end, real);
               fault != std::errc{} || stop != end) {
      return Error{ErrorCode::malformed, rule.id,
                   fmt::format("\"{}\" is no number for parameter \"{}\"", value, param.name), "give a number", ""};
    } else if (param.type == ParamType::integer) {
      sqlite3_bind_int64(statement, index, std::llround(real));
    } else {
      sqlite3_bind_double(statement, index, real);
    }
  }
  return Done{};
}

int Sandbox::tick(void* self) {
  auto& sandbox = *static_cast<Sandbox*>(self);
  if (sandbox.steps_left_ < kTickSteps) return 1;
  sandbox.steps_left_ -= kTickSteps;
  return 0;
}

Result<std::vector<Row>> Sandbox::collect(sqlite3_stmt* statement, const Rule& rule) {
  const auto names = std::make_shared<const std::vector<std::string>>(columns_of(statement));
  std::vector<Row> rows;
  steps_left_ = limits_.steps;
  sqlite3_progress_handler(database_.get(), kTickSteps, &Sandbox::tick, this);
  const HeapLimit heap(limits_.heap_bytes);
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW && rows.size() <= limits_.rows) {
    std::vector<Row::Value> values;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) values.push_back(value_of(statement, i));
    rows.emplace_back(names, std::move(values));
  }
  sqlite3_progress_handler(database_.get(), 0, nullptr, nullptr);
  if (rows.size() > limits_.rows) {
    Error error = error_at_word(rule, nullptr, fmt::format("rule too broad: more than {} results", limits_.rows),
                                "one flag is one dispute of a block: group by block_key");
    error.code = ErrorCode::too_large;
    return error;
  }
  if (code != SQLITE_DONE) return fault(rule);
  return rows;
}

Result<std::vector<Row>> Sandbox::run(const Rule& rule, const ParamValues& params) {
  const Result<const Compiled*> found = compiled(rule);
  if (!found) return found.error();
  sqlite3_stmt* statement = (*found)->statement.get();
  // SQLite compiles anew by itself what another connection's change of the schema has made stale
  grants_.guard(rule, (*found)->sources);
  Result<std::vector<Row>> rows = std::vector<Row>{};
  if (Result<Done> bound = bind(statement, rule, params); !bound) {
    rows = std::move(bound).error();
  } else {
    rows = collect(statement, rule);
  }
  sqlite3_reset(statement);
  grants_.release();
  return rows;
}

Result<const Sandbox::Compiled*> Sandbox::compiled(const Rule& rule) {
  const auto known = compiled_.find(rule.sha256);
  if (known != compiled_.end()) return &known->second;
  Result<Plan> plan = check(rule);
  if (!plan) return std::move(plan).error();
  if (plan->scan) {
    return error_at_word(rule, nullptr, fmt::format("compares everything with everything: {}", *plan->scan),
                         "join the views on block_key");
  }
  Result<Statement> statement = compile(rule);
  grants_.release();
  if (!statement) return std::move(statement).error();
  Compiled made{*std::move(statement), sources_of(sql_words(rule.text, rule.sql_begin))};
  return &compiled_.emplace(rule.sha256, std::move(made)).first->second;
}

Result<std::vector<std::string>> Sandbox::columns_of_view(const std::string& view) {
  const auto known = columns_.find(view);
  if (known != columns_.end()) return known->second;
  sqlite3_stmt* raw = nullptr;
  sqlite3_prepare_v2(database_.get(), ("SELECT * FROM " + view).c_str(), -1, &raw, nullptr);
  const Statement statement(raw);
  if (raw == nullptr) return database_error(database_.get(), "view " + view);
  return columns_[view] = columns_of(raw);
}

Result<Done> Sandbox::show(const std::string& view, const std::vector<std::map<std::string, Row::Value>>& rows) {
  compiled_.clear();
  const bool replaced = !shown_.insert(view).second;
  Result<std::vector<std::string>> columns = columns_of_view(view);
  if (!columns) return std::move(columns).error();
  std::string marks;
  for (std::size_t i = 0; i < columns->size(); ++i) marks += i == 0 ? "?" : ",?";
  const std::string table = "temp." + view;
  if (Result<Done> made =
          execute(fmt::format("DROP {0} {1}; CREATE TABLE {1} ({2}); CREATE INDEX temp.{3}_block ON {3} (block_key);",
                              replaced ? "TABLE" : "VIEW", table, fmt::join(*columns, ","), view));
      !made) {
    return made;
  }
  sqlite3_stmt* raw = nullptr;
  sqlite3_prepare_v2(database_.get(), fmt::format("INSERT INTO {} VALUES ({})", table, marks).c_str(), -1, &raw,
                     nullptr);
  const Statement insert(raw);
  for (const auto& row : rows) {
    sqlite3_reset(raw);
    sqlite3_clear_bindings(raw);
    for (const auto& [column, value] : row) {
      const auto found = std::find(columns->begin(), columns->end(), column);
      if (found == columns->end()) {
        return Error{ErrorCode::malformed, view, fmt::format("the view has no column \"{}\"", column),
                     "docs/facts.md lists them", ""};
      }
      bind_value(raw, static_cast<int>(found - columns->begin()) + 1, value);
    }
    if (sqlite3_step(raw) != SQLITE_DONE) return database_error(database_.get(), "view " + view);
  }
  return Done{};
}

Result<std::vector<Row>> Sandbox::ask(const std::string& sql, const std::vector<std::string>& arguments) {
  Statement& statement = asked_[sql];
  if (!statement) {
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &made, nullptr) != SQLITE_OK) {
      asked_.erase(sql);
      return database_error(database_.get(), "the store");
    }
    statement.reset(made);
  }
  sqlite3_stmt* raw = statement.get();
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    sqlite3_bind_text64(raw, static_cast<int>(i + 1), arguments[i].data(), arguments[i].size(), SQLITE_STATIC,
                        SQLITE_UTF8);
  }
  const auto names = std::make_shared<const std::vector<std::string>>(columns_of(raw));
  std::vector<Row> rows;
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(raw)) == SQLITE_ROW) {
    std::vector<Row::Value> values;
    for (int i = 0; i < sqlite3_column_count(raw); ++i) values.push_back(value_of(raw, i));
    rows.emplace_back(names, std::move(values));
  }
  if (code != SQLITE_DONE) {
    Error error = database_error(database_.get(), "the store");
    asked_.erase(sql);
    return error;
  }
  sqlite3_reset(raw);
  sqlite3_clear_bindings(raw);
  if (asked_.size() > kMostAsked) asked_.clear();
  return rows;
}

}  // namespace hearsay
