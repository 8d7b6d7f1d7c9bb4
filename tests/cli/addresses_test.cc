// Pages from the web through the commands: ingest and read, single addresses and lists of them.

#include <gtest/gtest.h>

#include "core/store/store.h"
#include "tests/support/gzip.h"
#include "tests/support/local_server.h"
#include "tests/support/run_command.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

std::string page(const std::string& words) {
  return "<!doctype html><title>Fire in the harbour</title><article><h1>Fire in the harbour</h1><p>" + words +
         "</p></article>";
}

class Addresses : public testing::Test {
 protected:
  // Addresses of one run are of different hosts, 127.0.0.1 and localhost, so that there is no pause between them.
  Ran ingest(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--model", "none", "--store", store_, "ingest", "--private-addresses"});
    return run_command(arguments);
  }
  std::vector<ArticleEntry> articles(const ArticleFilter& filter = {}) {
    return *(*Store::open(store_, OpenMode::read_only))->articles(filter);
  }
  void serve(const std::string& target, const std::string& body, const std::string& media_type = "text/html") {
    server_.answer(target, http_answer("200 OK", media_type, body));
  }

  TempFolder home_;
  std::string store_ = home_.path("desk.db");
  LocalServer server_;
};

TEST_F(Addresses, APageGoesInUnderItsAddress) {
  serve("/2026/fire.html", page("The fire killed 14 people, Mayor Anna Lim said."));
  server_.answer("/f", http_redirect("/2026/fire.html"));
  const Ran ran = ingest({server_.address("/f")});
  EXPECT_EQ(ran.code, kNothingToReport) << ran.err;
  ASSERT_EQ(articles().size(), 1U);
  EXPECT_EQ(articles()[0].id, "f") << "what was asked for names it";
  EXPECT_EQ(articles()[0].url, server_.address("/2026/fire.html"));
}

TEST_F(Addresses, TheSamePageAgainChangesNothingAndAChangedOneIsANewVersion) {
  const std::string address = server_.address("/fire");
  serve("/fire", page("The fire killed 14 people, Mayor Anna Lim said."));
  ASSERT_EQ(ingest({address}).code, kNothingToReport);
  const auto rows = [&] {
    const Ran ran = run_command({"--store", store_, "articles", "--superseded", "--format", "jsonl"});
    return ran.out;
  };
  const std::string before = rows();
  ASSERT_EQ(ingest({address}).code, kNothingToReport);
  EXPECT_EQ(rows(), before);
  serve("/fire", page("The fire killed 17 people, Mayor Anna Lim said."));
  ASSERT_EQ(ingest({address}).code, kNothingToReport);
  EXPECT_EQ(articles().size(), 1U);
  EXPECT_EQ(articles({.superseded = true}).size(), 2U);
  const Ran changes = run_command({"--store", store_, "changes"});
  EXPECT_NE(changes.out.find("14"), std::string::npos) << changes.out;
  EXPECT_NE(changes.out.find("17"), std::string::npos) << changes.out;
}

TEST_F(Addresses, TheServersCharsetOutranksThePages) {
  serve("/cafe", page("<meta charset=koi8-r>The caf\xE9 burned, Mayor Anna Lim said."),
        "text/html; charset=windows-1252");
  ASSERT_EQ(ingest({server_.address("/cafe")}).code, kNothingToReport);
  const Result<Article> article = (*Store::open(store_, OpenMode::read_only))->article("cafe");
  ASSERT_TRUE(article.ok());
  EXPECT_NE(article->text.find("The café burned"), std::string::npos) << article->text;
  EXPECT_EQ(run_command({"--store", store_, "verify"}).code, kNothingToReport);
}

TEST_F(Addresses, OneThatFailsDoesNotLoseTheOthers) {
  serve("/b.txt", "Sheds burn\n\nThe sheds burned, Mayor Anna Lim said.\n", "text/plain");
  const std::string file = home_.write("c.txt", "Piers close\n\nThe piers are closed, Mayor Anna Lim said.\n");
  const Ran ran = ingest({server_.address("/none"), file, "https://", server_.address("/b.txt", "localhost")});
  EXPECT_EQ(ran.code, kTrouble);
  EXPECT_NE(ran.err.find(server_.address("/none") + ": there is no such page (status 404); "), std::string::npos)
      << ran.err;
  EXPECT_NE(ran.err.find("https://: "), std::string::npos) << ran.err;
  EXPECT_EQ(articles().size(), 2U);
}

