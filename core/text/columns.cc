#include "core/text/columns.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/text/utf8.h"

namespace hearsay {
namespace {

bool steers(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

std::size_t columns_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  if (u_getCombiningClass(point) != 0 || u_charType(point) == U_NON_SPACING_MARK || c == 0xFEFF) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value == '\n' || point.value == '\t' || point.value == '\r')
      out += ' ';
    else if (steers(point.value))
      out += "\uFFFD";
    else
      out.append(text.substr(at, point.length));
    at += point.length;
  }
  return out;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    columns += columns_of(point.value);
    at += point.length;
  }
  return columns;
}

std::string cut_to(std::string_view text, std::size_t columns) {
  if (columns_of(text) <= columns) return std::string(text);
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (used + columns_of(point.value) + 1 > columns) break;
    used += columns_of(point.value);
    at += point.length;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent) {
  std::string out;
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t wide = columns_of(word);
    if (used > 0 && used + 1 + wide > columns) {
      out += "\n" + std::string(indent, ' ');
      used = indent;
    } else if (!out.empty()) {
      out += ' ';
      ++used;
    }
    out += word;
    used += wide;
  }
  return out;
}

}  // namespace hearsay
