#pragma once
// Which of day and month stands first in dates written in figures: "12/02/2026".

#include <optional>
#include <string_view>
#include <vector>

#include "core/ingest/calendar.h"

namespace hearsay {

enum class DateOrder { day_first, month_first };

// The order of a language (BCP 47). nullopt for English without a country, since its countries differ, and for a
// language that is not known.
std::optional<DateOrder> order_of_language(std::string_view language);

// The order in which the figures of one text stand: that of a date in it that can be read one way only ("25/12/2025"),
// else the one in which the dates that can be read both ways lie closest to its other full dates, within a month (of
// the first 200 of each text). nullopt where there is no such date or they say different things. `dates` are those of
// the text, in any order.
std::optional<DateOrder> order_in_text(std::string_view text, const std::vector<WrittenDate>& dates);

// The date read in that order; unchanged where it is known anyway.
WrittenDate in_order(WrittenDate date, std::optional<DateOrder> order);

}  // namespace hearsay