TEST_F(Addresses, AListIsFetchedLineByLine) {
  serve("/a", page("The fire killed 14 people, Mayor Anna Lim said."));
  const std::string list =
      home_.write("list.txt", "\xEF\xBB\xBF# the fire\r\n\r\n  " + server_.address("/a") + "  \r\nfire.txt\r\n");
  const Ran ran = ingest({"--addresses", list});
  EXPECT_EQ(ran.code, kTrouble);
  EXPECT_NE(ran.err.find(list + ":4: 'fire.txt' is no http:// or https:// address; "), std::string::npos) << ran.err;
  EXPECT_EQ(articles().size(), 1U);
  const Ran steering = ingest({"--addresses", home_.write("steering.txt", "\x1B[31mred\n")});
  EXPECT_NE(steering.err.find("'\uFFFD[31mred'"), std::string::npos) << steering.err;
  EXPECT_NE(ingest({"--addresses", home_.path("none.txt")}).err.find("none.txt"), std::string::npos);
}

TEST_F(Addresses, AListStandsBesideFilesAndOtherLists) {
  serve("/a", page("The fire killed 14 people, Mayor Anna Lim said."));
  const std::string list = home_.write("list.txt", server_.address("/a"));
  const std::string file = home_.write("c.txt", "Piers close\n\nThe piers are closed, Mayor Anna Lim said.\n");
  const Ran ran = ingest({"--addresses", list, file, "--addresses", home_.write("none.txt", "# none\n")});
  EXPECT_EQ(ran.code, kNothingToReport) << ran.err;
  EXPECT_EQ(articles().size(), 2U);
}

TEST_F(Addresses, NothingNamedIsSaidSo) {
  const Ran ran = ingest({});
  EXPECT_EQ(ran.code, kTrouble);
  EXPECT_NE(ran.err.find("hearsay ingest: a file or an address is required; "), std::string::npos) << ran.err;
  EXPECT_FALSE(std::filesystem::exists(store_));
}

TEST_F(Addresses, FeedsAndArchivesAreOpened) {
  serve("/feed",
        "<rss><channel><title>The Lamp</title><item><title>Fire</title><link>https://lamp.example/1</link>"
        "<description>The fire killed 14 people, Mayor Anna Lim said.</description></item><item><title>Flood</title>"
        "<link>https://lamp.example/2</link><description>The flood killed nobody, Mayor Anna Lim "
        "said.</description></item></channel></rss>",
        "application/rss+xml");
  const std::string response =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("The piers burned, Anna Lim said.");
  serve("/crawl.warc.gz",
        gzipped(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/piers.html\r\n"
            "WARC-Date: 2024-05-03T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " +
            std::to_string(response.size()) + "\r\n\r\n" + response + "\r\n\r\n"),
        "application/gzip");
  const Ran ran = ingest({server_.address("/feed"), server_.address("/crawl.warc.gz", "localhost")});
  EXPECT_EQ(ran.code, kNothingToReport) << ran.err;
  std::vector<std::string> urls;
  for (const ArticleEntry& entry : articles()) urls.push_back(entry.url);
  std::sort(urls.begin(), urls.end());
  EXPECT_EQ(urls, (std::vector<std::string>{"https://lamp.example/1", "https://lamp.example/2",
                                            "https://quay.example/piers.html"}));
}

TEST_F(Addresses, WithoutTheFlagNoPrivateAddressIsReached) {
  serve("/a", page("The fire killed 14 people, Mayor Anna Lim said."));
  const Ran ran = run_command({"--model", "none", "--store", store_, "ingest", server_.address("/a")});
  EXPECT_EQ(ran.code, kTrouble);
  EXPECT_NE(ran.err.find("--private-addresses"), std::string::npos) << ran.err;
  EXPECT_TRUE(server_.requests().empty());
}

TEST_F(Addresses, RobotsTxtIsKeptToUnlessIgnored) {
  serve("/a", page("The fire killed 14 people, Mayor Anna Lim said."));
  serve("/robots.txt", "User-agent: hearsay\nDisallow: /\n", "text/plain");
  const Ran ran = ingest({server_.address("/a")});
  EXPECT_EQ(ran.code, kTrouble);
  EXPECT_NE(ran.err.find("--ignore-robots"), std::string::npos) << ran.err;
  EXPECT_EQ(ingest({"--ignore-robots", server_.address("/a")}).code, kNothingToReport);
}

TEST_F(Addresses, ReadAndExtractTakeThemToo) {
  serve("/fire.html", page("The fire killed 14 people, Mayor Anna Lim said."));
  const Ran read = run_command({"read", "--private-addresses", server_.address("/fire.html")});
  EXPECT_EQ(read.code, kNothingToReport) << read.err;
  EXPECT_NE(read.out.find("\"url\":\"" + server_.address("/fire.html") + "\""), std::string::npos) << read.out;
  const Ran extract = run_command({"--model", "none", "extract", "--private-addresses", server_.address("/fire.html")});
  EXPECT_EQ(extract.code, kNothingToReport) << extract.err;
  EXPECT_NE(extract.out.find("Anna Lim"), std::string::npos) << extract.out;
}

}  // namespace
}  // namespace hearsay
