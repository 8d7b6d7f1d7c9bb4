#include "core/ingest/encoding.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/core/ingest/reading.h"

namespace hearsay {
namespace {

TEST(Encoding, WhatIsBelievedAndInWhichOrder) {
  EXPECT_EQ(encoding_of("caf\xC3\xA9", ""), "UTF-8");
  EXPECT_EQ(encoding_of("caf\xC3\xA9", "windows-1252"), "windows-1252");
  EXPECT_EQ(encoding_of("<meta charset=gb2312><p>caf\xC3\xA9", ""), "UTF-8");
  EXPECT_EQ(encoding_of("<meta charset=\"ISO-8859-1\"><p>caf\xE9", ""), "iso-8859-1");
  EXPECT_EQ(encoding_of("charset=iso-8859-1 caf\xE9", ""), "UTF-8");
  EXPECT_EQ(encoding_of("caf\xE9", ""), "UTF-8");
  EXPECT_EQ(encoding_of(std::string("\xFF\xFEh\0i\0", 6), ""), "UTF-16LE");
  EXPECT_EQ(encoding_of("<meta charset=utf-8>caf\xE9", "", "windows-1252"), "windows-1252");
  EXPECT_EQ(encoding_of("caf\xC3\xA9", "", "windows-1252"), "windows-1252");
  EXPECT_EQ(encoding_of("caf\xC3\xA9", "koi8-r", "windows-1252"), "koi8-r");
  EXPECT_EQ(encoding_of("\xEF\xBB\xBF"
                        "caf\xC3\xA9",
                        "", "windows-1252"),
            "UTF-8");
  EXPECT_EQ(encoding_of(std::string("\xFF\xFEh\0i\0", 6), "", "windows-1252"), "UTF-16LE");
  EXPECT_EQ(encoding_of("\xEF\xBB\xBF"
                        "caf\xC3\xA9",
                        "koi8-r", "windows-1252"),
            "koi8-r");
}

TEST(Encoding, CharactersKnowTheirBytes) {
  Result<Decoded> decoded = decode("caf\xE9 \x93ok\x94", "windows-1252");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, "café “ok”");
  EXPECT_EQ(decoded->invalid, 0U);
  EXPECT_EQ(decoded->offsets.source_of(decoded->text.find("ok")), 6U);
}

TEST(Encoding, Latin1OfTheWebHasQuotationMarks) {
  for (const char* name : {"ISO-8859-1", "latin1", "US-ASCII"}) {
    EXPECT_EQ(decode("\x93"
                     "caf\xE9\x94",
                     name)
                  ->text,
              "“café”")
        << name;
  }
  EXPECT_EQ(decode("\xA4", "ISO-8859-15")->text, "€");
}

TEST(Encoding, WhatItDoesNotKnowIsReplacedAndCounted) {
  Result<Decoded> decoded = decode(
      "a\x81\x20"
      "b",
      "Shift_JIS");
  ASSERT_TRUE(decoded);
  EXPECT_GE(decoded->invalid, 1U);
  EXPECT_EQ(decoded->first_invalid, 1U);
  EXPECT_TRUE(decoded->text.starts_with("a\xEF\xBF\xBD"));
  EXPECT_TRUE(decoded->text.ends_with("b"));
}

TEST(Encoding, UnknownNameIsAnErrorThatSaysSo) {
  ReadOptions options;
  options.charset = "klingon-8";
  Result<std::vector<Article>> articles = read(source_of(kStory), Lexicon::shipped(), options);
  ASSERT_FALSE(articles);
  EXPECT_EQ(articles.error().code, ErrorCode::unsupported);
  EXPECT_EQ(articles.error().where, "folder/story.txt");
  EXPECT_NE(articles.error().message.find("klingon-8"), std::string::npos);
}

TEST(Encoding, TextInSixteenBitsIsRead) {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("Two piers are closed in Quaytown, the office said on Monday morning."))
    wide += std::string{c, '\0'};
  EXPECT_EQ(article_of(wide).text, "\xEF\xBB\xBFTwo piers are closed in Quaytown, the office said on Monday morning.");
}

}  // namespace
}  // namespace hearsay
