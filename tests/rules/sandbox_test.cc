// What rules may and may not do. Broken rules are files of fixtures/broken, each with the error it is reported with;
// hostile ones stand here, each with the reason for which it is refused.

#include "rules/engine/sandbox.h"

#include <fmt/format.h>

#include <chrono>
#include <vector>

#include "tests/rules/shop.h"

namespace hearsay {
namespace {

// A rule that reads every view of one family and returns what a rule must.
std::string rule_text(std::string_view sql, std::string_view needs = "names") {
  return fmt::format(
      "-- hearsay-rule: 1\n-- id: hostile\n-- version: 1\n-- title: t\n-- kind: name\n-- severity: low\n-- why: w\n"
      "-- quiet when: q\n-- block: block_key\n-- needs: {}\n-- message: m\n-- test: hostile\n{}",
      needs, sql);
}

class SandboxTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (HasFatalFailure()) return;
    open({});
  }

  void open(SandboxLimits limits) {
    Result<std::unique_ptr<Sandbox>> sandbox = Sandbox::open(store_->path(), shop_comparers(), limits);
    ASSERT_TRUE(sandbox) << sandbox.error().text();
    sandbox_ = *std::move(sandbox);
  }

  // The error a rule of this SQL is reported with; empty if it runs.
  std::string fault(const std::string& sql) {
    const Result<Rule> rule = parse_rule({"hostile.sql", rule_text(sql)});
    if (!rule) return rule.error().text();
    const Result<std::vector<Row>> rows = sandbox_->run(*rule, {});
    return rows ? "" : rows.error().text();
  }

  std::unique_ptr<Sandbox> sandbox_;
};

TEST_F(SandboxTest, BrokenRulesAreReportedAsWritten) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(fixtures() / "broken")) {
    if (entry.path().extension() != ".sql") continue;
    ++files;
    const std::string text = file_text(entry.path());
    const std::string name = entry.path().filename().string();
    std::string came;
    const Result<Rule> rule = parse_rule({name, text});
    if (!rule) {
      came = rule.error().text();
    } else {
      const Result<std::vector<Row>> rows = sandbox_->run(*rule, {});
      came = rows ? "no error" : rows.error().text();
    }
    const std::filesystem::path expected = std::filesystem::path(entry.path()).replace_extension(".error");
    if (std::getenv("HEARSAY_WRITE_EXPECTED") != nullptr) std::ofstream(expected) << came << "\n";
    EXPECT_EQ(came + "\n", file_text(expected)) << name;
  }
  EXPECT_GE(files, 30U);
}

// Rules of fixtures/hostile try to write, to look beyond the views, or to run for ever. Each is refused or stopped, at
// the step limit within a fifth, and says why.
TEST_F(SandboxTest, HostileRulesAreRefusedOrStopped) {
  constexpr std::uint64_t kSteps = 3'000'000;
  open({.steps = kSteps, .rows = 1000, .heap_bytes = 64 << 20U, .text_bytes = 1 << 20U});
  std::vector<std::map<std::string, Row::Value>> rows;
  for (int i = 0; i < 3000; ++i) {
    rows.push_back({{"block_key", i < 2000 ? "hot" : "k" + std::to_string(i)},
                    {"article", "a" + std::to_string(i % 7)},
                    {"name", "Ola Nordmann " + std::to_string(i)},
                    {"kind", "person"},
                    {"form", "full"},
                    {"span_begin", std::int64_t{i}},
                    {"span_end", std::int64_t{i + 1}}});
  }
  ASSERT_TRUE(sandbox_->show("names", rows));
  const Result<std::string> before = store_->state_hash();
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(fixtures() / "hostile")) {
    if (entry.path().extension() != ".sql") continue;
    ++files;
    const std::string name = entry.path().filename().string();
    std::string came = "no error";
    if (const Result<Rule> rule = parse_rule({name, file_text(entry.path())}); !rule) {
      came = rule.error().text();
    } else if (const Result<std::vector<Row>> found = sandbox_->run(*rule, {}); !found) {
      came = found.error().text();
    }
    EXPECT_LE(sandbox_->steps(), kSteps + kSteps / 5) << name;
    const std::filesystem::path expected = std::filesystem::path(entry.path()).replace_extension(".error");
    if (std::getenv("HEARSAY_WRITE_EXPECTED") != nullptr) std::ofstream(expected) << came << "\n";
    EXPECT_EQ(came + "\n", file_text(expected)) << name;
    EXPECT_NE(came, "no error") << name;
  }
  EXPECT_GE(files, 30U);
  EXPECT_EQ(*before, *store_->state_hash());
}

