#pragma once
// Articles into the store: read → extract → facts → store. One bad article never loses the good ones.
//
//   Ingest ingest(store, Lexicon::shipped(), extractor, {});
//   for (Source& source : sources) ingest.add(std::move(source));
//   Result<Done> done = ingest.finish();      // ingest.counts(); then check_unchecked()
//
// Idempotent: the same source read the same way changes no row. Articles are read and extracted first and written in
// batches of kBatchArticles, kBatchBytes or kBatchTime, whichever comes first, so that the store is held only while it
// is written; what was added since the last batch is lost when the process dies, and nothing else.

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/compare/facts.h"
#include "core/extract/extract.h"
#include "core/ingest/reader.h"
#include "core/lexicon/lexicon.h"
#include "core/store/store.h"
#include "core/value/result.h"
#include "core/value/source.h"

namespace hearsay {

inline constexpr std::size_t kBatchArticles = 100;
inline constexpr std::size_t kBatchBytes = 16U << 20U;  // of sources
inline constexpr std::chrono::milliseconds kBatchTime{250};

struct IngestCounts {
  std::size_t added = 0;
  std::size_t unchanged = 0;
  std::size_t reread = 0;
  std::size_t new_versions = 0;
  std::size_t claims = 0;  // of all articles that went in, unchanged ones included

  [[nodiscard]] std::size_t articles() const { return added + unchanged + reread + new_versions; }
};

class Ingest {
 public:
  // All three must outlive the object.
  Ingest(Store& store, const Lexicon& lexicon, const Extractor& extractor, ReadOptions options);
  Ingest(const Ingest&) = delete;
  Ingest& operator=(const Ingest&) = delete;
  ~Ingest();  // without finish(): what is not committed yet is forgotten

  // Reads, extracts and stores one source. `source.sha256` and `source.received` are filled already. On an error
  // nothing of this source is stored and the others are untouched; where the store itself fails (locked, disk full) the
  // sources of the batch are not stored, and the error says so. The value: for a person, what was unusual ("3 invalid
  // bytes replaced, ...").
  Result<std::vector<std::string>> add(const Source& source);

  // Writes what is still waiting.
  Result<Done> finish();

  [[nodiscard]] const IngestCounts& counts() const { return counts_; }

 private:
  struct Waiting {
    std::shared_ptr<const Source> source;
    Article article;
    Extraction extraction;
    Facts facts;
  };
  Result<Done> write_waiting();
  void count(const Waiting& waiting, const IngestOutcome& outcome);

  Store& store_;
  const Lexicon& lexicon_;
  const Extractor& extractor_;
  FactMaker facts_;
  ReadOptions options_;
  IngestCounts counts_;
  std::vector<Waiting> waiting_;
  std::size_t waiting_bytes_ = 0;
  std::chrono::steady_clock::time_point first_waits_since_;
};

// A Source of bytes just received: its hash, name, address and time.
Source received(std::string bytes, std::string name, std::string url, std::string at);

}  // namespace hearsay
