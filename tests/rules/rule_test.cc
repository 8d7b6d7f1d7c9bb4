// Rule headers: what loads, and that each broken file of fixtures/broken is reported as its .error file says (those
// whose SQL is at fault are in sandbox_test.cc).

#include "rules/engine/rule.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "rules/engine/ruleset.h"

namespace hearsay {
namespace {

constexpr std::string_view kRule = R"(-- hearsay-rule: 1
-- id: figures-differ
-- version: 3
-- title: Different figures
-- kind: number
-- severity: high
-- why: Two figures for one thing cannot both be printed
--   without a word of explanation.
--
-- quiet when: intervals meet
-- block: block_key
-- needs: value_groups, quantities
-- param: tolerance REAL 0.10 "figures closer than this ratio agree"
-- param: least INTEGER 2 "fewer than this are let pass"
-- message: {topic}: {low} against {high}, {topic}
-- test: number-conflict
SELECT 1
-- a comment of the SQL: no header line
)";

TEST(Rule, HeaderIsRead) {
  const Result<Rule> rule = parse_rule({"figures.sql", kRule});
  ASSERT_TRUE(rule) << rule.error().text();
  EXPECT_EQ(rule->id, "figures-differ");
  EXPECT_EQ(rule->version, 3);
  EXPECT_EQ(rule->why, "Two figures for one thing cannot both be printed without a word of explanation.");
  EXPECT_EQ(rule->needs, (std::vector<std::string>{"value_groups", "quantities"}));
  EXPECT_EQ(rule->placeholders, (std::vector<std::string>{"topic", "low", "high"}));
  ASSERT_EQ(rule->params.size(), 2U);
  EXPECT_EQ(rule->params[1], (RuleParam{"least", ParamType::integer, "2", "fewer than this are let pass"}));
  EXPECT_EQ(rule->text.substr(rule->sql_begin, 8), "SELECT 1");
}

TEST(Rule, WindowsLineEndsChangeNothing) {
  std::string text;
  for (const char c : kRule) text += c == '\n' ? "\r\n" : std::string(1, c);
  const Result<Rule> rule = parse_rule({"figures.sql", text});
  ASSERT_TRUE(rule) << rule.error().text();
  EXPECT_EQ(rule->title, "Different figures");
  EXPECT_EQ(rule->params[1].about, "fewer than this are let pass");
}

TEST(Rule, LongestFileLoadsAndOneByteMoreDoesNot) {
  std::string text{kRule};
  text.append(kMaxRuleBytes - text.size(), ' ');
  EXPECT_TRUE(parse_rule({"long.sql", text}));
  text += ' ';
  const Result<Rule> rule = parse_rule({"long.sql", text});
  ASSERT_FALSE(rule);
  EXPECT_EQ(rule.error().code, ErrorCode::too_large);
}

TEST(Rule, ViewsOfOneFamilyShareBlocks) {
  EXPECT_EQ(family_of("claims"), family_of("article_times"));
  EXPECT_EQ(family_of("mentions"), family_of("names"));
  EXPECT_EQ(family_of("value_groups"), family_of("quantities"));
  EXPECT_NE(family_of("times"), family_of("article_times"));
}

TEST(Ruleset, ShippedRulesLoad) {
  const Ruleset set = load_rules({});
  for (const Error& error : set.bad) ADD_FAILURE() << error.text();
  EXPECT_GE(set.rules.size(), 1U);
  EXPECT_NE(set.find("date-missing"), nullptr);
  EXPECT_EQ(set.find("no-such-rule"), nullptr);
}

TEST(Ruleset, FileOfTheSameNameReplacesTheShippedOneAlsoWhenBroken) {
  const Ruleset set = load_rules({{"date-missing.sql", "SELECT 1"}, {"notes.txt", "not a rule"}});
  EXPECT_EQ(set.find("date-missing"), nullptr);
  ASSERT_EQ(set.bad.size(), 1U);
  EXPECT_EQ(set.bad[0].where, "date-missing.sql:1:1");
}

TEST(Ruleset, TwoFilesOfOneIdAreBothBad) {
  const Ruleset set = load_rules({{"a.sql", kRule}, {"b.sql", kRule}});
  EXPECT_EQ(set.find("figures-differ"), nullptr);
  ASSERT_EQ(set.bad.size(), 2U);
  EXPECT_EQ(set.bad[0].where, "a.sql:2:8");
  EXPECT_NE(set.bad[0].message.find("b.sql"), std::string::npos);
}

}  // namespace
}  // namespace hearsay
