#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "tests/core/store/story.h"

namespace hearsay {
namespace {

class FactViews : public ::testing::Test {
 protected:
  std::string rows(const std::string& sql) { return rows_of(path_, sql); }

  Folder folder_;
  std::string path_ = folder_.file("desk.db");
  std::unique_ptr<Store> store_ = opened(path_);
};

TEST_F(FactViews, EachViewShowsWhatWasIngested) {
  ingested(*store_, mill_story());
  struct Case {
    const char* sql;
    const char* expected;
  };
  const Case cases[] = {
      {"SELECT block_key, article, agency, claims, attributed, named_speakers, anonymous_speakers, anonymous_claims, "
       "unplaced_times FROM articles",
       "https://daily.example/mill|mill|AX|3|3|1|1|1|1\n"},
      {"SELECT type, speaker, speaker_kind, mention, role, said, via, figures, times FROM claims ORDER BY span_begin",
       "indirect|Ana Pérez|person|Ana Pérez|mayor|2020-03-02|[\"Radio Nord\",\"Agence X\"]|1|1\n"
       "direct|Ana Pérez|person|she|NULL|2020-03-02|[]|0|0\n"
       "indirect|anonymous: worker|anonymous|a worker|NULL|NULL|[]|0|0\n"},
      {"SELECT block_key, name, form, kind, role FROM mentions ORDER BY 1",
       "ana pere|Ana Pérez|full|person|mayor\nana perez|Ana Pérez|full|person|mayor\n"
       "anonymous: worker|a worker|description|anonymous|NULL\n"},
      {"SELECT block_key, name, mentions, claim IS NULL, span_begin = last_begin FROM names ORDER BY 1",
       "ana pere|Ana Pérez|1|0|1\nana perez|Ana Pérez|1|0|1\nanonymous: worker|a worker|1|1|1\n"},
      {"SELECT block_key, zone, low, high, noun_class, event, scope, as_of, text, speaker FROM quantities",
       "dead||mill|body|12.0|12.0|dead|mill|NULL|2020-03-02|Twelve|Ana Pérez\n"},
      {"SELECT count(*) FROM value_groups", "0\n"},  // nothing to compare
      {"SELECT block_key, predicate, edtf, first_day, weekday_misfit, needs_anchor, text FROM times",
       "die|mill|die|2020-03-02|18323|1|0|on Monday\n"},
      {"SELECT block_key, name, role, as_of FROM roles", "ana perez|Ana Pérez|mayor|2020-03-02\n"},
      {"SELECT block_key, polarity, predicate, anchors FROM statements",
       "die|mill|people|-1|die|[\"mill\",\"people\"]\n"},
      {"SELECT block_key, speaker, text FROM quotes", "lost all|Ana Pérez|We lost all\n"},
      {"SELECT block_key, text, needs_anchor FROM article_times ORDER BY span_begin",
       "https://daily.example/mill|on Monday|0\nhttps://daily.example/mill|last spring|1\n"},
      {"SELECT name FROM article_mentions ORDER BY span_begin", "Ana Pérez\na worker\n"},
      {"SELECT count(*) FROM article_names", "2\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(rows(c.sql), c.expected) << c.sql;
}

TEST_F(FactViews, SpansAreCodePoints) {
  const Story story = mill_story();
  ingested(*store_, story);
  // the headline's dash is three bytes long and one code point
  const Span bytes = story.extraction.quantities[0].span;
  EXPECT_EQ(rows("SELECT span_begin, span_end FROM quantities"),
            std::to_string(bytes.begin - 4) + "|" + std::to_string(bytes.end - 4) + "\n");
}

TEST_F(FactViews, AnOlderVersionIsSeenByNoView) {
  ingested(*store_, mill_story("mill.txt", "Twelve"));
  ingested(*store_, mill_story("mill.txt", "Thirteen"));
  for (const char* view : {"articles", "claims", "mentions", "names", "quantities", "times", "roles", "statements",
                           "quotes", "article_mentions", "article_names", "article_quantities", "article_times",
                           "article_statements", "article_quotes"}) {
    EXPECT_EQ(rows(std::string("SELECT DISTINCT article FROM ") + view), "mill~2\n") << view;
  }
  EXPECT_EQ(rows("SELECT count(*) FROM name_groups WHERE article = 'mill'"), "0\n");
}

TEST_F(FactViews, ValueGroupsCountOutletsAndTakeTheFirstAndLast) {
  Story first = mill_story("a.txt", "Ten", "");
  first.facts.quantities[0].as_of = "2020-03-05";
  Story second = mill_story("b.txt", "Nine", "");
  second.article.outlet->value = "Evening Example";
  Story other = mill_story("c.txt", "Eight", "");
  other.facts.quantities[0].value.low = 8;
  Story rank = mill_story("d.txt", "Seven", "");
  rank.facts.quantities[0].value.ordinal = true;
  for (const Story* story : {&second, &other, &rank, &first}) ingested(*store_, *story);
  EXPECT_EQ(rows("SELECT low, figures, articles, outlets, first_article, first_as_of, last_article, last_as_of FROM "
                 "value_groups ORDER BY low"),
            "8.0|1|1|1|c|2020-03-02|c|2020-03-02\n12.0|2|2|2|b|2020-03-02|a|2020-03-05\n");
}

TEST_F(FactViews, ATemporaryBlockNarrowsEveryView) {
  ingested(*store_, mill_story("a.txt", "Ten", ""));
  SQLite::Database db(path_, SQLite::OPEN_READONLY);
  std::string views{fact_views().text};
  views = std::regex_replace(views, std::regex("CREATE VIEW"), "CREATE TEMP VIEW");
  db.exec(
      "CREATE TEMP TABLE scope (view, key); CREATE TEMP VIEW block AS SELECT * FROM main.block WHERE (view, key) IN "
      "scope; CREATE TEMP VIEW block_size AS SELECT * FROM main.block_size WHERE (view, key) IN scope");
  db.exec(views);
  EXPECT_EQ(db.execAndGet("SELECT count(*) FROM names").getInt(), 0);
  db.exec("INSERT INTO scope VALUES ('names', 'ana perez')");
  EXPECT_EQ(db.execAndGet("SELECT count(*) FROM names").getInt(), 1);
  EXPECT_EQ(db.execAndGet("SELECT count(*) FROM quantities").getInt(), 0);
}

TEST_F(FactViews, BlocksAreFoundByKeyAndNotByScan) {
  SQLite::Database db(path_, SQLite::OPEN_READONLY);
  for (const char* view : {"names", "quantities", "times", "statements", "quotes", "roles", "claims"}) {
    const std::string name = view;
    SQLite::Statement plan(db, "EXPLAIN QUERY PLAN SELECT count(*) FROM " + name + " x JOIN " + name +
                                   " y ON y.block_key = x.block_key WHERE x.article < y.article");
    while (plan.executeStep()) EXPECT_EQ(plan.getColumn(3).getString().find("SCAN"), std::string::npos) << name;
  }
}

// docs/facts.md and facts.sql name the same views with the same columns in the same order.
TEST_F(FactViews, ThePageAndTheViewsAgree) {
  std::ifstream file(HEARSAY_ROOT "/docs/facts.md");
  const std::regex heading("^## (.*) — .*");
  const std::regex word("`([a-z_]+)`");
  const std::regex remark("\\([^)]*\\)");
  std::map<std::string, std::vector<std::string>> page;
  std::vector<std::string> views;
  for (std::string line; std::getline(file, line);) {
    std::smatch found;
    if (line.starts_with("## ")) views.clear();
    if (std::regex_match(line, found, heading)) {
      const std::string names = found[1].str();
      for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = std::min(names.find(", ", at), names.size());
        views.push_back(names.substr(at, end - at));
        at = end + 2;
      }
      continue;
    }
    if (views.empty()) continue;
    line = std::regex_replace(line, remark, "");
    for (std::sregex_iterator it(line.begin(), line.end(), word), last; it != last; ++it) {
      for (const std::string& view : views) page[view].push_back((*it)[1].str());
    }
  }
  SQLite::Database db(path_, SQLite::OPEN_READONLY);
  SQLite::Statement names(
      db, "SELECT name FROM sqlite_schema WHERE type = 'view' AND name NOT LIKE 'article\\_%' ESCAPE '\\'");
  std::size_t seen = 0;
  while (names.executeStep()) {
    const std::string view = names.getColumn(0).getString();
    SQLite::Statement columns(db, "SELECT * FROM " + view);
    std::vector<std::string> found;
    for (int i = 0; i < columns.getColumnCount(); ++i) found.emplace_back(columns.getColumnName(i));
    EXPECT_EQ(page[view], found) << view;
    ++seen;
  }
  EXPECT_EQ(page.size(), seen);
}

TEST_F(FactViews, ViewsOfOneArticleHaveTheSameColumns) {
  SQLite::Database db(path_, SQLite::OPEN_READONLY);
  for (const std::string view : {"mentions", "names", "quantities", "times", "statements", "quotes"}) {
    const auto columns = [&db](const std::string& name) {
      SQLite::Statement all(db, "SELECT * FROM " + name);
      std::vector<std::string> names;
      for (int i = 0; i < all.getColumnCount(); ++i) names.emplace_back(all.getColumnName(i));
      std::erase(names, "group_id");  // groups are of blocks
      return names;
    };
    EXPECT_EQ(columns(view), columns("article_" + view)) << view;
  }
}

}  // namespace
}  // namespace hearsay
