#pragma once
// The way back through two readings: a page's text to its HTML, the HTML to the bytes received.

#include "core/value/article.h"

namespace hearsay {

// From what `outer` maps to what `inner` maps to, where `outer` leads to the text that `inner` starts from. Linear in
// the entries of both when `outer` runs forward.
OffsetMap composed(const OffsetMap& outer, const OffsetMap& inner);

}  // namespace hearsay
