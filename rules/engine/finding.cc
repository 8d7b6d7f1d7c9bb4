// Rows are grouped by subject, the row to show is chosen, and only that one's places are read. Evidence without an
// `evidence` column is claim_a and claim_b themselves. The evidence digest covers articles and words, not offsets: a
// paragraph put in above does not undo a review.

#include "rules/engine/finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/text/code_points.h"
#include "core/text/normalise.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

Error bad_row(const Rule& rule, std::string message) {
  return Error{ErrorCode::malformed, rule.file, std::move(message), "docs/rules.md says what a rule returns", ""};
}

struct Candidate {
  const Row* row = nullptr;
  std::string block;
  Severity severity = Severity::medium;
  double score = 1.0;
  std::size_t places = 0;  // of its evidence

  // Smaller: shown first. Severity::high is the smallest enumerator.
  [[nodiscard]] auto order() const {
    return std::make_tuple(severity, -score, kMaxPlaces - std::min(places, kMaxPlaces), std::string_view{block},
                           row->text("claim_a"), row->text("evidence"));
  }
};

Result<Candidate> candidate_of(const Rule& rule, const Row& row) {
  Candidate candidate{&row, row.text("block"), rule.severity, 1.0, 0};
  if (candidate.block.empty()) return bad_row(rule, "a result row has no block");
  if (row.text("subject").empty()) return bad_row(rule, "a result row has no subject");
  if (const std::string word = row.text("severity"); !word.empty()) {
    const std::optional<Severity> severity = severity_named(word);
    if (!severity) return bad_row(rule, fmt::format("\"{}\" is no severity", word));
    candidate.severity = *severity;
  }
  const std::string evidence = row.text("evidence");
  if (!evidence.empty())
    candidate.places = 1 + static_cast<std::size_t>(std::count(evidence.begin(), evidence.end(), '\n'));
  if (const std::optional<double> score = row.number("score")) candidate.score = std::clamp(*score, 0.0, 1.0);
  return candidate;
}

// claim_a, claim_b and evidence of the row, each place once.
Result<std::vector<Place>> places_of(const Rule& rule, const Row& row, bool evidence) {
  std::vector<Place> places;
  const std::vector<std::string_view> columns =
      evidence ? std::vector<std::string_view>{"evidence"} : std::vector<std::string_view>{"claim_a", "claim_b"};
  for (const std::string_view column : columns) {
    const std::optional<std::vector<Place>> listed = places_from_text(row.text(column));
    if (!listed) return bad_row(rule, fmt::format("\"{}\" in column {} is no place", row.text(column), column));
    for (const Place& place : *listed) {
      if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
    }
  }
  return places;
}

std::string digest(const std::vector<Evidence>& evidence) {
  std::set<std::pair<std::string, std::string>> words;
  for (const Evidence& place : evidence) words.emplace(place.article, fold_spaces(place.text));
  std::string text;
  for (const auto& [article, word] : words) text += article + "\n" + word + "\n";
  return sha256_hex(text);
}

Result<Flag> flag_of(const Rule& rule, const Candidate& chosen, PlaceReader& reader) {
  const Row& row = *chosen.row;
  Flag flag;
  flag.rule = rule.id;
  flag.rule_title = rule.title;
  flag.rule_why = rule.why;
  flag.rule_sha256 = rule.sha256;
  flag.kind = rule.kind;
  flag.severity = chosen.severity;
  flag.score = chosen.score;
  flag.subject = row.text("subject");
  flag.id = flag_id(rule.id, flag.subject);
  flag.message = filled(rule.message, row);
  Result<std::vector<Place>> claims = places_of(rule, row, false);
  if (!claims) return std::move(claims).error();
  Result<std::vector<Place>> evidence = places_of(rule, row, true);
  if (!evidence) return std::move(evidence).error();
  if (evidence->empty()) {
    std::copy_if(claims->begin(), claims->end(), std::back_inserter(*evidence),
                 [](const Place& place) { return !place.claim.empty() || place.begin; });
  }
  if (evidence->size() > kMaxPlaces) evidence->resize(kMaxPlaces);
  for (const std::vector<Place>& list : {*claims, *evidence}) {
    for (const Place& place : list) {
      const ClaimRef ref{place.article, place.claim};
      if (!ref.claim.empty() && std::find(flag.claims.begin(), flag.claims.end(), ref) == flag.claims.end()) {
        flag.claims.push_back(ref);
      }
    }
  }
  for (const Place& place : *evidence) {
    Result<Evidence> read = reader.read(place);
    if (!read) return std::move(read).error();
    flag.evidence.push_back(*std::move(read));
  }
  flag.evidence_sha256 = digest(flag.evidence);
  return flag;
}

}  // namespace

struct PlaceReader::Text {
  std::string words;
  CodePoints points;
};

Result<Evidence> PlaceReader::read(const Place& place) {
  Span points;
  if (place.begin && place.end) {
    points = {*place.begin, *place.end};
  } else {
    Result<Span> claim = store_.claim_span(place.article, place.claim);
    if (!claim) return std::move(claim).error();
    points = *claim;
  }
  std::shared_ptr<const Text>& text = texts_[place.article];
  if (!text) {
    Result<std::string> words = store_.article_text(place.article);
    if (!words) return std::move(words).error();
    CodePoints borders(*words);
    text = std::make_shared<const Text>(Text{*std::move(words), std::move(borders)});
  }
  if (points.end > text->points.size()) {
    return Error{ErrorCode::malformed, to_text(place), "the place lies outside the article's text",
                 "a rule must take spans and article from one row", ""};
  }
  Evidence evidence{place.article, place.claim, text->points.to_bytes(points), {}};
  evidence.text = evidence.span.of(text->words);
  return evidence;
}

Result<std::vector<Flag>> flags_of(const Rule& rule, const std::vector<Row>& rows, PlaceReader& reader) {
  struct Found {
    Candidate shown;
    std::set<std::string> blocks;
  };
  std::map<std::string, Found> by_subject;
  for (const Row& row : rows) {
    Result<Candidate> candidate = candidate_of(rule, row);
    if (!candidate) return std::move(candidate).error();
    const auto [entry, added] = by_subject.try_emplace(row.text("subject"), Found{*candidate, {}});
    entry->second.blocks.insert(candidate->block);
    if (!added && candidate->order() < entry->second.shown.order()) entry->second.shown = *candidate;
  }
  std::vector<Flag> flags;
  for (const auto& [subject, found] : by_subject) {
    Result<Flag> flag = flag_of(rule, found.shown, reader);
    if (!flag) return std::move(flag).error();
    flag->blocks.assign(found.blocks.begin(), found.blocks.end());
    flags.push_back(*std::move(flag));
  }
  std::sort(flags.begin(), flags.end(), [](const Flag& a, const Flag& b) { return a.id < b.id; });
  return flags;
}

std::string filled(std::string_view message, const Row& row) {
  std::string out;
  for (std::size_t at = 0; at < message.size();) {
    const std::size_t open = std::min(message.find('{', at), message.size());
    out += message.substr(at, open - at);
    if (open == message.size()) break;
    const std::size_t close = message.find('}', open);
    const std::string value = row.text(message.substr(open + 1, close - open - 1));
    bool space = false;
    for (const char c : value) {
      const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
      if (!blank || !space) out += blank ? ' ' : c;
      space = blank;
    }
    at = close + 1;
  }
  return out;
}

}  // namespace hearsay
