// The report as one JSON object, after docs/report.schema.json. It holds all that `hearsay import` needs to make the
// same report again: the bytes of the sources, what a person stated about them, the decisions.

#include "core/report/base64.h"
#include "core/report/claim_json.h"
#include "core/report/json_fields.h"
#include "core/report/report.h"

namespace hearsay {
namespace {

void write_place(JsonPage& json, const Report& report, const ReportPlace& place) {
  const ReportArticle& page = report.articles[place.article];
  json.begin();
  json.text("article", page.entry.id);
  json.known("claim", place.claim ? page.claims[*place.claim].ref.claim : "");
  json.span("span", page.points.from_bytes(place.span));
  json.text("before", place.before);
  json.text("text", place.words);
  json.text("after", place.after);
  json.begin_list("differing");
  const CodePoints points(place.words);
  for (const Span differing : place.differing) {
    const Span span = points.from_bytes(differing);
    json.raw("[" + std::to_string(span.begin) + "," + std::to_string(span.end) + "]");
  }
  json.end_list();
  json.begin_list("chain");
  if (place.claim) {
    for (const ReportLink& link : report.chain_of({place.article, *place.claim})) {
      json.begin();
      json.text("name", link.name);
      json.text("kind", name_of(link.kind));
      json.end();
    }
  }
  json.end_list();
  json.end();
}

void write_decision(JsonPage& json, const DecisionEntry& entry) {
  const Decision& decision = entry.decision;
  json.begin();
  json.text("id", decision.id);
  json.text("about", decision.about);
  json.text("subject", decision.subject);
  json.text("verdict", decision.verdict);
  json.known("value", decision.value);
  json.known("note", decision.note);
  json.text("by", decision.by);
  json.text("at", decision.at);
  json.text("scope", name_of(decision.scope));
  json.texts("reach", decision.reach);
  json.begin_list("grounds");
  for (const Ground& ground : decision.grounds) {
    json.begin();
    json.text("place", ground.place);
    json.text("words", ground.words);
    json.end();
  }
  json.end_list();
  json.known("evidence_sha256", decision.evidence_sha256);
  json.known("replaces", decision.replaces);
  json.text("state", name_of(entry.state));
  json.known("because", entry.because);
  json.end();
}

void write_decisions(JsonPage& json, const std::vector<DecisionEntry>& decisions) {
  json.begin_list("decisions");
  for (const DecisionEntry& entry : decisions) write_decision(json, entry);
  json.end_list();
}

void write_flag(JsonPage& json, const Report& report, const ReportFlag& row) {
  const Flag& flag = row.flag;
  json.begin();
  json.text("id", flag.id);
  json.text("rule", flag.rule);
  json.text("rule_title", flag.rule_title);
  json.text("rule_sha256", flag.rule_sha256);
  json.text("why", flag.rule_why);
  json.text("kind", flag.kind);
  json.text("severity", name_of(flag.severity));
  json.text("status", name_of(flag.status));
  json.known("retired_because", flag.retired_because);
  json.known("stale_because", flag.stale_because);
  json.known("decision", flag.decision);
  json.text("subject", flag.subject);
  json.text("message", flag.message);
  json.key("score");
  json.writer().Double(flag.score);
  json.begin_list("claims");
  for (const ClaimRef& ref : flag.claims) json.value(ref.article + "#" + ref.claim);
  json.end_list();
  json.begin_list("evidence");
  for (const ReportPlace& place : row.places) write_place(json, report, place);
  json.end_list();
  json.text("evidence_sha256", flag.evidence_sha256);
  json.number("articles", row.articles);
  json.texts("origins", row.origins);
  json.begin_list("decisions");
  for (const DecisionEntry& entry : row.decisions) json.value(entry.decision.id);
  json.end_list();
  json.end();
}

void write_name(JsonPage& json, const Report& report, const ReportName& name) {
  json.begin();
  json.text("id", name.id);
  json.text("name", name.name);
  json.text("kind", name_of(name.kind));
  json.known("role", name.role);
  json.begin_list("spellings");
  for (const ReportSpelling& spelling : name.spellings) {
    const ReportArticle& page = report.articles[spelling.article];
    json.begin();
    json.text("text", spelling.text);
    json.text("article", page.entry.id);
    json.number("count", spelling.count);
    json.span("first", page.points.from_bytes(spelling.first));
    json.end();
  }
  json.end_list();
  json.end();
}

void write_claims(JsonPage& json, const ReportArticle& page) {
  json.begin_list("claims");
  for (const StoredClaim& stored : page.claims) json.raw(claim_json(stored.claim, page.article, page.points));
  json.end_list();
  json.begin_list("not_claims");
  for (const StoredClaim& stored : page.not_claims) json.raw(claim_json(stored.claim, page.article, page.points));
  json.end_list();
  json.begin_list("corrected_speakers");
  for (const StoredClaim& stored : page.claims) {
    const Decision* decision = stored.decided("speaker");
    if (decision == nullptr) continue;
    json.begin();
    json.text("claim", stored.ref.claim);
    json.known("read", stored.read_speaker ? stored.read_speaker->name : "");
    json.text("by", decision->by);
    json.end();
  }
  json.end_list();
}

void write_article(JsonPage& json, const ReportArticle& page) {
  const ArticleEntry& entry = page.entry;
  json.begin();
  json.text("article", entry.id);
  json.text("sha256", entry.sha256);
  json.number("part", page.article.part);
  json.number("version", entry.version);
  json.known("superseded_by", entry.superseded_by);
  json.known("title", entry.title);
  json.begin_list("byline");
  for (const Stated& name : page.article.byline) json.value(name.value);
  json.end_list();
  json.known("outlet", entry.outlet);
  json.known("published", entry.published);
  json.text("published_basis", name_of(entry.published_basis));
  json.known("url", entry.url);
  json.known("language", page.article.language);
  json.number("attributed", page.attributed);
  json.number("flags", page.flags);
  json.text("text", page.article.text);
  json.begin_list("zones");
  for (const Zone& zone : page.article.zones) {
    json.begin();
    json.text("kind", name_of(zone.kind));
    json.span("span", page.points.from_bytes(zone.span));
    json.end();
  }
  json.end_list();
  write_claims(json, page);
  json.end();
}

void write_source(JsonPage& json, const Source& source) {
  json.begin();
  json.text("sha256", source.sha256);
  json.text("name", source.name);
  json.text("media_type", source.media_type);
  json.known("url", source.url);
  json.text("received", source.received);
  json.text("base64", base64(source.bytes));
  json.end();
}

void write_header(JsonPage& json, const Report& report) {
  json.text("format", kReportFormat);
  json.text("about", report.about);
  json.text("at", report.header.at);
  json.text("program", report.header.program);
  json.text("store_sha256", report.header.store_sha256);
  json.text("log_sha256", report.header.log_sha256);
  json.text("rules_sha256", report.header.rules_sha256);
}

}  // namespace

std::string json(const Report& report) {
  JsonPage json;
  json.begin();
  write_header(json, report);
  json.begin_list("flags");
  for (const ReportFlag& row : report.flags) write_flag(json, report, row);
  json.end_list();
  json.begin_list("retired");
  for (const ReportFlag& row : report.retired) write_flag(json, report, row);
  json.end_list();
  json.begin_list("claims");
  for (const ReportClaimRef ref : report.claims)
    json.value(report.articles[ref.article].entry.id + "#" + report.claim(ref).ref.claim);
  json.end_list();
  json.begin_list("names");
  for (const ReportName& name : report.names) write_name(json, report, name);
  json.end_list();
  write_decisions(json, report.decisions);
  json.begin_list("articles");
  for (const ReportArticle& page : report.articles) write_article(json, page);
  json.end_list();
  json.begin_list("sources");
  for (const Source& source : report.sources) write_source(json, source);
  json.end_list();
  json.end();
  return json.taken() + "\n";
}

}  // namespace hearsay
