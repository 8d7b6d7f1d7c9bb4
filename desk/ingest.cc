// The order of things is the order of the house; batching keeps one sync for many articles.

#include "desk/ingest.h"

#include <optional>
#include <utility>

#include "core/origins/shingles.h"
#include "core/value/hash.h"

namespace hearsay {

Source received(std::string bytes, std::string name, std::string url, std::string at) {
  Source source;
  source.sha256 = sha256_hex(bytes);
  source.bytes = std::move(bytes);
  source.name = std::move(name);
  source.url = std::move(url);
  source.received = std::move(at);
  return source;
}

Ingest::Ingest(Store& store, const Lexicon& lexicon, const Extractor& extractor, ReadOptions options)
    : store_(store), lexicon_(lexicon), extractor_(extractor), facts_(lexicon), options_(std::move(options)) {}

Ingest::~Ingest() = default;

Result<std::vector<std::string>> Ingest::add(const Source& source) {
  Result<std::vector<Article>> articles = read(source, lexicon_, options_);
  if (!articles) return articles.error();
  std::vector<std::string> unusual;
  const auto shared = std::make_shared<const Source>(source);
  if (waiting_.empty()) first_waits_since_ = std::chrono::steady_clock::now();
  for (Article& article : *articles) {
    for (const std::string& warning : article.warnings) unusual.push_back(article.id + ": " + warning);
    Extraction extraction = extractor_.extract(article);
    Facts facts = facts_.facts_of(article, extraction);
    facts.shingles = shingles_of(article);
    waiting_.push_back({shared, std::move(article), std::move(extraction), std::move(facts)});
  }
  waiting_bytes_ += source.bytes.size();
  const bool due = waiting_.size() >= kBatchArticles || waiting_bytes_ >= kBatchBytes ||
                   std::chrono::steady_clock::now() - first_waits_since_ >= kBatchTime;
  if (due) {
    if (Result<Done> written = write_waiting(); !written) return written.error();
  }
  return unusual;
}

Result<Done> Ingest::finish() { return write_waiting(); }

// An article that does not hold together is left out and reported when the others are in.
Result<Done> Ingest::write_waiting() {
  const std::vector<Waiting> batch = std::exchange(waiting_, {});
  waiting_bytes_ = 0;
  if (batch.empty()) return Done{};
  if (Result<Done> begun = store_.begin_batch(); !begun) return begun;
  std::optional<Error> bad;
  for (const Waiting& one : batch) {
    Result<IngestOutcome> outcome = store_.ingest(*one.source, one.article, one.extraction, one.facts);
    if (outcome) {
      count(one, *outcome);
    } else if (!bad) {
      bad = outcome.error();
    }
  }
  const Result<Done> done = store_.commit_batch();
  if (bad) return *bad;  // why the batch could not be committed, if it could not
  return done;
}

void Ingest::count(const Waiting& waiting, const IngestOutcome& outcome) {
  counts_.claims += waiting.extraction.claims.size();
  switch (outcome.kind) {
    case IngestKind::added:
      ++counts_.added;
      break;
    case IngestKind::unchanged:
      ++counts_.unchanged;
      break;
    case IngestKind::reread:
      ++counts_.reread;
      break;
    case IngestKind::new_version:
      ++counts_.new_versions;
      break;
  }
}

}  // namespace hearsay
