#include "core/ingest/line_pattern.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {
namespace {

TEST(LinePattern, WholeLinesMatch) {
  struct Case {
    std::string pattern;
    std::string line;
    bool matches;
  };
  const std::vector<Case> cases = {
      {"share", "Share", true},
      {"share", "Shares", false},
      {"share", "A share", false},
      {"<n> min read", "2 min read", true},
      {"<n> min read", "12 Min  Read", true},
      {"<n> min read", "two min read", false},
      {"<n> min read", "2a min read", false},
      {"stay tuned to * for the latest*", "Stay tuned to\xC2\xA0The Quay for the latest news.", true},
      {"stay tuned to * for the latest*", "Stay tuned to The Quay", false},
      {"editor's picks", "Editor’s Picks", true},
      {"*a*b*c", "xxaxxbxxbxxc", true},
      {"*a*b*c", "xxaxxbxxbxxcd", false},
      {"*aab", "aaaab", true},
      {"*", "", true},
      {"", "", true},
      {"", "x", false},
      {"{x}", "", false},
      {"page <n> of <n>", "Page 2 of 14", true},
      {"(c) <n> {x}", "(c) 2024 ", false},
      {"© <n>*", "© 2019–2024 The Quay", true},
      {"{", "{", true},
  };
  for (const Case& c : cases) {
    const FoldedLine line(c.line, {0, c.line.size()});
    EXPECT_EQ(LinePattern(c.pattern).match(line.words).has_value(), c.matches) << c.pattern << " / " << c.line;
  }
}

// Every way to part `words` among the letters and open runs of `pattern` ("*"), tried in turn.
bool fits(std::string_view pattern, std::string_view words) {
  if (pattern.empty()) return words.empty();
  if (pattern.front() != '*')
    return !words.empty() && words.front() == pattern.front() && fits(pattern.substr(1), words.substr(1));
  for (std::size_t taken = 0; taken <= words.size(); ++taken) {
    if (fits(pattern.substr(1), words.substr(taken))) return true;
  }
  return false;
}

// The strings of `length` characters of `alphabet`, by number.
std::string numbered(std::size_t number, std::size_t length, std::string_view alphabet) {
  std::string out;
  for (std::size_t i = 0; i < length; ++i, number /= alphabet.size()) out += alphabet[number % alphabet.size()];
  return out;
}

TEST(LinePattern, MatchesWhereSomePartingOfTheLineFits) {
  std::size_t matched = 0;
  for (std::size_t p = 0; p < 243; ++p) {
    const std::string pattern = numbered(p, 5, "ab*");
    for (std::size_t w = 0; w < 128; ++w) {
      const std::string words = numbered(w, 7, "ab");
      const bool expected = fits(pattern, words);
      matched += expected;
      EXPECT_EQ(LinePattern(pattern).match(words).has_value(), expected) << pattern << " / " << words;
    }
  }
  EXPECT_GT(matched, 1000U);
}

TEST(LinePattern, CaptureLeadsBackToTheText) {
  const std::string text =
      "  Stay tuned to\xC2\xA0 The “Quay”\xC2\xA0"
      "for the latest";
  const FoldedLine line(text, {0, text.size()});
  const std::optional<Span> captured = LinePattern("stay tuned to {outlet} for *").match(line.words);
  ASSERT_TRUE(captured);
  EXPECT_EQ(line.source(*captured).of(text), "The “Quay”");
}

TEST(LinePattern, CaptureAtTheEndOfTheLineTakesAllOfIt) {
  const std::string text = "© 2024 Köln heute";
  const FoldedLine line(text, {0, text.size()});
  const std::optional<Span> captured = LinePattern("© <n> {outlet}").match(line.words);
  ASSERT_TRUE(captured);
  EXPECT_EQ(line.source(*captured).of(text), "Köln heute");
}

TEST(LinePattern, CaptureNeverCutsACharacterInTwo) {
  const std::string text = "by Ærø";
  const FoldedLine line(text, {0, text.size()});
  const std::optional<Span> captured = LinePattern("by {x}*").match(line.words);
  ASSERT_TRUE(captured);
  EXPECT_EQ(line.source(*captured).of(text), "Æ");
}

TEST(LinePattern, ManyOpenRunsStayCheap) {
  const std::string line(20000, 'a');
  EXPECT_FALSE(LinePattern("*a*a*a*a*a*a*b").match(line));
}

TEST(LinePatterns, AllThatMatchById) {
  LinePatterns patterns;
  patterns.add("*news*", 7);
  patterns.add("top news", 3);
  patterns.add("top stories", 1);
  const std::vector<LinePatterns::Match> found = patterns.matches("top news");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].id, 3U);
  EXPECT_EQ(found[1].id, 7U);
  EXPECT_TRUE(patterns.matches("").empty());
}

}  // namespace
}  // namespace hearsay
