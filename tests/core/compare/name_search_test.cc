#include "core/compare/name_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "core/compare/sound_index.h"
#include "core/compare/word_pairs.h"

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

TEST(SoundIndex, FindsExactlyTheWordsThatAgree) {
  const Sounds& sounds = comparer().sounds();
  std::vector<std::string> words;
  for (const Table::Row& row : Lexicon::shipped().table("name-variants").rows()) {
    for (const std::string_view form : words_of_cell(Lexicon::shipped().table("name-variants").cell(row, "forms")))
      words.emplace_back(form);
  }
  ASSERT_GT(words.size(), 500U);
  words.resize(500);
  for (const SoundLanguage language : kEverySoundLanguage) {
    std::vector<Sounds::Reading> readings;
    for (const std::string& word : words) readings.push_back(sounds.read(word, language));
    const SoundIndex index(sounds, language, readings);
    std::size_t alike = 0;
    for (const Sounds::Reading& reading : readings) {
      std::vector<std::uint32_t> found;
      index.find(reading, found);
      std::sort(found.begin(), found.end());
      std::vector<std::uint32_t> agreeing;
      for (std::uint32_t other = 0; other < words.size(); ++other) {
        if (sounds.agree(reading, readings[other], language)) agreeing.push_back(other);
      }
      EXPECT_EQ(found, agreeing);
      alike += agreeing.size();
    }
    EXPECT_GT(alike, words.size());
  }
}

TEST(WordPairs, GiveTheNamesThatHoldBothWords) {
  const WordPairs pairs({{{0, 2, 10}, {1, 2, 11}}, {{0, 2, 9}, {3, 0, 12}}}, 4);
  struct Word {
    std::uint32_t word;
  };
  const std::vector<Word> wanted{{1}, {2}, {3}};
  std::vector<std::pair<std::size_t, std::uint32_t>> found;
  pairs.look_up(0, wanted, [&](std::size_t at, std::uint32_t name) { found.emplace_back(at, name); });
  EXPECT_EQ(found, (std::vector<std::pair<std::size_t, std::uint32_t>>{{1, 9}, {1, 10}, {2, 12}}));
}

TEST(NameSearch, KoreanNamesCutShortMeetInAnySpelling) {
  const NameSearch::Found found = search({"u gun-tae", "u gun-tea"});
  EXPECT_EQ(found.pairs.size(), comparer().compare("u gun-tae", "u gun-tea").answer == NameAnswer::different ? 0U : 1U);
}

}  // namespace
}  // namespace hearsay
