#include "core/ingest/html_references.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

std::string read_reference(const std::string& html, bool in_attribute = false) {
  const std::optional<HtmlReference> found = html_reference(html, 0, in_attribute);
  return found ? found->text + "|" + std::to_string(found->length) : "-";
}

TEST(HtmlReferences, NamesAndNumbers) {
  struct Case {
    std::string html;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"&amp;", "&|5"},
      {"&eacute", "é|7"},
      {"&notit;", "¬|4"},
      {"&notin;", "∉|7"},
      {"&#8212;", "—|7"},
      {"&#x2014x", "—|7"},
      {"&#150;", "–|6"},
      {"&#0;", "\uFFFD|4"},
      {"&#xD800;", "\uFFFD|8"},
      {"&#99999999999;", "\uFFFD|14"},
      {"&CounterClockwiseContourIntegral;", "∳|33"},
      {"&nbsp;", "\u00A0|6"},
      {"&", "-"},
      {"&;", "-"},
      {"&#;", "-"},
      {"&#x;", "-"},
      {"&nosuchname;", "-"},
      {"& amp;", "-"},
  };
  for (const Case& c : cases) EXPECT_EQ(read_reference(c.html), c.expected) << c.html;
}

TEST(HtmlReferences, InAddressesAnOpenNameIsAParameter) {
  EXPECT_EQ(read_reference("&copy=1", true), "-");
  EXPECT_EQ(read_reference("&copy1", true), "-");
  EXPECT_EQ(read_reference("&copy;=1", true), "©|6");
  EXPECT_EQ(read_reference("&copy 1", true), "©|5");
  EXPECT_EQ(read_reference("&copy=1", false), "©|5");
}

}  // namespace
}  // namespace hearsay
