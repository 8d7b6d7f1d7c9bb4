// A decision is an entry of the log and a row made from it, in one durable transaction with what follows from it.
// Nothing here edits: a change of mind is a further decision that names the one it replaces, an undo one that names the
// one it takes back.

#include <algorithm>
#include <array>
#include <tuple>

#include "core/store/claim_decisions.h"
#include "core/store/columns.h"
#include "core/store/impl.h"
#include "core/store/joins.h"
#include "core/store/standing.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

constexpr std::string_view kPairJoint = " + ";

bool knows_verdict(std::string_view about, std::string_view verdict) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kVerdicts{{{"flag", "confirmed"},
                                                                                     {"flag", "dismissed"},
                                                                                     {"flag", "explained"},
                                                                                     {"flag", "reopened"},
                                                                                     {"names", "same"},
                                                                                     {"names", "different"},
                                                                                     {"names", "unsure"},
                                                                                     {"claim", "speaker"},
                                                                                     {"claim", "not-a-claim"},
                                                                                     {"claim", "rated"},
                                                                                     {"rule", "set"}}};
  return std::find(kVerdicts.begin(), kVerdicts.end(), std::pair(about, verdict)) != kVerdicts.end();
}

Error malformed(const Decision& decision, std::string what, std::string hint) {
  return {ErrorCode::malformed, "decision about " + decision.about + " " + decision.subject, std::move(what),
          std::move(hint), ""};
}

Result<Done> check(const Decision& decision) {
  if (!knows_verdict(decision.about, decision.verdict)) {
    return malformed(decision, "unknown verdict '" + decision.verdict + "'",
                     "flags: confirmed, dismissed, explained, reopened; names: same, different, unsure; claims: "
                     "speaker, not-a-claim, rated; rules: set");
  }
  if (decision.by.empty() || decision.at.empty()) {
    return malformed(decision, "nobody, or no time, is named", "say who decides: --by WHO");
  }
  if (decision.verdict == "speaker" && decision.value.empty()) {
    return malformed(decision, "the speaker is missing", "name who said it");
  }
  if (decision.about == "rule" && (decision.value.empty() || decision.subject.find(' ') == std::string::npos)) {
    return malformed(decision, "the parameter or its value is missing", "name rule, parameter and value");
  }
  if (decision.verdict == "rated" && !rating_in(decision.value)) {
    return malformed(decision, "'" + decision.value + "' is no rating", "give one as '2/5 Mostly false' or 'False'");
  }
  const bool takes_value = decision.verdict == "speaker" || decision.verdict == "rated" || decision.verdict == "set";
  if (!takes_value && !decision.value.empty()) {
    return malformed(decision, "'" + decision.verdict + "' takes no value", "leave it out");
  }
  if (decision.about != "flag" && decision.scope != DecisionScope::evidence) {
    return malformed(decision, "only a decision about a flag has a scope", "leave it out");
  }
  return Done{};
}

std::vector<Ground> grounds_of(const StoredClaim& claim) {
  const std::optional<Speaker>& read = claim.decided("speaker") ? claim.read_speaker : claim.claim.speaker;
  return {{"speaker", read ? read->name : ""}, {"text", claim.text}};
}

// The one that a decision about the subject and aspect replaces.
std::optional<Decision> decision_before(Database& db, const Decision& decision, std::string_view aspect) {
  if (decision.about != "claim") return standing_decision(db, decision.about, decision.subject, aspect);
  const std::size_t joint = decision.subject.rfind('#');
  return decision_on_claim(db, decision.subject.substr(0, joint), decision.subject.substr(joint + 1), aspect);
}

std::string digest_of(const std::vector<Ground>& grounds) { return sha256_hex(json_of(grounds)); }

// An entity's own row, joined to another or not.
Result<Ground> entity_row(Database& db, std::string_view id) {
  std::vector<Ground> found;
  for (Query row = db.query("SELECT id, name FROM entity WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT 2", id);
       row.step();) {
    found.push_back({row.text(0), row.text(1)});
  }
  if (id.empty() || found.empty()) {
    return Error{ErrorCode::not_found, db.path(), "no entity '" + std::string(id) + "'", "'hearsay names' lists them",
                 ""};
  }
  if (found.size() == 1) return std::move(found.front());
  return Error{ErrorCode::conflict, db.path(), "more than one entity begins with '" + std::string(id) + "'",
               "give more digits", ""};
}

}  // namespace

