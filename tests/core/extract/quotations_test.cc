#include "core/extract/quotations.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tests/core/extract/lines.h"

namespace hearsay {
namespace {

// The quotations as text: "[span]" each; "+" before one that continues, "~" behind one left open.
std::string quoted(std::string_view text) {
  const Words words = words_of_lines(text);
  std::string found;
  for (const Quotation& quotation : find_quotations(words)) {
    if (!found.empty()) found += ' ';
    if (quotation.continues) found += '+';
    found += "[" + std::string(quotation.span.of(text)) + "]";
    if (!quotation.closed) found += '~';
  }
  return found;
}

struct Case {
  const char* situation;
  const char* text;
  const char* expected;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(quoted(c.text), c.expected) << c.situation << ": " << c.text;
}

TEST(Quotations, EveryStyleOfMarks) {
  expect_all({
      {"curly", "He said, “We are ready.”", "[“We are ready.”]"},
      {"straight", "He said, \"We are ready.\"", "[\"We are ready.\"]"},
      {"guillemets", "Il a dit «Non» hier.", "[«Non»]"},
      {"guillemets with spaces", "Il a dit « Non merci » hier.", "[« Non merci »]"},
      {"German", "Er sagte „Nein“ dazu.", "[„Nein“]"},
      {"typewriter", "He said, ``We are ready.''", "[``We are ready.'']"},
      {"British", "‘We are ready,’ he said.", "[‘We are ready,’]"},
      {"British straight", "'We are ready,' he said.", "['We are ready,']"},
      {"headline", "Minister 'sorry' for delay", "['sorry']"},
  });
}

TEST(Quotations, SeveralInOneSentence) {
  expect_all({
      {"interrupted", "\"We,\" she said, \"won.\"", "[\"We,\"] [\"won.\"]"},
      {"dash before", "The plan—“a trap”—failed.", "[“a trap”]"},
      {"in brackets", "The plan (\"a trap\") failed.", "[\"a trap\"]"},
      {"several sentences in one", "“No. Never. Not us,” he said.", "[“No. Never. Not us,”]"},
  });
}

TEST(Quotations, NestedQuotesBelongToTheOuterOne) {
  expect_all({
      {"single in double", "“He told me ‘go’ and I went,” she said.", "[“He told me ‘go’ and I went,”]"},
      {"double in single", "‘He told me “go” and I went,’ she said.", "[‘He told me “go” and I went,’]"},
      {"double in double", "“He told me “go” and I went,” she said.", "[“He told me “go” and I went,”]"},
      {"both end at once", "“He told me ‘go,’” she said.", "[“He told me ‘go,’”]"},
      {"straight, both end at once", "\"He told me 'go,'\" she said.", "[\"He told me 'go,'\"]"},
  });
}

TEST(Quotations, ApostrophesQuoteNothing) {
  expect_all({
      {"inner", "It's the farmer's; they don't mind.", ""},
      {"plural", "The workers' rights and the owners' duties.", ""},
      {"decade", "Songs of the '90s and '80s were loud.", ""},
      {"elision", "Give 'em hell, 'cause they like it.", ""},
      {"rock", "He likes rock 'n' roll.", ""},
      {"curly plural", "The workers’ rights and the owners’ duties.", ""},
      {"plural inside British quotes", "‘The workers’ rights matter,’ he said.", "[‘The workers’ rights matter,’]"},
      {"inches", "He is 6' 2\" tall.", ""},
      {"lost opening mark", "We are ready,” he said.", ""},
  });
}

TEST(Quotations, ParagraphsThatGoOn) {
  expect_all({
      {"each opens with a mark", "“We came.\n“We saw,” he said.", "[“We came.]~ +[“We saw,”]"},
      {"only the last closes", "“We came.\n“We saw.\n“We won.”", "[“We came.]~ +[“We saw.]~ +[“We won.”]"},
      {"the next has only the closing mark", "“We came.\nWe saw,” he said.", "[“We came.]~ +[We saw,”]"},
      {"closed before, so a new one", "“We came.”\n“We saw.”", "[“We came.”] [“We saw.”]"},
  });
}

TEST(Quotations, UnbalancedAndMistypedMarks) {
  expect_all({
      {"lost closing mark, then a new quote", "He said \"we won. She said \"no\" to that.", "[\"we won.] [\"no\"]"},
      {"lost closing mark in mid-sentence", "He called it “huge and left. Nobody asked.",
       "[“huge and left. Nobody asked.]~"},
      {"closing glyph opens", "He said, ”We won.”", "[”We won.”]"},
      {"opening glyph closes", "He said, “We won.“", "[“We won.“]"},
      {"straight opens, curly closes", "He said, \"We won.”", "[\"We won.”]"},
      {"nothing inside", "He typed \"\" and left.", "[\"\"]"},
      {"a mark alone", "\"", ""},
  });
}

TEST(Quotations, InsideLeavesTheMarksOut) {
  const std::string text = "He said, “We won.”";
  const Words words = words_of_lines(text);
  const std::vector<Quotation> found = find_quotations(words);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].inside.of(text), "We won.");
  EXPECT_EQ(words.of(found[0].first_token), "“");
  EXPECT_EQ(words.of(found[0].last_token - 1), "”");
}

// Whatever the marks, quotations lie in order inside their paragraph and do not overlap.
TEST(Quotations, AnyJumbleOfMarksGivesOrderedDisjointSpans) {
  const std::vector<std::string> pieces = {"“", "”", "\"", "'",   "‘", "’", "«",  "»",  "``", "''",
                                           " ", " ", "We", "won", ".", ",", "\n", "90", "s"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (unsigned i = 0; i < 24; ++i) text += pieces[random() % pieces.size()];
    const Words words = words_of_lines(text);
    std::size_t last = 0;
    for (const Quotation& quotation : find_quotations(words)) {
      ASSERT_LE(last, quotation.span.begin) << text;
      ASSERT_LT(quotation.span.begin, quotation.span.end) << text;
      ASSERT_TRUE(quotation.span.contains(quotation.inside)) << text;
      ASSERT_LE(quotation.inside.begin, quotation.inside.end) << text;
      ASSERT_TRUE(words.paragraphs[quotation.paragraph].span.contains(quotation.span)) << text;
      last = quotation.span.end;
    }
  }
}

}  // namespace
}  // namespace hearsay
