#pragma once
// A large store made in a small part of the time that ingesting the same articles takes: their rows are written as
// Store::ingest writes them, but in one transaction without a journal, and what stands in which block is grouped once
// at the end. What ingest keeps for verify() is left out. For measuring only.

#include <memory>
#include <string>

#include "core/store/store.h"

namespace hearsay {

class BulkStore {
 public:
  // `path` must not exist.
  static Result<std::unique_ptr<BulkStore>> make(const std::string& path);
  ~BulkStore();
  BulkStore(const BulkStore&) = delete;
  BulkStore& operator=(const BulkStore&) = delete;

  // Each with a source, an address and an id of its own.
  void add(const Source& source, const Article& article, const Extraction& extraction, const Facts& facts);
  void finish();

 private:
  class Writer;
  explicit BulkStore(std::unique_ptr<Writer> writer);
  std::unique_ptr<Writer> writer_;
};

}  // namespace hearsay
