// A disk that fails at every write and sync of a short history, loses power there, is full, or changes a byte: a clear
// error or a whole store, and never a lost decision that was acknowledged. HEARSAY_FAULTS: every how manieth call is
// failed (1: each). HEARSAY_FLIPS: how many bytes are changed.

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <random>

#include "core/value/hash.h"
#include "tests/core/store/faulty_vfs.h"
#include "tests/core/store/story.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

std::size_t wanted(const char* variable, std::size_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : static_cast<std::size_t>(std::atoll(text));
}

Flag mill_flag() {
  Flag flag;
  flag.rule = "number-conflict";
  flag.id = flag_id(flag.rule, "dead at the mill");
  flag.rule_title = "Different figures";
  flag.kind = "number";
  flag.subject = "dead at the mill";
  flag.message = "12 against 13";
  flag.blocks = {"dead||mill"};
  flag.evidence = {{"mill", "", {0, 4}, "Fire"}};
  flag.evidence_sha256 = sha256_hex("x");
  return flag;
}

// What has happened so far, and what was acknowledged of it.
struct Acknowledged {
  std::vector<Decision> decisions;
  std::size_t articles = 0;
};

using Step = std::function<std::optional<Error>(Store&, Acknowledged&)>;

Step ingest(const std::string& count) {
  return [count](Store& store, Acknowledged& done) -> std::optional<Error> {
    const Story story = mill_story("mill.txt", count);
    Result<IngestOutcome> outcome = store.ingest(story.source, story.article, story.extraction, story.facts);
    if (!outcome) return outcome.error();
    ++done.articles;
    return std::nullopt;
  };
}

Step decide(const std::string& verdict) {
  return [verdict](Store& store, Acknowledged& done) -> std::optional<Error> {
    Result<Decision> made =
        store.decide({"", "flag", mill_flag().id, verdict, "seen", "Kim", "2020-03-05T00:00:00Z", "", ""});
    if (!made) return made.error();
    done.decisions.push_back(*made);
    return std::nullopt;
  };
}

std::optional<Error> check(Store& store, Acknowledged&) {
  Result<FlagChanges> changes = store.apply(
      {"number-conflict", "aa", "quantities", "{}", "2020-03-04T00:00:00Z", std::nullopt, {mill_flag()}, ""});
  return changes ? std::nullopt : std::optional(changes.error());
}

std::optional<Error> undo(Store& store, Acknowledged& done) {
  const std::vector<Decision> all = store.decisions().value();
  Result<Decision> made = store.undo(all.back().id, {"", "", "", "", "", "Kim", "2020-03-06T00:00:00Z", "", ""});
  if (!made) return made.error();
  done.decisions.push_back(*made);
  return std::nullopt;
}

const std::vector<Step>& history() {
  static const std::vector<Step> kHistory = {ingest("Twelve"),    check, decide("confirmed"), ingest("Thirteen"),
                                             decide("dismissed"), undo,  ingest("Fourteen")};
  return kHistory;
}

class Disk : public testing::Test {
 protected:
  void SetUp() override { register_faulty_vfs(); }
  void TearDown() override { fail_at(0, FaultKind::once); }

  std::string uri() const { return "file:" + folder_.file("desk.db") + "?vfs=faulty"; }

  // Opens, goes through the history until something fails, closes. The number of steps that were acknowledged.
  std::size_t go(Acknowledged& done, std::optional<Error>& failed) {
    Result<std::unique_ptr<Store>> store = Store::open(uri(), OpenMode::create);
    if (!store) {
      failed = store.error();
      return 0;
    }
    for (std::size_t i = 0; i < history().size(); ++i) {
      failed = history()[i](**store, done);
      if (failed) return i;
    }
    return history().size();
  }

