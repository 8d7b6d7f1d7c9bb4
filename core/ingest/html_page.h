#pragma once
// What a page shows and what it says about itself: its visible text, block by block, and its metadata fields, each with
// the bytes it was read from.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/html_parts.h"
#include "core/lexicon/lexicon.h"
#include "core/value/article.h"

namespace hearsay {

// A field of a page's metadata, named by where it stands: "title", "h1", "author", "date" (shown), "script" (a date in
// data), and those of html_fields.h ("meta:og:title") and page_data.h ("ld:headline").
struct PageField {
  std::string name;  // meta names in lower case
  std::string value;
  Span source;  // bytes of the page
};

// A block of the page, or any element that is named as a part of it. Elements nest; those around stand before it.
struct PageElement {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  PartRole role = PartRole::plain;
  std::optional<ZoneKind> kind;  // what it makes of the text in it: caption, subhead, bullet, standfirst, body
  Span text;                     // of HtmlPage::text, with the white space before it
  std::size_t parent = kNone;    // index of the element around it
};

struct HtmlPage {
  std::string text;  // blocks apart by an empty line, line breaks kept, other white space folded
  OffsetMap offsets;
  std::vector<PageElement> elements;  // those that show, in order of their beginning
  std::vector<Span> links;            // text of links, in order, not overlapping
  std::vector<PageField> fields;      // in order of the page
  std::string language;               // of <html lang>, empty if not given
};

inline constexpr std::size_t kMaxHtmlDepth = 512;  // elements open at once; deeper ones are read as text of the last

// `html` is valid UTF-8. Left out: scripts, styles, forms' controls, what is hidden, and elements whose name, class or
// id says that they are outside the article (html_parts.h). Linear.
HtmlPage html_page(std::string_view html, const Lexicon& lexicon);

}  // namespace hearsay
