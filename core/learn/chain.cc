// Viterbi search that keeps the k best histories of every label (Schwartz and Chow 1990), and the forward-backward
// sums, scaled at every element so that no length underflows.

#include "core/learn/chain.h"

#include <algorithm>
#include <cmath>

#include "core/learn/bytes.h"

namespace hearsay {
namespace {

struct Step {
  float score = kForbidden;
  Label from = 0;
  std::uint8_t rank = 0;  // which of the histories of `from`
};

using Best = std::vector<Step>;  // kChainLabels x most, each label's best first

void insert(Step* best, std::size_t most, Step step) {
  if (!(step.score > best[most - 1].score)) return;
  std::size_t at = most - 1;
  for (; at > 0 && step.score > best[at - 1].score; --at) best[at] = best[at - 1];
  best[at] = step;
}

class Search {
 public:
  Search(const Sequence& sequence, const Transitions& transitions, std::size_t most)
      : sequence_(sequence), transitions_(transitions), most_(most), trellis_(sequence.scores.size() * width()) {}

  std::vector<Labelling> run() {
    for (std::size_t y = 0; y < kChainLabels; ++y) {
      trellis_[y * most_].score = transitions_.start[y] + sequence_.scores.front()[y];
    }
    for (std::size_t i = 1; i < sequence_.scores.size(); ++i) advance(i);
    return finish();
  }

 private:
  [[nodiscard]] std::size_t width() const { return kChainLabels * most_; }

  void advance(std::size_t i) {
    const auto& steps = transitions_.step[sequence_.sides[i]];
    const Step* before = &trellis_[(i - 1) * width()];
    Step* now = &trellis_[i * width()];
    for (Label from = 0; from < kChainLabels; ++from) {
      for (std::size_t rank = 0; rank < most_; ++rank) {
        const float score = before[from * most_ + rank].score;
        if (score == kForbidden) break;
        for (std::size_t to = 0; to < kChainLabels; ++to) {
          insert(now + to * most_, most_, {score + steps[from][to], from, static_cast<std::uint8_t>(rank)});
        }
      }
    }
    for (std::size_t to = 0; to < kChainLabels; ++to) {
      for (std::size_t rank = 0; rank < most_; ++rank) now[to * most_ + rank].score += sequence_.scores[i][to];
    }
  }

  [[nodiscard]] std::vector<Labelling> finish() const {
    const std::size_t last = sequence_.scores.size() - 1;
    Best ends(most_);
    for (Label from = 0; from < kChainLabels; ++from) {
      for (std::size_t rank = 0; rank < most_; ++rank) {
        const float score = trellis_[last * width() + from * most_ + rank].score;
        if (score == kForbidden) break;
        insert(ends.data(), most_, {score + transitions_.stop[from], from, static_cast<std::uint8_t>(rank)});
      }
    }
    std::vector<Labelling> found;
    for (Step step : ends) {
      if (step.score == kForbidden) break;
      Labelling labelling{std::vector<Label>(last + 1), step.score};
      for (std::size_t i = last + 1; i-- > 0;) {
        labelling.labels[i] = step.from;
        step = trellis_[i * width() + step.from * most_ + step.rank];
      }
      found.push_back(std::move(labelling));
    }
    return found;
  }

