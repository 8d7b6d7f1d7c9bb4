#include "core/compare/quantities.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "core/extract/quantities.h"
#include "core/text/words.h"

namespace hearsay {
namespace {

const FigureComparer& comparer() {
  static const FigureComparer kComparer(Lexicon::shipped());
  return kComparer;
}

// The first figure of a phrase: what the program itself makes of the words.
Quantity figure(std::string_view text) {
  static const QuantityFinder kFinder(Lexicon::shipped());
  const auto found = kFinder.find(split_words(text, {{0, text.size()}}, Lexicon::shipped().abbreviations()));
  EXPECT_EQ(found.size(), 1U) << text;
  return found.empty() ? Quantity{} : found.front();
}

struct Case {
  const char* a;
  const char* b;
  Agreement expected;
};

TEST(CompareFigures, PairsOfNews) {
  for (const Case& c : {Case{"17 people", "17 people", Agreement::agree},
                        {"a quarter of the homes", "25% of the homes", Agreement::agree},
                        {"12 dead", "a dozen dead", Agreement::agree},
                        {"34,812 people", "35,000 people", Agreement::rounding},
                        {"100 boats", "105 boats", Agreement::rounding},
                        {"10 km", "6.2 miles", Agreement::rounding},
                        {"at least 15 miners", "17 miners", Agreement::bound},
                        {"over 100 people", "113 people", Agreement::bound},
                        {"about 30 boats", "32 boats", Agreement::bound},
                        {"dozens of boats", "47 boats", Agreement::bound},
                        {"up to 300 jobs", "120 jobs", Agreement::bound},
                        {"nearly 2,000 men", "1,900 men", Agreement::bound},
                        {"between 20 and 30 boats", "25 to 40 boats", Agreement::bound},
                        {"less than half of them", "20% of them", Agreement::bound},
                        {"at least 40 people", "15 people", Agreement::updateable},
                        {"17 people", "45 people", Agreement::conflict},
                        {"no arrests", "12 arrests", Agreement::conflict},
                        {"dozens of boats", "300 boats", Agreement::conflict},
                        {"$5 million", "$9 million", Agreement::conflict},
                        {"10 km", "10 miles", Agreement::conflict},
                        {"two thirds of the homes", "25% of the homes", Agreement::conflict},
                        {"5 km", "5 kg", Agreement::unit},
                        {"$5 million", "£5 million", Agreement::unit},
                        {"40 people", "40%", Agreement::unit},
                        {"40 cars a day", "40 cars", Agreement::scope},
                        {"40 boats", "70 people", Agreement::scope}}) {
    const FigureVerdict verdict = comparer().compare(figure(c.a), figure(c.b));
    EXPECT_EQ(name_of(verdict.agreement), name_of(c.expected)) << c.a << " / " << c.b << ": " << verdict.reason;
    EXPECT_FALSE(verdict.reason.empty());
  }
}

TEST(CompareFigures, SymmetryAndIdentityOfRandomFigures) {
  std::mt19937 random(7);
  const std::vector<std::string> units{"",     "%",         "share",   "USD",    "pence", "GBP",
                                       "mile", "kilometre", "celsius", "kelvin", "year"};
  const auto make = [&] {
    Quantity quantity;
    const double value = static_cast<double>(random() % 2000) / 8 - 25;
    const auto kind = random() % 5;
    if (kind != 0) quantity.low = value;
    if (kind != 1) quantity.high = value + (kind == 2 ? 10 : 0);
    quantity.modifier = static_cast<Modifier>(random() % 7);
    quantity.unit = units[random() % units.size()];
    quantity.rate = random() % 5 == 0 ? "year" : "";
    quantity.noun = random() % 2 == 0 ? "boats" : "";
    quantity.ordinal = random() % 9 == 0;
    return quantity;
  };
  for (int i = 0; i < 5000; ++i) {
    const Quantity a = make();
    const Quantity b = make();
    EXPECT_EQ(comparer().compare(a, b), comparer().compare(b, a));
    EXPECT_EQ(comparer().compare(a, a).agreement, Agreement::agree);
  }
}

TEST(CompareFigures, WidenedFiguresConflictLess) {
  for (int value = 1; value < 200; value += 7) {
    Quantity exact;
    exact.low = exact.high = value;
    Quantity about = exact;
    about.modifier = Modifier::approx;
    Quantity other;
    other.low = other.high = 100;
    const bool conflict_about = comparer().compare(about, other).agreement == Agreement::conflict;
    const bool conflict_exact = comparer().compare(exact, other).agreement == Agreement::conflict;
    EXPECT_LE(conflict_about, conflict_exact) << value;
  }
}

TEST(Convert, ThereAndBackForEveryPairOfUnits) {
  const Table& table = Lexicon::shipped().table("units");
  std::size_t pairs = 0;
  for (const Table::Row& a : table.rows()) {
    for (const Table::Row& b : table.rows()) {
      const auto there = comparer().convert(12.5, table.cell(a, "unit"), table.cell(b, "unit"));
      if (!there) continue;
      ++pairs;
      EXPECT_NEAR(comparer().convert(*there, table.cell(b, "unit"), table.cell(a, "unit")).value_or(0), 12.5, 1e-6);
    }
  }
  EXPECT_GT(pairs, 1000U);
}

TEST(Convert, KnownValues) {
  EXPECT_NEAR(comparer().convert(5, "mile", "kilometre").value_or(0), 8.04672, 1e-9);
  EXPECT_NEAR(comparer().convert(100, "celsius", "fahrenheit").value_or(0), 212, 1e-6);
  EXPECT_NEAR(comparer().convert(0.25, "share", "%").value_or(0), 25, 1e-9);
  EXPECT_NEAR(comparer().convert(470, "pence", "GBP").value_or(0), 4.7, 1e-9);
  EXPECT_EQ(comparer().convert(1, "USD", "EUR"), std::nullopt);
  EXPECT_EQ(comparer().convert(1, "mile", "kilogram"), std::nullopt);
}

TEST(Slip, DigitsMovedAZeroTooManyOrOneLeftOut) {
  const struct {
    double a, b;
    bool slip;
  } cases[] = {{34, 43, true},   {1206, 1260, true},  {1.2e6, 2.1e6, true}, {40000, 400000, true},
               {2e6, 2e9, true}, {8000, 18000, true}, {34, 44, false},      {34, 34, false},
               {8, 18, false},   {12, 210, false},    {0, 10, false},       {111, 1111.5, false}};
  for (const auto& c : cases) {
    EXPECT_EQ(is_slip(c.a, c.b), c.slip) << c.a << ' ' << c.b;
    EXPECT_EQ(is_slip(c.b, c.a), c.slip) << c.b << ' ' << c.a;
  }
}

}  // namespace
}  // namespace hearsay
