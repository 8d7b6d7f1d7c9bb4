// Whatever a person hands in: a clear error that names what and where and what to do, the rest still goes in, nothing
// is lost.

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>

#include "core/store/store.h"
#include "desk/inputs.h"
#include "tests/support/run_command.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

constexpr const char* kGood =
    "Bridge closed, council says\n\nThe bridge will stay closed until May, the council said on Friday.\n";

class BadInput : public testing::Test {
 protected:
  Ran ingest(std::vector<std::string> files) {
    files.insert(files.begin(), {"--store", store_, "ingest"});
    return run_command(files);
  }
  std::size_t stored() {
    Result<std::unique_ptr<Store>> store = Store::open(store_, OpenMode::read_only);
    return store.ok() ? (*store)->articles()->size() : 0;
  }
  void query(const std::string& path, const char* sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    sqlite3_close(database);
  }
  // The message names the place and says what to do next.
  static void expect_helpful(const Ran& ran, const std::string& where) {
    EXPECT_EQ(ran.code, kTrouble);
    EXPECT_NE(ran.err.find(where), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("; "), std::string::npos) << ran.err;
  }

  TempFolder home_;
  std::string store_ = home_.path("desk.db");
  std::string good_ = home_.write("good.txt", kGood);
};

TEST_F(BadInput, AMissingFileIsNamedAndTheOthersGoIn) {
  expect_helpful(ingest({home_.path("gone.txt"), good_}), "gone.txt");
  EXPECT_EQ(stored(), 1U);
}

TEST_F(BadInput, AnEmptyFileIsNamedAndTheOthersGoIn) {
  expect_helpful(ingest({home_.write("empty.txt", ""), good_}), "empty.txt");
  EXPECT_EQ(stored(), 1U);
}

TEST_F(BadInput, ABinaryFileIsNamedAndTheOthersGoIn) {
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes += static_cast<char>(i * 37 % 256);
  expect_helpful(ingest({home_.write("photo.txt", bytes), good_}), "photo.txt");
  EXPECT_EQ(stored(), 1U);
}

TEST_F(BadInput, InvalidBytesAreReplacedAndSaid) {
  const Ran ran = ingest({home_.write("latin.txt", "Caf\xE9 owner Ann Lee said the till was empty on Friday.\n")});
  EXPECT_EQ(ran.code, kNothingToReport) << ran.err;
  EXPECT_NE(ran.err.find("3"), std::string::npos) << "the first offset: " << ran.err;
  Result<std::unique_ptr<Store>> store = Store::open(store_, OpenMode::read_only);
  EXPECT_NE((*store)->article("latin")->text.find("Caf\uFFFD"), std::string::npos);
}

TEST_F(BadInput, OneLineOfMegabytesGoesIn) {
  std::string line;
  while (line.size() < 2'000'000) line += "The mayor, Ann Lee, said 12 of 40 ships had sunk off the coast. ";
  const Ran ran = ingest({home_.write("line.txt", line), "--no-check"});
  EXPECT_EQ(ran.code, kNothingToReport) << ran.err;
  EXPECT_EQ(stored(), 1U);
}

TEST_F(BadInput, AStoreThatIsNoDatabaseIsLeftAlone) {
  const std::string words = "My notes on the case. " + std::string(4000, 'x');
  store_ = home_.write("notes.db", words);
  expect_helpful(ingest({good_}), "notes.db");
  std::istringstream none;
  EXPECT_EQ(*read_bytes({store_}, none), words);
}

TEST_F(BadInput, AStoreOfANewerVersionIsLeftAlone) {
  ASSERT_EQ(ingest({good_}).code, kNothingToReport);
  query(store_, "PRAGMA user_version = 9999");
  expect_helpful(ingest({good_}), "desk.db");
  expect_helpful(run_command({"--store", store_, "flags"}), "desk.db");
}

