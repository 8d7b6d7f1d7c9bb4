#include "core/extract/patterns.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <set>
#include <string>

#include "tests/core/extract/lines.h"

namespace hearsay {
namespace {

const Patterns& patterns() {
  static const Patterns kPatterns(Lexicon::shipped());
  return kPatterns;
}

std::vector<Attribution> attributions_of(std::string_view text) {
  const Words words = words_of_lines(text);
  return patterns().find(words, find_quotations(words));
}

std::string spelled(const std::optional<Span>& span, std::string_view text) {
  return span ? std::string(span->of(text)) : "-";
}

std::string rendered(std::string_view text) {
  std::string lines;
  for (const Attribution& found : attributions_of(text)) {
    std::string content;
    for (const Span& span : found.content) content += (content.empty() ? "" : " […] ") + std::string(span.of(text));
    lines += "> " + content + " | " + spelled(found.source, text) + " | " + spelled(found.cue, text) +
             (found.inner ? " | inner" : "") + "\n";
  }
  return lines;
}

struct Golden {
  std::string name;  // "12 SpeakerBeforeVerb"
  std::string text;
  std::string expected;
};

std::vector<Golden> golden_cases() {
  std::ifstream file(std::string(HEARSAY_ROOT) + "/fixtures/sentences/attributions.txt");
  std::vector<Golden> cases;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) continue;
    if (line.empty()) {
      inside = false;
    } else if (!inside) {
      cases.push_back({line, "", ""});
      inside = true;
    } else {
      (line.starts_with("> ") ? cases.back().expected : cases.back().text) += line + "\n";
    }
  }
  return cases;
}

TEST(Patterns, GoldenSentences) {
  const std::vector<Golden> cases = golden_cases();
  ASSERT_GT(cases.size(), 100U);
  for (const Golden& golden : cases)
    EXPECT_EQ(rendered(golden.text), golden.expected) << golden.name << "\n" << golden.text;
}

TEST(Patterns, GoldenNumbersAreUnique) {
  std::set<std::string> numbers;
  for (const Golden& golden : golden_cases())
    EXPECT_TRUE(numbers.insert(golden.name.substr(0, golden.name.find(' '))).second) << golden.name;
}

// A harmless change of spelling must not change who said what.
TEST(Patterns, StraightMarksGiveTheSameAsCurlyOnes) {
  const auto straightened = [](std::string text) {
    for (const auto& [curly, straight] : {std::pair{"“", "\""}, {"”", "\""}, {"’", "'"}, {"‘", "'"}})
      for (std::size_t at = text.find(curly); at != std::string::npos; at = text.find(curly, at))
        text.replace(at, std::string(curly).size(), straight);
    return text;
  };
  for (const Golden& golden : golden_cases())
    EXPECT_EQ(rendered(straightened(golden.text)), straightened(golden.expected)) << golden.name;
}

TEST(Patterns, NothingInGivesNothing) {
  for (const char* text : {"", "\n\n", "\"", ":", "said", "“”", ", said .", "According to"})
    EXPECT_EQ(rendered(text), "") << text;
}

// Whatever the words, spans lie in the text, in order, on borders, and every content is of one article.
TEST(Patterns, AnyJumbleOfWordsGivesSpansInsideTheText) {
  const std::vector<std::string> pieces = {
      "said",     "Lee",  "“",      "”",     "\"",  ",",     ".",      "that",         "he",
      "told",     "the",  "by",     "asked", ":",   "who",   "and",    "according to", "is",
      "believed", "to",   "—",      "(",     ")",   "\n",    "bridge", "saying",       "'",
      "claim",    "in a", "that's", "?",     "Mr.", "said:", "her",    "called for",   "é"};
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (unsigned i = 0; i < 30; ++i) text += pieces[random() % pieces.size()] + (random() % 4 == 0 ? "" : " ");
    for (const Attribution& found : attributions_of(text)) {
      ASSERT_FALSE(found.content.empty()) << text;
      for (const Span& span : found.content) {
        ASSERT_LT(span.begin, span.end) << text;
        ASSERT_LE(span.end, text.size()) << text;
      }
      ASSERT_TRUE(!found.source || found.source->end <= text.size()) << text;
      ASSERT_TRUE(found.cue && found.cue->begin < found.cue->end) << text;
      ASSERT_FALSE(found.why.empty()) << text;
      ASSERT_GT(found.confidence, 0.0);
      ASSERT_LE(found.confidence, 1.0);
    }
  }
}

}  // namespace
}  // namespace hearsay
