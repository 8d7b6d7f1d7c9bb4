#pragma once
// A number with its sign, currency and unit: "£4.2m", "-5 %", "5 feet 2 inches", "a dozen". The step between a numeral
// and a quantity.

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/extract/counted.h"
#include "core/extract/numerals.h"
#include "core/extract/pieces.h"
#include "core/extract/units.h"
#include "core/lexicon/lexicon.h"

namespace hearsay {

struct Figure {
  Numeral number;
  std::size_t first = 0;  // pieces [first, last) with currency, sign and unit
  std::size_t last = 0;
  std::string unit;
  bool money = false;
  bool age = false;
};

class FigureReader {
 public:
  FigureReader(const Lexicon& lexicon, Vocabulary& vocabulary, const NumeralReader& numerals,
               const CountedReader& counted);

  // The figure whose number begins at piece `at`. `join` as in NumeralReader::read().
  [[nodiscard]] std::optional<Figure> read(const std::vector<Piece>& pieces, std::size_t at, bool join) const;

  [[nodiscard]] const UnitReader& units() const { return units_; }

 private:
  void take_sign(const std::vector<Piece>& pieces, Figure& figure) const;
  void take_leading_stop(const std::vector<Piece>& pieces, Figure& figure) const;
  void take_letter(const std::vector<Piece>& pieces, Figure& figure) const;
  void take_scaled_code(const std::vector<Piece>& pieces, Figure& figure) const;
  void take_hundredths(const std::vector<Piece>& pieces, Figure& figure) const;
  void take_percentage(const std::vector<Piece>& pieces, Figure& figure) const;
  void take_smaller_unit(const std::vector<Piece>& pieces, Figure& figure) const;
  void take_feet_marks(const std::vector<Piece>& pieces, Figure& figure) const;
  [[nodiscard]] bool money_behind_stop(const std::vector<Piece>& pieces, std::size_t at, const Numeral& number) const;
  [[nodiscard]] bool ends_figure(const std::vector<Piece>& pieces, std::size_t at) const;
  static double scale_of(const Piece& letter);
  static void take_below_zero(const std::vector<Piece>& pieces, Figure& figure);
  static std::size_t unit_place(const std::vector<Piece>& pieces, const Figure& figure);

  struct Part {
    std::string unit;   // the smaller one: "inch"
    double count;       // of it in the greater
    std::string whole;  // what both together are printed in
  };

  const NumeralReader& numerals_;
  const CountedReader& counted_;
  UnitReader units_;
  std::unordered_map<std::string, std::vector<Part>> parts_;  // by the greater unit
};

}  // namespace hearsay
