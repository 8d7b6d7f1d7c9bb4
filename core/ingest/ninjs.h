#pragma once
// ninjs, the IPTC's News in JSON: versions 1 to 3, which name the same things in other letters and shapes ("body_text",
// "bodies" with "contenttype", "bodies" with "contentType").

#include <string_view>
#include <vector>

#include "core/ingest/reader.h"

namespace hearsay {

// Whether a source is ninjs, by its media type or by the keys that its beginning shows.
bool looks_like_ninjs(const Source& source);

// `whole` is the source decoded: one object, several one behind the other (one a line, say), or a list of them; each is
// an article (core/ingest/news_item.h). Of several bodies HTML is read before plain text. infoSources become the chain,
// the holder of the copyright is the outlet. Every byte of the text leads back to the source's. malformed, with the
// byte: no JSON; or no object holds a body with words.
Result<std::vector<Article>> read_ninjs(const Article& whole, const Lexicon& lexicon);

}  // namespace hearsay
