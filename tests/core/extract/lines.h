#pragma once
// Text of a test read as the reader would: every line is a paragraph.

#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/text/words.h"

namespace hearsay {

inline Words words_of_lines(std::string_view text) {
  std::vector<Span> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) lines.push_back({begin, end});
    begin = end + 1;
  }
  return split_words(text, lines, Lexicon::shipped().abbreviations());
}

}  // namespace hearsay
