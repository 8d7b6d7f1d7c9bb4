#pragma once
// Holidays whose day the calendar fixes: "Christmas Day", "Good Friday", "Thanksgiving 2016", "last Easter".

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/extract/phrases.h"
#include "core/extract/pieces.h"
#include "core/lexicon/lexicon.h"
#include "core/value/edtf.h"

namespace hearsay {

struct Holiday {
  enum class Rule : unsigned char { fixed, easter, weekday };
  Rule rule = Rule::fixed;
  int month = 1;
  int day = 1;      // of the month for fixed
  int weekday = 0;  // for weekday: the `nth` of the month
  int nth = 1;      // 0: the last
  int shift = 0;    // days to add
};

class HolidayReader {
 public:
  HolidayReader(const Lexicon& lexicon, Vocabulary& vocabulary);

  // The holiday whose name begins at piece `at`.
  [[nodiscard]] Phrases<Holiday>::Match at(const std::vector<Piece>& pieces, std::size_t at) const {
    return names_.at(pieces, at);
  }
  [[nodiscard]] bool may_begin(const Piece& piece) const { return names_.may_begin(piece); }
  [[nodiscard]] bool may_end(WordId id) const { return names_.may_end(id); }

 private:
  Phrases<Holiday> names_;
};

Day day_of_holiday(const Holiday& holiday, int year);

}  // namespace hearsay
