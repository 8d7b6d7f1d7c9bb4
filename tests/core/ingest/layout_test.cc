#include "core/ingest/layout.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

std::vector<std::string> texts(std::string_view text) {
  std::vector<std::string> found;
  for (const Block& block : blocks_of(text)) found.emplace_back(block.span.of(text));
  return found;
}

using Texts = std::vector<std::string>;

TEST(Layout, EveryKindOfLineEndEndsALine) {
  EXPECT_EQ(texts("a b\nc d\r\ne f\rg h\fi j\xE2\x80\xA8k l\xE2\x80\xA9m"),
            (Texts{"a b", "c d", "e f", "g h", "i j", "k l", "m"}));
}

TEST(Layout, CarriageReturnAndLineFeedAreOneLineEnd) {
  const std::vector<Block> blocks = blocks_of("one\r\ntwo\r\n\r\nthree\r\n");
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_EQ(blocks[1].gap, 0U);
  EXPECT_EQ(blocks[2].gap, 1U);
}

TEST(Layout, BlanksOfAllKindsAndTheByteOrderMarkAreTrimmed) {
  EXPECT_EQ(texts("\xEF\xBB\xBF  First\xC2\xA0\n\xC2\xA0\xE3\x80\x80Second \t\xE2\x80\x8B\n"),
            (Texts{"First", "Second"}));
}

TEST(Layout, BlankTextHasNoBlocks) {
  EXPECT_TRUE(texts("").empty());
  EXPECT_TRUE(texts(" \n\t\xC2\xA0\r\n\xEF\xBB\xBF").empty());
}

TEST(Layout, BulletMarksAreTakenOffTheWords) {
  struct Case {
    std::string text;
    std::string words;
  };
  const std::vector<Case> cases = {
      {"• Two dead", "Two dead"},
      {"  •\tTwo dead", "Two dead"},
      {"- Two dead", "Two dead"},
      {"* Two dead", "Two dead"},
      {"1. Two dead", "Two dead"},
      {"12) Two dead", "Two dead"},
      {"– Two dead", "Two dead"},
      {"▪Two dead", "Two dead"},
      // no bullets
      {"-5 degrees", "-5 degrees"},
      {"1.5 million", "1.5 million"},
      {"2015. godine", "2015. godine"},
      {"*", "*"},
      {"• ", "•"},
      {"*Names changed", "*Names changed"},
      {"—", "—"},
      {"3) ", "3)"},
  };
  for (const Case& c : cases) {
    const std::vector<Block> blocks = blocks_of(c.text);
    ASSERT_EQ(blocks.size(), 1U) << c.text;
    EXPECT_EQ(blocks[0].words.of(c.text), c.words) << c.text;
  }
}

TEST(Layout, HardWrappedLinesAreOneBlockAParagraph) {
  const std::string text =
      "The harbour office closed two of its piers on Monday after divers found\n"
      "cracks in the supports, a spokeswoman said, and asked the ferry lines to\n"
      "use the northern quay until the end of the month.\n"
      "\n"
      "Fishermen said they had warned the office twice since the storm of last\n"
      "winter but had never had an answer to either of their letters.\n";
  const std::vector<std::string> blocks = texts(text);
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_TRUE(blocks[0].ends_with("of the month."));
  EXPECT_TRUE(blocks[1].starts_with("Fishermen"));
}

TEST(Layout, LineOfWrappedTextBrokenTooEarlyGoesOn) {
  const std::string text =
      "The harbour office closed two of its piers on Monday after divers found\n"
      "cracks in the supports, a spokeswoman said, and asked the ferry\n"
      "lines to use the northern quay until the end of the month of May, when\n"
      "the repairs are to be over.\n";
  EXPECT_EQ(texts(text).size(), 1U);
}

TEST(Layout, ShortLineEndsAParagraphOfHardWrappedText) {
  const std::string text =
      "The harbour office closed two of its piers on Monday after divers found\n"
      "cracks in the supports, a spokeswoman said, and asked the ferry lines to\n"
      "use another.\n"
      "Fishermen said they had warned the office twice since the storm of last\n"
      "winter but had never had an answer to either of their letters.\n";
  EXPECT_EQ(texts(text).size(), 2U);
}

TEST(Layout, LinesThatAreSentencesStayApart) {
  const std::string text =
      "The harbour office closed two of its piers on Monday.\n"
      "Divers had found cracks in the supports of both piers.\n"
      "Ferry lines were asked to use the northern quay for now.\n";
  EXPECT_EQ(texts(text).size(), 3U);
}

TEST(Layout, ShortLinesOfAListStayApart) { EXPECT_EQ(texts("Home\nNews\nSport\nCulture\nAbout us").size(), 5U); }

TEST(Layout, BulletsOfWrappedTextBeginBlocksOfTheirOwn) {
  const std::string text =
      "The harbour office closed two of its piers on Monday after divers found\n"
      "cracks in the supports, a spokeswoman said, and asked the ferry lines to\n"
      "use the northern quay until the end of the month and then to come back to\n"
      "- the eastern pier, which is to be rebuilt from the ground in the spring\n"
      "of next year\n";
  const std::vector<std::string> blocks = texts(text);
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_TRUE(blocks[1].starts_with("- the eastern pier"));
}

TEST(Layout, TextWithoutBlankLinesCountsAsSpaced) {
  for (const Block& block : blocks_of("One line.\nAnother line.\nA third.")) EXPECT_EQ(block.gap, 1U);
}

}  // namespace
}  // namespace hearsay
