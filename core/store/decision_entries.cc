// Decisions as a person reads them: with their place in the log, whether they still count, and why not.

#include <algorithm>

#include "core/store/claim_decisions.h"
#include "core/store/impl.h"
#include "core/store/standing.h"

namespace hearsay {
namespace {

std::string why_claim_is_stale(Database& db, const Decision& decision) {
  const std::string article = decision.subject.substr(0, decision.subject.rfind('#'));
  std::int64_t newest = 0;
  std::string name = article;
  for (Query row =
           db.query("WITH RECURSIVE newer (id, name, next) AS (SELECT id, name, superseded_by FROM article WHERE "
                    "name = ? UNION ALL SELECT a.id, a.name, a.superseded_by FROM newer n JOIN article a ON "
                    "a.id = n.next) SELECT id, name FROM newer WHERE next IS NULL",
                    article);
       row.step();) {
    newest = row.integer(0);
    name = row.text(1);
  }
  const std::size_t places = places_of(db, decision, newest).size();
  if (places == 1) return "";
  const std::string where = name == article ? "the article is read otherwise now: " : "a newer version, " + name + ", ";
  if (places > 1) return where + "says these words by this speaker in more than one place";
  return where + (name == article ? "no claim of it has these words by this speaker"
                                  : "does not say these words by this speaker");
}

// The decision about a newer version's claim that replaced this one, or that outranks it in the current version.
std::optional<Decision> outranking(Database& db, const Decision& decision) {
  static const std::string kReplaced = "SELECT " + std::string(kDecisionColumns) +
                                       "FROM decision d WHERE d.about = 'claim' AND d.replaces = ? AND " +
                                       std::string(kKept) + "ORDER BY d.entry DESC LIMIT 1";
  if (Query row = db.query(kReplaced, decision.id); row.step()) return decision_of(row);
  static const std::string kSql =
      "SELECT " + std::string(kDecisionColumns) +
      "FROM claim_decision x JOIN article a ON a.id = x.article JOIN claim_decision y ON y.article = x.article AND y.n "
      "= x.n AND y.aspect = x.aspect AND y.rank = 0 JOIN decision d ON d.id = y.decision WHERE x.decision = ? AND "
      "x.rank > 0 AND a.superseded_by IS NULL";
  Query row = db.query(kSql, decision.id);
  if (!row.step()) return std::nullopt;
  return decision_of(row);
}

std::string why_names_are_stale(Database& db, const Decision& decision) {
  std::string gone;
  for (const Ground& ground : decision.grounds) {
    const bool named = db.lookup(
                             "SELECT 1 FROM article_entity l JOIN article a ON a.id = l.article WHERE l.entity = ? "
                             "AND a.superseded_by IS NULL LIMIT 1",
                             ground.place)
                           .has_value();
    if (!named) gone += (gone.empty() ? "no article names “" : ", nor “") + ground.words + "”";
  }
  return gone.empty() ? "" : gone + " any more";
}

std::string why_flag_is_stale(Database& db, const Decision& decision) {
  Query row =
      db.query("SELECT status, decision, stale_because, retired_because FROM flag WHERE id = ?", decision.subject);
  if (!row.step()) return "the flag is gone";
  if (row.text(0) == "retired") return "the flag is retired: " + row.text(3);
  return row.text(0) == "stale" && row.text(1) == decision.id ? row.text(2) : "";
}

std::string why_stale(Database& db, const Decision& decision) {
  if (decision.about == "flag") return why_flag_is_stale(db, decision);
  if (decision.about == "rule") return "";
  return decision.about == "names" ? why_names_are_stale(db, decision) : why_claim_is_stale(db, decision);
}

std::string words_of(Database& db, const Decision& decision) {
  if (decision.about == "flag") {
    return db.lookup("SELECT message FROM flag WHERE id = ?", decision.subject).value_or(decision.subject);
  }
  if (decision.about == "names" && decision.grounds.size() == 2) {
    return decision.grounds[0].words + " / " + decision.grounds[1].words;
  }
  for (const Ground& ground : decision.grounds) {
    if (ground.place == "text") return ground.words;
  }
  return decision.subject + (decision.value.empty() ? "" : " = " + decision.value);
}

}  // namespace

DecisionEntry Store::Impl::told(Decision decision, std::int64_t number, std::string aspect) {
  DecisionEntry entry;
  entry.number = number;
  entry.words = words_of(db, decision);
  if (db.lookup("SELECT 1 FROM decision WHERE verdict = 'undone' AND replaces = ?", decision.id)) {
    entry.state = DecisionState::undone;
  } else if (decision.verdict != "undone") {
    std::optional<Decision> last = standing_decision(db, decision.about, decision.subject, aspect);
    if (decision.about == "claim" && last && last->id == decision.id) last = outranking(db, decision);
    if (last && last->id != decision.id) {
      entry.state = DecisionState::replaced;
      entry.because = "by " + last->id + ": " + last->verdict + ", " + last->by;
    } else if (entry.because = why_stale(db, decision); !entry.because.empty()) {
      entry.state = DecisionState::stale;
    }
  }
  entry.decision = std::move(decision);
  return entry;
}

std::vector<DecisionEntry> Store::Impl::decision_entries(const DecisionFilter& filter) {
  static const std::string kSql =
      "SELECT " + std::string(kDecisionColumns) +
      ", d.entry, d.aspect FROM decision d WHERE (?1 = '' OR d.about = ?1) AND (?2 = '' OR d.subject >= ?2 AND "
      "d.subject < ?2 || char(1114111)) AND (?3 = '' OR d.\"by\" = ?3) AND (?4 = '' OR d.at >= ?4) AND (?5 = '' OR "
      "d.at <= ?5 || "
      "char(1114111)) ORDER BY d.entry";
  struct Found {
    Decision decision;
    std::int64_t number;
    std::string aspect;
  };
  std::vector<Found> found;
  for (Query row = db.query(kSql, filter.about, filter.subject, filter.by, filter.since, filter.until); row.step();) {
    found.push_back({decision_of(row), row.integer(13), row.text(14)});
  }
  std::vector<DecisionEntry> entries;
  for (Found& one : found) {
    DecisionEntry entry = told(std::move(one.decision), one.number, std::move(one.aspect));
    if (!filter.state || entry.state == *filter.state) entries.push_back(std::move(entry));
  }
  return entries;
}

Result<DecisionEntry> Store::Impl::decision_entry(std::string_view id) {
  static const std::string kSql = "SELECT " + std::string(kDecisionColumns) +
                                  ", d.entry, d.aspect FROM decision d WHERE d.id >= ?1 AND d.id < ?1 || 'g' LIMIT 2";
  std::optional<Decision> decision;
  std::int64_t number = 0;
  std::string aspect;
  {
    Query row = db.query(kSql, id);
    if (!id.empty() && row.step()) {
      decision = decision_of(row);
      number = row.integer(13);
      aspect = row.text(14);
      if (row.step()) {
        return Error{ErrorCode::conflict, db.path(), "more than one decision begins with '" + std::string(id) + "'",
                     "give more digits", ""};
      }
    }
  }
  if (!decision) {
    return Error{ErrorCode::not_found, db.path(), "no decision '" + std::string(id) + "'", "'hearsay log' lists them",
                 ""};
  }
  return told(*std::move(decision), number, std::move(aspect));
}

}  // namespace hearsay
