// An office has one holder, a race one winner, a blast one cause. Two statements that name different ones disagree when
// the rest of what they say is one thing. The holder of an office is the name right behind it ("Mayor Ada Quill",
// "chief executive, Maren Dahl"), else the one before it ("Jonas Field is the chief executive"). Known limits: joint
// holders and successions are seen by listed words only.

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "core/compare/differences.h"

namespace hearsay {
namespace {

constexpr std::size_t kHolderBehind = 2;  // tokens between office and name: a comma, "Mr"
constexpr std::size_t kHolderBefore = 4;  // "is the current"
constexpr Day kTermOfOffice = 180;        // days in which an office may well change hands
constexpr double kOneEvent = 0.6;

// Does "of", "at", "in" or "for" stand before the name: then it names the body, not the holder.
bool names_body(const Proposition& of, const ProperName& name) {
  if (name.tokens.first == 0) return false;
  const std::string& before = of.statement->words.folded[name.tokens.first - 1];
  return before == "of" || before == "at" || before == "in" || before == "for";
}

// Do only marks, titles and "by" stand between office and name: "chief executive, Mrs Dahl", "coached by"?
bool leads_to(const Proposition& of, std::size_t from, std::size_t to) {
  static constexpr std::string_view kBetween[] = {",", ".", "by", "mr", "mrs", "ms", "dr", "sir", "dame", "lord"};
  const std::vector<std::string>& folded = of.statement->words.folded;
  for (std::size_t token = from; token < to; ++token) {
    if (std::find(std::begin(kBetween), std::end(kBetween), folded[token]) == std::end(kBetween)) return false;
  }
  return true;
}

// The token behind the office and its body: "police chief of Ostby".
std::size_t behind_body(const Proposition& of, const Office& office) {
  for (const ProperName& name : of.names) {
    if (name.tokens.first == office.tokens.last + 1 && names_body(of, name)) return name.tokens.last;
  }
  return office.tokens.last;
}

const ProperName* holder_of(const Proposition& of, const Office& office) {
  const ProperName* before = nullptr;
  const std::size_t behind = behind_body(of, office);
  for (const ProperName& name : of.names) {
    if (names_body(of, name)) continue;
    if (name.tokens.first >= behind && name.tokens.first - behind <= kHolderBehind &&
        leads_to(of, behind, name.tokens.first))
      return &name;
    const bool possessive = of.statement->words.folded[name.tokens.last - 1].ends_with("'s");
    if (!possessive && name.tokens.last <= office.tokens.first &&
        office.tokens.first - name.tokens.last <= kHolderBefore)
      before = &name;
  }
  return before;
}

bool one_name(const ProperName& a, const ProperName& b) {
  return std::any_of(a.forms.begin(), a.forms.end(), [&b](const std::string& form) {
    return std::find(b.forms.begin(), b.forms.end(), form) != b.forms.end();
  });
}

// Two holders of one office of one body, or one person in two offices that exclude each other.
std::optional<Difference> other_holder(const Pair& pair) {
  const Day days = std::abs(days_between(pair).value_or(0));
  const auto ended = [](const Proposition& of) {  // "was the minister until 2029"
    return std::any_of(of.statement->times.begin(), of.statement->times.end(),
                       [](const Time& time) { return time.edtf.starts_with(".."); });
  };
  const bool then =
      pair.a.has_scope(ScopeKind::then) || pair.b.has_scope(ScopeKind::then) || ended(pair.a) || ended(pair.b);
  for (const Office& a : pair.a.offices) {
    for (const Office& b : pair.b.offices) {
      const ProperName* first = holder_of(pair.a, a);
      const ProperName* second = holder_of(pair.b, b);
      if (first == nullptr || second == nullptr) continue;
      const bool one_person = one_name(*first, *second);
      const bool one_office = a.office == b.office;
      if (one_office == one_person || (one_person && !(a.exclusive && b.exclusive))) continue;
      const bool one_body =
          pair.alignment.shares_name && (pair.alignment.only_a.size() <= 1 || pair.alignment.only_b.size() <= 1);
      if (one_office && !one_body) continue;
      Difference found{true, "role",
                       one_office ? fmt::format("{}: {} against {}", a.office, first->written, second->written)
                                  : fmt::format("{}: {} against {}", first->written, a.office, b.office)};
      if (then || days > kTermOfOffice) {
        found.contradicts = false;
        found.reason +=
            then ? ", but not at one time or not in full" : fmt::format(", but published {} days apart", days);
      }
      return found;
    }
  }
  return std::nullopt;
}

// A name that stands alone beside the word it fills a place of: "Ana Souto" of "won by Ana Souto", not "Kelton" of "the
// Kelton fire was caused by".
bool fills(const Proposition& of, const ProperName& name, const Sense& sense) {
  const bool behind = name.tokens.first >= sense.tokens.last;
  const std::size_t gap = behind ? name.tokens.first - sense.tokens.last : sense.tokens.first - name.tokens.last;
  if (gap > kHolderBehind) return false;
  if (sense.tokens.contains(name.tokens.last)) return true;
  return std::none_of(of.terms.begin(), of.terms.end(),
                      [&](const Term& term) { return term.token == name.tokens.last; });
}

std::optional<Difference> other_name(const Pair& pair, const Sense& a, const Sense& b) {
  const StatementAlignment& alignment = pair.alignment;
  if (alignment.only_a.size() != 1 || alignment.only_b.size() != 1) return std::nullopt;
  const ProperName& first = *alignment.only_a.front();
  const ProperName& second = *alignment.only_b.front();
  if (!fills(pair.a, first, a) || !fills(pair.b, second, b)) return std::nullopt;
  const double rest = coverage(pair.a, pair.b, alignment, {a.tokens, first.tokens}, {b.tokens, second.tokens});
  if (rest < kOneEvent) return std::nullopt;
  return Difference{true, a.meaning->kind, fmt::format("{} against {}", first.written, second.written)};
}

// The words for what caused it: behind "by", "to", "on" or "of", else before the verb; up to the end of the clause.
TokenRange cause_of(const Proposition& of, const Sense& sense) {
  const std::vector<std::string>& folded = of.statement->words.folded;
  const auto leads_on = [](const std::string& word) {
    return word == "by" || word == "to" || word == "on" || word == "of";
  };
  std::size_t behind = sense.tokens.last;
  if (behind < folded.size() && leads_on(folded[behind])) ++behind;
  const bool after = leads_on(folded[behind - 1]);
  TokenRange range = after ? TokenRange{behind, behind} : TokenRange{sense.tokens.first, sense.tokens.first};
  const std::size_t clause = of.clause_of[sense.tokens.first];
  while (after && range.last < folded.size() && of.clause_of[range.last] == clause) ++range.last;
  while (!after && range.first > 0 && of.clause_of[range.first - 1] == clause) --range.first;
  return range;
}

// Words of the range, and whether the other's range has one of them or a word on the same axis.
struct Filler {
  std::string words;
  bool shared = false;
};

Filler filler_of(const Proposition& of, const TokenRange& range, const Proposition& other, const TokenRange& others) {
  Filler filler;
  for (const Term& term : of.terms) {
    if (!range.contains(term.token)) continue;
    filler.words += (filler.words.empty() ? "" : " ") + of.statement->words.folded[term.token];
    filler.shared |= std::any_of(other.terms.begin(), other.terms.end(),
                                 [&](const Term& its) { return others.contains(its.token) && its.form == term.form; });
  }
  for (const Sense& sense : of.senses) {
    if (!range.contains(sense.tokens.first)) continue;
    filler.shared |= std::any_of(other.senses.begin(), other.senses.end(), [&](const Sense& its) {
      return others.contains(its.tokens.first) && its.meaning == sense.meaning;
    });
  }
  return filler;
}

std::optional<Difference> other_cause(const Pair& pair, const Sense& a, const Sense& b) {
  if (a.meaning->axis != "cause" || !pair.alignment.shares_name || pair.alignment.names_apart()) return std::nullopt;
  const TokenRange first = cause_of(pair.a, a);
  const TokenRange second = cause_of(pair.b, b);
  const Filler by_a = filler_of(pair.a, first, pair.b, second);
  const Filler by_b = filler_of(pair.b, second, pair.a, first);
  if (by_a.words.empty() || by_b.words.empty() || by_a.shared || by_b.shared) return std::nullopt;
  if (coverage(pair.a, pair.b, pair.alignment, {a.tokens, first}, {b.tokens, second}) < kOneEvent) return std::nullopt;
  return Difference{true, a.meaning->kind, fmt::format("caused by '{}' against '{}'", by_a.words, by_b.words)};
}

// The verb of "bought by Delco": the term before "by" and the name, none where the name is no doer.
const Term* deed_of(const Proposition& of, const ProperName& name) {
  const std::vector<std::string>& folded = of.statement->words.folded;
  const std::size_t at = name.tokens.first;
  if (at < 2 || folded[at - 1] != "by") return nullptr;
  const auto found =
      std::find_if(of.terms.begin(), of.terms.end(), [at](const Term& term) { return term.token + 2 == at; });
  return found == of.terms.end() || found->negated ? nullptr : &*found;
}

// One deed, two doers.
std::optional<Difference> other_doer(const Pair& pair) {
  constexpr double kNearlyAll = 0.8;
  const StatementAlignment& alignment = pair.alignment;
  if (!alignment.shares_name || alignment.only_a.size() != 1 || alignment.only_b.size() != 1) return std::nullopt;
  const ProperName& first = *alignment.only_a.front();
  const ProperName& second = *alignment.only_b.front();
  const Term* a = deed_of(pair.a, first);
  const Term* b = deed_of(pair.b, second);
  if (a == nullptr || b == nullptr || a->form != b->form) return std::nullopt;
  if (coverage(pair.a, pair.b, alignment, {first.tokens}, {second.tokens}) < kNearlyAll) return std::nullopt;
  return Difference{true, "name", fmt::format("by {} against {}", first.written, second.written)};
}

std::optional<Difference> other_filler(const Pair& pair) {
  if (std::optional<Difference> found = other_doer(pair)) return found;
  for (const Sense& a : pair.a.senses) {
    for (const Sense& b : pair.b.senses) {
      if (!a.meaning->single || a.meaning != b.meaning || a.negated || b.negated) continue;
      std::optional<Difference> found = other_name(pair, a, b);
      if (!found) found = other_cause(pair, a, b);
      if (found) return found;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Difference> holder_difference(const Pair& pair) {
  std::optional<Difference> found = other_holder(pair);
  if (!found) found = other_filler(pair);
  if (!found) return std::nullopt;
  found->reason += topic_of(pair);
  if (pair.a.hedged || pair.b.hedged) found->contradicts = false;
  return found;
}

}  // namespace hearsay
