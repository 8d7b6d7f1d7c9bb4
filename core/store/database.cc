// Opening is careful in this order: look at the path, open, ask SQLite whether it may write, read the header's
// application id and version. Only then is the journal mode changed, so that a file that is none of ours is never
// touched. Waiting for other processes is SQLite's busy timeout; turning WAL on does not honour it (two processes
// making one store), so that step is tried again here.

#include "core/store/database.h"

#include <sqlite3.h>

#include <filesystem>
#include <system_error>

#include "core/store/blocks.h"
#include "core/store/schema.h"

namespace hearsay {
namespace {

constexpr int kRetryMs = 10;

bool is_uri(std::string_view path) { return path.starts_with("file:"); }

int flags_of(OpenMode mode) {
  switch (mode) {
    case OpenMode::create:
      return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_URI;
    case OpenMode::existing:
      return SQLite::OPEN_READWRITE | SQLite::OPEN_URI;
    case OpenMode::read_only:
      break;
  }
  return SQLite::OPEN_READONLY | SQLite::OPEN_URI;
}

Result<Done> check_path(const std::string& path, OpenMode mode) {
  if (is_uri(path)) return Done{};
  std::error_code ignored;
  const std::filesystem::path file(path);
  if (std::filesystem::is_directory(file, ignored)) {
    return Error{ErrorCode::unreadable, path, "a folder, not a store",
                 "name a file in it: --store " + path + "/hearsay.db", ""};
  }
  if (std::filesystem::exists(file, ignored)) return Done{};
  if (mode != OpenMode::create) {
    return Error{ErrorCode::not_found, path, "no such store",
                 "make one with 'hearsay ingest', or name another with --store", ""};
  }
  const std::filesystem::path folder = file.parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder, ignored)) {
    return Error{ErrorCode::not_found, path, "no such folder: " + folder.string(), "make the folder first", ""};
  }
  return Done{};
}

}  // namespace

Query::~Query() {
  statement_.tryReset();
  statement_.clearBindings();
}

std::string Query::text(int column) const {
  const SQLite::Column value = statement_.getColumn(column);
  const void* bytes = value.getBlob();  // getText stops at a NUL
  return bytes == nullptr ? std::string()
                          : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(value.getBytes()));
}

std::optional<double> Query::maybe_real(int column) const {
  return null(column) ? std::nullopt : std::optional(real(column));
}

