#pragma once
// Which zones of a page are the article's, by the elements they stand in: what the words of a line cannot say.

#include <vector>

#include "core/ingest/html_page.h"
#include "core/value/article.h"

namespace hearsay {

// Corrects the zones that the words of page.text gave (in order of the text, spans of it): what stands outside the
// element that holds the article, or inside it in an element that is named as no part of it or is mostly links, becomes
// furniture; items of lists become bullets, headings subheads, what belongs to a picture captions. Headline and
// standfirst stay where they are. Linear in elements and zones but for a binary search each.
void place_zones(std::vector<Zone>& zones, const HtmlPage& page);

}  // namespace hearsay
