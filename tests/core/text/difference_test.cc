#include "core/text/difference.h"

#include <gtest/gtest.h>

#include <string>

#include "core/text/utf8.h"

namespace hearsay {
namespace {

// `text` with [ ] around what is marked.
std::string shown(std::string_view text, const std::vector<Span>& marks) {
  std::string out;
  std::size_t at = 0;
  for (const Span mark : marks) {
    out += std::string(text.substr(at, mark.begin - at)) + "[" + std::string(mark.of(text)) + "]";
    at = mark.end;
  }
  return out + std::string(text.substr(at));
}

std::string both(std::string_view a, std::string_view b) {
  const WordingDifference found = difference(a, b);
  return shown(a, found.of_a) + " | " + shown(b, found.of_b);
}

TEST(Difference, LettersOfTwoSpellings) {
  EXPECT_EQ(both("Tomasz Wierzbicki", "Tomasz Wierzbiki"), "Tomasz Wierzb[ic]ki | Tomasz Wierzb[i]ki");
  EXPECT_EQ(both("Seo Min Jae", "Seo Min"), "Seo Min [Jae] | Seo Min");
  EXPECT_EQ(both("Ilse Varga", "Ilse Vargha"), "Ilse Var[g]a | Ilse Var[gh]a");
  EXPECT_EQ(both("Ingrid Sahlén", "Ingrid Sahlen"), "Ingrid Sahl[é]n | Ingrid Sahl[e]n");
}

TEST(Difference, FiguresAreMarkedWhole) {
  EXPECT_EQ(both("212 passengers", "312 passengers"), "[212] passengers | [312] passengers");
  EXPECT_EQ(both("3,500 people", "3,600 people"), "[3,500] people | [3,600] people");
  EXPECT_EQ(both("17", "Forty-one"), "[17] | [Forty-one]");
}

TEST(Difference, WordsThatOneSideLacks) {
  EXPECT_EQ(both("at least 12 people died", "12 people died here"),
            "[at least] 12 people died | 12 people died [here]");
  EXPECT_EQ(both("", "x"), " | [x]");
  EXPECT_EQ(both("The ramp was not open", "The ramp was open"), "The ramp was [not] open | The ramp was open");
  EXPECT_EQ(both("he will sail on Friday", "he may sail on Friday"),
            "he [will] sail on Friday | he [may] sail on Friday");
}

TEST(Difference, QuietOnCaseAndBlankSpace) {
  EXPECT_EQ(both("The  fire\nbegan", "the fire began"), "The  fire\nbegan | the fire began");
  EXPECT_EQ(both("", ""), " | ");
}

TEST(Difference, QuietWhereLongWordingsShareLittle) {
  EXPECT_EQ(difference("There was no nitrate in that shed on the day",
                       "Inspectors found three hundred tonnes of salt last year"),
            WordingDifference{});
}

TEST(Difference, MarksStandOnBordersOfCodePoints) {
  const std::string long_a(3000, 'a');
  for (const auto& [a, b] : std::vector<std::pair<std::string, std::string>>{{"Kovaľčík", "Kovalčik"},
                                                                             {"日本語", "日木語"},
                                                                             {"“”", "‘’"},
                                                                             {long_a, long_a + "b"},
                                                                             {"é", "è"},
                                                                             {"naïve", "nave"}}) {
    const WordingDifference found = difference(a, b);
    for (const Span mark : found.of_a) EXPECT_TRUE(decode_utf8(mark.of(a)).invalid == 0) << a;
    for (const Span mark : found.of_b) EXPECT_TRUE(decode_utf8(mark.of(b)).invalid == 0) << b;
    EXPECT_FALSE(found.of_b.empty()) << b;
  }
}

TEST(Difference, LongTextsAreComparedAtTheirEndsOnly) {
  std::string a = "alike ";
  std::string b = "alike ";
  for (int i = 0; i < 1000; ++i) {
    a += "x" + std::to_string(i) + " ";
    b += "y" + std::to_string(i) + " ";
  }
  EXPECT_EQ(difference(a, b), WordingDifference{});
}

}  // namespace
}  // namespace hearsay
