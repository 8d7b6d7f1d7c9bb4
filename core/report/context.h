#pragma once
// The words around a place, for people.

#include <cstddef>

#include "core/value/article.h"
#include "core/value/span.h"

namespace hearsay {

inline constexpr std::size_t kContextBytes = 240;  // on each side, cut at a space

// The place with what stands before and behind it in its zone, so that a heading never runs into the sentence below it.
// Bytes of article.text; holds `place`, and is no more than it where no zone holds it.
Span context_of(const Article& article, Span place);

}  // namespace hearsay
