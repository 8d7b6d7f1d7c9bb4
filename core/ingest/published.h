#pragma once
// When an article came out, from what its text says. Nothing is invented: a year that neither stands there nor follows
// from what stands there stays open ("XXXX-08-18", inferred), and a text that fixes no day is unknown.

#include <optional>
#include <string_view>
#include <vector>

#include "core/ingest/calendar.h"
#include "core/ingest/line.h"
#include "core/ingest/zones.h"
#include "core/value/article.h"

namespace hearsay {

// In this order: a date line above the text, or a labelled one below it (stated; inferred where it is the date of an
// update only); a line above the text that begins or ends with its date (stated); the dateline's date (stated with its
// year; else inferred, the year from a full date within a month of it or from a weekday that fits only one of the years
// in question); the last date given with its weekday in the running text, as the days from then to the end of that
// month, or of the next where fewer than a week is left (inferred).
//
// "12/02/2026" in a date line is read in the order of other dates of the text, else of its language (`language`, BCP
// 47, may be empty); where neither tells, day and month are left open ("2026", inferred).
Published published(std::string_view text, const std::vector<Line>& lines, const ZonedPage& page,
                    const Calendar& calendar, const std::optional<WrittenDate>& dateline, std::string_view language);

}  // namespace hearsay
