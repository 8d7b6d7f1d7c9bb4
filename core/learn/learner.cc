// Plain stochastic gradient ascent, one example a step. The gradient of a feature's weight for label y is (1 if gold
// has y, else 0) minus the model's probability of y, summed over the elements that show the feature; AdaGrad divides
// each step by the root of the squares so far, so that rare features still learn when frequent ones have settled.

#include "core/learn/learner.h"

#include <algorithm>
#include <cmath>

namespace hearsay {
namespace {

constexpr float kSmall = 1e-6F;
constexpr float kLeastGradient = 1e-4F;  // steps too small to matter are not taken

void step(float& value, float& squares, float gradient, float rate, float shrink) {
  squares += gradient * gradient;
  value += rate / std::sqrt(squares + kSmall) * (gradient - shrink * value);
}

template <typename Change>
void each_step(Transitions& into, const Transitions& from, const Change& change) {
  const auto row = [&](LabelScores& target, const LabelScores& values) {
    for (std::size_t y = 0; y < kChainLabels; ++y) change(target[y], values[y]);
  };
  for (std::size_t side = 0; side < kChainSides; ++side) {
    for (std::size_t y = 0; y < kChainLabels; ++y) row(into.step[side][y], from.step[side][y]);
  }
  row(into.start, from.start);
  row(into.stop, from.stop);
}

}  // namespace

std::size_t FeatureNumbers::place_of(Feature feature) const {
  const std::size_t mask = entries_.size() - 1;
  std::size_t at = static_cast<std::size_t>(feature >> 20) & mask;
  while (entries_[at].feature != 0 && entries_[at].feature != feature) at = (at + 1) & mask;
  return at;
}

void FeatureNumbers::grow() {
  std::vector<Entry> old(std::max<std::size_t>(1 << 16, entries_.size() * 2));
  old.swap(entries_);
  for (const Entry& entry : old) {
    if (entry.feature != 0) entries_[place_of(entry.feature)] = entry;
  }
}

void FeatureNumbers::count(const std::vector<Feature>& features) {
  for (const Feature feature : features) {
    if (used_ * 2 >= entries_.size()) grow();
    Entry& entry = entries_[place_of(feature)];
    used_ += entry.feature == 0;
    entry.feature = feature;
    ++entry.count;
  }
}

void FeatureNumbers::close(std::uint32_t least_count) {
  for (Entry& entry : entries_) {
    if (entry.feature == 0) continue;
    if (entry.count >= least_count) features_.push_back(entry.feature);
    entry.count = entry.count >= least_count ? static_cast<std::uint32_t>(features_.size()) : 0;
  }
}

std::vector<std::uint32_t> FeatureNumbers::numbers_of(const std::vector<Feature>& features) const {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(features.size());
  if (entries_.empty()) return numbers;
  for (const Feature feature : features) {
    const std::uint32_t number = entries_[place_of(feature)].count;
    if (number != 0) numbers.push_back(number - 1);
  }
  return numbers;
}

ChainLearner::ChainLearner(std::size_t features, const Transitions& transitions, LearningRate rate)
    : weights_(features), transitions_(transitions), rate_(rate) {}

void ChainLearner::score(const Example& example, Sequence& sequence) const {
  const std::size_t length = example.gold.size();
  sequence.scores.assign(length, LabelScores{});
  sequence.sides = example.sides;
  for (std::size_t i = 0; i < length; ++i) {
    LabelScores& scores = sequence.scores[i];
    for (const auto* list : {example.shared[i], &example.own[i]}) {
      for (const std::uint32_t feature : *list) {
        const LabelScores& value = weights_[feature].value;
        for (std::size_t y = 0; y < kChainLabels; ++y) scores[y] += value[y];
      }
    }
    for (std::size_t y = 0; y < kChainLabels; ++y) {
      if ((example.allowed[i] >> y & 1) == 0) scores[y] = kForbidden;
    }
  }
}

void ChainLearner::move(std::uint32_t feature, const LabelScores& gradient) {
  Weight& weight = weights_[feature];
  for (std::size_t y = 0; y < kChainLabels; ++y) {
    weight.squares[y] += gradient[y] * gradient[y];
    weight.value[y] +=
        rate_.features / std::sqrt(weight.squares[y] + kSmall) * (gradient[y] - rate_.shrink * weight.value[y]);
  }
}

float ChainLearner::learn(const Example& example) {
  Sequence sequence;
  score(example, sequence);
  const Marginals expected = marginals(sequence, transitions_);
  const std::size_t length = example.gold.size();
  float gold_score = transitions_.start[example.gold.front()] + transitions_.stop[example.gold.back()];
  Transitions seen;
  seen.start[example.gold.front()] = 1;
  seen.stop[example.gold.back()] = 1;
  for (std::size_t i = 0; i < length; ++i) {
    const Label gold = example.gold[i];
    gold_score += sequence.scores[i][gold];
    if (i > 0) {
      gold_score += transitions_.step[example.sides[i]][example.gold[i - 1]][gold];
      seen.step[example.sides[i]][example.gold[i - 1]][gold] += 1;
    }
    LabelScores gradient{};
    float largest = 0;
    for (std::size_t y = 1; y < kChainLabels; ++y) {
      gradient[y] = static_cast<float>(y == gold) - expected.label[i][y];
      largest = std::max(largest, std::abs(gradient[y]));
    }
    gradient[0] = 0;
    if (largest < kLeastGradient) continue;
    for (const auto* list : {example.shared[i], &example.own[i]}) {
      for (const std::uint32_t feature : *list) move(feature, gradient);
    }
  }
  const auto move_row = [this](LabelScores& value, LabelScores& squares, const LabelScores& gold,
                               const LabelScores& model) {
    for (std::size_t y = 0; y < kChainLabels; ++y) {
      if (value[y] != kForbidden) step(value[y], squares[y], gold[y] - model[y], rate_.transitions, rate_.shrink);
    }
  };
  for (std::size_t side = 0; side < kChainSides; ++side) {
    for (std::size_t from = 0; from < kChainLabels; ++from) {
      move_row(transitions_.step[side][from], squares_.step[side][from], seen.step[side][from],
               expected.step.step[side][from]);
    }
  }
  move_row(transitions_.start, squares_.start, seen.start, expected.step.start);
  move_row(transitions_.stop, squares_.stop, seen.stop, expected.step.stop);
  return gold_score - expected.log_total;
}

void ChainLearner::keep() {
  kept_.resize(weights_.size());
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    for (std::size_t y = 0; y < kChainLabels; ++y) kept_[i][y] += weights_[i].value[y];
  }
  each_step(kept_transitions_, transitions_, [](float& sum, float value) { sum += value; });
  passes_kept_ += 1;
}

