#pragma once
// What the patterns read at a time: a sentence, or the several that a quotation holds together ("“No. Never,” he
// said").

#include <vector>

#include "core/extract/clauses.h"

namespace hearsay {

// The stretches of a text in order; together they hold every token once. Linear in the tokens.
std::vector<TokenRange> stretches_of(const MarkedText& text);

}  // namespace hearsay
