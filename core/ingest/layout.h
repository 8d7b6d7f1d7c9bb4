#pragma once
// How plain text is laid out: its blocks. A block is one paragraph, one heading, one bullet: a line, or in hard-wrapped
// text the lines that were broken only to fit a width.

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/value/span.h"

namespace hearsay {

struct Block {
  Span span;            // trimmed of white space, never empty
  Span words;           // the span without its bullet mark ("• ", "- ", "2. "); the span itself if there is none
  std::size_t gap = 0;  // blank lines above it; 1 for every block of a text that has no blank lines at all

  [[nodiscard]] bool bullet() const { return words.begin != span.begin; }

  friend bool operator==(const Block&, const Block&) = default;
};

// `text` is valid UTF-8. Lines end at LF, CR, CRLF, form feed, vertical tab, U+0085, U+2028, U+2029. Linear in the
// text. Hard wrapping is recognised for the text as a whole (see layout.cc).
std::vector<Block> blocks_of(std::string_view text);

// White space for the reader: Unicode spaces, no-break and zero-width ones, line ends, the byte order mark.
bool is_blank(char32_t code_point);

// `span` without blank code points at both ends; an empty span at its end where there is nothing else.
Span trimmed(std::string_view text, Span span);

}  // namespace hearsay
