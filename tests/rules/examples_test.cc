// The examples of every shipped rule: what must flag does, what looks alike does not.

#include "rules/engine/examples.h"

#include "rules/engine/ruleset.h"
#include "tests/rules/shop.h"

namespace hearsay {
namespace {

class RuleExamples : public testing::TestWithParam<std::string> {};

std::vector<ExampleOutcome> outcomes(const Rule& rule, const std::string& file, bool must_flag) {
  const std::string text = file_text(fixtures() / "rules" / rule.test / file);
  Result<std::vector<ExampleOutcome>> run = run_examples(rule, {file, text}, must_flag, shop_comparers());
  if (!run) {
    ADD_FAILURE() << run.error().text();
    return {};
  }
  for (const ExampleOutcome& outcome : *run) {
    EXPECT_EQ(outcome.fault, "") << rule.id << "/" << outcome.where << " " << outcome.name;
  }
  return *std::move(run);
}

TEST_P(RuleExamples, FlagWhatTheyMustAndNothingElse) {
  const Ruleset set = load_rules({});
  const Rule* rule = set.find(GetParam());
  ASSERT_NE(rule, nullptr);
  const std::size_t flag = outcomes(*rule, "flag.jsonl", true).size();
  const std::size_t quiet = outcomes(*rule, "quiet.jsonl", false).size();
  EXPECT_GE(flag, 1U);
  EXPECT_GT(quiet, flag) << "a rule shows more of what it lets pass than of what it flags";
}

std::vector<std::string> ids() {
  std::vector<std::string> out;
  for (const Rule& rule : load_rules({}).rules) out.push_back(rule.id);
  return out;
}

INSTANTIATE_TEST_SUITE_P(Shipped, RuleExamples, testing::ValuesIn(ids()), [](const auto& param) {
  std::string name = param.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(Examples, FaultsOfTheFileAreOutcomes) {
  const Ruleset set = load_rules({});
  const Rule* rule = set.find("date-weekday");
  ASSERT_NE(rule, nullptr);
  const std::pair<const char*, const char*> cases[] = {
      {"{", "Missing a name"},
      {"[]", "no JSON object"},
      {R"({"article_times": []})", "says the situation"},
      {R"({"name": "x", "times": []})", "no view the rule needs"},
      {R"({"name": "x", "article_times": {}})", "no list of rows"},
      {R"({"name": "x", "article_times": [1]})", "no object"},
      {R"({"name": "x", "article_times": [{"weekday": 1}]})", "no column"},
      {R"({"name": "x", "article_times": []})", "must flag, but is quiet"},
      {R"({"name": "x", "article_times": [{"text": "Sunday", "weekday_misfit": 1}], "severity": "high"})",
       "severity is"},
  };
  for (const auto& [line, fault] : cases) {
    const Result<std::vector<ExampleOutcome>> run = run_examples(*rule, {"flag.jsonl", line}, true, shop_comparers());
    ASSERT_TRUE(run) << run.error().text();
    ASSERT_EQ(run->size(), 1U);
    EXPECT_NE(run->front().fault.find(fault), std::string::npos) << line << "\n  came: " << run->front().fault;
    EXPECT_EQ(run->front().where, "flag.jsonl:1");
  }
}

}  // namespace
}  // namespace hearsay
