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

// No line is lost: what is not known to be anything else is body between the first and the last running text. Linear.
// `headline`: known from elsewhere, or empty; a line with its words is the headline, and the text begins below it.
ZonedPage zoned(std::string_view text, const std::vector<Line>& lines, const Datelines& datelines,
                std::string_view headline);

}  // namespace hearsay