  void look(const Acknowledged& done, std::size_t steps, const std::string& where) {
    fail_at(0, FaultKind::once);
    Result<std::unique_ptr<Store>> store = Store::open(uri(), OpenMode::create);
    ASSERT_TRUE(store.ok()) << where << store.error().text();
    const std::vector<Fault> faults = (*store)->verify().value();
    for (const Fault& fault : faults) ADD_FAILURE() << where << fault.where << ": " << fault.what;
    const std::vector<Decision> kept = (*store)->decisions().value();
    ASSERT_GE(kept.size(), done.decisions.size()) << where;
    EXPECT_LE(kept.size(), done.decisions.size() + 1) << where << "at most the one that was being made";
    for (std::size_t i = 0; i < done.decisions.size(); ++i) EXPECT_EQ(kept[i], done.decisions[i]) << where;
    // and the desk goes on: whatever the fault undid is done again
    Acknowledged again;
    for (std::size_t i = 0; i < history().size(); ++i) {
      // Articles are ingested again, and checked again where a power cut took what no decision rests on yet; the rest
      // goes on where it stopped.
      const bool checked = (*store)->flag(mill_flag().id).ok();
      if (i < steps && i != 0 && i != 3 && (i != 1 || checked)) continue;
      if (i == 5 && kept.size() >= 3) continue;  // the undo is there
      const std::optional<Error> failed = history()[i](**store, again);
      ASSERT_FALSE(failed) << where << failed->text();
    }
    EXPECT_TRUE((*store)->verify().value().empty()) << where;
  }

  const Folder folder_;
};

TEST_F(Disk, EveryFailingWriteAndSyncLeavesAWholeStore) {
  Acknowledged whole;
  std::optional<Error> failed;
  fail_at(0, FaultKind::once);
  ASSERT_EQ(go(whole, failed), history().size());
  const std::size_t calls = calls_counted();
  ASSERT_GT(calls, 100U);
  const std::size_t stride = std::max<std::size_t>(1, wanted("HEARSAY_FAULTS", 97));
  for (const FaultKind kind : {FaultKind::once, FaultKind::gone, FaultKind::cut}) {
    for (std::size_t k = 1; k <= calls && !HasFatalFailure(); k += stride) {
      for (const char* ending : {"", "-wal", "-shm"}) fs::remove(folder_.file("desk.db") + ending);
      const std::string where = "kind " + std::to_string(static_cast<int>(kind)) + ", call " + std::to_string(k) + ": ";
      Acknowledged done;
      std::optional<Error> error;
      fail_at(k, kind);
      const std::size_t steps = go(done, error);
      if (error) {
        EXPECT_NE(error->code, ErrorCode::internal) << where << error->text();
        EXPECT_FALSE(error->hint.empty()) << where;
      }
      if (kind == FaultKind::cut) power_cut(fs::path(folder_.file("desk.db")).parent_path().string());
      look(done, steps, where);
    }
  }
}

// A store with something in every table, closed, and its bytes.
class Bytes : public testing::Test {
 protected:
  Bytes() {
    {
      const std::unique_ptr<Store> store = opened(path_);
      Acknowledged done;
      for (const Step& step : history()) {
        if (const std::optional<Error> failed = step(*store, done)) throw std::runtime_error(failed->text());
      }
      // more of the same, so that pages are full and a changed byte means something
      for (int i = 0; i < 30; ++i)
        ingested(*store, mill_story("m" + std::to_string(i) + ".txt", std::to_string(20 + i), ""));
      const std::vector<StoredEntity> entities = store->entities().value();
      if (!store->decide({"", "names", entities[0].id + " + " + entities[1].id, "same", "", "Kim", "t", "", ""}).ok()) {
        throw std::runtime_error("join");
      }
    }
    std::ifstream file(path_, std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(file), {});
    whole_ = contents();
  }

  void put(std::size_t at, char byte) {
    std::fstream file(path_, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(at));
    file.put(byte);
  }

