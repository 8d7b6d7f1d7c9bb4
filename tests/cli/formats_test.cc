// The report of the stories of fixtures/ in every format: twice the same bytes, every quotation at its place, and what
// other people's programs say of it. Where such a program is not installed (scripts/setup --dev), its test is skipped.

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <stdlib.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

#include "core/text/code_points.h"
#include "tests/support/run_command.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

constexpr const char* kPackages = HEARSAY_ROOT "/build/npm/node_modules";
const std::vector<std::string> kFormats = {"plain",       "markdown",    "html",       "json", "csv",           "prov",
                                           "prov-turtle", "claimreview", "annotation", "ftm",  "ftm-statements"};

// Both streams, and the exit code.
std::pair<std::string, int> run_program(const std::string& command) {
  std::string output;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return {"", -1};
  char buffer[4096];
  while (const std::size_t size = fread(buffer, 1, sizeof buffer, pipe)) output.append(buffer, size);
  const int status = pclose(pipe);
  return {output, WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

class Formats : public testing::Test {
 protected:
  void SetUp() override {
    setenv("SOURCE_DATE_EPOCH", "1780000000", 1);
    ASSERT_EQ(hearsay({"ingest", HEARSAY_ROOT "/fixtures/articles/harbour-fire"}).code, kNothingToReport);
    const std::string flags = hearsay({"flags", "--format", "csv"}).out;
    const std::string first = flags.substr(flags.find('\n') + 1, 16);
    ASSERT_EQ(
        hearsay({"review", "--flag", first, "--verdict", "explained", "--note", "=1+1 \"two\" counts", "--by", "Ada"})
            .code,
        kNothingToReport);
    const std::string claims = hearsay({"claims", "--speaker", "union", "--format", "csv"}).out;
    claim_ = claims.substr(claims.find('\n') + 1, claims.find(',', claims.find('\n')) - claims.find('\n') - 1);
    ASSERT_EQ(hearsay({"review", "--claim", claim_, "--verdict", "rated", "--value", "2/5 Mostly false", "--note",
                       "the register has 17", "--by", "Ada"})
                  .code,
              kNothingToReport);
  }
  void TearDown() override { unsetenv("SOURCE_DATE_EPOCH"); }

  Ran hearsay(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--store", home_.path("desk.db")});
    return run_command(arguments);
  }
  [[nodiscard]] std::string report(const std::string& format, std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"report", "--format", format});
    const Ran ran = hearsay(more);
    EXPECT_EQ(ran.code, kNothingToReport) << ran.err;
    return ran.out;
  }
  [[nodiscard]] std::string file(const std::string& format) const {
    return home_.write("report." + format, report(format));
  }
  [[nodiscard]] static bool has_package(const std::string& name) {
    return std::filesystem::exists(std::string(kPackages) + "/" + name) && run_program("node --version").second == 0;
  }
  static std::string script(const std::string& name) { return " '" HEARSAY_ROOT "/tests/support/" + name + "' "; }

  TempFolder home_;
  std::string claim_;  // one that Ada rated
};

TEST_F(Formats, TwoRunsGiveTheSameBytes) {
  for (const std::string& format : kFormats) {
    const std::string text = report(format);
    EXPECT_FALSE(text.empty()) << format;
    EXPECT_EQ(text, report(format)) << format;
    EXPECT_TRUE(text.ends_with('\n')) << format;
  }
}

TEST_F(Formats, EachIsDocumented) {
  std::ifstream file(HEARSAY_ROOT "/docs/formats.md");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  for (const std::string& format : kFormats)
    EXPECT_NE(text.find("`--format " + format + "`"), std::string::npos) << format;
}

TEST_F(Formats, EveryQuotationPrintedEqualsItsSpanInTheStoredSource) {
  const std::string text = report("json");
  const std::string page = report("html");
  rapidjson::Document document;
  document.Parse(text.c_str());
  std::map<std::string, std::string> sources;
  for (const auto& article : document["articles"].GetArray()) {
    std::ifstream file(std::string(HEARSAY_ROOT "/fixtures/articles/harbour-fire/") + article["article"].GetString() +
                       ".txt");
    sources[article["article"].GetString()].assign(std::istreambuf_iterator<char>(file), {});
  }
  const auto words_at = [&](const rapidjson::Value& article, const rapidjson::Value& span) {
    const std::string& source = sources.at(article.GetString());
    return std::string(CodePoints(source).to_bytes({span[0].GetUint64(), span[1].GetUint64()}).of(source));
  };
  std::size_t checked = 0;
  for (const auto& flag : document["flags"].GetArray()) {
    for (const auto& place : flag["evidence"].GetArray()) {
      EXPECT_EQ(words_at(place["article"], place["span"]), place["text"].GetString());
      ++checked;
    }
  }
  for (const auto& article : document["articles"].GetArray()) {
    for (const auto& claim : article["claims"].GetArray()) {
      std::string words;
      for (const auto& span : claim["content"].GetArray())
        words += (words.empty() ? "" : " […] ") + words_at(claim["article"], span);
      EXPECT_EQ(words, claim["text"].GetString());
      ++checked;
    }
  }
  EXPECT_GT(checked, 60U);
}

