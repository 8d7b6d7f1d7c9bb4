// Viterbi search; every labelling behind the best one departs at one place from one found before and is spelled by the
// same table. The forward-backward sums are scaled at every element so that no length underflows. Labels lie innermost
// in every table, so that all eight are weighed at once.

#include "core/learn/chain.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/learn/bytes.h"

namespace hearsay {
namespace {

// A labelling not yet spelled out: from element `at` on it is its parent's; at - 1 has label `from`, and before that
// comes the best that leads there. `at` may be one past the end.
struct Deviation {
  float score = kForbidden;
  std::size_t parent = 0;
  std::size_t at = 0;
  Label from = 0;
  std::uint8_t banned = 0;  // labels at - 1 may not have in what deviates from this one, a bit each
};

// The first of the largest scores; 0 where all are kForbidden.
Label first_largest(const LabelScores& scores) {
  LabelScores most = scores;
  for (std::size_t half = kChainLabels / 2; half > 0; half /= 2) {
    for (std::size_t y = 0; y < half; ++y) most[y] = most[y + half] > most[y] ? most[y + half] : most[y];
  }
  Label first = 0;
  while (scores[first] != most[0] && first + 1U < kChainLabels) ++first;
  return first;
}

class Search {
 public:
  Search(const Sequence& sequence, const Transitions& transitions, const ChainReader::Sides& into, std::size_t most,
         ChainReader::Reach& reach)
      : sequence_(sequence),
        transitions_(transitions),
        into_(into),
        most_(most),
        length_(sequence.scores.size()),
        reach_(reach) {}

  std::vector<Labelling> run() {
    advance();
    const Label last = best_before(length_, 0, 0);
    if (reach_.scores.back()[last] + step(length_, last, 0) == kForbidden) return {};
    keep({reach_.scores.back()[last] + step(length_, last, 0), 0, length_, last, 0});
    while (!waiting_.empty() && found_.size() < most_) {
      const Deviation next = waiting_.front();
      waiting_.erase(waiting_.begin());
      found_.push_back(spell(next));
      if (found_.size() < most_) deviate(found_.size() - 1, next);
    }
    return std::move(found_);
  }

 private:
  // What the step into element `at` is worth; past the end, that of stopping.
  [[nodiscard]] float step(std::size_t at, Label from, Label to) const {
    return at == length_ ? transitions_.stop[from] : transitions_.step[sequence_.sides[at]][from][to];
  }

  void advance() {
    auto& reach = reach_.scores;
    reach.resize(length_);
    reach_.best.assign(length_ * kChainLabels, kUnknown);
    for (std::size_t y = 0; y < kChainLabels; ++y) reach[0][y] = transitions_.start[y] + sequence_.scores[0][y];
    for (std::size_t i = 1; i < length_; ++i) {
      const auto& steps = transitions_.step[sequence_.sides[i]];
      const LabelScores before = reach[i - 1];
      LabelScores now;
      now.fill(kForbidden);
      for (std::size_t from = 0; from < kChainLabels; ++from) {
        for (std::size_t to = 0; to < kChainLabels; ++to) {
          const float score = before[from] + steps[from][to];
          now[to] = score > now[to] ? score : now[to];
        }
      }
      for (std::size_t to = 0; to < kChainLabels; ++to) reach[i][to] = now[to] + sequence_.scores[i][to];
    }
  }

  // The best label of element at - 1 before label `to` of element `at`, other than the banned ones.
  [[nodiscard]] Label best_before(std::size_t at, Label to, std::uint8_t banned) const {
    const LabelScores& steps = at == length_ ? transitions_.stop : into_[sequence_.sides[at]][to];
    const LabelScores& reach = reach_.scores[at - 1];
    LabelScores scores;
    for (std::size_t from = 0; from < kChainLabels; ++from) scores[from] = reach[from] + steps[from];
    for (; banned != 0; banned &= static_cast<std::uint8_t>(banned - 1)) scores[std::countr_zero(banned)] = kForbidden;
    return first_largest(scores);
  }

  // The same with none banned, found once.
  [[nodiscard]] Label best_before(std::size_t at, Label to) const {
    Label& best = reach_.best[at * kChainLabels + to];
    if (best == kUnknown) best = best_before(at, to, 0);
    return best;
  }

