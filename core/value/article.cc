#include "core/value/article.h"

#include <algorithm>

namespace hearsay {

std::size_t OffsetMap::source_of(std::size_t text) const {
  const auto after = std::upper_bound(entries.begin(), entries.end(), text,
                                      [](std::size_t offset, const Entry& entry) { return offset < entry.text; });
  if (after == entries.begin()) return text;
  const Entry& entry = *std::prev(after);
  return entry.source + (text - entry.text);
}

const Zone* zone_at(const Article& article, std::size_t byte) {
  const auto after = std::upper_bound(article.zones.begin(), article.zones.end(), byte,
                                      [](std::size_t offset, const Zone& zone) { return offset < zone.span.begin; });
  if (after == article.zones.begin()) return nullptr;
  const Zone& zone = *std::prev(after);
  return zone.span.contains(byte) ? &zone : nullptr;
}

}  // namespace hearsay
