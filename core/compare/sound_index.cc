// The words are sorted by their pieces, so that those under a node are a stretch of them. The walk takes the same steps
// as Sounds::agree: pieces that meet go together; else one that may be silent is passed over, the given word's first.

#include "core/compare/sound_index.h"

#include <algorithm>

namespace hearsay {

SoundIndex::SoundIndex(const Sounds& sounds, SoundLanguage language, const std::vector<Sounds::Reading>& readings)
    : sounds_(sounds), language_(language), nodes_(1) {
  for (std::uint32_t place = 0; place < readings.size(); ++place) {
    if (readings[place].known) places_.push_back(place);
  }
  std::sort(places_.begin(), places_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int order = readings[a].pieces.compare(readings[b].pieces);
    return order != 0 ? order < 0 : a < b;
  });
  grow(0, 0, places_.size(), 0, readings);
}

void SoundIndex::grow(std::uint32_t node, std::size_t first, std::size_t last, std::size_t depth,
                      const std::vector<Sounds::Reading>& readings) {
  const auto pieces = [&](std::size_t i) -> const std::string& { return readings[places_[i]].pieces; };
  nodes_[node].first_place = static_cast<std::uint32_t>(first);
  while (first < last && pieces(first).size() == depth) ++first;
  nodes_[node].places = static_cast<std::uint32_t>(first) - nodes_[node].first_place;
  std::vector<std::size_t> ends;
  for (std::size_t begin = first; begin < last; begin = ends.back()) {
    std::size_t end = begin + 1;
    while (end < last && pieces(end)[depth] == pieces(begin)[depth]) ++end;
    ends.push_back(end);
  }
  const auto first_child = static_cast<std::uint32_t>(nodes_.size());
  nodes_[node].first_child = first_child;
  nodes_[node].children = static_cast<std::uint16_t>(ends.size());
  nodes_.resize(nodes_.size() + ends.size());
  for (std::uint32_t child = 0; child < ends.size(); ++child) {
    nodes_[first_child + child].piece = pieces(first)[depth];
    grow(first_child + child, first, ends[child], depth + 1, readings);
    first = ends[child];
  }
}

void SoundIndex::find(const Sounds::Reading& reading, std::vector<std::uint32_t>& places) const {
  if (reading.known) walk(nodes_.front(), reading, 0, places);
}

void SoundIndex::walk(const Node& node, const Sounds::Reading& reading, std::size_t at,
                      std::vector<std::uint32_t>& places) const {
  const std::string& pieces = reading.pieces;
  const bool ends = std::all_of(pieces.begin() + static_cast<std::ptrdiff_t>(at), pieces.end(),
                                [&](char piece) { return sounds_.may_be_silent(piece, language_); });
  if (ends) {
    const auto first = places_.begin() + node.first_place;
    places.insert(places.end(), first, first + node.places);
  }
  for (std::uint32_t i = 0; i < node.children; ++i) {
    const Node& child = nodes_[node.first_child + i];
    std::size_t next = at;
    while (next < pieces.size() && !sounds_.meet(pieces[next], child.piece, language_) &&
           sounds_.may_be_silent(pieces[next], language_)) {
      ++next;
    }
    if (next < pieces.size() && sounds_.meet(pieces[next], child.piece, language_)) {
      walk(child, reading, next + 1, places);
    } else if (sounds_.may_be_silent(child.piece, language_)) {
      walk(child, reading, next, places);
    }
  }
}

}  // namespace hearsay
