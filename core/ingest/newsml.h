#pragma once
// NewsML-G2, the IPTC's news items in XML: one item, or several in a message.

#include <string_view>
#include <vector>

#include "core/ingest/reader.h"

namespace hearsay {

// Whether a source is NewsML-G2, by its first element.
bool looks_like_newsml(std::string_view bytes);

// `whole` is the source decoded. An article for each item with a body in the message (core/ingest/news_item.h): XHTML
// or NITF as elements of it (inlineXML), HTML or plain text as its characters (inlineData). infoSource and then the
// parties of the hops, in the order of their numbers, become the chain; the provider is the outlet. A party without a
// name goes by its literal, or by what its code says behind the colon. Every byte of the text leads back to the
// source's. malformed, with line: no XML, or entities declared; or no item holds a body with words.
Result<std::vector<Article>> read_newsml(const Article& whole, const Lexicon& lexicon);

}  // namespace hearsay
