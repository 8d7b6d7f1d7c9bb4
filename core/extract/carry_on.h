#pragma once
// Quotations that no cue claims go on with what was said last: "We won," Lee said. "We will win again." So do whole
// paragraphs of quotation behind a paragraph that quotes somebody.

#include <vector>

#include "core/extract/quotations.h"
#include "core/value/attribution.h"
#include "core/value/sentence.h"

namespace hearsay {

// Adds each quotation that fills whole sentences and meets no content to the content of the quotation's last speaker:
// of the same paragraph; of the one before where it fills its own, or where the quotation `continues`. Attributions
// `inner` to others are left alone. Any order; contents stay sorted. Log-linear in spans and quotations.
void carry_on(const Words& words, const std::vector<Quotation>& quotations, std::vector<Attribution>& attributions);

}  // namespace hearsay
