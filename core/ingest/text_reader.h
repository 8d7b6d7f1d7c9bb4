#pragma once
// Plain text to Article: the text stays as it is, zones and metadata are read off it.

#include <string_view>

#include "core/lexicon/lexicon.h"
#include "core/value/article.h"

namespace hearsay {

// Fills title, byline, outlet, published, dateline, language and zones of an article whose `text` is set (valid UTF-8).
// Linear in the text.
//
// `headline`: the headline as something better than the text gives it; where a line of the text is it, the article
// begins there.
void read_text(Article& article, const Lexicon& lexicon, std::string_view headline = {});

}  // namespace hearsay
