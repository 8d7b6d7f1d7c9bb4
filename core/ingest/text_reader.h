#pragma once
// Plain text to Article: the text stays as it is, zones and metadata are read off it.

#include "core/ingest/zones.h"
#include "core/lexicon/lexicon.h"
#include "core/value/article.h"

namespace hearsay {

// Fills title, byline, outlet, published, dateline, language and zones of an article whose `text` is set (valid UTF-8).
// Linear in the text.
void read_text(Article& article, const Lexicon& lexicon, const PageHints& hints = {});

}  // namespace hearsay
