#pragma once
// Numbers written in digits: "35,000", "12 345", "2e10", "3 x 10^8", "2.48×10−5".

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/extract/pieces.h"

namespace hearsay {

// The value of "35,000", "4.2", "12,34,567.89", "1.234.567,8"; nothing for "1.2.3", "10,50,3" and the like. Commas part
// thousands (or Indian lakhs); a single comma before other than three digits is a decimal comma; stops part thousands
// where there are several of them or a comma follows.
std::optional<double> value_of_digits(std::string_view text);

struct Digits {
  std::size_t last = 0;  // behind the pieces of the number
  double value = 0;
  bool bare = false;  // one piece of plain digits without separators: "1998", "40"
};

// The number in digits that begins at piece `at`, with what its groups and powers take of the pieces behind.
std::optional<Digits> read_digits(const std::vector<Piece>& pieces, std::size_t at);

bool all_digits(std::string_view text);  // and not empty

}  // namespace hearsay
