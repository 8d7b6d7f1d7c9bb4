// Deciding at the command line: the review line by line, names, undo, the log, exchange with a colleague.

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <sstream>

#include "cli/terminal.h"
#include "tests/support/run_command.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

constexpr const char* kDawn =
    "Trawler aground\n\nMERROW, June 2, 2026 (Coastwire) — Nine sailors were rescued when a trawler ran aground off "
    "Merrow "
    "Point on Monday, harbour master Ilse Varga said.\n";
constexpr const char* kNoon =
    "Trawler aground\n\nJune 2, 2026\n\nFour sailors were rescued when a trawler ran aground off Merrow Point, the "
    "coast "
    "guard said on Tuesday. Harbour master Ilse Vargha said the lamp had been dark.\n";

class ReviewCommands : public testing::Test {
 protected:
  void SetUp() override {
    setenv("SOURCE_DATE_EPOCH", "1780000000", 1);
    const Ran ran = hearsay({"ingest", home_.write("dawn.txt", kDawn), home_.write("noon.txt", kNoon)});
    ASSERT_EQ(ran.code, kNothingToReport) << ran.err;
    count_ = lines(hearsay({"flags", "--format", "jsonl"}).out);
    ASSERT_GE(count_, 2U);
  }
  void TearDown() override { unsetenv("SOURCE_DATE_EPOCH"); }

  Ran hearsay(std::vector<std::string> arguments, const std::string& input = "") const {
    arguments.insert(arguments.begin(), {"--store", home_.path("desk.db")});
    return run_command(arguments, input);
  }
  Ran review(const std::string& input, std::vector<std::string> options = {}) const {
    options.insert(options.begin(), {"review", "--by", "Ada"});
    return hearsay(options, input);
  }
  static std::size_t lines(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  }
  std::size_t flags(const std::string& status) const {
    return lines(hearsay({"flags", "--status", status, "--format", "jsonl"}).out);
  }

  TempFolder home_;
  std::size_t count_ = 0;
};

TEST_F(ReviewCommands, OneLetterAVerdictFromFirstToLast) {
  std::string verdicts;
  for (std::size_t i = 0; i < count_; ++i) verdicts += "d\n";
  const Ran ran = review(verdicts);
  EXPECT_EQ(ran.code, kNothingToReport) << ran.err;
  EXPECT_EQ(flags("dismissed"), count_) << ran.out;
  EXPECT_NE(ran.out.find("That was the last one."), std::string::npos);
  EXPECT_NE(ran.out.find(std::to_string(count_) + " decisions were made"), std::string::npos);
  EXPECT_EQ(review("").out, "Nothing is left to decide.\n");
}

TEST_F(ReviewCommands, EveryLineFitsAndNothingSteersTheScreen) {
  const Ran ran = review("?\nm\nq\n");
  EXPECT_EQ(ran.out.find('\x1b'), std::string::npos);
  const std::string prompt = "q quit: ";  // answers are not echoed here, so that the next line follows at once
  std::string shown = ran.out;
  for (std::size_t at = 0; (at = shown.find(prompt, at)) != std::string::npos;) shown.replace(at, prompt.size(), "\n");
  std::istringstream text(shown);
  for (std::string line; std::getline(text, line);) EXPECT_LE(columns_of(line), 80U) << line;
  EXPECT_NE(ran.out.find("c  confirmed"), std::string::npos) << "? explains the keys";
  EXPECT_NE(ran.out.find("0 decisions were made"), std::string::npos);
}

TEST_F(ReviewCommands, BothSidesAreShownWithTheDifferenceMarked) {
  const Ran ran = review("q\n", {"--rule", "name-variant"});
  EXPECT_NE(ran.out.find("Harbour master Ilse Var[gh]a said the lamp had been dark."), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("Why it matters:"), std::string::npos);
  EXPECT_NE(ran.out.find("Rests on 2 articles"), std::string::npos);
}

TEST_F(ReviewCommands, NotesScopesUndoAndFilters) {
  const Ran ran = review("d two counts\nu\nw\nw\nd again\nf person=Vargha\nf\nq\n");
  EXPECT_EQ(ran.code, kNothingToReport) << ran.err;
  EXPECT_NE(ran.out.find("undone: decision "), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("The next verdict is about this rule wherever it looks at the same block."),
            std::string::npos);
  const std::string log = hearsay({"log", "--format", "csv"}).out;
  EXPECT_NE(log.find(",two counts,undone,"), std::string::npos) << log;
  EXPECT_NE(log.find(",block,again,standing,"), std::string::npos) << log;
  EXPECT_NE(review("f speed=high\nq\n").out.find("'speed=high' is no filter"), std::string::npos);
  EXPECT_EQ(review("", {"--person", "nobody here"}).out, "Nothing is left to decide.\n");
}

