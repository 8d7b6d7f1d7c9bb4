// Search and sums are held against the enumeration of every labelling, on small random chains.

#include "core/learn/chain.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace hearsay {
namespace {

constexpr std::size_t kUsed = 3;  // labels in use; the others are forbidden

struct Case {
  Sequence sequence;
  Transitions transitions;
};

Case random_case(std::mt19937& random, std::size_t length) {
  std::uniform_real_distribution<float> score(-2, 2);
  Case result;
  for (auto& side : result.transitions.step) {
    for (auto& from : side) {
      for (auto& to : from) to = score(random);
    }
  }
  result.transitions.step[1][0][2] = kForbidden;
  for (std::size_t i = 0; i < length; ++i) {
    LabelScores scores;
    for (std::size_t y = 0; y < kChainLabels; ++y) scores[y] = y < kUsed ? score(random) : kForbidden;
    result.sequence.scores.push_back(scores);
    result.sequence.sides.push_back(static_cast<std::uint8_t>(random() % kChainSides));
  }
  for (std::size_t y = 0; y < kUsed; ++y) {
    result.transitions.start[y] = score(random);
    result.transitions.stop[y] = score(random);
  }
  return result;
}

float score_of(const Case& c, const std::vector<Label>& labels) {
  float sum = c.transitions.start[labels.front()] + c.transitions.stop[labels.back()];
  for (std::size_t i = 0; i < labels.size(); ++i) {
    sum += c.sequence.scores[i][labels[i]];
    if (i > 0) sum += c.transitions.step[c.sequence.sides[i]][labels[i - 1]][labels[i]];
  }
  return sum;
}

std::vector<Labelling> every_labelling(const Case& c) {
  const std::size_t length = c.sequence.scores.size();
  std::vector<Labelling> all;
  std::vector<Label> labels(length, 0);
  for (;;) {
    const float score = score_of(c, labels);
    if (score != kForbidden) all.push_back({labels, score});
    std::size_t i = 0;
    while (i < length && ++labels[i] == kUsed) labels[i++] = 0;
    if (i == length) break;
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
  return all;
}

TEST(Chain, BestLabellingsAreThoseOfFullEnumeration) {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    const Case c = random_case(random, 1 + static_cast<std::size_t>(round % 6));
    const auto all = every_labelling(c);
    const auto found = ChainReader(c.transitions).best_labellings(c.sequence, 5);
    ASSERT_EQ(found.size(), std::min<std::size_t>(5, all.size()));
    for (std::size_t k = 0; k < found.size(); ++k) {
      EXPECT_NEAR(found[k].score, all[k].score, 1e-4);
      EXPECT_NEAR(score_of(c, found[k].labels), found[k].score, 1e-4);
    }
  }
}

TEST(Chain, SumsAreThoseOfFullEnumeration) {
  std::mt19937 random(11);
  for (int round = 0; round < 30; ++round) {
    const Case c = random_case(random, 1 + static_cast<std::size_t>(round % 6));
    const auto all = every_labelling(c);
    double total = 0;
    for (const auto& l : all) total += std::exp(l.score);
    const Marginals found = marginals(c.sequence, c.transitions);
    EXPECT_NEAR(found.log_total, std::log(total), 1e-3);
    EXPECT_NEAR(ChainReader(c.transitions).log_total(c.sequence), std::log(total), 1e-3);
    for (std::size_t i = 0; i < c.sequence.scores.size(); ++i) {
      for (std::size_t y = 0; y < kUsed; ++y) {
        double share = 0;
        for (const auto& l : all) share += l.labels[i] == y ? std::exp(l.score) / total : 0;
        EXPECT_NEAR(found.label[i][y], share, 1e-3);
      }
    }
    double steps = 0;
    for (const auto& side : found.step.step) {
      for (const auto& from : side) {
        for (const float p : from) steps += p;
      }
    }
    EXPECT_NEAR(steps, static_cast<double>(c.sequence.scores.size() - 1), 1e-3);
  }
}

TEST(Chain, ForbiddenStepIsNeverTaken) {
  std::mt19937 random(13);
  const Case c = random_case(random, 6);
  for (const Labelling& found : ChainReader(c.transitions).best_labellings(c.sequence, 50)) {
    for (std::size_t i = 1; i < found.labels.size(); ++i) {
      EXPECT_FALSE(c.sequence.sides[i] == 1 && found.labels[i - 1] == 0 && found.labels[i] == 2);
      EXPECT_LT(found.labels[i], kUsed);
    }
  }
}

TEST(Chain, LongSequenceNeitherUnderflowsNorTakesLong) {
  std::mt19937 random(17);
  const Case c = random_case(random, 200000);
  const Marginals found = marginals(c.sequence, c.transitions);
  EXPECT_TRUE(std::isfinite(found.log_total));
  float sum = 0;
  for (const float p : found.label[150000]) sum += p;
  EXPECT_NEAR(sum, 1, 1e-3);
  EXPECT_EQ(ChainReader(c.transitions).best_labellings(c.sequence, 1).front().labels.size(), 200000U);
}

TEST(Chain, EmptySequenceHasNoLabelling) {
  EXPECT_TRUE(ChainReader(Transitions{}).best_labellings({}, 3).empty());
  EXPECT_EQ(ChainReader(Transitions{}).log_total({}), 0);
  EXPECT_TRUE(marginals({}, {}).label.empty());
}

TEST(Chain, TransitionsComeBackFromTheirBytes) {
  std::mt19937 random(19);
  const Case c = random_case(random, 1);
  std::string bytes;
  c.transitions.write(bytes);
  std::string_view rest = bytes;
  const auto read = Transitions::read(rest);
  ASSERT_TRUE(read.ok());
  EXPECT_TRUE(rest.empty());
  EXPECT_EQ(read->step, c.transitions.step);
  EXPECT_EQ(read->start, c.transitions.start);
  std::string_view cut = std::string_view(bytes).substr(1);
  EXPECT_FALSE(Transitions::read(cut).ok());
}

}  // namespace
}  // namespace hearsay
