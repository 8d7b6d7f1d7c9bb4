#pragma once
// What the tests of the rules share: an empty store on disk, the comparers, and files of the project's fixtures.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "core/store/store.h"
#include "rules/engine/functions.h"

namespace hearsay {

inline const Comparers& shop_comparers() {
  static const Comparers comparers(Lexicon::shipped());
  return comparers;
}

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::filesystem::path fixtures() { return std::filesystem::path(HEARSAY_ROOT) / "fixtures"; }

// A store of its own for each test, removed with it.
class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() / (std::string("hearsay-") + test->test_suite_name() + "-" +
                                                        test->name() + "-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    Result<std::unique_ptr<Store>> store = Store::open((folder_ / "store.db").string(), OpenMode::create);
    ASSERT_TRUE(store) << store.error().text();
    store_ = *std::move(store);
  }
  void TearDown() override {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }

  std::filesystem::path folder_;
  std::unique_ptr<Store> store_;
};

}  // namespace hearsay
