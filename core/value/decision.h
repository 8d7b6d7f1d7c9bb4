#pragma once
// What a person said about a flag, a name pair or a claim. Appended, never edited; a later decision names the one it
// replaces, and an undo (the verdict "undone") the one it takes back.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// How far a decision about a flag reaches.
enum class DecisionScope {
  evidence,  // this flag while it rests on the evidence it was decided on; other evidence makes it stale
  flag,      // this flag, whatever it rests on
  block,     // every flag of the rule that stands in one of the flag's blocks, found now or later
  sources,   // every flag of the rule whose evidence lies within the flag's sources
};

// One thing a decision rested on, in words that can be compared with today's.
struct Ground {
  std::string place;  // flag: the article; names: the entity's id; claim: "text" or "speaker"
  std::string words;  // the evidence's words; the name; the claim's words or its speaker's name

  friend auto operator<=>(const Ground&, const Ground&) = default;
};

struct Decision {
  std::string id;       // 16 hex digits: the start of its log entry's hash
  std::string about;    // "flag", "names", "claim", "rule"
  std::string subject;  // flag id; "entity + entity" of the pair; claim reference; "rule parameter"
  std::string verdict;  // flag: confirmed dismissed explained reopened; names: same different unsure; claim: speaker
                        // not-a-claim rated; rule: set; of all: undone
  std::string note;     // why
  std::string by;       // who
  std::string at;       // RFC 3339, UTC, given by the caller
  std::string evidence_sha256;  // what it rested on when it was made
  std::string replaces;         // id of the decision it replaces, or (undone) takes back; empty if none
  std::string value{};          // of a claim: who said it ("speaker"), the rating ("rated"); of a rule: the
                                // parameter's value ("set"); else empty
  DecisionScope scope = DecisionScope::evidence;
  std::vector<std::string> reach{};  // block keys or hashes of sources where the scope is one of these; sorted
  std::vector<Ground> grounds{};     // what it rested on; sorted; empty in decisions of the first schema

  friend bool operator==(const Decision&, const Decision&) = default;
};

enum class DecisionState {
  standing,  // it counts
  stale,     // nothing replaced it, but what it rested on has changed
  replaced,  // a later decision about the same thing counts
  undone,    // it was taken back
};

// A verdict on a claim as ClaimReview publishes it: 2 of 5, "Mostly false". 1 is always the worst.
struct Rating {
  int value = 0;  // 1 to best; 0: the name alone
  int best = 0;
  std::string name;

  friend bool operator==(const Rating&, const Rating&) = default;
};

// "2/5 Mostly false" or "Mostly false". Nothing: no name, or a number that is not 1 to best (at most 100).
std::optional<Rating> rating_in(std::string_view text);
std::string text_of(const Rating& rating);

// What of its subject a decision settles: decisions of one aspect replace each other, those of others stand beside
// them. Claims: "speaker", "claim" (is it one?), "rating"; all else: "".
std::string_view aspect_of(std::string_view about, std::string_view verdict);

std::string_view name_of(DecisionScope scope);
std::string_view name_of(DecisionState state);
std::optional<DecisionScope> decision_scope_named(std::string_view name);

}  // namespace hearsay
