#pragma once
// A news item as agencies send it, whatever form it came in (ninjs, NewsML-G2): what it says of itself, and one body.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/value/article.h"
#include "core/value/result.h"

namespace hearsay {

// The words of one body, with the way back to the text of the source.
struct NewsBody {
  std::string text;
  OffsetMap offsets;
  bool page = false;  // HTML, whole or a piece; else plain text
};

struct NewsItem {
  std::string uri;       // its name for all its versions: an address, "urn:newsml:..."
  std::string status;    // "usable", "withheld", "canceled"; empty: usable
  std::string language;  // BCP 47
  // In the order in which they are to be believed. Fields: title, byline (a line, as written), outlet (the provider),
  // published, place (where it was written), chain (whom it came from and through, the origin first), copyright, usage.
  // Spans are bytes of the source's decoded text.
  std::vector<FieldCandidate> fields;
  std::vector<NewsBody> bodies;  // the same words in several forms, the best one first

  // Adds a value, unless it is empty.
  void add(std::string_view field, std::string_view value, std::string_view place, std::optional<Span> source);
};

// `whole` is the source decoded, as for every reader of several articles. The first body that shows words becomes the
// text; of each field the first value is taken, of bylines all of the first place. What is copied from others keeps
// them in Article::chain, and the last of them is the agency of its dateline. An item without provider is its agency's
// own. All values remain candidates, with copyright and terms of use among them. malformed: no body shows words.
Result<Article> article_of(const NewsItem& item, const Article& whole, const Lexicon& lexicon);

// Those of many items that are articles, numbered; what is wrong with the others becomes warnings of the first.
// malformed, with `what` they are: none is.
Result<std::vector<Article>> articles_of(const std::vector<NewsItem>& items, const Article& whole,
                                         const Lexicon& lexicon, std::vector<std::string> faults);

}  // namespace hearsay
