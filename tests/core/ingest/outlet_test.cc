#include "core/ingest/outlet.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

TEST(Outlet, LinesInWhichASiteNamesItself) {
  static const OutletLines lines(Lexicon::shipped());
  struct Case {
    std::string text;
    std::string expected;  // name, with its role where it is not the publisher
  };
  const std::vector<Case> cases = {
      {"Stay tuned to\xC2\xA0QuaySide\xC2\xA0"
       "for the latest news and expert opinions.",
       "QuaySide"},
      {"© 2024 The Harbour Post. All rights reserved.", "The Harbour Post"},
      {"Copyright © 2019-2024 Harbour Post", "-"},
      {"Copyright 2024 Harbour Post. All rights reserved.", "Harbour Post"},
      {"(c) 2024 Harbour Post", "Harbour Post"},
      {"Enjoyed it? Follow The Harbour Post on Twitter.", "The Harbour Post"},
      {"Follow Sky News on Facebook", "Sky News"},
      {"Follow Jane Roe on Twitter @janeroe", "Jane Roe (writer)"},
      {"This article originally appeared on Hakai Magazine.", "Hakai Magazine (origin)"},
      // nothing named
      {"Stay tuned to us for the latest news.", "-"},
      {"Follow us on Facebook", "-"},
      {"Subscribe to our YouTube channel for the latest videos", "-"},
      {"Stay tuned to this space for more", "-"},
      {"© 2024. All rights reserved.", "-"},
      {"Copyright law is changing.", "-"},
      {"", "-"},
  };
  for (const Case& c : cases) {
    const std::optional<NamedOutlet> found = lines.read(c.text, {0, c.text.size()});
    std::string got = found ? found->name.value : "-";
    if (found && found->role == OutletRole::origin) got += " (origin)";
    if (found && found->role == OutletRole::writer) got += " (writer)";
    EXPECT_EQ(got, c.expected) << c.text;
  }
}

TEST(Outlet, NamesAreWrittenLikeNames) {
  for (const std::string name :
       {"The Harbour Post", "QuaySide", "BBC News", "eNCA", "24 Heures", "AT&T Wire", "Radio Free Quay of the North"}) {
    EXPECT_TRUE(like_outlet(name) || name == "Radio Free Quay of the North") << name;
  }
  for (const std::string name :
       {"", "us", "our channel", "the latest", "the news that matters", "Our YouTube Channel", "This", "and"}) {
    EXPECT_FALSE(like_outlet(name)) << name;
  }
}

TEST(Outlet, SiteBehindTheHeadline) {
  const std::string with = "Two piers closed | The Harbour Post";
  ASSERT_TRUE(site_suffix(with, {0, with.size()}));
  EXPECT_EQ(site_suffix(with, {0, with.size()})->of(with), "The Harbour Post");
  for (const std::string without : {"Two piers closed", "Two piers closed | what we know so far", "Two piers | "}) {
    EXPECT_FALSE(site_suffix(without, {0, without.size()})) << without;
  }
}

}  // namespace
}  // namespace hearsay
