#pragma once
// What the store hands out: values of core/value with what only the store knows about them (versions, entities across
// articles, runs of rules, the log), and the filters that ask for them. Order of every list is stated in store.h.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/value/article.h"
#include "core/value/claim.h"
#include "core/value/decision.h"
#include "core/value/entity.h"
#include "core/value/fact.h"
#include "core/value/flag.h"
#include "core/value/span.h"

namespace hearsay {

// An article's line in a listing; Store::article() gives the whole value.
struct ArticleEntry {
  std::string id;
  std::string sha256;  // of its source
  std::string url;
  std::string title;   // empty if the text has none
  std::string outlet;  // empty if not known
  std::string published;
  DateBasis published_basis = DateBasis::unknown;
  std::string received;       // RFC 3339, UTC
  std::size_t version = 1;    // counted at its address from 1; articles without an address are always 1
  std::string superseded_by;  // id of the next version; empty if this is the current one
  std::size_t claims = 0;

  friend bool operator==(const ArticleEntry&, const ArticleEntry&) = default;
};

// An article that takes its words from an earlier one.
struct Derivation {
  std::string article;
  std::string earlier;  // the article it takes most from
  double share = 0;     // how much of it: kDerived to 1 (core/origins/origins.h)

  friend bool operator==(const Derivation&, const Derivation&) = default;
};

// How blocks changed, for rules that look at new pairs only.
struct Growth {
  std::vector<std::int64_t> articles;  // whose facts came or say something else now; their numbers in the file
  std::vector<BlockKey> grown;         // blocks that no fact left: what is new in them is of these articles; sorted

  friend bool operator==(const Growth&, const Growth&) = default;
};

enum class IngestKind {
  added,
  unchanged,    // same source, same reading of it: no row was written
  reread,       // same source, read or extracted otherwise than before: claims and facts replaced, decisions kept
  new_version,  // other bytes at an address already stored: the older version's claims are superseded
};

struct IngestOutcome {
  std::string article;  // id as stored: the stem, or "stem~2" if it was taken
  IngestKind kind = IngestKind::added;
  std::string superseded;         // id of the older version; empty unless kind is new_version
  std::vector<BlockKey> touched;  // blocks with an added, changed or removed fact; sorted, each once
  Growth growth;                  // of these; of none where people joined names

  friend bool operator==(const IngestOutcome&, const IngestOutcome&) = default;
};

struct StoredClaim {
  ClaimRef ref;
  Claim claim;            // spans: bytes of its article's text; speaker->entity: position in its article; with the
                          // speaker that a person named, if one did: that one has neither span nor mention
  std::string text;       // content_text()
  std::string entity;     // id of the speaker's entity across articles; empty if there is none
  std::string title;      // of its article
  std::string outlet;     // of its article; empty if not known
  std::string published;  // of its article
  bool superseded = false;
  std::vector<Decision> decisions{};      // that count about it, at most one an aspect; by aspect
  std::optional<Speaker> read_speaker{};  // where a decision names the speaker: the one the text was read to name

  // The decision that counts on one aspect (aspect_of() of core/value/decision.h); null: there is none.
  [[nodiscard]] const Decision* decided(std::string_view aspect) const {
    for (const Decision& decision : decisions) {
      if (aspect_of(decision.about, decision.verdict) == aspect) return &decision;
    }
    return nullptr;
  }

  friend bool operator==(const StoredClaim&, const StoredClaim&) = default;
};

// Empty members ask nothing.
struct ClaimFilter {
  std::string article{};  // id
  std::string speaker{};  // part of the speaker's name or mention, without regard to ASCII case
  std::string outlet{};   // part of the outlet's name, without regard to ASCII case
  std::string entity{};   // id
  std::string since{};    // EDTF day: said on it or later, as far as is known; a claim without a date is left out
  std::string until{};    // EDTF day: said on it or before
  std::optional<SpeakerKind> speaker_kind{};
  std::optional<ClaimType> type{};
  std::optional<Modality> modality{};
  std::string search{};     // words that must all occur in the claim's text or speaker; a trailing * takes any ending
  bool superseded = false;  // also claims of older versions
  bool not_claims = false;  // also what people decided to be no claim
  std::size_t limit = 0;    // 0: all
  std::size_t offset = 0;

  friend bool operator==(const ClaimFilter&, const ClaimFilter&) = default;
};

// Empty members ask nothing.
struct ArticleFilter {
  std::string outlet{};  // part of the outlet's name, without regard to ASCII case
  std::string since{};   // EDTF day: published on it or later; an article without a date is left out
  std::string until{};
  std::string search{};     // words that must all occur in its title or text; a trailing * takes any ending
  std::string address{};    // this one's versions
  bool superseded = false;  // also older versions
  std::size_t limit = 0;    // 0: all

  friend bool operator==(const ArticleFilter&, const ArticleFilter&) = default;
};

// One spelling of an entity in one article.
struct Spelling {
  std::string text;
  std::string article;
  MentionForm form = MentionForm::full;
  std::size_t count = 0;
  Span first;  // bytes of that article's text

