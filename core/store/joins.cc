// Groups by union-find over the decisions "same". Of a group the entity with the longest name stands for all, of
// equally long ones that with the smallest id; entities that no article names any more hold their group together and
// stand for nobody.

#include "core/store/joins.h"

#include <algorithm>
#include <deque>
#include <set>

#include "core/store/standing.h"

namespace hearsay {
namespace {

const std::string& one_of(const Decision& decision) { return decision.grounds.at(0).place; }
const std::string& other_of(const Decision& decision) { return decision.grounds.at(1).place; }

// "Ada decided on 2026-05-04 that “A” and “B” are different (decision 12ab…: two officers)"
std::string told(const Decision& decision) {
  return decision.by + " decided on " + decision.at.substr(0, 10) + " that “" + decision.grounds[0].words + "” and “" +
         decision.grounds[1].words + "” are " + (decision.verdict == "same" ? "the same" : "different") +
         " (decision " + decision.id + (decision.note.empty() ? "" : ": " + decision.note) + ")";
}

}  // namespace

Joins::Joins(Database& db) : db_(db) {
  for (Decision& decision : standing_decisions(db, "names")) {
    if (decision.grounds.size() != 2) continue;
    if (decision.verdict == "different")
      different_.push_back(std::move(decision));
    else if (decision.verdict == "same")
      same_.push_back(std::move(decision));
  }
  for (const Decision& decision : same_) {
    for (const Ground& ground : decision.grounds) parent_.emplace(ground.place, ground.place);
    parent_[root_of(one_of(decision))] = root_of(other_of(decision));
  }
}

std::string Joins::root_of(const std::string& id) const {
  std::string at = id;
  for (auto next = parent_.find(at); next != parent_.end() && next->second != at; next = parent_.find(at)) {
    at = next->second;
  }
  return at;
}

std::vector<const Decision*> Joins::way(const std::string& from, const std::string& to) const {
  std::map<std::string, const Decision*> reached{{from, nullptr}};
  std::deque<std::string> next{from};
  while (!next.empty() && !reached.contains(to)) {
    const std::string at = next.front();
    next.pop_front();
    for (const Decision& decision : same_) {
      if (one_of(decision) != at && other_of(decision) != at) continue;
      const std::string& there = one_of(decision) == at ? other_of(decision) : one_of(decision);
      if (reached.emplace(there, &decision).second) next.push_back(there);
    }
  }
  std::vector<const Decision*> decisions;
  for (std::string at = to; at != from && reached.contains(at);) {
    const Decision* decision = reached.at(at);
    decisions.push_back(decision);
    at = one_of(*decision) == at ? other_of(*decision) : one_of(*decision);
  }
  std::reverse(decisions.begin(), decisions.end());
  return decisions;
}

std::optional<Error> Joins::contradiction(const Decision& latest) const {
  for (const Decision& decision : different_) {
    const std::string& one = one_of(decision);
    const std::string& other = other_of(decision);
    if (root_of(one) != root_of(other)) continue;
    std::string against;
    if (decision.id != latest.id) against = told(decision);
    for (const Decision* step : way(one, other)) {
      if (step->id != latest.id) against += (against.empty() ? "" : "; ") + told(*step);
    }
    return Error{ErrorCode::conflict, "names", "this contradicts what was decided: " + against,
                 "look again; 'hearsay undo DECISION' takes one of them back", ""};
  }
  return std::nullopt;
}

std::map<std::string, std::string> Joins::wanted() const {
  std::map<std::string, std::vector<std::pair<std::string, std::size_t>>> groups;  // root → entity, length of its name
  for (const auto& [id, parent] : parent_) {
    if (const std::optional<std::string> folded = db_.lookup("SELECT folded FROM entity WHERE id = ?", id)) {
      groups[root_of(id)].emplace_back(id, folded->size());
    }
  }
  std::map<std::string, std::string> wanted;
  for (const auto& [root, members] : groups) {
    const auto head = std::min_element(members.begin(), members.end(), [](const auto& a, const auto& b) {
      return std::tie(b.second, a.first) < std::tie(a.second, b.first);
    });
    for (const auto& [id, length] : members) {
      if (id != head->first) wanted.emplace(id, head->first);
    }
  }
  return wanted;
}

void Joins::write() {
  const std::map<std::string, std::string> now = wanted();
  std::set<std::string> changed;
  for (Query row = db_.query("SELECT id, stands_for FROM entity WHERE stands_for IS NOT NULL"); row.step();) {
    const auto entry = now.find(row.text(0));
    if (entry == now.end() || entry->second != row.text(1)) changed.insert(row.text(0));
  }
  for (const auto& [id, head] : now) {
    if (db_.lookup("SELECT stands_for FROM entity WHERE id = ? AND stands_for IS NOT NULL", id) != head) {
      changed.insert(id);
    }
  }
  for (const std::string& id : changed) {
    const auto entry = now.find(id);
    const std::optional<std::string_view> head =
        entry == now.end() ? std::nullopt : std::optional<std::string_view>(entry->second);
    db_.run("UPDATE entity SET stands_for = ? WHERE id = ?", head, id);
    db_.run(
        "INSERT INTO unchecked (article, view, key) SELECT DISTINCT l.article, '', '' FROM article_entity l JOIN "
        "article a ON a.id = l.article WHERE l.entity = ? AND a.superseded_by IS NULL",
        id);
  }
}

}  // namespace hearsay
