#include "core/text/words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/lexicon/lexicon.h"

namespace hearsay {
namespace {

std::string joined(const Words& words, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) out += (out.empty() ? "" : "|") + std::string(words.of(i));
  return out;
}

Words split(std::string_view text) { return split_words(text, {{0, text.size()}}, Lexicon::shipped().abbreviations()); }

std::string tokens(std::string_view text) {
  const Words words = split(text);
  return joined(words, 0, words.tokens.size());
}

std::vector<std::string> sentences(std::string_view text) {
  const Words words = split(text);
  std::vector<std::string> out;
  for (const Sentence& sentence : words.sentences) out.emplace_back(sentence.span.of(words.text));
  return out;
}

TEST(Tokens, KeepInnerMarksOfWords) {
  EXPECT_EQ(tokens("don't Joon-kook COVID-19 U.N. Kim’s O'Brien"), "don't|Joon-kook|COVID-19|U.N.|Kim’s|O'Brien");
}

TEST(Tokens, WordsAreNumberedAsTheyFirstAppear) {
  EXPECT_EQ(split("The dog saw the DOG.").numbers, (std::vector<std::uint32_t>{0, 1, 2, 0, 1, 3}));
  const Words okina = split("' ʻ");  // both are folded to an apostrophe, but one is a mark and one a letter
  ASSERT_EQ(okina.folded[0], okina.folded[1]);
  EXPECT_NE(okina.numbers[0], okina.numbers[1]);
  std::string many;
  for (int i = 0; i < 3000; ++i) many += " w" + std::string(1 + i % 7, 'x') + std::to_string(i % 1500);
  const Words words = split(many);
  for (std::size_t i = 0; i < 3000; ++i) {
    for (const std::size_t other : {i % 1500, (i + 1) % 1500})
      EXPECT_EQ(words.numbers[i] == words.numbers[other], words.folded[i] == words.folded[other]) << i;
  }
}

TEST(Tokens, CutUnitsFromNumbers) {
  EXPECT_EQ(tokens("35,000 £4.2m 70th 24-year-old 15GB 25% 1990s"),
            "35,000|£|4.2|m|70th|24|-|year-old|15|GB|25|%|1990|s");
}

TEST(Tokens, QuotesAndDashesAreMarks) { EXPECT_EQ(tokens("“We won,” he—said."), "“|We|won|,|”|he|—|said|."); }

TEST(Tokens, FinalStopOfASentenceIsNoInitial) { EXPECT_EQ(tokens("Plan B. We go"), "Plan|B|.|We|go"); }

TEST(Tokens, NoBreakSpaceSeparates) { EXPECT_EQ(tokens("scientist\u00A0fled"), "scientist|fled"); }

TEST(Sentences, EndAtStopsOutsideAbbreviations) {
  EXPECT_EQ(
      sentences("Mr. Ode met Gen. Li on Aug. 18. He left at 5 p.m. The U.S. Army stayed."),
      (std::vector<std::string>{"Mr. Ode met Gen. Li on Aug. 18.", "He left at 5 p.m.", "The U.S. Army stayed."}));
}

TEST(Sentences, ClosingQuoteBelongsToTheSentence) {
  EXPECT_EQ(sentences("“We won.” She left. (He did not.) Why?"),
            (std::vector<std::string>{"“We won.”", "She left.", "(He did not.)", "Why?"}));
}

TEST(Sentences, QuestionInsideAQuoteGoesOnInLowerCase) {
  EXPECT_EQ(sentences("“Is it over?” he asked. No."), (std::vector<std::string>{"“Is it over?” he asked.", "No."}));
}

TEST(Sentences, InitialsAreNoEnd) {
  EXPECT_EQ(sentences("J. K. Ode spoke. So did I. All left."),
            (std::vector<std::string>{"J. K. Ode spoke.", "So did I.", "All left."}));
}

TEST(Sentences, TheHourBeforeALineOfALiveReportStandsAlone) {
  EXPECT_EQ(sentences("18.20 Police said so."), (std::vector<std::string>{"18.20", "Police said so."}));
  EXPECT_EQ(sentences("9:05 “It burns,” he said."), (std::vector<std::string>{"9:05", "“It burns,” he said."}));
  for (const char* const text : {"18.20 euros were paid.", "25.20 People came.", "18.65 People came.",
                                 "1.5 People came.", "18.20, Police said."})
    EXPECT_EQ(sentences(text).size(), 1U) << text;
}

TEST(Sentences, EndOfParagraphEndsASentence) {
  const std::string text = "A headline without a stop\nThe text.";
  const Words words = split_words(text, {{0, 25}, {26, text.size()}}, {});
  ASSERT_EQ(words.sentences.size(), 2U);
  EXPECT_EQ(words.sentences[0].span, (Span{0, 25}));
  EXPECT_EQ(words.sentences[1].paragraph, 1U);
}

TEST(Words, EveryTokenIsInOneSentence) {
  const Words words = split("One. Two “three. Four” five! U.N. six…");
  std::size_t next = 0;
  for (const Sentence& sentence : words.sentences) {
    EXPECT_EQ(sentence.first_token, next);
    next = sentence.last_token;
  }
  EXPECT_EQ(next, words.tokens.size());
}

}  // namespace
}  // namespace hearsay