std::optional<std::int64_t> Query::maybe_integer(int column) const {
  return null(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<Span> Query::maybe_span(int column) const {
  return null(column) ? std::nullopt : std::optional(span(column));
}

Database::Database(const std::string& path, int flags, int busy_ms) : path_(path), connection_(path, flags, busy_ms) {}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, OpenMode mode, OpenOptions options) {
  if (Result<Done> fine = check_path(path, mode); !fine) return fine.error();
  try {
    std::unique_ptr<Database> db(new Database(path, flags_of(mode), options.busy_ms));
    const Result<Done> checked = db->guarded([&]() -> Result<Done> { return db->check_file(mode); });
    if (!checked) return checked.error();
    if (mode == OpenMode::read_only) return db;
    const Result<Done> journal = db->guarded([&]() -> Result<Done> {
      for (int waited = 0;; waited += kRetryMs) {
        try {
          db->connection_.exec(
              "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA "
              "cache_size = -65536");
          return Done{};
        } catch (const SQLite::Exception& e) {
          if ((e.getErrorCode() & 0xFF) != SQLITE_BUSY || waited >= options.busy_ms) throw;
          sqlite3_sleep(kRetryMs);
        }
      }
    });
    if (!journal) return journal.error();
    return db;
  } catch (const SQLite::Exception& e) {
    return Error{ErrorCode::unreadable, path, std::string("cannot be opened: ") + e.what(),
                 "check the permissions of the file and its folder", ""};
  }
}

Result<Done> Database::check_file(OpenMode mode) {
  sqlite3* handle = connection_.getHandle();
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  add_group_function(handle);
  if (mode != OpenMode::read_only && sqlite3_db_readonly(handle, "main") == 1) {
    return Error{ErrorCode::unreadable, path_, "the store cannot be written",
                 "check the permissions of the file and its folder", ""};
  }
  const int application = connection_.execAndGet("PRAGMA application_id").getInt();
  const int version = connection_.execAndGet("PRAGMA user_version").getInt();
  const bool empty = connection_.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
  if (application == 0 && version == 0 && empty) {
    if (mode == OpenMode::create) return Done{};
    return Error{ErrorCode::malformed, path_, "an empty file, not a store", "make a store with 'hearsay ingest'", ""};
  }
  if (application != kApplicationId) {
    return Error{ErrorCode::malformed, path_, "an SQLite file of another program", "name another file with --store",
                 ""};
  }
  if (version > newest_schema()) {
    return Error{ErrorCode::unsupported, path_,
                 "made by a newer hearsay (schema " + std::to_string(version) + "; this one knows " +
                     std::to_string(newest_schema()) + ")",
                 "install the newer program, or name another store", ""};
  }
  if (version < newest_schema() && mode == OpenMode::read_only) {
    return Error{ErrorCode::unsupported, path_, "made by an older hearsay (schema " + std::to_string(version) + ")",
                 "open it once for writing, with any command but a read-only one, to bring it up to date", ""};
  }
  return Done{};
}

Error Database::error_of(const SQLite::Exception& e) const {
  switch (e.getErrorCode() & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::locked, path_, "another process is writing to the store",
              "wait until it is done and try again; nothing was changed", ""};
    case SQLITE_NOTADB:
      return {ErrorCode::malformed, path_, "no SQLite file", "name another file with --store", ""};
    case SQLITE_CORRUPT:
      return {ErrorCode::malformed, path_, std::string("the file is damaged: ") + e.what(),
              "restore it from a copy; 'hearsay verify' says what is left", ""};
    case SQLITE_FULL:
      return {ErrorCode::unreadable, path_, "the disk is full", "make room and try again; nothing was changed", ""};
    case SQLITE_ABORT:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      return {ErrorCode::unreadable, path_, std::string("the store cannot be read or written: ") + e.what(),
              "check the disk, and the permissions of the file and its folder", ""};
    default:
      return {ErrorCode::internal, path_, e.what(), "please report this", ""};
  }
}

SQLite::Statement& Database::prepared(std::string_view sql) {
  std::unique_ptr<SQLite::Statement>& statement = statements_[std::string(sql)];
  if (!statement) statement = std::make_unique<SQLite::Statement>(connection_, std::string(sql));
  return *statement;
}

void Database::bind(SQLite::Statement& statement, int& at, std::string_view text) {
  statement.bind(++at, std::string(text));
}

void Database::begin() {
  if (sqlite3_db_readonly(connection_.getHandle(), "main") == 1) {
    throw SQLite::Exception("it was opened for reading only", SQLITE_READONLY);
  }
  connection_.exec("BEGIN IMMEDIATE");
  if (seals_) seals_->forget();
}

void Database::commit() {
  if (seals_) seals_->write(*this);
  connection_.exec("COMMIT");
}

Transaction::Transaction(Database& db) : db_(db), nested_(db.in_batch) {
  if (nested_) {
    // outside a transaction a savepoint would begin one of its own
    if (sqlite3_get_autocommit(db_.connection().getHandle()) != 0) {
      throw SQLite::Exception("the batch was taken back after an error", SQLITE_ABORT);
    }
    db_.connection().exec("SAVEPOINT one_article");
    if (db_.seals()) heard_ = db_.seals()->heard();
  } else {
    db_.begin();
  }
}

void Transaction::commit() {
  if (nested_) {
    db_.connection().exec("RELEASE one_article");
  } else {
    db_.commit();
  }
  open_ = false;
}

Transaction::~Transaction() {
  if (!open_) return;
  // tryExec: a full disk may already have rolled everything back
  if (nested_) {
    db_.connection().tryExec("ROLLBACK TO one_article; RELEASE one_article");
    if (db_.seals()) db_.seals()->restore(heard_);
  }
  if (!nested_) db_.connection().tryExec("ROLLBACK");
}

DurableTransaction::DurableTransaction(Database& db) : db_(db) {
  db_.connection().exec("PRAGMA synchronous = FULL");
  transaction_.emplace(db_);
}

DurableTransaction::~DurableTransaction() {
  transaction_.reset();
  db_.connection().tryExec("PRAGMA synchronous = NORMAL");
}

}  // namespace hearsay
