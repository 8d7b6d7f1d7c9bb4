#pragma once
// From bytes to tokens: which tokens a span covers, and which sentence holds a token.

#include <algorithm>
#include <cstddef>

#include "core/value/sentence.h"
#include "core/value/span.h"

namespace hearsay {

// The tokens that touch `span`. O(log tokens).
inline TokenRange tokens_in(const Words& words, Span span) {
  const auto& tokens = words.tokens;
  const auto first =
      std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.end <= span.begin; });
  const auto last = std::partition_point(first, tokens.end(), [&](const Token& t) { return t.span.begin < span.end; });
  return {static_cast<std::size_t>(first - tokens.begin()), static_cast<std::size_t>(last - tokens.begin())};
}

// The index of the sentence that holds `token`. O(log sentences).
inline std::size_t sentence_of(const Words& words, std::size_t token) {
  const auto& sentences = words.sentences;
  const auto at = std::partition_point(sentences.begin(), sentences.end(),
                                       [&](const Sentence& s) { return s.last_token <= token; });
  return static_cast<std::size_t>(at - sentences.begin());
}

}  // namespace hearsay
