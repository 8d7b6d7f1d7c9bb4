// Includes point one way. Reads every #include "..." of the house and fails on an arrow that docs/design.md does not
// draw.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Rooms = std::set<std::string>;

// Room -> rooms it may include besides itself. A room is a folder: "core/text", "rules/engine", "desk", "cli".
const std::map<std::string, Rooms>& allowed() {
  static const std::map<std::string, Rooms> kAllowed = {
      {"core/value", {}},
      {"core/text", {"core/value"}},
      {"core/lexicon", {"core/value", "core/text"}},
      {"core/learn", {"core/value", "core/text"}},
      {"core/ingest", {"core/value", "core/text", "core/lexicon", "core/extract"}},
      {"core/compare", {"core/value", "core/text", "core/lexicon"}},
      {"core/resolve", {"core/value", "core/text", "core/lexicon", "core/compare"}},
      {"core/extract", {"core/value", "core/text", "core/lexicon", "core/learn", "core/resolve", "core/compare"}},
      {"core/origins", {"core/value", "core/text", "core/lexicon", "core/compare"}},
      {"core/store", {"core/value", "core/text", "core/origins"}},
      {"core/report", {"core/value", "core/text", "core/store", "core/origins"}},
      {"rules/engine",
       {"core/value", "core/text", "core/lexicon", "core/compare", "core/origins", "core/store", "core/extract",
        "core/ingest"}},
      {"desk",
       {"core/value", "core/text", "core/lexicon", "core/learn", "core/ingest", "core/extract", "core/compare",
        "core/resolve", "core/origins", "core/store", "core/report", "rules/engine"}},
      {"cli",
       {"core/value", "core/text", "core/lexicon", "core/learn", "core/ingest", "core/extract", "core/compare",
        "core/resolve", "core/origins", "core/store", "core/report", "rules/engine", "desk"}},
      {"train", {"core/value", "core/text", "core/lexicon", "core/learn", "core/extract"}},
  };
  return kAllowed;
}

std::string room_of(const fs::path& path) {
  std::string room;
  for (const fs::path& part : path.parent_path()) {
    if (room.empty())
      room = part.string();
    else if (room == "core" || room == "rules")
      return room + "/" + part.string();
    else
      break;
  }
  return room;
}

struct Arrow {
  std::string file;
  std::string included;
};

template <typename Each>
void for_each_include(const std::string& pattern, Each each) {
  const fs::path root = HEARSAY_ROOT;
  const std::regex include(pattern);
  for (const char* top : {"core", "rules", "desk", "cli", "train"}) {
    if (!fs::exists(root / top)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      const std::string ending = entry.path().extension().string();
      if (ending != ".cc" && ending != ".h") continue;
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        std::smatch found;
        if (std::regex_search(line, found, include)) each(fs::relative(entry.path(), root), found[1].str());
      }
    }
  }
}

TEST(Layering, IncludesPointOneWay) {
  std::size_t seen = 0;
  for_each_include("^#include \"([^\"]+)\"", [&](const fs::path& file, const std::string& included) {
    ++seen;
    const std::string from = room_of(file);
    const std::string to = room_of(included);
    ASSERT_TRUE(allowed().contains(from)) << file << ": the room " << from << " is not in docs/design.md";
    EXPECT_TRUE(from == to || allowed().at(from).contains(to)) << file << " includes " << included;
  });
  EXPECT_GT(seen, 50U);
}

// Two types of one name in one namespace link without a word and break at run time.
TEST(Layering, EveryTypeOfAHeaderHasANameOfItsOwn) {
  std::map<std::string, std::string> seen;
  const fs::path root = HEARSAY_ROOT;
  const std::regex type("^(?:class|struct|enum class) (\\w+)(?: final)?(?: :[^:].*)? \\{");
  for (const char* top : {"core", "rules", "desk", "cli", "train"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      if (entry.path().extension() != ".h") continue;
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        std::smatch found;
        if (!std::regex_search(line, found, type)) continue;
        const auto [first, is_new] = seen.emplace(found[1].str(), entry.path().string());
        EXPECT_TRUE(is_new) << found[1] << " stands in " << first->second << " and in " << entry.path();
      }
    }
  }
  EXPECT_GT(seen.size(), 100U);
}

TEST(Layering, OnlyStoreAndEngineSeeSqlite) {
  for_each_include("^#include [<\"]((SQLiteCpp|sqlite3).*)[>\"]",
                   [](const fs::path& file, const std::string& included) {
                     const std::string room = room_of(file);
                     EXPECT_TRUE(room == "core/store" || room == "rules/engine") << file << " includes " << included;
                   });
}

TEST(Layering, OnlyTheDeskSeesTheWeb) {
  std::set<std::string> seen;
  for_each_include("(<curl/|<sys/socket|<netdb|<arpa/inet|<netinet/)",
                   [&](const fs::path& file, const std::string& included) {
                     EXPECT_EQ(room_of(file), "desk") << file << " includes " << included;
                     if (included == "<curl/") seen.insert(file.string());
                   });
  EXPECT_EQ(seen, (std::set<std::string>{"desk/transfer.cc", "desk/web_address.cc"}));
}

TEST(Layering, CoreNeitherPrintsNorReadsAClock) {
  for_each_include("(<iostream>|<ctime>|<cstdio>|<filesystem>|_clock::now)",
                   [](const fs::path& file, const std::string& included) {
                     const std::string room = room_of(file);
                     if (!room.starts_with("core/") || room == "core/store") return;
                     ADD_FAILURE() << file << " uses " << included;
                   });
}

}  // namespace
