#pragma once
// Every two names of a long list that are one name in two spellings, without comparing all with all: first the words of
// the list that may be one word, which are far fewer than the names; then the names that have two such words in common.
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
    unsigned threads = 1;               // at least 1
    std::size_t largest_block = 65536;  // names that one may be one with; one that meets more is passed over
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
    std::uint64_t words = 0;           // distinct ones of all names
    std::uint64_t neighbours = 0;      // pairs of words that may be one, each word with itself too
    std::uint64_t compared = 0;        // pairs of names
    std::uint64_t blocks_skipped = 0;  // names passed over, as they meet more than largest_block others

    friend bool operator==(const Found&, const Found&) = default;
  };

  // `names` must outlive the search.
  explicit NameSearch(const NameComparer& names) : names_(names) {}

  // What comparing all pairs finds, but for the limits in name_search.cc; time grows with the list and with what is
  // found. Memory: some 150 bytes a name and 250 a distinct word beside the names themselves. Names behind the first
  // kMostNames are not looked at. The answer does not depend on the number of threads.
  [[nodiscard]] Found variants(const std::vector<std::string>& written, const Options& options) const;

 private:
  const NameComparer& names_;
};

}  // namespace hearsay
