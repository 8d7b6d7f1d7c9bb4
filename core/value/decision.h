#pragma once
// What a person said about a flag, a name pair or a claim. Appended, never edited; a later decision names the one it
// replaces.

#include <string>

namespace hearsay {

struct Decision {
  std::string id;       // 16 hex digits: the start of its log entry's hash
  std::string about;    // "flag", "names", "claim"
  std::string subject;  // flag id; "entity + entity" of the pair; claim reference
  std::string
      verdict;  // flag: confirmed dismissed explained reopened; names: same different unsure; claim: see docs/cli.md
  std::string note;
  std::string by;               // who
  std::string at;               // RFC 3339, UTC, given by the caller
  std::string evidence_sha256;  // what it rested on when it was made
  std::string replaces;         // id of the decision it replaces; empty if none

  friend bool operator==(const Decision&, const Decision&) = default;
};

}  // namespace hearsay
