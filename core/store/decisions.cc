// A decision is an entry of the log and a row made from it, in one durable transaction. Nothing here edits: a change of
// mind is a further decision that names the one it replaces.

#include <algorithm>
#include <array>

#include "core/store/decided.h"
#include "core/store/impl.h"

namespace hearsay {
namespace {

constexpr std::string_view kSelect =
    "SELECT id, about, subject, verdict, note, \"by\", at, evidence_sha256, replaces FROM decision ";
constexpr std::string_view kPairJoint = " + ";

Decision decision_of(const Query& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
          row.text(5), row.text(6), row.text(7), row.text(8)};
}

bool knows_verdict(std::string_view about, std::string_view verdict) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kVerdicts{{{"flag", "confirmed"},
                                                                                    {"flag", "dismissed"},
                                                                                    {"flag", "explained"},
                                                                                    {"flag", "reopened"},
                                                                                    {"names", "same"},
                                                                                    {"names", "different"},
                                                                                    {"names", "unsure"}}};
  if (about == "claim") return !verdict.empty();
  return std::find(kVerdicts.begin(), kVerdicts.end(), std::pair(about, verdict)) != kVerdicts.end();
}

Result<Done> check(const Decision& decision) {
  if (!knows_verdict(decision.about, decision.verdict)) {
    return Error{ErrorCode::malformed, "decision about a " + decision.about,
                 "unknown verdict '" + decision.verdict + "'",
                 "flags: confirmed, dismissed, explained, reopened; names: same, different, unsure", ""};
  }
  if (decision.by.empty() || decision.at.empty()) {
    return Error{ErrorCode::malformed, "decision about " + decision.subject, "nobody, or no time, is named",
                 "say who decides: --by WHO", ""};
  }
  return Done{};
}

}  // namespace

std::optional<Decision> last_decision(Database& db, std::string_view about, std::string_view subject) {
  Query row =
      db.query(std::string(kSelect) + "WHERE about = ? AND subject = ? ORDER BY entry DESC LIMIT 1", about, subject);
  if (!row.step()) return std::nullopt;
  return decision_of(row);
}

// Writes subject and evidence in full: a prefix as the whole id, a pair of names in byte order.
Result<Done> Store::Impl::complete(Decision& decision) {
  if (decision.about == "flag") {
    Result<Flag> decided = flag(decision.subject);
    if (!decided) return decided.error();
    decision.subject = decided->id;
    decision.evidence_sha256 = decided->evidence_sha256;
  } else if (decision.about == "claim") {
    Result<StoredClaim> decided = claim(decision.subject);
    if (!decided) return decided.error();
    decision.subject = decided->ref.article + "#" + decided->ref.claim;
  } else {
    const std::size_t joint = decision.subject.find(kPairJoint);
    const bool pair = joint != std::string::npos;
    Result<StoredEntity> one = entity(decision.subject.substr(0, joint));
    if (!one) return one.error();
    Result<StoredEntity> other = entity(pair ? decision.subject.substr(joint + kPairJoint.size()) : "");
    if (!other) return other.error();
    decision.subject = std::min(one->id, other->id) + std::string(kPairJoint) + std::max(one->id, other->id);
  }
  const std::optional<Decision> last = last_decision(db, decision.about, decision.subject);
  decision.replaces = last ? last->id : "";
  return Done{};
}

Result<Decision> Store::Impl::decide(const Decision& asked) {
  if (Result<Done> checked = check(asked); !checked) return checked.error();
  if (db.in_batch) {
    return Error{ErrorCode::conflict, db.path(), "a decision cannot be made amid a batch of articles",
                 "commit the batch first", ""};
  }
  Decision decision = asked;
  DurableTransaction transaction(db);
  if (Result<Done> completed = complete(decision); !completed) return completed.error();
  const std::string body = log_body(decision);
  const std::string previous =
      db.lookup("SELECT hash FROM log ORDER BY n DESC LIMIT 1").value_or(std::string(kFirstPrevious));
  const std::string hash = log_hash(previous, body);
  decision.id = hash.substr(0, kDecisionIdDigits);
  db.run("INSERT INTO log (n, body, previous, hash) SELECT 1 + coalesce(max(n), 0), ?, ?, ? FROM log", body, previous,
         hash);
  db.run("INSERT INTO decision VALUES (?, last_insert_rowid(), ?, ?, ?, ?, ?, ?, ?, ?)", decision.id, decision.about,
         decision.subject, decision.verdict, decision.note, decision.by, decision.at, decision.evidence_sha256,
         decision.replaces);
  if (decision.about == "flag") {
    db.run("UPDATE flag SET status = ? WHERE id = ? AND status <> 'retired'",
           name_of(status_of(decision, decision.evidence_sha256)), decision.subject);
  }
  transaction.commit();
  return decision;
}

std::vector<Decision> Store::Impl::decisions(std::string_view about, std::string_view subject) {
  std::vector<Decision> decisions;
  for (Query row =
           db.query(std::string(kSelect) + "WHERE (?1 = '' OR about = ?1) AND (?2 = '' OR subject = ?2) ORDER BY entry",
                    about, subject);
       row.step();) {
    decisions.push_back(decision_of(row));
  }
  return decisions;
}

}  // namespace hearsay
