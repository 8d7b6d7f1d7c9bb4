#include "core/ingest/line.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

const LineReader& reader() {
  static const LineReader shared(Lexicon::shipped());
  return shared;
}

LineKind kind_of(const std::string& text) { return reader().read(text, blocks_of(text).at(0)).kind; }

TEST(Line, KindByItsOwnWords) {
  struct Case {
    std::string text;
    LineKind kind;
  };
  const std::vector<Case> cases = {
      {"The harbour office closed two piers on Monday.", LineKind::text},
      {"“It is over,” she said.", LineKind::text},
      {"Harbour Office Closes Two Piers", LineKind::heading},
      {"A diver looks at the cracks under the pier", LineKind::heading},
      {"• Two piers are closed", LineKind::bullet},
      {"3. Two piers are closed", LineKind::bullet},
      {"Photo Courtesy: The Quay", LineKind::credit},
      {"A diver looks at the cracks under the pier Pixabay", LineKind::credit},
      {"A diver under the pier. (Jane Roe/AFP)", LineKind::credit},
      {"A diver under the pier. (AP Photo/Jane Roe)", LineKind::credit},
      {"The mayor in May Facebook/ Jane Roe", LineKind::credit},
      {"Jane Roe/Getty Images", LineKind::credit},
      {"Reuters", LineKind::credit},
      {"November 4, 2024", LineKind::meta},
      {"By Jane Roe | November 4, 2024 | 2 min read", LineKind::meta},
      {"By Jane Roe", LineKind::meta},
      {"• November 4, 2024", LineKind::meta},
      {"The Harbour Gazette, 4 November 2024", LineKind::meta},
      {"Posted 4 November 2024 | Daily Harbour Post", LineKind::meta},
      {"Jane Roe, Arts Correspondent", LineKind::meta},
      {"2 min read", LineKind::furniture},
      {"• 2 min read", LineKind::furniture},
      {"Follow us on:", LineKind::furniture},
      {"Related topics : Piers", LineKind::furniture},
      {"Leave a Reply", LineKind::furniture},
      {"Please enter your comment!", LineKind::furniture},
      {"Your email address will not be published. Required fields are marked *", LineKind::furniture},
      {"Stay tuned to The Quay for the latest news.", LineKind::furniture},
      {"© 2024 The Quay. All rights reserved.", LineKind::furniture},
      // near misses
      {"He posted the picture on Twitter.", LineKind::text},
      {"According to a Reuters/Ipsos poll, the two are level.", LineKind::text},
      {"Share prices fell by a tenth on Monday.", LineKind::text},
      {"Back to School in the Ruins", LineKind::heading},
      {"Published documents reveal a secret deal", LineKind::heading},
      {"Copyright law is to be changed, the minister said.", LineKind::text},
      {"The fire of November 4, 2024 killed nine people.", LineKind::text},
      {"Comments by the mayor anger fishermen", LineKind::heading},
      {"The Harbour Gazette | Piers", LineKind::heading},
      {"Jane Roe, Mayor of Tarnhill", LineKind::heading},
      {"News of the fire spread at once through the town.", LineKind::text},
  };
  for (const Case& c : cases) EXPECT_EQ(kind_of(c.text), c.kind) << c.text;
}

TEST(Line, LongLineWithoutAStopIsText) {
  std::string words;
  while (words.size() < 200) words += "word and ";
  EXPECT_EQ(kind_of(words), LineKind::text);
}

TEST(Line, FurnitureAtTheEndOfAParagraph) {
  struct Case {
    std::string text;
    std::string tail;
  };
  const std::vector<Case> cases = {
      {"Will it last? Leave a comment or talk to me on Twitter @Roe_Jane.",
       "Leave a comment or talk to me on Twitter @Roe_Jane."},
      {"The pier is closed. Follow us on Facebook. Subscribe to our newsletter.",
       "Follow us on Facebook. Subscribe to our newsletter."},
      {"The pier is closed. He asked her to leave a comment.", ""},
      {"Follow us on Facebook.", ""},
      {"The pier is closed.", ""},
      {"“Follow us,” he told the divers. They did.", ""},
  };
  for (const Case& c : cases)
    EXPECT_EQ(c.text.substr(reader().furniture_tail(c.text, {0, c.text.size()})), c.tail) << c.text;
}

}  // namespace
}  // namespace hearsay
