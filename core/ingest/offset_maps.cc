// Each stretch that `outer` copies in step is cut wherever `inner` begins a new one.

#include "core/ingest/offset_maps.h"

#include <algorithm>
#include <limits>

namespace hearsay {

OffsetMap composed(const OffsetMap& outer, const OffsetMap& inner) {
  if (inner.entries.empty()) return outer;
  if (outer.entries.empty()) return inner;
  OffsetMap map;
  for (std::size_t i = 0; i < outer.entries.size(); ++i) {
    const OffsetMap::Entry& entry = outer.entries[i];
    const bool last = i + 1 == outer.entries.size();
    const std::size_t length = last ? std::numeric_limits<std::size_t>::max() : outer.entries[i + 1].text - entry.text;
    map.entries.push_back({entry.text, inner.source_of(entry.source)});
    auto cut = std::upper_bound(inner.entries.begin(), inner.entries.end(), entry.source,
                                [](std::size_t at, const OffsetMap::Entry& other) { return at < other.text; });
    for (; cut != inner.entries.end() && cut->text - entry.source < length; ++cut) {
      map.entries.push_back({entry.text + (cut->text - entry.source), cut->source});
    }
  }
  return map;
}

}  // namespace hearsay
