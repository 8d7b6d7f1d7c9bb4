#pragma once
// Which decisions count, and what follows from them: for flags, decisions and verify alike. Private to core/store.
//
// A decision stands when nothing later about its subject and aspect replaced it and no undo took it back; when an undo
// takes the last one back, the one before it stands again.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/database.h"
#include "core/value/decision.h"
#include "core/value/flag.h"

namespace hearsay {

inline constexpr std::string_view kDecisionColumns =
    "d.id, d.about, d.subject, d.verdict, d.note, d.\"by\", d.at, d.evidence_sha256, d.replaces, d.value, d.scope, "
    "d.reach, d.grounds ";
// Of decision d: neither an undo nor undone.
inline constexpr std::string_view kKept =
    "d.verdict <> 'undone' AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.verdict = 'undone' AND u.replaces = d.id) ";

// A row of kDecisionColumns, from column `first` on.
Decision decision_of(const Query& row, int first = 0);

std::optional<Decision> decision_by_id(Database& db, std::string_view id);

// The decision that stands about `subject`.
std::optional<Decision> standing_decision(Database& db, std::string_view about, std::string_view subject,
                                          std::string_view aspect = "");
// All standing decisions of a kind, oldest first.
std::vector<Decision> standing_decisions(Database& db, std::string_view about);

// What the decisions about one rule's flags make of a flag that the rule finds. Reads the wide ones once.
class FlagDecisions {
 public:
  FlagDecisions(Database& db, std::string_view rule);

  // Sets status, decision and stale_because. A flag's own decision outranks a wider one, a later wider one an earlier.
  // open: nothing was decided, or it was reopened; stale: its own decision was scoped to other evidence.
  void settle(Flag& flag);

 private:
  bool reaches(const Decision& decision, const Flag& flag);

  Database& db_;
  std::vector<Decision> wide_;  // latest first
};

// Was a decision about this flag ever made that reaches others?
bool has_wide_decision(Database& db, std::string_view flag);

// Status, decision and reason of the rule's flags that are not retired as the decisions have it; of one flag, or of all
// (`id` empty).
void settle_flags(Database& db, std::string_view rule, std::string_view id);

// What the flag rests on now, as grounds.
std::vector<Ground> grounds_of(const Flag& flag);
// Hashes of the sources that its evidence lies in; sorted, each once.
std::vector<std::string> sources_of(Database& db, const Flag& flag);
// What is gone and what is new, for a person: "“14” (fire) is gone; “17” (fire) is new".
std::string difference_of(Database& db, const std::vector<Ground>& before, const std::vector<Ground>& now);

// The log entry's body for a decision: canonical JSON of its members but the id, which the entry's hash gives. Members
// that the first schema did not have are left out where they are empty.
std::string log_body(const Decision& decision);

// SHA-256 of an entry, from the hash before it (64 zeros for the first).
std::string log_hash(std::string_view previous, std::string_view body);

inline constexpr std::size_t kDecisionIdDigits = 16;
inline constexpr std::string_view kFirstPrevious = "0000000000000000000000000000000000000000000000000000000000000000";

}  // namespace hearsay
