#include "core/ingest/published.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/core/ingest/reading.h"

namespace hearsay {
namespace {

std::string published_of(const std::string& text) {
  const Published published = article_of(text).published;
  return published.edtf + (published.edtf.empty() ? "" : " ") + std::string(name_of(published.basis));
}

TEST(Published, FromWhatTheTextSays) {
  struct Case {
    std::string situation;
    std::string text;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"DateLineUnderTheHeadline", "Two Piers Closed in Quaytown\n\nMay 3, 2024\n\n" + kStory, "2024-05-03 stated"},
      {"PublishedOutranksUpdated",
       "Two Piers Closed in Quaytown\n\nUpdated: 4 May 2024\nPublished: 3 May 2024\n\n" + kStory, "2024-05-03 stated"},
      {"AnUpdateAloneInfersOnly", "Two Piers Closed in Quaytown\n\nUpdated 4 May 2024\n\n" + kStory,
       "2024-05-04 inferred"},
      {"LabelledDateBelowTheText", kStory + "\n\nFirst published 3 May 2024", "2024-05-03 stated"},
      {"TimeBehindADot", "Two Piers Closed in Quaytown\n\nAnna Lim\n3 May 2024 · 07:40\n\n" + kStory,
       "2024-05-03 stated"},
      {"TimeAndZoneBehindABar", "Two Piers Closed in Quaytown\n\nMay 3, 2024 | 6:02 p.m. ET\n\n" + kStory,
       "2024-05-03 stated"},
      {"OutletPlaceAndDate", "Two Piers Closed in Quaytown\n\nHarbour Post, Quaytown, Friday 3 May 2024\n\n" + kStory,
       "2024-05-03 stated"},
      {"BylineOutletAndDate", "Two Piers Closed in Quaytown\n\nBy Anna Lim, The Harbour Post, 3 May 2024\n\n" + kStory,
       "2024-05-03 stated"},
      {"DateAtTheEndOfALineOfTheHead",
       "Two Piers Closed in Quaytown\n\nTranscript of the harbour hour, 3 May 2024\n\n" + kStory, "2024-05-03 stated"},
      {"DateAtTheBeginningOfALineOfTheHead",
       "Two Piers Closed in Quaytown\n\nFriday 3 May 2024. All times local.\n\n" + kStory, "2024-05-03 stated"},
      {"PostedBySomebodyAtAnHour",
       "Two Piers Closed in Quaytown\n\nPosted by Old Miller at 14:05 on 3 May 2024\n\n" + kStory, "2024-05-03 stated"},
      {"ADateInsideAStandfirstIsNone",
       "Two Piers Closed in Quaytown\n\nThe council had until 3 May 2024 to look at the supports\n\n" + kStory,
       "unknown"},
      {"AnEventsDateInTheHeadlineIsNone", "Two Piers Closed in Quaytown, 3 May 2024\n\n" + kStory, "unknown"},
      {"DatelineOfAPressWire", "QUAYTOWN, May 3, 2024 /XYZWire/ -- " + kStory, "2024-05-03 stated"},
      {"BareDateBelowTheTextIsAnothersStory", kStory + "\n\nMore stories\nMay 9, 2024", "unknown"},
      {"DatelineWithYear", "QUAYTOWN, May 3, 2024 (XYZ) — " + kStory, "2024-05-03 stated"},
      {"DatelineWithoutYearKeepsItOpen", "QUAYTOWN, May 3 (XYZ) — " + kStory, "XXXX-05-03 inferred"},
      {"DatelineYearFromADateCloseBy",
       "QUAYTOWN, May 3 (XYZ) — " + kStory +
           "\n\nThe office had been told of the cracks on April 21, 2024, it said in a statement.",
       "2024-05-03 inferred"},
      {"DatelineYearNotFromADateFarAway",
       "QUAYTOWN, May 3 (XYZ) — " + kStory +
           "\n\nThe eastern pier was opened for the first time on September 21, 2011, it said.",
       "XXXX-05-03 inferred"},
      {"TwoYearsFitSoNone",
       "QUAYTOWN, May 3 (XYZ) — " + kStory +
           "\n\nIt was told on April 21, 2023, and again on April 22, 2024, about the cracks in the supports.",
       "XXXX-05-03 inferred"},
      {"WeekdayFitsOneYearInQuestion",
       kStory +
           "\n\nDivers were sent down on Friday, May 3, a year after the last look at the supports in 2023, it said.",
       "2024-05-03/2024-05 inferred"},
      {"WeekdayLateInTheMonth",
       kStory +
           "\n\nDivers were sent down on Friday, May 31, a year after the last look at the supports in 2023, it said.",
       "2024-05-31/2024-06 inferred"},
      {"WeekdayWithoutAnyYearStaysUnknown",
       kStory + "\n\nDivers were sent down on Friday, May 3, after a long quarrel about who was to pay.", "unknown"},
      {"WeekdayThatFitsNoYearInQuestion",
       kStory + "\n\nDivers were sent down on Monday, May 3, a year after the last look at the supports in 2023.",
       "unknown"},
      {"AnnouncedDayIsNoDayOfNews",
       kStory + "\n\nThe council will meet on Friday, May 3, a year after its last look at the supports in 2023.",
       "unknown"},
      {"HistoricDateDatesNothing",
       kStory + "\n\nThe eastern pier was opened for the first time on September 21, 2011, by the mayor of that time.",
       "unknown"},
      {"NothingSaid", kStory, "unknown"},
  };
  for (const Case& c : cases) EXPECT_EQ(published_of(c.text), c.expected) << c.situation;
}

TEST(Published, DayAndMonthInFigures) {
  const std::string german =
      "Das Amt hat am Montag zwei der Piere geschlossen, weil die Taucher in den Pfeilern tiefe Risse gefunden haben "
      "und sich nicht sagen lässt, ob sie noch halten.";
  const std::string head = "Two Piers Closed in Quaytown\n\n";
  const struct {
    std::string situation, text, published;
  } cases[] = {
      {"NothingTells", head + "12/02/2026\n\n" + kStory, "2026 inferred"},
      {"Iso", head + "2026-02-12\n\n" + kStory, "2026-02-12 stated"},
      {"DotsAreDayFirst", head + "12.02.2026\n\n" + kStory, "2026-02-12 stated"},
      {"OneReadingOnly", head + "Published: 02/25/2026\n\n" + kStory, "2026-02-25 stated"},
      {"WeekdayDecides", head + "Thursday 12/02/2026\n\n" + kStory, "2026-02-12 stated"},
      {"OtherDateInFiguresDecides",
       head + "12/02/2026\n\n" + kStory + "\n\nThe western pier had been closed on 28/11/2025 by the same office.",
       "2026-02-12 stated"},
      {"TheSameTheOtherWayRound",
       head + "12/02/2026\n\n" + kStory + "\n\nThe western pier had been closed on 11/28/2025 by the same office.",
       "2026-12-02 stated"},
      {"OtherDatesThatContradictDecideNothing",
       head + "12/02/2026\n\n" + kStory + "\n\nIt was closed on 11/28/2025 and on 28/11/2024 by the same office.",
       "2026 inferred"},
      {"DateNearByDecides",
       head + "12/02/2026\n\n" + kStory + "\n\nThe western pier was closed on February 3, 2026, by the same office.",
       "2026-02-12 stated"},
      {"DateFarOffDecidesNothing",
       head + "12/02/2026\n\n" + kStory + "\n\nThe western pier was closed on July 3, 2021, by the same office.",
       "2026 inferred"},
      {"DatelineDecides", head + "12/02/2026\n\nQUAYTOWN, Nov. 30 (UPI) — " + kStory, "2026-12-02 stated"},
      {"LanguageDecides", "Zwei Piere in Kaistadt geschlossen\n\n12/02/2026\n\n" + german + "\n\n" + german,
       "2026-02-12 stated"},
      {"LanguageOfThePageDecides",
       "<html lang=en-GB><body><h1>Two Piers Closed</h1><p class=date>12/02/2026</p><p>" + kStory +
           "</p></body></html>",
       "2026-02-12 stated"},
      {"AndOfAnother",
       "<html lang=en-US><body><h1>Two Piers Closed</h1><p class=date>12/02/2026</p><p>" + kStory +
           "</p></body></html>",
       "2026-12-02 stated"},
  };
  for (const auto& one : cases) EXPECT_EQ(published_of(one.text), one.published) << one.situation;
}

TEST(Published, WhatAPersonGivesFillsButNeverOverwritesWhatIsStated) {
  ReadOptions given;
  given.published = "2020-01-01";
  given.outlet = "The Given Post";
  const Article silent = article_of(kStory, given);
  EXPECT_EQ(silent.published.edtf, "2020-01-01");
  EXPECT_EQ(silent.published.basis, DateBasis::stated);
  EXPECT_EQ(silent.outlet->value, "The Given Post");
  EXPECT_FALSE(silent.outlet->span);
  const Article outspoken =
      article_of("Two Piers Closed in Quaytown\n\nMay 3, 2024\n\n" + kStory + "\n\n© 2024 The Harbour Post", given);
  EXPECT_EQ(outspoken.published.edtf, "2024-05-03");
  EXPECT_EQ(outspoken.outlet->value, "The Harbour Post");
}

}  // namespace
}  // namespace hearsay
