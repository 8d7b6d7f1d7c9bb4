#pragma once
// Articles into the store: read → extract → facts → store. One bad article never loses the good ones.
//
//   Ingest ingest(store, Lexicon::shipped(), extractor, {});
//   for (Source& source : sources) ingest.add(std::move(source));
//   Result<Done> done = ingest.finish();      // ingest.counts(); then check_unchecked()
//
// Idempotent: the same source read the same way changes no row. Articles are written in batches of kBatchArticles or
// kBatchTime, whichever comes first; what was added since the last batch is lost when the process dies, and nothing
// else.

#include <chrono>
#include <cstddef>
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
  // nothing of this source is stored and the others are untouched. The value: for a person, what was unusual ("3
  // invalid bytes replaced, ...").
  Result<std::vector<std::string>> add(const Source& source);

  // Commits what is still open.
  Result<Done> finish();

  [[nodiscard]] const IngestCounts& counts() const { return counts_; }

 private:
  Result<Done> store_article(const Source& source, const Article& article);
  Result<Done> commit_if_due();

  Store& store_;
  const Lexicon& lexicon_;
  const Extractor& extractor_;
  FactMaker facts_;
  ReadOptions options_;
  IngestCounts counts_;
  std::size_t open_articles_ = 0;  // in the batch not yet committed; 0: no batch is open
  std::chrono::steady_clock::time_point batch_began_;
};

// A Source of bytes just received: its hash, name, address and time.
Source received(std::string bytes, std::string name, std::string url, std::string at);

}  // namespace hearsay
