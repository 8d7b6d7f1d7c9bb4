// A word with '#' is a claim. A word of two that names a claim of the store by its id is one too; any other is a name.

#include "desk/explain.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/compare/statements.h"
#include "core/extract/statement_reader.h"
#include "core/report/words.h"

namespace hearsay {
namespace {

bool is_claim(Store& store, const std::string& word) {
  if (word.find('#') != std::string::npos) return true;
  const bool hex = word.size() >= 4 && word.find_first_not_of("0123456789abcdef") == std::string::npos;
  return hex && store.claim(word).ok();
}

// The two claims as `hearsay compare claims` sees them, without what the facts of their articles say.
void say_both(Store& store, const Lexicon& lexicon, const std::vector<std::string>& asked, Explanation& out) {
  const Result<StoredClaim> a = store.claim(asked[0]);
  const Result<StoredClaim> b = store.claim(asked[1]);
  if (!a || !b) return;
  const StatementReader reader(lexicon);
  const StatementComparer comparer(lexicon);
  const StatementVerdict verdict = by_sentence(a->text, b->text, [&](std::string_view said_a, std::string_view said_b) {
    return comparer.compare(reader.read(said_a, a->claim.said.edtf), reader.read(said_b, b->claim.said.edtf));
  });
  out.considered.push_back(
      {"the two sentences", fmt::format("{}, {}", name_of(verdict.answer), verdict.kind), verdict.reason + "."});
}

// What people decided about a claim: its speaker, or that no rule reads it.
void say_decided(Store& store, const std::string& asked, Explanation& out) {
  const Result<StoredClaim> claim = store.claim(asked);
  if (!claim) return;
  for (const Decision& decision : claim->decisions) {
    std::string what = decision.by + " on " + decision.at.substr(0, 10);
    if (!decision.note.empty()) what += ": " + decision.note;
    if (decision.verdict == "speaker") what = speaker_decided(*claim);
    if (decision.verdict == "not-a-claim") what += "; no rule reads what it says";
    out.considered.push_back({"claim " + claim->ref.article + "#" + claim->ref.claim,
                              "decided: " + decision.verdict + (decision.value.empty() ? "" : " " + decision.value),
                              what + "."});
  }
}

}  // namespace

Result<Explanation> explain(Store& store, const Ruleset& rules, const Lexicon& lexicon,
                            const std::vector<std::string>& asked) {
  const Comparers comparers(lexicon);
  Result<std::unique_ptr<Sandbox>> sandbox = Sandbox::open(store.path(), comparers);
  if (!sandbox) return sandbox.error();
  Explainer explainer(store, **sandbox, rules, comparers);
  if (asked.size() == 1) return explainer.flag(asked.front());
  if (asked.size() != 2) {
    return Error{ErrorCode::malformed, "why", "asked of " + std::to_string(asked.size()) + " things",
                 "name a flag, two claims or two names", ""};
  }
  const auto claims =
      std::count_if(asked.begin(), asked.end(), [&](const std::string& word) { return is_claim(store, word); });
  if (claims == 1) {
    return Error{ErrorCode::malformed, "why",
                 "a claim beside something else: '" + asked[0] + "' and '" + asked[1] + "'",
                 "name two claims as 'article#claim', or two names", ""};
  }
  if (claims == 2) {
    Result<Explanation> found = explainer.claims(asked[0], asked[1]);
    if (found) {
      for (const std::string& claim : asked) say_decided(store, claim, *found);
      say_both(store, lexicon, asked, *found);
    }
    return found;
  }
  return explainer.names(asked[0], asked[1]);
}

}  // namespace hearsay
