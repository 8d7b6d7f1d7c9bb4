#include "core/ingest/reader.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/text/normalise.h"
#include "tests/core/ingest/reading.h"

namespace hearsay {
namespace {

Error error_of(const std::string& bytes) {
  Result<std::vector<Article>> articles = read(source_of(bytes), Lexicon::shipped(), {});
  EXPECT_FALSE(articles.ok());
  return articles.ok() ? Error{} : articles.error();
}

TEST(Reader, WhatIsNoTextIsRefusedWithAReason) {
  struct Case {
    std::string bytes;
    std::string message;  // a part of it
  };
  const std::vector<Case> cases = {
      {"", "empty"},
      {" \n\t\r\n\xC2\xA0 ", "white space"},
      {"\xEF\xBB\xBF\n", "white space"},
      {std::string("\x89PNG\r\n\x1A\n\0\0", 10), "PNG"},
      {"%PDF-1.7\nstream of words that look like text", "PDF"},
      {"PK\x03\x04 and the rest of it", "ZIP"},
      {std::string("ab\0\x01\x02\x03yz", 8), "4 control characters, 1 of them NUL"},
      {"\x80\x81\x82\x83\x84\x85\x86\x87 words", "not UTF-8: 8 invalid bytes, the first at byte 0"},
  };
  for (const Case& c : cases) {
    const Error error = error_of(c.bytes);
    EXPECT_EQ(error.code, ErrorCode::malformed) << c.message;
    EXPECT_EQ(error.where, "folder/story.txt") << c.message;
    EXPECT_NE(error.message.find(c.message), std::string::npos) << error.message;
    EXPECT_FALSE(error.hint.empty()) << c.message;
  }
}

TEST(Reader, AnArticleIsNamedAfterWhereItCameFrom) {
  for (const auto& [name, id] : {std::pair{"stories/2026/fire.txt", "fire"},
                                 {"fire", "fire"},
                                 {".fire", ".fire"},
                                 {"a\\b\\fire.txt", "fire"},
                                 {"https://quay.example/2026/fire.html?print=1.5#top", "fire"},
                                 {"https://quay.example/2026/fire/", "fire"},
                                 {"https://quay.example/", "quay.example"},
                                 {"http://quay.example?x=a/b", "quay.example"}}) {
    Source source = source_of(kStory);
    source.name = name;
    EXPECT_EQ(read(source, Lexicon::shipped(), {})->front().id, id);
  }
}

TEST(Reader, MediaTypesOfServersAreReadInAnyCase) {
  Source page = source_of("<p>" + kStory + "</p>");
  page.media_type = "Text/HTML ; Charset=UTF-8";
  EXPECT_FALSE(read(page, Lexicon::shipped(), {})->front().text.starts_with("<"));
  Source lines = source_of(R"({"id":"w-7","text":"The office closed two piers on Monday."})");
  for (const char* type : {"", "text/plain; charset=utf-8", "application/json", "application/x-ndjson"}) {
    lines.media_type = type;
    EXPECT_EQ(read(lines, Lexicon::shipped(), {})->front().id, "w-7") << type;
  }
}

TEST(Reader, InvalidBytesAreReplacedCountedAndNamed) {
  const Article article = article_of("Two piers\xE9 closed.\n\n" + kStory + "\xED\xA0\x80");
  EXPECT_NE(article.text.find("piers\xEF\xBF\xBD closed"), std::string::npos);
  ASSERT_EQ(article.warnings.size(), 1U);
  EXPECT_EQ(article.warnings[0], "4 invalid bytes replaced, the first at byte 9");  // a lone surrogate is three
  EXPECT_EQ(article.offsets.source_of(article.text.find("closed")), 11U);
}

TEST(Reader, OneNulInALongTextIsKeptAndWarnedAbout) {
  const Article article = article_of(kStory + std::string(1, '\0') + kStory);
  EXPECT_EQ(article.text.size(), 2 * kStory.size() + 1);
  ASSERT_EQ(article.warnings.size(), 1U);
  EXPECT_NE(article.warnings[0].find("1 control character"), std::string::npos);
}

TEST(Reader, TheTextIsLeftAsItIs) {
  const std::string text = "\xEF\xBB\xBFTwo Piers Closed in Quaytown\r\n\r\n\xC2\xA0" + kStory + "\r\n\r\n  \t";
  const Article article = article_of(text);
  EXPECT_EQ(article.text, text);
  EXPECT_EQ(article.id, "story");
  EXPECT_EQ(article.media_type, "text/plain");
  EXPECT_EQ(article.title->value, "Two Piers Closed in Quaytown");
  EXPECT_EQ(article.title->span->begin, 3U);
  EXPECT_EQ(article.language, "en");
  EXPECT_TRUE(article.warnings.empty());
}

TEST(Reader, LineEndsAndQuotesChangeNoZone) {
  const std::string plain = "Two Piers Closed in Quaytown\n\nBy Jane Roe\n\n" + kStory + "\n\nFollow us on:\n";
  std::string crlf;
  for (const char c : plain) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const Article one = article_of(plain);
  const Article other = article_of(crlf);
  ASSERT_EQ(one.zones.size(), other.zones.size());
  for (std::size_t i = 0; i < one.zones.size(); ++i) {
    EXPECT_EQ(one.zones[i].kind, other.zones[i].kind);
    EXPECT_EQ(one.zones[i].span.of(one.text), other.zones[i].span.of(other.text));
  }
}

TEST(Reader, AnAgencyPieceOnAnUnnamedPageIsTheAgencys) {
  EXPECT_EQ(article_of("QUAYTOWN, May 3 (Agence France-Presse) — " + kStory).outlet->value, "AFP");
  EXPECT_EQ(article_of("QUAYTOWN, May 3 (AP) — " + kStory + "\n\n© 2024 The Harbour Post").outlet->value,
            "The Harbour Post");
  EXPECT_FALSE(article_of(kStory).outlet);
}

TEST(Reader, HeadsThatNameOutletAndDayInManyShapes) {
  const std::string title = "Two piers are closed after cracks\n\n";
  for (const char* head :
       {"The Harbour Express, 14 May 2024\n\n", "Posted 14 May 2024 | The Harbour Express\n\n",
        "THE HARBOUR EXPRESS\n\nTuesday 14 May 2024\n\n", "The Harbour Express\n\nQuaytown, May 14, 2024\n\n"}) {
    const Article article = article_of(title + head + kStory);
    ASSERT_TRUE(article.outlet) << head;
    EXPECT_EQ(fold(article.outlet->value), "the harbour express") << head;
    EXPECT_EQ(article.published.edtf, "2024-05-14") << head;
  }
  const Article section = article_of(title + "Science | 14 May 2024\n\n" + kStory);
  EXPECT_FALSE(section.outlet);
  EXPECT_EQ(section.published.edtf, "2024-05-14");
}

TEST(Reader, MastheadsWithASectionBehindThemAndLastLines) {
  const std::string title = "Two piers are closed after cracks\n\n";
  const struct {
    std::string text;
    const char* outlet;
  } cases[] = {
      {"Harbour Post · English edition\n\n" + title + "3 May 2024\n\n" + kStory, "Harbour Post"},
      {"HARBOUR POST » News » Quays\n\n" + title + kStory, "HARBOUR POST"},
      {"HARBOUR WORKERS' UNION (NORTH)\n\n" + title + kStory, "HARBOUR WORKERS' UNION"},
      {"Quokka Morning\n\n" + title + kStory, "Quokka Morning"},
      {title + kStory + "\n\nThe Harbour Post", "The Harbour Post"},
      {title + "By Anna Lim, The Harbour Post\n\n" + kStory, "The Harbour Post"},
      {"PRESS RELEASE\n\n" + title + kStory, ""},
      {"QUAYS-CRACKS-CLOSED\n\n" + title + kStory, ""},
      {"Statement of the Harbour Office\n\n" + title + kStory, ""},
      {"Storm Closes Piers\n\nTwo of them show cracks, the port office says\n\n" + kStory, ""},
  };
  for (const auto& c : cases) {
    const Article article = article_of(c.text);
    EXPECT_EQ(article.outlet ? article.outlet->value : "", c.outlet) << c.text.substr(0, 80);
    if (*c.outlet != 0) {
      EXPECT_EQ(article.title ? article.title->value : "", "Two piers are closed after cracks") << c.text;
    }
  }
}

TEST(Reader, AnOutletInTheTextIsASourceAndNoPublisher) {
  EXPECT_FALSE(
      article_of(
          kStory +
          "\n\nThe Harbour Post is a daily that had reported on the cracks as early as in the spring of that year.")
          .outlet);
}

TEST(Reader, FiftyMegabytesOfOneLineAreReadInOneGo) {
  std::string line;
  line.reserve(50U << 20U);
  while (line.size() < (50U << 20U)) line += "the harbour office closed 2 of its piers on 3 May, and ";
  const auto begin = std::chrono::steady_clock::now();
  const Article article = article_of(line);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  EXPECT_EQ(article.zones.size(), 1U);
  EXPECT_LT(seconds.count(), 30);  // a debug build on a busy machine; quadratic would take hours
}

TEST(Reader, ManyShortLinesStayLinear) {
  std::string text;
  while (text.size() < (2U << 20U)) text += "Share\n\nA line without a stop\n\nBy Jane Roe\n\n";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_FALSE(article_of(text).zones.empty());
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(seconds.count(), 30);
}

// Real scraped articles, where the data is at hand.
TEST(Reader, ScrapedArticlesKeepEveryByte) {
  const std::filesystem::path folder = HEARSAY_ROOT "/../shared/data/seeds";
  if (!std::filesystem::is_directory(folder)) GTEST_SKIP() << "no scraped articles at " << folder;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const Article article = article_of(bytes);
    EXPECT_EQ(article.text, bytes) << entry.path();
    EXPECT_EQ(article.language, "en") << entry.path();
  }
}

}  // namespace
}  // namespace hearsay
