// W3C Web Annotation data model: an annotation a claim, a target a stretch of its words. Positions count code points of
// the article's text; prefix and suffix let other tools find the words again in a page that has moved.

#include <algorithm>

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

void write_annotation(JsonPage& json, const ReportArticle& page, const StoredClaim& stored) {
  const Claim& claim = stored.claim;
  json.begin();
  json.text("id", std::string(kNamespace) + claim_name(stored));
  json.text("type", "Annotation");
  json.text("motivation", "identifying");
  json.begin_list("body");
  json.begin();
  json.text("type", "TextualBody");
  json.text("purpose", "describing");
  json.text("format", "text/plain");
  json.text("value", speaker_of(claim) + ": " + std::string(name_of(claim.type)) + " statement, " +
                         std::string(name_of(claim.modality)));
  json.end();
  json.end_list();
  json.begin_list("target");
  for (const Span content : claim.content) write_target(json, page, content);
  json.end_list();
  json.end();
}

}  // namespace

std::string annotations(const Report& report) {
  std::size_t total = 0;
  for (const ReportArticle& page : report.articles) total += page.claims.size();
  JsonPage json;
  json.begin();
  json.text("@context", "http://www.w3.org/ns/anno.jsonld");
  json.text("id", std::string(kNamespace) + "annotations");
  json.text("type", "AnnotationCollection");
  json.text("label", "Statements: " + report.about);
  json.number("total", total);
  json.begin("first");
  json.text("id", std::string(kNamespace) + "annotations:1");
  json.text("type", "AnnotationPage");
  json.number("startIndex", 0);
  json.begin_list("items");
  for (const ReportArticle& page : report.articles) {
    for (const StoredClaim& claim : page.claims) write_annotation(json, page, claim);
  }
  json.end_list();
  json.end();
  json.end();
  return json.taken() + "\n";
}

}  // namespace hearsay
