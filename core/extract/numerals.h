#pragma once
// Numbers as they are written: digits, words, both, fractions. What the number means (a count, a year, a price) is for
// the caller to say.
//
//   "35,000" 35000 · "1.2 million" 1.2e6 · "one hundred and sixty-one" 161 · "two-thirds" 0.667 · "2 1/4", "2½" 2.25
//   "half a million" 500000 · "a dozen" 12 · "five and a half million" 5.5e6 · "one in five" 0.2 · "70th" 70, an
//   ordinal

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/extract/pieces.h"
#include "core/lexicon/lexicon.h"

namespace hearsay {

struct Numeral {
  enum class Form : std::uint8_t { cardinal, fraction, ordinal };

  std::size_t first = 0;  // pieces [first, last)
  std::size_t last = 0;
  double value = 0;
  Form form = Form::cardinal;
  bool digits = false;  // written in digits, at least in part
  bool scaled = false;  // "million", "k" or a like word is in it
  bool bare = false;    // one piece of plain digits without separators: "1998", "40"
  double scale = 1;     // what its last scale words multiply by: 1e6 of "15 million", 100 of "two hundred"

  [[nodiscard]] std::size_t size() const { return last - first; }
};

class NumeralReader {
 public:
  // Adds its words to `vocabulary`, which the pieces given later must have been cut with.
  NumeralReader(const Lexicon& lexicon, Vocabulary& vocabulary);

  // The longest number that begins at piece `at`; nothing where none does. `join` false: "five hundred and six" is read
  // up to "and", for the lower end of "between five hundred and six hundred".
  [[nodiscard]] std::optional<Numeral> read(const std::vector<Piece>& pieces, std::size_t at, bool join = true) const;

  // "fourth", "twenty-third", "4th".
  [[nodiscard]] std::optional<Numeral> read_ordinal(const std::vector<Piece>& pieces, std::size_t at) const;

  // A number without fractions: "2", "twenty-five", "two thousand and twenty".
  [[nodiscard]] std::optional<Numeral> read_cardinal(const std::vector<Piece>& pieces, std::size_t at,
                                                     bool join = true) const;

  // Whether a number could begin here: one lookup.
  [[nodiscard]] bool may_begin(const Piece& piece) const;

 private:
  enum class Kind : std::uint8_t {
    none,
    unit,
    teen,
    ten,
    hundred,
    scale,
    short_scale,
    letter,
    dozen,
    ordinal,
    ordinals,
    half,
    quarter,
    vulgar
  };
  struct NumberWord {
    Kind kind = Kind::none;
    double value = 0;
  };
  using Pieces = std::vector<Piece>;

  [[nodiscard]] NumberWord word(const Pieces& pieces, std::size_t at) const;
  [[nodiscard]] std::optional<Numeral> small(const Pieces& pieces, std::size_t at) const;
  [[nodiscard]] std::optional<Numeral> group(const Pieces& pieces, std::size_t at, bool join) const;
  [[nodiscard]] bool scale_opens(const Pieces& pieces, std::size_t at) const;
  [[nodiscard]] double take_scales(const Pieces& pieces, Numeral& numeral) const;
  [[nodiscard]] std::optional<Numeral> decimal_words(const Pieces& pieces, Numeral whole) const;
  [[nodiscard]] std::optional<Numeral> fraction(const Pieces& pieces, std::size_t at) const;
  [[nodiscard]] std::optional<Numeral> half_of(const Pieces& pieces, std::size_t at) const;
  [[nodiscard]] std::optional<Numeral> denominator(const Pieces& pieces, std::size_t at, bool plural) const;
  [[nodiscard]] std::optional<Numeral> ratio(const Pieces& pieces, const Numeral& part) const;
  void add_mixed_fraction(const Pieces& pieces, Numeral& numeral) const;
  void multiply_fraction(const Pieces& pieces, Numeral& numeral) const;

  std::vector<NumberWord> words_;  // by word id
  std::vector<bool> begins_;       // by word id
};

}  // namespace hearsay
