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
  [[nodiscard]] Match at(TimeWord kind, const std::vector<Piece>& pieces, std::size_t at) const {
    const bool begins =
        at < pieces.size() && pieces[at].id < begins_.size() && (begins_[pieces[at].id] & bit(kind)) != 0;
    return begins ? phrase_at(kind, pieces, at) : Match{};
  }

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

  // Whether a phrase that can begin a time expression stands at piece `at`, not only its first word.
  [[nodiscard]] bool opens(const std::vector<Piece>& pieces, std::size_t at) const;

 private:
  static constexpr std::uint32_t bit(TimeWord kind) { return 1U << static_cast<unsigned>(kind); }
  [[nodiscard]] Match phrase_at(TimeWord kind, const std::vector<Piece>& pieces, std::size_t at) const;
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
  std::vector<std::uint32_t> begins_;  // by word id: a bit for each kind that has a phrase that begins with it
  std::vector<bool> known_;            // by word id
  std::vector<bool> names_;            // by word id
  std::vector<bool> openers_;          // by word id: begins a phrase of a kind that can begin an expression
};

}  // namespace hearsay
