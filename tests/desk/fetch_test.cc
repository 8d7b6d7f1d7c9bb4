// From an address to a Source: redirects, robots.txt, pauses, what each status says.

#include "desk/fetch.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include "core/value/hash.h"
#include "tests/support/local_server.h"

namespace hearsay {
namespace {

using std::chrono::milliseconds;

constexpr const char* kNow = "2026-03-05T10:00:00Z";

class Fetches : public testing::Test {
 protected:
  Result<Source> fetch(const std::string& target) { return fetcher().fetch(server_.address(target)); }
  Fetcher& fetcher() {
    if (!fetcher_) fetcher_.emplace(options_, [] { return kNow; });
    return *fetcher_;
  }
  void page(const std::string& target, const std::string& body = "<p>Fire</p>") {
    server_.answer(target, http_answer("200 OK", "text/html", body));
  }
  void robots(const std::string& text) { server_.answer("/robots.txt", http_answer("200 OK", "text/plain", text)); }
  static void expect_error(const Result<Source>& got, ErrorCode code, const std::string& words) {
    ASSERT_FALSE(got.ok()) << words;
    EXPECT_EQ(got.error().code, code) << got.error().text();
    EXPECT_NE(got.error().message.find(words), std::string::npos) << got.error().text();
    EXPECT_FALSE(got.error().hint.empty()) << got.error().text();
    EXPECT_TRUE(got.error().where.starts_with("http://127.0.0.1:")) << got.error().text();
  }
  FetchOptions local() {
    FetchOptions options;
    options.allowed = [](const sockaddr&) { return true; };
    options.pause = milliseconds(60'000);  // none is waited for
    options.longest_pause = milliseconds(600'000);
    options.wait = [this](milliseconds time) { waits_.push_back(time); };
    return options;
  }

  LocalServer server_;
  std::vector<milliseconds> waits_;
  FetchOptions options_ = local();
  std::optional<Fetcher> fetcher_;
};

TEST_F(Fetches, APageIsASource) {
  server_.answer("/fire.html", http_answer("200 OK", "text/html; charset=windows-1252", "caf\xE9"));
  const Result<Source> source = fetch("/fire.html#top");
  ASSERT_TRUE(source.ok()) << source.error().text();
  EXPECT_EQ(source->bytes, "caf\xE9");
  EXPECT_EQ(source->name, server_.address("/fire.html#top"));
  EXPECT_EQ(source->url, server_.address("/fire.html"));
  EXPECT_EQ(source->media_type, "text/html; charset=windows-1252");
  EXPECT_EQ(source->received, kNow);
  EXPECT_EQ(source->sha256, sha256_hex("caf\xE9"));
}

TEST_F(Fetches, AMediaTypeThatSaysNothingIsLeftOut) {
  server_.answer("/x", http_answer("200 OK", "application/octet-stream; charset=binary", "x"));
  EXPECT_EQ(fetch("/x")->media_type, "");
}

TEST_F(Fetches, RedirectsAreFollowedAndTheLastAddressIsTheSources) {
  server_.answer("/1", http_redirect("2?a"));
  server_.answer("/2?a", http_redirect(server_.address("/3", "localhost")));
  page("/3");
  const Result<Source> source = fetch("/1");
  ASSERT_TRUE(source.ok()) << source.error().text();
  EXPECT_EQ(source->url, server_.address("/3", "localhost"));
  EXPECT_EQ(source->name, server_.address("/1"));
}

TEST_F(Fetches, FiveRedirectsAndNoMore) {
  for (int i = 0; i < 6; ++i) server_.answer("/" + std::to_string(i), http_redirect("/" + std::to_string(i + 1)));
  page("/6");
  EXPECT_TRUE(fetch("/1").ok());
  expect_error(fetch("/0"), ErrorCode::unreadable, "more than 5 redirects");
  server_.answer("/loop", http_redirect("/loop"));
  expect_error(fetch("/loop"), ErrorCode::unreadable, "more than 5 redirects");
  EXPECT_EQ(server_.asked_for("/loop"), 6U);
}

TEST_F(Fetches, ARedirectLeadsToNoOtherSchemeAndSendsNoCredentials) {
  server_.answer("/file", http_redirect("file:///etc/passwd"));
  expect_error(fetch("/file"), ErrorCode::unsupported, "leads to file:///etc/passwd, which is no http://");
  server_.answer("/gopher", http_redirect("gopher://127.0.0.1:70/x"));
  expect_error(fetch("/gopher"), ErrorCode::unsupported, "leads to gopher://");
  server_.answer("/word", http_redirect("http://ann:word@127.0.0.1/"));
  expect_error(fetch("/word"), ErrorCode::malformed, "user name or password");
}

// One address of this machine stands for the public internet, another for a private one.
TEST_F(Fetches, ARedirectDoesNotReachAPrivateAddress) {
  options_.allowed = [](const sockaddr& address) { return numeric(address) == "127.0.0.1"; };
  server_.answer("/", http_redirect(server_.address("/secret", "127.0.0.2")));
  page("/secret");
  expect_error(fetch("/"), ErrorCode::unreadable, "127.0.0.2 is no address of the public internet");
  EXPECT_EQ(server_.asked_for("/secret"), 0U);
}

TEST_F(Fetches, NeitherDoesARobotsTxt) {
  options_.allowed = [](const sockaddr& address) { return numeric(address) == "127.0.0.1"; };
  server_.answer("/robots.txt", http_redirect(server_.address("/secret", "127.0.0.2")));
  page("/");
  expect_error(fetch("/"), ErrorCode::unreadable, "its robots.txt cannot be asked for: leads to");
}

TEST_F(Fetches, EachStatusSaysWhatItIs) {
  const auto status = [&](const std::string& line, const std::string& more = "") {
    server_.answer("/", http_answer(line, "text/html", "sorry", more));
    return fetch("/");
  };
  expect_error(status("404 Not Found"), ErrorCode::not_found, "no such page (status 404)");
  expect_error(status("410 Gone"), ErrorCode::not_found, "no such page (status 410)");
  expect_error(status("403 Forbidden"), ErrorCode::unreadable, "refuses it (status 403)");
  expect_error(status("500 Oops"), ErrorCode::unreadable, "the server failed (status 500)");
  expect_error(status("206 Partial"), ErrorCode::unreadable, "only a part");
  expect_error(status("304 Not Modified"), ErrorCode::unreadable, "no page (status 304)");
  expect_error(status("429 Slow down", "Retry-After: 60\r\n"), ErrorCode::unreadable, "too often");
  EXPECT_NE(fetch("/").error().hint.find("60"), std::string::npos);
  server_.answer("/", http_answer("200 OK", "text/html", ""));
  expect_error(fetch("/"), ErrorCode::unreadable, "sent nothing");
  server_.answer("/", http_redirect("/gone"));
  expect_error(fetch("/"), ErrorCode::not_found, "leads to " + server_.address("/gone"));
}

TEST_F(Fetches, TimeIsSharedByAllRedirects) {
  options_.limits.whole = milliseconds(600);
  const auto slowly = [](const std::string& answer) {
    return [answer](const LocalConnection& connection) {
      std::this_thread::sleep_for(milliseconds(250));
      connection.send(answer);
    };
  };
  for (int i = 0; i < 5; ++i) {
    server_.answer("/" + std::to_string(i), slowly(http_redirect("/" + std::to_string(i + 1))));
  }
  page("/5");
  expect_error(fetch("/0"), ErrorCode::unreadable, "in time");
}

TEST_F(Fetches, RobotsTxtIsKeptToAndAskedForOnce) {
  robots("User-agent: *\nDisallow: /\n\nUser-agent: hearsay\nDisallow: /private\n");
  page("/fire");
  page("/private/fire");
  EXPECT_TRUE(fetch("/fire").ok());
  expect_error(fetch("/private/fire"), ErrorCode::unreadable, "/robots.txt, line 5)");
  EXPECT_NE(fetch("/private/fire").error().hint.find("--ignore-robots"), std::string::npos);
  EXPECT_EQ(server_.asked_for("/robots.txt"), 1U);
  EXPECT_EQ(server_.asked_for("/private/fire"), 0U);
}

TEST_F(Fetches, RobotsTxtOfWhereARedirectLeadsIsKeptToAsWell) {
  LocalServer other;
  other.answer("/robots.txt", http_answer("200 OK", "text/plain", "User-agent: *\nDisallow: /secret"));
  other.answer("/secret", http_answer("200 OK", "text/html", "<p>Secret"));
  server_.answer("/", http_redirect(other.address("/secret")));
  expect_error(fetch("/"), ErrorCode::unreadable, "leads to " + other.address("/secret"));
  EXPECT_EQ(other.asked_for("/secret"), 0U);
}

TEST_F(Fetches, ASiteWithoutRobotsTxtAllowsAndOneThatFailsForbids) {
  page("/");
  for (const char* status : {"404 Not Found", "403 Forbidden", "429 Slow down"}) {
    server_.answer("/robots.txt", http_answer(status, "text/plain", "User-agent: *\nDisallow: /"));
    fetcher_.reset();
    EXPECT_TRUE(fetch("/").ok()) << status;
  }
  server_.answer("/robots.txt", http_answer("503 Busy", "text/plain", ""));
  fetcher_.reset();
  expect_error(fetch("/"), ErrorCode::unreadable, "counts as a no (status 503)");
  server_.answer("/robots.txt", "");
  fetcher_.reset();
  expect_error(fetch("/"), ErrorCode::unreadable, "its robots.txt cannot be asked for");
}

TEST_F(Fetches, RobotsTxtIsFoundBehindRedirectsUnlessThereAreTooMany) {
  page("/");
  server_.answer("/robots.txt", http_redirect("/elsewhere.txt"));
  server_.answer("/elsewhere.txt", http_answer("200 OK", "text/plain", "User-agent: *\nDisallow: /"));
  expect_error(fetch("/"), ErrorCode::unreadable, "robots.txt, line 2");
  server_.answer("/robots.txt", http_redirect("/robots.txt"));
  fetcher_.reset();
  EXPECT_TRUE(fetch("/").ok()) << "RFC 9309, 2.3.1.2: as if there were none";
}

TEST_F(Fetches, OnlyTheBeginningOfAHugeRobotsTxtIsRead) {
  page("/");
  std::string text = "User-agent: *\nDisallow: /early\n";
  text += std::string(kMaxRobotsBytes, '#') + "\nDisallow: /\n";
  robots(text);
  EXPECT_TRUE(fetch("/").ok());
  expect_error(fetch("/early"), ErrorCode::unreadable, "line 2");
}

TEST_F(Fetches, RobotsTxtCanBeIgnored) {
  options_.ignore_robots = true;
  robots("User-agent: *\nDisallow: /");
  page("/");
  EXPECT_TRUE(fetch("/").ok());
  EXPECT_EQ(server_.asked_for("/robots.txt"), 0U);
}

TEST_F(Fetches, PagesOfOneHostArePausedBetweenAndOthersAreNot) {
  page("/a");
  page("/b");
  server_.answer("/c", http_redirect("/b"));
  ASSERT_TRUE(fetch("/a").ok());
  EXPECT_TRUE(waits_.empty());
  ASSERT_TRUE(fetch("/b").ok());
  ASSERT_EQ(waits_.size(), 1U);
  EXPECT_GT(waits_[0], milliseconds(0));
  EXPECT_LE(waits_[0], options_.pause);
  ASSERT_TRUE(fetch("/c").ok());
  EXPECT_EQ(waits_.size(), 2U) << "a redirect inside the host is part of the same request";
  ASSERT_TRUE(fetcher().fetch(server_.address("/b", "localhost")).ok());
  EXPECT_EQ(waits_.size(), 2U);
}

TEST_F(Fetches, ACrawlDelayIsKeptUpToALimit) {
  page("/");
  options_.pause = milliseconds(0);
  for (const auto& [delay, least, most] :
       {std::tuple{"300", 100'000, 300'000}, std::tuple{"99999", 400'000, 600'000}}) {
    robots("User-agent: *\nCrawl-delay: " + std::string(delay) + "\n");
    fetcher_.reset();
    waits_.clear();
    ASSERT_TRUE(fetch("/").ok());
    ASSERT_TRUE(fetch("/").ok());
    ASSERT_EQ(waits_.size(), 1U);
    EXPECT_GT(waits_[0], milliseconds(least));
    EXPECT_LE(waits_[0], milliseconds(most));
  }
}

TEST_F(Fetches, WhatIsNoAddressIsSaidSo) {
  EXPECT_EQ(fetcher().fetch("http://").error().where, "http://");
  EXPECT_EQ(fetcher().fetch("ftp://a.example/x").error().code, ErrorCode::unsupported);
}

}  // namespace
}  // namespace hearsay
