#pragma once
// Figures of a text. The number is found first; modifier, currency, unit, rate and the counted noun are then read
// outward from it.

#include <memory>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/value/quantity.h"
#include "core/value/sentence.h"

namespace hearsay {

class QuantityFinder {
 public:
  explicit QuantityFinder(const Lexicon& lexicon);  // reads its tables once; keeps no reference to `lexicon`
  ~QuantityFinder();

  // In order of the text, not overlapping. Dates, clock times and figures of speech are no quantities. Linear.
  [[nodiscard]] std::vector<Quantity> find(const Words& words) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace hearsay
