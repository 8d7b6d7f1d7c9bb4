// The main road through the commands on one small story: ingest, check, flags, why, review, report, trace, verify.

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <stdlib.h>

#include "core/text/code_points.h"
#include "core/text/normalise.h"
#include "core/value/span.h"
#include "tests/support/run_command.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

constexpr const char* kMorning =
    "Bus falls into river near Ardle\n\nARDLE, May 4, 2026 (Fenwire) — Nine people died when a bus fell into the river "
    "near Ardle "
    "on Monday, police chief Björn Aaltonen said.\n\n“The bridge had been closed for a week,” Aaltonen told "
    "reporters.\n";
constexpr const char* kEvening =
    "Ardle bus crash: what we know\n\nMay 5, 2026\n\nFour people died when a bus fell into the river near Ardle, "
    "the rescue "
    "service said on Tuesday.\n\nPolice chief Björn Aaltonnen said the bridge had been closed.\n\nStay tuned to the "
    "Fen Herald for the latest news.\n";

class Road : public testing::Test {
 protected:
  void SetUp() override {
    setenv("SOURCE_DATE_EPOCH", "1780000000", 1);
    morning_ = home_.write("morning.txt", kMorning);
    evening_ = home_.write("evening.txt", kEvening);
    const Ran ran = hearsay({"ingest", morning_, evening_});
    ASSERT_EQ(ran.code, kNothingToReport) << ran.err;
    EXPECT_EQ(ran.out + ran.err, "") << "silence is success in scripts";
  }
  void TearDown() override { unsetenv("SOURCE_DATE_EPOCH"); }

  Ran hearsay(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--store", home_.path("desk.db")});
    return run_command(arguments);
  }
  // The first id of a listing.
  [[nodiscard]] std::string first_id(const std::vector<std::string>& arguments) const {
    std::vector<std::string> csv = arguments;
    csv.insert(csv.end(), {"--format", "csv"});
    const std::string out = hearsay(csv).out;
    const std::size_t line = out.find('\n') + 1;
    return out.substr(line, out.find(',', line) - line);
  }

  TempFolder home_;
  std::string morning_;
  std::string evening_;
};

TEST_F(Road, CheckFindsOpenFlagsAndSaysSoByItsExitCode) {
  const Ran ran = hearsay({"check", "--format", "jsonl"});
  EXPECT_EQ(ran.code, kOpenFlags);
  EXPECT_NE(ran.out.find("\"rule\":\"name-variant\""), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("\"rule\":\"number-conflict\""), std::string::npos) << ran.out;
  EXPECT_EQ(hearsay({"check", "--format", "jsonl"}).out, ran.out) << "a second check finds the same";
}

TEST_F(Road, WhyShowsBothSides) {
  const Ran ran = hearsay({"why", first_id({"flags", "--rule", "name-variant"})});
  EXPECT_EQ(ran.code, kNothingToReport) << ran.err;
  EXPECT_NE(ran.out.find("Aaltonen"), std::string::npos);
  EXPECT_NE(ran.out.find("Aaltonnen"), std::string::npos);
  EXPECT_EQ(hearsay({"why", "Björn Aaltonen", "Ada Byron"}).code, kNothingToReport);
  EXPECT_EQ(hearsay({"why", "morning#ffff", "Ada Byron"}).code, kTrouble);
}

TEST_F(Road, ADecisionIsKeptThroughAnotherIngestAndCheck) {
  const std::string flag = first_id({"flags", "--rule", "name-variant"});
  ASSERT_EQ(hearsay({"review", "--flag", flag, "--verdict", "dismissed", "--note", "two officers", "--by", "Ada"}).code,
            kNothingToReport);
  hearsay({"ingest", morning_, evening_});
  hearsay({"check"});
  EXPECT_EQ(first_id({"flags", "--status", "dismissed"}), flag);
  EXPECT_EQ(hearsay({"check", "--format", "jsonl"}).out.find(flag), std::string::npos) << "check prints what is open";
  const Ran report = hearsay({"report", "--flag", flag});
  EXPECT_NE(report.out.find("**dismissed** by Ada"), std::string::npos) << report.out;
  EXPECT_NE(report.out.find("two officers"), std::string::npos);
  EXPECT_EQ(hearsay({"verify"}).code, kNothingToReport);
}

TEST_F(Road, EveryQuotationOfTheReportIsThatPlaceOfTheSource) {
  const Ran ran = hearsay({"report", "--format", "json"});
  ASSERT_EQ(ran.code, kNothingToReport) << ran.err;
  rapidjson::Document report;
  report.Parse(ran.out.c_str());
  ASSERT_FALSE(report.HasParseError());
  std::size_t places = 0;
  for (const auto& flag : report["flags"].GetArray()) {
    for (const auto& place : flag["evidence"].GetArray()) {
      const std::string text = std::string(place["article"].GetString()) == "morning" ? kMorning : kEvening;
      const Span span = CodePoints(text).to_bytes({place["span"][0].GetUint64(), place["span"][1].GetUint64()});
      EXPECT_EQ(std::string(span.of(text)), place["text"].GetString());
      ++places;
    }
  }
  EXPECT_GT(places, 3U);
}

TEST_F(Road, ReportsAreTheSameToTheByte) {
  for (const char* format : {"markdown", "html", "json"}) {
    const Ran first = hearsay({"report", "--format", format});
    EXPECT_EQ(first.code, kNothingToReport) << first.err;
    EXPECT_EQ(hearsay({"report", "--format", format}).out, first.out) << format;
  }
  ASSERT_EQ(hearsay({"report", "--format", "html", "--out", home_.path("r.html")}).code, kNothingToReport);
  EXPECT_TRUE(std::filesystem::exists(home_.path("r.html")));
}

TEST_F(Road, TraceLeadsToTheBytes) {
  const Ran ran = hearsay({"trace", first_id({"claims", "--search", "bridge closed week"})});
  EXPECT_EQ(ran.code, kNothingToReport) << ran.err;
  EXPECT_NE(ran.out.find("Björn Aaltonen (in the text “Aaltonen”)"), std::string::npos) << ran.out;
  EXPECT_NE(fold_spaces(ran.out).find("they spell these words"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("Fenwire"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.out.find("\x1b["), std::string::npos) << "no colour where there is no terminal";
}

TEST_F(Road, ListingsHaveTheSameRowsInEveryFormat) {
  for (const char* listing : {"claims", "flags", "names"}) {
    const std::string lines = hearsay({listing, "--format", "jsonl"}).out;
    const auto rows = std::count(lines.begin(), lines.end(), '\n');
    EXPECT_GT(rows, 0) << listing;
    rapidjson::Document array;
    array.Parse(hearsay({listing, "--format", "json"}).out.c_str());
    ASSERT_TRUE(array.IsArray()) << listing;
    EXPECT_EQ(array.Size(), static_cast<rapidjson::SizeType>(rows)) << listing;
    const std::string table = hearsay({listing}).out;
    EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), rows + 1) << listing;
  }
}

}  // namespace
}  // namespace hearsay
