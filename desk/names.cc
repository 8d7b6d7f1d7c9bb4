// Pairs are found by NameSearch over every name of every group; a pair of groups is shown once, with its likest names.

#include "desk/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/compare/name_search.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

using Pair = std::pair<std::string, std::string>;  // ids, the smaller first

Pair ordered(const std::string& a, const std::string& b) { return {std::min(a, b), std::max(a, b)}; }

// Names of a group that can be compared: its own, those joined to it, and full spellings.
std::set<std::string> names_of(const StoredEntity& entity) {
  std::set<std::string> names{entity.name};
  for (const Ground& joined : entity.joined) names.insert(joined.words);
  for (const Spelling& spelling : entity.spellings) {
    if (spelling.form == MentionForm::full) names.insert(spelling.text);
  }
  return names;
}

// Pairs of groups that need no further decision.
Result<std::set<Pair>> settled_pairs(Store& store, const std::vector<StoredEntity>& entities) {
  std::map<std::string, std::string> group;
  for (const StoredEntity& entity : entities) {
    for (const Ground& joined : entity.joined) group[joined.place] = entity.id;
  }
  const auto group_of = [&](const std::string& id) { return group.contains(id) ? group.at(id) : id; };
  std::set<Pair> settled;
  for (const DecisionState state : {DecisionState::standing, DecisionState::stale}) {
    Result<std::vector<DecisionEntry>> entries = store.decision_entries({.about = "names", .state = state});
    if (!entries) return entries.error();
    for (const DecisionEntry& entry : *entries) {
      const std::vector<Ground>& pair = entry.decision.grounds;
      if (entry.decision.verdict != "undone" && pair.size() == 2) {
        settled.insert(ordered(group_of(pair[0].place), group_of(pair[1].place)));
      }
    }
  }
  return settled;
}

}  // namespace

Result<Ground> find_name(Store& store, std::string_view asked) {
  Result<std::vector<StoredEntity>> entities = store.entities();
  if (!entities) return entities.error();
  const std::string wanted = unaccented(fold_spaces(asked));
  const auto bears = [&](std::string_view name) { return unaccented(fold_spaces(name)) == wanted; };
  const bool hex = asked.size() >= 4 && asked.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  std::vector<Ground> by_id, by_name, by_spelling;
  for (const StoredEntity& entity : *entities) {
    std::vector<Ground> all = entity.joined;
    all.push_back({entity.id, entity.name});
    for (const Ground& one : all) {
      if (hex && one.place.starts_with(asked)) by_id.push_back(one);
      if (bears(one.words)) by_name.push_back(one);
    }
    const bool spelled = std::any_of(entity.spellings.begin(), entity.spellings.end(), [&](const Spelling& spelling) {
      return spelling.form == MentionForm::full && bears(spelling.text);
    });
    if (spelled) by_spelling.push_back({entity.id, entity.name});
  }
  const std::vector<Ground>& found = !by_id.empty() ? by_id : !by_name.empty() ? by_name : by_spelling;
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    return Error{ErrorCode::not_found, "names", "nobody is called '" + std::string(asked) + "'",
                 "'hearsay names' lists everyone; put a name of several words in quotes", ""};
  }
  std::string listed;
  for (const Ground& one : found) listed += fmt::format("{}{} ({})", listed.empty() ? "" : ", ", one.words, one.place);
  return Error{ErrorCode::conflict, "names", fmt::format("'{}' may be {}", asked, listed), "give the id", ""};
}

Result<std::vector<NamePair>> name_pairs(Store& store, const NameComparer& names, EntityKind kind) {
  Result<std::vector<StoredEntity>> entities = store.entities(kind);
  if (!entities) return entities.error();
  Result<std::set<Pair>> settled = settled_pairs(store, *entities);
  if (!settled) return settled.error();
  std::vector<std::string> written;
  std::vector<std::size_t> owner;  // of each name, its entity
  for (std::size_t i = 0; i < entities->size(); ++i) {
    for (const std::string& name : names_of((*entities)[i])) {
      written.push_back(name);
      owner.push_back(i);
    }
  }
  struct Likest {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    float score = -1;
  };
  std::map<std::pair<std::size_t, std::size_t>, Likest> likest;
  for (const NameSearch::Pair& pair : NameSearch(names).variants(written, {}).pairs) {
    std::uint32_t a = pair.a, b = pair.b;
    if (owner[a] > owner[b]) std::swap(a, b);
    if (owner[a] == owner[b] || settled->contains(ordered((*entities)[owner[a]].id, (*entities)[owner[b]].id)))
      continue;
    Likest& best = likest[{owner[a], owner[b]}];
    if (pair.score > best.score) best = {a, b, pair.score};
  }
  std::vector<NamePair> pairs;
  for (const auto& [owners, best] : likest) {
    const NameComparison compared = names.compare(written[best.a], written[best.b]);
    pairs.push_back({(*entities)[owners.first], (*entities)[owners.second], written[best.a], written[best.b],
                     compared.score, compared.reason});
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const NamePair& a, const NamePair& b) { return a.score > b.score; });
  return pairs;
}

Result<Decision> decide_names(Store& store, std::string_view one, std::string_view other, const std::string& verdict,
                              const std::string& note, const std::string& by, const std::string& at) {
  Result<Ground> a = find_name(store, one);
  if (!a) return a.error();
  Result<Ground> b = find_name(store, other);
  if (!b) return b.error();
  return store.decide({"", "names", a->place + " + " + b->place, verdict, note, by, at, "", ""});
}

}  // namespace hearsay
