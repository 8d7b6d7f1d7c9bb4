#pragma once
// A claim walked back to its bytes: claim → speaker, cue, chain → sentence → article → source.

#include <string>
#include <string_view>
#include <vector>

#include "core/store/store.h"
#include "core/value/result.h"

namespace hearsay {

// Where one content span stands.
struct TracedSpan {
  Span points;        // code points of the article's text
  Span source_bytes;  // bytes of the source as received
  std::string words;
  bool spelled =
      false;  // the source's bytes at that place give these very words, or (for markup) hold their first and last ones
};

struct Trace {
  StoredClaim claim;
  ArticleEntry article;
  std::string cue;
  std::string before;  // the words of the zone around the content, cut at spaces
  std::string after;
  std::vector<TracedSpan> spans;
  std::vector<std::string> chain;  // speaker, via..., outlet
  std::string source_name;
  std::string media_type;
  std::size_t source_size = 0;  // bytes
  bool source_intact = false;   // its bytes still have the hash they were stored under
};

// `ref` as Store::claim takes it. not_found, conflict.
Result<Trace> trace(Store& store, std::string_view ref);

}  // namespace hearsay
