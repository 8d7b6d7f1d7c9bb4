#pragma once
// Why a flag, and why none: in words for the person who must decide. Nothing here is stored; it is asked of the store
// and the comparisons as they are now.
//
//   Explainer explainer(store, sandbox, rules, comparers);
//   Result<Explanation> why = explainer.flag("3f2a");                       // a flag, by a prefix of its id
//   Result<Explanation> why = explainer.claims("fire#0123", "toll#4567");   // flagged or not, and what decided it
//   Explanation why = explainer.names("Elena Díaz", "Elena Diaz");

#include <string>
#include <string_view>
#include <vector>

#include "core/store/store.h"
#include "core/value/result.h"
#include "rules/engine/functions.h"
#include "rules/engine/ruleset.h"
#include "rules/engine/sandbox.h"

namespace hearsay {

// One thing that was looked at: two figures, two names, two statements.
struct Consideration {
  std::string about;    // "figures", "names", "statements", "times", "quoted words", "the rule"
  std::string verdict;  // "flagged", "compared: no conflict", "not compared"
  std::string reason;   // one sentence or more

  friend bool operator==(const Consideration&, const Consideration&) = default;
};

struct Explanation {
  std::string question;            // what was asked, in words: "Why is flag 3f2a… open?"
  bool flagged = false;            // a flag that is not retired holds both sides
  std::vector<std::string> flags;  // their ids
  std::vector<Consideration> considered;

  // All of it as lines of plain text, without an end of line at the end.
  [[nodiscard]] std::string text() const;

  friend bool operator==(const Explanation&, const Explanation&) = default;
};

class Explainer {
 public:
  // All must outlive the explainer. The sandbox is widened when it is asked.
  Explainer(Store& store, Sandbox& sandbox, const Ruleset& rules, const Comparers& comparers)
      : store_(store), sandbox_(sandbox), rules_(rules), comparers_(comparers) {}

  // not_found, conflict: as Store::flag.
  Result<Explanation> flag(std::string_view id);
  // References as Store::claim takes them. not_found, conflict.
  Result<Explanation> claims(std::string_view a, std::string_view b);
  [[nodiscard]] Explanation names(std::string_view a, std::string_view b) const;

 private:
  Result<std::vector<Row>> facts(std::string_view view, const ClaimRef& claim);
  void say_flag(const Flag& flag, Explanation& out) const;
  Result<Done> say_figures(const ClaimRef& a, const ClaimRef& b, Explanation& out);
  Result<Done> say_statements(const StoredClaim& a, const StoredClaim& b, Explanation& out);
  Result<Done> say_times(const ClaimRef& a, const ClaimRef& b, Explanation& out);
  void say_speakers(const StoredClaim& a, const StoredClaim& b, Explanation& out) const;

  Store& store_;
  Sandbox& sandbox_;
  const Ruleset& rules_;
  const Comparers& comparers_;
};

}  // namespace hearsay
