// The table of names is compiled in and made into a hash map once. The longest name that fits is found by trying every
// length down from the run of letters and digits behind the '&'.

#include "core/ingest/html_references.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <vector>

#include "core/text/utf8.h"
#include "core/value/named_text.h"

namespace hearsay {

std::vector<NamedText> html_reference_files();

namespace {

constexpr std::size_t kMaxName = 33;  // "CounterClockwiseContourIntegral;" and one more
constexpr char32_t kReplacement = 0xFFFD;
// What the numbers 0x80-0x9F stand for; 0: for themselves.
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hexadecimal(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

using Names = std::unordered_map<std::string_view, std::string>;

Names make_names() {
  Names names;
  const std::vector<NamedText> files = html_reference_files();
  std::string_view rest = files.front().text;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    std::string text;
    for (std::size_t at = tab + 1; at < line.size();) {
      unsigned value = 0;
      const char* end = std::from_chars(line.data() + at, line.data() + line.size(), value, 16).ptr;
      append(text, static_cast<char32_t>(value));
      at = static_cast<std::size_t>(end - line.data()) + 1;
    }
    names.emplace(line.substr(0, tab), std::move(text));
  }
  return names;
}

char32_t character_of(unsigned long number) {
  if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF)) return kReplacement;
  if (number >= 0x80 && number <= 0x9F && kWindows1252[number - 0x80] != 0) return kWindows1252[number - 0x80];
  return static_cast<char32_t>(number);
}

std::optional<HtmlReference> numeric(std::string_view html, std::size_t at) {
  std::size_t end = at + 2;
  const bool hexadecimal = end < html.size() && (html[end] == 'x' || html[end] == 'X');
  if (hexadecimal) ++end;
  const std::size_t digits = end;
  unsigned long number = 0;
  for (; end < html.size() && (hexadecimal ? is_hexadecimal(html[end]) : is_digit(html[end])); ++end) {
    const char c = html[end];
    const auto digit = static_cast<unsigned long>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    number = std::min(number * (hexadecimal ? 16 : 10) + digit, 0x110000UL);
  }
  if (end == digits) return std::nullopt;
  if (end < html.size() && html[end] == ';') ++end;
  HtmlReference found;
  append(found.text, character_of(number));
  found.length = end - at;
  return found;
}

}  // namespace

std::optional<HtmlReference> html_reference(std::string_view html, std::size_t at, bool in_attribute) {
  static const Names kNames = make_names();
  if (at + 1 < html.size() && html[at + 1] == '#') return numeric(html, at);
  std::size_t length = 0;
  while (length < kMaxName && at + 1 + length < html.size() && is_alphanumeric(html[at + 1 + length])) ++length;
  if (length < kMaxName && at + 1 + length < html.size() && html[at + 1 + length] == ';') ++length;
  for (; length > 0; --length) {
    const auto name = kNames.find(html.substr(at + 1, length));
    if (name == kNames.end()) continue;
    const std::size_t end = at + 1 + length;
    const bool open = html[end - 1] != ';';
    if (in_attribute && open && end < html.size() && (html[end] == '=' || is_alphanumeric(html[end])))
      return std::nullopt;
    return HtmlReference{name->second, length + 1};
  }
  return std::nullopt;
}

std::string html_unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::optional<HtmlReference> reference;
    if (text[at] == '&') reference = html_reference(text, at, false);
    out += reference ? reference->text : std::string(1, text[at]);
    at += reference ? reference->length : 1;
  }
  return out;
}

}  // namespace hearsay
