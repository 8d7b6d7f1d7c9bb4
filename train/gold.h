#pragma once
// Annotated articles as files: a .jsonl of one line an article
//   {"article": stem, "attributions": [{"source": [[s,e],..], "cue": [[s,e],..], "content": [[s,e],..]}, ..],
//   "discard": [[s,e],..]}
// and beside it <stem>.txt in UTF-8. Offsets are code points of the text, half-open; "discard" (page furniture) may be
// left out.

#include <string>
#include <vector>

#include "core/value/result.h"
#include "core/value/span.h"

namespace hearsay {

struct GoldAttribution {  // spans in bytes; source and cue may be empty
  std::vector<Span> source;
  std::vector<Span> cue;
  std::vector<Span> content;
};

struct GoldArticle {
  std::string name;
  std::string text;
  std::vector<GoldAttribution> attributions;
  std::vector<Span> discard;
};

// unreadable: a file is missing; malformed: no JSON, no UTF-8, or a span outside its text; where says file:line.
Result<std::vector<GoldArticle>> read_gold(const std::string& path);

}  // namespace hearsay
