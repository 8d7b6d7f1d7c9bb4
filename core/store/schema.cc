// A migration and the row that names it are one transaction. Two processes may open a new store at once: the version is
// read again inside the transaction. Views hold nothing, so they are dropped and made again when the program's
// facts.sql is not the one the store was last opened with.

#include "core/store/schema.h"

#include <vector>

#include "core/store/blocks.h"
#include "core/store/claim_decisions.h"
#include "core/store/origins.h"
#include "core/value/hash.h"
#include "core/value/named_text.h"

namespace hearsay {

std::vector<NamedText> migration_files();  // embedded, in order
std::vector<NamedText> fact_view_files();

namespace {

constexpr int kFirstSealed = 2;  // the schema that brought table seal

int version_of(Database& db) { return db.connection().execAndGet("PRAGMA user_version").getInt(); }

void apply_migration(Database& db, int version, const NamedText& file) {
  Transaction transaction(db);
  if (version_of(db) >= version) return;  // another process was quicker
  SQLite::Database& connection = db.connection();
  if (version == 1) {
    connection.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
    connection.exec(
        "CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;"
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID");
  }
  connection.exec(std::string(file.text));
  if (file.name == "0003_block_groups.sql") regroup(db);
  if (file.name == "0004_origins.sql") trace_origins(db);
  if (file.name == "0006_claim_decisions.sql") follow_claim_decisions(db);
  db.run("INSERT INTO migration VALUES (?, ?)", version, file.name);
  connection.exec("SAVEPOINT sealing; RELEASE sealing");  // full-text tables write what they hold back
  if (version >= kFirstSealed) seal_everything(db);
  connection.exec("PRAGMA user_version = " + std::to_string(version));
  transaction.commit();
}

void refresh_views(Database& db) {
  const std::string hash = sha256_hex(fact_views().text);
  const auto current = [&] { return db.lookup("SELECT value FROM setting WHERE name = 'fact views'") == hash; };
  if (current()) return;
  Transaction transaction(db);
  if (current()) return;
  std::vector<std::string> stale;
  for (Query row = db.query("SELECT name FROM sqlite_schema WHERE type = 'view'"); row.step();)
    stale.push_back(row.text(0));
  for (const std::string& view : stale) db.connection().exec("DROP VIEW \"" + view + "\"");
  db.connection().exec(std::string(fact_views().text));
  db.run("INSERT INTO setting VALUES ('fact views', ?) ON CONFLICT DO UPDATE SET value = excluded.value", hash);
  transaction.commit();
}

}  // namespace

NamedText fact_views() { return fact_view_files().front(); }

int newest_schema() {
  static const int kNewest = static_cast<int>(migration_files().size());
  return kNewest;
}

Result<Done> migrate(Database& db) {
  return db.guarded([&]() -> Result<Done> {
    int version = 0;
    for (const NamedText& file : migration_files()) {
      if (++version > version_of(db)) apply_migration(db, version, file);
    }
    db.keep_seals();
    refresh_views(db);
    return Done{};
  });
}

}  // namespace hearsay
