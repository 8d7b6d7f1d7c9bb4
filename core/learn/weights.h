#pragma once
// Weights of hashed features, eight bits each, read-only: what decoding needs of a trained linear model.
//
// A feature's hash picks one line of eight slots; a slot keeps an eight-bit fingerprint of its feature and one weight a
// label, so that a feature never trained finds nothing (but for one chance in 32) instead of another feature's weight.
// A line of seven labels is one cache line of 64 bytes. Feature hashing after Weinberger et al. 2009; the fingerprints
// are as in the bucketed filters of Fan et al. 2014.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "core/learn/feature.h"
#include "core/value/result.h"

namespace hearsay {

inline constexpr std::size_t kSlots = 8;
static_assert(std::endian::native == std::endian::little, "a line is searched as one little-endian word");

// Sums of weights in steps of Weights::scale(); the last one is scratch. Up to 250 features fit.
using Sums = std::array<std::int16_t, 8>;

// Adds sums to sums.
inline void add_sums(const Sums& more, Sums& sums) {
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] = static_cast<std::int16_t>(sums[i] + more[i]);
}

class Weights {
 public:
  // One trained feature; weights beyond the number of labels are ignored.
  struct Row {
    Feature feature = 0;
    std::array<float, 7> weights{};
  };

  Weights() = default;

  // Keeps the rows of greatest largest weight where a line overflows, and drops rows that round to nothing. `labels` is
  // 1 or 7; `lines` a power of two. The same rows in any order give the same weights.
  static Weights quantise(std::vector<Row> rows, std::size_t labels, std::size_t lines);

  // Adds the feature's weights to sums[0 .. labels); all eight elements may change.
  template <std::size_t kLabels>
  void add(Feature feature, Sums& sums) const {
    add_all<kLabels>(std::array{feature}, sums);
  }

  // Asks memory for what add_all() will read. Worth it where something else is done in between.
  template <std::size_t kLabels, typename Features>
  void prefetch(const Features& features) const {
    for (const Feature feature : features) __builtin_prefetch(line_of<kLabels>(feature));
  }

  // As add(), for every feature of a range.
  template <std::size_t kLabels, typename Features>
  void add_all(const Features& features, Sums& sums) const {
    if constexpr (kLabels == 1) {
      int sum = sums[0];
      for (const Feature feature : features) {
        const Place place = place_of<kLabels>(feature);
        sum += static_cast<std::int8_t>(line_of<kLabels>(feature)[place.slot] & place.found);
      }
      sums[0] = static_cast<std::int16_t>(sum);
    } else {
      using Eight = std::int16_t __attribute__((vector_size(16)));
      using Bytes = std::int8_t __attribute__((vector_size(8)));
      auto sum = std::bit_cast<Eight>(sums);
      for (const Feature feature : features) {
        const Place place = place_of<kLabels>(feature);
        std::uint64_t row = 0;  // its eighth byte is the next slot's, or a fingerprint: scratch
        std::memcpy(&row, line_of<kLabels>(feature) + place.slot * kLabels, sizeof row);
        sum += __builtin_convertvector(std::bit_cast<Bytes>(row & place.found), Eight);
      }
      sums = std::bit_cast<Sums>(sum);
    }
  }

  // What one step of a sum is worth.
  [[nodiscard]] float scale() const { return scale_; }
  [[nodiscard]] std::size_t labels() const { return labels_; }
  [[nodiscard]] bool empty() const { return lines_ == 0; }

  // Little-endian: labels, lines, scale, then the lines. read() takes its part off the front of `bytes`.
  void write(std::string& out) const;
  // malformed: too short, or sizes that write() never gives.
  static Result<Weights> read(std::string_view& bytes);

 private:
  static constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  struct alignas(64) CacheLine {
    std::array<unsigned char, 64> bytes;
  };

  struct Place {
    std::size_t slot = 0;
    std::uint64_t found = 0;  // all bits, or none where the line does not hold the feature: no branch could be foreseen
  };

  template <std::size_t kLabels>
  [[nodiscard]] const unsigned char* line_of(Feature feature) const {
    return bytes() + (static_cast<std::size_t>(feature >> 32) & (lines_ - 1)) * line_size(kLabels);
  }

  template <std::size_t kLabels>
  [[nodiscard]] Place place_of(Feature feature) const {
    std::uint64_t prints = 0;
    std::memcpy(&prints, line_of<kLabels>(feature) + kSlots * kLabels, sizeof prints);
    const std::uint64_t differ = prints ^ (fingerprint(feature) * kOnes);
    const std::uint64_t equal = (differ - kOnes) & ~differ & (kOnes << 7);
    return {static_cast<std::size_t>(std::countr_zero(equal | (std::uint64_t{1} << 63))) / 8,
            equal == 0 ? 0 : ~std::uint64_t{0}};
  }

  static constexpr std::size_t line_size(std::size_t labels) { return kSlots * (labels + 1); }
  // Never 0, which marks an empty slot.
  static constexpr std::uint64_t fingerprint(Feature feature) { return (feature & 0xFF) | ((feature & 0xFF) == 0); }
  [[nodiscard]] const unsigned char* bytes() const { return storage_.front().bytes.data(); }
  [[nodiscard]] unsigned char* bytes() { return storage_.front().bytes.data(); }
  void allocate(std::size_t labels, std::size_t lines);

  std::size_t labels_ = 0;
  std::size_t lines_ = 0;
  float scale_ = 1;
  std::vector<CacheLine> storage_;
};

}  // namespace hearsay
