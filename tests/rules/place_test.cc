#include "rules/engine/place.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Place, WrittenAndReadBack) {
  const Place places[] = {{"fire", "0123456789abcdef", 12, 20},
                          {"fire", "", 0, 0},
                          {"fire~2", "0123456789abcdef", {}, {}},
                          {"50%#a@b\nc\r, d", "", 3, 4},
                          {"fire", "", {}, {}}};
  for (const Place& place : places) EXPECT_EQ(place_from_text(to_text(place)), place) << to_text(place);
  EXPECT_EQ(to_text(places[0]), "fire#0123456789abcdef@12-20");
}

TEST(Place, WhatIsNoPlace) {
  for (const char* text : {"", "fire", "#0123", "fire#a@", "fire#a@1", "fire#a@1-", "fire#a@-2", "fire#a@5-2",
                           "fire#a@1-2x", "fi%re#a", "fi%zz#a", "fire#a@99999999999999999999-2"}) {
    EXPECT_EQ(place_from_text(text), std::nullopt) << text;
  }
}

TEST(Place, ListsAreLinesAndOneBadLineSpoilsThem) {
  EXPECT_EQ(places_from_text("")->size(), 0U);
  EXPECT_EQ(places_from_text("a#x\n\nb#y@1-2\n")->size(), 2U);
  EXPECT_EQ(places_from_text("a#x\nb"), std::nullopt);
}

TEST(Place, EverySideIsSeenEarly) {
  const Place a{"a", "", 1, 2};
  const Place b{"a", "", 3, 4};
  const Place c{"b", "", 1, 2};
  EXPECT_EQ(by_turns({{a, b}, {c, a}}), (std::vector<Place>{a, c, b}));
  EXPECT_TRUE(by_turns({}).empty());
}

}  // namespace
}  // namespace hearsay
