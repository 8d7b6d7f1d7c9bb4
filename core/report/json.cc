// The report as one JSON object for programs: the same order, the same words as the other writers. Offsets are code
// points.

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "core/report/report.h"

namespace hearsay {
namespace {

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void field(Writer& writer, const char* key, std::string_view text) {
  writer.Key(key);
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

// Not known is null, never an empty string.
void known(Writer& writer, const char* key, std::string_view text) {
  if (!text.empty()) {
    field(writer, key, text);
    return;
  }
  writer.Key(key);
  writer.Null();
}

void number(Writer& writer, const char* key, std::size_t value) {
  writer.Key(key);
  writer.Uint64(value);
}

void write_place(Writer& writer, const ReportPlace& place) {
  writer.StartObject();
  field(writer, "article", place.article);
  field(writer, "title", place.title);
  known(writer, "outlet", place.outlet);
  known(writer, "published", place.published);
  known(writer, "url", place.url);
  field(writer, "sha256", place.sha256);
  writer.Key("span");
  writer.StartArray();
  writer.Uint64(place.span.begin);
  writer.Uint64(place.span.end);
  writer.EndArray();
  field(writer, "before", place.before);
  field(writer, "text", place.words);
  field(writer, "after", place.after);
  known(writer, "claim", place.claim);
  known(writer, "type", place.type);
  known(writer, "modality", place.modality);
  known(writer, "speaker", place.speaker);
  known(writer, "mention", place.mention);
  known(writer, "role", place.role);
  known(writer, "cue", place.cue);
  known(writer, "said", place.said);
  writer.Key("chain");
  writer.StartArray();
  for (const std::string& link : place.chain)
    writer.String(link.c_str(), static_cast<rapidjson::SizeType>(link.size()));
  writer.EndArray();
  writer.EndObject();
}

void write_decision(Writer& writer, const Decision& decision) {
  writer.StartObject();
  field(writer, "id", decision.id);
  field(writer, "verdict", decision.verdict);
  known(writer, "note", decision.note);
  field(writer, "by", decision.by);
  field(writer, "at", decision.at);
  known(writer, "replaces", decision.replaces);
  writer.EndObject();
}

void write_flag(Writer& writer, const ReportFlag& row) {
  const Flag& flag = row.flag;
  writer.StartObject();
  field(writer, "id", flag.id);
  field(writer, "rule", flag.rule);
  field(writer, "rule_title", flag.rule_title);
  field(writer, "rule_sha256", flag.rule_sha256);
  field(writer, "why", flag.rule_why);
  field(writer, "kind", flag.kind);
  field(writer, "severity", name_of(flag.severity));
  field(writer, "status", name_of(flag.status));
  field(writer, "subject", flag.subject);
  field(writer, "message", flag.message);
  writer.Key("score");
  writer.Double(flag.score);
  writer.Key("claims");
  writer.StartArray();
  for (const ClaimRef& ref : flag.claims) {
    const std::string text = ref.article + "#" + ref.claim;
    writer.String(text.c_str(), static_cast<rapidjson::SizeType>(text.size()));
  }
  writer.EndArray();
  writer.Key("evidence");
  writer.StartArray();
  for (const ReportPlace& place : row.places) write_place(writer, place);
  writer.EndArray();
  writer.Key("decisions");
  writer.StartArray();
  for (const Decision& decision : row.decisions) write_decision(writer, decision);
  writer.EndArray();
  writer.EndObject();
}

void write_name(Writer& writer, const ReportName& name) {
  writer.StartObject();
  field(writer, "name", name.name);
  field(writer, "kind", name.kind);
  known(writer, "role", name.role);
  writer.Key("spellings");
  writer.StartArray();
  for (const ReportSpelling& spelling : name.spellings) {
    writer.StartObject();
    field(writer, "text", spelling.text);
    field(writer, "article", spelling.article);
    number(writer, "count", spelling.count);
    writer.EndObject();
  }
  writer.EndArray();
  writer.EndObject();
}

void write_article(Writer& writer, const ReportArticle& row) {
  const ArticleEntry& entry = row.entry;
  writer.StartObject();
  field(writer, "article", entry.id);
  known(writer, "title", entry.title);
  known(writer, "outlet", entry.outlet);
  known(writer, "published", entry.published);
  field(writer, "published_basis", name_of(entry.published_basis));
  known(writer, "url", entry.url);
  field(writer, "received", entry.received);
  field(writer, "sha256", entry.sha256);
  number(writer, "claims", entry.claims);
  number(writer, "attributed", row.attributed);
  number(writer, "flags", row.flags);
  writer.EndObject();
}

}  // namespace

std::string json(const Report& report) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.SetIndent(' ', 1);
  writer.StartObject();
  field(writer, "about", report.about);
  field(writer, "at", report.header.at);
  field(writer, "program", report.header.program);
  field(writer, "store_sha256", report.header.store_sha256);
  field(writer, "rules_sha256", report.header.rules_sha256);
  number(writer, "claims", report.claims);
  writer.Key("flags");
  writer.StartArray();
  for (const ReportFlag& row : report.flags) write_flag(writer, row);
  writer.EndArray();
  writer.Key("names");
  writer.StartArray();
  for (const ReportName& name : report.names) write_name(writer, name);
  writer.EndArray();
  writer.Key("articles");
  writer.StartArray();
  for (const ReportArticle& row : report.articles) write_article(writer, row);
  writer.EndArray();
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace hearsay
