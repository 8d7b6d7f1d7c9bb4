#pragma once
// Store's inside: one class, its functions by subject in ingest.cc, articles.cc, claims.cc, entities.cc, flags.cc,
// decisions.cc, decision_entries.cc, log.cc and verify.cc. Functions here throw SQLite::Exception; store.cc guards
// every one of them.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/database.h"
#include "core/store/rows.h"
#include "core/store/store.h"

namespace hearsay {

class Store::Impl {
 public:
  explicit Impl(std::unique_ptr<Database> database) : db(*database), database_(std::move(database)) {}

  Result<IngestOutcome> ingest(const Source& source, const Article& article, const Extraction& extraction,
                               const Facts& facts);

  std::vector<ArticleEntry> articles(const ArticleFilter& filter);
  BlockCounts blocks(std::string_view view, std::size_t largest);
  Result<ArticleEntry> article_entry(std::string_view id);
  Result<Article> article(std::string_view id);
  Result<std::string> article_text(std::string_view article);
  std::vector<Derivation> derivations();
  Result<Source> source(std::string_view sha256);

  std::vector<StoredClaim> claims(const ClaimFilter& filter);
  Result<StoredClaim> claim(std::string_view ref);
  Result<Span> claim_span(std::string_view article, std::string_view claim);

  std::vector<StoredEntity> entities(std::optional<EntityKind> kind);
  Result<StoredEntity> entity(std::string_view id);

  std::vector<Flag> flags(const FlagFilter& filter);
  std::vector<std::string> flag_ids(const FlagFilter& filter);
  Result<Flag> flag(std::string_view id);
  Result<FlagChanges> apply(const RuleRun& run);
  Result<std::size_t> keep_retired(const std::vector<Flag>& flags);
  std::vector<RuleRunEntry> rule_runs(std::string_view rule, std::size_t latest);

  Unchecked unchecked();
  void checked(std::int64_t upto);

  Result<Decision> decide(const Decision& decision);
  Result<Decision> undo(std::string_view id, const Decision& asked);
  Result<std::size_t> adopt_log(const std::vector<Decision>& log);
  std::vector<DecisionEntry> decision_entries(const DecisionFilter& filter);
  Result<DecisionEntry> decision_entry(std::string_view id);
  std::vector<Decision> decisions(std::string_view about, std::string_view subject);
  std::vector<LogEntry> log();

  std::vector<Fault> verify();
  std::string state_hash(StateOf what);

  Database& db;

 private:
  [[nodiscard]] Result<Done> may_decide() const;
  Result<Done> complete_flag(Decision& decision);
  Result<Done> complete_names(Decision& decision);
  Result<Done> complete_claim(Decision& decision);
  Result<Done> adopt(const Decision& decision);
  void append(Decision& decision, std::string_view aspect);
  Result<Done> follow(const Decision& decision, std::string_view aspect);
  DecisionEntry told(Decision decision, std::int64_t number, std::string aspect);

  std::unique_ptr<Database> database_;
};

}  // namespace hearsay
