// The file is held to the published schema first, so that what follows may take every member for granted.

#include "desk/report_file.h"

#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <map>

#include "core/report/base64.h"
#include "core/report/report.h"
#include "core/value/hash.h"
#include "core/value/named_text.h"
#include "desk/json_fault.h"

namespace hearsay {

std::vector<NamedText> report_schema_files();  // made by hearsay_embed

namespace {

using Json = rapidjson::Value;

std::string text_of(const Json& value) {
  return value.IsNull() ? "" : std::string(value.GetString(), value.GetStringLength());
}
std::string text_of(const Json& object, const char* member) { return text_of(object[member]); }

std::optional<Error> schema_fault(const rapidjson::Document& document, const std::string& name) {
  rapidjson::Document schema_text;
  const std::string_view text = report_schema_files().front().text;
  schema_text.Parse(text.data(), text.size());
  const rapidjson::SchemaDocument schema(schema_text);
  rapidjson::SchemaValidator validator(schema);
  if (document.Accept(validator)) return std::nullopt;
  rapidjson::StringBuffer where;
  validator.GetInvalidDocumentPointer().Stringify(where);
  return Error{ErrorCode::malformed, name + ": " + where.GetString(),
               "is not what a report has there (" + std::string(validator.GetInvalidSchemaKeyword()) + ")",
               "import the file as 'hearsay report --format json' wrote it; docs/report.schema.json says what it holds",
               ""};
}

Result<Source> source_of(const Json& json, const std::string& where) {
  Source source;
  source.sha256 = text_of(json, "sha256");
  source.name = text_of(json, "name");
  source.media_type = text_of(json, "media_type");
  source.url = text_of(json, "url");
  source.received = text_of(json, "received");
  std::optional<std::string> bytes = bytes_of_base64({json["base64"].GetString(), json["base64"].GetStringLength()});
  if (!bytes) {
    return Error{ErrorCode::malformed, where + "/base64", "is no base64", "the file was changed; ask for it again", ""};
  }
  if (sha256_hex(*bytes) != source.sha256) {
    return Error{ErrorCode::malformed, where, "its bytes do not have the hash " + source.sha256,
                 "the file was changed; ask for it again", ""};
  }
  source.bytes = *std::move(bytes);
  return source;
}

ReportedArticle article_of(const Json& json) {
  ReportedArticle article;
  article.id = text_of(json, "article");
  article.sha256 = text_of(json, "sha256");
  article.part = json["part"].GetUint64();
  article.outlet = text_of(json, "outlet");
  article.published = text_of(json, "published");
  article.text = text_of(json, "text");
  for (const char* list : {"claims", "not_claims"}) {
    for (const Json& claim : json[list].GetArray()) article.claims.insert(text_of(claim, "id"));
  }
  return article;
}

ReportedDecision decision_of(const Json& json) {
  static const std::map<std::string_view, DecisionState> kStates = {
      {name_of(DecisionState::standing), DecisionState::standing},
      {name_of(DecisionState::stale), DecisionState::stale},
      {name_of(DecisionState::replaced), DecisionState::replaced},
      {name_of(DecisionState::undone), DecisionState::undone}};
  ReportedDecision made;
  Decision& decision = made.decision;
  for (const auto& [member, value] : std::map<const char*, std::string*>{{"id", &decision.id},
                                                                         {"about", &decision.about},
                                                                         {"subject", &decision.subject},
                                                                         {"verdict", &decision.verdict},
                                                                         {"value", &decision.value},
                                                                         {"note", &decision.note},
                                                                         {"by", &decision.by},
                                                                         {"at", &decision.at},
                                                                         {"evidence_sha256", &decision.evidence_sha256},
                                                                         {"replaces", &decision.replaces}}) {
    *value = text_of(json, member);
  }
  decision.scope = decision_scope_named(text_of(json, "scope")).value_or(DecisionScope::evidence);
  for (const Json& key : json["reach"].GetArray()) decision.reach.push_back(text_of(key));
  for (const Json& ground : json["grounds"].GetArray())
    decision.grounds.push_back({text_of(ground, "place"), text_of(ground, "words")});
  made.state = kStates.at(text_of(json, "state"));
  return made;
}

// "article#claim"; the name of an article may have a # of its own.
ClaimRef claim_ref_of(const std::string& text) {
  const std::size_t hash = std::min(text.rfind('#'), text.size());
  return {text.substr(0, hash), hash < text.size() ? text.substr(hash + 1) : ""};
}

Flag retired_of(const Json& json) {
  Flag flag;
  flag.status = FlagStatus::retired;
  for (const auto& [member, value] : std::map<const char*, std::string*>{{"id", &flag.id},
                                                                         {"rule", &flag.rule},
                                                                         {"rule_title", &flag.rule_title},
                                                                         {"rule_sha256", &flag.rule_sha256},
                                                                         {"why", &flag.rule_why},
                                                                         {"kind", &flag.kind},
                                                                         {"subject", &flag.subject},
                                                                         {"message", &flag.message},
                                                                         {"evidence_sha256", &flag.evidence_sha256},
                                                                         {"retired_because", &flag.retired_because}}) {
    *value = text_of(json, member);
  }
  flag.severity = severity_named(text_of(json, "severity")).value_or(Severity::medium);
  flag.score = json["score"].GetDouble();
  for (const Json& claim : json["claims"].GetArray()) flag.claims.push_back(claim_ref_of(text_of(claim)));
  for (const Json& place : json["evidence"].GetArray()) {
    flag.evidence.push_back({text_of(place, "article"),
                             text_of(place, "claim"),
                             {place["span"][0].GetUint64(), place["span"][1].GetUint64()},
                             text_of(place, "text")});
  }
  return flag;
}

}  // namespace

Result<ReportFile> read_report(std::string_view bytes, const std::string& name) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(bytes.data(), bytes.size());
  if (document.HasParseError()) return json_fault(document, bytes, name);
  const bool named = document.IsObject() && document.HasMember("format") && document["format"].IsString();
  if (named && text_of(document, "format") != kReportFormat) {
    return Error{ErrorCode::unsupported, name,
                 "is a '" + text_of(document, "format") + "'; this hearsay reads '" + kReportFormat + "'",
                 "use the version of hearsay that wrote it, or have the report made anew", ""};
  }
  if (std::optional<Error> fault = schema_fault(document, name)) return *std::move(fault);
  ReportFile file;
  file.about = text_of(document, "about");
  file.program = text_of(document, "program");
  file.rules_sha256 = text_of(document, "rules_sha256");
  const auto& sources = document["sources"];
  for (rapidjson::SizeType i = 0; i < sources.Size(); ++i) {
    Result<Source> source = source_of(sources[i], name + ": /sources/" + std::to_string(i));
    if (!source) return source.error();
    file.sources.push_back(std::move(source).value());
  }
  for (const Json& article : document["articles"].GetArray()) file.articles.push_back(article_of(article));
  for (const Json& decision : document["decisions"].GetArray()) file.decisions.push_back(decision_of(decision));
  for (const Json& flag : document["flags"].GetArray()) file.flags.insert(text_of(flag, "id"));
  for (const Json& flag : document["retired"].GetArray()) file.retired.push_back(retired_of(flag));
  return file;
}

}  // namespace hearsay
