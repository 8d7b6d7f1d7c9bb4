#pragma once
// A seal on each table: the number of its rows and the sum of their hashes. Every row that this program writes passes
// SQLite's preupdate hook, which adds its new hash and takes the old one away; the sums are stored with the transaction
// that changed the rows. A row changed by a bad disk or by another program no longer adds up, and verify() says so. It
// is no proof against a person who computes the sums anew: for that there are the log and its last hash. Private to
// core/store.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_value;

namespace hearsay {

class Database;

struct Seal {
  std::int64_t rows = 0;
  std::array<std::uint64_t, 2> digest{};  // each half summed by itself, modulo 2^64

  void add(const Seal& other);
  void subtract(const Seal& other);
  [[nodiscard]] std::string digest_text() const;  // 32 hex digits
  static Seal of(std::int64_t rows, std::string_view digest_text);

  friend bool operator==(const Seal&, const Seal&) = default;
};

// Listens to one connection. What it heard is kept in memory until write().
class Seals {
 public:
  explicit Seals(sqlite3* connection);
  ~Seals();
  Seals(const Seals&) = delete;
  Seals& operator=(const Seals&) = delete;

  using Heard = std::map<std::string, Seal>;  // table → what was added to it

  void forget() { heard_.clear(); }                            // a transaction begins
  [[nodiscard]] const Heard& heard() const { return heard_; }  // a savepoint begins
  void restore(const Heard& heard) { heard_ = heard; }         // and is rolled back
  void write(Database& db);                                    // before COMMIT

 private:
  Heard heard_;
  sqlite3* connection_;
  friend struct SealListener;
};

// Tables that are sealed: all but SQLite's own, virtual ones and `seal` itself.
std::vector<std::string> sealed_tables(Database& db);
// The seal that a table's rows make now.
Seal seal_of(Database& db, const std::string& table);
// Seals every table as it is now, in the transaction that is open.
void seal_everything(Database& db);

}  // namespace hearsay
