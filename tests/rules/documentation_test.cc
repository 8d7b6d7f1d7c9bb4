// docs/rules.md: its worked example works as it stands, and every rule and function is in it.

#include "rules/engine/examples.h"
#include "rules/engine/ruleset.h"
#include "tests/rules/shop.h"

namespace hearsay {
namespace {

std::string page() { return file_text(std::filesystem::path(HEARSAY_ROOT) / "docs" / "rules.md"); }

// The indented block that begins with this line, without its indent.
std::string block_from(const std::string& text, const std::string& first) {
  std::string out;
  const std::string indent(7, ' ');
  for (std::size_t at = text.find(indent + first); at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    if (!line.starts_with(indent)) break;
    out += line.substr(indent.size()) + "\n";
    at = end + 1;
  }
  return out;
}

TEST(RulesPage, WorkedExampleWorks) {
  const std::string text = page();
  const std::string sql = block_from(text, "-- hearsay-rule: 1");
  const Result<Rule> rule = parse_rule({"days-differ.sql", sql});
  ASSERT_TRUE(rule) << rule.error().text();
  const std::string examples = block_from(text, R"({"name": "TwoDays")");
  const std::size_t second = examples.find('\n') + 1;
  for (const auto& [line, must_flag] :
       {std::pair{examples.substr(0, second), true}, {examples.substr(second), false}}) {
    const Result<std::vector<ExampleOutcome>> run = run_examples(*rule, {"page", line}, must_flag, shop_comparers());
    ASSERT_TRUE(run) << run.error().text();
    ASSERT_EQ(run->size(), 1U);
    EXPECT_EQ(run->front().fault, "") << line;
  }
}

TEST(RulesPage, EveryRuleAndFunctionIsInIt) {
  const std::string text = page();
  for (const Rule& rule : load_rules({}).rules) {
    EXPECT_NE(text.find("| `" + rule.id + "` | " + rule.kind + " | " + std::string{name_of(rule.severity)} + " | " +
                        rule.title),
              std::string::npos)
        << rule.id;
  }
  for (const RuleFunction& function : rule_functions()) {
    EXPECT_NE(text.find("`" + std::string{function.name} + "("), std::string::npos) << function.name;
  }
  for (const std::string_view kind : kFlagKinds) EXPECT_NE(text.find(kind), std::string::npos) << kind;
}

}  // namespace
}  // namespace hearsay
