// The order of things is the order of the house; batching keeps one sync for many articles.

#include "desk/ingest.h"

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
  for (const Article& article : *articles) {
    if (Result<Done> stored = store_article(source, article); !stored) return stored.error();
    for (const std::string& warning : article.warnings) unusual.push_back(article.id + ": " + warning);
  }
  return unusual;
}

Result<Done> Ingest::store_article(const Source& source, const Article& article) {
  const Extraction extraction = extractor_.extract(article);
  Facts facts = facts_.facts_of(article, extraction);
  facts.shingles = shingles_of(article);
  if (open_articles_ == 0) {
    if (Result<Done> begun = store_.begin_batch(); !begun) return begun;
    batch_began_ = std::chrono::steady_clock::now();
  }
  ++open_articles_;
  Result<IngestOutcome> outcome = store_.ingest(source, article, extraction, facts);
  if (!outcome) return outcome.error();
  counts_.claims += extraction.claims.size();
  switch (outcome->kind) {
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
  return commit_if_due();
}

Result<Done> Ingest::commit_if_due() {
  const bool due = open_articles_ >= kBatchArticles || std::chrono::steady_clock::now() - batch_began_ >= kBatchTime;
  return due ? finish() : Result<Done>(Done{});
}

Result<Done> Ingest::finish() {
  if (open_articles_ == 0) return Done{};
  open_articles_ = 0;
  return store_.commit_batch();
}

}  // namespace hearsay
