#pragma once
// Two readings of the same text, the rules' and the trained tagger's, joined to one list of attributions.

#include <vector>

#include "core/extract/quotations.h"
#include "core/value/attribution.h"
#include "core/value/sentence.h"

namespace hearsay {

// The tagger's attributions that are sure enough, then the rules' that are nearly always right or open with a
// quotation; of those whose contents
// meet the first one; inner ones where they lie whole inside a kept content. Quotations nobody claims carry on (see
// core/extract/carry_on.h). `tagged`: what the tagger made of `rules`. In order of first content byte. Log-linear in
// the number of spans.
std::vector<Attribution> join_attributions(const Words& words, const std::vector<Quotation>& quotations,
                                           std::vector<Attribution> tagged, const std::vector<Attribution>& rules);

// False where an infinitive only completes the verb that tells an act ("decided to leave", "was told to wait", "asked
// not to be named"), where a quotation inside another's words is nobody else's ("said it was called “a farce”"),
// where nobody speaks ("nobody said so") and where nothing but a pronoun is said ("told it").
bool is_statement(const Words& words, const std::vector<Quotation>& quotations, const Attribution& attribution);

// Takes the words of `dateline` ("SEOUL, Aug. 18 (UPI) —") and the dash behind it off the front of contents.
void leave_out_dateline(const Words& words, Span dateline, std::vector<Attribution>& attributions);

}  // namespace hearsay
