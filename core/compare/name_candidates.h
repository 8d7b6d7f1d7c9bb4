#pragma once
// Which names of a long list each of them must be compared with: the step of core/compare/name_search.h that knows of
// names only what core/compare/name_list.h keeps of them.

#include <cstdint>
#include <string>
#include <vector>

#include "core/compare/block_index.h"
#include "core/compare/name_list.h"
#include "core/compare/names.h"
#include "core/compare/word_neighbours.h"
#include "core/compare/word_pairs.h"

namespace hearsay {

class NameCandidates {
 public:
  // All must outlive the candidates.
  NameCandidates(const NameList& list, const NameComparer& names, unsigned threads);

  [[nodiscard]] std::uint64_t neighbours() const { return neighbours_.size(); }

  // Ascending, each once, without `place` itself. Of two names that are one each is met from the other, or at least the
  // later one from the earlier or the longer one from the shorter. Answers how many names `place` may be one with, from
  // whichever side they are met.
  std::size_t gather(std::uint32_t place, std::vector<std::uint32_t>& others) const;

 private:
  // What names are met under, as one thread gathers it.
  struct Standing {
    std::vector<std::uint64_t> entries;
    std::vector<WordPairs::Pair> pairs;
    std::vector<std::uint32_t> counts;  // by word
  };
  void stand(std::uint32_t place, std::vector<std::uint64_t>& keys, Standing& standing);
  void single_word(const NameList::Glance& name, std::vector<std::uint32_t>& others) const;
  void rarest_pair(const NameList::Glance& name, std::vector<std::uint32_t>& others) const;
  void beside_initials(const NameList::Glance& name, std::vector<std::uint32_t>& others) const;
  [[nodiscard]] bool met_from(std::uint32_t place, std::uint32_t other) const;
  [[nodiscard]] bool may_be_one(std::uint32_t place, std::uint32_t other) const;
  [[nodiscard]] bool is_plain(std::uint32_t place, const NameList::Glance& name) const;
  [[nodiscard]] double least_cost(const NameList::Glance& shorter, const NameList::Glance& longer) const;

  const NameList& list_;
  const NameReader& reader_;
  TokenMatcher matcher_;
  WordNeighbours neighbours_;
  BlockIndex index_;
  WordPairs pairs_;
  std::vector<std::uint32_t> borne_;         // by word: names that hold it
  std::vector<std::uint8_t> runs_together_;  // by name: words of it run together are a word of the list
};

}  // namespace hearsay
