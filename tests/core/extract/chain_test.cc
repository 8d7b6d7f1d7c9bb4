#include "core/extract/chain.h"

#include "tests/core/extract/attributed_text.h"

namespace hearsay {
namespace {

std::string via(std::string_view text, std::string_view source, std::string_view cue, std::string_view content,
                const std::string& own_outlet = "") {
  const Words words = words_of_lines(text);
  const std::vector<WrittenName> names = NameFinder(shipped_name_words()).find(words);
  std::string joined;
  for (const std::string& outlet : outlets_between(words, names, attribution(text, source, cue, content), own_outlet))
    joined += (joined.empty() ? "" : " | ") + outlet;
  return joined;
}

TEST(Chain, OutletThatWasTold) {
  EXPECT_EQ(via("A pilot told the Harbour Herald the ship sank.", "A pilot", "told", "the ship sank"),
            "Harbour Herald");
  EXPECT_EQ(via("A pilot told local news outlet Daily Tide the ship sank.", "A pilot", "told", "the ship sank"),
            "Daily Tide");
  EXPECT_EQ(via("“It sank,” said a pilot to the Harbour Herald.", "a pilot", "said", "“It sank,”"), "Harbour Herald");
  EXPECT_EQ(via("In an interview with Sky News, the pilot said it sank.", "the pilot", "said", "it sank"), "Sky News");
}

TEST(Chain, OutletThatReportedIt) {
  EXPECT_EQ(via("“It sank,” the pilot said as reported by Kestrel.", "the pilot", "said", "“It sank,”"), "Kestrel");
  EXPECT_EQ(via("It sank, according to Daily Tide’s source.", "Daily Tide’s source", "according to", "It sank"),
            "Daily Tide");
}

TEST(Chain, OutletsThatAreNotBetween) {
  EXPECT_EQ(via("The Harbour Herald said the ship sank.", "The Harbour Herald", "said", "the ship sank"), "");
  EXPECT_EQ(via("A pilot said the Harbour Herald sank it.", "A pilot", "said", "the Harbour Herald sank it"), "");
  EXPECT_EQ(via("CNN’s reporter said the ship sank.", "CNN’s reporter", "said", "the ship sank"), "");
  EXPECT_EQ(via("A pilot told police the ship sank.", "A pilot", "told", "the ship sank"), "");
  EXPECT_EQ(via("A pilot told the Harbour Herald the ship sank.", "A pilot", "told", "the ship sank", "Harbour Herald"),
            "");
}

}  // namespace
}  // namespace hearsay
