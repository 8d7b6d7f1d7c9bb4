#pragma once
// What follows from decisions, for flags, decisions and verify alike. Private to core/store.

#include <optional>
#include <string>
#include <string_view>

#include "core/store/database.h"
#include "core/value/decision.h"
#include "core/value/flag.h"

namespace hearsay {

// The decision that counts: the last one about `subject`.
std::optional<Decision> last_decision(Database& db, std::string_view about, std::string_view subject);

// Status of a flag that a rule finds on `evidence_sha256`: open without a decision or when it was reopened, stale when
// the decision rested on other evidence, else the verdict.
FlagStatus status_of(const std::optional<Decision>& decision, std::string_view evidence_sha256);

// The log entry's body for a decision: canonical JSON of all its members but the id, which the entry's hash gives.
std::string log_body(const Decision& decision);

// SHA-256 of an entry, from the hash before it (64 zeros for the first).
std::string log_hash(std::string_view previous, std::string_view body);

inline constexpr std::size_t kDecisionIdDigits = 16;
inline constexpr std::string_view kFirstPrevious = "0000000000000000000000000000000000000000000000000000000000000000";

}  // namespace hearsay