  [[nodiscard]] Labelling spell(const Deviation& deviation) const {
    Labelling labelling{std::vector<Label>(length_), deviation.score};
    auto& labels = labelling.labels;
    for (std::size_t i = deviation.at; i < length_; ++i) labels[i] = found_[deviation.parent].labels[i];
    labels[deviation.at - 1] = deviation.from;
    for (std::size_t i = deviation.at - 1; i > 0; --i) labels[i - 1] = best_before(i, labels[i]);
    return labelling;
  }

  // Everything that departs from a labelling at or before the place where it departed from its own parent.
  void deviate(std::size_t parent, const Deviation& own) {
    const std::vector<Label>& labels = found_[parent].labels;
    for (std::size_t at = own.at; at > 0; --at) {
      const Label to = at == length_ ? Label{0} : labels[at];
      const auto taken = static_cast<std::uint8_t>(1U << labels[at - 1]);
      const auto banned = static_cast<std::uint8_t>(at == own.at ? own.banned | taken : taken);
      const LabelScores& reach = reach_.scores[at - 1];
      const float rest = own.score - reach[labels[at - 1]] - step(at, labels[at - 1], to);
      const Label from = best_before(at, to, banned);
      if ((banned >> from & 1) != 0) continue;
      keep({rest + reach[from] + step(at, from, to), parent, at, from, banned});
    }
  }

  // Into the waiting ones, best first, of which no more are kept than can still be asked for. One at least can be.
  void keep(const Deviation& deviation) {
    if (deviation.score == kForbidden) return;
    const std::size_t wanted = most_ - found_.size();
    if (waiting_.size() >= wanted && !(deviation.score > waiting_.back().score)) return;
    const auto place = std::upper_bound(waiting_.begin(), waiting_.end(), deviation,
                                        [](const Deviation& a, const Deviation& b) { return a.score > b.score; });
    waiting_.insert(place, deviation);
    if (waiting_.size() > wanted) waiting_.pop_back();
  }

  static constexpr Label kUnknown = 0xFF;

  const Sequence& sequence_;
  const Transitions& transitions_;
  const ChainReader::Sides& into_;
  std::size_t most_;
  std::size_t length_;
  ChainReader::Reach& reach_;
  std::vector<Deviation> waiting_;
  std::vector<Labelling> found_;
};

LabelScores exponentials(const LabelScores& scores, float& largest) {
  largest = *std::max_element(scores.begin(), scores.end());
  LabelScores result{};
  for (std::size_t y = 0; y < kChainLabels; ++y)
    result[y] = scores[y] == kForbidden ? 0 : std::exp(scores[y] - largest);
  return result;
}

// exp() of every step, taken once.
ChainReader::Sides exponentials(const Transitions& transitions) {
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

void forward(const Sequence& sequence, const Transitions& transitions, const ChainReader::Sides& steps,
             ChainReader::Forward& result) {
  const std::size_t length = sequence.scores.size();
  result.alpha.resize(length);
  result.emissions.resize(length);
  result.log_total = 0;
  for (std::size_t i = 0; i < length; ++i) {
    float largest = 0;
    result.emissions[i] = exponentials(sequence.scores[i], largest);
    LabelScores& alpha = result.alpha[i];
    alpha.fill(0);
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

ChainReader::ChainReader(const Transitions& transitions)
    : transitions_(transitions), exponentials_(exponentials(transitions)) {
  for (std::size_t side = 0; side < kChainSides; ++side) {
    for (std::size_t from = 0; from < kChainLabels; ++from) {
      for (std::size_t to = 0; to < kChainLabels; ++to) into_[side][to][from] = transitions.step[side][from][to];
    }
  }
}

std::vector<Labelling> ChainReader::best_labellings(const Sequence& sequence, std::size_t most) {
  if (sequence.scores.empty() || most == 0) return {};
  return Search(sequence, transitions_, into_, most, reach_).run();
}

float ChainReader::log_total(const Sequence& sequence) {
  if (sequence.scores.empty()) return 0;
  forward(sequence, transitions_, exponentials_, forward_);
  return forward_.log_total;
}

Marginals marginals(const Sequence& sequence, const Transitions& transitions) {
  Marginals result;
  if (sequence.scores.empty()) return result;
  const auto steps = exponentials(transitions);
  ChainReader::Forward ahead;
  forward(sequence, transitions, steps, ahead);
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
