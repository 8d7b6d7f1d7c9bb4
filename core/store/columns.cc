// Written by hand through RapidJSON's writer, read iteratively (kParseIterativeFlag): nesting of a damaged store cannot
// exhaust the stack.

#include "core/store/columns.h"

#include <algorithm>

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <optional>
#include <utility>

namespace hearsay {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;
using Value = rapidjson::Value;

void write(Writer& writer, std::string_view text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write(Writer& writer, std::size_t a, std::size_t b) {
  writer.StartArray();
  writer.Uint64(a);
  writer.Uint64(b);
  writer.EndArray();
}

template <typename List, typename WriteItem>
std::string written(const List& list, WriteItem write_item) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartArray();
  for (const auto& item : list) write_item(writer, item);
  writer.EndArray();
  return {buffer.GetString(), buffer.GetSize()};
}

// read_item: Value -> optional<T>
template <typename T, typename ReadItem>
std::vector<T> items_in(std::string_view json, ReadItem read_item) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
  std::vector<T> items;
  if (document.HasParseError() || !document.IsArray()) return items;
  for (const Value& value : document.GetArray()) {
    if (std::optional<T> item = read_item(value)) items.push_back(std::move(*item));
  }
  return items;
}

std::optional<std::pair<std::size_t, std::size_t>> numbers_at(const Value& array, rapidjson::SizeType first) {
  if (array.Size() < first + 2 || !array[first].IsUint64() || !array[first + 1].IsUint64()) return std::nullopt;
  return std::pair<std::size_t, std::size_t>(array[first].GetUint64(), array[first + 1].GetUint64());
}

std::string text_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

}  // namespace

std::string json_of(const std::vector<Span>& spans) {
  return written(spans, [](Writer& writer, const Span& span) { write(writer, span.begin, span.end); });
}

std::string json_of(const std::vector<std::string>& texts) {
  return written(texts, [](Writer& writer, const std::string& text) { write(writer, text); });
}

std::string json_of(const std::vector<Stated>& values) {
  return written(values, [](Writer& writer, const Stated& stated) {
    writer.StartArray();
    write(writer, stated.value);
    if (stated.span) {
      writer.Uint64(stated.span->begin);
      writer.Uint64(stated.span->end);
    }
    writer.EndArray();
  });
}

std::string json_of(const std::vector<OffsetMap::Entry>& offsets) {
  return written(offsets,
                 [](Writer& writer, const OffsetMap::Entry& entry) { write(writer, entry.text, entry.source); });
}

std::string json_of(const std::vector<Ground>& grounds) {
  return written(grounds, [](Writer& writer, const Ground& ground) {
    writer.StartArray();
    write(writer, ground.place);
    write(writer, ground.words);
    writer.EndArray();
  });
}

std::vector<Span> spans_in(std::string_view json) {
  return items_in<Span>(json, [](const Value& value) -> std::optional<Span> {
    if (!value.IsArray()) return std::nullopt;
    const auto ends = numbers_at(value, 0);
    return ends ? std::optional(Span{ends->first, ends->second}) : std::nullopt;
  });
}

std::vector<std::string> texts_in(std::string_view json) {
  return items_in<std::string>(json, [](const Value& value) -> std::optional<std::string> {
    return value.IsString() ? std::optional(text_of(value)) : std::nullopt;
  });
}

std::vector<Stated> stated_in(std::string_view json) {
  return items_in<Stated>(json, [](const Value& value) -> std::optional<Stated> {
    if (!value.IsArray() || value.Empty() || !value[0].IsString()) return std::nullopt;
    Stated stated{text_of(value[0]), std::nullopt};
    if (const auto ends = numbers_at(value, 1)) stated.span = Span{ends->first, ends->second};
    return stated;
  });
}

std::vector<OffsetMap::Entry> offsets_in(std::string_view json) {
  return items_in<OffsetMap::Entry>(json, [](const Value& value) -> std::optional<OffsetMap::Entry> {
    if (!value.IsArray()) return std::nullopt;
    const auto pair = numbers_at(value, 0);
    return pair ? std::optional(OffsetMap::Entry{pair->first, pair->second}) : std::nullopt;
  });
}

std::vector<Ground> grounds_in(std::string_view json) {
  return items_in<Ground>(json, [](const Value& value) -> std::optional<Ground> {
    if (!value.IsArray() || value.Size() != 2 || !value[0].IsString() || !value[1].IsString()) return std::nullopt;
    return Ground{text_of(value[0]), text_of(value[1])};
  });
}

std::string match_expression(std::string_view words) {
  std::string expression;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = words.find_first_not_of(" \t\n", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(words.find_first_of(" \t\n", begin), words.size());
    std::string_view word = words.substr(begin, end - begin);
    const bool any_ending = word.size() > 1 && word.ends_with('*');
    if (any_ending) word.remove_suffix(1);
    if (!expression.empty()) expression += ' ';
    expression += '"';
    for (const char c : word) expression += c == '"' ? std::string("\"\"") : std::string(1, c);
    expression += any_ending ? "\" *" : "\"";
    at = end;
  }
  return expression;
}

}  // namespace hearsay
