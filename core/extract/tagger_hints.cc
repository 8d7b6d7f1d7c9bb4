// A token that two cues hold belongs to the first of them. A pattern is known by the words of its reason in front of
// the colon.

#include "core/extract/tagger_hints.h"

#include <algorithm>
#include <string_view>

#include "core/extract/token_range.h"
#include "core/learn/feature.h"

namespace hearsay {

Hints::Hints(const Words& words, const std::vector<Attribution>& found)
    : at_cue_(words.tokens.size()), around_(words.tokens.size()) {
  for (const Attribution& attribution : found) {
    Hint hint;
    if (attribution.cue) hint.cue = tokens_in(words, *attribution.cue);
    if (attribution.source) hint.source = tokens_in(words, *attribution.source);
    for (const Span& span : attribution.content) hint.content.push_back(tokens_in(words, span));
    const std::string_view why = attribution.why;
    hint.pattern = hash_bytes(why.substr(0, why.find(':')));
    hint.inner = attribution.inner;
    hints_.push_back(std::move(hint));
    const auto number = static_cast<std::uint32_t>(hints_.size());
    const auto mark = [number](std::vector<std::uint32_t>& numbers, const TokenRange& range) {
      for (std::size_t i = range.first; i < range.last; ++i) {
        if (numbers[i] == 0) numbers[i] = number;
      }
    };
    mark(at_cue_, hints_.back().cue);
    if (attribution.inner) continue;
    for (const TokenRange& content : hints_.back().content) mark(around_, content);
  }
}

}  // namespace hearsay
