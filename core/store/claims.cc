// Claims back out of their rows, filtered in SQL. Figures and times of a claim are fetched by claim: listings are for
// people and reports, who read far fewer claims than rules do.

#include "core/store/columns.h"
#include "core/store/impl.h"
#include "core/store/standing.h"

namespace hearsay {
namespace {

constexpr std::string_view kSelect =
    "SELECT c.article, c.n, a.name, c.ref, c.type, c.zone, c.act, c.modality, c.content, c.quoted, c.text, "
    "c.has_speaker, c.speaker_begin, c.speaker_end, c.mention, c.speaker, c.speaker_kind, c.role, c.entity, "
    "c.cue_begin, c.cue_end, c.nested_in, c.via, c.said, c.said_basis, c.confidence, c.why, "
    "coalesce(e.stands_for, e.id), a.title, a.outlet, a.published, a.superseded_by IS NOT NULL "
    "FROM claim c JOIN article a ON a.id = c.article "
    "LEFT JOIN article_entity l ON l.article = c.article AND l.n = c.entity LEFT JOIN entity e ON e.id = l.entity ";

struct Place {  // of a claim in its tables
  std::int64_t article = 0;
  std::int64_t n = 0;
};

// Columns has_speaker, speaker_begin, speaker_end, mention, speaker, speaker_kind, role, entity from `first` on.
std::optional<Speaker> speaker_of(const Query& row, int first) {
  if (row.integer(first) == 0) return std::nullopt;
  Speaker speaker;
  speaker.span = row.maybe_span(first + 1);
  speaker.mention = row.text(first + 3);
  speaker.name = row.text(first + 4);
  speaker.kind = speaker_kind_named(row.text(first + 5)).value_or(SpeakerKind::person);
  speaker.role = row.text(first + 6);
  if (const auto entity = row.maybe_integer(first + 7)) speaker.entity = static_cast<std::size_t>(*entity);
  return speaker;
}

StoredClaim claim_of(const Query& row) {
  StoredClaim stored;
  Claim& claim = stored.claim;
  stored.ref = {row.text(2), row.text(3)};
  claim.id = row.text(3);
  claim.type = claim_type_named(row.text(4)).value_or(ClaimType::assertion);
  claim.zone = zone_kind_named(row.text(5)).value_or(ZoneKind::body);
  claim.act = act_named(row.text(6)).value_or(Act::speech);
  claim.modality = modality_named(row.text(7)).value_or(Modality::asserted);
  claim.content = spans_in(row.text(8));
  claim.quoted = spans_in(row.text(9));
  stored.text = row.text(10);
  claim.speaker = speaker_of(row, 11);
  claim.cue = row.maybe_span(19);
  claim.nested_in = row.text(21);
  claim.via = texts_in(row.text(22));
  claim.said = {row.text(23), said_basis_named(row.text(24)).value_or(SaidBasis::publication)};
  claim.confidence = row.real(25);
  claim.why = row.text(26);
  stored.entity = row.text(27);
  stored.title = row.text(28);
  stored.outlet = row.text(29);
  stored.published = row.text(30);
  stored.superseded = row.integer(31) != 0;
  return stored;
}

std::vector<Quantity> quantities_of(Database& db, Place claim) {
  std::vector<Quantity> quantities;
  for (Query row =
           db.query("SELECT byte_begin, byte_end, number_begin, number_end, noun_begin, noun_end, low, high, unit, "
                    "modifier, noun, rate, ordinal FROM quantity WHERE article = ? AND claim = ? ORDER BY n",
                    claim.article, claim.n);
       row.step();) {
    Quantity quantity;
    quantity.span = row.span(0);
    quantity.number = row.span(2);
    quantity.noun_span = row.maybe_span(4);
    quantity.low = row.maybe_real(6);
    quantity.high = row.maybe_real(7);
    quantity.unit = row.text(8);
    quantity.modifier = modifier_named(row.text(9)).value_or(Modifier::none);
    quantity.noun = row.text(10);
    quantity.rate = row.text(11);
    quantity.ordinal = row.integer(12) != 0;
    quantities.push_back(std::move(quantity));
  }
  return quantities;
}

std::vector<Time> times_of(Database& db, Place claim) {
  std::vector<Time> times;
  for (Query row =
           db.query("SELECT byte_begin, byte_end, edtf, duration, vague, weekday_misfit, needs_anchor FROM time "
                    "WHERE article = ? AND claim = ? ORDER BY n",
                    claim.article, claim.n);
       row.step();) {
    times.push_back(
        {row.span(0), row.text(2), row.text(3), row.integer(4) != 0, row.integer(5) != 0, row.integer(6) != 0});
  }
  return times;
}

void read_decisions(Database& db, Place place, StoredClaim& claim) {
  static const std::string kDecisions =
      "SELECT " + std::string(kDecisionColumns) +
      "FROM claim_decision x JOIN decision d ON d.id = x.decision WHERE x.article = ? AND x.n = ? AND x.rank = 0 ORDER "
      "BY x.aspect";
  for (Query row = db.query(kDecisions, place.article, place.n); row.step();) {
    claim.decisions.push_back(decision_of(row));
  }
  if (claim.decisions.empty()) return;
  Query row = db.query(
      "SELECT has_speaker, speaker_begin, speaker_end, mention, speaker, speaker_kind, role, entity FROM claim_as_read "
      "WHERE article = ? AND n = ?",
      place.article, place.n);
  if (row.step()) claim.read_speaker = speaker_of(row, 0);
}

// Runs kSelect with `rest` and fills in what lies in tables of its own.
template <typename... Args>
std::vector<StoredClaim> select_claims(Database& db, const std::string& rest, const Args&... args) {
  std::vector<StoredClaim> claims;
  std::vector<Place> places;
  for (Query row = db.query(std::string(kSelect) + rest, args...); row.step();) {
    places.push_back({row.integer(0), row.integer(1)});
    claims.push_back(claim_of(row));
  }
  const bool decided = db.lookup("SELECT 1 FROM claim_decision LIMIT 1").has_value();
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (decided) read_decisions(db, places[i], claims[i]);
    claims[i].claim.quantities = quantities_of(db, places[i]);
    claims[i].claim.times = times_of(db, places[i]);
  }
  return claims;
}

Error no_claim(const Database& db, std::string_view ref) {
  return {ErrorCode::not_found, db.path(), "no claim '" + std::string(ref) + "'",
          "'hearsay claims' lists them; write article#claim or the first digits of the claim", ""};
}

std::string list_of(const std::vector<StoredClaim>& claims) {
  std::string list;
  for (const StoredClaim& claim : claims)
    list += (list.empty() ? "" : ", ") + claim.ref.article + "#" + claim.ref.claim;
  return list;
}

}  // namespace