  // Everything a reader of the store can see: the schema and every row of every table. sqlite_sequence is left out: all
  // that matters of it is that it only grows.
  std::string contents() {
    SQLite::Database db(path_, SQLite::OPEN_READONLY);
    std::string out;
    SQLite::Statement schema(db, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name");
    while (schema.executeStep()) {
      for (int i = 0; i < 4; ++i) out += schema.getColumn(i).getString() + "\n";
    }
    SQLite::Statement tables(db,
                             "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name <> "
                             "'sqlite_sequence' ORDER BY name");
    while (tables.executeStep()) {
      SQLite::Statement rows(db, "SELECT * FROM \"" + tables.getColumn(0).getString() + "\"");
      while (rows.executeStep()) {
        for (int i = 0; i < rows.getColumnCount(); ++i) {
          out += std::to_string(rows.getColumn(i).getType()) + rows.getColumn(i).getString() + "\t";
        }
        out += "\n";
      }
    }
    return out;
  }

  // Found by opening or by verify().
  bool found() {
    Result<std::unique_ptr<Store>> store = Store::open(path_, OpenMode::read_only);
    if (!store) return true;
    const Result<std::vector<Fault>> faults = (*store)->verify();
    return !faults.ok() || !faults->empty();
  }

  Folder folder_;
  std::string path_ = folder_.file("desk.db");
  std::string bytes_;
  std::string whole_;
};

TEST_F(Bytes, EveryChangedByteIsFoundOrChangesNothingThatCanBeRead) {
  ASSERT_FALSE(found());
  std::mt19937 random(7);
  const std::size_t flips = wanted("HEARSAY_FLIPS", 40);
  std::size_t harmless = 0;
  for (std::size_t i = 0; i < flips; ++i) {
    const std::size_t at = random() % bytes_.size();
    const char flipped = static_cast<char>(bytes_[at] ^ static_cast<char>(1 + random() % 255));
    put(at, flipped);
    if (!found()) {
      ++harmless;
      std::string now;
      try {
        now = contents();
      } catch (const SQLite::Exception& e) {
        now = e.what();
      }
      EXPECT_EQ(now == whole_, true) << "byte " << at << " of " << bytes_.size() << " is now "
                                     << static_cast<int>(static_cast<unsigned char>(flipped));
    }
    put(at, bytes_[at]);
    for (const char* ending : {"-wal", "-shm"}) fs::remove(path_ + ending);
  }
  RecordProperty("harmless", static_cast<int>(harmless));
  std::printf("%zu of %zu changed bytes were found, %zu lie where nothing is read\n", flips - harmless, flips,
              harmless);
  EXPECT_FALSE(found());
}

TEST_F(Bytes, AMissingLogOfWritesLosesNothingThatWasClosed) {
  fs::remove(path_ + "-wal");
  EXPECT_FALSE(found());
  // one that is not there while its index is, as after a copy of some of the files
  std::ofstream(path_ + "-shm", std::ios::binary) << std::string(32768, 'x');
  EXPECT_FALSE(found());
  // and one of another store
  std::ofstream(path_ + "-wal", std::ios::binary) << std::string(5000, 'x');
  EXPECT_FALSE(found());
}

TEST_F(Bytes, AStoreCopiedWithoutItsLogOfWritesIsOlderAndWhole) {
  const std::unique_ptr<Store> store = opened(path_);
  Acknowledged done;
  ASSERT_FALSE(decide("explained")(*store, done));
  const std::string copy = folder_.file("copy.db");
  fs::copy_file(path_, copy);
  const std::unique_ptr<Store> older = opened(copy, OpenMode::existing);
  EXPECT_TRUE(older->verify().value().empty());
  EXPECT_EQ(older->decisions().value().size() + 1, store->decisions().value().size());
}

TEST(FullDisk, NothingThatWasAcknowledgedIsLost) {
  if (geteuid() != 0) GTEST_SKIP() << "a small file system needs root";
  const Folder folder;
  const std::string mount_point = folder.file("small");
  fs::create_directory(mount_point);
  if (mount("tmpfs", mount_point.c_str(), "tmpfs", 0, "size=3m") != 0)
    GTEST_SKIP() << "no file system can be mounted here";
  Acknowledged done;
  std::optional<Error> full;
  {
    const std::unique_ptr<Store> store = opened(mount_point + "/desk.db");
    for (const Step& step : history()) EXPECT_FALSE(step(*store, done));
    for (int i = 0; i < 40000 && !full; ++i) full = decide(i % 2 == 0 ? "confirmed" : "dismissed")(*store, done);
    ASSERT_TRUE(full) << "the disk is never full";
    EXPECT_EQ(full->code, ErrorCode::unreadable) << full->text();
    EXPECT_FALSE(full->hint.empty());
    EXPECT_TRUE(decide("explained")(*store, done)) << "it is still full";
    EXPECT_EQ(store->decisions().value().size(), done.decisions.size());
  }
  mount("tmpfs", mount_point.c_str(), "tmpfs", MS_REMOUNT, "size=24m");
  {
    const std::unique_ptr<Store> store = opened(mount_point + "/desk.db", OpenMode::existing);
    EXPECT_TRUE(store->verify().value().empty());
    const std::vector<Decision> kept = store->decisions().value();
    ASSERT_EQ(kept.size(), done.decisions.size());
    EXPECT_EQ(kept, done.decisions);
    EXPECT_FALSE(decide("explained")(*store, done)) << "with room again the desk goes on";
  }
  umount(mount_point.c_str());
}

}  // namespace
}  // namespace hearsay
