#include "core/extract/quantities.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/core/extract/span_cases.h"

namespace hearsay {
namespace {

const QuantityFinder& finder() {
  static const QuantityFinder kFinder(Lexicon::shipped());
  return kFinder;
}

std::string number(const std::optional<double>& value) { return value ? fmt::format("{:g}", *value) : ""; }

std::string shown(const Quantity& quantity, std::string_view text) {
  std::string line = fmt::format("{}={}..{}", quantity.span.of(text), number(quantity.low), number(quantity.high));
  if (!quantity.unit.empty()) line += " " + quantity.unit;
  if (quantity.modifier != Modifier::none) line += " " + std::string(name_of(quantity.modifier));
  if (!quantity.noun.empty()) line += " [" + quantity.noun + "]";
  if (!quantity.rate.empty()) line += " /" + quantity.rate;
  return line;
}

std::string shown(std::string_view text) {
  std::string line;
  for (const Quantity& quantity : finder().find(split_text(text))) {
    if (!quantity.ordinal) line += (line.empty() ? "" : " | ") + shown(quantity, text);
  }
  return line;
}

TEST(Quantities, EveryFormOfTheFixture) {
  const auto cases = span_cases(HEARSAY_ROOT "/fixtures/quantities/forms.tsv", 3);
  ASSERT_GT(cases.size(), 200U);
  for (const SpanCase& c : cases) EXPECT_EQ(shown(c.cells[0]), c.expected) << c.id << ": " << c.cells[0];
}

TEST(Quantities, GrammarOfTheFixture) {
  const auto cases = span_cases(HEARSAY_ROOT "/fixtures/quantities/grammar.tsv", 3);
  ASSERT_GT(cases.size(), 400U);
  for (const SpanCase& c : cases) EXPECT_EQ(shown(c.cells[0]), c.expected) << c.id << ": " << c.cells[0];
}

TEST(Quantities, CasesOfTheFixture) {
  const auto cases = span_cases(HEARSAY_ROOT "/fixtures/quantities/cases.tsv", 3);
  ASSERT_GT(cases.size(), 90U);
  for (const SpanCase& c : cases) EXPECT_EQ(shown(c.cells[0]), c.expected) << c.id << ": " << c.cells[0];
}

TEST(Quantities, OrdinalsInDigitsAreKeptApart) {
  const std::string text = "He came to her 70th birthday party in the 21st century.";
  const auto found = finder().find(split_text(text));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].ordinal);
  EXPECT_EQ(found[0].low, 70.0);
  EXPECT_EQ(found[0].span.of(text), "70th");
}

TEST(Quantities, NumberSpanIsTheNumberAlone) {
  const std::string text = "It cost about £4.2m.";
  const auto found = finder().find(split_text(text));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].span.of(text), "about £4.2m");
  EXPECT_EQ(found[0].number.of(text), "4.2m");
}

TEST(Quantities, SpansStayInOrderAndApartOnOddTexts) {
  for (const std::string& text : odd_texts()) {
    std::size_t end = 0;
    for (const Quantity& quantity : finder().find(split_text(text))) {
      ASSERT_LE(end, quantity.span.begin) << text.substr(0, 80);
      ASSERT_LT(quantity.span.begin, quantity.span.end);
      ASSERT_LE(quantity.span.end, text.size());
      ASSERT_TRUE(quantity.span.contains(quantity.number)) << text.substr(0, 80);
      if (quantity.low && quantity.high) {
        ASSERT_LE(*quantity.low, *quantity.high) << quantity.span.of(text);
      }
      end = quantity.span.end;
    }
  }
}

TEST(Quantities, CurlyMarksChangeNothing) {
  EXPECT_EQ(shown("the firm’s 40 jobs"), "40=40..40 [jobs]");
  EXPECT_EQ(shown("“At least 15 miners died,” he said"), "At least 15=15.. at_least [miners]");
  EXPECT_EQ(shown("10–15 volunteers"), "10–15=10..15 [volunteers]");
}

}  // namespace
}  // namespace hearsay
