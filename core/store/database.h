#pragma once
// One connection to the store's file: prepared statements that are made once, transactions that are never half done,
// and SQLiteCpp's exceptions turned into Errors. Private to core/store.
//
//   return db.guarded([&]() -> Result<Done> {
//     Transaction transaction(db);
//     db.run("UPDATE flag SET status = ? WHERE id = ?", "open", id);
//     transaction.commit();
//     return Done{};
//   });

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/store/seals.h"
#include "core/store/store.h"
#include "core/value/result.h"
#include "core/value/span.h"

namespace hearsay {

// A running statement; gives it back to its connection, reset, when it goes. Throws SQLite::Exception.
class Query {
 public:
  explicit Query(SQLite::Statement& statement) : statement_(statement) {}
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  bool step() { return statement_.executeStep(); }
  [[nodiscard]] SQLite::Statement& statement() { return statement_; }

  [[nodiscard]] bool null(int column) const { return statement_.isColumnNull(column); }
  [[nodiscard]] std::string text(int column) const;  // empty for NULL
  [[nodiscard]] std::int64_t integer(int column) const { return statement_.getColumn(column).getInt64(); }
  [[nodiscard]] std::size_t size(int column) const { return static_cast<std::size_t>(integer(column)); }
  [[nodiscard]] double real(int column) const { return statement_.getColumn(column).getDouble(); }
  [[nodiscard]] std::optional<double> maybe_real(int column) const;
  [[nodiscard]] std::optional<std::int64_t> maybe_integer(int column) const;
  // Columns `column` and `column` + 1; nothing if the first is NULL.
  [[nodiscard]] std::optional<Span> maybe_span(int column) const;
  [[nodiscard]] Span span(int column) const { return {size(column), size(column + 1)}; }
  [[nodiscard]] int columns() const { return statement_.getColumnCount(); }
  [[nodiscard]] SQLite::Column column(int column) const { return statement_.getColumn(column); }

 private:
  SQLite::Statement& statement_;
};

class Database {
 public:
  // Opens the file and checks that it is a store or may become one; see Store::open. Writes nothing.
  static Result<std::unique_ptr<Database>> open(const std::string& path, OpenMode mode, OpenOptions options);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] SQLite::Database& connection() { return connection_; }

  // A statement with its parameters bound in order: text, numbers, optionals (NULL when empty), spans take two. Each
  // SQL text is prepared once; one Query of it may run at a time.
  template <typename... Args>
  Query query(std::string_view sql, const Args&... args) {
    SQLite::Statement& statement = prepared(sql);
    [[maybe_unused]] int at = 0;
    (bind(statement, at, args), ...);
    return Query(statement);
  }
  // Runs a statement that answers nothing; returns the number of rows it changed.
  template <typename... Args>
  int run(std::string_view sql, const Args&... args) {
    Query running = query(sql, args...);
    running.step();
    return connection_.getChanges();
  }
  // The first column of the first row as text; nothing without a row.
  template <typename... Args>
  std::optional<std::string> lookup(std::string_view sql, const Args&... args) {
    Query running = query(sql, args...);
    if (!running.step()) return std::nullopt;
    return running.text(0);
  }

  // BEGIN IMMEDIATE. Throws SQLITE_READONLY for a store opened read-only, which SQLite itself would let pass here.
  void begin();

  // Commits what begin() began, with the seals of what was written.
  void commit();

  // Calls `work` and turns whatever it throws into an Error.
  template <typename Work>
  auto guarded(Work&& work) -> decltype(work()) {
    try {
      return std::forward<Work>(work)();
    } catch (const SQLite::Exception& e) {
      return error_of(e);
    } catch (const std::exception& e) {
      return Error{ErrorCode::internal, path_, e.what(), "please report this", ""};
    }
  }

  // From here on every transaction keeps the seals. The schema must be up to date.
  void keep_seals() { seals_.emplace(connection_.getHandle()); }
  [[nodiscard]] std::optional<Seals>& seals() { return seals_; }

  bool in_batch = false;  // ingests join the transaction begun by Store::begin_batch()

 private:
  Database(const std::string& path, int flags, int busy_ms);

  [[nodiscard]] Error error_of(const SQLite::Exception& e) const;
  Result<Done> check_file(OpenMode mode);
  SQLite::Statement& prepared(std::string_view sql);

  static void bind(SQLite::Statement& statement, int& at, std::string_view text);
  static void bind(SQLite::Statement& statement, int& at, std::int64_t number) { statement.bind(++at, number); }
  static void bind(SQLite::Statement& statement, int& at, std::size_t number) {
    statement.bind(++at, static_cast<std::int64_t>(number));
  }
  static void bind(SQLite::Statement& statement, int& at, int number) { statement.bind(++at, number); }
  static void bind(SQLite::Statement& statement, int& at, double number) { statement.bind(++at, number); }
  static void bind(SQLite::Statement& statement, int& at, Span span) {
    bind(statement, at, span.begin);
    bind(statement, at, span.end);
  }
  template <typename T>
  static void bind(SQLite::Statement& statement, int& at, const std::optional<T>& value) {
    if (value.has_value()) {
      bind(statement, at, *value);
    } else {
      ++at;  // cleared bindings are NULL
    }
  }

  std::string path_;
  SQLite::Database connection_;
  std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> statements_;
  std::optional<Seals> seals_;
};

// BEGIN IMMEDIATE, or a savepoint inside a batch. Undone when it goes without commit().
class Transaction {
 public:
  explicit Transaction(Database& db);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  Database& db_;
  bool nested_;
  Seals::Heard heard_;  // before the savepoint
  bool open_ = true;
};

// A transaction that is on the disk when commit() returns, whatever happens to the machine after it. Not inside a
// batch.
class DurableTransaction {
 public:
  explicit DurableTransaction(Database& db);
  ~DurableTransaction();
  DurableTransaction(const DurableTransaction&) = delete;
  DurableTransaction& operator=(const DurableTransaction&) = delete;

  void commit() { transaction_->commit(); }

 private:
  Database& db_;
  std::optional<Transaction> transaction_;
};

}  // namespace hearsay
