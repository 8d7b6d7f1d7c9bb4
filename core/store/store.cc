// The door itself: every call is guarded, so that no exception of SQLite leaves the store.

#include "core/store/store.h"

#include "core/store/impl.h"
#include "core/store/schema.h"

namespace hearsay {

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const std::string& path, OpenMode mode, OpenOptions options) {
  Result<std::unique_ptr<Database>> database = Database::open(path, mode, options);
  if (!database) return database.error();
  if (mode != OpenMode::read_only) {
    if (Result<Done> migrated = migrate(**database); !migrated) return migrated.error();
  }
  return std::unique_ptr<Store>(new Store(std::make_unique<Impl>(std::move(database).value())));
}

const std::string& Store::path() const { return impl_->db.path(); }

Result<IngestOutcome> Store::ingest(const Source& source, const Article& article, const Extraction& extraction,
                                    const Facts& facts) {
  return impl_->db.guarded([&] { return impl_->ingest(source, article, extraction, facts); });
}

Result<Done> Store::begin_batch() {
  return impl_->db.guarded([&]() -> Result<Done> {
    if (impl_->db.in_batch) return Error{ErrorCode::conflict, path(), "a batch is already open", "commit it first", ""};
    impl_->db.begin();
    impl_->db.in_batch = true;
    return Done{};
  });
}

Result<Done> Store::commit_batch() {
  return impl_->db.guarded([&]() -> Result<Done> {
    if (!impl_->db.in_batch) return Error{ErrorCode::conflict, path(), "no batch is open", "begin one first", ""};
    impl_->db.in_batch = false;
    try {
      impl_->db.commit();
    } catch (const SQLite::Exception&) {
      impl_->db.connection().tryExec("ROLLBACK");  // a full disk may already have done so
      throw;
    }
    return Done{};
  });
}

Result<std::vector<ArticleEntry>> Store::articles(const ArticleFilter& filter) {
  return impl_->db.guarded([&]() -> Result<std::vector<ArticleEntry>> { return impl_->articles(filter); });
}

Result<BlockCounts> Store::blocks(std::string_view view, std::size_t largest) {
  return impl_->db.guarded([&]() -> Result<BlockCounts> { return impl_->blocks(view, largest); });
}

Result<ArticleEntry> Store::article_entry(std::string_view id) {
  return impl_->db.guarded([&] { return impl_->article_entry(id); });
}

Result<Article> Store::article(std::string_view id) {
  return impl_->db.guarded([&] { return impl_->article(id); });
}

Result<std::string> Store::article_text(std::string_view article) {
  return impl_->db.guarded([&] { return impl_->article_text(article); });
}

Result<std::vector<Derivation>> Store::derivations() {
  return impl_->db.guarded([&]() -> Result<std::vector<Derivation>> { return impl_->derivations(); });
}

Result<Source> Store::source(std::string_view sha256) {
  return impl_->db.guarded([&] { return impl_->source(sha256); });
}

Result<std::vector<StoredClaim>> Store::claims(const ClaimFilter& filter) {
  return impl_->db.guarded([&]() -> Result<std::vector<StoredClaim>> { return impl_->claims(filter); });
}

Result<StoredClaim> Store::claim(std::string_view ref) {
  return impl_->db.guarded([&] { return impl_->claim(ref); });
}

Result<Span> Store::claim_span(std::string_view article, std::string_view claim) {
  return impl_->db.guarded([&] { return impl_->claim_span(article, claim); });
}

Result<std::vector<StoredEntity>> Store::entities(std::optional<EntityKind> kind) {
  return impl_->db.guarded([&]() -> Result<std::vector<StoredEntity>> { return impl_->entities(kind); });
}

Result<StoredEntity> Store::entity(std::string_view id) {
  return impl_->db.guarded([&] { return impl_->entity(id); });
}

Result<std::vector<Flag>> Store::flags(const FlagFilter& filter) {
  return impl_->db.guarded([&]() -> Result<std::vector<Flag>> { return impl_->flags(filter); });
}

Result<std::vector<std::string>> Store::flag_ids(const FlagFilter& filter) {
  return impl_->db.guarded([&]() -> Result<std::vector<std::string>> { return impl_->flag_ids(filter); });
}

Result<Flag> Store::flag(std::string_view id) {
  return impl_->db.guarded([&] { return impl_->flag(id); });
}

Result<FlagChanges> Store::apply(const RuleRun& run) {
  return impl_->db.guarded([&] { return impl_->apply(run); });
}

Result<std::size_t> Store::keep_retired(const std::vector<Flag>& flags) {
  return impl_->db.guarded([&] { return impl_->keep_retired(flags); });
}

Result<std::vector<RuleRunEntry>> Store::rule_runs(std::string_view rule, std::size_t latest) {
  return impl_->db.guarded([&]() -> Result<std::vector<RuleRunEntry>> { return impl_->rule_runs(rule, latest); });
}

Result<Decision> Store::decide(const Decision& decision) {
  return impl_->db.guarded([&] { return impl_->decide(decision); });
}

Result<Decision> Store::undo(std::string_view id, const Decision& asked) {
  return impl_->db.guarded([&] { return impl_->undo(id, asked); });
}

Result<std::size_t> Store::adopt_log(const std::vector<Decision>& log) {
  return impl_->db.guarded([&] { return impl_->adopt_log(log); });
}

Result<std::vector<DecisionEntry>> Store::decision_entries(const DecisionFilter& filter) {
  return impl_->db.guarded([&]() -> Result<std::vector<DecisionEntry>> { return impl_->decision_entries(filter); });
}

Result<DecisionEntry> Store::decision_entry(std::string_view id) {
  return impl_->db.guarded([&] { return impl_->decision_entry(id); });
}

Result<Unchecked> Store::unchecked() {
  return impl_->db.guarded([&]() -> Result<Unchecked> { return impl_->unchecked(); });
}

Result<Done> Store::checked(std::int64_t upto) {
  return impl_->db.guarded([&]() -> Result<Done> {
    impl_->checked(upto);
    return Done{};
  });
}

Result<std::vector<Decision>> Store::decisions(std::string_view about, std::string_view subject) {
  return impl_->db.guarded([&]() -> Result<std::vector<Decision>> { return impl_->decisions(about, subject); });
}

Result<std::vector<LogEntry>> Store::log() {
  return impl_->db.guarded([&]() -> Result<std::vector<LogEntry>> { return impl_->log(); });
}

Result<std::vector<Fault>> Store::verify() {
  return impl_->db.guarded([&]() -> Result<std::vector<Fault>> { return impl_->verify(); });
}

Result<std::string> Store::state_hash(StateOf what) {
  return impl_->db.guarded([&]() -> Result<std::string> { return impl_->state_hash(what); });
}

}  // namespace hearsay
