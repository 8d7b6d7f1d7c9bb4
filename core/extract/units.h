#pragma once
// Units and currencies around a number: "£4.2m", "5 feet", "US$10", "30 C", "10 million dollars", "$15.4/hour", "40 km
// a day".

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/extract/numerals.h"
#include "core/extract/phrases.h"
#include "core/extract/pieces.h"
#include "core/lexicon/lexicon.h"

namespace hearsay {

// A unit found; length 0: none.
struct UnitMatch {
  std::size_t length = 0;  // pieces
  std::string unit;        // as Quantity::unit
  bool money = false;
  bool age = false;  // "years old"

  explicit operator bool() const { return length > 0; }
};

class UnitReader {
 public:
  UnitReader(const Lexicon& lexicon, Vocabulary& vocabulary);

  // The currency that ends right before piece `end`: "$", "US$", "USD".
  [[nodiscard]] UnitMatch before(const std::vector<Piece>& pieces, std::size_t end) const;

  // The unit or currency right behind a number that ends at piece `at`. Symbols count only behind digits.
  [[nodiscard]] UnitMatch behind(const std::vector<Piece>& pieces, std::size_t at, const Numeral& number) const;

  // The currency of "MUSD", "kEUR": an ISO code behind the letter of a scale.
  [[nodiscard]] UnitMatch scaled_code(const Piece& piece) const;

  // The period of "a year", "per hour", "each month", "/day", "per annum" at piece `at`; `unit` is "year" and so on.
  [[nodiscard]] UnitMatch rate(const std::vector<Piece>& pieces, std::size_t at) const;

 private:
  enum class Place : std::uint8_t { word, symbol, upper, joined, capitals };
  struct Unit {
    std::string unit;
    Place place = Place::word;
    bool money = false;
    bool age = false;
    bool time = false;
  };

  static bool written_upper(const std::vector<Piece>& pieces, std::size_t at, std::size_t length);

  [[nodiscard]] bool is_second_end(const std::vector<Piece>& pieces, std::size_t at, std::size_t end) const;

  Phrases<Unit> behind_;
  Phrases<Unit> before_;
  std::unordered_map<std::string, std::string> codes_;  // ISO 4217, folded, to the unit
};

}  // namespace hearsay
