// A row's hash: SHA-256 over its values in the order of the columns, each with its type and length, its first 128 bits.
// A whole number hashes alike as INTEGER and as REAL, since SQLite keeps small reals as integers.

#define SQLITE_ENABLE_PREUPDATE_HOOK  // declares sqlite3_preupdate_…; Debian's library has them
#include "core/store/seals.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cmath>
#include <cstring>
#include <stdexcept>

#include "core/store/database.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

constexpr double kLargestWhole = 9007199254740992.0;  // 2^53: whole numbers below it are exact as doubles

void append(std::string& bytes, char type, const void* data, std::size_t size) {
  bytes += type;
  const auto length = static_cast<std::uint64_t>(size);
  bytes.append(reinterpret_cast<const char*>(&length), sizeof(length));
  if (size > 0) bytes.append(static_cast<const char*>(data), size);
}

void append(std::string& bytes, std::int64_t number) { append(bytes, 'i', &number, sizeof(number)); }

void append(std::string& bytes, double number) {
  if (std::abs(number) < kLargestWhole && std::trunc(number) == number) {
    append(bytes, static_cast<std::int64_t>(number));
  } else {
    append(bytes, 'r', &number, sizeof(number));
  }
}

void append(std::string& bytes, sqlite3_value* value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
      return append(bytes, static_cast<std::int64_t>(sqlite3_value_int64(value)));
    case SQLITE_FLOAT:
      return append(bytes, sqlite3_value_double(value));
    case SQLITE_NULL:
      return append(bytes, 'n', nullptr, 0);
    default: {
      const char type = sqlite3_value_type(value) == SQLITE_TEXT ? 't' : 'b';
      const void* data = sqlite3_value_blob(value);
      return append(bytes, type, data, static_cast<std::size_t>(sqlite3_value_bytes(value)));
    }
  }
}

void append(std::string& bytes, const SQLite::Column& value) {
  if (value.isInteger()) return append(bytes, value.getInt64());
  if (value.isFloat()) return append(bytes, value.getDouble());
  if (value.isNull()) return append(bytes, 'n', nullptr, 0);
  const void* data = value.getBlob();
  append(bytes, value.isText() ? 't' : 'b', data, static_cast<std::size_t>(value.getBytes()));
}

Seal seal_of_row(const std::string& bytes) {
  const Sha256 hash = sha256(bytes);
  Seal seal{1, {}};
  std::memcpy(seal.digest.data(), hash.data(), sizeof(seal.digest));
  return seal;
}

}  // namespace

void Seal::add(const Seal& other) {
  rows += other.rows;
  for (std::size_t i = 0; i < digest.size(); ++i) digest[i] += other.digest[i];
}

void Seal::subtract(const Seal& other) {
  rows -= other.rows;
  for (std::size_t i = 0; i < digest.size(); ++i) digest[i] -= other.digest[i];
}

std::string Seal::digest_text() const { return fmt::format("{:016x}{:016x}", digest[0], digest[1]); }

Seal Seal::of(std::int64_t rows, std::string_view digest_text) {
  const std::string text(digest_text);
  Seal seal{rows, {}};
  if (text.size() != 32 || text.find_first_not_of("0123456789abcdef") != std::string::npos) return seal;
  seal.digest = {std::stoull(text.substr(0, 16), nullptr, 16), std::stoull(text.substr(16), nullptr, 16)};
  return seal;
}

struct SealListener {
  using Reader = int (*)(sqlite3*, int, sqlite3_value**);

  static Seal row(sqlite3* connection, Reader read) {
    std::string bytes;
    for (int column = 0; column < sqlite3_preupdate_count(connection); ++column) {
      sqlite3_value* value = nullptr;
      if (read(connection, column, &value) != SQLITE_OK) continue;  // out of memory; verify() will tell
      append(bytes, value);
    }
    return seal_of_row(bytes);
  }

  static void heard(void* seals, sqlite3* connection, int what, const char* schema, const char* table, sqlite3_int64,
                    sqlite3_int64) {
    if (std::strcmp(schema, "main") != 0 || std::strcmp(table, "seal") == 0 || std::strncmp(table, "sqlite_", 7) == 0) {
      return;
    }
    Seal& seal = static_cast<Seals*>(seals)->heard_[table];
    if (what != SQLITE_INSERT) seal.subtract(row(connection, sqlite3_preupdate_old));
    if (what != SQLITE_DELETE) seal.add(row(connection, sqlite3_preupdate_new));
  }
};

Seals::Seals(sqlite3* connection) : connection_(connection) {
  sqlite3_preupdate_hook(connection_, SealListener::heard, this);
}

Seals::~Seals() { sqlite3_preupdate_hook(connection_, nullptr, nullptr); }

void Seals::write(Database& db) {
  for (const auto& [table, added] : heard_) {
    if (added == Seal{}) continue;
    Seal seal;
    if (Query row = db.query("SELECT rows, digest FROM seal WHERE name = ?", table); row.step()) {
      seal = Seal::of(row.integer(0), row.text(1));
    }
    seal.add(added);
    db.run(
        "INSERT INTO seal VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET (rows, digest) = (excluded.rows, "
        "excluded.digest)",
        table, seal.rows, seal.digest_text());
  }
  heard_.clear();
}

std::vector<std::string> sealed_tables(Database& db) {
  std::vector<std::string> tables;
  for (Query row = db.query("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name <> 'seal' "
                            "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
       row.step();) {
    tables.push_back(row.text(0));
  }
  return tables;
}

Seal seal_of(Database& db, const std::string& table) {
  Seal seal;
  std::string bytes;
  // Not one of the prepared statements: those remember how many columns a table had before a migration.
  SQLite::Statement all(db.connection(), "SELECT * FROM \"" + table + "\"");
  for (Query row(all); row.step();) {
    bytes.clear();
    for (int column = 0; column < row.columns(); ++column) {
      append(bytes, row.column(column));
    }
    seal.add(seal_of_row(bytes));
  }
  return seal;
}

void seal_everything(Database& db) {
  db.run("DELETE FROM seal");
  for (const std::string& table : sealed_tables(db)) {
    const Seal seal = seal_of(db, table);
    if (seal.rows > 0) db.run("INSERT INTO seal VALUES (?, ?, ?)", table, seal.rows, seal.digest_text());
  }
}

}  // namespace hearsay
