#pragma once
// What a page shows and what it says about itself: its visible text, block by block, and its metadata fields, each with
// the bytes it was read from.

#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/value/article.h"

namespace hearsay {

// A field of a page's metadata, named by where it stands: "title", "h1", "time", "meta:og:title", "link:canonical",
// "ld:headline", "ld:author", "ld:publisher", "ld:datePublished".
struct PageField {
  std::string name;  // meta names in lower case
  std::string value;
  Span source;  // bytes of the page
};

// A stretch of the text that an element gives a role.
struct PageMark {
  ZoneKind kind = ZoneKind::body;  // caption, subhead, bullet
  Span span;                       // of HtmlPage::text
};

struct HtmlPage {
  std::string text;  // blocks apart by an empty line, line breaks kept, other white space folded
  OffsetMap offsets;
  std::vector<PageMark> marks;
  std::vector<PageField> fields;  // in order of the page
  std::string language;           // of <html lang>, empty if not given
};

inline constexpr std::size_t kMaxHtmlDepth = 512;  // elements open at once; deeper ones are read as text of the last

// `html` is valid UTF-8. Left out: scripts, styles, forms' controls, what is hidden, and elements whose name, class or
// id says that they are none of the article (table "page-parts"). Linear.
HtmlPage html_page(std::string_view html, const Lexicon& lexicon);

}  // namespace hearsay
