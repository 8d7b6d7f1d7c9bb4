#pragma once
// Two readings of the same text, the rules' and the trained tagger's, joined to one list of attributions.

#include <vector>

#include "core/extract/quotations.h"
#include "core/value/attribution.h"
#include "core/value/sentence.h"

namespace hearsay {

// Of attributions whose contents meet, the most confident one (of equals the tagger's), whosesoever it is; inner ones
// stay where they lie whole inside a kept content. What the rules alone find is kept where its content opens with a
// quotation, or from a confidence of its own on: the tagger's silence speaks against it. In order of first content
// byte. Log-linear in the number of spans.
std::vector<Attribution> join_attributions(std::vector<Attribution> tagged, std::vector<Attribution> patterns,
                                           const std::vector<Quotation>& quotations);

// False where an infinitive only completes the verb that tells an act: "decided to leave", "was told to wait", "asked
// not to be named".
bool is_statement(const Words& words, const Attribution& attribution);

// Takes the words of `dateline` ("SEOUL, Aug. 18 (UPI) —") and the dash behind it off the front of contents.
void leave_out_dateline(const Words& words, Span dateline, std::vector<Attribution>& attributions);

}  // namespace hearsay
