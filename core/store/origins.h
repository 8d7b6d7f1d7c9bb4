#pragma once
// Keeps which article takes its words from which (tables sketch, shingle, derivation; blocks of view 'origins').
// Private to core/store. Lives for one transaction.

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "core/store/blocks.h"
#include "core/store/database.h"

namespace hearsay {

class OriginWriter {
 public:
  OriginWriter(Database& db, BlockWriter& blocks) : db_(db), blocks_(blocks) {}

  // The article is no longer current, or will be read anew.
  void leave(std::int64_t row);
  // `shingles`: sorted, each once.
  void stand(std::int64_t row, const std::vector<std::int64_t>& shingles);
  // Puts every article whose kin came or went into the block of its origin.
  void settle();

 private:
  void link(std::int64_t row, const std::vector<std::int64_t>& shingles);
  [[nodiscard]] std::vector<std::int64_t> candidates(std::int64_t row, const std::vector<std::int64_t>& shingles);
  void gather();

  Database& db_;
  BlockWriter& blocks_;
  std::set<std::int64_t> changed_;  // articles by number
};

// For a store that was made before origins were kept: reads all current articles again.
void trace_origins(Database& db);

}  // namespace hearsay
