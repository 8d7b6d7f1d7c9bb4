#pragma once
// Places in a list under hashed keys: what a look-up costs does not grow with the list. For names and words by the
// million, at 8 bytes an entry.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace hearsay {

// Well mixed in its high bits, which are the ones an index keeps.
std::uint64_t key_hash(std::string_view key);
std::uint64_t key_hash(std::uint64_t a, std::uint64_t b);

// Runs work(part, first, last) over [0, size) cut into one part a thread; `threads` is at least 1.
void in_parts(std::size_t size, unsigned threads, const std::function<void(unsigned, std::size_t, std::size_t)>& work);

class BlockIndex {
 public:
  static constexpr unsigned kPlaceBits = 24;
  static constexpr std::uint64_t kPlaceMask = (std::uint64_t{1} << kPlaceBits) - 1;

  // `place` is below 2^24.
  static std::uint64_t entry(std::uint64_t hash, std::uint32_t place) { return (hash & ~kPlaceMask) | place; }

  BlockIndex() = default;
  // Takes the entries of all parts; they are in no order and may be there twice.
  explicit BlockIndex(std::vector<std::vector<std::uint64_t>> parts);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  // Calls take(place) for every place under the hash, ascending, each once. Two keys may fall on one hash.
  template <typename Take>
  void look_up(std::uint64_t hash, const Take& take) const {
    if (first_.empty()) return;
    const std::uint64_t wanted = hash & ~kPlaceMask;
    const std::uint64_t* const end = entries_.data() + first_[(hash >> kShift) + 1];
    const std::uint64_t* at = std::lower_bound(entries_.data() + first_[hash >> kShift], end, wanted);
    for (; at != end && (*at & ~kPlaceMask) == wanted; ++at) take(static_cast<std::uint32_t>(*at & kPlaceMask));
  }

 private:
  static constexpr unsigned kShift = 44;  // a bucket for each value of the bits above
  std::vector<std::uint64_t> entries_;    // sorted
  std::vector<std::uint32_t> first_;      // by bucket
};

}  // namespace hearsay