  const Sequence& sequence_;
  const Transitions& transitions_;
  std::size_t most_;
  Best trellis_;
};

LabelScores exponentials(const LabelScores& scores, float& largest) {
  largest = *std::max_element(scores.begin(), scores.end());
  LabelScores result{};
  for (std::size_t y = 0; y < kChainLabels; ++y) result[y] = std::exp(scores[y] - largest);
  return result;
}

// exp() of every step, taken once.
std::array<std::array<LabelScores, kChainLabels>, kChainSides> exponentials(const Transitions& transitions) {
  auto result = transitions.step;
  for (auto& side : result) {
    for (LabelScores& from : side) {
      for (float& step : from) step = std::exp(step);
    }
  }
  return result;
}

float normalise(LabelScores& values) {
  float sum = 0;
  for (const float v : values) sum += v;
  if (sum > 0) {
    for (float& v : values) v /= sum;
  }
  return sum;
}

struct Forward {
  std::vector<LabelScores> alpha;      // normalised
  std::vector<LabelScores> emissions;  // exp(score - largest)
  float log_total = 0;
};

Forward forward(const Sequence& sequence, const Transitions& transitions,
                const std::array<std::array<LabelScores, kChainLabels>, kChainSides>& steps) {
  Forward result;
  const std::size_t length = sequence.scores.size();
  result.alpha.resize(length);
  result.emissions.resize(length);
  for (std::size_t i = 0; i < length; ++i) {
    float largest = 0;
    result.emissions[i] = exponentials(sequence.scores[i], largest);
    LabelScores& alpha = result.alpha[i];
    if (i == 0) {
      for (std::size_t y = 0; y < kChainLabels; ++y) alpha[y] = std::exp(transitions.start[y]);
    } else {
      const auto& side = steps[sequence.sides[i]];
      for (std::size_t from = 0; from < kChainLabels; ++from) {
        for (std::size_t to = 0; to < kChainLabels; ++to) alpha[to] += result.alpha[i - 1][from] * side[from][to];
      }
    }
    for (std::size_t y = 0; y < kChainLabels; ++y) alpha[y] *= result.emissions[i][y];
    result.log_total += std::log(normalise(alpha)) + largest;
  }
  float stop = 0;
  for (std::size_t y = 0; y < kChainLabels; ++y) stop += result.alpha.back()[y] * std::exp(transitions.stop[y]);
  result.log_total += std::log(stop);
  return result;
}

}  // namespace

void Transitions::write(std::string& out) const {
  for (const auto& side : step) {
    for (const LabelScores& from : side) {
      for (const float s : from) put_float(out, s);
    }
  }
  for (const float s : start) put_float(out, s);
  for (const float s : stop) put_float(out, s);
}

Result<Transitions> Transitions::read(std::string_view& bytes) {
  Transitions result;
  bool whole = true;
  const auto take = [&](float& s) {
    whole = whole && take_float(bytes, s) && !std::isnan(s) && s < std::numeric_limits<float>::infinity();
  };
  for (auto& side : result.step) {
    for (LabelScores& from : side) {
      for (float& s : from) take(s);
    }
  }
  for (float& s : result.start) take(s);
  for (float& s : result.stop) take(s);
  if (!whole)
    return Error{ErrorCode::malformed, "model", "the transitions are cut off or hold what is no number", "", ""};
  return result;
}

std::vector<Labelling> best_labellings(const Sequence& sequence, const Transitions& transitions, std::size_t most) {
  if (sequence.scores.empty() || most == 0) return {};
  return Search(sequence, transitions, most).run();
}

float log_total(const Sequence& sequence, const Transitions& transitions) {
  return sequence.scores.empty() ? 0 : forward(sequence, transitions, exponentials(transitions)).log_total;
}

Marginals marginals(const Sequence& sequence, const Transitions& transitions) {
  Marginals result;
  if (sequence.scores.empty()) return result;
  const auto steps = exponentials(transitions);
  const Forward ahead = forward(sequence, transitions, steps);
  result.log_total = ahead.log_total;
  const std::size_t length = sequence.scores.size();
  result.label.resize(length);
  LabelScores beta{};
  for (std::size_t y = 0; y < kChainLabels; ++y) beta[y] = std::exp(transitions.stop[y]);
  for (std::size_t i = length; i-- > 0;) {
    for (std::size_t y = 0; y < kChainLabels; ++y) result.label[i][y] = ahead.alpha[i][y] * beta[y];
    normalise(result.label[i]);
    if (i == 0) break;
    const std::size_t side = sequence.sides[i];
    std::array<LabelScores, kChainLabels> pairs{};
    float sum = 0;
    LabelScores next{};
    for (std::size_t from = 0; from < kChainLabels; ++from) {
      for (std::size_t to = 0; to < kChainLabels; ++to) {
        const float onward = steps[side][from][to] * ahead.emissions[i][to] * beta[to];
        next[from] += onward;
        pairs[from][to] = ahead.alpha[i - 1][from] * onward;
        sum += pairs[from][to];
      }
    }
    for (std::size_t from = 0; from < kChainLabels; ++from) {
      for (std::size_t to = 0; to < kChainLabels; ++to) result.step.step[side][from][to] += pairs[from][to] / sum;
    }
    normalise(next);
    beta = next;
  }
  result.step.start = result.label.front();
  result.step.stop = result.label.back();
  return result;
}

}  // namespace hearsay
