#pragma once
// The words of time expressions, and the way a clause looks: back or ahead.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/extract/calendar_units.h"
#include "core/extract/phrases.h"
#include "core/extract/pieces.h"
#include "core/lexicon/lexicon.h"

namespace hearsay {

enum class TimeWord : std::uint8_t {
  month,
  weekday,
  season,
  day,
  unit,
  units,
  shift,
  part,
  within,
  opener,
  joiner,
  daypart,
  ahead,
  past,
  decade,
  behind,
  closer,
  weekdays,
  filler
};

enum class TimeOpener : std::uint8_t { none, since, from, before, after, until, by, range, between };

enum class Tense : std::uint8_t { unknown, past, ahead };

class TimeWords {
 public:
  struct Match {
    std::size_t length = 0;
    int value = 0;  // as the tables say: month 1-12, weekday 0-6, TimeUnit, shift, part, TimeOpener

    explicit operator bool() const { return length > 0; }
  };

  TimeWords(const Lexicon& lexicon, Vocabulary& vocabulary);

  // The longest phrase of that kind at piece `at`; words that need a capital letter count only with one.
  [[nodiscard]] Match at(TimeWord kind, const std::vector<Piece>& pieces, std::size_t at) const;

  // A unit, singular or plural.
  [[nodiscard]] Match unit_at(const std::vector<Piece>& pieces, std::size_t at) const;

  // Which way the clause around pieces [first, last) looks: the nearest cue before it, else the first one behind.
  [[nodiscard]] Tense tense(const std::vector<Piece>& pieces, std::size_t first, std::size_t last) const;

  // Whether the word stands in any phrase of the tables.
  [[nodiscard]] bool knows(WordId id) const { return id < known_.size() && known_[id]; }

  // Whether the word ends the name of a point, a stretch or a unit of time: "yesterday", "May", "weeks".
  [[nodiscard]] bool names_time(WordId id) const { return id < names_.size() && names_[id]; }

  // Whether any time expression can begin with this piece.
  [[nodiscard]] bool may_begin(const Piece& piece) const;

 private:
  [[nodiscard]] bool inside_name(const std::vector<Piece>& pieces, std::size_t at) const;
  [[nodiscard]] bool is_ahead_by_auxiliary(const std::vector<Piece>& pieces, std::size_t participle) const;
  struct Meaning {
    int value = 0;
    bool capital = false;
  };
  static constexpr std::size_t kKinds = 19;

  [[nodiscard]] Tense cue_at(const std::vector<Piece>& pieces, std::size_t at) const;
  void add(Vocabulary& vocabulary, TimeWord kind, std::string_view phrase, Meaning meaning);

  std::array<Phrases<Meaning>, kKinds> phrases_;
  std::vector<bool> known_;    // by word id
  std::vector<bool> names_;    // by word id
  std::vector<bool> openers_;  // by word id: begins a phrase of a kind that can begin an expression
};

}  // namespace hearsay
