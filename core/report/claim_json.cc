// What is not known is null, never an empty string. Keys stand in the order of the documentation, so that the same
// claim gives the same bytes.

#include "core/report/claim_json.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace hearsay {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

class ClaimWriter {
 public:
  ClaimWriter(Writer& json, const Article& article, const CodePoints& points)
      : json_(json), article_(article), points_(points) {}

  void write(const Claim& claim) {
    json_.StartObject();
    text("article", article_.id);
    text("id", claim.id);
    text("type", name_of(claim.type));
    text("zone", name_of(claim.zone));
    text("act", name_of(claim.act));
    spans("content", claim.content);
    text("text", content_text(claim, article_.text));
    spans("quoted", claim.quoted);
    key("speaker");
    if (claim.speaker) {
      write_speaker(*claim.speaker);
    } else {
      json_.Null();
    }
    span("cue", claim.cue);
    known("nested_in", claim.nested_in);
    key("via");
    json_.StartArray();
    for (const std::string& outlet : claim.via) json_.String(outlet);
    json_.EndArray();
    known("outlet", article_.outlet ? article_.outlet->value : "");
    known("published", article_.published.edtf);
    key("said");
    json_.StartObject();
    known("edtf", claim.said.edtf);
    text("basis", name_of(claim.said.basis));
    json_.EndObject();
    text("modality", name_of(claim.modality));
    write_figures(claim);
    key("confidence");
    json_.Double(claim.confidence);
    json_.EndObject();
  }

 private:
  void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }

  void text(std::string_view name, std::string_view value) {
    key(name);
    json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }

  void known(std::string_view name, std::string_view value) {
    if (!value.empty()) {
      text(name, value);
      return;
    }
    key(name);
    json_.Null();
  }

  void pair(Span bytes) {
    const Span points = points_.from_bytes(bytes);
    json_.StartArray();
    json_.Uint64(points.begin);
    json_.Uint64(points.end);
    json_.EndArray();
  }

  void span(std::string_view name, const std::optional<Span>& bytes) {
    key(name);
    if (bytes) {
      pair(*bytes);
    } else {
      json_.Null();
    }
  }

  void spans(std::string_view name, const std::vector<Span>& list) {
    key(name);
    json_.StartArray();
    for (const Span bytes : list) pair(bytes);
    json_.EndArray();
  }

  void bound(std::string_view name, std::optional<double> value) {
    key(name);
    if (value) {
      json_.Double(*value);
    } else {
      json_.Null();
    }
  }

  void write_speaker(const Speaker& speaker) {
    json_.StartObject();
    span("span", speaker.span);
    known("mention", speaker.mention);
    known("name", speaker.name);
    text("kind", name_of(speaker.kind));
    known("role", speaker.role);
    json_.EndObject();
  }

  void write_figures(const Claim& claim) {
    key("quantities");
    json_.StartArray();
    for (const Quantity& quantity : claim.quantities) {
      json_.StartObject();
      span("span", quantity.span);
      text("text", quantity.span.of(article_.text));
      bound("low", quantity.low);
      bound("high", quantity.high);
      known("unit", quantity.unit);
      text("mod", name_of(quantity.modifier));
      known("noun", quantity.noun);
      json_.EndObject();
    }
    json_.EndArray();
    key("times");
    json_.StartArray();
    for (const Time& time : claim.times) {
      json_.StartObject();
      span("span", time.span);
      text("text", time.span.of(article_.text));
      known("edtf", time.edtf.empty() ? time.duration : time.edtf);
      json_.EndObject();
    }
    json_.EndArray();
  }

  Writer& json_;
  const Article& article_;
  const CodePoints& points_;
};

}  // namespace

std::string claim_json(const Claim& claim, const Article& article, const CodePoints& points) {
  rapidjson::StringBuffer out;
  Writer json(out);
  json.SetMaxDecimalPlaces(3);
  ClaimWriter(json, article, points).write(claim);
  return {out.GetString(), out.GetSize()};
}

}  // namespace hearsay
