#pragma once
// Statements whose speaker is told by layout, not by a verb: lines of a transcript ("Lee: We won.", "MS. LEE: Yes."),
// headlines ("Lee: we will win") and
// quotations signed behind a dash or colon ("“We won.” — Ann Lee", "“We won”: Lee speaks"). Used by the patterns.

#include <optional>

#include "core/extract/clauses.h"

namespace hearsay {

struct SpeakerLine {
  TokenRange content;
  TokenRange speaker;
  TokenRange mark;          // the colon or dash
  bool transcript = false;  // in quotation marks, the speaker in capitals
};

// What the paragraph `tokens` is, if it is such a line. Labels ("Note:", "Photo:") and times are none.
std::optional<SpeakerLine> read_speaker_line(const MarkedText& text, TokenRange tokens);

}  // namespace hearsay
