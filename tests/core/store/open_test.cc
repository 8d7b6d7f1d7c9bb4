#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/core/store/story.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

void write(const std::string& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Error refused(const std::string& path, OpenMode mode, OpenOptions options = {}) {
  Result<std::unique_ptr<Store>> store = Store::open(path, mode, options);
  return store.ok() ? Error{} : store.error();
}

TEST(Open, AMissingFileIsMadeOnlyWhenAsked) {
  const Folder folder;
  const std::string path = folder.file("desk.db");
  for (const OpenMode mode : {OpenMode::existing, OpenMode::read_only}) {
    const Error error = refused(path, mode);
    EXPECT_EQ(error.code, ErrorCode::not_found);
    EXPECT_EQ(error.where, path);
    EXPECT_FALSE(error.hint.empty());
    EXPECT_FALSE(fs::exists(path));
  }
  EXPECT_TRUE(opened(path)->articles().value().empty());
  EXPECT_TRUE(opened(path, OpenMode::read_only)->articles().value().empty());
}

TEST(Open, AMissingFolderAndAFolderAreNamed) {
  const Folder folder;
  const Error missing = refused(folder.file("no/such/desk.db"), OpenMode::create);
  EXPECT_EQ(missing.code, ErrorCode::not_found);
  EXPECT_NE(missing.message.find(folder.file("no/such")), std::string::npos);
  fs::create_directory(folder.file("here"));
  EXPECT_EQ(refused(folder.file("here"), OpenMode::create).code, ErrorCode::unreadable);
}

TEST(Open, AFileThatIsNoStoreIsLeftAsItIs) {
  const Folder folder;
  const std::string text = folder.file("notes.txt");
  write(text, "These are my notes, a few lines longer than an SQLite header is. " + std::string(200, 'x'));
  const std::string other = folder.file("other.db");
  {
    SQLite::Database(other, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE t (x); INSERT INTO t VALUES (1)");
  }
  for (const std::string& path : {text, other}) {
    const std::string before = read(path);
    for (const OpenMode mode : {OpenMode::create, OpenMode::existing, OpenMode::read_only}) {
      const Error error = refused(path, mode);
      EXPECT_EQ(error.code, ErrorCode::malformed) << path;
      EXPECT_FALSE(error.hint.empty());
    }
    EXPECT_EQ(read(path), before);
    EXPECT_FALSE(fs::exists(path + "-wal"));
  }
}

TEST(Open, AnEmptyFileBecomesAStoreOnlyWhenAsked) {
  const Folder folder;
  const std::string path = folder.file("empty.db");
  write(path, "");
  EXPECT_EQ(refused(path, OpenMode::existing).code, ErrorCode::malformed);
  EXPECT_EQ(refused(path, OpenMode::read_only).code, ErrorCode::malformed);
  EXPECT_EQ(fs::file_size(path), 0U);
  EXPECT_TRUE(opened(path)->articles().ok());
}

TEST(Open, ANewerVersionIsRefusedAndUnchanged) {
  const Folder folder;
  const std::string path = folder.file("desk.db");
  ingested(*opened(path), mill_story());
  SQLite::Database(path, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 4711; PRAGMA journal_mode = DELETE");
  const std::string before = read(path);
  for (const OpenMode mode : {OpenMode::create, OpenMode::existing, OpenMode::read_only}) {
    const Error error = refused(path, mode);
    EXPECT_EQ(error.code, ErrorCode::unsupported);
    EXPECT_NE(error.message.find("4711"), std::string::npos);
  }
  EXPECT_EQ(read(path), before);
}

TEST(Open, ALockedStoreSaysSoAndNothingIsHalfWritten) {
  const Folder folder;
  const std::string path = folder.file("desk.db");
  std::unique_ptr<Store> store = std::move(Store::open(path, OpenMode::create, {.busy_ms = 30})).value();
  SQLite::Database other(path, SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  const Story story = mill_story();
  const Result<IngestOutcome> outcome = store->ingest(story.source, story.article, story.extraction, story.facts);
  ASSERT_FALSE(outcome.ok());
  EXPECT_EQ(outcome.error().code, ErrorCode::locked);
  EXPECT_FALSE(outcome.error().hint.empty());
  EXPECT_EQ(store->begin_batch().error().code, ErrorCode::locked);
  EXPECT_TRUE(store->articles().value().empty());  // readers are not held up
  other.exec("ROLLBACK");
  EXPECT_EQ(ingested(*store, story).kind, IngestKind::added);
}

TEST(Open, ANewStoreWhoseFileIsLockedSaysSo) {
  const Folder folder;
  const std::string path = folder.file("desk.db");
  SQLite::Database other(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  other.exec("BEGIN EXCLUSIVE");
  EXPECT_EQ(refused(path, OpenMode::create, {.busy_ms = 30}).code, ErrorCode::locked);
}

TEST(Open, AStoreThatCannotBeWrittenSaysSo) {
  const Folder folder;
  const std::string path = folder.file("desk.db");
  ingested(*opened(path), mill_story());
  EXPECT_EQ(refused("file:" + path + "?mode=ro", OpenMode::existing).code, ErrorCode::unreadable);
  const std::unique_ptr<Store> store = opened(path, OpenMode::read_only);
  const std::string before = dump(path);
  const Story story = mill_story("b.txt", "Two");
  EXPECT_EQ(store->ingest(story.source, story.article, story.extraction, story.facts).error().code,
            ErrorCode::unreadable);
  EXPECT_EQ(store->begin_batch().error().code, ErrorCode::unreadable);
  EXPECT_EQ(dump(path), before);
  EXPECT_EQ(store->claims().value().size(), 3U);
}

TEST(Open, ATruncatedStoreIsAnErrorOrAFault) {
  const Folder folder;
  const std::string path = folder.file("desk.db");
  ingested(*opened(path), mill_story());
  const std::string whole = read(path);
  for (const std::size_t size : {whole.size() / 2, std::size_t{4096}, std::size_t{100}, std::size_t{10}}) {
    const std::string cut = folder.file("cut.db");
    write(cut, whole.substr(0, size));
    Result<std::unique_ptr<Store>> store = Store::open(cut, OpenMode::existing);
    if (!store) continue;
    const Result<std::vector<Fault>> faults = (*store)->verify();
    EXPECT_TRUE(!faults.ok() || !faults->empty()) << size;
  }
}

TEST(Open, TwoProcessesMakeOneStore) {
  const Folder folder;
  const std::unique_ptr<Store> one = opened(folder.file("desk.db"));
  const std::unique_ptr<Store> two = opened(folder.file("desk.db"));
  ingested(*one, mill_story("a.txt", "One", ""));
  ingested(*two, mill_story("b.txt", "Two", ""));
  EXPECT_EQ(one->articles().value(), two->articles().value());
}

TEST(Open, AStoreInMemoryWorks) {
  const std::unique_ptr<Store> store = opened("file:hearsay-test?mode=memory&cache=shared");
  EXPECT_EQ(ingested(*store, mill_story()).kind, IngestKind::added);
  EXPECT_TRUE(store->verify().value().empty());
}

TEST(Open, ViewsOfAnotherProgramVersionAreMadeAnew) {
  const Folder folder;
  const std::string path = folder.file("desk.db");
  ingested(*opened(path), mill_story());
  SQLite::Database(path, SQLite::OPEN_READWRITE)
      .exec("DROP VIEW claims; CREATE VIEW old AS SELECT 1; UPDATE setting SET value = 'x' WHERE name = 'fact views'");
  opened(path, OpenMode::existing);
  SQLite::Database db(path);
  EXPECT_EQ(db.execAndGet("SELECT count(*) FROM claims").getInt(), 3);
  EXPECT_EQ(db.execAndGet("SELECT count(*) FROM sqlite_schema WHERE name = 'old'").getInt(), 0);
}

}  // namespace
}  // namespace hearsay
