#pragma once
// What the patterns have found in a text, in tokens: a second opinion that the tagger weighs beside its own readings.

#include <cstdint>
#include <optional>
#include <vector>

#include "core/value/attribution.h"
#include "core/value/sentence.h"

namespace hearsay {

struct Hint {
  TokenRange cue;
  std::optional<TokenRange> source;
  std::vector<TokenRange> content;  // in order
  std::uint64_t pattern = 0;        // which pattern found it; never 0
  bool inner = false;               // lies inside the content of another
};

class Hints {
 public:
  // What Patterns::find() gave for `words`; keeps neither.
  Hints(const Words& words, const std::vector<Attribution>& found);

  // The hint whose cue holds the token; null where none does.
  [[nodiscard]] const Hint* at_cue(std::size_t token) const { return hint(at_cue_[token]); }
  // The hint inside no other whose content holds the token; null where none does.
  [[nodiscard]] const Hint* around(std::size_t token) const { return hint(around_[token]); }

 private:
  [[nodiscard]] const Hint* hint(std::uint32_t number) const { return number == 0 ? nullptr : &hints_[number - 1]; }

  std::vector<Hint> hints_;
  std::vector<std::uint32_t> at_cue_;  // one a token: index + 1
  std::vector<std::uint32_t> around_;
};

}  // namespace hearsay