std::vector<StoredClaim> Store::Impl::claims(const ClaimFilter& filter) {
  const std::string match = match_expression(filter.search);
  if (match.empty() && !filter.search.empty()) return {};
  const auto asked = [](std::string_view text) { return text.empty() ? std::nullopt : std::optional(text); };
  const std::string_view type = filter.type ? name_of(*filter.type) : "";
  const std::string_view modality = filter.modality ? name_of(*filter.modality) : "";
  const std::string_view speaker_kind = filter.speaker_kind ? name_of(*filter.speaker_kind) : "";
  const std::int64_t limit = filter.limit == 0 ? -1 : static_cast<std::int64_t>(filter.limit);
  return select_claims(
      db,
      "WHERE (?1 OR a.superseded_by IS NULL) AND (?2 IS NULL OR a.name = ?2) "
      "AND (?3 IS NULL OR instr(lower(c.speaker || char(10) || c.mention), lower(?3)) > 0) "
      "AND (?4 IS NULL OR instr(lower(a.outlet), lower(?4)) > 0) AND (?5 IS NULL OR coalesce(e.stands_for, e.id) = ?5) "
      "AND (?6 IS NULL OR c.type = ?6) AND (?7 IS NULL OR c.modality = ?7) "
      "AND (?8 IS NULL OR c.id IN (SELECT rowid FROM claim_text WHERE claim_text MATCH ?8)) "
      // a year that is not known ("XXXX-08-18") sorts behind every day
      "AND (?9 IS NULL OR c.said >= ?9 AND c.said < 'X') AND (?10 IS NULL OR c.said <= ?10 || '~') "
      "AND (?11 IS NULL OR c.speaker_kind = ?11) AND (?12 OR (c.article, c.n) NOT IN not_a_claim) "
      "ORDER BY c.article, c.n LIMIT ?13 OFFSET ?14",
      filter.superseded ? 1 : 0, asked(filter.article), asked(filter.speaker), asked(filter.outlet),
      asked(filter.entity), asked(type), asked(modality), asked(match), asked(filter.since), asked(filter.until),
      asked(speaker_kind), filter.not_claims ? 1 : 0, limit, filter.offset);
}

Result<StoredClaim> Store::Impl::claim(std::string_view ref) {
  const std::size_t hash = ref.rfind('#');
  const std::string_view article = hash == std::string_view::npos ? std::string_view() : ref.substr(0, hash);
  const std::string_view id = hash == std::string_view::npos ? ref : ref.substr(hash + 1);
  const auto asked = article.empty() ? std::nullopt : std::optional(article);
  // a range instead of LIKE: the index serves it, and no character of the id is a wildcard
  std::vector<StoredClaim> found = select_claims(
      db,
      "WHERE c.ref >= ?1 AND c.ref < ?1 || 'g' AND (?2 IS NULL OR a.name = ?2) ORDER BY a.superseded_by IS NOT NULL, "
      "c.article, c.n LIMIT 9",
      id, asked);
  if (id.empty() || found.empty()) {
    return no_claim(db, ref);
  }
  const bool unique = found.size() == 1 || (!found[0].superseded && found[1].superseded);
  if (unique) return std::move(found.front());
  return Error{ErrorCode::conflict, db.path(), "'" + std::string(ref) + "' fits more than one claim: " + list_of(found),
               "give more digits, or the article before '#'", ""};
}

Result<Span> Store::Impl::claim_span(std::string_view article, std::string_view claim) {
  Query row = db.query(
      "SELECT c.span_begin, c.span_end FROM article a JOIN claim c ON c.article = a.id WHERE a.name = ? AND c.ref = ?",
      article, claim);
  if (!row.step()) return no_claim(db, std::string(article) + "#" + std::string(claim));
  return row.span(0);
}

}  // namespace hearsay
