#include "core/extract/cues.h"

#include <gtest/gtest.h>

#include <string>

#include "core/extract/word_classes.h"
#include "tests/core/extract/lines.h"

namespace hearsay {
namespace {

const Cues& cues() {
  static const Cues kCues(Lexicon::shipped());
  return kCues;
}

// "name/forms" of every verb cue of a text; forms as letters: base, third person, past, participle, gerund.
std::string verbs_of(std::string_view text) {
  const Words words = words_of_lines(text);
  std::string found;
  for (const CueWord& cue : cues().find(words)) {
    if (cue.sense->kind != CueKind::verb) continue;
    found += (found.empty() ? "" : " ") + cue.sense->name + "/";
    for (const auto& [form, letter] :
         {std::pair{kBase, 'b'}, {kThird, 't'}, {kPast, 'p'}, {kParticiple, 'c'}, {kGerund, 'g'}})
      if ((cue.forms & form) != 0) found += letter;
  }
  return found;
}

TEST(Cues, FormsOfRegularAndIrregularVerbs) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"says", "say/t"},
      {"said", "say/pc"},
      {"wrote", "write/p"},
      {"written", "write/c"},
      {"denies", "deny/t"},
      {"denied", "deny/pc"},
      {"denying", "deny/g"},
      {"admitted", "admit/pc"},
      {"admitting", "admit/g"},
      {"announcing", "announce/g"},
      {"argued", "argue/pc"},
      {"stresses", "stress/t"},
      {"forecast", "forecast/bpc"},
      {"agreeing", "agree/g"},
      {"lying", "lie/g"},
      {"vowed", "vow/pc"},
      {"SAID", "say/pc"},
      {"house", ""},
      {"saidx", ""},
      {"admited", ""},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(verbs_of(text), expected) << text;
}

TEST(Cues, TheLongestSenseWins) {
  EXPECT_EQ(verbs_of("He called for calm"), "call for/pc");
  EXPECT_EQ(verbs_of("He called it calm"), "call/pc");
  EXPECT_EQ(verbs_of("She pointed out"), "point out/pc");
  EXPECT_EQ(verbs_of("She pointed at"), "");
  EXPECT_EQ(verbs_of("He went on to say"), "go on to say/p say/b");
}

TEST(Cues, ActOfTheLastVerb) {
  const std::vector<std::pair<const char*, std::optional<Act>>> cases = {
      {"said", Act::speech},         {"believes", Act::thought},
      {"has endorsed", Act::stance}, {"belief", Act::thought},
      {"according to", Act::speech}, {"his claim", Act::speech},
      {"went home", std::nullopt},   {"", std::nullopt},
  };
  for (const auto& [text, expected] : cases) {
    const Words words = words_of_lines(text);
    EXPECT_EQ(cues().act_of(words, {0, std::string_view(text).size()}), expected) << text;
  }
}

TEST(Cues, EmptyLexiconKnowsNothing) {
  const Result<Lexicon> empty = Lexicon::load({});
  ASSERT_TRUE(empty.ok());
  EXPECT_TRUE(Cues(empty.value()).find(words_of_lines("He said so")).empty());
}

// Each row of the table must mean something: a known kind and act, and at least one thing that it governs; a light verb
// governs nothing by itself, or a figure behind "at".
TEST(Cues, EveryRowOfTheTableIsUnderstood) {
  const Table& table = Lexicon::shipped().table("cues");
  ASSERT_GT(table.rows().size(), 400U);
  for (const Table::Row& row : table.rows()) {
    const std::string& kind = table.cell(row, "kind");
    EXPECT_TRUE(kind == "verb" || kind == "light" || kind == "noun" || kind == "adverb" || kind == "phrase") << row.key;
    EXPECT_TRUE(act_named(table.cell(row, "act"))) << row.key;
    const std::string& governs = table.cell(row, "governs");
    EXPECT_EQ(governs.empty() || governs == "at", kind == "light") << row.key;
  }
}

TEST(WordClasses, MonthsAreTimesUnlessTheyAreNames) {
  const WordClasses classes(Lexicon::shipped());
  const std::vector<std::pair<const char*, bool>> cases = {
      {"in March Lee spoke", true}, {"on May 5", true}, {"Jan Brandt spoke", false}, {"it may rain", false}};
  for (const auto& [text, time] : cases) {
    const std::vector<std::uint32_t> found = classes.of(words_of_lines(text));
    bool any = false;
    for (const std::uint32_t word : found) any = any || (word & kTime) != 0;
    EXPECT_EQ(any, time) << text;
  }
}

}  // namespace
}  // namespace hearsay
