#include "core/origins/shingles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "core/origins/origins.h"

namespace hearsay {
namespace {

Article article_of(const std::string& text) {
  Article article;
  article.text = text;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) article.zones.push_back({at == 0 ? ZoneKind::headline : ZoneKind::body, {at, end}});
    at = end + 1;
  }
  return article;
}

// Forty different words, a paragraph of ten each, from the `first`th on.
std::string body(int first, int paragraphs) {
  std::string text = "Headline\n";
  for (int p = first; p < first + paragraphs; ++p) {
    for (int w = 0; w < 10; ++w) text += "word" + std::to_string(10 * p + w) + (w == 9 ? ".\n" : " ");
  }
  return text;
}

Containment compared(const std::string& a, const std::string& b) {
  const auto first = shingles_of(article_of(a));
  const auto second = shingles_of(article_of(b));
  std::vector<std::int64_t> both;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(both));
  return containment(first.size(), second.size(), both.size());
}

TEST(Shingles, SortedEachOnceAndFiveWordsLong) {
  const auto shingles = shingles_of(article_of("Head\none two three four five six\n"));
  EXPECT_EQ(shingles.size(), 2U);
  EXPECT_TRUE(std::is_sorted(shingles.begin(), shingles.end()));
  EXPECT_TRUE(shingles_of(article_of("Head\none two three four\n")).empty());
  EXPECT_EQ(shingles_of(article_of("Head\na b c d e a b c d e a b c d e\n")).size(), 5U);
}

TEST(Shingles, CaseMarksAccentsAndHeadlinesMakeNoDifference) {
  EXPECT_EQ(shingles_of(article_of("Head\n“Élan vital,” she said: one more time\n")),
            shingles_of(article_of("Another\nelan vital she said one more time.\n")));
}

TEST(Shingles, ACutCopyIsHeldWhole) {
  const Containment parts = compared(body(0, 4), body(1, 2));
  EXPECT_LT(parts.of_first, 0.5);
  EXPECT_EQ(parts.of_second, 1.0);
  EXPECT_EQ(kinship(parts.of_second), Kinship::copy);
}

TEST(Shingles, ATextWithMuchOfItsOwnIsDerived) {
  const Containment parts = compared(body(0, 4), body(2, 4));
  EXPECT_EQ(kinship(parts.of_second), Kinship::derived);
}

TEST(Shingles, AQuotationInCommonIsNoKinship) {
  const Containment parts = compared(body(0, 4), body(10, 3) + "word1 word2 word3 word4 word5 word6 word7\n");
  EXPECT_EQ(kinship(parts.of_second), Kinship::none);
  EXPECT_EQ(compared("H\n", body(0, 4)), (Containment{0, 0}));
}

TEST(Shingles, AreBoundedByTheLowest) {
  const auto all = shingles_of(article_of(body(0, 400)));
  EXPECT_EQ(all.size(), kMaxShingles);
}

}  // namespace
}  // namespace hearsay
