#pragma once
// What the features of all stages are made with. Templates are numbered by the order of calls to a Templates object:
// the same calls in the same order at every token. Values are hashes or small numbers; distances go into buckets that
// widen as they grow.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "core/extract/tagger_features.h"

namespace hearsay {

// Hands out template numbers one by one; each add() is one template. Its features are in the list when it is gone;
// those for which there is no room are left out.
class Templates {
 public:
  Templates(FeatureList& features, std::uint64_t family)
      : features_(features),
        end_(features.features_.data() + features.size_),
        limit_(features.features_.data() + FeatureList::kMost),
        next_(family << 16) {}
  ~Templates() { features_.size_ = static_cast<std::size_t>(end_ - features_.features_.data()); }
  Templates(const Templates&) = delete;
  Templates& operator=(const Templates&) = delete;

  template <typename... Values>
  void add(Values... values) {
    Feature feature = feature_template(next_++);
    ((feature = mix(feature, static_cast<std::uint64_t>(values))), ...);
    if (end_ != limit_) *end_++ = feature;
  }
  void skip() { ++next_; }

 private:
  FeatureList& features_;
  Feature* end_;
  Feature* limit_;
  std::uint64_t next_;
};

inline int distance_bucket(std::ptrdiff_t distance) {
  const std::ptrdiff_t size = std::abs(distance);
  const int bucket = size <= 5    ? static_cast<int>(size)
                     : size <= 7  ? 6
                     : size <= 10 ? 7
                     : size <= 15 ? 8
                     : size <= 25 ? 9
                     : size <= 40 ? 10
                                  : kFarthest;
  return distance < 0 ? -bucket : bucket;
}

inline int few(std::uint32_t count, std::uint32_t most) { return static_cast<int>(std::min(count, most)); }

// Quotation marks a few words off: what opens or closes within reach of a cue.
inline int quotes_near(const TaggerText& text, std::size_t token) {
  int found = 0;
  for (int step = -3; step <= 3; ++step) {
    if (step == 0) continue;
    const QuoteState quote = text.near(token, step).quote;
    if (step < 0 && quote == QuoteState::closing) found |= 1;
    if (step > 0 && quote == QuoteState::opening) found |= 2;
    if (step == -1 && quote == QuoteState::closing) found |= 4;
    if (step == 1 && quote == QuoteState::opening) found |= 8;
  }
  return found;
}

// Whether a quotation of the sentence lies before, after or around the token.
inline int quotes_of_sentence(const TaggerText& text, std::size_t token) {
  const Sentence& sentence = text.words.sentences[text.marks[token].sentence];
  const auto marks_at = [&](std::size_t t) {
    return t < text.marks.size() ? text.marks[t].quotation_marks : text.marks.back().quotation_marks;
  };
  const bool before = marks_at(token) > marks_at(sentence.first_token);
  const bool after = marks_at(sentence.last_token) > marks_at(token);
  return before + 2 * after;
}

// Likely heads in tokens [first, last), but for one.
inline std::uint32_t likely_heads(const Heads& heads, std::size_t first, std::size_t last, std::size_t but) {
  last = std::min(last, heads.before.size() - 1);
  if (first >= last) return 0;
  const auto within = [&](std::size_t token) { return first <= token && token < last; };
  const bool own = within(but) && heads.before[but + 1] > heads.before[but];
  return heads.before[last] - heads.before[first] - own;
}

// Whether another likely cue stands right before or behind the quotation a token is in.
inline int claims_on(const TaggerText& text, const Heads& heads, std::size_t head, std::size_t token) {
  if (text.marks[token].quotation == 0) return 0;
  const Quotation& quotation = text.quotations[text.marks[token].quotation - 1];
  const std::size_t first = quotation.first_token;
  const bool before = likely_heads(heads, first - std::min<std::size_t>(first, 5), first, head) > 0;
  const bool behind = likely_heads(heads, quotation.last_token, quotation.last_token + 6, head) > 0;
  const bool own = head + 5 >= first && head < quotation.last_token + 6;
  return 1 + before + 2 * behind + 4 * own;
}

// What a hint makes of a token: nothing, source, cue; content: its first, inner and last tokens, or its only one.
inline int part_in_hint(const Hint& hint, std::size_t token) {
  if (hint.cue.contains(token)) return 1;
  if (hint.source && hint.source->contains(token)) return token == hint.source->first ? 2 : 3;
  for (const TokenRange& content : hint.content) {
    if (content.contains(token)) return 4 + 2 * (token == content.first) + (token + 1 == content.last);
  }
  return 0;
}

inline std::uint64_t pattern_of(const Hint* hint) { return hint == nullptr ? 0 : hint->pattern; }

// The hint of another cue that has the token as content.
inline const Hint* rival_hint(const TaggerText& text, std::size_t token, const Hint* own) {
  const Hint* around = text.hints.around(token);
  return around == own ? nullptr : around;
}

}  // namespace hearsay
