#pragma once
// A report of one article and one flag, made by hand, with `words` in every field that a source, a rule or a person can
// fill.

#include <string>

#include "core/report/report.h"
#include "core/value/hash.h"

namespace hearsay {

inline Claim sample_claim(const std::string& words, std::size_t begin) {
  Claim claim;
  claim.id = "0123456789abcdef";
  claim.type = ClaimType::indirect;
  claim.content = {{begin, begin + words.size()}};
  claim.speaker = Speaker{{}, words, words + " B", SpeakerKind::person, words, {}};
  claim.via = {words + " C"};
  claim.said = {"2026-03-03", SaidBasis::stated};
  claim.quantities.push_back({});
  claim.quantities.back().span = claim.content.front();
  claim.quantities.back().low = claim.quantities.back().high = 14;
  return claim;
}

inline ReportArticle sample_article(const std::string& words, const std::string& id) {
  const std::string before = "They said ";
  const std::string text = before + words + " at noon.";
  ReportArticle page{ArticleEntry{}, 0, Article{}, CodePoints(text), {}, 1, 1};
  page.entry.id = id;
  page.entry.title = words;
  page.entry.outlet = words + " D";
  page.entry.published = "2026-03-04";
  page.entry.published_basis = DateBasis::stated;
  page.entry.url = words;
  page.entry.received = words;
  page.entry.sha256 = sha256_hex(text);
  page.entry.superseded_by = words;
  page.entry.claims = 1;
  page.article.id = id;
  page.article.media_type = words;
  page.article.language = words;
  page.article.text = text;
  page.article.byline = {{words, {}}};
  page.article.zones = {{ZoneKind::body, {0, text.size()}}};
  StoredClaim stored;
  stored.ref = {id, "0123456789abcdef"};
  stored.claim = sample_claim(words, before.size());
  stored.text = words;
  stored.entity = "00112233445566aa";
  page.claims = {stored};
  return page;
}

inline ReportPlace sample_place(const std::string& words, std::size_t article) {
  ReportPlace place;
  place.article = article;
  place.claim = 0;
  place.span = {10, 10 + words.size()};
  place.before = "They said ";
  place.words = words;
  place.after = " at noon.";
  return place;
}

inline DecisionEntry sample_decision(const std::string& words, const std::string& about) {
  DecisionEntry entry;
  Decision& decision = entry.decision;
  decision.id = "fedcba9876543210";
  decision.about = about;
  decision.subject = words;
  decision.verdict = words;
  decision.note = words;
  decision.by = words;
  decision.at = words;
  decision.value = words;
  decision.grounds = {{words, words}};
  decision.scope = DecisionScope::block;
  decision.reach = {words};
  entry.state = DecisionState::stale;
  entry.because = words;
  entry.words = words;
  return entry;
}

// Two articles, so that a timeline and a chain are drawn.
inline Report sample_report(const std::string& words) {
  Report report;
  report.header = {words, words, "rules", "store", "log"};
  report.about = words;
  report.articles = {sample_article(words, words.empty() ? "a" : words), sample_article(words, "other")};
  report.articles[1].entry.published = "2026-03-09";
  report.articles[1].claims[0].claim.said = {"2026-03-09", SaidBasis::publication};
  Source source;
  source.bytes = report.articles[0].article.text;
  source.name = words;
  source.media_type = words;
  source.url = words;
  source.received = words;
  source.sha256 = sha256_hex(source.bytes);
  report.sources = {source};
  ReportFlag row;
  row.flag.id = "00ff00ff00ff00ff";
  row.flag.rule = words;
  row.flag.rule_title = words;
  row.flag.rule_why = words;
  row.flag.rule_sha256 = std::string(64, 'b');
  row.flag.evidence_sha256 = std::string(64, 'c');
  row.flag.kind = "number";
  row.flag.severity = Severity::high;
  row.flag.subject = words;
  row.flag.message = words;
  row.flag.retired_because = words;
  row.flag.claims = {report.articles[0].claims[0].ref, report.articles[1].claims[0].ref};
  row.places = {sample_place(words, 0), sample_place(words, 1)};
  if (!words.empty()) row.places[0].differing = {{0, 1}};
  row.decisions = {sample_decision(words, "flag")};
  report.flags = {row};
  report.claims = {{0, 0}};
  report.names = {{"00112233445566aa", words, EntityKind::person, words, {}}};
  report.names[0].spellings = {{words, 0, 2, {10, 10 + words.size()}}, {words + "x", 1, 1, {10, 10 + words.size()}}};
  report.decisions = {row.decisions[0], sample_decision(words, "names")};
  report.decisions[1].decision.id = "0000111122223333";
  return report;
}

}  // namespace hearsay
