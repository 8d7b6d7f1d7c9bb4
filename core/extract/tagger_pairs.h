#pragma once
// What a token is to one cue: the features that score its labels beside those of the token alone.
//
//   const Cue cue(text, heads, head);
//   const CuePair pair(cue, token);
//   pair.add_features(features);           // all of them, as training wants them
//   pair.add_features(kSteady, features);  // or those of one part

#include <cstddef>
#include <cstdint>

#include "core/extract/tagger_features.h"

namespace hearsay {

// A cue and what its features need of it. Views what it is made of, which must outlive it.
struct Cue {
  Cue(const TaggerText& text_read, const Heads& heads_found, std::size_t head_read);

  const TaggerText& text;
  const Heads& heads;
  std::size_t head;
  const TokenMark& mark;
  const TokenMark& left;  // the words around it
  const TokenMark& right;
  const TokenMark& after_right;
  const Hint* hint;
  int quotes = 0;           // near it
  int sentence_quotes = 0;  // of its sentence
};

// Parts of the features of a pair, by what they depend on beside the cue. Pairs of one cue that agree in the key of a
// part have the same features of that part, so that these need summing once.
enum PairPart : unsigned {
  kSteady = 1,   // steady_key(): stays the same over stretches of tokens
  kGrouped = 2,  // grouped_key(): the token's group, and how far off it is
  kSided = 4,    // the token and side(); not even the cue
  kOwn = 8,      // everything else
};

class CuePair {
 public:
  // `token` is not the head.
  CuePair(const Cue& cue, std::size_t token);

  // All features, in the order that training keeps.
  void add_features(FeatureList& features) const;
  void add_features(PairPart part, FeatureList& features) const;

  struct SteadyKey {
    std::uint64_t packed = 0;
    std::uint64_t rival = 0;

    friend bool operator==(const SteadyKey&, const SteadyKey&) = default;
  };
  [[nodiscard]] SteadyKey steady_key() const;

  static constexpr std::size_t kGroupedKeys = (2 * kFarthest + 1) * kGroups;
  [[nodiscard]] std::size_t grouped_key() const {
    return static_cast<std::size_t>(bucket_ + kFarthest) * kGroups + m0_.group;
  }

  // 0 before the cue, 1 behind it.
  [[nodiscard]] int side() const { return side_; }

 private:
  template <unsigned kParts>
  void add_parts(FeatureList& features) const;

  const Cue& cue_;
  std::size_t token_;
  const TokenMark& m0_;
  const TokenMark& l1_;
  const TokenMark& r1_;
  int side_;
  int bucket_;      // of the distance
  int commas_ = 0;  // between cue and token
  int stops_ = 0;
  int quotes_ = 0;
  int others_ = 0;  // likely heads
  int sentences_ = 0;
  int frame_ = 0;        // side, sentences, commas and other heads
  int claimed_ = 0;      // by cues beside the token's quotation
  int beyond_ = 0;       // likely heads right behind the token
  int quote_ = 0;        // whether token and cue stand in quotes
  int part_ = 0;         // of the token in the cue's hint
  int rival_part_ = 0;   // in the hint of another cue
  bool own_head_;        // the token is a likely head
  bool one_quotation_;   // holds both
  bool opens_sentence_;  // the token does
  std::uint64_t rival_;  // the pattern of that other hint
};

}  // namespace hearsay
