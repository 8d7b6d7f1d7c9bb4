#include "core/ingest/one_line.h"

#include "core/ingest/layout.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

constexpr char32_t kZeroWidthSpace = 0x200B;  // a place to break a line, not a gap between words

// Characters that steer a terminal or turn the direction of what follows, or show nothing at all; joiners that scripts
// need stay.
bool steers(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x00AD || c == kZeroWidthSpace || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0x200E || c == 0x200F || c == 0x061C;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::string_view character = text.substr(at, point.length);
    at += point.length;
    if (point.value != kZeroWidthSpace && is_blank(point.value)) {
      blank = !line.empty();
    } else if (!steers(point.value)) {
      if (blank) line += ' ';
      blank = false;
      line += character;
    }
  }
  return line;
}

}  // namespace hearsay
