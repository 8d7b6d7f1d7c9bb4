#pragma once
// A web page to Article: the article's zones become the text, metadata fills what the text does not say.

#include <string_view>

#include "core/lexicon/lexicon.h"
#include "core/value/article.h"
#include "core/value/result.h"

namespace hearsay {

// Whether the bytes begin like a page of HTML.
bool looks_like_html(std::string_view bytes);

// Fills everything but id and hash. `html` is valid UTF-8; article.offsets must map it to the bytes received, and
// afterwards maps the article's text to them. Article::text holds headline, standfirst, subheads, bullets, body and
// captions, a zone a paragraph; what the page shows besides is left out. malformed: the page shows no text at all.
Result<Done> read_html(Article& article, std::string_view html, const Lexicon& lexicon);

}  // namespace hearsay
