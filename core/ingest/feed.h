#pragma once
// RSS (0.9x, 1.0, 2.0) and Atom (RFC 4287) to articles, one an entry.

#include <string_view>
#include <vector>

#include "core/ingest/reader.h"

namespace hearsay {

// Whether a source is a feed, by its first element.
bool looks_like_feed(std::string_view bytes);

// `whole` is the source decoded: id, hash, address, text (the XML) and the map to the bytes received. The text of an
// entry is its full content where the feed gives it, else its summary; title, author, date, address and language are
// the entry's, the outlet the feed's title. Every byte of the text leads back to the source's, through the references
// of XML and of HTML. Entries without words become warnings of the first article. malformed: no XML, or no entry with
// words.
Result<std::vector<Article>> read_feed(const Article& whole, const Lexicon& lexicon);

}  // namespace hearsay