TEST_F(Formats, AReportIsOfOneThing) {
  const std::string everything = report("json");
  for (const std::vector<std::string>& scope :
       std::vector<std::vector<std::string>>{{"--name", "Tomasz Wierzbicki"},
                                             {"--article", "norlink-second-day"},
                                             {"--outlet", "norlink"},
                                             {"--search", "nitrate shed"},
                                             {"--claim", claim_}}) {
    const std::string text = report("json", scope);
    EXPECT_NE(text, everything) << scope[0];
    EXPECT_LT(text.size(), everything.size()) << scope[0];
    rapidjson::Document document;
    document.Parse(text.c_str());
    EXPECT_GT(document["articles"].Size(), 0U) << scope[0];
    EXPECT_GT(document["flags"].Size(), 0U) << scope[0];
    EXPECT_EQ(document["claims"].Size() > 0, scope[0] != "--article") << scope[0];
    EXPECT_FALSE(report("html", scope).empty());
  }
  EXPECT_EQ(hearsay({"report", "--outlet", "The Nowhere Times"}).code, kTrouble);
  EXPECT_EQ(hearsay({"report", "--name", "Nobody At All"}).code, kTrouble);
  rapidjson::Document none;
  none.Parse(report("json", {"--search", "zeppelin"}).c_str());
  EXPECT_EQ(none["flags"].Size() + none["articles"].Size(), 0U);
}

TEST_F(Formats, CsvOfDecisionsHoldsNoFormula) {
  const std::string table = report("csv");
  EXPECT_NE(table.find("\"'=1+1 \"\"two\"\" counts\""), std::string::npos) << table;
  EXPECT_NE(report("csv", {"--table", "names"}).find("Wierzbiki"), std::string::npos);
  EXPECT_NE(report("csv", {"--table", "claims"}).find("dock workers' union"), std::string::npos);
}

TEST_F(Formats, ProvReadByPython) {
  const auto [said, code] =
      run_program("/usr/bin/python3" + script("check_prov.py") + file("prov") + " " + file("prov-turtle"));
  if (code == 77 || code == 127)
    GTEST_SKIP() << "python3-prov and python3-rdflib are not there; scripts/setup --dev installs them";
  EXPECT_EQ(code, 0) << said;
  EXPECT_TRUE(said.starts_with("checked ")) << said;
}

TEST_F(Formats, JsonAndJsonLdReadByNpm) {
  if (!has_package("ajv-draft-04") || !has_package("jsonld"))
    GTEST_SKIP() << "ajv and jsonld are not in " << kPackages << "; scripts/setup --dev installs them";
  const auto [said, code] = run_program("NODE_PATH='" + std::string(kPackages) + "' node" + script("check_json.js") +
                                        HEARSAY_ROOT "/docs/report.schema.json " + file("json") + " " +
                                        file("claimreview") + " " + file("annotation"));
  EXPECT_EQ(code, 0) << said;
  EXPECT_TRUE(said.starts_with("checked ") && said.ends_with(" 1\n")) << said;
}

TEST_F(Formats, ARatingTakenBackIsNotPublished) {
  EXPECT_NE(report("claimreview").find("\"ClaimReview\""), std::string::npos);
  const std::string log = hearsay({"log", "--format", "csv"}).out;
  const std::string last = log.substr(log.rfind('\n', log.size() - 2) + 1);
  const std::size_t id = last.find(',') + 1;
  ASSERT_EQ(hearsay({"undo", last.substr(id, 16), "--by", "Ada"}).code, kNothingToReport);
  EXPECT_EQ(report("claimreview").find("\"ClaimReview\""), std::string::npos);
}

TEST_F(Formats, AxeFindsNothingOnThePage) {
  std::string chromium = run_program("command -v chromium").first;
  if (!has_package("axe-core") || !has_package("puppeteer-core") || chromium.empty())
    GTEST_SKIP() << "chromium, or axe-core and puppeteer-core in " << kPackages
                 << ", are not there; scripts/setup --dev installs them";
  chromium.pop_back();
  const auto [said, code] = run_program("CHROMIUM='" + chromium + "' NODE_PATH='" + kPackages + "' timeout 240 node" +
                                        script("check_page.js") + file("html"));
  if (code == 124) GTEST_SKIP() << "chromium did not answer in 240 s: the machine is too busy to look at a page";
  EXPECT_EQ(code, 0) << said;
  EXPECT_EQ(said, "checked 3\n");
}

}  // namespace
}  // namespace hearsay
