// Standing decisions are found by SQL alone; how a flag fares under them is decided here, in one place, for runs of
// rules, for new decisions and for verify.

#include "core/store/standing.h"

#include <algorithm>
#include <set>

#include "core/store/columns.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostDifferences = 3;  // shown of what is gone, and of what is new

std::vector<Decision> decisions_in(Query row) {
  std::vector<Decision> decisions;
  while (row.step()) decisions.push_back(decision_of(row));
  return decisions;
}

std::string listed(const std::vector<Ground>& grounds, std::string_view what) {
  std::string out;
  for (std::size_t i = 0; i < grounds.size() && i < kMostDifferences; ++i) {
    out += (out.empty() ? "“" : ", “") + grounds[i].words + "” (" + grounds[i].place + ")";
  }
  if (grounds.size() > kMostDifferences) out += " and " + std::to_string(grounds.size() - kMostDifferences) + " more";
  return out.empty() ? out : out + std::string(grounds.size() == 1 ? " is " : " are ") + std::string(what);
}

}  // namespace

Decision decision_of(const Query& row, int first) {
  Decision decision{row.text(first),     row.text(first + 1), row.text(first + 2), row.text(first + 3),
                    row.text(first + 4), row.text(first + 5), row.text(first + 6), row.text(first + 7),
                    row.text(first + 8), row.text(first + 9)};
  decision.scope = decision_scope_named(row.text(first + 10)).value_or(DecisionScope::evidence);
  decision.reach = texts_in(row.text(first + 11));
  decision.grounds = grounds_in(row.text(first + 12));
  return decision;
}

std::optional<Decision> decision_by_id(Database& db, std::string_view id) {
  Query row = db.query("SELECT " + std::string(kDecisionColumns) + "FROM decision d WHERE d.id = ?", id);
  if (!row.step()) return std::nullopt;
  return decision_of(row);
}

std::optional<Decision> standing_decision(Database& db, std::string_view about, std::string_view subject,
                                          std::string_view aspect) {
  static const std::string kSql = "SELECT " + std::string(kDecisionColumns) +
                                  "FROM decision d WHERE d.about = ? AND d.subject = ? AND d.aspect = ? AND " +
                                  std::string(kKept) + "ORDER BY d.entry DESC LIMIT 1";
  Query row = db.query(kSql, about, subject, aspect);
  if (!row.step()) return std::nullopt;
  return decision_of(row);
}

std::vector<Decision> standing_decisions(Database& db, std::string_view about) {
  static const std::string kLatest =
      "SELECT " + std::string(kDecisionColumns) +
      "FROM decision d JOIN (SELECT max(d.entry) AS entry FROM decision d WHERE d.about = ? AND " + std::string(kKept) +
      "GROUP BY d.subject, d.aspect) last ON last.entry = d.entry ORDER BY d.entry";
  return decisions_in(db.query(kLatest, about));
}

FlagDecisions::FlagDecisions(Database& db, std::string_view rule) : db_(db) {
  static const std::string kSql =
      "SELECT " + std::string(kDecisionColumns) +
      "FROM decision d JOIN flag f ON f.id = d.subject WHERE d.scope IN ('block', 'sources') AND d.about = 'flag' AND "
      "f.rule = ? AND " +
      std::string(kKept) + "ORDER BY d.entry DESC";
  for (Decision& decision : decisions_in(db.query(kSql, rule))) {
    const std::optional<Decision> last = standing_decision(db, "flag", decision.subject);
    if (last && last->id == decision.id) wide_.push_back(std::move(decision));
  }
}

bool FlagDecisions::reaches(const Decision& decision, const Flag& flag) {
  const std::vector<std::string> here = decision.scope == DecisionScope::block ? flag.blocks : sources_of(db_, flag);
  const auto in_reach = [&](const std::string& place) {
    return std::binary_search(decision.reach.begin(), decision.reach.end(), place);
  };
  if (decision.scope == DecisionScope::block) return std::any_of(here.begin(), here.end(), in_reach);
  return !here.empty() && std::all_of(here.begin(), here.end(), in_reach);
}

void FlagDecisions::settle(Flag& flag) {
  flag.status = FlagStatus::open;
  flag.decision.clear();
  flag.stale_because.clear();
  std::optional<Decision> decision = standing_decision(db_, "flag", flag.id);
  if (!decision) {
    const auto wide =
        std::find_if(wide_.begin(), wide_.end(), [&](const Decision& wider) { return reaches(wider, flag); });
    if (wide == wide_.end()) return;
    decision = *wide;
  }
  flag.decision = decision->id;
  if (decision->verdict == "reopened") return;
  if (decision->scope == DecisionScope::evidence && decision->evidence_sha256 != flag.evidence_sha256) {
    flag.status = FlagStatus::stale;
    flag.stale_because = difference_of(db_, decision->grounds, grounds_of(flag));
    return;
  }
  flag.status = flag_status_named(decision->verdict).value_or(FlagStatus::open);
}

bool has_wide_decision(Database& db, std::string_view flag) {
  return db
      .lookup("SELECT 1 FROM decision WHERE about = 'flag' AND subject = ? AND scope IN ('block', 'sources')", flag)
      .has_value();
}

std::vector<Ground> grounds_of(const Flag& flag) {
  std::vector<Ground> grounds;
  for (const Evidence& place : flag.evidence) grounds.push_back({place.article, place.text});
  std::sort(grounds.begin(), grounds.end());
  grounds.erase(std::unique(grounds.begin(), grounds.end()), grounds.end());
  return grounds;
}

std::vector<std::string> sources_of(Database& db, const Flag& flag) {
  std::set<std::string> articles;
  for (const Evidence& place : flag.evidence) articles.insert(place.article);
  for (const ClaimRef& claim : flag.claims) articles.insert(claim.article);
  std::set<std::string> sources;
  for (const std::string& article : articles) {
    if (std::optional<std::string> source = db.lookup("SELECT source FROM article WHERE name = ?", article)) {
      sources.insert(*source);
    }
  }
  return {sources.begin(), sources.end()};
}

std::string difference_of(Database& db, const std::vector<Ground>& before, const std::vector<Ground>& now) {
  const auto without = [](const std::vector<Ground>& some, const std::vector<Ground>& others) {
    std::vector<Ground> left;
    for (const Ground& ground : some) {
      const bool there = std::any_of(others.begin(), others.end(), [&](const Ground& other) {
        return other.place == ground.place && fold_spaces(other.words) == fold_spaces(ground.words);
      });
      if (!there) left.push_back(ground);
    }
    return left;
  };
  std::vector<Ground> gone = without(before, now);
  for (Ground& ground : gone) {
    const std::optional<std::string> newer = db.lookup(
        "SELECT n.name FROM article a JOIN article n ON n.id = a.superseded_by WHERE a.name = ?", ground.place);
    if (newer) ground.place += ", now " + *newer;
  }
  const std::string lost = listed(gone, "gone");
  const std::string found = before.empty() ? "" : listed(without(now, before), "new");
  if (lost.empty() && found.empty()) return "its evidence is not what it was when this was decided";
  return lost + (lost.empty() || found.empty() ? "" : "; ") + found;
}

}  // namespace hearsay
