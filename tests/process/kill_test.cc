// The program killed (-9) at random moments, and several at work on one store: the store is whole, the log verifies,
// every acknowledged decision is there, and doing the work again gives what was never interrupted. HEARSAY_KILLS: how
// many kills, half of them of ingest and half of review.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <sstream>
#include <thread>

#include "core/store/store.h"
#include "tests/process/program.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

int kills() {
  const char* wanted = std::getenv("HEARSAY_KILLS");
  return wanted == nullptr ? 4 : std::atoi(wanted);
}

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Lines that acknowledge a decision: the decision's id.
std::vector<std::string> acknowledged(const std::string& output) {
  std::vector<std::string> ids;
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t at = line.rfind("(decision ");
    // a line that was cut short by the kill acknowledges nothing
    if (at != std::string::npos && line.size() == at + 10 + 16 + 1) ids.push_back(line.substr(at + 10, 16));
  }
  return ids;
}

class Kills : public testing::Test {
 protected:
  void SetUp() override {
    setenv("SOURCE_DATE_EPOCH", "1780000000", 1);
    signal(SIGPIPE, SIG_IGN);
    fs::create_directory(home_.path("one"));
    fs::create_directory(home_.path("two"));
    for (int i = 0; i < 12; ++i) write_article(i);
  }
  void TearDown() override { unsetenv("SOURCE_DATE_EPOCH"); }

  void write_article(int i) const {
    static const char* const kNames[] = {"Ilse Varga", "Ilse Vargha", "Tomas Reck", "Tomas Rekk"};
    static const char* const kCounts[] = {"Nine", "Four", "Seven"};
    std::ostringstream text;
    text << "Trawler aground off Merrow Point\n\nMERROW, June " << 1 + i % 9 << ", 2026 (Coastwire) — "
         << kCounts[i % 3]
         << " sailors were rescued when a trawler ran aground off Merrow Point on Monday, harbour master "
         << kNames[i % 4] << " said.\n\n“The lamp had been dark for two nights,” " << kNames[(i + 1) % 4]
         << " told reporters in report " << i << ".\n";
    std::ofstream(home_.path(std::string(i % 2 == 0 ? "one" : "two") + "/a" + std::to_string(i) + ".txt"))
        << text.str();
  }

  std::vector<std::string> with_store(const std::string& store, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--store", home_.path(store)});
    return arguments;
  }
  std::string output(const std::string& name) const { return home_.path(name + ".out"); }

  static std::unique_ptr<Store> opened(const std::string& path) {
    Result<std::unique_ptr<Store>> store = Store::open(path, OpenMode::existing);
    if (!store) throw std::runtime_error(store.error().text());
    return std::move(store).value();
  }
  void expect_whole(Store& store, const std::string& when) {
    const std::vector<Fault> faults = store.verify().value();
    for (const Fault& fault : faults) ADD_FAILURE() << when << fault.where << ": " << fault.what;
  }
  static void expect_kept(Store& store, const std::vector<std::string>& ids, const std::string& when) {
    std::set<std::string> kept;
    const std::vector<Decision> decisions = store.decisions().value();
    for (const Decision& decision : decisions) kept.insert(decision.id);
    for (const std::string& id : ids) EXPECT_TRUE(kept.contains(id)) << when << "lost decision " << id;
  }

  const TempFolder home_;
  std::mt19937 random_{11};
};

TEST_F(Kills, OfIngestLeaveAWholeStoreAndTheNextRunFinishesIt) {
  const std::vector<std::string> work{"ingest", home_.path("one"), home_.path("two")};
  const auto begun = std::chrono::steady_clock::now();
  ASSERT_EQ(Program(with_store("whole.db", work), output("whole")).wait(), 0) << content(output("whole"));
  const auto took = std::chrono::steady_clock::now() - begun;
  const std::string expected = opened(home_.path("whole.db"))->state_hash(StateOf::what_holds).value();
  int killed = 0;
  for (int i = 0; i < kills() / 2; ++i) {
    const std::string name = "killed" + std::to_string(i);
    const std::string when = "kill " + std::to_string(i) + ": ";
    {
      Program program(with_store(name + ".db", work), output(name));
      std::this_thread::sleep_for(took * (random_() % 1000) / 1000);
      if (program.runs()) killed += program.end() ? 1 : 0;
    }
    if (fs::exists(home_.path(name + ".db")) && fs::file_size(home_.path(name + ".db")) > 0) {
      Result<std::unique_ptr<Store>> store = Store::open(home_.path(name + ".db"), OpenMode::create);
      ASSERT_TRUE(store.ok()) << when << store.error().text();
      expect_whole(**store, when);
    }
    ASSERT_EQ(Program(with_store(name + ".db", work), output(name)).wait(), 0) << when << content(output(name));
    const std::unique_ptr<Store> store = opened(home_.path(name + ".db"));
    expect_whole(*store, when + "after the next run: ");
    EXPECT_EQ(store->state_hash(StateOf::what_holds).value(), expected)
        << when << "another run does not finish the work";
    EXPECT_EQ(store->unchecked().value().upto, 0) << when;
    for (const char* ending : {".db", ".db-wal", ".db-shm", ".out"}) fs::remove(home_.path(name + ending));
  }
  EXPECT_GE(killed * 4, kills() / 2) << "most kills came too late to interrupt anything";
}

