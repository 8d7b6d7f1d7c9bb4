#pragma once
// Interviews printed as a transcript: "Q: Did you know? / A: I learnt of it from the papers." One line that begins with
// a name and a colon may be a headline; several one below the other leave no doubt.

#include <string_view>
#include <vector>

#include "core/value/attribution.h"
#include "core/value/sentence.h"

namespace hearsay {

// `found`: what the patterns found. Where kLeastLines paragraphs or more are lines with a speaker before a colon, these
// become sure and verbatim, and those that only ask are taken out. Else nothing changes. Linear.
inline constexpr int kLeastLines = 3;
void settle_interview(const Words& words, std::vector<Attribution>& found);

// Whether a source is the letter with which interviews mark answers, "A".
bool marks_answer(std::string_view source);
bool marks_question(std::string_view source);  // "Q"

}  // namespace hearsay
