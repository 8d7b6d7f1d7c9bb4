#pragma once
// Every two names of a long list that are one name in two spellings, without comparing all with all: names are compared
// only where they share a key (core/compare/name_keys.h).
//
//   NameSearch search(comparer);
//   NameSearch::Found found = search.variants({"Greg Wexfordi", "Anna Beck", "Greg Wexfordin"}, {});
//   found.pairs   // {{0, 2, variant, typo, 0.72}}

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/compare/names.h"

namespace hearsay {

class NameSearch {
 public:
  static constexpr std::size_t kMostNames = std::size_t{1} << 24U;

  struct Options {
    unsigned threads = 1;            // at least 1
    std::size_t largest_block = 64;  // names under one key; keys that more names share tell too little
  };

  // Two names of the list, a before b, and what comparing them said.
  struct Pair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    NameAnswer answer = NameAnswer::variant;  // same or variant
    NameDifference kind = NameDifference::none;
    float score = 0;  // [0,1]

    friend bool operator==(const Pair&, const Pair&) = default;
  };

  struct Found {
    std::vector<Pair> pairs;           // in order of a, then b
    std::uint64_t compared = 0;        // pairs of names
    std::uint64_t keys = 0;            // of all names together
    std::uint64_t blocks_skipped = 0;  // keys that more than largest_block names share

    friend bool operator==(const Found&, const Found&) = default;
  };

  // `names` must outlive the search.
  explicit NameSearch(const NameComparer& names) : names_(names) {}

  // Linear in the names times largest_block. Memory: 12 bytes a key (some 20 a name) beside the names themselves. Names
  // behind the first kMostNames are not looked at. The answer does not depend on the number of threads.
  [[nodiscard]] Found variants(const std::vector<std::string>& written, const Options& options) const;

 private:
  const NameComparer& names_;
};

}  // namespace hearsay
