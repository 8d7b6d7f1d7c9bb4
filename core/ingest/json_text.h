#pragma once
// A string of a JSON text, with the way back to its bytes (RFC 8259, section 7).

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/value/article.h"

namespace hearsay {

struct JsonText {
  std::string text;     // UTF-8; a lone surrogate is U+FFFD
  OffsetMap offsets;    // from `text` to the JSON text; an escape's place is its backslash
  std::size_t end = 0;  // of the JSON text: behind the closing quote
};

// The string whose opening quote is at `at`; nullopt where none is, or it does not end, or holds an unknown escape.
// Linear.
std::optional<JsonText> json_text(std::string_view json, std::size_t at);

}  // namespace hearsay
