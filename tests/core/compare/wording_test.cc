#include "core/compare/wording.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Wording, DifferencesStandInBrackets) {
  struct Case {
    const char* a;
    const char* b;
    const char* expected;
  };
  const Case cases[] = {
      {"We lost it all", "We lost it all", "We lost it all"},
      {"which rooms to enter and which to leave", "which rooms to rob and which to leave",
       "which rooms to [enter | rob] and which to leave"},
      {"We lost all", "We lost it all", "We lost [ | it] all"},
      {"In June we lost all", "We lost all", "[In June | ] we lost all"},
      {"“We LOST all,”", "we lost all.", "“We LOST all,”"},  // case and marks are no difference
      {"", "all", "[ | all]"},
      {"", "", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(marked_difference(c.a, c.b), c.expected) << c.a << " / " << c.b;
}

TEST(Wording, WhatIsTooLongIsNotMarked) {
  std::string longer;
  for (std::size_t i = 0; i <= kMaxWordingWords; ++i) longer += "word ";
  EXPECT_EQ(marked_difference(longer, "word"), longer);
}

TEST(Wording, AlikeByTheWordsInOneOrder) {
  EXPECT_DOUBLE_EQ(same_wording("No metal was bent", "no metal was touched."), 0.75);
  EXPECT_DOUBLE_EQ(same_wording("We lost it all", "We lost it all"), 1);
  EXPECT_DOUBLE_EQ(same_wording("one two", "two one"), 0.5);
  EXPECT_DOUBLE_EQ(same_wording("", "all"), 0);
}

TEST(Wording, WordsInEachOthersPlaceAreExchanged) {
  struct Case {
    const char* a;
    const char* b;
    const char* expected;
  };
  const Case cases[] = {
      {"They paid before the vote", "They paid after the vote,", "before | after"},
      {"We paid, and never asked", "We paid, and always asked", "never | always"},
      {"they aren't safe", "they are safe", "aren't | are"},
      {"It's the pumps that failed", "It is the pumps which failed", ""},
      {"We lost it all", "We lost all", ""},  // a cut
      {"“ALL was lost,”", "all was lost", ""},
      {"", "all", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(exchanged_words(c.a, c.b), c.expected) << c.a << " / " << c.b;
}

}  // namespace
}  // namespace hearsay
