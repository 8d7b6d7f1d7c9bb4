// The examples of RFC 9309 and of the practice it was made from.

#include "desk/robots.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

Robots robots(std::string_view text) { return robots_of(text, "hearsay"); }

TEST(Robots, AGroupOfOnesOwnOutranksEveryones) {
  const std::string text =
      "User-agent: *\nDisallow: /\n\nUser-Agent: other\nUSER-AGENT: HearSay/2.0\nDisallow: /private\n";
  EXPECT_TRUE(robots(text).allows("/fire"));
  EXPECT_FALSE(robots(text).allows("/private/fire"));
  EXPECT_FALSE(robots_of(text, "unnamed").allows("/fire"));
  EXPECT_TRUE(robots("User-agent: hearsay-not\nDisallow: /\n").allows("/")) << "another product";
}

TEST(Robots, GroupsOfOneNameAreJoined) {
  const Robots both =
      robots("User-agent: hearsay\nDisallow: /a\n\nUser-agent: b\nDisallow: /b\n\nUser-agent: hearsay\nDisallow: /c\n");
  EXPECT_FALSE(both.allows("/a"));
  EXPECT_TRUE(both.allows("/b"));
  EXPECT_FALSE(both.allows("/c"));
}

TEST(Robots, TheLongestRuleDecidesAndOfTwoTheOneThatAllows) {
  const Robots found = robots(
      "User-agent: *\nDisallow: /example/\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n"
      "Allow: /same\nDisallow: /same\nDisallow: /other\nAllow: /other\n");
  EXPECT_FALSE(found.allows("/example/x"));
  EXPECT_TRUE(found.allows("/example/page/x"));
  EXPECT_FALSE(found.allows("/example/page/disallowed.gif"));
  EXPECT_TRUE(found.allows("/same"));
  EXPECT_TRUE(found.allows("/other"));
  EXPECT_TRUE(found.allows("/elsewhere"));
  EXPECT_EQ(found.deciding("/example/page/x")->line, 3U);
}

struct Pattern {
  const char* rule;
  const char* target;
  bool fits;
};

// https://developers.google.com/crawling/docs/robots-txt/robots-txt-spec: its table of paths
TEST(Robots, StarsAndDollars) {
  for (const Pattern& one : {
           Pattern{"/", "/any", true},
           {"/*", "/any", true},
           {"/$", "/", true},
           {"/$", "/any", false},
           {"/fish", "/fish", true},
           {"/fish", "/fish.html", true},
           {"/fish", "/fishheads/yummy.html", true},
           {"/fish", "/fish.php?id=anything", true},
           {"/fish", "/Fish.asp", false},
           {"/fish", "/catfish", false},
           {"/fish*", "/fishheads", true},
           {"/fish/", "/fish", false},
           {"/fish/", "/fish/?id=any", true},
           {"/*.php", "/index.php", true},
           {"/*.php", "/folder/any.php.file.html", true},
           {"/*.php", "/windows.PHP", false},
           {"/*.php$", "/filename.php", true},
           {"/*.php$", "/filename.php?parameters", false},
           {"/*.php$", "/filename.php5", false},
           {"/*.php$", "/a.php.php", true},
           {"/fish*.php", "/fish.php", true},
           {"/fish*.php", "/fishheads/catfish.php?p", true},
           {"/fish*.php", "/Fish.PHP", false},
           {"/a*a$", "/a", false},
           {"/a*b*c$", "/abbc", true},
           {"/a*b*c$", "/acb", false},
           {"*", "/x", true},
           {"*/print", "/a/print", true},
           {"/**b", "/ab", true},
           {"/x$y", "/x$y", true},
           {"/x$y", "/x", false},
       }) {
    const Robots found = robots("User-agent: *\nDisallow: " + std::string(one.rule) + "\n");
    EXPECT_EQ(!found.allows(one.target), one.fits) << one.rule << " " << one.target;
  }
}

// The table of RFC 9309, 2.2.2, and its special characters
TEST(Robots, PercentEncodingIsMadeOne) {
  const auto fits = [](const std::string& rule, const std::string& target) {
    return !robots("User-agent: *\nDisallow: " + rule + "\n").allows(target);
  };
  EXPECT_TRUE(fits("/foo/bar?baz=quz", "/foo/bar?baz=quz"));
  EXPECT_TRUE(fits("/foo/bar/\xE3\x83\x84", "/foo/bar/%e3%83%84"));
  EXPECT_TRUE(fits("/foo/bar/%E3%83%84", "/foo/bar/%E3%83%84"));
  EXPECT_TRUE(fits("/foo/bar/%62%61%7A", "/foo/bar/baz"));
  EXPECT_TRUE(fits("/file-with-a-%2A.html", "/file-with-a-*.html"));
  EXPECT_TRUE(fits("/file-with-a-%2A.html", "/file-with-a-%2a.html"));
  EXPECT_FALSE(fits("/file-with-a-%2A.html", "/file-with-a-x.html"));
  EXPECT_TRUE(fits("/foo-%24", "/foo-$x"));
  EXPECT_FALSE(fits("/a%2Fb", "/a/b")) << "a reserved character means another path";
  EXPECT_TRUE(fits("/100%", "/100%")) << "no encoding at all";
}

TEST(Robots, WhatIsNoRuleIsPassedOver) {
  const Robots found = robots(
      "\xEF\xBB\xBF# ours\rDisallow: /first\r\nUser-agent : * # everyone\r\nSitemap: "
      "https://a.example/x\r\n\r\n"
      "Disallow:\r\nnonsense\r\nDisallow /no-colon\r\n  disallow :  /b  # why\r\nCrawl-delay: 2.5\r\n");
  EXPECT_TRUE(found.allows("/first"));
  EXPECT_TRUE(found.allows("/no-colon"));
  EXPECT_FALSE(found.allows("/b"));
  EXPECT_EQ(found.rules.size(), 1U);
  EXPECT_EQ(found.crawl_delay, 2.5);
  EXPECT_FALSE(robots("User-agent: a\nCrawl-delay: x\nUser-agent: *\nSitemap: y\nDisallow: /b\n").allows("/b"));
  EXPECT_TRUE(robots("<!doctype html><title>Not here: sorry</title>").allows("/"));
  EXPECT_TRUE(robots("").allows("/"));
  for (const char* delay : {"-1", "nan", "x", ""}) {
    EXPECT_FALSE(robots("User-agent: *\nCrawl-delay: " + std::string(delay)).crawl_delay.value_or(-1) >= 0) << delay;
  }
}

TEST(Robots, AnyBytesHaveAnAnswerInLinearTime) {
  std::string stars = "User-agent: *\n";
  while (stars.size() < kMaxRobotsBytes) stars += "Disallow: /*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b$\n";
  EXPECT_TRUE(robots(stars).allows("/" + std::string(4000, 'a')));
  EXPECT_TRUE(robots("User-agent: *\nDisallow: /" + std::string(kMaxRobotsBytes, '*') + "b").allows("/aaaa"));
  EXPECT_TRUE(robots(std::string(kMaxRobotsBytes, '\0')).allows("/"));
}

}  // namespace
}  // namespace hearsay
