#pragma once
// Numbers that are no figures: parts of dates and clock times, years, names ("Article 5", "Boeing 737"), codes.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/extract/clock_times.h"
#include "core/extract/counted.h"
#include "core/extract/numerals.h"
#include "core/extract/phrases.h"
#include "core/extract/pieces.h"
#include "core/lexicon/lexicon.h"

namespace hearsay {

class FigureContext {
 public:
  FigureContext(const Lexicon& lexicon, Vocabulary& vocabulary);

  // Whether a date, a clock time or a code can begin with this piece.
  [[nodiscard]] bool may_begin_other(const Piece& piece) const;

  // Pieces from `at` on that are a date, a clock time or a code and hold no figure; 0 if none is.
  [[nodiscard]] std::size_t length_of_other(const std::vector<Piece>& pieces, std::size_t at) const;

  [[nodiscard]] const ClockReader& clock() const { return clock_; }

  // Whether the bare number is a year here; `counted` is what follows it.
  [[nodiscard]] bool is_year(const std::vector<Piece>& pieces, const Numeral& number, const Counted& counted) const;

  // Whether a word before makes the number part of a name: "Article 5", "Flight 370".
  [[nodiscard]] bool is_name(const std::vector<Piece>& pieces, const Numeral& number, const Counted& counted) const;

  // Whether pieces [first, last), a number of days, weeks, years, belong to a time expression: "three days ago", "the
  // last 3 months".
  [[nodiscard]] bool is_relative_time(const std::vector<Piece>& pieces, std::size_t first, std::size_t last) const;

  // Whether what stands before "from X to Y" says that something moved: then these are two figures and no range.
  [[nodiscard]] bool is_change(const std::vector<Piece>& pieces, std::size_t from) const;

 private:
  enum class Role : std::uint8_t { none, month, month_capital, before_period, behind_period, change };

  [[nodiscard]] Role role_of(const std::vector<Piece>& pieces, std::size_t at) const;
  [[nodiscard]] bool is_month(const std::vector<Piece>& pieces, std::size_t at) const;
  [[nodiscard]] std::size_t date_length(const std::vector<Piece>& pieces, std::size_t at) const;
  [[nodiscard]] std::size_t code_length(const std::vector<Piece>& pieces, std::size_t at) const;

  ClockReader clock_;
  std::vector<Role> roles_;  // by word id
  Phrases<bool> labels_;
};

}  // namespace hearsay
