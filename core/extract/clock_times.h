#pragma once
// Times of day: "2pm", "5 p.m.", "3:30", "9 o'clock", "half past five", "seven thirty in the evening", "noon". They are
// no figures, and as times they say no more than their day.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/extract/pieces.h"
#include "core/lexicon/lexicon.h"

namespace hearsay {

class ClockReader {
 public:
  ClockReader(const Lexicon& lexicon, Vocabulary& vocabulary);

  // Pieces from `at` on that are a time of day and cannot be anything else; 0 if none are.
  [[nodiscard]] std::size_t length(const std::vector<Piece>& pieces, std::size_t at) const;

  // Whether a time of day can begin with this piece.
  [[nodiscard]] bool may_begin(const Piece& piece) const;

  // As length(), or a bare hour: "5" of "from 5 to 7 pm".
  [[nodiscard]] std::size_t loose_length(const std::vector<Piece>& pieces, std::size_t at) const;

 private:
  enum class Role : std::uint8_t { none, half, behind, hour, minutes, noon };  // half: "half", "quarter"; behind: "pm"

  [[nodiscard]] Role role_of(const std::vector<Piece>& pieces, std::size_t at) const;
  [[nodiscard]] std::size_t hour_length(const std::vector<Piece>& pieces, std::size_t at) const;
  [[nodiscard]] std::size_t closing_length(const std::vector<Piece>& pieces, std::size_t at) const;
  [[nodiscard]] std::size_t past_length(const std::vector<Piece>& pieces, std::size_t at) const;

  std::vector<Role> roles_;  // by word id
};

}  // namespace hearsay
