#pragma once
// The features of every decision the tagger takes; training and tagging share them.
//
//   heads     is this token the main word of a cue?
//   tokens    what a token is, whatever cue is looked at: computed once a token
//   pairs     what a token is to one cue: core/extract/tagger_pairs.h
//   analyses  a whole reading of one cue: its source, its contents

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "core/extract/tagger_text.h"
#include "core/learn/feature.h"

namespace hearsay {

class FeatureList {
 public:
  static constexpr std::size_t kMost = 128;

  void clear() { size_ = 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const Feature* begin() const { return features_.data(); }
  [[nodiscard]] const Feature* end() const { return features_.data() + size_; }
  [[nodiscard]] std::vector<Feature> copy() const { return {begin(), end()}; }

 private:
  friend class Templates;  // core/extract/feature_templates.h, which adds features

  std::array<Feature, kMost> features_;  // only [0, size_) is ever read
  std::size_t size_ = 0;
};

inline constexpr int kFarthest = 11;  // the bucket of distances above 40

// A token that may be the main word of a cue, and how much speaks for it (log odds).
struct Head {
  std::size_t token = 0;
  float score = 0;
};

// The heads found in a text, in order, and how many lie before a token.
struct Heads {
  std::vector<Head> found;
  std::vector<std::uint32_t> before;  // one a token, and the end: likely heads before it

  // Likely: a score above 0.
  void count(std::size_t tokens);
};

// One reading of a cue.
struct Analysis {
  TokenRange cue;
  std::optional<TokenRange> source;
  std::vector<TokenRange> content;  // in order
  float score = 0;                  // of its labelling
  float lag = 0;                    // how far its labelling is behind the best one of this cue
  float log_probability = 0;        // of its labelling
};

void head_features(const TaggerText& text, std::size_t token, FeatureList& features);
void token_features(const TaggerText& text, std::size_t token, FeatureList& features);

// What the other cues of the text say of this one.
struct Surroundings {
  float holder = -100;         // score of the likeliest other head whose best content holds this head
  float contained = -100;      // of the likeliest other head inside this content
  float rival = -100;          // of the likeliest other head whose best content shares at least half of this head's
  const Head* left = nullptr;  // the head before this one, and the one behind it
  const Head* right = nullptr;
};
void analysis_features(const TaggerText& text, const Heads& heads, const Head& head, const Analysis& analysis,
                       const Surroundings& around, FeatureList& features);

}  // namespace hearsay
