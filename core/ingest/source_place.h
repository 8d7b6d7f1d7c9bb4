#pragma once
// Where words of an article stand in the bytes as received.

#include <string_view>

#include "core/value/article.h"

namespace hearsay {

struct SourcePlace {
  Span bytes;  // of the source, from the first word's first byte to the last one's last
  bool spelled =
      false;  // the first and the last character stand there: as they are, as a reference of HTML or XML
              // ("&rdquo;"), as an escape of JSON, or, beyond ASCII, in another encoding, which is not undone
};

// `words` is a stretch of the article's text, not empty; `bytes` are those of its source. Between both ends may stand
// tags. Never reads outside `bytes`, whatever the map says.
SourcePlace source_place(const Article& article, Span words, std::string_view bytes);

}  // namespace hearsay
