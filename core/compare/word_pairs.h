#pragma once
// Which names of a long list hold two words together. By each word: the other words it stands beside, in order, with
// the names; so that a set of words is looked up beside a word in one pass.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace hearsay {

class WordPairs {
 public:
  struct Pair {
    std::uint32_t a = 0;  // words
    std::uint32_t b = 0;
    std::uint32_t name = 0;
  };

  WordPairs() = default;
  // `words`: how many there are. Takes the pairs of all parts; they are in no order.
  WordPairs(std::vector<std::vector<Pair>> parts, std::size_t words);

  // Calls take(at, name) for every name that holds `word` and others[at].word, for all of `others`, which are in order
  // of words.
  template <typename Words, typename Take>
  void look_up(std::uint32_t word, const Words& others, const Take& take) const {
    const Beside* at = beside_.data() + first_[word];
    const Beside* const end = beside_.data() + first_[word + 1];
    for (std::size_t i = 0; i < others.size() && at != end; ++i) {
      at = leap(at, end, others[i].word);
      for (; at != end && at->word == others[i].word; ++at) take(i, at->name);
    }
  }

 private:
  struct Beside {
    std::uint32_t word = 0;
    std::uint32_t name = 0;
  };

  // The first one from `at` on whose word is not below `word`; steps double, as it is mostly near.
  static const Beside* leap(const Beside* at, const Beside* end, std::uint32_t word) {
    std::ptrdiff_t step = 1;
    while (step < end - at && at[step].word < word) step *= 2;
    return std::lower_bound(at, at + std::min(step, end - at), word,
                            [](const Beside& beside, std::uint32_t wanted) { return beside.word < wanted; });
  }

  std::vector<Beside> beside_;        // by word, then in order
  std::vector<std::uint32_t> first_;  // by word
};

}  // namespace hearsay
