#pragma once
// What people decided about claims, taken into effect (tables claim_decision, claim_as_read, not_a_claim and, by way of
// BlockWriter, withheld). Private to core/store.
//
// A decision reaches the claim it names and, in newer versions of its article, the one claim with the same words by the
// same speaker as read. Of several on one matter the one made on the newest version counts, of these the latest. All is
// a function of the claims stored and the standing decisions alone, so that taking a decision back restores what was
// there before.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/store/database.h"
#include "core/value/decision.h"

namespace hearsay {

class ClaimDecisions {
 public:
  explicit ClaimDecisions(Database& db);

  // Gives the claims of article number `row` the speakers decided; its facts stay in their blocks.
  void apply(std::int64_t row);
  // After a decision about a claim of the article named, or its undo: applies it there and in newer versions, moves the
  // facts of the current one and leaves them to the next check.
  void follow(const std::string& article, std::string_view aspect);

  // For verify(): what is wrong with the tables, empty if nothing is.
  std::string fault();

 private:
  using OnClaim = std::map<std::pair<std::int64_t, std::string>, std::vector<Decision>>;  // n, aspect; by rank

  OnClaim wanted(std::int64_t row);
  void correct_speaker(std::int64_t row, std::int64_t n, const std::string& speaker);

  Database& db_;
  bool any_;  // decision about a claim
};

// Applies all of them, in a store that did not.
void follow_claim_decisions(Database& db);

// Positions in article number `row` of the claims that the decision reaches if there is one alone; at most two.
std::vector<std::int64_t> places_of(Database& db, const Decision& decision, std::int64_t row);

// The decision of this aspect that counts about a claim (article's name, claim's ref).
std::optional<Decision> decision_on_claim(Database& db, std::string_view article, std::string_view ref,
                                          std::string_view aspect);

}  // namespace hearsay
