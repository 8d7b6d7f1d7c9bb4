#pragma once
// What narrows or opens a number: "about", "over", "at least ... ", "... or more". And the interval it makes.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/extract/phrases.h"
#include "core/extract/pieces.h"
#include "core/lexicon/lexicon.h"
#include "core/value/quantity.h"

namespace hearsay {

enum class Bound : std::uint8_t { none, exact, approx, nearly, over, under, at_least, at_most };

struct BoundMatch {
  std::size_t length = 0;  // pieces
  Bound bound = Bound::none;

  explicit operator bool() const { return length > 0; }
};

class BoundReader {
 public:
  BoundReader(const Lexicon& lexicon, Vocabulary& vocabulary);

  [[nodiscard]] BoundMatch before(const std::vector<Piece>& pieces, std::size_t end) const;  // ends before piece `end`
  [[nodiscard]] BoundMatch behind(const std::vector<Piece>& pieces, std::size_t at) const;   // begins at piece `at`

 private:
  Phrases<Bound> before_;
  Phrases<Bound> behind_;
};

// Sets low, high and modifier from a value. approx: 10 % either way; nearly: [0.9 value, value], printed as approx;
// over and at_least are open above, under and at_most below. Value and bound may be negative: the interval is never
// turned.
void bound(Quantity& quantity, double value, Bound bound);

}  // namespace hearsay
