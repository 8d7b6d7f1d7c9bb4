#include "core/ingest/byline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

const Bylines& bylines() {
  static const Bylines shared(Lexicon::shipped());
  return shared;
}

// "Jane Roe; Bo Li for The Quay", "-" for none
std::string read_line(const std::string& text) {
  const std::optional<Byline> found = bylines().read(text, {0, text.size()});
  if (!found) return "-";
  std::string all;
  for (const Stated& name : found->names) {
    EXPECT_EQ(name.span->of(text), name.value);
    all += (all.empty() ? "" : "; ") + name.value;
  }
  return found->outlet ? all + " for " + found->outlet->value : all;
}

TEST(Byline, NamesInTheOrderOfTheLine) {
  struct Case {
    std::string text;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"By Jane Roe", "Jane Roe"},
      {"BY JANE ROE", "JANE ROE"},
      {"by Jane Roe", "Jane Roe"},
      {"By\xC2\xA0Jane Roe", "Jane Roe"},
      {"Written by Jane Roe", "Jane Roe"},
      {"Author: Jane Roe", "Jane Roe"},
      {"By Jane Roe and Ali bin Said", "Jane Roe; Ali bin Said"},
      {"By Jane Roe, Bo Li & José Peña", "Jane Roe; Bo Li; José Peña"},
      {"By Jane Q. Roe Jr.", "Jane Q. Roe Jr."},
      {"By Ludwig van der Berg", "Ludwig van der Berg"},
      {"By Jane Roe, Reuters", "Jane Roe for Reuters"},
      {"By Jane Roe, Political Editor", "Jane Roe"},
      {"By Jane Roe for The Quay", "Jane Roe for The Quay"},
      {"By Staff Reporter", ""},
      {"By The Associated Press", " for The Associated Press"},
      {"By Émile Ngô", "Émile Ngô"},
  };
  for (const Case& c : cases) EXPECT_EQ(read_line(c.text), c.expected) << c.text;
}

TEST(Byline, LinesThatBeginLikeOne) {
  for (const std::string text :
       {"By George, he did it", "By the time they left it was over.", "By 2030, the sea will rise",
        "By Monday the fire was out", "By", "By ", "Byron Smith", "Jane Roe", "By Jane Roe said the mayor was wrong",
        "Jane Roe, Mayor of Tarnhill", "Jane Roe, reporter, fell. She was hurt.",
        "By signing up you agree to our terms", ""}) {
    EXPECT_EQ(read_line(text), "-") << text;
  }
}

TEST(Byline, HandleOfAnAuthorWhoSpeaks) {
  struct Case {
    std::string text;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"Talk to me on Twitter @Roe_Jane.", "Jane Roe"},
      {"Talk to me on Twitter @Jane_Roe.", "Jane Roe"},
      {"Write to me at @JaneRoe", "Jane Roe"},
      {"Talk to me on Twitter @Xyl_Qar", "Xyl Qar"},
      {"Follow us on Twitter @TheQuay", "-"},
      {"Talk to me on Twitter @quaynews", "-"},
      {"Talk to me at jane@quay.example", "-"},
      {"Talk to me on Twitter", "-"},
      {"Talk to me @", "-"},
  };
  for (const Case& c : cases) {
    const std::optional<Stated> found = bylines().handle(c.text, {0, c.text.size()});
    EXPECT_EQ(found ? found->value : "-", c.expected) << c.text;
  }
}

}  // namespace
}  // namespace hearsay
