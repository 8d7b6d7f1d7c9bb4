#pragma once
// Where everything is kept: one SQLite file, described in docs/database.md. The only door to it for writing; rules read
// it through a connection of their own and the views of core/store/facts.sql.
//
//   Result<std::unique_ptr<Store>> opened = Store::open("desk.db", OpenMode::create);
//   Store& store = **opened;
//   Result<IngestOutcome> outcome = store.ingest(source, article, extraction, facts);
//   Result<std::vector<StoredClaim>> claims = store.claims({.article = outcome->article});
//
// Every call that writes is one transaction (BEGIN IMMEDIATE): it happens whole or not at all, also when the process is
// killed. Errors any call can return: locked (another process has held the store for longer than the busy timeout),
// unreadable (disk full, file gone, opened read-only), malformed (the file is damaged), internal. After an error the
// store is as it was before the call. No exception leaves the store. Not copyable; one thread at a time; several
// processes may have one file open. Takes times as text from the caller; reads no clock.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/stored.h"
#include "core/value/article.h"
#include "core/value/decision.h"
#include "core/value/entity.h"
#include "core/value/fact.h"
#include "core/value/flag.h"
#include "core/value/named_text.h"
#include "core/value/result.h"
#include "core/value/source.h"

namespace hearsay {

enum class OpenMode {
  create,     // made if it is not there; its folder must be
  existing,   // not_found if it is not there
  read_only,  // existing, and every writing call is refused
};

struct OpenOptions {
  int busy_ms = 60000;  // how long to wait for another process's transaction before `locked`
};

class Store {
 public:
  // `path`: a file, or an SQLite URI ("file:x?mode=memory&cache=shared"). An older store is brought to the newest
  // schema (not in read_only mode: unsupported). not_found: no such file or folder. malformed: no SQLite file, or one
  // of another program. unsupported: made by a newer hearsay. unreadable: no permission.
  static Result<std::unique_ptr<Store>> open(const std::string& path, OpenMode mode, OpenOptions options = {});
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  [[nodiscard]] const std::string& path() const;

  // ---- sources and articles

  // Stores one article with all that was found in it. Idempotent: the same source with the same reading changes no row.
  // An article is known again by source.sha256 and article.part. malformed: source.sha256 is not the hash of its bytes,
  // or facts and extraction do not belong together (an index or a span out of range).
  Result<IngestOutcome> ingest(const Source& source, const Article& article, const Extraction& extraction,
                               const Facts& facts);

  // Between the two every ingest joins one transaction and costs no sync of its own; an ingest that fails takes back
  // only its own rows. conflict: a batch is already open, or none is. A store closed amid a batch forgets it; one that
  // cannot be committed is taken back.
  Result<Done> begin_batch();
  Result<Done> commit_batch();

  // In order of ingest.
  Result<std::vector<ArticleEntry>> articles(const ArticleFilter& filter = {});
  Result<ArticleEntry> article_entry(std::string_view id);     // not_found
  Result<Article> article(std::string_view id);                // the value as ingested, its id as stored; not_found
  Result<std::string> article_text(std::string_view article);  // no more than its words; not_found
  Result<std::vector<Derivation>> derivations();               // among current versions, one an article, by its id
  Result<Source> source(std::string_view sha256);              // bytes as received; a unique prefix will do; not_found

  // ---- claims

  // By article in order of ingest, then by place in the text; with `search`, too.
  Result<std::vector<StoredClaim>> claims(const ClaimFilter& filter = {});
  // `ref`: "article#claim", or a claim id; a unique prefix of the id will do (of the current versions first).
  // not_found; conflict: more than one, the message names them.
  Result<StoredClaim> claim(std::string_view ref);
  // No more than where a claim stands: from its first content to its last, in code points. not_found
  Result<Span> claim_span(std::string_view article, std::string_view claim);

  // ---- entities

  // All, or those of a kind, by folded name; anonymous ones stand by article. Spellings by article, then by place.
  Result<std::vector<StoredEntity>> entities(std::optional<EntityKind> kind = std::nullopt);
  Result<StoredEntity> entity(std::string_view id);  // a unique prefix will do; not_found, conflict

  // ---- flags and runs of rules