Transitions ChainLearner::average() const {
  Transitions result;
  each_step(result, kept_transitions_, [this](float& mean, float sum) { mean = sum / passes_kept_; });
  return result;
}

std::vector<Weights::Row> ChainLearner::rows(const FeatureNumbers& numbers) const {
  std::vector<Weights::Row> rows(kept_.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].feature = numbers.features()[i];
    for (std::size_t y = 1; y < kChainLabels; ++y) rows[i].weights[y - 1] = kept_[i][y] / passes_kept_;
  }
  return rows;
}

ChoiceLearner::ChoiceLearner(std::size_t features, LearningRate rate) : weights_(features), rate_(rate) {}

float ChoiceLearner::score(const Candidate& candidate) const {
  float sum = 0;
  for (const std::uint32_t feature : candidate) sum += weights_[feature].value;
  return sum;
}

float ChoiceLearner::learn(const std::vector<Candidate>& candidates, std::size_t gold, float weight) {
  std::vector<float> scores;
  for (const Candidate& candidate : candidates) scores.push_back(score(candidate));
  scores.push_back(0);
  const float largest = *std::max_element(scores.begin(), scores.end());
  float sum = 0;
  for (const float s : scores) sum += std::exp(s - largest);
  const float log_total = std::log(sum) + largest;
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    const float gradient = weight * (static_cast<float>(c == gold) - std::exp(scores[c] - log_total));
    if (std::abs(gradient) < kLeastGradient) continue;
    for (const std::uint32_t feature : candidates[c]) {
      step(weights_[feature].value, weights_[feature].squares, gradient, rate_.features, rate_.shrink);
    }
  }
  return scores[gold] - log_total;
}

float ChoiceLearner::average_score(const Candidate& candidate) const {
  float sum = 0;
  for (const std::uint32_t feature : candidate) sum += weights_[feature].kept;
  return sum / passes_kept_;
}

void ChoiceLearner::keep() {
  for (Weight& weight : weights_) weight.kept += weight.value;
  passes_kept_ += 1;
}

std::vector<Weights::Row> ChoiceLearner::rows(const FeatureNumbers& numbers) const {
  std::vector<Weights::Row> rows(weights_.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].feature = numbers.features()[i];
    rows[i].weights[0] = weights_[i].kept / passes_kept_;
  }
  return rows;
}

}  // namespace hearsay
