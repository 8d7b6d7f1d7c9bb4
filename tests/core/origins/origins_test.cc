#include "core/origins/origins.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

using Names = std::vector<std::string>;

TEST(Origins, TenReprintsAreOneOrigin) {
  Names articles{"wire"};
  std::vector<Step> steps;
  for (int i = 0; i < 10; ++i) {
    articles.push_back("reprint" + std::to_string(i));
    steps.push_back({articles.back(), i == 0 ? "wire" : articles[articles.size() - 2]});  // each from the one before
  }
  const Origins origins = origins_of(articles, steps);
  EXPECT_EQ(origins.roots, Names{"wire"});
  EXPECT_TRUE(origins.loops.empty());
}

TEST(Origins, ArticlesOfTheirOwnAreAsManyOrigins) { EXPECT_EQ(origins_of({"b", "a"}, {}).roots, (Names{"a", "b"})); }

TEST(Origins, ALoopIsShownAndIsOneOrigin) {
  const Origins origins = origins_of({"c", "b", "a", "d"}, {{"b", "a"}, {"a", "c"}, {"c", "b"}, {"d", "c"}});
  EXPECT_EQ(origins.roots, Names{"a"});
  ASSERT_EQ(origins.loops.size(), 1U);
  EXPECT_EQ(origins.loops[0], (Names{"a", "c", "b"}));
  EXPECT_EQ(origins.root_of.at("d"), "a");
}

TEST(Origins, WhatNobodyHasReadMayBeTheOrigin) {
  const Origins origins = origins_of({"a", "b"}, {{"a", "Coast Wire"}, {"b", "Coast Wire"}});
  EXPECT_EQ(origins.roots, Names{"Coast Wire"});
}

TEST(Origins, ATextDoesNotComeFromItself) { EXPECT_EQ(origins_of({"a"}, {{"a", "a"}}).roots, Names{"a"}); }

TEST(CameFirst, ByDayThenCreditThenOwnWordsThenName) {
  const TextOrigin early{"z", "2026-03-04", "The Lamp", ""};
  const TextOrigin late{"a", "2026-03-05", "The Post", ""};
  EXPECT_TRUE(came_first(early, late, 0.9, 0.1));
  EXPECT_FALSE(came_first(late, early, 0.1, 0.9));
  const TextOrigin wire{"z", "2026-03-05", "Coast Wire", ""};
  const TextOrigin crediting{"a", "2026-03-05", "The Post", "the Coast Wire"};
  EXPECT_TRUE(came_first(wire, crediting, 0.9, 0.9));
  EXPECT_FALSE(came_first(crediting, wire, 0.9, 0.9));
  const TextOrigin undated{"z", "", "", ""};
  EXPECT_TRUE(came_first(undated, late, 0.4, 0.9)) << "the fuller text, where no day decides";
  EXPECT_TRUE(came_first(late, undated, 0.5, 0.5)) << "by name at last";
  EXPECT_FALSE(came_first(undated, late, 0.5, 0.5));
}

TEST(SameOutlet, WithoutArticleCaseAndPossessive) {
  EXPECT_TRUE(same_outlet("The Harbour Post", "harbour post’s"));
  EXPECT_FALSE(same_outlet("The Harbour Post", "The Harbour Lamp"));
  EXPECT_FALSE(same_outlet("", ""));
}

}  // namespace
}  // namespace hearsay
