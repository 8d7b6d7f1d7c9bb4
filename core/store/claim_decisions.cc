// The claim's own row takes the speaker decided, so that listings, searches, views and reports read one column and pay
// nothing for it; what was read from the text stands beside it.

#include "core/store/claim_decisions.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/store/blocks.h"
#include "core/store/standing.h"
#include "core/text/normalise.h"
#include "core/value/entity.h"

namespace hearsay {
namespace {

constexpr std::string_view kRead =
    "article, n, type, has_speaker, speaker_begin, speaker_end, mention, speaker, speaker_kind, role, entity";

struct Version {
  std::int64_t row = 0;
  std::string name;
};

// An article and its older versions, newest first.
std::vector<Version> back_from(Database& db, std::int64_t row) {
  std::vector<Version> versions;
  for (Query found = db.query(
           "WITH RECURSIVE older (id, name, address, depth) AS (SELECT id, name, address, 0 FROM article WHERE id = ? "
           "UNION ALL SELECT a.id, a.name, a.address, o.depth + 1 FROM older o JOIN article a ON a.address = o.address "
           "AND a.superseded_by = o.id) SELECT id, name FROM older ORDER BY depth, id DESC",
           row);
       found.step();) {
    versions.push_back({found.integer(0), found.text(1)});
  }
  return versions;
}

// An article and its newer versions.
std::vector<std::int64_t> on_from(Database& db, const std::string& name) {
  std::vector<std::int64_t> rows;
  for (Query found = db.query(
           "WITH RECURSIVE newer (id, next) AS (SELECT id, superseded_by FROM article WHERE name = ? UNION ALL SELECT "
           "a.id, a.superseded_by FROM newer n JOIN article a ON a.id = n.next) SELECT id FROM newer",
           name);
       found.step();) {
    rows.push_back(found.integer(0));
  }
  return rows;
}

// Standing decisions about the claims of one article, latest first.
std::vector<Decision> decisions_in(Database& db, const std::string& article) {
  static const std::string kSql = "SELECT " + std::string(kDecisionColumns) +
                                  ", d.aspect FROM decision d WHERE d.about = 'claim' AND d.subject >= ?1 || '#' AND "
                                  "d.subject < ?1 || '$' AND " +
                                  std::string(kKept) + "ORDER BY d.entry DESC";
  std::vector<Decision> decisions;
  std::set<std::pair<std::string, std::string>> seen;
  for (Query row = db.query(kSql, article); row.step();) {
    Decision decision = decision_of(row);
    if (decision.subject.rfind('#') != article.size()) continue;  // of an article whose name holds a '#'
    if (seen.emplace(decision.subject, row.text(13)).second) decisions.push_back(std::move(decision));
  }
  return decisions;
}

struct NamedSpeaker {
  std::string kind;
  std::string role;
  std::optional<std::int64_t> entity;  // n of article_entity
};

// Whom a name means in an article: one whom the article names so, the outlet itself, or somebody it does not name, who
// is of the kind that was read where that is a kind of speaker with a name.
NamedSpeaker speaker_named(Database& db, std::int64_t row, const std::string& name, const std::string& read_kind) {
  const std::string folded = unaccented(fold_spaces(name));
  std::optional<NamedSpeaker> found;
  for (Query entity = db.query(
           "SELECT l.n, l.kind, l.role, l.name FROM article_entity l WHERE l.article = ?1 UNION ALL SELECT l.n, "
           "l.kind, "
           "l.role, m.name FROM name m JOIN article_entity l ON l.article = m.article AND l.n = m.entity WHERE "
           "m.article = ?1",
           row);
       entity.step() && !found;) {
    if (speaker_kind_named(entity.text(1)) && unaccented(fold_spaces(entity.text(3))) == folded) {
      found = NamedSpeaker{entity.text(1), entity.text(2), entity.integer(0)};
    }
  }
  if (found) return *found;
  const std::string outlet = db.lookup("SELECT outlet FROM article WHERE id = ?", row).value_or("");
  if (!outlet.empty() && unaccented(fold_spaces(outlet)) == folded) return {"outlet", "", std::nullopt};
  return {read_kind == "organization" || read_kind == "government" ? read_kind : "person", "", std::nullopt};
}

}  // namespace

std::vector<std::int64_t> places_of(Database& db, const Decision& decision, std::int64_t row) {
  const std::size_t joint = decision.subject.rfind('#');
  if (const std::optional<std::string> named = db.lookup(
          "SELECT c.n FROM claim c JOIN article a ON a.id = c.article WHERE a.id = ? AND a.name = ? AND c.ref = ?", row,
          decision.subject.substr(0, joint), decision.subject.substr(joint + 1))) {
    return {std::stoll(*named)};
  }
  std::string text, speaker;
  for (const Ground& ground : decision.grounds) (ground.place == "text" ? text : speaker) = ground.words;
  std::vector<std::int64_t> places;
  for (Query claim =
           db.query("SELECT c.n FROM claim c LEFT JOIN claim_as_read r ON r.article = c.article AND r.n = c.n "
                    "WHERE c.article = ? AND c.text = ? AND coalesce(iif(r.n IS NULL, c.speaker, r.speaker), "
                    "'') = ? ORDER BY c.n LIMIT 2",
                    row, text, speaker);
       claim.step();) {
    places.push_back(claim.integer(0));
  }
  return places;
}

std::optional<Decision> decision_on_claim(Database& db, std::string_view article, std::string_view ref,
                                          std::string_view aspect) {
  static const std::string kSql =
      "SELECT " + std::string(kDecisionColumns) +
      "FROM article a JOIN claim c ON c.article = a.id JOIN claim_decision x ON x.article = c.article AND x.n = c.n "
      "JOIN decision d ON d.id = x.decision WHERE a.name = ? AND c.ref = ? AND x.aspect = ? AND x.rank = 0";
  Query row = db.query(kSql, article, ref, aspect);
  if (!row.step()) return std::nullopt;
  return decision_of(row);
}

ClaimDecisions::ClaimDecisions(Database& db)
    : db_(db), any_(db.lookup("SELECT 1 FROM decision WHERE about = 'claim' LIMIT 1").has_value()) {}

ClaimDecisions::OnClaim ClaimDecisions::wanted(std::int64_t row) {
  OnClaim wanted;
  for (const Version& version : back_from(db_, row)) {
    for (Decision& decision : decisions_in(db_, version.name)) {
      const std::vector<std::int64_t> places = places_of(db_, decision, row);
      if (places.size() != 1) continue;
      std::string aspect{aspect_of("claim", decision.verdict)};
      wanted[{places.front(), std::move(aspect)}].push_back(std::move(decision));
    }
  }
  return wanted;
}

void ClaimDecisions::apply(std::int64_t row) {
  if (!any_) return;
  db_.run(
      "UPDATE claim SET (type, has_speaker, speaker_begin, speaker_end, mention, speaker, speaker_kind, role, entity) "
      "= "
      "(SELECT r.type, r.has_speaker, r.speaker_begin, r.speaker_end, r.mention, r.speaker, r.speaker_kind, r.role, "
      "r.entity FROM claim_as_read r WHERE r.article = claim.article AND r.n = claim.n) WHERE article = ?1 AND n IN "
      "(SELECT n FROM claim_as_read WHERE article = ?1)",
      row);
  for (const char* table : {"claim_as_read", "not_a_claim", "claim_decision"}) {
    db_.run("DELETE FROM " + std::string(table) + " WHERE article = ?", row);
  }
  for (const auto& [place, decisions] : wanted(row)) {
    for (std::size_t rank = 0; rank < decisions.size(); ++rank) {
      db_.run("INSERT INTO claim_decision VALUES (?, ?, ?, ?, ?)", row, place.first, place.second, rank,
              decisions[rank].id);
    }
    if (place.second == "claim") db_.run("INSERT INTO not_a_claim VALUES (?, ?)", row, place.first);
    if (place.second == "speaker") correct_speaker(row, place.first, decisions.front().value);
  }
}

void ClaimDecisions::correct_speaker(std::int64_t row, std::int64_t n, const std::string& speaker) {
  static const std::string kKeep =
      "INSERT INTO claim_as_read SELECT " + std::string(kRead) + " FROM claim WHERE article = ? AND n = ?";
  db_.run(kKeep, row, n);
  const std::string read_kind =
      db_.lookup("SELECT speaker_kind FROM claim WHERE article = ? AND n = ?", row, n).value_or("");
  const NamedSpeaker who = speaker_named(db_, row, speaker, read_kind);
  db_.run(
      "UPDATE claim SET (type, has_speaker, speaker_begin, speaker_end, mention, speaker, speaker_kind, role, entity) "
      "= "
      "(iif(type = 'assertion' AND ?1 <> 'outlet', 'indirect', type), 1, NULL, NULL, '', ?2, ?1, ?3, ?4) WHERE article "
      "= ?5 AND n = ?6",
      who.kind, speaker, who.role, who.entity, row, n);
}

void ClaimDecisions::follow(const std::string& article, std::string_view aspect) {
  BlockWriter blocks(db_);
  for (const std::int64_t row : on_from(db_, article)) {
    apply(row);
    if (aspect == "rating") continue;  // no rule reads one
    if (!db_.lookup("SELECT 1 FROM article WHERE id = ? AND superseded_by IS NULL", row)) continue;
    blocks.restand(row);
    db_.run("INSERT INTO unchecked (article, view, key) VALUES (?, '', '')", row);
  }
  blocks.settle();
}

void follow_claim_decisions(Database& db) {
  std::set<std::string> articles;
  for (const Decision& decision : standing_decisions(db, "claim")) {
    articles.insert(decision.subject.substr(0, decision.subject.rfind('#')));
  }
  for (const std::string& article : articles) ClaimDecisions(db).follow(article, "");
}

std::string ClaimDecisions::fault() {
  std::vector<Version> versions;
  for (Query row = db_.query("SELECT id, name FROM article ORDER BY id"); row.step();) {
    versions.push_back({row.integer(0), row.text(1)});
  }
  for (const Version& version : versions) {
    std::set<std::string> expected, found;
    const auto line = [](std::int64_t n, const std::string& aspect, std::size_t rank, const std::string& id) {
      return std::to_string(n) + " " + aspect + " " + std::to_string(rank) + " " + id;
    };
    if (any_) {
      for (const auto& [place, decisions] : wanted(version.row)) {
        for (std::size_t i = 0; i < decisions.size(); ++i) {
          expected.insert(line(place.first, place.second, i, decisions[i].id));
        }
      }
    }
    for (Query row = db_.query("SELECT n, aspect, rank, decision FROM claim_decision WHERE article = ?", version.row);
         row.step();) {
      found.insert(line(row.integer(0), row.text(1), row.size(2), row.text(3)));
    }
    if (expected != found) return "the claims of " + version.name + " do not follow what was decided";
  }
  static const std::string kCounts =
      "claim_decision x ON x.article = c.article AND x.n = c.n AND x.rank = 0 AND x.aspect = ";
  const std::optional<std::string> other = db_.lookup(
      "SELECT c.ref FROM claim c JOIN " + kCounts +
      "'speaker' JOIN decision d ON d.id = x.decision LEFT JOIN claim_as_read r ON r.article = c.article AND r.n = c.n "
      "WHERE c.speaker IS NOT d.value OR r.n IS NULL UNION ALL SELECT c.ref FROM claim_as_read r JOIN claim c ON "
      "c.article = r.article AND c.n = r.n LEFT JOIN " +
      kCounts + "'speaker' WHERE x.n IS NULL LIMIT 1");
  if (other) return "the speaker of claim " + *other + " is not the one decided";
  const std::optional<std::string> odd =
      db_.lookup("SELECT c.ref FROM claim c LEFT JOIN " + kCounts +
                 "'claim' WHERE ((c.article, c.n) IN not_a_claim) <> (x.n IS NOT NULL) LIMIT 1");
  return odd ? "claim " + *odd + " is left out, or not, against what was decided" : "";
}

}  // namespace hearsay