TEST_F(ReviewCommands, TheNextReviewGoesOnWhereThisOneStopped) {
  review("s\nc\nq\n");
  const Ran again = review("q\n");
  EXPECT_EQ(again.out.find("Flag 1 of " + std::to_string(count_ - 1)), 1U) << again.out;
  EXPECT_EQ(flags("confirmed"), 1U);
}

TEST_F(ReviewCommands, WhatDoesNotFitIsRefusedWithWhatWould) {
  EXPECT_EQ(hearsay({"review", "--by", "Ada", "--verdict", "confirmed"}).code, kTrouble);
  EXPECT_EQ(hearsay({"review", "--by", "Ada", "--flag", "zz", "--verdict", "confirmed"}).code, kTrouble);
  EXPECT_EQ(hearsay({"review", "--by", "", "--flag", "zz", "--verdict", "confirmed"}).code, kTrouble);
  EXPECT_EQ(hearsay({"review", "--by", "Ada", "--claim", "dawn#zz", "--verdict", "rated"}).code, kTrouble);
  EXPECT_EQ(review("", {"--article", "nowhere"}).code, kTrouble);
  EXPECT_EQ(hearsay({"undo", "--by", "Ada"}).code, kTrouble) << "nothing was decided";
  EXPECT_EQ(hearsay({"merge", "Ilse Varga", "Nobody", "--by", "Ada"}).code, kTrouble);
  EXPECT_EQ(hearsay({"import", home_.path("missing.csv")}).code, kTrouble);
}

