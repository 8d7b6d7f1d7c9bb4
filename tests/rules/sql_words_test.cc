#include "rules/engine/sql_words.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string words_of(std::string_view text) {
  std::string out;
  for (const SqlWord& word : sql_words(text, 0)) out += (out.empty() ? "" : "|") + word.folded + (word.name ? "!" : "");
  return out;
}

TEST(SqlWords, WhatSqliteWouldSee) {
  const std::pair<const char*, const char*> cases[] = {
      {"SELECT a.B", "select!|a!|.|b!"},
      {"-- SELECT\nx", "x!"},
      {"/* a; */ b /* open", "b!"},
      {"'it''s; --' c", "'it''s; --'|c!"},
      {"\"Na\"\"mes\" `x` [y z]", "na\"\"mes!|x!|y z!"},
      {"'open", "'open"},
      {"1e5 :tol ;", "1e5|:|tol!|;"},
      {"é_1", "é_1!"},
      {"", ""},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(words_of(text), expected) << text;
}

TEST(SqlWords, SpansSpellTheWords) {
  const std::string text = "SELECT 'a b' , \"Q\" -- x";
  for (const SqlWord& word : sql_words(text, 0)) EXPECT_FALSE(word.span.of(text).empty());
  EXPECT_EQ(sql_words(text, 0).back().span.of(text), "\"Q\"");
}

TEST(SqlWords, SourcesStandWhereFromNamesThem) {
  const std::pair<const char*, const char*> cases[] = {
      {"SELECT a, b FROM x AS y, z JOIN w ON w.k = f(z.k, 1) WHERE c IN (d, e)", "x z w"},
      {"SELECT * FROM main.x", "main x"},
      {"SELECT (SELECT count(*), q FROM x) FROM y GROUP BY r, s", "x y"},
      {"WITH c AS (SELECT a, b FROM x) SELECT * FROM (c JOIN d), (SELECT e, f FROM g)", "x c d g"},
      {"SELECT \"from\", b", ""},
      {"FROM", ""},
  };
  for (const auto& [text, expected] : cases) {
    std::string came;
    for (const std::string& source : sources_of(sql_words(text, 0))) came += (came.empty() ? "" : " ") + source;
    EXPECT_EQ(came, expected) << text;
  }
}

}  // namespace
}  // namespace hearsay
