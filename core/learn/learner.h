#pragma once
// Training: AdaGrad (Duchi, Hazan and Singer 2011) on the log-likelihood of a chain (conditional random field) or of a
// choice among candidates (conditional logit; with one candidate and "none of them", logistic regression). Features are
// numbered before training, so no two share a weight; rare ones are left out. Deterministic: the caller gives the order
// of examples.

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/learn/chain.h"
#include "core/learn/feature.h"
#include "core/learn/weights.h"

namespace hearsay {

// Features seen often enough, numbered 0 .. size(). Count every example's features first, then close(), then
// number_of().
class FeatureNumbers {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  void count(const std::vector<Feature>& features);
  void close(std::uint32_t least_count);
  // Keeps order; drops features not numbered.
  [[nodiscard]] std::vector<std::uint32_t> numbers_of(const std::vector<Feature>& features) const;
  [[nodiscard]] std::size_t size() const { return features_.size(); }
  [[nodiscard]] const std::vector<Feature>& features() const { return features_; }

 private:
  void grow();
  [[nodiscard]] std::size_t place_of(Feature feature) const;

  struct Entry {
    Feature feature = 0;
    std::uint32_t count = 0;  // 0: empty; after close(): number + 1, or 0 for one left out
  };
  std::vector<Entry> entries_;
  std::size_t used_ = 0;
  std::vector<Feature> features_;
};

struct LearningRate {
  float features = 0.1F;
  float transitions = 0.1F;
  float shrink = 0;  // L2: each touched weight is pulled to zero by this share of its step
};

// Learns to label sequences. Each element has the features of two lists (one shared between sequences, one of its own).
class ChainLearner {
 public:
  struct Example {
    std::vector<const std::vector<std::uint32_t>*> shared;  // one an element
    std::vector<std::vector<std::uint32_t>> own;            // one an element
    std::vector<std::uint8_t> sides;
    std::vector<std::uint8_t> allowed;  // bit y: label y may stand here
    std::vector<Label> gold;
  };

  // `transitions` holds 0 and kForbidden; what is forbidden stays so.
  ChainLearner(std::size_t features, const Transitions& transitions, LearningRate rate);

  // One step along the gradient of one example; its log-likelihood before the step.
  float learn(const Example& example);
  // The scores of the example's elements under the present weights.
  void score(const Example& example, Sequence& sequence) const;

  // Takes the present weights into the average that rows() and average() give (Polyak and Juditsky 1992). Call it at
  // the end of each of the last passes over the data, at least once.
  void keep();

  [[nodiscard]] Transitions average() const;
  [[nodiscard]] const Transitions& transitions() const { return transitions_; }
  [[nodiscard]] std::vector<Weights::Row> rows(const FeatureNumbers& numbers) const;

 private:
  struct Weight {
    LabelScores value{};
    LabelScores squares{};  // sums of squared gradients
  };
  void move(std::uint32_t feature, const LabelScores& gradient);

  std::vector<Weight> weights_;
  std::vector<LabelScores> kept_;  // sums over the passes kept
  Transitions kept_transitions_;
  float passes_kept_ = 0;
  Transitions transitions_;
  Transitions squares_;
  LearningRate rate_;
};

// Learns to choose one of several candidates, or none of them (whose score is 0).
class ChoiceLearner {
 public:
  using Candidate = std::vector<std::uint32_t>;

  ChoiceLearner(std::size_t features, LearningRate rate);

  // `gold` is an index into `candidates`, or candidates.size() for none. `weight` multiplies the step.
  float learn(const std::vector<Candidate>& candidates, std::size_t gold, float weight = 1);
  [[nodiscard]] float score(const Candidate& candidate) const;
  void keep();                                                          // as ChainLearner::keep()
  [[nodiscard]] float average_score(const Candidate& candidate) const;  // under the weights that rows() gives
  [[nodiscard]] std::vector<Weights::Row> rows(const FeatureNumbers& numbers) const;

 private:
  struct Weight {
    float value = 0;
    float squares = 0;
    float kept = 0;  // sum over the passes kept
  };
  std::vector<Weight> weights_;
  float passes_kept_ = 0;
  LearningRate rate_;
};

}  // namespace hearsay
