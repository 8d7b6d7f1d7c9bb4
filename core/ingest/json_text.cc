// Runs of plain characters are copied whole; each escape, and what follows it, starts an entry of the map.

#include "core/ingest/json_text.h"

#include <algorithm>
#include <charconv>

#include "core/text/utf8.h"

namespace hearsay {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// The number of "\uXXXX" at `at`, or nullopt.
std::optional<char32_t> unicode_escape(std::string_view json, std::size_t at) {
  if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return std::nullopt;
  unsigned value = 0;
  const char* const end = json.data() + at + 6;
  const auto [stop, fault] = std::from_chars(json.data() + at + 2, end, value, 16);
  if (fault != std::errc() || stop != end) return std::nullopt;
  return value;
}

std::optional<char> simple_escape(char c) {
  switch (c) {
    case '"':
    case '\\':
    case '/':
      return c;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return std::nullopt;
  }
}

struct Escape {
  std::string text;
  std::size_t length = 0;
};

std::optional<Escape> escape_at(std::string_view json, std::size_t at) {
  if (at + 1 >= json.size()) return std::nullopt;
  if (const std::optional<char> plain = simple_escape(json[at + 1])) return Escape{std::string(1, *plain), 2};
  const std::optional<char32_t> first = unicode_escape(json, at);
  if (!first) return std::nullopt;
  Escape escape{"", 6};
  char32_t value = *first;
  const bool high = value >= 0xD800 && value < 0xDC00;
  const std::optional<char32_t> second = high ? unicode_escape(json, at + 6) : std::nullopt;
  if (second && *second >= 0xDC00 && *second < 0xE000) {
    value = 0x10000 + ((value - 0xD800) << 10U) + (*second - 0xDC00);
    escape.length = 12;
  } else if (value >= 0xD800 && value < 0xE000) {
    value = kReplacement;
  }
  append(escape.text, value);
  return escape;
}

}  // namespace

std::optional<JsonText> json_text(std::string_view json, std::size_t at) {
  if (at >= json.size() || json[at] != '"') return std::nullopt;
  JsonText found;
  ++at;
  found.offsets.entries.push_back({0, at});
  while (at < json.size() && json[at] != '"') {
    if (json[at] != '\\') {
      const std::size_t stop = std::min(json.find_first_of("\"\\", at), json.size());
      found.text += json.substr(at, stop - at);
      at = stop;
      continue;
    }
    const std::optional<Escape> escape = escape_at(json, at);
    if (!escape) return std::nullopt;
    // every byte of what the escape stands for leads to its backslash
    for (std::size_t i = 0; i < escape->text.size(); ++i) found.offsets.entries.push_back({found.text.size() + i, at});
    found.text += escape->text;
    at += escape->length;
    found.offsets.entries.push_back({found.text.size(), at});
  }
  if (at >= json.size()) return std::nullopt;
  found.end = at + 1;
  return found;
}

}  // namespace hearsay
