#pragma once
// UTF-8 at the border: bytes as received become valid UTF-8 once, and everything behind may rely on it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/value/article.h"

namespace hearsay {

// One code point read at `at` of valid UTF-8, and its length in bytes (1-4).
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;
};

// `at` must be a code point border inside valid UTF-8.
CodePoint code_point_at(std::string_view text, std::size_t at);

// The border of the code point before `at` (at > 0).
std::size_t previous_border(std::string_view text, std::size_t at);

void append(std::string& text, char32_t code_point);

struct Decoded {
  std::string text;         // valid UTF-8: each maximal invalid run part becomes U+FFFD (WHATWG "replacement" decoding)
  OffsetMap offsets;        // empty when nothing was replaced
  std::size_t invalid = 0;  // number of replacements
  std::optional<std::size_t> first_invalid;  // byte offset in `bytes`
};

// Never fails. Valid input comes back as it is, a BOM and NULs included.
Decoded decode_utf8(std::string_view bytes);

}  // namespace hearsay