Result<Done> Store::Impl::complete_flag(Decision& decision) {
  Result<Flag> flag = this->flag(decision.subject);
  if (!flag) return flag.error();
  decision.subject = flag->id;
  if (decision.evidence_sha256.empty()) {
    decision.evidence_sha256 = flag->evidence_sha256;
    decision.grounds = hearsay::grounds_of(*flag);
  }
  if (decision.scope == DecisionScope::block) decision.reach = flag->blocks;
  if (decision.scope == DecisionScope::sources) decision.reach = sources_of(db, *flag);
  const bool wide = decision.scope == DecisionScope::block || decision.scope == DecisionScope::sources;
  if (wide && decision.reach.empty()) {
    return malformed(decision, "the flag is retired and stands nowhere", "decide on this flag alone");
  }
  return Done{};
}

Result<Done> Store::Impl::complete_names(Decision& decision) {
  const std::size_t joint = decision.subject.find(kPairJoint);
  const bool pair = joint != std::string::npos;
  Result<Ground> one = entity_row(db, std::string_view(decision.subject).substr(0, joint));
  if (!one) return one.error();
  Result<Ground> other = entity_row(db, pair ? decision.subject.substr(joint + kPairJoint.size()) : "");
  if (!other) return other.error();
  if (*one == *other) return malformed(decision, "that is one name, not two", "name two of 'hearsay names'");
  decision.grounds = {std::min(*one, *other), std::max(*one, *other)};
  decision.subject = decision.grounds[0].place + std::string(kPairJoint) + decision.grounds[1].place;
  decision.evidence_sha256 = digest_of(decision.grounds);
  return Done{};
}

Result<Done> Store::Impl::complete_claim(Decision& decision) {
  Result<StoredClaim> claim = this->claim(decision.subject);
  if (!claim) return claim.error();
  decision.subject = claim->ref.article + "#" + claim->ref.claim;
  if (decision.evidence_sha256.empty() || decision.grounds.empty()) {
    decision.grounds = grounds_of(*claim);
    decision.evidence_sha256 = digest_of(decision.grounds);
  }
  if (const std::optional<Rating> rating = rating_in(decision.value); rating && decision.verdict == "rated") {
    decision.value = text_of(*rating);
  }
  return Done{};
}

void Store::Impl::append(Decision& decision, std::string_view aspect) {
  const std::string body = log_body(decision);
  const std::string previous =
      db.lookup("SELECT hash FROM log ORDER BY n DESC LIMIT 1").value_or(std::string(kFirstPrevious));
  const std::string hash = log_hash(previous, body);
  decision.id = hash.substr(0, kDecisionIdDigits);
  db.run("INSERT INTO log (n, body, previous, hash) SELECT 1 + coalesce(max(n), 0), ?, ?, ? FROM log", body, previous,
         hash);
  db.run(
      "INSERT INTO decision (id, entry, about, subject, verdict, note, \"by\", at, evidence_sha256, replaces, aspect, "
      "value, scope, reach, grounds) VALUES (?, last_insert_rowid(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      decision.id, decision.about, decision.subject, decision.verdict, decision.note, decision.by, decision.at,
      decision.evidence_sha256, decision.replaces, aspect, decision.value, name_of(decision.scope),
      json_of(decision.reach), json_of(decision.grounds));
}

// A decision about `decision.subject` stands now, or no longer.
Result<Done> Store::Impl::follow(const Decision& decision, std::string_view aspect) {
  if (decision.about == "names") {
    Joins joins(db);
    if (const std::optional<Error> contradiction = joins.contradiction(decision)) return *contradiction;
    joins.write();
  }
  if (decision.about == "claim") {
    ClaimDecisions(db).follow(decision.subject.substr(0, decision.subject.rfind('#')), aspect);
  }
  if (decision.about != "flag") return Done{};
  const std::string rule = db.lookup("SELECT rule FROM flag WHERE id = ?", decision.subject).value_or("");
  // a wide one may have been replaced, or stand again
  settle_flags(db, rule, has_wide_decision(db, decision.subject) ? "" : decision.subject);
  return Done{};
}

Result<Done> Store::Impl::may_decide() const {
  if (!db.in_batch) return Done{};
  return Error{ErrorCode::conflict, db.path(), "a decision cannot be made amid a batch of articles",
               "commit the batch first", ""};
}

