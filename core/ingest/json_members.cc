// Strings are stepped over whole, so that brackets inside them do not count; everything else is found by its first
// character.

#include "core/ingest/json_members.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace hearsay {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kMaxKeys = 16;  // of a path

std::size_t behind_blanks(std::string_view json, std::size_t at) {
  return std::min(json.find_first_not_of(kBlanks, at), json.size());
}

bool stands(std::string_view json, std::size_t at, char c) { return at < json.size() && json[at] == c; }

// Behind the closing quote of the string at `at`.
std::size_t string_end(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at) {
    if (json[at] == '\\') ++at;
  }
  return std::min(at + 1, json.size());
}

// Behind the value that ends at `end`: at the next member or element, or at the closing bracket.
std::size_t behind_comma(std::string_view json, std::size_t end) {
  const std::size_t at = behind_blanks(json, end);
  return stands(json, at, ',') ? behind_blanks(json, at + 1) : at;
}

std::optional<std::size_t> member(std::string_view json, std::size_t at, std::string_view wanted) {
  for (const auto& [key, value] : json_members(json, at)) {
    if (key == wanted) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string json_fault(std::string_view json) {
  rapidjson::MemoryStream stream(json.data(), json.size());
  rapidjson::Reader reader;
  rapidjson::BaseReaderHandler<> ignore;
  const rapidjson::ParseResult result = reader.Parse<rapidjson::kParseIterativeFlag>(stream, ignore);
  if (!result.IsError()) return "";
  return "byte " + std::to_string(result.Offset()) + ": " + rapidjson::GetParseError_En(result.Code());
}

std::optional<std::size_t> json_value_end(std::string_view json, std::size_t at, std::string& fault) {
  rapidjson::MemoryStream stream(json.data() + at, json.size() - at);
  rapidjson::Reader reader;
  rapidjson::BaseReaderHandler<> ignore;
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseStopWhenDoneFlag;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, ignore);
  if (!result.IsError()) return at + stream.Tell();
  fault = "byte " + std::to_string(at + result.Offset()) + ": " + rapidjson::GetParseError_En(result.Code());
  return std::nullopt;
}

std::size_t json_end(std::string_view json, std::size_t at) {
  if (stands(json, at, '"')) return string_end(json, at);
  if (!stands(json, at, '{') && !stands(json, at, '['))
    return std::min(json.find_first_of(",]} \t\r\n", at), json.size());
  for (std::size_t depth = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '"') {
      at = string_end(json, at) - 1;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return at + 1;
    }
  }
  return json.size();
}

std::vector<std::pair<std::string, std::size_t>> json_members(std::string_view json, std::size_t at) {
  std::vector<std::pair<std::string, std::size_t>> members;
  if (!stands(json, at, '{')) return members;
  for (at = behind_blanks(json, at + 1); stands(json, at, '"'); at = behind_comma(json, json_end(json, at))) {
    std::optional<JsonText> key = json_text(json, at);
    if (!key) break;
    at = behind_blanks(json, key->end);
    if (!stands(json, at, ':')) break;
    at = behind_blanks(json, at + 1);
    members.emplace_back(std::move(key->text), at);
  }
  return members;
}

std::vector<std::size_t> json_elements(std::string_view json, std::size_t at) {
  std::vector<std::size_t> elements;
  if (!stands(json, at, '[')) return elements;
  at = behind_blanks(json, at + 1);
  while (at < json.size() && json[at] != ']') {
    elements.push_back(at);
    const std::size_t next = behind_comma(json, json_end(json, at));
    if (next <= at) break;
    at = next;
  }
  return elements;
}

std::optional<std::size_t> json_value(std::string_view json, std::size_t at, std::string_view path) {
  for (std::size_t keys = 0; keys < kMaxKeys; ++keys) {
    if (const std::optional<std::size_t> whole = member(json, at, path)) return whole;
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const std::optional<std::size_t> inner = member(json, at, path.substr(0, dot));
    if (!inner) return std::nullopt;
    at = *inner;
    path.remove_prefix(dot + 1);
  }
  return std::nullopt;
}

std::optional<JsonText> json_string(std::string_view json, std::size_t at, std::string_view path) {
  const std::optional<std::size_t> value = json_value(json, at, path);
  return value ? json_text(json, *value) : std::nullopt;
}

std::vector<JsonText> json_strings(std::string_view json, std::size_t at, std::string_view path) {
  std::vector<JsonText> strings;
  const std::optional<std::size_t> value = json_value(json, at, path);
  if (!value) return strings;
  if (std::optional<JsonText> one = json_text(json, *value)) strings.push_back(*std::move(one));
  for (const std::size_t element : json_elements(json, *value)) {
    if (std::optional<JsonText> one = json_text(json, element)) strings.push_back(*std::move(one));
  }
  return strings;
}

}  // namespace hearsay
