#include "core/compare/keys.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

namespace hearsay {
namespace {

const WordKeys& keys() {
  static const WordKeys kKeys(Lexicon::shipped());
  return kKeys;
}

bool meet(std::string_view a, std::string_view b) {
  const std::vector<std::string> one = spelling_keys(a);
  const std::vector<std::string> other = spelling_keys(b);
  std::vector<std::string> both;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
  return !both.empty();
}

TEST(WordKeys, RareWordsAreThoseThatAreNotListed) {
  const struct {
    const char* word;
    Rarity rarity;
  } cases[] = {{"the", Rarity::function},
               {"had", Rarity::function},
               {"government", Rarity::everywhere},
               {"governments", Rarity::everywhere},
               {"monday", Rarity::function},
               {"drought", Rarity::known},
               {"died", Rarity::everywhere},
               {"attack", Rarity::common},
               {"french", Rarity::common},
               {"france's", Rarity::common},
               {"harbour", Rarity::known},
               {"nitrate", Rarity::rare},
               {"quokka", Rarity::rare}};
  for (const auto& c : cases) EXPECT_EQ(keys().rarity(c.word), c.rarity) << c.word;
}

TEST(WordKeys, WordsForOneEventShareAClass) {
  for (const char* word : {"killed", "died", "dead", "deaths", "fatalities", "killing", "slain"}) {
    EXPECT_EQ(keys().predicate(word), "die") << word;
    EXPECT_EQ(keys().counted(word), "dead") << word;
  }
  EXPECT_EQ(keys().predicate("held"), "hold");
  EXPECT_EQ(keys().predicate("holding"), "hold");
  EXPECT_EQ(keys().counted("held"), "");
  EXPECT_EQ(keys().counted("wounded"), "injured");
  for (const char* word : {"skill", "diet", "injunction", "table", "", "x"})
    EXPECT_EQ(keys().predicate(word), "") << word;
}

TEST(WordKeys, NegationsAreFound) {
  for (const char* word : {"not", "no", "never", "didn't", "isn't"}) EXPECT_TRUE(keys().is_negation(word)) << word;
  for (const char* word : {"note", "now", "north", "want", "hunt"}) EXPECT_FALSE(keys().is_negation(word)) << word;
}

TEST(SpellingKeys, OneEditInOneWordShares) {
  EXPECT_TRUE(meet("Tomasz Wierzbicki", "Tomasz Wierzbiki"));  // one letter less
  EXPECT_TRUE(meet("Marta Oyelaran", "Marta Oyelaram"));       // one letter other
  EXPECT_TRUE(meet("Ingrid Sahlén", "Ingrid Sahlen"));         // accent
  EXPECT_TRUE(meet("Yoon Hye-jin", "Yoon Hye Jin"));           // hyphen
  EXPECT_TRUE(meet("Ito Hiroshi", "Hiroshi Ito"));             // order
  EXPECT_TRUE(meet("Park Min Ho", "Park Min"));                // cut short
  EXPECT_TRUE(meet("Lena Brandt's", "Lena Brandt"));
  EXPECT_TRUE(meet("Юрий Петров", "Юрий Петроф"));
}

TEST(SpellingKeys, OtherNamesDoNotMeet) {
  EXPECT_FALSE(meet("Anna Berg", "Hanne Bach"));
  EXPECT_FALSE(meet("Tomasz Wierzbicki", "Marek Wierzbicki"));
  EXPECT_FALSE(meet("Kim", "Kim Ha-neul"));
  EXPECT_FALSE(meet("Kim", "Lim"));
  EXPECT_FALSE(meet("", ""));
  EXPECT_FALSE(meet("-", "."));
}

TEST(SpellingKeys, AreBoundedWhateverTheName) {
  EXPECT_LT(spelling_keys(std::string(100'000, 'a') + " " + std::string(100'000, 'b')).size(), 50U);
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "word" + std::to_string(i) + " ";
  EXPECT_LT(spelling_keys(many).size(), 100U);
  const std::vector<std::string> found = spelling_keys("Lucía Ferrando");
  EXPECT_TRUE(std::is_sorted(found.begin(), found.end()));
  EXPECT_EQ(std::adjacent_find(found.begin(), found.end()), found.end());
}

}  // namespace
}  // namespace hearsay
