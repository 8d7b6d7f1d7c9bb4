#include "desk/web_address.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(WebAddress, IsTakenApart) {
  EXPECT_EQ(*web_address("HTTPS://Quay.Example:443/2026/fire.html?a=b&c#top"),
            (WebAddress{"https://quay.example/2026/fire.html?a=b&c", "quay.example", "https://quay.example",
                        "/2026/fire.html?a=b&c"}));
  EXPECT_EQ(*web_address("http://[::1]:8080"), (WebAddress{"http://[::1]:8080/", "[::1]", "http://[::1]:8080", "/"}));
}

TEST(WebAddress, WhatIsNotOfAnAddressIsEncodedAndDotsAreResolved) {
  EXPECT_EQ(web_address("http://a.example/caf\xC3\xA9 x/../b%20c")->text, "http://a.example/b%20c");
  EXPECT_EQ(web_address("http://a.example/caf\xC3\xA9")->target, "/caf%c3%a9");
}

TEST(WebAddress, HostsBeyondAsciiAreWrittenInIt) {
  const Result<WebAddress> address = web_address(
      "http://b\xC3\xBC"
      "cher.example/x");
  ASSERT_TRUE(address.ok()) << address.error().text();
  EXPECT_EQ(address->text, "http://xn--bcher-kva.example/x");
  EXPECT_EQ(address->origin, "http://xn--bcher-kva.example");
  EXPECT_FALSE(web_address("http://a\xE2\x80\xAE"
                           "b.example/")
                   .ok())
      << "turns the direction of what follows";
}

TEST(WebAddress, OnlyTwoSchemesAndNoCredentials) {
  EXPECT_EQ(web_address("file:///etc/passwd").error().code, ErrorCode::unsupported);
  EXPECT_EQ(web_address("ftp://a.example/").error().code, ErrorCode::unsupported);
  for (const char* text : {"http://ann@a.example/", "http://ann:word@a.example/", "http://:word@a.example/"}) {
    EXPECT_NE(web_address(text).error().message.find("user name or password"), std::string::npos) << text;
  }
  for (const std::string& text :
       {std::string("http://"), std::string("http://a.example:99999/"), std::string("http://a.example/\nx"),
        std::string("http://a.example/\0x", 19), "http://a.example/" + std::string(kMaxAddressBytes, 'a')}) {
    EXPECT_EQ(web_address(text).error().code, ErrorCode::malformed) << text;
  }
}

TEST(WebAddress, LinksLeadOnFromTheirPage) {
  const WebAddress page = *web_address("https://a.example/x/y?z");
  EXPECT_EQ(resolved(page, "../b?c#d"), "https://a.example/b?c#d");
  EXPECT_EQ(resolved(page, "//b.example"), "https://b.example/");
  EXPECT_EQ(resolved(page, "caf\xC3\xA9"), "https://a.example/x/caf%c3%a9");
  EXPECT_EQ(resolved(page, "file:///etc/passwd"), "file:///etc/passwd");
  EXPECT_EQ(resolved(page, "http://b.example:99999/"), "");
  EXPECT_EQ(resolved(page, ""), "");
}

TEST(WebAddress, FilesAreNone) {
  EXPECT_TRUE(is_web_address("hTTp://a"));
  for (const char* text : {"http", "http:/a", "https.txt", "a/http://b", "file://a", ""}) {
    EXPECT_FALSE(is_web_address(text)) << text;
  }
}

}  // namespace
}  // namespace hearsay