TEST_F(ReviewCommands, NamesAreJoinedPartedAndAskedFor) {
  Ran ran = hearsay({"names", "--pairs"});
  EXPECT_NE(ran.out.find("Ilse Vargha"), std::string::npos) << ran.out;
  ran = hearsay({"names", "--pairs", "--lines", "--by", "Ada"}, "?\ns\n");
  EXPECT_NE(ran.out.find("One name or two?"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("No pair of names is left"), std::string::npos);
  ran = hearsay({"names", "--pairs", "--lines", "--by", "Ada"}, "m one person\nu\nd\nq\n");
  EXPECT_NE(ran.out.find("same: "), std::string::npos) << ran.out;
  const Ran refused = hearsay({"merge", "Ilse Varga", "Ilse Vargha", "--by", "Ben"});
  EXPECT_EQ(refused.code, kNothingToReport) << "the pair itself may be decided anew: " << refused.err;
  EXPECT_EQ(hearsay({"names", "--pairs"}).out, "");
  const Ran names = hearsay({"names", "--kind", "person", "--format", "jsonl"});
  EXPECT_NE(names.out.find("Ilse Varga ×1 (dawn); Ilse Vargha ×1 (noon)"), std::string::npos) << names.out;
  EXPECT_EQ(hearsay({"undo", "--by", "Ben"}).code, kNothingToReport);
  EXPECT_EQ(hearsay({"split", "Ilse Varga", "Ilse Vargha", "--by", "Ada"}).code, kNothingToReport);
  EXPECT_EQ(hearsay({"verify"}).code, kNothingToReport);
}

TEST_F(ReviewCommands, ClaimsAreCorrectedAndRated) {
  const std::string csv = hearsay({"claims", "--search", "lamp", "--format", "jsonl"}).out;
  const std::size_t at = csv.find("\"claim\":\"");
  ASSERT_NE(at, std::string::npos) << csv;
  const std::string claim = csv.substr(at + 9, csv.find('"', at + 9) - at - 9);
  EXPECT_EQ(
      hearsay({"review", "--claim", claim, "--verdict", "rated", "--value", "2/5 Mostly false", "--by", "Ada"}).code,
      kNothingToReport);
  EXPECT_EQ(hearsay({"review", "--claim", claim, "--verdict", "speaker", "--value", "Ilse Varga", "--by", "Ada"}).code,
            kNothingToReport);
  const std::string log = hearsay({"log"}).out;
  EXPECT_NE(log.find("2/5 Mostly false"), std::string::npos) << log;
  const std::string listed = hearsay({"claims", "--search", "lamp", "--format", "jsonl"}).out;
  EXPECT_NE(listed.find("\"speaker\":\"Ilse Varga\""), std::string::npos) << listed;
  EXPECT_NE(
      listed.find("\"read_speaker\":\"Ilse Vargha\",\"speaker_by\":\"Ada\",\"not_a_claim_by\":null,\"rating\":\"2/5 "
                  "Mostly false\",\"rating_by\":\"Ada\""),
      std::string::npos)
      << listed;
  for (const std::string& shown : {hearsay({"claims", "--search", "lamp"}).out, hearsay({"trace", claim}).out,
                                   hearsay({"report", "--claim", claim, "--format", "markdown"}).out,
                                   hearsay({"report", "--claim", claim, "--format", "html"}).out}) {
    EXPECT_NE(shown.find("decided by Ada; read: Ilse Vargha"), std::string::npos) << shown;
  }
}

TEST_F(ReviewCommands, WhatIsNoClaimIsLeftOutOfListsAndReportsUntilTheUndo) {
  const std::string listed = hearsay({"claims", "--search", "Four sailors", "--format", "jsonl"}).out;
  const std::size_t at = listed.find("\"claim\":\"");
  ASSERT_NE(at, std::string::npos) << listed;
  const std::string claim = listed.substr(at + 9, listed.find('"', at + 9) - at - 9);
  const std::size_t conflicts = lines(hearsay({"flags", "--rule", "number-conflict", "--format", "jsonl"}).out);
  ASSERT_GE(conflicts, 1U);
  ASSERT_EQ(hearsay({"review", "--claim", claim, "--verdict", "not-a-claim", "--by", "Ada"}).code, kNothingToReport);
  EXPECT_EQ(hearsay({"claims", "--search", "Four sailors", "--format", "jsonl"}).out, "");
  const std::string marked = hearsay({"claims", "--search", "Four sailors", "--not-claims"}).out;
  EXPECT_NE(marked.find("[no claim, as decided by Ada]"), std::string::npos) << marked;
  EXPECT_EQ(hearsay({"report", "--format", "csv", "--table", "claims"}).out.find(claim), std::string::npos);
  EXPECT_EQ(lines(hearsay({"flags", "--rule", "number-conflict", "--format", "jsonl"}).out), conflicts - 1);
  EXPECT_EQ(hearsay({"undo", "--by", "Ada"}).code, kNothingToReport);
  EXPECT_EQ(hearsay({"claims", "--search", "Four sailors", "--format", "jsonl"}).out, listed);
  EXPECT_EQ(lines(hearsay({"flags", "--rule", "number-conflict", "--format", "jsonl"}).out), conflicts);
}

TEST_F(ReviewCommands, AChangedRuleSaysSoAndWhatCameOfIt) {
  EXPECT_EQ(hearsay({"check"}).err.find("changed"), std::string::npos);
  ASSERT_EQ(hearsay({"rules", "set", "number-conflict", "tolerance", "0.9", "--by", "Ada"}).code, kNothingToReport);
  const std::string said = hearsay({"check"}).err;
  EXPECT_NE(said.find("rule number-conflict: its parameters changed since the last check; 0 flags came, 1 went"),
            std::string::npos)
      << said;
  EXPECT_EQ(hearsay({"check"}).err.find("changed"), std::string::npos) << "once";
  const std::string runs = hearsay({"rules", "runs", "number-conflict", "--format", "csv"}).out;
  EXPECT_EQ(lines(runs), 3U) << runs;  // a header, the first run, the change
  EXPECT_NE(runs.find(",number-conflict,first run,"), std::string::npos) << runs;
  EXPECT_NE(runs.find(",number-conflict,parameters,all,0,0,1,"), std::string::npos) << runs;
}

TEST_F(ReviewCommands, ASheetGoesOutAndComesBack) {
  review("c\nq\n");
  const std::string file = home_.path("sheet.csv");
  ASSERT_EQ(hearsay({"export", "--format", "csv", "--open", "--out", file}).code, kNothingToReport);
  const Ran back = hearsay({"import", file, "--by", "Ben"});
  EXPECT_EQ(back.code, kNothingToReport) << back.err;
  EXPECT_NE(back.out.find("0 added, 1 known"), std::string::npos) << back.out;
  const std::string id = hearsay({"flags", "--status", "confirmed", "--format", "csv"}).out;
  const std::size_t line = id.find('\n') + 1;
  const std::string theirs = home_.write(
      "theirs.csv", "subject;verdict;by;at\nflag:" + id.substr(line, 16) + ";dismissed;Ben;2026-05-29 08:00\n");
  const Ran conflict = hearsay({"import", theirs});
  EXPECT_EQ(conflict.code, kOpenFlags);
  EXPECT_NE(conflict.err.find("stands:       confirmed by Ada"), std::string::npos) << conflict.err;
  EXPECT_NE(conflict.err.find("in the file:  dismissed by Ben"), std::string::npos) << conflict.err;
  EXPECT_EQ(flags("confirmed"), 1U);
}

}  // namespace
}  // namespace hearsay