TEST_F(Kills, OfReviewLoseNoDecisionThatWasAcknowledged) {
  ASSERT_EQ(Program(with_store("desk.db", {"ingest", home_.path("one"), home_.path("two")}), output("ingest")).wait(),
            0);
  std::vector<std::string> all;
  for (int i = 0; i < kills() / 2; ++i) {
    const std::string when = "kill " + std::to_string(i) + ": ";
    fs::remove(output("review"));
    {
      Program program(with_store("desk.db", {"review", "--lines", "--by", "Ada"}), output("review"));
      static const char* const kLines[] = {"c\n", "d two counts\n", "e\n", "u\n", "u\n", "s\n", "w\n", "b\n", "r\n"};
      while (content(output("review")).empty() && program.runs()) std::this_thread::sleep_for(1ms);
      const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(random_() % 120);
      while (std::chrono::steady_clock::now() < until && program.feed(kLines[random_() % std::size(kLines)])) {
        std::this_thread::sleep_for(std::chrono::microseconds(random_() % 2000));
      }
      if (program.runs()) program.end();
    }
    const std::vector<std::string> ids = acknowledged(content(output("review")));
    all.insert(all.end(), ids.begin(), ids.end());
    const std::unique_ptr<Store> store = opened(home_.path("desk.db"));
    expect_whole(*store, when);
    expect_kept(*store, all, when);
    const std::vector<Flag> flags = store->flags().value();
    for (const Flag& flag : flags) {  // so that there is always something to decide
      if (flag.status == FlagStatus::open) continue;
      ASSERT_TRUE(
          store->decide({"", "flag", flag.id, "reopened", "", "the test", "2026-06-01T00:00:00Z", "", ""}).ok());
    }
  }
  EXPECT_GE(all.size(), static_cast<std::size_t>(kills() / 4)) << "hardly anything was decided before the kills";
}

TEST_F(Kills, TwoIngestsAndAReviewAtOnceGetAlongAndLoseNothing) {
  ASSERT_EQ(Program(with_store("alone.db", {"ingest", home_.path("one"), home_.path("two")}), output("alone")).wait(),
            0);
  ASSERT_EQ(
      Program(with_store("desk.db", {"ingest", home_.path("one/a0.txt"), home_.path("two/a1.txt")}), output("first"))
          .wait(),
      0);
  Program one(with_store("desk.db", {"ingest", home_.path("one")}), output("one"));
  Program two(with_store("desk.db", {"ingest", home_.path("two")}), output("two"));
  Program review(with_store("desk.db", {"review", "--lines", "--by", "Ada"}), output("review"));
  static const char* const kLines[] = {"c\n", "u\n", "d\n", "u\n", "s\n", "b\n"};
  for (int i = 0; i < 60; ++i) {
    review.feed(kLines[static_cast<std::size_t>(i) % std::size(kLines)]);
    std::this_thread::sleep_for(5ms);
  }
  review.feed("q\n");
  review.close_input();
  EXPECT_EQ(review.wait(), 0) << content(output("review"));
  EXPECT_EQ(one.wait(), 0);
  EXPECT_EQ(two.wait(), 0);
  EXPECT_EQ(content(output("one")) + content(output("two")), "") << "nobody is told that the store is busy";
  EXPECT_EQ(content(output("review")).find("another process"), std::string::npos);
  const std::unique_ptr<Store> desk = opened(home_.path("desk.db"));
  const std::unique_ptr<Store> alone = opened(home_.path("alone.db"));
  expect_whole(*desk, "");
  expect_kept(*desk, acknowledged(content(output("review"))), "");
  EXPECT_FALSE(acknowledged(content(output("review"))).empty());
  EXPECT_EQ(desk->articles().value().size(), alone->articles().value().size());
  EXPECT_EQ(desk->claims().value().size(), alone->claims().value().size());
  EXPECT_EQ(desk->unchecked().value().upto, 0);
  const auto seen = [](Store& store) {
    std::set<std::pair<std::string, std::string>> flags;
    const std::vector<Flag> all = store.flags().value();
    for (const Flag& flag : all) flags.emplace(flag.id, flag.evidence_sha256);
    return flags;
  };
  EXPECT_EQ(seen(*desk), seen(*alone)) << "the rules have seen everything together, whoever came last";
}

}  // namespace
}  // namespace hearsay
