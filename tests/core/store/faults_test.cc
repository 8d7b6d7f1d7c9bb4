// verify() finds each of these; a whole store has none.

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/core/store/story.h"

namespace hearsay {
namespace {

class Faults : public ::testing::Test {
 protected:
  Faults() {
    std::unique_ptr<Store> store = opened(path_);
    ingested(*store, mill_story());
    for (const char* verdict : {"not-a-claim", "not-a-claim", "not-a-claim"}) {
      const std::string claim = mill_story().extraction.claims[0].id;
      if (!store->decide({"", "claim", claim, verdict, "", "Kim", "t", "", ""}).ok())
        throw std::runtime_error("decide");
    }
  }
  void edit(const std::string& sql) { SQLite::Database(path_, SQLite::OPEN_READWRITE).exec(sql); }
  std::string faults() {
    std::string all;
    const std::vector<Fault> found = opened(path_, OpenMode::existing)->verify().value();
    for (const Fault& fault : found) all += fault.where + ": " + fault.what + "\n";
    return all;
  }

  Folder folder_;
  std::string path_ = folder_.file("desk.db");
};

TEST_F(Faults, AWholeStoreHasNone) { EXPECT_EQ(faults(), ""); }

TEST_F(Faults, EachLaterChangeIsFound) {
  struct Case {
    const char* name;
    const char* sql;
    const char* found;
  };
  const Case cases[] = {
      {"words of a claim", "UPDATE claim SET text = 'We won all' WHERE type = 'direct'", "no longer spells"},
      {"span of a claim", "UPDATE claim SET content = '[[1,4]]' WHERE n = 0", "no longer spells"},
      {"speaker of a claim", "UPDATE claim SET speaker = 'Bo' WHERE n = 0", "rows are not those"},
      {"mention of a claim", "UPDATE claim SET mention = 'Bo' WHERE n = 0", "speaker no longer spells"},
      {"text of an article", "UPDATE article SET text = replace(text, 'died', 'lived')", "rows are not those"},
      {"a figure's value", "UPDATE quantity SET low = 11", "rows are not those"},
      {"a figure's words", "UPDATE quantity SET text = 'Eleven'", "no longer spells"},
      {"a time's words", "UPDATE time SET byte_end = byte_end - 1 WHERE n = 0", "no longer spells"},
      {"a quote's words", "UPDATE quote SET text = 'we lost all'", "no longer spells"},
      {"a block", "UPDATE block SET key = 'elsewhere' WHERE key = 'ana pere'", "other blocks"},
      {"a claim gone", "DELETE FROM statement; DELETE FROM claim WHERE n = 0", "rows are not those"},
      {"a source's hash", "PRAGMA foreign_keys = OFF; UPDATE source SET sha256 = 'ab'", "no longer have this hash"},
      {"a source's size", "UPDATE source SET size = size + 1", "compressed bytes are damaged"},
      {"a source gone", "PRAGMA foreign_keys = OFF; DELETE FROM source", "not there"},
      {"a decision", "UPDATE decision SET verdict = 'unsure' WHERE entry = 1", "not what the log says"},
      {"a decision gone", "DELETE FROM decision WHERE entry = 3", "in the log and not in the store"},
      {"an entry", "DROP TRIGGER log_is_not_edited; UPDATE log SET body = '{}' WHERE n = 2",
       "no longer have this hash"},
      {"an entry gone", "DROP TRIGGER log_is_not_cut; PRAGMA foreign_keys = OFF; DELETE FROM log WHERE n = 2",
       "missing"},
      {"an entry forged", "DROP TRIGGER log_is_not_edited; UPDATE log SET hash = 'ab' || substr(hash, 3) WHERE n = 1",
       "does not follow"},
  };
  const std::string whole = path_;
  for (const Case& c : cases) {
    path_ = folder_.file("edited.db");
    std::filesystem::copy_file(whole, path_, std::filesystem::copy_options::overwrite_existing);
    edit(c.sql);
    EXPECT_NE(faults().find(c.found), std::string::npos) << c.name << ":\n" << faults();
  }
}

TEST_F(Faults, TheLogRefusesToBeEdited) {
  EXPECT_THROW(edit("UPDATE log SET body = '{}'"), SQLite::Exception);
  EXPECT_THROW(edit("DELETE FROM log"), SQLite::Exception);
}

TEST_F(Faults, EveryFlippedByteOfAStoredSourceIsFound) {
  SQLite::Database db(path_, SQLite::OPEN_READWRITE);
  const std::string frame = db.execAndGet("SELECT bytes FROM source").getString();
  std::unique_ptr<Store> store = opened(path_, OpenMode::existing);
  for (std::size_t at = 0; at < frame.size(); ++at) {
    std::string flipped = frame;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x20);
    SQLite::Statement update(db, "UPDATE source SET bytes = ?");
    update.bind(1, flipped.data(), static_cast<int>(flipped.size()));
    update.exec();
    const Result<std::vector<Fault>> found = store->verify();
    ASSERT_TRUE(found.ok());
    EXPECT_FALSE(found->empty()) << "byte " << at << " of " << frame.size();
  }
}

}  // namespace
}  // namespace hearsay
