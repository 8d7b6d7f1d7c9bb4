// Rules as a desk handles them: a parameter set for one store, what the rules would cost there.

#include <gtest/gtest.h>
#include <stdlib.h>

#include "tests/support/run_command.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

class RuleCommands : public testing::Test {
 protected:
  void SetUp() override {
    setenv("SOURCE_DATE_EPOCH", "1780000000", 1);
    const std::string morning = home_.write("morning.txt",
                                            "Bus falls into river near Ardle\n\nARDLE, May 4, 2026 (Fenwire) — Nine "
                                            "people died when a bus fell into the river near Ardle on Monday, police "
                                            "chief Björn Aaltonen said.\n");
    const std::string evening = home_.write("evening.txt",
                                            "Ardle bus crash: what we know\n\nMay 5, 2026\n\nFour people died when a "
                                            "bus fell into the river near Ardle, the rescue service said on "
                                            "Tuesday.\n");
    ASSERT_EQ(hearsay({"ingest", morning, evening}).code, kNothingToReport);
    ASSERT_NE(flags("open").find("number of dead"), std::string::npos);
  }
  void TearDown() override { unsetenv("SOURCE_DATE_EPOCH"); }

  [[nodiscard]] Ran hearsay(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--store", home_.path("desk.db")});
    return run_command(arguments);
  }
  [[nodiscard]] std::string flags(const std::string& status) const {
    return hearsay({"flags", "--rule", "number-conflict", "--status", status, "--format", "csv"}).out;
  }
  [[nodiscard]] Ran set(const std::string& rule, const std::string& parameter, const std::string& value) const {
    return hearsay({"rules", "set", rule, parameter, value, "--by", "Ada", "--note", "desk of 4 May"});
  }
  [[nodiscard]] std::string log() const { return hearsay({"log", "--format", "jsonl"}).out; }

  TempFolder home_;
};

TEST_F(RuleCommands, AParameterSetHereCountsFromTheNextCheckOnAndIsLogged) {
  const Ran ran = set("number-conflict", "tolerance", "0.9");
  ASSERT_EQ(ran.code, kNothingToReport) << ran.err;
  const std::string decision = ran.out.substr(0, ran.out.find(' '));
  EXPECT_NE(flags("open").find("number of dead"), std::string::npos) << "only a check changes flags";
  EXPECT_NE(hearsay({"check"}).code, kTrouble);
  EXPECT_EQ(flags("open").find("number of dead"), std::string::npos);
  EXPECT_NE(flags("retired").find("number of dead"), std::string::npos);
  for (const char* part : {"number-conflict tolerance", "0.9", "Ada", "desk of 4 May"})
    EXPECT_NE(log().find(part), std::string::npos) << part << " in\n" << log();

  ASSERT_EQ(hearsay({"undo", decision, "--by", "Ada"}).code, kNothingToReport);
  EXPECT_NE(hearsay({"check"}).code, kTrouble);
  EXPECT_NE(flags("open").find("number of dead"), std::string::npos) << "taken back, the header's value counts again";
  EXPECT_EQ(hearsay({"verify"}).code, kNothingToReport);
}

TEST_F(RuleCommands, WhatCannotBeSetIsRefusedWithWhatCould) {
  const auto refused = [&](const Ran& ran, const std::string& reason) {
    EXPECT_EQ(ran.code, kTrouble);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find(reason), std::string::npos) << ran.err;
  };
  refused(set("number-conflikt", "tolerance", "0.9"), "no rule 'number-conflikt'");
  refused(set("number-conflict", "tolerence", "0.9"), "it has tolerance, most");
  refused(set("number-conflict", "tolerance", "a tenth"), "'a tenth' is no value for tolerance");
  refused(set("number-conflict", "most", "2.5"), "'2.5' is no value for most");
  refused(hearsay({"rules", "set", "number-conflict", "most", "30"}), "--by");
  EXPECT_EQ(log(), "") << "nothing was decided";
}

TEST_F(RuleCommands, CheckSaysWhatEachRuleWouldCompareInThisStore) {
  const Ran plan = hearsay({"rules", "check", "--format", "csv"});
  EXPECT_EQ(plan.code, kNothingToReport) << plan.err;
  EXPECT_NE(plan.out.find("number-conflict,good,,"), std::string::npos) << plan.out;
  const Ran run = hearsay({"rules", "check", "--run", "--format", "csv"});
  EXPECT_NE(run.out.find("number-conflict,good,4,"), std::string::npos) << "one in each of its blocks\n" << run.out;
  EXPECT_NE(run.out.find("name-variant,good,0,"), std::string::npos) << run.out;
  ASSERT_EQ(set("number-conflict", "tolerance", "0.9").code, kNothingToReport);
  const Ran set_here = hearsay({"rules", "check", "--run", "--format", "csv"});
  EXPECT_NE(set_here.out.find("number-conflict,good,0,"), std::string::npos) << "as a check here would\n"
                                                                             << set_here.out;
}

TEST_F(RuleCommands, CheckNamesTheRuleThatComparesEverythingWithEverything) {
  home_.write(
      "broad.sql",
      "-- hearsay-rule: 1\n-- id: broad\n-- version: 1\n-- title: Broad\n-- kind: statement\n-- severity: low\n"
      "-- why: It compares all.\n-- quiet when: never\n-- block: block_key\n-- needs: statements\n"
      "-- message: {block}\n-- test: broad\nSELECT a.block_key AS block, a.text AS subject, a.claim AS claim_a\n"
      "FROM statements AS a JOIN statements AS b ON b.text > a.text\n");
  const Ran ran = hearsay({"--rules", home_.path(""), "rules", "check", "--format", "csv"});
  EXPECT_EQ(ran.code, kTrouble);
  EXPECT_NE(ran.out.find("\nbroad,refused,"), std::string::npos) << ran.out << ran.err;
  EXPECT_NE(ran.err.find("broad.sql:13:1"), std::string::npos) << ran.err;
  EXPECT_NE(ran.out.find("number-conflict,good,"), std::string::npos) << "the others are looked at all the same";
}

}  // namespace
}  // namespace hearsay
