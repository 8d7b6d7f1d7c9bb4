#pragma once
// One dispute that a rule found. A stored flag carries its rule's id, title, why and hash, so that a report needs no
// engine.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/value/span.h"

namespace hearsay {

enum class Severity { high, medium, low, info };
enum class FlagStatus { open, confirmed, dismissed, explained, stale, retired };

// A claim of the store: "<article id>#<claim id>" when written.
struct ClaimRef {
  std::string article;
  std::string claim;

  friend auto operator<=>(const ClaimRef&, const ClaimRef&) = default;
};

struct Evidence {
  std::string article;
  std::string claim;  // empty where no claim holds the place
  Span span;          // bytes of that article's text
  std::string text;   // its words

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct Flag {
  std::string id;    // first 16 hex digits of SHA-256(rule id, subject)
  std::string rule;  // "number-conflict"
  std::string rule_title;
  std::string rule_why;
  std::string rule_sha256;  // of the rule file's text
  std::string kind;         // "number": the word of the rule's header
  Severity severity = Severity::medium;
  FlagStatus status = FlagStatus::open;
  std::string subject;  // names the dispute by itself: what, which event or person, which scope
  std::string message;
  double score = 1.0;               // [0, 1]
  std::vector<std::string> blocks;  // block keys it was found in, sorted: the places where a change touches it
  std::vector<ClaimRef> claims;
  std::vector<Evidence> evidence;  // both sides, the most telling first, twelve at most
  std::string evidence_sha256;     // changes when what the flag rests on changes
  std::string retired_because;     // empty unless status is retired
  std::string stale_because{};     // empty unless status is stale: "“14” (fire) is gone; “17” (fire) is new"
  std::string decision{};  // id of the decision its status follows from, its own or a wider one's; empty if none

  friend bool operator==(const Flag&, const Flag&) = default;
};

// First 16 hex digits of SHA-256 over rule id and subject: version, parameters and blocks may change, the flag stays.
std::string flag_id(std::string_view rule, std::string_view subject);

std::string_view name_of(Severity severity);
std::string_view name_of(FlagStatus status);
std::optional<Severity> severity_named(std::string_view name);
std::optional<FlagStatus> flag_status_named(std::string_view name);

}  // namespace hearsay
