#include "cli/listing.h"

#include <gtest/gtest.h>

#include <sstream>

namespace hearsay {
namespace {

Listing sample() {
  Listing listing({"id", "text", "low", "claims"}, 1);
  listing.add({"a1", "=SUM(1,\"x\")", 0.25, Json{"[\"b#c\"]"}});
  listing.add({"a2", "two\nlines", {}, Json{"[]"}});
  return listing;
}

std::string printed(Format format) {
  std::ostringstream out;
  sample().print(out, format, Terminal{});
  return out.str();
}

TEST(Listing, JsonLinesKeepTypesAndNull) {
  EXPECT_EQ(printed(Format::jsonl),
            "{\"id\":\"a1\",\"text\":\"=SUM(1,\\\"x\\\")\",\"low\":0.25,\"claims\":[\"b#c\"]}\n"
            "{\"id\":\"a2\",\"text\":\"two\\nlines\",\"low\":null,\"claims\":[]}\n");
}

TEST(Listing, JsonIsOneArray) {
  const std::string text = printed(Format::json);
  EXPECT_EQ(text.substr(0, 3), "[\n{");
  EXPECT_EQ(text.substr(text.size() - 4), "}\n]\n");
}

TEST(Listing, CsvQuotesAndDisarmsFormulas) {
  EXPECT_EQ(printed(Format::csv),
            "id,text,low,claims\r\na1,\"'=SUM(1,\"\"x\"\")\",0.25,\"[\"\"b#c\"\"]\"\r\na2,\"two\nlines\",,[]\r\n");
}

TEST(Listing, TableAlignsAndKeepsOneLineARow) {
  EXPECT_EQ(printed(Format::table),
            "id  text         low   claims\n"
            "a1  =SUM(1,\"x\")  0.25  [\"b#c\"]\n"
            "a2  two lines          []\n");
}

TEST(Listing, NoRowsPrintNoTable) {
  std::ostringstream out;
  Listing({"id"}, 0).print(out, Format::table, Terminal{});
  EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace hearsay
