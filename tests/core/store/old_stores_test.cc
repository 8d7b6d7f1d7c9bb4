// A store of every older schema opens, is brought up to date, and is whole.

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/core/store/story.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

TEST(OldStores, EachOpensAndIsWhole) {
  Folder folder;
  std::size_t seen = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(HEARSAY_ROOT) / "fixtures" / "stores")) {
    if (entry.path().extension() != ".db") continue;
    ++seen;
    const std::string path = folder.file(entry.path().filename().string());
    fs::copy_file(entry.path(), path);
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    const std::unique_ptr<Store> store = opened(path, OpenMode::existing);
    ASSERT_NE(store, nullptr) << path;
    const Result<std::vector<Fault>> faults = store->verify();
    ASSERT_TRUE(faults.ok());
    EXPECT_TRUE(faults->empty()) << path << ": " << faults->front().where << ": " << faults->front().what;
    EXPECT_FALSE(store->claims()->empty()) << path;
    EXPECT_FALSE(store->flags()->empty()) << path;
    EXPECT_GT(store->blocks("names", 1)->blocks, 0U) << path;
  }
  EXPECT_GE(seen, 1U);
}

}  // namespace
}  // namespace hearsay
