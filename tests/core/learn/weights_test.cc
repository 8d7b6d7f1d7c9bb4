#include "core/learn/weights.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "core/learn/model_file.h"

namespace hearsay {
namespace {

std::vector<Weights::Row> random_rows(std::size_t count, unsigned seed) {
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<float> weight(-1, 1);
  std::vector<Weights::Row> rows(count);
  for (Weights::Row& row : rows) {
    row.feature = mix(1, random());
    for (float& w : row.weights) w = weight(random);
  }
  return rows;
}

TEST(Weights, TrainedFeatureIsFoundWithinHalfAStep) {
  const auto rows = random_rows(2000, 1);
  const Weights weights = Weights::quantise(rows, 7, 1024);
  std::size_t wrong = 0;
  for (const auto& row : rows) {
    Sums sums{};
    weights.add<7>(row.feature, sums);
    for (std::size_t k = 0; k < 7; ++k) {
      wrong += std::abs(static_cast<float>(sums[k]) * weights.scale() - row.weights[k]) > weights.scale() * 0.51F;
    }
  }
  EXPECT_LT(wrong, 2000U * 7 / 50) << "only features that share line and fingerprint may be lost";
}

TEST(Weights, UntrainedFeatureFindsAlmostAlwaysNothing) {
  const Weights weights = Weights::quantise(random_rows(6000, 2), 1, 1024);
  std::size_t found = 0;
  for (const auto& row : random_rows(10000, 3)) {
    Sums sums{};
    weights.add<1>(row.feature, sums);
    found += sums[0] != 0;
  }
  EXPECT_LT(found, 10000U / 25);
}

TEST(Weights, FullLineKeepsItsGreatestWeights) {
  std::vector<Weights::Row> rows;
  for (std::size_t i = 0; i < 20; ++i) {  // one line, twenty fingerprints
    rows.push_back({(7ULL << 32) | (i + 1), {static_cast<float>(i + 1)}});
  }
  const Weights weights = Weights::quantise(rows, 1, 1);
  for (std::size_t i = 0; i < 20; ++i) {
    Sums sums{};
    weights.add<1>(rows[i].feature, sums);
    EXPECT_EQ(sums[0] != 0, i >= 12) << i;
  }
}

TEST(Weights, OrderOfRowsDoesNotMatter) {
  auto rows = random_rows(3000, 4);
  std::string one;
  std::string two;
  Weights::quantise(rows, 7, 256).write(one);
  std::shuffle(rows.begin(), rows.end(), std::mt19937(5));
  Weights::quantise(rows, 7, 256).write(two);
  EXPECT_EQ(one, two);
}

TEST(Weights, ComeBackFromTheirBytes) {
  const auto rows = random_rows(500, 6);
  const Weights weights = Weights::quantise(rows, 7, 128);
  std::string bytes;
  weights.write(bytes);
  bytes += "rest";
  std::string_view view = bytes;
  const auto read = Weights::read(view);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(view, "rest");
  for (const auto& row : rows) {
    Sums before{};
    Sums after{};
    weights.add<7>(row.feature, before);
    read->add<7>(row.feature, after);
    EXPECT_EQ(before, after);
  }
}

TEST(Weights, DamagedBytesAreRefused) {
  std::string bytes;
  Weights::quantise(random_rows(10, 7), 1, 16).write(bytes);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    std::string_view cut = std::string_view(bytes).substr(0, size);
    EXPECT_FALSE(Weights::read(cut).ok()) << size;
  }
  for (const auto& [at, value] : {std::pair{0, 3}, {4, 3}, {7, 127}}) {  // labels 3; 19 lines; far too many lines
    std::string changed = bytes;
    changed[static_cast<std::size_t>(at)] = static_cast<char>(value);
    std::string_view view = changed;
    EXPECT_FALSE(Weights::read(view).ok()) << at;
  }
}

TEST(ModelFile, OpensWhatWasSealed) {
  const std::string bytes = seal_model(3, "inside");
  const auto opened = open_model(bytes, 3);
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(*opened, "inside");
}

TEST(ModelFile, EveryChangedOrMissingByteIsNoticed) {
  const std::string bytes = seal_model(3, "inside");
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(open_model(changed, 3).ok()) << i;
    EXPECT_FALSE(open_model(std::string_view(bytes).substr(0, i), 3).ok()) << i;
  }
  EXPECT_FALSE(open_model(bytes + "x", 3).ok());
}

TEST(ModelFile, OtherVersionIsNamed) {
  const auto opened = open_model(seal_model(2, "inside"), 3);
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().code, ErrorCode::unsupported);
  EXPECT_NE(opened.error().message.find("version 2"), std::string::npos);
}

}  // namespace
}  // namespace hearsay
