#include "core/ingest/site_name.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(SiteName, DomainOfAnAddress) {
  const struct {
    std::string_view address, domain;
  } cases[] = {
      {"https://www.harbour-post.example/a?b#c", "harbour-post.example"},
      {"http://m.quay.example:8080/x", "quay.example"},
      {"//amp.quay.example/x", "quay.example"},
      {"https://user:pass@News.Quay.Example/", "news.quay.example"},
      {"https://www.example/", "www.example"},
      {"/2024/05/03/piers", ""},
      {"harbour post", ""},
      {"https://localhost/x", ""},
      {"https://web.archive.org/web/2024id_/https://www.quay.example/a", "quay.example"},
      {"https://", ""},
      {"", ""},
  };
  for (const auto& one : cases) EXPECT_EQ(domain_of(one.address), one.domain) << one.address;
}

TEST(SiteName, TitleWithoutIt) {
  const struct {
    std::string_view title, site, domain, expected;
  } cases[] = {
      {"Two piers closed | The Harbour Post", "", "", "Two piers closed"},
      {"Two piers closed | News | The Harbour Post", "", "", "Two piers closed"},
      {"Two piers closed - The Harbour Post", "Harbour Post", "", "Two piers closed"},
      {"Two piers closed – Harbour Post", "", "harbourpost.example", "Two piers closed"},
      {"The Harbour Post - Two piers closed", "The Harbour Post", "", "Two piers closed"},
      {"Two piers closed - and a third", "The Harbour Post", "harbourpost.example", "Two piers closed - and a third"},
      {"Piers - A history", "", "", "Piers - A history"},
      {"The Harbour Post", "The Harbour Post", "", "The Harbour Post"},
      {" | x", "", "", " | x"},
      {"", "", "", ""},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(without_site(std::string(one.title), {std::string(one.site)}, one.domain), one.expected) << one.title;
  }
}

TEST(SiteName, EndOfATitleThatSpellsTheDomain) {
  EXPECT_EQ(site_at_end("Two piers closed - The Harbour Post", "harbourpost.example"), "The Harbour Post");
  EXPECT_EQ(site_at_end("Two piers closed - The Harbour Post", "quay.example"), std::nullopt);
  EXPECT_EQ(site_at_end("Two piers closed", "harbourpost.example"), std::nullopt);
  EXPECT_EQ(site_at_end("Two piers closed - H", "harbourpost.example"), std::nullopt);
  EXPECT_EQ(site_at_end("Two piers closed - The Harbour Post", ""), std::nullopt);
}

TEST(SiteName, SpellingOfTheDomain) {
  const struct {
    std::string_view name;
    std::string host;
    DomainSpelling spelling;
  } cases[] = {
      {"The Harbour Post", "harbour-post.example", DomainSpelling::whole},
      {"harbourpost.com", "harbourpost.com", DomainSpelling::whole},
      {"Harbour News", "news.harbour.co.uk", DomainSpelling::begins},
      {"Harbour City Times", "hctimes.com", DomainSpelling::begins},
      {"Times of the Harbour", "timesharbour.com", DomainSpelling::begins},
      {"Die Brücke", "diebruecke.com", DomainSpelling::none},
      {"The Quay", "harbour.com", DomainSpelling::none},
      {"", "harbour.com", DomainSpelling::none},
      {"The Quay", "", DomainSpelling::none},
  };
  for (const auto& one : cases) EXPECT_EQ(spelling_of(one.name, one.host), one.spelling) << one.name;
}

TEST(SiteName, LatinNames) {
  for (const auto name : {"The Quay", "Ĺ’Étoile", "24 Ore"}) EXPECT_TRUE(is_latin(name)) << name;
  for (const auto name : {"埠頭新聞", "Причал", "埠頭 ONLINE", "", "24"}) EXPECT_FALSE(is_latin(name)) << name;
}

TEST(SiteName, HeadingThatATitleExtends) {
  EXPECT_TRUE(extends_with_site("Two piers closed | Opinion", "Two piers closed"));
  EXPECT_FALSE(extends_with_site("Two piers closed by the office", "Two piers closed"));
  EXPECT_FALSE(extends_with_site("Two piers closed", "Two piers closed"));
  EXPECT_FALSE(extends_with_site("Two piers closed", ""));
}

}  // namespace
}  // namespace hearsay
