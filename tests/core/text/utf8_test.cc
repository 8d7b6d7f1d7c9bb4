#include "core/text/utf8.h"

#include <gtest/gtest.h>

#include "core/text/code_points.h"

namespace hearsay {
namespace {

TEST(DecodeUtf8, ValidTextComesBackUntouched) {
  const std::string text = "\xEF\xBB\xBFKim\u00A0Jong Un “said” 😀\r\n";
  const Decoded decoded = decode_utf8(text);
  EXPECT_EQ(decoded.text, text);
  EXPECT_EQ(decoded.invalid, 0U);
  EXPECT_TRUE(decoded.offsets.entries.empty());
}

TEST(DecodeUtf8, EachMaximalInvalidPartBecomesOneReplacement) {
  const Decoded decoded = decode_utf8(
      "a\x80"
      "b\xE2\x80"
      "c\xC0\xAF"
      "d\xF5");
  EXPECT_EQ(decoded.text, "a\uFFFDb\uFFFDc\uFFFD\uFFFDd\uFFFD");
  EXPECT_EQ(decoded.invalid, 5U);
  EXPECT_EQ(decoded.first_invalid, 1U);
}

TEST(DecodeUtf8, OffsetsLeadBackToTheBytes) {
  const std::string bytes =
      "ab\xFF"
      "cd\xE2\x82"
      "ef";
  const Decoded decoded = decode_utf8(bytes);
  for (const char letter : {'a', 'b', 'c', 'd', 'e', 'f'}) {
    EXPECT_EQ(decoded.offsets.source_of(decoded.text.find(letter)), bytes.find(letter)) << letter;
  }
}

TEST(DecodeUtf8, SurrogatesAreInvalid) { EXPECT_EQ(decode_utf8("\xED\xA0\x80").invalid, 3U); }

TEST(CodePoints, ConvertBothWays) {
  const std::string text = "ab“c”é😀z";
  const CodePoints points(text);
  EXPECT_EQ(points.size(), 8U);
  std::size_t index = 0;
  for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).length, ++index) {
    EXPECT_EQ(points.from_byte(at), index);
    EXPECT_EQ(points.to_byte(index), at);
  }
  EXPECT_EQ(points.from_byte(text.size()), index);
  EXPECT_EQ(points.to_byte(index), text.size());
}

TEST(Utf8, BordersGoBackAndForth) {
  const std::string text = "é😀x";
  EXPECT_EQ(previous_border(text, text.size()), 6U);
  EXPECT_EQ(previous_border(text, 6), 2U);
  std::string copy;
  for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).length)
    append(copy, code_point_at(text, at).value);
  EXPECT_EQ(copy, text);
}

}  // namespace
}  // namespace hearsay
