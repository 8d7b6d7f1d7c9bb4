// The questions of docs/database.md, asked of the stories of fixtures/.

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>
#include <sstream>

#include "tests/support/run_command.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

std::vector<std::string> documented_queries() {
  std::ifstream file(HEARSAY_ROOT "/docs/database.md");
  std::stringstream text;
  text << file.rdbuf();
  const std::string page = text.str();
  std::vector<std::string> queries;
  for (std::size_t at = page.find("```sql\n"); at != std::string::npos; at = page.find("```sql\n", at + 1))
    queries.push_back(page.substr(at + 7, page.find("```", at + 7) - at - 7));
  return queries;
}

// Number of rows and all cells of them.
std::pair<int, std::string> answer(const std::string& path, const std::string& query) {
  sqlite3* db = nullptr;
  EXPECT_EQ(sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
  std::pair<int, std::string> found{0, ""};
  char* error = nullptr;
  const auto each = [](void* out, int columns, char** cells, char**) {
    auto& rows = *static_cast<std::pair<int, std::string>*>(out);
    ++rows.first;
    for (int i = 0; i < columns; ++i) rows.second += std::string(cells[i] == nullptr ? "NULL" : cells[i]) + "|";
    return 0;
  };
  EXPECT_EQ(sqlite3_exec(db, query.c_str(), each, &found, &error), SQLITE_OK)
      << query << (error == nullptr ? "" : error);
  sqlite3_close(db);
  return found;
}

TEST(DatabaseQueries, EachAnswersWhatItSays) {
  const TempFolder home;
  const std::string store = home.path("desk.db");
  ASSERT_EQ(run_command({"--store", store, "ingest", HEARSAY_ROOT "/fixtures/articles/harbour-fire"}).code,
            kNothingToReport);
  const std::string flags = run_command({"--store", store, "flags", "--format", "csv"}).out;
  const std::string first = flags.substr(flags.find('\n') + 1, 16);
  ASSERT_EQ(run_command({"--store", store, "review", "--flag", first, "--verdict", "explained", "--note", "two counts",
                         "--by", "Ada"})
                .code,
            kNothingToReport);
  const std::vector<std::string> queries = documented_queries();
  ASSERT_EQ(queries.size(), 5U);
  const std::vector<std::string> telling = {"Norlink|", "", "17.0|17.0|", "Wierzbiki|", "Ada|explained|two counts|"};
  const std::vector<int> rows = {2, 3, 3, 6, 1};
  for (std::size_t i = 0; i < queries.size(); ++i) {
    const auto [count, cells] = answer(store, queries[i]);
    EXPECT_GE(count, rows[i]) << queries[i];
    EXPECT_NE(cells.find(telling[i]), std::string::npos) << queries[i] << cells;
  }
}

}  // namespace
}  // namespace hearsay
