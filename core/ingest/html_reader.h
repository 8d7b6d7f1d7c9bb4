#pragma once
// A web page to Article: the article's zones become the text, metadata fills what the text does not say.

#include <string_view>

#include "core/lexicon/lexicon.h"
#include "core/value/article.h"
#include "core/value/result.h"

namespace hearsay {

// Whether the bytes begin like a page of HTML.
bool looks_like_html(std::string_view bytes);

bool is_html_type(std::string_view media_type);

// Fills everything but id and hash; media_type is set before. `html` is valid UTF-8; article.offsets must map it to the
// bytes received, and afterwards maps the article's text to them. Article::text holds standfirst, subheads, bullets and
// body in the page's order, then what stands apart from them: the headline and the captions; a zone a paragraph, an
// empty line between two. What the page shows besides is left out. malformed: the page shows no text at all.
Result<Done> read_html(Article& article, std::string_view html, const Lexicon& lexicon);

// The part of an article's text that is its running text: of a page all before headline and captions, else all.
Span running_text(const Article& article);

}  // namespace hearsay
