#include "core/ingest/date_line.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

std::optional<DateLine> read_line(const std::string& text) {
  static const DateLines lines(Lexicon::shipped());
  return lines.read(text, {0, text.size()});
}

TEST(DateLine, ADateWithItsCompany) {
  struct Case {
    std::string text;
    std::string edtf;
    DateLabel label;
  };
  const std::vector<Case> cases = {
      {"November 4, 2024", "2024-11-04", DateLabel::none},
      {"Monday, November 4, 2024 at 3:14 pm", "2024-11-04", DateLabel::none},
      {"Published: 4 Nov 2024 14:33 GMT", "2024-11-04", DateLabel::published},
      {"Posted on 2024-11-04", "2024-11-04", DateLabel::published},
      {"First published on 4 November 2024 10.05 CET", "2024-11-04", DateLabel::published},
      {"Updated 3:14 PM EST, Mon November 4, 2024", "2024-11-04", DateLabel::updated},
      {"Last modified: 4 November 2024", "2024-11-04", DateLabel::updated},
      {"Published 3 November 2024, updated 4 November 2024", "2024-11-03", DateLabel::published},
      {"Updated 4 November 2024, published 3 November 2024", "2024-11-03", DateLabel::published},
      {"Aug. 18", "XXXX-08-18", DateLabel::none},
  };
  for (const Case& c : cases) {
    const std::optional<DateLine> found = read_line(c.text);
    ASSERT_TRUE(found) << c.text;
    EXPECT_EQ(found->date.edtf(), c.edtf) << c.text;
    EXPECT_EQ(found->label, c.label) << c.text;
  }
}

TEST(DateLine, ADateInsideASentenceIsNone) {
  for (const std::string text :
       {"He resigned on November 4, 2024", "November 4, 2024 was a cold day", "The November 4 fire", "November 2024",
        "Monday", "14:33 GMT", "", "Events of 4 November 2024 in pictures"}) {
    EXPECT_FALSE(read_line(text)) << text;
  }
}

}  // namespace
}  // namespace hearsay
