#pragma once
// Where on the page a line stands, and so what it is: headline, standfirst, bullet, subhead, body, caption, furniture.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/ingest/line.h"
#include "core/value/article.h"

namespace hearsay {

struct ZonedPage {
  std::vector<ZoneKind> kinds;       // one a line
  std::optional<std::size_t> title;  // index of the line that is the headline
  std::size_t body_begin = 0;        // index of the first line of running text; lines.size() if there is none
  std::size_t body_end = 0;          // one behind the last; 0 if there is none
};

// What zones.cc asks beyond the lines themselves.
class Datelines;

// What is known of a text beyond its words.
struct PageHints {
  std::string_view headline;     // empty: not known. A line with its words is the headline, the text begins below it
  bool captions_marked = false;  // pictures are known by other means: a short line inside the text is no caption
  std::string_view language;     // stated by the page, BCP 47; empty: to be found
};

// No line is lost: what is not known to be anything else is body between the first and the last running text. Linear.
ZonedPage zoned(std::string_view text, const std::vector<Line>& lines, const Datelines& datelines,
                const PageHints& hints);

}  // namespace hearsay
