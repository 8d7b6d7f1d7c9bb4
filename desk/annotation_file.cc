// The data model lets almost every member be a string, an object or a list of them.

#include "desk/annotation_file.h"

#include <rapidjson/document.h>

#include <functional>

#include "desk/json_fault.h"

namespace hearsay {
namespace {

using Json = rapidjson::Value;

// Of a member that may be absent, one value or a list of values.
void each(const Json& object, const char* member, const std::function<void(const Json&)>& visit) {
  const auto found = object.FindMember(member);
  if (found == object.MemberEnd()) return;
  if (!found->value.IsArray()) return visit(found->value);
  for (const Json& value : found->value.GetArray()) visit(value);
}

// A string, or what names an object.
std::string text_of(const Json& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  if (!value.IsObject()) return "";
  for (const char* const name : {"name", "id"}) {
    if (value.HasMember(name) && value[name].IsString()) return text_of(value[name]);
  }
  return "";
}

std::string text_of(const Json& object, const char* member) {
  const auto found = object.FindMember(member);
  return found == object.MemberEnd() ? "" : text_of(found->value);
}

void read_selector(const Json& selector, AnnotationTarget& target) {
  if (!selector.IsObject()) return;
  const std::string type = text_of(selector, "type");
  if (type == "TextQuoteSelector") {
    target.exact = text_of(selector, "exact");
    target.prefix = text_of(selector, "prefix");
    target.suffix = text_of(selector, "suffix");
  }
  const bool numbers = selector.HasMember("start") && selector["start"].IsUint64() && selector.HasMember("end") &&
                       selector["end"].IsUint64();
  if (type == "TextPositionSelector" && numbers && selector["start"].GetUint64() <= selector["end"].GetUint64())
    target.points = Span{selector["start"].GetUint64(), selector["end"].GetUint64()};
}

AnnotationTarget target_of(const Json& json) {
  AnnotationTarget target;
  if (!json.IsObject()) {
    target.source = text_of(json);
    return target;
  }
  target.source = text_of(json, json.HasMember("source") ? "source" : "id");
  each(json, "selector", [&](const Json& selector) { read_selector(selector, target); });
  return target;
}

AnnotationBody body_of(const Json& json) {
  if (!json.IsObject()) return {"", text_of(json)};
  return {text_of(json, "purpose"), text_of(json, "value")};
}

Annotation annotation_of(const Json& json, std::string place) {
  Annotation annotation;
  annotation.id = text_of(json, "id");
  annotation.place = std::move(place) + (annotation.id.empty() ? "" : " (" + annotation.id + ")");
  annotation.creator = text_of(json, "creator");
  annotation.created = text_of(json, "created");
  each(json, "motivation", [&](const Json& value) { annotation.motivations.push_back(text_of(value)); });
  each(json, "target", [&](const Json& value) { annotation.targets.push_back(target_of(value)); });
  each(json, "body", [&](const Json& value) { annotation.bodies.push_back(body_of(value)); });
  each(json, "bodyValue", [&](const Json& value) { annotation.bodies.push_back({"", text_of(value)}); });
  return annotation;
}

constexpr std::size_t kDeepest = 5;  // a list of collections of pages of annotations

// Annotations in `json`, one, or those of a page, a collection or a list.
void collect(const Json& json, const std::string& name, std::size_t depth, std::vector<Annotation>& out) {
  if (depth > kDeepest) return;
  if (json.IsArray()) {
    for (const Json& one : json.GetArray()) collect(one, name, depth + 1, out);
  } else if (json.IsObject() && json.HasMember("target")) {
    out.push_back(annotation_of(json, name + ": annotation " + std::to_string(out.size() + 1)));
  } else if (json.IsObject()) {
    for (const char* const member : {"items", "first"}) {
      if (json.HasMember(member)) collect(json[member], name, depth + 1, out);
    }
  }
}

}  // namespace

Result<std::vector<Annotation>> read_annotations(std::string_view bytes, const std::string& name) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(bytes.data(), bytes.size());
  if (document.HasParseError()) return json_fault(document, bytes, name);
  std::vector<Annotation> annotations;
  collect(document, name, 0, annotations);
  const bool counted = document.IsObject() && document.HasMember("total") && document["total"].IsUint();
  const bool empty_collection = counted && document["total"].GetUint() == 0;
  if (annotations.empty() && !empty_collection) {
    return Error{ErrorCode::malformed, name, "holds no annotation",
                 "a collection must hold its pages: 'first' and 'items' in the file, not addresses of them", ""};
  }
  return annotations;
}

}  // namespace hearsay
