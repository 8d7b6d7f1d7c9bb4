#include "core/learn/learner.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace hearsay {
namespace {

TEST(FeatureNumbers, RareFeaturesAreLeftOut) {
  FeatureNumbers numbers;
  numbers.count({10, 20, 30});
  numbers.count({20, 30});
  numbers.close(2);
  EXPECT_EQ(numbers.size(), 2U);
  const auto found = numbers.numbers_of({30, 10, 20, 99});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(numbers.features()[found[0]], 30U);
  EXPECT_EQ(numbers.features()[found[1]], 20U);
}

TEST(FeatureNumbers, ManyFeaturesKeepTheirOwnNumbers) {
  FeatureNumbers numbers;
  std::vector<Feature> features;
  for (std::uint64_t i = 0; i < 200000; ++i) features.push_back(mix(3, i));
  numbers.count(features);
  numbers.close(1);
  const auto found = numbers.numbers_of(features);
  ASSERT_EQ(found.size(), features.size());
  for (std::size_t i = 0; i < found.size(); ++i) ASSERT_EQ(numbers.features()[found[i]], features[i]);
}

// Label 1 stands where feature 1 is; label 2 follows a label 1, whatever the features: only a transition can tell.
ChainLearner::Example example_of(std::mt19937& random, const std::vector<std::uint32_t>& nothing) {
  ChainLearner::Example example;
  Label before = 0;
  for (int i = 0; i < 12; ++i) {
    const bool mark = before != 1 && random() % 3 == 0;
    const Label gold = before == 1 ? 2 : mark ? 1 : 0;
    example.shared.push_back(&nothing);
    example.own.push_back(mark ? std::vector<std::uint32_t>{1} : std::vector<std::uint32_t>{0});
    example.sides.push_back(0);
    example.allowed.push_back(0b111);
    example.gold.push_back(gold);
    before = gold;
  }
  return example;
}

TEST(ChainLearner, LearnsWhatOnlyTransitionsTell) {
  const std::vector<std::uint32_t> nothing;
  std::mt19937 random(3);
  ChainLearner learner(2, Transitions{}, {});
  for (int i = 0; i < 400; ++i) learner.learn(example_of(random, nothing));
  for (int i = 0; i < 20; ++i) {
    const auto example = example_of(random, nothing);
    Sequence sequence;
    learner.score(example, sequence);
    EXPECT_EQ(ChainReader(learner.transitions()).best_labellings(sequence, 1).front().labels, example.gold);
  }
}

TEST(ChainLearner, LikelihoodOfOneExampleRises) {
  const std::vector<std::uint32_t> nothing;
  std::mt19937 random(5);
  const auto example = example_of(random, nothing);
  ChainLearner learner(2, Transitions{}, {});
  const float before = learner.learn(example);
  float after = before;
  for (int i = 0; i < 30; ++i) after = learner.learn(example);
  EXPECT_LT(before, after);
  EXPECT_LE(after, 0);
}

TEST(ChoiceLearner, LearnsToChooseAndToDecline) {
  ChoiceLearner learner(4, {});
  // feature 2 marks the right candidate; where feature 3 stands on all of them, none is right
  const std::vector<ChoiceLearner::Candidate> choose = {{0}, {0, 2}, {0, 1}};
  const std::vector<ChoiceLearner::Candidate> decline = {{0, 3}, {0, 2, 3}, {0, 1, 3}};
  for (int i = 0; i < 300; ++i) {
    learner.learn(choose, 1);
    learner.learn(decline, 3);
  }
  EXPECT_GT(learner.score(choose[1]), 0);
  EXPECT_LT(learner.score(choose[0]), 0);
  for (const auto& candidate : decline) EXPECT_LT(learner.score(candidate), 0);
}

}  // namespace
}  // namespace hearsay