TEST_F(SandboxTest, ReadsTheViewsItNeeds) {
  EXPECT_EQ(fault("SELECT block_key AS block, name AS subject, article AS claim_a FROM names;  -- the end"), "");
  EXPECT_EQ(
      fault("SELECT a.block_key AS block, a.name AS subject, count(*) AS claim_a FROM names AS a JOIN names AS b ON "
            "b.block_key = a.block_key AND b.name > a.name GROUP BY 1, 2"),
      "");
}

TEST_F(SandboxTest, HostileRulesAreRefused) {
  const std::pair<std::string, std::string> cases[] = {
      {"INSERT INTO flag SELECT * FROM names", "exactly one SELECT"},
      {"UPDATE names SET name = 'x'", "exactly one SELECT"},
      {"DELETE FROM names", "exactly one SELECT"},
      {"WITH x AS (SELECT 1) DELETE FROM flag", "this is DELETE"},
      {"WITH x AS (SELECT 1) INSERT INTO temp.scope SELECT name FROM names", "this is INSERT"},
      {"DROP TABLE flag", "exactly one SELECT"},
      {"CREATE TABLE t (x)", "exactly one SELECT"},
      {"CREATE TEMP TRIGGER t AFTER INSERT ON flag BEGIN SELECT 1; END", "exactly one SELECT"},
      {"ATTACH 'other.db' AS other", "exactly one SELECT"},
      {"PRAGMA writable_schema = 1", "exactly one SELECT"},
      {"VACUUM INTO 'copy.db'", "exactly one SELECT"},
      {"BEGIN; SELECT 1", "exactly one SELECT"},
      {"EXPLAIN SELECT name FROM names", "exactly one SELECT"},
      {"VALUES (1, 2, 3)", "exactly one SELECT"},
      {"SELECT name FROM names; DROP TABLE flag", "behind the end"},
      {"SELECT name FROM names; SELECT 1", "behind the end"},
      {"SELECT name FROM names; /* then */ ;", "behind the end"},
      {"SELECT text FROM article", "no fact view"},
      {"SELECT bytes FROM source", "no fact view"},
      {"SELECT * FROM main.names", "goes round the scope"},
      {"SELECT key FROM temp.scope", "no fact view"},
      {"SELECT key FROM block", "no fact view"},
      {"SELECT sql FROM sqlite_master", "no fact view"},
      {"SELECT sql FROM sqlite_temp_master", "no fact view"},
      {"SELECT * FROM pragma_table_info('flag')", "a virtual table"},
      {"SELECT * FROM json_each('[1]')", "a virtual table"},
      {"SELECT article FROM times", "not among the header's \"needs\""},
      {"SELECT (SELECT count(*) FROM claim)", "no fact view"},
      {"SELECT count(*) FROM names AS n, claim", "no fact view"},
      {"SELECT count(*) FROM (names AS n JOIN main.flag)", "no fact view"},
      {"SELECT name FROM names WHERE EXISTS (SELECT 1 FROM log)", "no fact view"},
      {"WITH names AS (SELECT text AS name FROM article) SELECT name FROM names", "cannot be given another meaning"},
      {"WITH names (name) AS NOT MATERIALIZED (SELECT note FROM decision) SELECT name FROM names", "another meaning"},
      {"WITH \"names\" AS (SELECT bytes AS name FROM source) SELECT name FROM names", "another meaning"},
      {"WITH article AS (SELECT text FROM main.article) SELECT text FROM article", "no fact view"},
      {"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", "recursive"},
      {"SELECT load_extension('/tmp/x.so')", "load_extension"},
      {"SELECT printf('%.*c', 1000000000, 'x')", "\"printf\""},
      {"SELECT format('%1000000000d', 1)", "\"format\""},
      {"SELECT hex(randomblob(1000000000))", "not one a rule may call"},
      {"SELECT zeroblob(1000000000)", "\"zeroblob\""},
      {"SELECT replace(name, 'a', name) FROM names", "\"replace\""},
      {"SELECT random()", "\"random\""},
      {"SELECT datetime('now')", "\"datetime\""},
      {"SELECT current_timestamp", "\"current_timestamp\""},
      {"SELECT \"no_such_column\" AS block, name AS subject, 1 AS claim_a FROM names", "no such column"},
      {"SELECT block_key AS block, name AS subject, 1 AS claim_a FROM names WHERE name = \"Seo\"", "no such column"},
      {"SELECT block_key AS block, name AS subject, ? AS claim_a FROM names", "no parameter of the header"},
      {"SELECT block_key AS block, name AS subject, :secret AS claim_a FROM names", "no parameter of the header"},
      {"SELECT a.block_key AS block, a.name AS subject, 1 AS claim_a FROM names AS a, names AS b",
       "everything with everything"},
      {"SELECT a.block_key AS block, a.name AS subject, (SELECT count(*) FROM names AS b WHERE b.name > a.name) AS "
       "claim_a "
       "FROM names AS a",
       "everything with everything"},
      {"SELECT block_key AS block, name AS subject, 1 AS claim_a FROM names WHERE NOT fresh", "which pairs are new"},
      {"SELECT 1 FROM names AS a JOIN names AS b ON b.block_key = a.block_key WHERE NOT (a.fresh OR b.fresh)",
       "which pairs are new"},
      {"SELECT 1 FROM names AS a JOIN names AS b ON b.block_key = a.block_key AND (a.fresh OR b.fresh) = 0",
       "which pairs are new"},
      {"SELECT 1 FROM names AS a JOIN names AS b ON b.block_key = a.block_key AND (a.fresh OR a.fresh)",
       "which pairs are new"},
      {"SELECT sum(fresh) FROM names", "which pairs are new"},
      {"SELECT block_key AS block, name AS subject, 1 AS claim_a FROM names WHERE name LIKE '" + std::string(101, '%') +
           "'",
       ""},
  };
  for (const auto& [sql, reason] : cases) {
    const std::string came = fault(sql);
    if (reason.empty()) continue;  // nothing is stored, so that it may run: it must not hang
    EXPECT_NE(came.find(reason), std::string::npos) << sql << "\n  came: " << came;
  }
}

