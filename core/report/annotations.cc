// W3C Web Annotation data model: an annotation a claim, and one for each verdict on a claim that counts; a target a
// stretch of its words. Positions count code points of
// the article's text; prefix and suffix let other tools find the words again in a page that has moved.

#include <algorithm>
#include <array>

#include "core/report/iri.h"
#include "core/report/json_fields.h"
#include "core/report/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kContextPoints = 32;

void write_target(JsonPage& json, const ReportArticle& page, Span bytes) {
  const std::string_view text = page.article.text;
  const Span points = page.points.from_bytes(bytes);
  const std::size_t before = page.points.to_byte(points.begin - std::min(points.begin, kContextPoints));
  const std::size_t after = page.points.to_byte(std::min(points.end + kContextPoints, page.points.size()));
  json.begin();
  json.text("source", page.entry.url.empty() ? std::string(kNamespace) + article_name(page) : page.entry.url);
  json.begin_list("selector");
  json.begin();
  json.text("type", "TextQuoteSelector");
  json.text("exact", bytes.of(text));
  json.text("prefix", text.substr(before, bytes.begin - before));
  json.text("suffix", text.substr(bytes.end, after - bytes.end));
  json.end();
  json.begin();
  json.text("type", "TextPositionSelector");
  json.number("start", points.begin);
  json.number("end", points.end);
  json.end();
  json.end_list();
  json.begin("state");
  json.text("type", "TimeState");
  json.text("sourceDate", page.entry.received);
  json.end();
  json.end();
}

void write_body(JsonPage& json, std::string_view purpose, std::string_view value) {
  json.begin();
  json.text("type", "TextualBody");
  json.text("purpose", purpose);
  json.text("format", "text/plain");
  json.text("value", value);
  json.end();
}

void write_annotation(JsonPage& json, const ReportArticle& page, const StoredClaim& stored) {
  const Claim& claim = stored.claim;
  json.begin();
  json.text("id", std::string(kNamespace) + claim_name(stored));
  json.text("type", "Annotation");
  json.text("motivation", "identifying");
  json.begin_list("body");
  write_body(json, "describing",
             speaker_of(claim) + ": " + std::string(name_of(claim.type)) + " statement, " +
                 std::string(name_of(claim.modality)));
  json.end_list();
  json.begin_list("target");
  for (const Span content : claim.content) write_target(json, page, content);
  json.end_list();
  json.end();
}

// Motivation of the annotation and purpose of its body, by verdict.
struct Told {
  std::string_view verdict;
  std::string_view motivation;
  std::string_view purpose;
};
constexpr std::array<Told, 3> kTold = {{{"rated", "assessing", "assessing"},
                                        {"not-a-claim", "classifying", "classifying"},
                                        {"speaker", "editing", "identifying"}}};

bool is_told(const Report& report, const DecisionEntry& entry) {
  const bool known =
      std::any_of(kTold.begin(), kTold.end(), [&](const Told& told) { return told.verdict == entry.decision.verdict; });
  return known && entry.state == DecisionState::standing && report.claim_of(entry);
}

void write_verdict(JsonPage& json, const Report& report, const DecisionEntry& entry) {
  const Decision& decision = entry.decision;
  const DecidedClaim about = *report.claim_of(entry);
  const Told& told =
      *std::find_if(kTold.begin(), kTold.end(), [&](const Told& known) { return known.verdict == decision.verdict; });
  json.begin();
  json.text("id", std::string(kNamespace) + "decision:" + decision.id);
  json.text("type", "Annotation");
  json.text("motivation", told.motivation);
  json.begin("creator");
  json.text("type", "Person");
  json.text("name", decision.by);
  json.end();
  json.text("created", decision.at);
  json.begin_list("body");
  write_body(json, told.purpose, decision.value.empty() ? decision.verdict : decision.value);
  if (!decision.note.empty()) write_body(json, "commenting", decision.note);
  json.end_list();
  json.begin_list("target");
  for (const Span content : about.claim->claim.content) write_target(json, report.articles[about.article], content);
  json.end_list();
  json.end();
}

}  // namespace

std::string annotations(const Report& report) {
  const auto verdicts = std::count_if(report.decisions.begin(), report.decisions.end(),
                                      [&](const DecisionEntry& entry) { return is_told(report, entry); });
  auto total = static_cast<std::size_t>(verdicts);
  for (const ReportArticle& page : report.articles) total += page.claims.size();
  JsonPage json;
  json.begin();
  json.text("@context", "http://www.w3.org/ns/anno.jsonld");
  json.text("id", std::string(kNamespace) + "annotations");
  json.text("type", "AnnotationCollection");
  json.text("label", "Statements and verdicts: " + report.about);
  json.number("total", total);
  json.begin("first");
  json.text("id", std::string(kNamespace) + "annotations:1");
  json.text("type", "AnnotationPage");
  json.number("startIndex", 0);
  json.begin_list("items");
  for (const ReportArticle& page : report.articles) {
    for (const StoredClaim& claim : page.claims) write_annotation(json, page, claim);
  }
  for (const DecisionEntry& entry : report.decisions) {
    if (is_told(report, entry)) write_verdict(json, report, entry);
  }
  json.end_list();
  json.end();
  json.end();
  return json.taken() + "\n";
}

}  // namespace hearsay
