// A word is matched by its meeting form, or by a word of one of its axes. A name is matched by any of its words, so
// that "Holm" meets "Petra Holm". Linear but for the axes, of which a statement has few.

#include "core/compare/alignment.h"

#include <algorithm>
#include <unordered_set>

namespace hearsay {
namespace {

using Forms = std::unordered_set<std::string>;

Forms forms_of(const Proposition& proposition) {
  Forms forms;
  for (const Term& term : proposition.terms) forms.insert(term.form);
  for (const ProperName& name : proposition.names) {
    if (!name.reports) forms.insert(name.forms.begin(), name.forms.end());
  }
  return forms;
}

std::vector<bool> matches(const Proposition& of, const Proposition& other) {
  const Forms forms = forms_of(other);
  std::vector<bool> matched;
  for (const Term& term : of.terms) {
    const bool by_axis = std::any_of(of.senses.begin(), of.senses.end(), [&](const Sense& sense) {
      return sense.tokens.contains(term.token) && other.has_axis(sense.meaning->axis);
    });
    matched.push_back(by_axis || forms.contains(term.form));
  }
  return matched;
}

std::vector<const ProperName*> names_without(const Proposition& of, const Proposition& other) {
  const Forms forms = forms_of(other);
  std::vector<const ProperName*> names;
  for (const ProperName& name : of.names) {
    if (name.reports) continue;
    const bool found = std::any_of(name.forms.begin(), name.forms.end(),
                                   [&](const std::string& form) { return forms.contains(form); });
    if (!found) names.push_back(&name);
  }
  return names;
}

std::size_t own_names(const Proposition& proposition) {
  return static_cast<std::size_t>(std::count_if(proposition.names.begin(), proposition.names.end(),
                                                [](const ProperName& name) { return !name.reports; }));
}

struct Worth {
  double matched = 0;
  double all = 0;
};

Worth worth_of(const Proposition& proposition, const std::vector<bool>& matched,
               const std::vector<TokenRange>& without) {
  Worth worth;
  for (std::size_t i = 0; i < proposition.terms.size(); ++i) {
    const Term& term = proposition.terms[i];
    const bool left_out = std::any_of(without.begin(), without.end(),
                                      [&](const TokenRange& range) { return range.contains(term.token); });
    if (left_out) continue;
    worth.all += term.weight;
    if (matched[i]) worth.matched += term.weight;
  }
  return worth;
}

}  // namespace

StatementAlignment align(const Proposition& a, const Proposition& b) {
  StatementAlignment alignment;
  alignment.matched_a = matches(a, b);
  alignment.matched_b = matches(b, a);
  alignment.only_a = names_without(a, b);
  alignment.only_b = names_without(b, a);
  alignment.shares_name = alignment.only_a.size() < own_names(a) || alignment.only_b.size() < own_names(b);
  std::vector<std::size_t> shared;
  for (std::size_t i = 0; i < a.terms.size(); ++i) {
    if (alignment.matched_a[i]) shared.push_back(i);
  }
  std::stable_sort(shared.begin(), shared.end(),
                   [&a](std::size_t x, std::size_t y) { return a.terms[x].weight > a.terms[y].weight; });
  for (const std::size_t i : shared) {
    std::string word(a.statement->words.of(a.terms[i].token));
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    if (std::find(alignment.shared.begin(), alignment.shared.end(), word) == alignment.shared.end())
      alignment.shared.push_back(std::move(word));
  }
  return alignment;
}

double coverage(const Proposition& a, const Proposition& b, const StatementAlignment& alignment,
                const std::vector<TokenRange>& without_a, const std::vector<TokenRange>& without_b) {
  const Worth first = worth_of(a, alignment.matched_a, without_a);
  const Worth second = worth_of(b, alignment.matched_b, without_b);
  const Worth& shorter = first.all <= second.all ? first : second;
  return shorter.all == 0 ? 0 : shorter.matched / shorter.all;
}

}  // namespace hearsay
