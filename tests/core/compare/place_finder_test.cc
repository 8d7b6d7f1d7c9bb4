#include "core/compare/place_finder.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

constexpr const char* kText =
    "At least 12 bodies had been recovered by divers, the harbour office said. The council did not vote on the plan on "
    "Friday. Twelve engines came. The mayor said the school would stay closed until May.";

FoundPlace found(const std::string& text, const QuotedPlace& quoted) {
  return PlaceFinder(Lexicon::shipped()).find(text, quoted);
}
std::string words(const std::string& text, const FoundPlace& place) {
  return place.span ? std::string(place.span->of(text)) : "(" + place.why + ")";
}

TEST(PlaceFinder, WordsAtTheirPlace) {
  const FoundPlace place = found(kText, {"12 bodies", "At least ", " had been", Span{9, 18}});
  ASSERT_TRUE(place.span);
  EXPECT_EQ(*place.span, (Span{9, 18}));
  EXPECT_FALSE(place.moved);
}

TEST(PlaceFinder, WordsThatMoved) {
  const std::string text = std::string("A new first paragraph.\n\n") + kText;
  const FoundPlace place = found(text, {"12 bodies", "At least ", " had been", Span{9, 18}});
  EXPECT_EQ(words(text, place), "12 bodies");
  EXPECT_TRUE(place.moved);
}

TEST(PlaceFinder, WordsThatChangedALittle) {
  EXPECT_EQ(words(kText, found(kText, {"The mayor has said the school would stay closed until May", "", "", {}})),
            "The mayor said the school would stay closed until May");
}

TEST(PlaceFinder, AnotherFigureIsALookalike) {
  for (const char* exact : {"At least 14 bodies had been recovered by divers, the harbour office said",
                            "At least twelve bodies had been recovered by divers, the harbour office said"}) {
    const FoundPlace place = found(kText, {exact, "", "", {}});
    EXPECT_FALSE(place.span) << exact;
    EXPECT_NE(place.why.find("figures or negations"), std::string::npos) << place.why;
  }
}

TEST(PlaceFinder, ANegationGoneOrComeIsALookalike) {
  EXPECT_FALSE(found(kText, {"The council did vote on the plan on Friday", "", "", {}}).span);
  EXPECT_FALSE(found(kText, {"The council didn't vote on the plan on Friday", "", "", {}}).span);
  EXPECT_FALSE(found(kText, {"The mayor said the school would not stay closed until May", "", "", {}}).span);
}

TEST(PlaceFinder, ShortWordsNeedTheirContext) {
  EXPECT_FALSE(found("The fire began at 17 in the evening.", {"17", "rises to ", " after three", Span{40, 42}}).span);
  EXPECT_FALSE(found("He ran. He ran.", {"He ran", "", "", {}}).span) << "two places alike";
}

TEST(PlaceFinder, NothingIsFoundInNothing) {
  EXPECT_FALSE(found("", {"12 bodies", "", "", Span{9, 18}}).span);
  EXPECT_FALSE(found(kText, {"", "At", "12", Span{0, 0}}).span);
  EXPECT_FALSE(found(kText, {"Nobody ever printed these words at all", "", "", Span{5000, 9000}}).span);
}

}  // namespace
}  // namespace hearsay