  friend bool operator==(const Spelling&, const Spelling&) = default;
};

struct StoredEntity {
  std::string id;  // 16 hex digits: the same for the same kind and folded name, whatever else is stored
  std::string name;
  EntityKind kind = EntityKind::person;
  std::string role;  // as stated at its fullest in the first article that has one
  std::vector<Spelling> spellings;
  std::vector<Ground> joined{};  // entities that people joined to it: id and name, sorted

  friend bool operator==(const StoredEntity&, const StoredEntity&) = default;
};

// Empty members ask nothing; without a status, retired flags are left out.
struct FlagFilter {
  std::optional<FlagStatus> status{};
  std::optional<Severity> severity{};  // at least this severe
  std::string rule{};
  std::string kind{};
  std::string article{};   // id of an article among its claims or its evidence
  std::string person{};    // part of a name in its subject or of a speaker of its claims, without regard to ASCII case
  bool undecided = false;  // open or stale
  std::size_t limit = 0;

  friend bool operator==(const FlagFilter&, const FlagFilter&) = default;
};

struct BlockSize {
  std::string key;
  std::size_t groups = 0;  // different things in it
  std::size_t facts = 0;

  friend bool operator==(const BlockSize&, const BlockSize&) = default;
};

struct BlockCounts {
  std::size_t blocks = 0;
  std::size_t several = 0;  // blocks in which groups can be compared
  double pairs = 0;         // of groups, all blocks together: what a rule that compares must look at
  std::vector<BlockSize> largest;

  friend bool operator==(const BlockCounts&, const BlockCounts&) = default;
};

// One run of one rule, and what it found: the input of Store::apply().
struct RuleRun {
  std::string rule;
  std::string rule_sha256;
  std::string view;    // the view whose blocks it works on, as in BlockKey ("quantities"); for the record
  std::string params;  // JSON object of the parameters it ran with
  std::string at;      // RFC 3339, UTC
  // The blocks it looked at. None: all there are, and every stored flag of the rule is compared with `found`.
  std::optional<std::vector<std::string>> scope;
  std::vector<Flag> found;  // each once, with its blocks; their status is not read
  std::string because;      // why flags that are gone are retired: "no longer found", "the rule was changed"

  friend bool operator==(const RuleRun&, const RuleRun&) = default;
};

// What a run changed; ids, sorted.
struct FlagChanges {
  std::vector<std::string> opened;   // not stored before
  std::vector<std::string> kept;     // stored, found again on the same evidence
  std::vector<std::string> changed;  // found again on other evidence; one that was decided on is now stale
  std::vector<std::string> revived;  // was retired, found again
  std::vector<std::string> retired;  // stored in these blocks only, no longer found

  friend bool operator==(const FlagChanges&, const FlagChanges&) = default;
};

// What is kept of a run.
struct RuleRunEntry {
  std::string rule;
  std::string rule_sha256;
  std::string view;
  std::string params;
  std::string at;
  std::optional<std::size_t> blocks;  // size of the scope; none: everything
  std::size_t found = 0;
  std::size_t opened = 0;
  std::size_t retired = 0;

  friend bool operator==(const RuleRunEntry&, const RuleRunEntry&) = default;
};

// One entry of the log. hash = SHA-256(previous + "\n" + body); the first entry's previous is 64 zeros.
struct LogEntry {
  std::int64_t number = 0;  // from 1, without gaps
  std::string body;         // canonical JSON: keys sorted, no white space, UTF-8
  std::string previous;
  std::string hash;

  friend bool operator==(const LogEntry&, const LogEntry&) = default;
};

// A decision as a person reads it.
struct DecisionEntry {
  Decision decision;
  std::int64_t number = 0;  // of its log entry
  DecisionState state = DecisionState::standing;
  std::string because;  // why it no longer counts, or is stale; else empty
  std::string words;    // what it is about: the flag's message, the two names, the claim's words

  friend bool operator==(const DecisionEntry&, const DecisionEntry&) = default;
};

// Empty members ask nothing.
struct DecisionFilter {
  std::string about{};    // "flag", "names", "claim"
  std::string subject{};  // the beginning of it
  std::string by{};
  std::string since{};  // the beginning of an RFC 3339 time; decisions at or after it
  std::string until{};  // likewise; decisions before it or within it: "2026-05" takes all of May
  std::optional<DecisionState> state{};

  friend bool operator==(const DecisionFilter&, const DecisionFilter&) = default;
};

// What the rules have not seen yet.
struct Unchecked {
  std::vector<BlockKey> blocks;  // sorted, each once
  Growth growth;                 // of these
  std::int64_t upto = 0;         // for Store::checked(); 0: nothing

  friend bool operator==(const Unchecked&, const Unchecked&) = default;
};

// What of a store its state hash covers.
enum class StateOf {
  everything,  // all rows of all tables but the records of runs and what keeps them in order
  what_holds,  // of these, what is so now: without the log, its decisions and retired flags
};

// Something verify() found wrong.
struct Fault {
  std::string where;  // "source bdb355f1…", "article a#0123456789abcdef", "log entry 3"
  std::string what;   // "its bytes no longer have this hash"

  friend bool operator==(const Fault&, const Fault&) = default;
};

}  // namespace hearsay
