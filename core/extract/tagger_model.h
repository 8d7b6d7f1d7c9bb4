#pragma once
// Everything training decides: the weights of the three stages, and which words may be cues at all.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/learn/chain.h"
#include "core/learn/weights.h"
#include "core/value/result.h"

namespace hearsay {

// A set of words by hash. A word never put in is found with a chance of one in a few dozen, which costs time and
// nothing else.
class WordSet {
 public:
  void put(std::uint64_t word) { bits_[word % kBits / 32] |= 1U << (word % 32); }
  [[nodiscard]] bool has(std::uint64_t word) const { return (bits_[word % kBits / 32] >> (word % 32) & 1) != 0; }
  void write(std::string& out) const;
  bool read(std::string_view& bytes);  // false where too little is left

 private:
  static constexpr std::size_t kBits = std::size_t{1} << 20;
  std::array<std::uint32_t, kBits / 32> bits_{};
};

struct TaggerModel {
  WordSet known;      // words of the training texts
  WordSet cue_words;  // those that were the main word of a cue
  Weights heads;      // 1 label: log odds of a main word
  Weights labels;     // 7 labels
  Transitions transitions;
  Weights analyses;          // 1 label: a reading against none
  float least_head = -2;     // heads scored lower are not looked at
  float least_analysis = 0;  // readings scored lower are not told

  // Changes when the features do: a model is of use only to the features it was trained with.
  static constexpr std::uint32_t kVersion = 2;

  [[nodiscard]] std::string write() const;
  // Errors as open_model() and Weights::read().
  static Result<TaggerModel> read(std::string_view bytes);
};

}  // namespace hearsay
