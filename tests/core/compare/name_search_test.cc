#include "core/compare/name_search.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

namespace hearsay {
namespace {

const NameComparer& comparer() {
  static const NameComparer kComparer(Lexicon::shipped());
  return kComparer;
}

NameSearch::Found search(const std::vector<std::string>& names, NameSearch::Options options = {}) {
  return NameSearch(comparer()).variants(names, options);
}

// All names of the fixture, each once.
std::vector<std::string> names_of_fixture() {
  std::ifstream in(std::string(HEARSAY_ROOT) + "/fixtures/names/pairs.tsv");
  std::set<std::string> names;
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::string a;
    std::string b;
    if (line.starts_with('#') || line.starts_with("name_a")) continue;
    if (std::getline(cells, a, '\t') && std::getline(cells, b, '\t')) names.insert({a, b});
  }
  return {names.begin(), names.end()};
}

TEST(NameSearch, FindsWhatComparingAllPairsFinds) {
  const std::vector<std::string> names = names_of_fixture();
  ASSERT_GT(names.size(), 100U);
  std::vector<NameSearch::Pair> all;
  for (std::uint32_t a = 0; a < names.size(); ++a) {
    for (std::uint32_t b = a + 1; b < names.size(); ++b) {
      const NameComparison c = comparer().compare(names[a], names[b]);
      if (c.answer != NameAnswer::different) all.push_back({a, b, c.answer, c.kind, static_cast<float>(c.score)});
    }
  }
  const NameSearch::Found found = search(names);
  EXPECT_EQ(found.pairs, all);
  EXPECT_LT(found.compared, names.size() * (names.size() - 1) / 4) << "no better than comparing all";
}

TEST(NameSearch, ThreadsChangeNothing) {
  const std::vector<std::string> names = names_of_fixture();
  EXPECT_EQ(search(names, {.threads = 3}), search(names));
  EXPECT_EQ(search(names, {.threads = 0}), search(names));
  EXPECT_EQ(search({"Anna Beck"}, {.threads = 8}), search({"Anna Beck"}));
}

TEST(NameSearch, EqualNamesArePairsToo) {
  const NameSearch::Found found = search({"Marta Okonedova", "Judith Halloransen", "Marta Okonedova"});
  ASSERT_EQ(found.pairs.size(), 1U);
  EXPECT_EQ(found.pairs[0], (NameSearch::Pair{0, 2, NameAnswer::same, NameDifference::none, 1}));
}

TEST(NameSearch, WhatHoldsNoNameIsPassedOver) {
  EXPECT_EQ(search({}), NameSearch::Found{});
  EXPECT_TRUE(search({"", "", " ", "...", "-", "()"}).pairs.empty());
  EXPECT_EQ(search({"", "Marta Okonedova", "", "Marta Okonedowa"}).pairs.size(), 1U);
}

TEST(NameSearch, NamesThatMeetTooManyArePassedOverAndCounted) {
  std::vector<std::string> names(20, "Zzzomir Okonedova");
  names.emplace_back("Judith Halloransen");
  names.emplace_back("Judith Haloransen");
  const NameSearch::Found found = search(names, {.largest_block = 8});
  EXPECT_EQ(found.blocks_skipped, 20U);
  ASSERT_EQ(found.pairs.size(), 1U);
  EXPECT_EQ(found.pairs[0].b, 21U);
  EXPECT_EQ(search(names).pairs.size(), 20U * 19U / 2U + 1U);
}

TEST(NameSearch, NamesMeetWhateverTheyAreSpelledBy) {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"Kim Geum-hyeok", "KIM Kum Hyok"},     // syllables
      {"Jang Kum", "Jang Kum Chol"},          // cut short
      {"Deng Xiaoping", "Teng Hsiao-p'ing"},  // two systems
      {"Alisher Usmanov", "AlisherUsmanov"},  // run together
      {"J. Halloransen", "Judith Halloransen"},
      {"Halloransen", "Judith Halloransen"},
      {"Judith R. Halloransen", "J. Ruth Halloransen"},
      {"Gabi Wrenfeldt", "Gabriela Wrenfeldt"},
      {"Rafic Hariri", "Rafiq al-Hariri"},
      {"محمد مرسي", "Mohamed Morsi"},
      {"Kang Gyu Ri", "Gyuri"},
      {"Sergei Rachmaninoff", "Sergey Rakhmaninov"},
  };
  for (const auto& [a, b] : pairs) {
    EXPECT_EQ(search({a, "Anna Beck", b}).pairs.size(), 1U) << a << " | " << b;
    EXPECT_EQ(search({b, a}).pairs.size(), 1U) << b << " | " << a;
  }
}

}  // namespace
}  // namespace hearsay
