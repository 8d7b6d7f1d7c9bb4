#include "core/compare/keys.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

const WordKeys& keys() {
  static const WordKeys kKeys(Lexicon::shipped());
  return kKeys;
}

TEST(WordKeys, RareWordsAreThoseThatAreNotListed) {
  const struct {
    const char* word;
    Rarity rarity;
  } cases[] = {
      {"the", Rarity::function},           {"had", Rarity::function},        {"government", Rarity::everywhere},
      {"governments", Rarity::everywhere}, {"monday", Rarity::function},     {"drought", Rarity::known},
      {"died", Rarity::everywhere},        {"attack", Rarity::common},       {"french", Rarity::common},
      {"france's", Rarity::common},        {"harbour", Rarity::known},       {"nitrate", Rarity::rare},
      {"twenty", Rarity::function},        {"twenty-two", Rarity::function}, {"four-year", Rarity::function},
      {"anti-quokka", Rarity::rare},       {"quokka", Rarity::rare}};
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

TEST(WordKeys, FiguresMeetUnderWhatTheyMeasure) {
  EXPECT_EQ(keys().meeting_unit("foot"), keys().meeting_unit("metre"));
  EXPECT_EQ(keys().meeting_unit("hour"), keys().meeting_unit("year"));
  EXPECT_EQ(keys().meeting_unit("share"), keys().meeting_unit("%"));
  EXPECT_NE(keys().meeting_unit("percentage point"), keys().meeting_unit("%"));
  EXPECT_EQ(keys().meeting_unit("EUR"), "EUR");
  EXPECT_EQ(keys().meeting_unit(""), "");
}

TEST(WordKeys, NegationsAreFound) {
  for (const char* word : {"not", "no", "never", "didn't", "isn't"}) EXPECT_TRUE(keys().is_negation(word)) << word;
  for (const char* word : {"note", "now", "north", "want", "hunt"}) EXPECT_FALSE(keys().is_negation(word)) << word;
}

}  // namespace
}  // namespace hearsay