TEST_F(SandboxTest, DeepExpressionsAreRefused) {
  EXPECT_NE(fault("SELECT " + std::string(2000, '(') + "1" + std::string(2000, ')') + " AS block"), "");
  std::string sum = "1";
  for (int i = 0; i < 500; ++i) sum += " + 1";
  EXPECT_NE(fault("SELECT " + sum + " AS block, 1 AS subject, 1 AS claim_a").find("Expression tree is too large"),
            std::string::npos);
}

// A block of many rows, joined with itself three times over: keyed, so that the plan is let pass, and far too much
// work.
TEST_F(SandboxTest, TooMuchWorkIsStopped) {
  open({.steps = 2'000'000});
  std::vector<std::map<std::string, Row::Value>> rows;
  for (int i = 0; i < 2000; ++i) rows.push_back({{"block_key", "b"}, {"name", "n" + std::to_string(i)}});
  ASSERT_TRUE(sandbox_->show("names", rows));
  const auto begin = std::chrono::steady_clock::now();
  const std::string came = fault(
      "SELECT a.block_key AS block, max(b.name || c.name) AS subject, 1 AS claim_a FROM names AS a JOIN names AS b ON "
      "b.block_key = a.block_key JOIN names AS c ON c.block_key = a.block_key GROUP BY 1");
  EXPECT_NE(came.find("stopped after 2000000 steps"), std::string::npos) << came;
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST_F(SandboxTest, TooManyResultsAreARuleTooBroad) {
  open({.rows = 100});
  std::vector<std::map<std::string, Row::Value>> rows;
  for (int i = 0; i < 101; ++i) rows.push_back({{"block_key", "b"}, {"name", "n" + std::to_string(i)}});
  ASSERT_TRUE(sandbox_->show("names", rows));
  const std::string sql = "SELECT block_key AS block, name AS subject, 1 AS claim_a FROM names";
  EXPECT_NE(fault(sql).find("rule too broad: more than 100 results"), std::string::npos);
  rows.pop_back();
  ASSERT_TRUE(sandbox_->show("names", rows));
  EXPECT_EQ(fault(sql), "");
}

TEST_F(SandboxTest, GiantTextsAreStopped) {
  open({.text_bytes = 100'000});
  std::vector<std::map<std::string, Row::Value>> rows;
  for (int i = 0; i < 200; ++i) rows.push_back({{"block_key", "b"}, {"name", std::string(1000, 'x')}});
  ASSERT_TRUE(sandbox_->show("names", rows));
  const std::string came =
      fault("SELECT block_key AS block, group_concat(name) AS subject, 1 AS claim_a FROM names GROUP BY 1");
  EXPECT_NE(came.find("longer than 100000 bytes"), std::string::npos) << came;
}

TEST_F(SandboxTest, StoreIsUntouchedByWhatWasTried) {
  const Result<std::string> before = store_->state_hash();
  fault("DELETE FROM flag");
  fault("WITH x AS (SELECT 1) DELETE FROM block");
  EXPECT_EQ(*before, *store_->state_hash());
}

// The examples that docs/rules.md shows are run as they stand.
TEST_F(SandboxTest, FunctionsAnswerAsDocumented) {
  for (const RuleFunction& function : rule_functions()) {
    EXPECT_FALSE(function.examples.empty()) << function.name;
    for (const FunctionExample& example : function.examples) {
      const Result<std::vector<Row>> rows = sandbox_->ask(
          fmt::format("SELECT {} IS {} AS same, {} AS came", example.call, example.answer, example.call), {});
      ASSERT_TRUE(rows) << function.name << ": " << rows.error().text();
      EXPECT_EQ(rows->front().text("same"), "1") << example.call << " is " << rows->front().text("came");
    }
  }
}

TEST_F(SandboxTest, NullInNullOut) {
  for (const RuleFunction& function : rule_functions()) {
    if (function.name == "places") continue;  // an aggregate: over rows, not values
    const auto commas = static_cast<std::size_t>(std::count(function.arguments.begin(), function.arguments.end(), ','));
    std::string nulls = "NULL";
    for (std::size_t i = 0; i < (function.name == "by_turns" ? 1 : commas); ++i) nulls += ", NULL";
    const Result<std::vector<Row>> rows =
        sandbox_->ask(fmt::format("SELECT {}({}) IS NULL AS is_null", function.name, nulls), {});
    ASSERT_TRUE(rows) << function.name << ": " << rows.error().text();
    EXPECT_EQ(rows->front().text("is_null"), "1") << function.name;
  }
}

TEST_F(SandboxTest, ParametersOfTheDeskOutrankTheHeaders) {
  std::string text = rule_text("SELECT block_key AS block, name AS subject, :least AS claim_a FROM names");
  text.insert(text.find("-- message"), "-- param: least INTEGER 3 \"how many\"\n");
  const Result<Rule> rule = parse_rule({"p.sql", text});
  ASSERT_TRUE(rule) << rule.error().text();
  ASSERT_TRUE(sandbox_->show("names", {{{"block_key", "b"}, {"name", "n"}}}));
  EXPECT_EQ(sandbox_->run(*rule, {})->front().text("claim_a"), "3");
  EXPECT_EQ(sandbox_->run(*rule, {{"least", "7"}})->front().text("claim_a"), "7");
  EXPECT_EQ(sandbox_->run(*rule, {{"least", "many"}}).error().code, ErrorCode::malformed);
  EXPECT_EQ(sandbox_->run(*rule, {{"most", "7"}}).error().code, ErrorCode::not_found);
}

TEST(Sandbox, NoStoreToOpen) {
  const Result<std::unique_ptr<Sandbox>> sandbox = Sandbox::open("/no/such/folder/store.db", shop_comparers());
  ASSERT_FALSE(sandbox);
  EXPECT_EQ(sandbox.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace hearsay
