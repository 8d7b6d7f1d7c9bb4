#pragma once
// Which fact stands in which block, and what groups of like facts a block holds (tables block, block_group and
// block_size). Private to core/store.
//
//   BlockWriter blocks(db);
//   blocks.leave(row);                    // the article's facts go
//   blocks.stand(row, name, facts);       // others come
//   blocks.settle();                      // groups and sizes of the blocks touched are brought up to date
//
// What a group is and which of its facts is first are functions of the facts alone, so that stores of the same articles
// have the same groups, whatever was in them before. Lives for one transaction.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/store/database.h"
#include "core/store/rows.h"
#include "core/value/fact.h"

struct sqlite3;

namespace hearsay {

class BlockWriter {
 public:
  explicit BlockWriter(Database& db) : db_(db) {}

  // Takes all facts of article number `row` out of their blocks.
  void leave(std::int64_t row);
  // Puts the facts of article number `row` into their blocks; its rows must be written. `address`: its own block.
  void stand(std::int64_t row, const std::string& address, const std::vector<FactInBlock>& facts);
  // The facts of article number `row` stand in the same blocks, grouped by what they say now; those of claims that
  // people decided to be none are withheld (table withheld).
  void restand(std::int64_t row);
  // The article itself stands in this one block of a view without groups, or in none (an empty key).
  void move(std::int64_t row, const std::string& view, const std::string& key, const std::string& rank);
  void settle();

  // Every block in which a fact came or went.
  [[nodiscard]] const std::set<BlockKey>& touched() const { return touched_; }
  // Those of them in which one went.
  [[nodiscard]] const std::set<BlockKey>& left() const { return left_; }

 private:
  struct Place {  // in its group
    std::int64_t group = 0;
    std::string rank;
  };
  using Group = std::tuple<std::string, std::string, std::int64_t>;  // view, key, id

  void take_out(std::int64_t row, bool whole);
  void put_in(std::int64_t row, const std::vector<FactInBlock>& facts);
  std::vector<Place> places_of(std::string_view view, std::int64_t row);
  std::set<std::pair<std::string, std::size_t>> to_withhold(std::int64_t row);
  void settle(const Group& group, std::int64_t change);

  Database& db_;
  std::set<BlockKey> touched_, left_;
  std::map<Group, std::int64_t> changes_;                            // facts more or fewer
  std::map<BlockKey, std::pair<std::int64_t, std::int64_t>> sizes_;  // groups and facts more or fewer
};

// Keeps which fact stands in which block and makes all groups and sizes anew: for a store whose groups were others.
void regroup(Database& db);

// For verify(): what is wrong with them, empty if nothing is.
std::string groups_fault(Database& db);

// The SQL function group_of(...): 64 bits of the SHA-256 of its arguments.
void add_group_function(sqlite3* connection);

}  // namespace hearsay
