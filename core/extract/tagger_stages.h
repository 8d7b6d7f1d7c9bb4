#pragma once
// The stages of tagging, as training and tagging share them: heads of cues, readings of each cue, choice of a reading.

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/extract/tagger_features.h"
#include "core/extract/tagger_model.h"
#include "core/extract/tagger_pairs.h"

namespace hearsay {

// What a token is to the cue looked at. Content: its first, inner and last tokens, or its only one.
enum Part : Label { kOther, kSourceFirst, kSource, kCue, kContentFirst, kContent, kContentLast, kContentOnly };

// Steps between parts that make no sense are forbidden, all others are worth 0. Sides: up to the head; after it in its
// sentence; in later sentences. The cue is one stretch around its head.
Transitions legal_transitions();

// The tokens a cue can have its source and content in: its paragraph, within reach; and the next one where the
// paragraph ends in a colon.
TokenRange window_of(const TaggerText& text, std::size_t head);
std::uint8_t side_of(const TaggerText& text, std::size_t head, std::size_t token);
// Bit y: part y may stand there.
std::uint8_t allowed_parts(std::size_t head, std::size_t token);

// Whether the token may be the main word of a cue: words never seen as one are out, words never seen at all are in
// where they could be a verb.
bool may_be_head(const TaggerText& text, std::size_t token, const TaggerModel& model);

// Scores lists of features by weights of one label, each while the weights of the next one are on their way from
// memory. Calls take(what, score) for each list in order; the last one's call comes with finish().
template <typename Take>
class Scoring {
 public:
  Scoring(const Weights& weights, Take take) : weights_(weights), take_(std::move(take)) {}

  // The list to make, empty.
  [[nodiscard]] FeatureList& list() {
    lists_[turn_].clear();
    return lists_[turn_];
  }
  // The list is made; `what` it is of.
  void add(std::size_t what) {
    weights_.prefetch<1>(lists_[turn_]);
    finish();
    waiting_ = what;
    turn_ = 1 - turn_;
  }
  void finish() {
    if (!waiting_) return;
    Sums sums{};
    weights_.add_all<1>(lists_[1 - turn_], sums);
    take_(*waiting_, static_cast<float>(sums[0]) * weights_.scale());
    waiting_.reset();
  }

 private:
  const Weights& weights_;
  Take take_;
  std::array<FeatureList, 2> lists_;
  std::size_t turn_ = 0;
  std::optional<std::size_t> waiting_;
};

Heads find_heads(const TaggerText& text, const TaggerModel& model);

// Sums in numbered slots; each slot knows of what its sums are.
class KeptSums {
 public:
  explicit KeptSums(std::size_t slots) : sums_(slots), owners_(slots, kNobody) {}

  [[nodiscard]] bool has(std::size_t slot, std::size_t owner) const { return owners_[slot] == owner; }
  // Where has() is true.
  [[nodiscard]] const Sums& operator[](std::size_t slot) const { return sums_[slot]; }
  void put(std::size_t slot, std::size_t owner, const Sums& sums) {
    sums_[slot] = sums;
    owners_[slot] = owner;
  }

 private:
  static constexpr std::size_t kNobody = ~std::size_t{0};

  std::vector<Sums> sums_;
  std::vector<std::size_t> owners_;
};

// Reads cues of one text; keeps the sums it has already made.
class CueReader {
 public:
  CueReader(const TaggerText& text, const Heads& heads, const TaggerModel& model);

  // The `most` best readings with content, best first, no two with the same source and content. May be empty.
  [[nodiscard]] std::vector<Analysis> read(std::size_t head, std::size_t most);

 private:
  // The features of one token that have no sum yet, part after part.
  struct Wanted {
    FeatureList features;
    std::array<std::size_t, 5> ends{};  // of the token's own, and of each part of its pair with the cue
    CuePair::SteadyKey steady;
    std::size_t grouped = 0;  // of this cue alone
    Sums grouped_sums{};      // once they are known
    int side = 0;
  };

  void add_hint(std::size_t head, std::vector<Analysis>& analyses) const;
  void score(std::size_t head, TokenRange window);
  void prepare(const Cue& cue, std::size_t token);
  [[nodiscard]] LabelScores settle(const Cue& cue, std::size_t token);

  const TaggerText& text_;
  const Heads& heads_;
  const TaggerModel& model_;
  KeptSums token_sums_;                           // of the latest tokens
  std::array<KeptSums, 2> sided_sums_;            // the same, by side
  KeptSums grouped_sums_;                         // of the cue at hand, by CuePair::grouped_key()
  std::optional<CuePair::SteadyKey> steady_key_;  // of the token before, and its sums
  Sums steady_sums_{};
  std::array<Wanted, 2> wanted_;  // of the token at hand and the next one, by parity
  Sequence sequence_;
  ChainReader chain_;
};

// What the best readings of all heads, which must outlive the result, (analyses[i].front() of heads[i]) say of each
// head.
std::vector<Surroundings> surroundings_of(const TaggerText& text, const Heads& heads,
                                          const std::vector<std::vector<Analysis>>& analyses);

inline constexpr std::size_t kReadings = 5;  // how many readings of a cue are weighed against each other

}  // namespace hearsay
