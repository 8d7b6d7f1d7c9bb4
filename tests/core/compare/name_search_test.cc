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

TEST(NameSearch, KeysOfTooManyNamesAreSkippedAndCounted) {
  std::vector<std::string> names;
  for (char c = 'a'; c <= 'z'; ++c) names.push_back(std::string(3, c) + "omir Okonedova");
  names.emplace_back("Zzzomir Okonedowa");
  const NameSearch::Found found = search(names, {.largest_block = 8});
  EXPECT_GT(found.blocks_skipped, 0U);
  EXPECT_LT(found.compared, 27U * 26U / 2U);
  ASSERT_FALSE(found.pairs.empty()) << "the finer keys bring the pair together";
  EXPECT_EQ(found.pairs.back().b, 26U);
}

}  // namespace
}  // namespace hearsay
