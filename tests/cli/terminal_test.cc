#include "cli/terminal.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Printable, EscapesCannotSteerTheTerminal) {
  EXPECT_EQ(printable("a\x1b[31mred\x07\u202Eb\nc"), "a\uFFFD[31mred\uFFFD\uFFFDb c");
}

TEST(ColumnsOf, WideAndCombiningCharacters) {
  EXPECT_EQ(columns_of("abc"), 3U);
  EXPECT_EQ(columns_of("김정은"), 6U);
  EXPECT_EQ(columns_of("e\u0301"), 1U);
}

TEST(CutTo, CutsOnlyWhatIsTooLongAndNeverInsideACharacter) {
  EXPECT_EQ(cut_to("Salmón", 6), "Salmón");
  EXPECT_EQ(cut_to("Salmónes", 6), "Salmó…");
  EXPECT_EQ(cut_to("김정은", 4), "김…");
}

TEST(Wrapped, BreaksAtSpacesAndIndentsWhatFollows) {
  EXPECT_EQ(wrapped("one two three four", 9, 2), "one two\n  three\n  four");
  EXPECT_EQ(wrapped("unbreakable-word x", 5), "unbreakable-word\nx");
}

TEST(Inked, PlainWithoutColour) {
  Terminal terminal;
  EXPECT_EQ(inked(terminal, Ink::red, "high"), "high");
  terminal.colour = true;
  EXPECT_EQ(inked(terminal, Ink::red, "high"), "\x1b[31mhigh\x1b[0m");
}

}  // namespace
}  // namespace hearsay
