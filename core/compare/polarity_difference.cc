// Two ways to say the opposite. By axes: both statements have a word of one axis, and their values exclude each other,
// or one takes its value back ("rejected" and "approved"; "banned" and "the ban was lifted"). By negation: what one
// takes back, the other says in the same words. Either way the rest must be one thing. Known limits: no parser, so that
// who did what to whom is told by shared names alone ("A beat B", "B beat A" are not seen).

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "core/compare/differences.h"

namespace hearsay {
namespace {

constexpr double kOneThing = 0.6;   // coverage of the rest
constexpr double kOneClause = 0.3;  // coverage of the clauses that hold the opposites
constexpr double kTakenBack = 0.7;  // of what a negation reaches, the other says so much
constexpr Day kStateLasts = 3;      // days: what "is" may have changed by then

bool overlap(const TokenRange& a, const TokenRange& b) { return a.first < b.last && b.first < a.last; }

bool excludes(const Sense& a, const Sense& b) {
  if (a.meaning->value == b.meaning->value) return a.negated != b.negated;
  return !a.negated && !b.negated;
}

bool single_valued(const Proposition& of, const Sense& sense) {
  return std::all_of(of.senses.begin(), of.senses.end(), [&](const Sense& other) {
    return other.meaning->axis != sense.meaning->axis ||
           (other.meaning->value == sense.meaning->value && other.negated == sense.negated);
  });
}

// The same words agree in another of their meanings: "back" and "support".
bool agree_elsewhere(const Pair& pair, const Sense& a, const Sense& b) {
  for (const Sense& x : pair.a.senses) {
    if (!overlap(x.tokens, a.tokens)) continue;
    for (const Sense& y : pair.b.senses) {
      if (overlap(y.tokens, b.tokens) && x.meaning->axis == y.meaning->axis && x.meaning->value == y.meaning->value &&
          x.negated == y.negated)
        return true;
    }
  }
  return false;
}

std::string words_of(const Proposition& of, const TokenRange& range) {
  const Words& words = of.statement->words;
  if (range.first >= range.last) return {};
  return std::string(Span{words.tokens[range.first].span.begin, words.tokens[range.last - 1].span.end}.of(words.text));
}

// The negation that takes this sense back, if one does.
const Negation* negation_of(const Proposition& of, const Sense& sense) {
  for (const Negation& negation : of.negations) {
    if (negation.reach.contains(sense.tokens.first)) return &negation;
  }
  return nullptr;
}

std::string kind_of(Effect effect) {
  switch (effect) {
    case Effect::denial:
      return "denial";
    case Effect::refusal:
      return "antonym";
    case Effect::negation:
    case Effect::unfinished:
      return "negation";
  }
  return "negation";
}

std::string with_negation(const Proposition& of, const TokenRange& range, const Negation* negation) {
  const std::string said = words_of(of, range);
  const std::string taking = negation == nullptr ? "" : words_of(of, negation->tokens);
  return taking.empty() ? said : taking + " " + said;
}

// How much of the clause around these words, themselves left out, the other statement says too; 1 where nothing else
// stands in it.
double clause_coverage(const Proposition& of, const std::vector<bool>& matched, const TokenRange& words) {
  const std::size_t clause = of.clause_of[words.first];
  double all = 0;
  double said = 0;
  for (std::size_t i = 0; i < of.terms.size(); ++i) {
    if (words.contains(of.terms[i].token) || of.clause_of[of.terms[i].token] != clause) continue;
    all += of.terms[i].weight;
    if (matched[i]) said += of.terms[i].weight;
  }
  return all == 0 ? 1 : said / all;
}

std::optional<Difference> by_axes(const Pair& pair) {
  for (const Sense& a : pair.a.senses) {
    for (const Sense& b : pair.b.senses) {
      if (a.meaning->axis != b.meaning->axis || !excludes(a, b)) continue;
      if (!single_valued(pair.a, a) || !single_valued(pair.b, b) || agree_elsewhere(pair, a, b)) continue;
      if (coverage(pair.a, pair.b, pair.alignment, {a.tokens}, {b.tokens}) < kOneThing) continue;
      if (clause_coverage(pair.a, pair.alignment.matched_a, a.tokens) < kOneClause ||
          clause_coverage(pair.b, pair.alignment.matched_b, b.tokens) < kOneClause)
        continue;
      const Negation* in_a = negation_of(pair.a, a);
      const Negation* in_b = negation_of(pair.b, b);
      const Negation* telling = in_a != nullptr ? in_a : in_b;
      if (a.meaning->value == b.meaning->value && telling != nullptr) continue;  // for by_negation
      return Difference{true, a.meaning->kind,
                        fmt::format("'{}' against '{}'", with_negation(pair.a, a.tokens, in_a),
                                    with_negation(pair.b, b.tokens, in_b))};
    }
  }
  return std::nullopt;
}

// Does `other` say this term, not taken back?
bool asserts(const Proposition& other, const Term& term, bool negated) {
  return std::any_of(other.terms.begin(), other.terms.end(),
                     [&](const Term& its) { return its.form == term.form && its.negated != negated; });
}

bool says_by_sense(const Proposition& of, const Proposition& other, const Term& term) {
  return std::any_of(of.senses.begin(), of.senses.end(), [&](const Sense& sense) {
    return sense.tokens.contains(term.token) &&
           std::any_of(other.senses.begin(), other.senses.end(),
                       [&](const Sense& its) { return its.meaning == sense.meaning && its.negated != sense.negated; });
  });
}

// "the club": what the other calls by a name.
bool points(const Proposition& of, const Term& term) {
  return term.token > 0 && of.statement->words.folded[term.token - 1] == "the";
}

// "Not a single person was told": whoever it was.
bool is_anybody(const Proposition& of, const Term& term) {
  static constexpr std::string_view kAnybody[] = {"person", "people", "single", "man", "woman", "soul", "body"};
  const std::string& word = of.statement->words.folded[term.token];
  return std::find(std::begin(kAnybody), std::end(kAnybody), word) != std::end(kAnybody);
}

// What `negation` of `of` takes back, `other` says. `named`: the other has a name that this one does not have.
bool takes_back(const Proposition& of, const Proposition& other, const Negation& negation, bool named) {
  double all = 0;
  double said = 0;
  bool first = true;
  for (const Term& term : of.terms) {
    if (!negation.reach.contains(term.token) || !term.negated || is_anybody(of, term)) continue;
    const bool name = of.is_name(term.token);
    const bool covered = asserts(other, term, true) || says_by_sense(of, other, term);
    if (first && negation.tokens.last <= term.token && !covered) return false;  // the very word that is taken back
    first = false;
    if (name || (!covered && named && points(of, term))) continue;
    all += term.weight;
    if (covered) said += term.weight;
  }
  return all > 0 && said >= kTakenBack * all;
}

// The form of the counted noun's last word; empty where no noun is counted.
std::string last_form(const Proposition& of, const Quantity& quantity) {
  if (!quantity.noun_span) return {};
  const std::vector<Token>& tokens = of.statement->words.tokens;
  for (std::size_t token = tokens.size(); token-- > 0;) {
    if (quantity.noun_span->contains(tokens[token].span)) return of.forms[token];
  }
  return {};
}

// "no papers" beside "three papers": one counts what the other counts, and figures are compared elsewhere.
bool in_figure(const Proposition& of, const Proposition& other, const Negation& negation) {
  const Words& words = of.statement->words;
  if (negation.tokens.first >= negation.tokens.last) return false;
  const Span span{words.tokens[negation.tokens.first].span.begin, words.tokens[negation.tokens.last - 1].span.end};
  const std::vector<Quantity>& own = of.statement->quantities;
  const auto figure = std::find_if(own.begin(), own.end(), [&](const Quantity& quantity) {
    return quantity.span.begin < span.end && span.begin < quantity.span.end;
  });
  if (figure == own.end()) return false;
  const std::string counted = last_form(of, *figure);
  const std::vector<Quantity>& others = other.statement->quantities;
  return std::any_of(others.begin(), others.end(), [&](const Quantity& quantity) {
    return !quantity.ordinal && quantity.unit.empty() &&
           (counted.empty() || last_form(other, quantity).empty() || last_form(other, quantity) == counted);
  });
}

// "Three of the ships never arrived" beside "two arrived": each says it of its own number.
bool counts_before(const Proposition& of, const Negation& negation) {
  const Words& words = of.statement->words;
  const std::size_t at = words.tokens[negation.tokens.first].span.begin;
  return std::any_of(of.statement->quantities.begin(), of.statement->quantities.end(), [&](const Quantity& quantity) {
    return !quantity.ordinal && quantity.unit.empty() && quantity.span.end <= at;
  });
}

bool counts_something(const Proposition& of) {
  return std::any_of(of.statement->quantities.begin(), of.statement->quantities.end(),
                     [](const Quantity& quantity) { return !quantity.ordinal && quantity.unit.empty(); });
}

// "zero films": takes something back without a negation.
bool counts_none(const Proposition& of) {
  return std::any_of(of.statement->quantities.begin(), of.statement->quantities.end(),
                     [](const Quantity& quantity) { return quantity.high == 0.0; });
}

// Does a clause of `other` that says what `negation` of `of` takes back speak of the same thing?
bool said_of_it(const Proposition& of, const Proposition& other, const std::vector<bool>& matched,
                const Negation& negation) {
  bool found = false;
  std::size_t taken_back = 0;
  for (const Term& taken : of.terms) {
    if (!negation.reach.contains(taken.token)) continue;
    ++taken_back;
    for (const Term& term : other.terms) {
      if (term.form != taken.form || of.is_name(taken.token)) continue;
      if (clause_coverage(other, matched, {term.token, term.token + 1}) >= kOneClause / 2) return true;
      found = true;
    }
  }
  return !found || taken_back == 1;  // by a synonym; "There was no warning"
}

std::optional<Difference> by_negation(const Pair& pair, const Proposition& of, const Proposition& other) {
  for (const Negation& negation : of.negations) {
    if (counts_before(of, negation) && counts_something(other)) continue;
    const bool named = !(&of == &pair.a ? pair.alignment.only_b : pair.alignment.only_a).empty();
    if (in_figure(of, other, negation) || counts_none(other) || !takes_back(of, other, negation, named)) continue;
    if (coverage(pair.a, pair.b, pair.alignment) < kOneThing) continue;
    const std::vector<bool>& matched = &of == &pair.a ? pair.alignment.matched_b : pair.alignment.matched_a;
    if (!said_of_it(of, other, matched, negation)) continue;
    return Difference{
        true, kind_of(negation.effect),
        fmt::format("one says '{}', the other that it is so", with_negation(of, negation.reach, &negation))};
  }
  return std::nullopt;
}

// "the upper house" and "the lower house": two of one group, one on each side and none on both.
std::string other_group(const Pair& pair) {
  const auto says = [](const Proposition& of, const ScopeWord& word) {
    return std::any_of(of.scopes.begin(), of.scopes.end(),
                       [&](const ScopeWord& its) { return its.group == word.group && its.value == word.value; });
  };
  for (const ScopeWord& a : pair.a.scopes) {
    if (a.kind != ScopeKind::group || a.group == "people" || says(pair.b, a)) continue;
    for (const ScopeWord& b : pair.b.scopes) {
      if (b.kind == ScopeKind::group && b.group == a.group && !says(pair.a, b))
        return fmt::format("one speaks of '{}', the other of '{}'", a.written, b.written);
    }
  }
  return {};
}

// "was later released": what came after the other.
bool came_later(const Proposition& of, const Proposition& other) {
  static constexpr std::string_view kLater[] = {"later", "subsequently", "afterwards", "eventually", "then", "finally"};
  const auto says = [](const Proposition& it) {
    const std::vector<std::string>& folded = it.statement->words.folded;
    return std::any_of(folded.begin(), folded.end(), [](const std::string& word) {
      return std::find(std::begin(kLater), std::end(kLater), word) != std::end(kLater);
    });
  };
  return says(of) && !says(other);
}

// May both hold all the same?
Difference weighed(const Pair& pair, Difference found) {
  if (pair.a.hedged || pair.b.hedged)
    return {false, "modality", found.reason + ", but one says only that it may be so"};
  if (const std::string groups = other_group(pair); !groups.empty()) return {false, found.kind, groups};
  if (found.kind == "antonym" && (came_later(pair.a, pair.b) || came_later(pair.b, pair.a)))
    return {false, found.kind, found.reason + ", but one tells what came later"};
  if (dated_apart(pair)) return {false, found.kind, found.reason + ", but at different times"};
  // What is to come is ruled out by a refusal or a denial, not by its not being so yet.
  const auto rules_out = [](const Proposition& of) {
    return std::any_of(of.negations.begin(), of.negations.end(), [](const Negation& negation) {
      return negation.effect == Effect::refusal || negation.effect == Effect::denial;
    });
  };
  if (pair.a.intended != pair.b.intended && found.kind != "place" && !rules_out(pair.a.intended ? pair.b : pair.a))
    return {false, "modality", found.reason + ", but one speaks of what is to come"};
  const bool unfinished = [&] {
    const auto is_open = [](const Negation& negation) { return negation.effect == Effect::unfinished; };
    return std::any_of(pair.a.negations.begin(), pair.a.negations.end(), is_open) ||
           std::any_of(pair.b.negations.begin(), pair.b.negations.end(), is_open);
  }();
  const Day days = std::abs(days_between(pair).value_or(0));
  const bool now = pair.a.has_scope(ScopeKind::now) || pair.b.has_scope(ScopeKind::now);
  const auto speaks_of_today = [](const Proposition& of, const Proposition& other) {
    return of.has_scope(ScopeKind::today) && !other.has_scope(ScopeKind::today) && !other.has_scope(ScopeKind::now);
  };
  if (speaks_of_today(pair.a, pair.b) || speaks_of_today(pair.b, pair.a))
    return {false, found.kind, found.reason + ", but one speaks of the past, the other of today"};
  if ((now && days > kStateLasts) || (unfinished && days > 0))
    return {false, found.kind, found.reason + fmt::format(", but published {} days apart", days)};
  return found;
}

}  // namespace

std::optional<Difference> polarity_difference(const Pair& pair) {
  std::optional<Difference> found = by_axes(pair);
  if (!found) found = by_negation(pair, pair.a, pair.b);
  if (!found) found = by_negation(pair, pair.b, pair.a);
  if (!found) return std::nullopt;
  found->reason += topic_of(pair);
  return weighed(pair, std::move(*found));
}

}  // namespace hearsay