  // By severity, rule, subject.
  Result<std::vector<Flag>> flags(const FlagFilter& filter = {});
  Result<std::vector<std::string>> flag_ids(const FlagFilter& filter = {});  // in the order of flags()
  Result<Flag> flag(std::string_view id);  // a unique prefix will do; not_found, conflict

  // Compares what a rule found with the flags stored for its scope and writes the difference, all in one transaction.
  // A flag found in several blocks is retired only when the last of them no longer holds it. What people decided is
  // kept; when the evidence it rested on changed, the flag becomes stale. The same run twice changes only the record of
  // runs. malformed: a flag without id, subject or block, of another rule, twice, or with a claim that is not stored.
  Result<FlagChanges> apply(const RuleRun& run);
  // Puts on record flags that another desk has and no rule finds there any more; one that is here stays as it is. All
  // or none; how many were new. malformed: not retired, or an id that is not of its rule and subject.
  Result<std::size_t> keep_retired(const std::vector<Flag>& flags);
  // Oldest first; `latest`: no more than so many, the last ones (0: all).
  Result<std::vector<RuleRunEntry>> rule_runs(std::string_view rule = {}, std::size_t latest = 0);

  // What was stored or joined since the last check, by whatever process. Kept until checked() says that a check has
  // seen it, so that a process that dies in between loses nothing.
  Result<Unchecked> unchecked();
  Result<Done> checked(std::int64_t upto);
  // What stands in the blocks of a view ("quantities"; not "articles"), with its `largest` blocks, the one with most
  // groups first.
  Result<BlockCounts> blocks(std::string_view view, std::size_t largest);

  // ---- decisions and the log

  // Appends a decision to the log (synced to the disk before this returns) and gives it back with id, replaces and what
  // it rests on filled. One made elsewhere keeps the evidence_sha256 and grounds it brings: if that is not what the
  // flag rests on here, it is stale at once. On a flag it sets the status, of others too where its scope is wide;
  // "same" of two names joins them, transitively, and what names them is unchecked. not_found: no such flag, claim or
  // entity. malformed: a verdict that `about` does not know, a value that the verdict does not take, or no name in
  // `by`. conflict: names that were decided to be different would be joined, or joined ones told apart; the message
  // shows the decisions in the way. "set" of a rule's parameter is not compared with the rule: desk/parameters.h does.
  Result<Decision> decide(const Decision& decision);
  // Takes a decision back (a unique prefix of its id will do): what it replaced stands again, and the state that
  // follows is as if it had never been made. Only `note`, `by` and `at` of `asked` are read. not_found; conflict: it
  // does not stand, or names would contradict each other.
  Result<Decision> undo(std::string_view id, const Decision& asked);
  // Takes over the log of another store, where this one's log is the beginning of it (an empty one is): decisions with
  // everything that was filled in there, undone ones and undos too. Whole or not at all; how many were new. What they
  // say of articles that are not here waits for them. conflict: the two logs have gone different ways, or an id is not
  // the one that such a decision has at its place.
  Result<std::size_t> adopt_log(const std::vector<Decision>& log);
  // Oldest first; empty arguments ask nothing.
  Result<std::vector<Decision>> decisions(std::string_view about = {}, std::string_view subject = {});
  Result<std::vector<DecisionEntry>> decision_entries(const DecisionFilter& filter = {});  // oldest first
  Result<DecisionEntry> decision_entry(std::string_view id);  // a unique prefix will do; not_found, conflict
  Result<std::vector<LogEntry>> log();                        // oldest first

  // ---- integrity

  // Recomputes everything that can be: SQLite's own checks, the log's chain and that decisions spell their entries, the
  // hash of every source, and that every stored span still spells its stored text. Empty: all is well.
  Result<std::vector<Fault>> verify();
  // SHA-256 over rows: equal states have equal hashes.
  Result<std::string> state_hash(StateOf what = StateOf::everything);

  class Impl;  // core/store's own

 private:
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// The text of core/store/facts.sql: one CREATE VIEW a fact view, over the tables and `block` (view, key, article,
// fact). A rule's connection may run it as temporary views beside a temporary table or view named `block`, which then
// hides the stored one: that is how a run is narrowed to its scope.
NamedText fact_views();

}  // namespace hearsay
