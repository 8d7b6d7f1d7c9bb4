#pragma once
// Words of a report that its writers for people share, so that one fact is told in one way.

#include <string>
#include <string_view>
#include <vector>

#include "core/report/report.h"

namespace hearsay {

std::string or_else(const std::string& text, std::string_view otherwise);
std::string counted(std::size_t count, std::string_view one, std::string_view many);  // "1 claim", "2,310 claims"
std::string sentence(const std::string& text);  // its first letter a capital, where it is one of a to z
// "4 March 2026", "March 2026", "4 March, year not stated"; other EDTF as it is; "no date"
std::string day_in_words(std::string_view edtf);
std::string time_in_words(std::string_view at);    // RFC 3339: "4 March 2026, 15:04 UTC"; other text as it is
std::string outlet_of(const ReportArticle& page);  // "outlet not named" where it is not known

// A claim's speaker: resolved name; "in its own voice" for an assertion of the outlet; "nobody named".
std::string speaker_of(const Claim& claim);
// Beside a speaker that a person named: "as decided by Ada; read: Ben Okafor". Else empty.
std::string speaker_decided(const StoredClaim& claim);
// The speaker's name, with that behind it in brackets.
std::string speaker_told(const StoredClaim& claim);
// What else is to be said of the speaker: speaker_decided(), or "in the text “she”" where the name does not stand
// there.
std::string speaker_as_read(const StoredClaim& claim);
// "quoted", "quoted in part", "in other words", "in the outlet's own voice"; with "denied", "as possible" ... unless it
// is plainly asserted.
std::string manner_of(const Claim& claim);
std::string chain_in_words(const std::vector<ReportLink>& chain);  // "Ana Pérez → Fenwire → outlet not named"

std::string verdict_of(const Decision& decision);  // "dismissed", "rated 2/5 Mostly false"
std::string reach_of(const Decision& decision);    // "for every dispute of its rule in these sources"; empty: its own
std::string state_of(const DecisionEntry& entry);  // "stale: …", "replaced by …", "taken back"; empty: it stands
// What it is about, where that is not beside it: "names: Ana Pérez / Ana Perez", "claim: “…”".
std::string matter_of(const DecisionEntry& entry);

std::string origins_of(const Report& report, const ReportFlag& row);  // "4 articles, 2 independent origins: Norlink, …"

// The one the flag's status follows from, else the last that was not replaced or taken back; none: nullptr.
const DecisionEntry* decision_that_counts(const ReportFlag& row);

// Of report.decisions those that stand with no flag of the report: about names, claims, and flags that are gone.
std::vector<const DecisionEntry*> decisions_apart(const Report& report);

// Sentences of the summary, without a final newline.
std::string heading_of(const Report& report);  // "Everything in the store", "Flag 01ab…"
std::string extent_of(const Report& report);   // articles, outlets, statements
std::string disputes_of(
    const Report& report);  // how many, how severe, how many decided, from how many origins, where most
std::string voices_of(const Report& report);  // named and unnamed

}  // namespace hearsay
