// A sheet of the review on a screen with fewer lines than it has: what must be known stays, what gives way says so.

#include "cli/screen_part.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "cli/review_text.h"

namespace hearsay {
namespace {

using Lines = std::vector<std::string>;

TEST(Fit, WhatGivesWayFirstIsGoneBeforeTheNextIsTouched) {
  std::vector<ScreenPart> parts = {
      {{"head"}}, {{"one", "two", "three"}, GivesWay::second, 1}, {{"why", "and why"}, GivesWay::first, 0}};
  fit(parts, 6, 80);
  EXPECT_EQ(lines_of(parts), 6U);
  fit(parts, 4, 80);
  EXPECT_EQ(parts[1].lines, (Lines{"one", "two", "three"}));
  EXPECT_TRUE(parts[2].lines.empty());
  fit(parts, 3, 80);
  EXPECT_EQ(parts[1].lines, (Lines{"one", "two …"}));
  fit(parts, 1, 80);
  EXPECT_EQ(parts[0].lines, Lines{"head"});
  EXPECT_EQ(parts[1].lines.size(), 1U) << "no less than the least";
}

TEST(Fit, TheLongestOfTwoGivesWay) {
  std::vector<ScreenPart> parts = {{{"a", "b"}, GivesWay::last, 1}, {{"c", "d", "e", "f"}, GivesWay::last, 1}};
  fit(parts, 4, 80);
  EXPECT_EQ(parts[0].lines, (Lines{"a", "b"}));
  EXPECT_EQ(parts[1].lines, (Lines{"c", "d …"}));
}

TEST(Fit, TheLineOfTheMarkStaysAndAnOpenMarkIsClosed) {
  const std::string open(1, kMarkOpen), close(1, kMarkClose);
  std::vector<ScreenPart> parts = {
      {{"   begins", "   goes on", "   here " + open + "it", "   is" + close + " and", "   ends"}, GivesWay::last, 1}};
  std::vector<ScreenPart> one = parts;
  fit(parts, 2, 80);
  EXPECT_EQ(parts[0].lines, (Lines{"…  here " + open + "it", "   is" + close + " and …"}));
  fit(one, 1, 12);
  EXPECT_EQ(one[0].lines, Lines{"…  here " + open + "i…" + close});
}

ReviewSheet long_sheet() {
  std::string sentence;
  for (int i = 0; i < 60; ++i) sentence += "the harbour was closed again ";
  ReviewSheet sheet;
  sheet.flag.rule = "number-conflict";
  sheet.flag.rule_title = "Different figures for one thing";
  sheet.flag.rule_why = "Two figures for one thing cannot both be printed.";
  sheet.flag.message = sentence;
  ReviewPlace place;
  place.place.article = "dawn";
  place.place.before = place.place.after = sentence;
  place.place.words = "seventeen";
  place.place.claim = "01";
  place.place.speaker = "anonymous: worker at the port";
  place.place.mention = "a worker at the port";
  place.place.role = "worker at the port";
  place.place.type = "indirect";
  place.place.modality = "asserted";
  sheet.places = {place, place, place};
  sheet.number = sheet.count = 1;
  return sheet;
}

TEST(ReviewText, FitsTheScreenWithItsHeadAndBothMarks) {
  const Terminal terminal;
  for (const std::size_t most : {20U, 22U, 30U}) {
    const std::string text = review_text(terminal, long_sheet(), false, most);
    EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), most) << text;
    EXPECT_TRUE(text.starts_with("Flag 1 of 1, high") || text.starts_with("Flag 1 of 1, medium")) << text;
    const std::size_t first = text.find("[seventeen]");
    ASSERT_NE(first, std::string::npos) << text;
    EXPECT_NE(text.find("[seventeen]", first + 1), std::string::npos) << text;
    EXPECT_NE(text.find("and 1 more place, and words left out: m shows them"), std::string::npos) << text;
    EXPECT_EQ(text.find("Why it matters"), std::string::npos) << text;
  }
}

TEST(ReviewText, WholeWhereAllIsAskedForOrLinesAreNotCounted) {
  const Terminal terminal;
  for (const std::string& text :
       {review_text(terminal, long_sheet(), true, 22), review_text(terminal, long_sheet(), false)}) {
    EXPECT_NE(text.find("Why it matters"), std::string::npos);
    EXPECT_EQ(text.find("…"), std::string::npos);
  }
}

TEST(ReviewText, AnUnnamedVoiceIsToldOnce) {
  const std::string text = review_text(Terminal{}, long_sheet(), false, 22);
  EXPECT_NE(text.find("   by anonymous: worker at the port; indirect\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace hearsay
