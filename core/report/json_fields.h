#pragma once
// Members of JSON objects as all our JSON has them: what is not known is null, never an empty string; offsets are code
// points; text is UTF-8 and escaped. Private to core/report.

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/value/span.h"

namespace hearsay {

template <typename Writer>
class BasicJsonFields {
 public:
  BasicJsonFields() : writer_(buffer_) { writer_.SetMaxDecimalPlaces(kDecimals); }
  BasicJsonFields(const BasicJsonFields&) = delete;
  BasicJsonFields& operator=(const BasicJsonFields&) = delete;

  Writer& writer() { return writer_; }
  [[nodiscard]] std::string taken() const { return {buffer_.GetString(), buffer_.GetSize()}; }

  void key(std::string_view name) { writer_.Key(name.data(), size(name)); }
  void value(std::string_view text) { writer_.String(text.data(), size(text)); }
  void text(std::string_view name, std::string_view text) {
    key(name);
    value(text);
  }
  void known(std::string_view name, std::string_view text) {
    key(name);
    if (text.empty())
      writer_.Null();
    else
      value(text);
  }
  // Left out where there is nothing to say.
  void given(std::string_view name, std::string_view text) {
    if (!text.empty()) this->text(name, text);
  }
  void number(std::string_view name, std::size_t number) {
    key(name);
    writer_.Uint64(number);
  }
  void span(std::string_view name, Span points) {
    key(name);
    writer_.StartArray();
    writer_.Uint64(points.begin);
    writer_.Uint64(points.end);
    writer_.EndArray();
  }
  // JSON text as it is.
  void raw(std::string_view json) { writer_.RawValue(json.data(), json.size(), rapidjson::kObjectType); }
  void texts(std::string_view name, const std::vector<std::string>& list) {
    begin_list(name);
    for (const std::string& text : list) value(text);
    end_list();
  }
  void begin(std::string_view name) {
    key(name);
    writer_.StartObject();
  }
  void begin() { writer_.StartObject(); }
  void end() { writer_.EndObject(); }
  void begin_list(std::string_view name) {
    key(name);
    writer_.StartArray();
  }
  void end_list() { writer_.EndArray(); }

 private:
  static constexpr int kDecimals = 6;
  static rapidjson::SizeType size(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }
  rapidjson::StringBuffer buffer_;
  Writer writer_;
};

using JsonLine = BasicJsonFields<rapidjson::Writer<rapidjson::StringBuffer>>;

// Indented by one space.
class JsonPage : public BasicJsonFields<rapidjson::PrettyWriter<rapidjson::StringBuffer>> {
 public:
  JsonPage() { writer().SetIndent(' ', 1); }
};

}  // namespace hearsay
