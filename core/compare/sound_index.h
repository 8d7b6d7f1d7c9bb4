#pragma once
// The words of a long list that can be read alike with a given one, found by walking a tree of their pieces: what it
// costs grows with what is found and hardly with the list.

#include <cstdint>
#include <vector>

#include "core/compare/sounds.h"

namespace hearsay {

class SoundIndex {
 public:
  // `readings`: of all words in `language`, by their places; those that are not known are never met. `sounds` must
  // outlive the index.
  SoundIndex(const Sounds& sounds, SoundLanguage language, const std::vector<Sounds::Reading>& readings);

  // Appends the places of all words that agree with `reading` (as the first of the two) to `places`, in no order.
  void find(const Sounds::Reading& reading, std::vector<std::uint32_t>& places) const;

 private:
  struct Node {
    std::uint32_t first_child = 0;  // children lie side by side
    std::uint32_t first_place = 0;  // in places_, of words that end here
    std::uint32_t places = 0;
    std::uint16_t children = 0;
    char piece = 0;  // that leads here
  };
  void grow(std::uint32_t node, std::size_t first, std::size_t last, std::size_t depth,
            const std::vector<Sounds::Reading>& readings);
  void walk(const Node& node, const Sounds::Reading& reading, std::size_t at, std::vector<std::uint32_t>& places) const;

  const Sounds& sounds_;
  SoundLanguage language_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> places_;  // in order of their words' pieces
};

}  // namespace hearsay
