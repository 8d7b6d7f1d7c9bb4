#include "core/report/words.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(DayInWords, WhatIsKnownOfTheDay) {
  EXPECT_EQ(day_in_words("2026-03-04"), "4 March 2026");
  EXPECT_EQ(day_in_words("2026-03"), "March 2026");
  EXPECT_EQ(day_in_words("XXXX-02-29"), "29 February, year not stated");
  EXPECT_EQ(day_in_words("XXXX-02-30"), "XXXX-02-30");
  EXPECT_EQ(day_in_words("2026-W10"), "2026-W10");
  EXPECT_EQ(day_in_words(""), "no date");
}

TEST(SpeakerOf, WhomNobodyCanNameIsNobodyNamed) {
  Claim claim;
  claim.type = ClaimType::indirect;
  EXPECT_EQ(speaker_of(claim), "nobody named");
  claim.speaker.emplace();
  claim.speaker->name = "unspecified";
  EXPECT_EQ(speaker_of(claim), "nobody named");
  claim.speaker->name = "Ilse Varga";
  EXPECT_EQ(speaker_of(claim), "Ilse Varga");
}

}  // namespace
}  // namespace hearsay