Result<Decision> Store::Impl::decide(const Decision& asked) {
  if (Result<Done> checked = check(asked); !checked) return checked.error();
  if (Result<Done> may = may_decide(); !may) return may.error();
  Decision decision = asked;
  decision.reach.clear();
  std::sort(decision.grounds.begin(), decision.grounds.end());
  DurableTransaction transaction(db);
  Result<Done> completed = decision.about == "flag"    ? complete_flag(decision)
                           : decision.about == "claim" ? complete_claim(decision)
                           : decision.about == "rule"  ? Result<Done>(Done{})
                                                       : complete_names(decision);
  if (!completed) return completed.error();
  const std::string_view aspect = aspect_of(decision.about, decision.verdict);
  const std::optional<Decision> last = decision_before(db, decision, aspect);
  decision.replaces = last ? last->id : "";
  append(decision, aspect);
  if (Result<Done> followed = follow(decision, aspect); !followed) return followed.error();
  transaction.commit();
  return decision;
}

Result<Decision> Store::Impl::undo(std::string_view id, const Decision& asked) {
  if (Result<Done> may = may_decide(); !may) return may.error();
  if (asked.by.empty() || asked.at.empty())
    return malformed(asked, "nobody, or no time, is named", "say who: --by WHO");
  DurableTransaction transaction(db);
  Result<DecisionEntry> found = decision_entry(id);
  if (!found) return found.error();
  const Decision& target = found->decision;
  if (target.verdict == "undone" || (found->state != DecisionState::standing && found->state != DecisionState::stale)) {
    return Error{ErrorCode::conflict, "decision " + target.id,
                 target.verdict == "undone"                ? "is itself an undo"
                 : found->state == DecisionState::replaced ? "was replaced by a later one"
                                                           : "was taken back before",
                 "only the decision that stands can be taken back: see 'hearsay log'", ""};
  }
  Decision decision{"",       target.about, target.subject,         "undone", asked.note,
                    asked.by, asked.at,     target.evidence_sha256, target.id};
  const std::string_view aspect = aspect_of(target.about, target.verdict);
  append(decision, aspect);
  if (Result<Done> followed = follow(decision, aspect); !followed) return followed.error();
  transaction.commit();
  return decision;
}

// One decision of another log, which goes on where this one ends.
Result<Done> Store::Impl::adopt(const Decision& decision) {
  const auto other_log = [&](std::string what) {
    return Error{ErrorCode::conflict, "decision " + decision.id, std::move(what),
                 "import decisions one by one instead: their ids will be new", ""};
  };
  std::string_view aspect = aspect_of(decision.about, decision.verdict);
  if (decision.verdict == "undone") {
    std::optional<Decision> target = decision_by_id(db, decision.replaces);
    if (!target) return other_log("takes back a decision that is not in the log");
    aspect = aspect_of(target->about, target->verdict);
  } else {
    if (Result<Done> checked = check(decision); !checked) return checked;
    if (decision.about == "names" && decision.grounds.size() != 2) return other_log("does not say which two names");
  }
  Decision made = decision;
  append(made, aspect);
  if (made.id != decision.id) return other_log("would have the id " + made.id + " at this place of the log");
  return follow(decision, aspect);
}

Result<std::size_t> Store::Impl::adopt_log(const std::vector<Decision>& log) {
  if (Result<Done> may = may_decide(); !may) return may.error();
  DurableTransaction transaction(db);
  const std::vector<Decision> own = decisions("", "");
  const std::size_t common = std::min(own.size(), log.size());
  for (std::size_t i = 0; i < common; ++i) {
    if (own[i].id == log[i].id) continue;
    return Error{ErrorCode::conflict, db.path(), "its log has gone another way since decision " + own[i].id,
                 "import decisions one by one instead: their ids will be new", ""};
  }
  for (std::size_t i = common; i < log.size(); ++i) {
    if (Result<Done> adopted = adopt(log[i]); !adopted) return adopted.error();
  }
  transaction.commit();
  return log.size() - common;
}

std::vector<Decision> Store::Impl::decisions(std::string_view about, std::string_view subject) {
  static const std::string kSql = "SELECT " + std::string(kDecisionColumns) +
                                  "FROM decision d WHERE (?1 = '' OR d.about = ?1) AND (?2 = '' OR d.subject = ?2) "
                                  "ORDER BY d.entry";
  std::vector<Decision> decisions;
  for (Query row = db.query(kSql, about, subject); row.step();) decisions.push_back(decision_of(row));
  return decisions;
}

}  // namespace hearsay
