#include "core/text/normalise.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Fold, CaseQuotesDashesAndSpaces) { EXPECT_EQ(fold("“SALMÓN’s”\u00A0– Ab\u2011c"), "\"salmón's\" - ab-c"); }

TEST(Unaccented, DropsMarksAndSpellsOutWholeLetters) {
  EXPECT_EQ(unaccented("Salmón Łódź Øre Æon Straße Ğ"), "salmon lodz ore aeon strasse g");
}

TEST(FoldSpaces, RunsBecomeOneAndEndsAreTrimmed) { EXPECT_EQ(fold_spaces(" The \t UN\u00A0"), "the un"); }

}  // namespace
}  // namespace hearsay
