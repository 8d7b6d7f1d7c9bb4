#pragma once
// A chain of labels: first-order linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over at
// most eight labels, with transition weights that depend on a *side*: the part of the sequence a step leads into
// (before, at or after an anchor, say). Weights of label 0 are zero by convention; it needs none.

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "core/value/result.h"

namespace hearsay {

inline constexpr std::size_t kChainLabels = 8;
inline constexpr std::size_t kChainSides = 3;
inline constexpr float kForbidden = -std::numeric_limits<float>::infinity();

using LabelScores = std::array<float, kChainLabels>;
using Label = std::uint8_t;

// What steps are worth: step[side][from][to]; start[to] and stop[from] at the ends. kForbidden where they may not be
// taken.
struct Transitions {
  std::array<std::array<LabelScores, kChainLabels>, kChainSides> step{};
  LabelScores start{};
  LabelScores stop{};

  // Little-endian, 208 numbers.
  void write(std::string& out) const;
  static Result<Transitions> read(std::string_view& bytes);
};

// A sequence to label: each element's scores (kForbidden for a label it cannot have) and the side of the step into it.
struct Sequence {
  std::vector<LabelScores> scores;
  std::vector<std::uint8_t> sides;

  void clear() { scores.clear(), sides.clear(); }
};

struct Labelling {
  std::vector<Label> labels;
  float score = 0;
};

// Reads sequences under the same transitions, which are copied. Keeps its memory from one sequence to the next, so that
// each thread needs its own.
class ChainReader {
 public:
  explicit ChainReader(const Transitions& transitions);

  // The `most` best labellings, best first; fewer where fewer are allowed. Every element must allow a label.
  // Time: length x labels^2, and length x labels for each labelling.
  std::vector<Labelling> best_labellings(const Sequence& sequence, std::size_t most);

  // Log of the summed exp(score) of all allowed labellings: exp(score - log_total) is a labelling's probability.
  float log_total(const Sequence& sequence);

  using Sides = std::array<std::array<LabelScores, kChainLabels>, kChainSides>;
  // By element: the best score of any labelling up to it with a label there; by element and label: the label before.
  struct Reach {
    std::vector<LabelScores> scores;
    std::vector<Label> best;
  };
  // By element: what leads up to it, normalised, and exp(score - largest).
  struct Forward {
    std::vector<LabelScores> alpha;
    std::vector<LabelScores> emissions;
    float log_total = 0;
  };

 private:
  Transitions transitions_;
  Sides into_;          // [side][to][from]
  Sides exponentials_;  // of steps: [side][from][to]
  Reach reach_;
  Forward forward_;
};

// Probabilities under the model: label[i][y], and pairs summed per side, step[side][from][to], as training needs them.
struct Marginals {
  std::vector<LabelScores> label;
  Transitions step;
  float log_total = 0;
};

Marginals marginals(const Sequence& sequence, const Transitions& transitions);

}  // namespace hearsay