TEST_F(BadInput, ALockedStoreSaysSo) {
  ASSERT_EQ(ingest({good_}).code, kNothingToReport);
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(store_.c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  const Ran ran = run_command({"--store", store_, "--wait", "0.2", "ingest", home_.write("second.txt", kGood)});
  sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
  sqlite3_close(other);
  expect_helpful(ran, "desk.db");
  EXPECT_EQ(stored(), 1U);
}

TEST_F(BadInput, AStoreInAMissingFolderSaysSo) {
  store_ = home_.path("no/such/desk.db");
  expect_helpful(ingest({good_}), "no/such");
}

TEST_F(BadInput, ReadingAStoreThatIsNotThereSaysHowToMakeOne) {
  const Ran ran = run_command({"--store", home_.path("none.db"), "flags"});
  expect_helpful(ran, "none.db");
  EXPECT_NE(ran.err.find("hearsay ingest"), std::string::npos) << ran.err;
}

TEST_F(BadInput, ABadRuleFileIsShownWithItsPlaceAndTheOthersRun) {
  std::filesystem::create_directories(home_.path("rules"));
  home_.write("rules/broken.sql", "-- hearsay-rule: 1\n-- id: broken\n-- versio: 1\nSELECT 1\n");
  ASSERT_EQ(ingest({good_}).code, kNothingToReport);
  const Ran ran = run_command({"--store", store_, "--rules", home_.path("rules"), "check"});
  expect_helpful(ran, "broken.sql:3");
  EXPECT_NE(ran.err.find("^"), std::string::npos) << ran.err;
}

TEST_F(BadInput, ABadWordListIsShownWithItsPlace) {
  std::filesystem::create_directories(home_.path("rules/lexicon"));
  home_.write("rules/lexicon/abbreviations.tsv", "word\tkind\nMr\ttitel\n");
  const Ran ran = run_command({"--store", store_, "--rules", home_.path("rules"), "ingest", good_});
  expect_helpful(ran, "abbreviations.tsv:2");
  EXPECT_EQ(stored(), 0U);
}

TEST_F(BadInput, AnUnknownCommandGetsTheNearestOne) {
  const Ran ran = run_command({"ingets", good_});
  EXPECT_EQ(ran.code, kTrouble);
  EXPECT_EQ(ran.err, "hearsay: no command 'ingets'; did you mean 'ingest'?\n");
}

TEST_F(BadInput, AnUnknownOptionPointsToTheHelp) {
  const Ran ran = run_command({"flags", "--severty", "high"});
  expect_helpful(ran, "hearsay flags");
  EXPECT_NE(ran.err.find("hearsay flags --help"), std::string::npos) << ran.err;
}

TEST_F(BadInput, AFlagOrClaimThatIsNotThereIsNamed) {
  ASSERT_EQ(ingest({good_}).code, kNothingToReport);
  expect_helpful(run_command({"--store", store_, "trace", "feedbeef"}), "feedbeef");
  expect_helpful(
      run_command({"--store", store_, "review", "--flag", "feedbeef", "--verdict", "confirmed", "--by", "Ada"}),
      "feedbeef");
  expect_helpful(run_command({"--store", store_, "report", "--flag", "feedbeef"}), "feedbeef");
}

TEST_F(BadInput, AFlippedByteOfASourceIsFound) {
  ASSERT_EQ(ingest({good_}).code, kNothingToReport);
  EXPECT_EQ(run_command({"--store", store_, "verify"}).code, kNothingToReport);
  query(store_,
        "UPDATE source SET bytes = CAST(substr(bytes, 1, length(bytes) - 6) || x'00' || substr(bytes, -5) AS BLOB)");
  const Ran ran = run_command({"--store", store_, "verify"});
  expect_helpful(ran, "source");
}

TEST_F(BadInput, LinesWithoutTwoStatementsAreAnsweredAndNamed) {
  const Ran ran =
      run_command({"compare", "claims"},
                  "no json\n{\"id\":7}\n\n{\"id\":\"x\",\"text_a\":\"The dam burst.\",\"text_b\":\"The dam held.\"}\n"
                  "[1]\n{\"id\":1,\"text_a\":\"a\",\"text_b\":5}");
  EXPECT_EQ(ran.code, kTrouble);
  EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 6) << ran.out;
  EXPECT_NE(ran.out.find("{\"id\":\"x\",\"label\":\"contradiction\""), std::string::npos) << ran.out;
  EXPECT_NE(ran.err.find("standard input:2: no \"text_a\""), std::string::npos) << ran.err;
  EXPECT_EQ(ran.err.find("standard input:4"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace hearsay
