// Each pair is kept under both of its words.

#include "core/compare/word_pairs.h"

namespace hearsay {

WordPairs::WordPairs(std::vector<std::vector<Pair>> parts, std::size_t words) : first_(words + 1) {
  std::size_t size = 0;
  for (const std::vector<Pair>& part : parts) {
    for (const Pair& pair : part) {
      ++first_[pair.a + 1];
      ++first_[pair.b + 1];
    }
    size += 2 * part.size();
  }
  for (std::size_t word = 0; word < words; ++word) first_[word + 1] += first_[word];
  beside_.resize(size);
  std::vector<std::uint32_t> next(first_.begin(), first_.end());
  for (std::vector<Pair>& part : parts) {
    for (const Pair& pair : part) {
      beside_[next[pair.a]++] = {pair.b, pair.name};
      beside_[next[pair.b]++] = {pair.a, pair.name};
    }
    std::vector<Pair>().swap(part);
  }
  for (std::size_t word = 0; word < words; ++word) {
    std::sort(beside_.begin() + first_[word], beside_.begin() + first_[word + 1],
              [](const Beside& x, const Beside& y) { return x.word != y.word ? x.word < y.word : x.name < y.name; });
  }
}

}  // namespace hearsay
