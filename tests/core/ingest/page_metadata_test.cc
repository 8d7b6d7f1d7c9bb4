#include "core/ingest/page_metadata.h"

#include <gtest/gtest.h>

#include "tests/core/ingest/reading.h"

namespace hearsay {
namespace {

Article page_with(const std::string& head, const std::string& above = "") {
  return article_of("<!doctype html><html><head>" + head + "</head><body>" + above + "<p>" + kStory +
                    "</p></body></html>");
}

TEST(PageMetadata, DateOfPublication) {
  const struct {
    std::string name, head, above, day;
    DateBasis basis;
  } cases[] = {
      {"with a zone: the day as written",
       "<meta property='article:published_time' content='2024-05-03T23:30:00-05:00'>", "", "2024-05-03",
       DateBasis::stated},
      {"without dashes", "<meta name=date content='20240503'>", "", "2024-05-03", DateBasis::stated},
      {"in words", "<meta name=pubdate content='Fri, 03 May 2024 08:00:00 GMT'>", "", "2024-05-03", DateBasis::stated},
      {"of any page",
       "<script type='application/ld+json'>{\"@type\":\"WebPage\",\"datePublished\":\"2024-05-03\"}</script>", "",
       "2024-05-03", DateBasis::stated},
      {"with a line end in the data",
       "<script "
       "type='application/ld+json'>{\"@type\":\"Article\",\"description\":\"a\nb\",\"datePublished\":\"2024-05-03\"}"
       "</script>",
       "", "2024-05-03", DateBasis::stated},
      {"in a script's data", "<script>var page = {\"id\":1,\"publishedAt\":\"2024-05-03T08:00:00Z\"};</script>", "",
       "2024-05-03", DateBasis::stated},
      {"shown", "", "<span class='entry-date'>3 May 2024</span>", "2024-05-03", DateBasis::stated},
      {"shown as an update", "<meta property='article:modified_time' content='2024-05-04'>",
       "<span class='entry-date'>Updated 5 May 2024</span>", "2024-05-04", DateBasis::inferred},
      {"of no day", "<meta name=date content='2024-02-31'>", "", "", DateBasis::unknown},
      {"of no number", "<meta name=date content='yesterday'>", "", "", DateBasis::unknown},
  };
  for (const auto& one : cases) {
    const Article article = page_with(one.head, one.above);
    EXPECT_EQ(article.published.edtf, one.day) << one.name;
    EXPECT_EQ(article.published.basis, one.basis) << one.name;
  }
}

TEST(PageMetadata, Outlet) {
  const struct {
    std::string name, head, outlet;
  } cases[] = {
      {"site name", "<meta property='og:site_name' content='The Harbour Post'>", "The Harbour Post"},
      {"no address as a name",
       "<meta property='og:site_name' content='https://quay.example'><meta name=application-name content='The Quay'>",
       "The Quay"},
      {"end of the title",
       "<title>Two piers closed - The Quay Times</title><link rel=canonical href='https://www.quaytimes.example/a'>",
       "The Quay Times"},
      {"domain", "<title>Two piers closed</title><link rel=canonical href='https://www.quaytimes.example/a'>",
       "quaytimes.example"},
      {"none", "<title>Two piers closed - The Quay Times</title>", ""},
  };
  for (const auto& one : cases) {
    const Article article = page_with(one.head);
    EXPECT_EQ(article.outlet ? article.outlet->value : "", one.outlet) << one.name;
  }
}

TEST(PageMetadata, AuthorsArePeople) {
  const struct {
    std::string name, head, above;
    std::vector<std::string> names;
  } cases[] = {
      {"data", "<meta name=author content='Jane Roe and Bo Li'>", "", {"Jane Roe", "Bo Li"}},
      {"shown", "", "<div class=byline>By Jane Roe</div>", {"Jane Roe"}},
      {"link", "", "<a rel=author href=x>Jane Roe</a>", {"Jane Roe"}},
      {"desk", "<meta name=author content='Staff Reporter'>", "", {}},
      {"outlet", "<meta name=author content='The Quay'><meta property='og:site_name' content='The Quay'>", "", {}},
      {"address", "<meta name=author content='https://quay.example/jane'>", "", {}},
  };
  for (const auto& one : cases) {
    std::vector<std::string> names;
    for (const Stated& name : page_with(one.head, one.above).byline) names.push_back(name.value);
    EXPECT_EQ(names, one.names) << one.name;
  }
}

TEST(PageMetadata, HeadingOutranksATitleThatOnlyExtendsIt) {
  const Article article =
      page_with("<meta property='og:title' content='Two piers closed - Opinion'>", "<h1>Two piers closed</h1>");
  EXPECT_EQ(article.title->value, "Two piers closed");
}

TEST(PageMetadata, CandidatesKeepPlaceRankAndBytes) {
  const std::string page =
      "<!doctype html><html><head><meta property='og:site_name' content='The Quay'><link rel=canonical "
      "href='https://quay.example/a'></head><body><p>" +
      kStory + "</p></body></html>";
  const Article article = article_of(page);
  ASSERT_EQ(article.candidates.size(), 2U);
  EXPECT_EQ(article.candidates[0].field, "outlet");
  EXPECT_EQ(article.candidates[0].value, "The Quay");
  EXPECT_EQ(article.candidates[0].place, "meta:og:site_name");
  EXPECT_TRUE(article.candidates[0].taken);
  ASSERT_TRUE(article.candidates[0].source);
  EXPECT_EQ(article.candidates[0].source->of(page), "<meta property='og:site_name' content='The Quay'>");
  EXPECT_EQ(article.candidates[1].value, "quay.example");
  EXPECT_EQ(article.candidates[1].rank, 1U);
  EXPECT_FALSE(article.candidates[1].taken);
}

TEST(PageMetadata, Conflicts) {
  const struct {
    std::string name, head;
    std::vector<std::string> conflicts;
  } cases[] = {
      {"publication and update",
       "<meta property='article:published_time' content='2024-05-03'><meta property='article:modified_time' "
       "content='2024-05-04'>",
       {"published: 2024-05-03 (meta:article:published_time) against 2024-05-04 (meta:article:modified_time)"}},
      {"two bylines",
       "<meta name=author content='Jane Roe'><meta name=byl content='By Bo Li'>",
       {"byline: Jane Roe (meta:author) against Bo Li (meta:byl)"}},
      {"one day twice",
       "<meta property='article:published_time' content='2024-05-03'><meta property='article:modified_time' "
       "content='2024-05-03T09:00:00Z'>",
       {}},
      {"another spelling", "<meta name=author content='Jane Roe'><meta name=byl content='By JANE ROE'>", {}},
      {"domain",
       "<meta property='og:site_name' content='The Post'><link rel=canonical href='https://quay.example/a'>",
       {}},
  };
  for (const auto& one : cases) EXPECT_EQ(conflicts_of(page_with(one.head).candidates), one.conflicts) << one.name;
}

}  // namespace
}  // namespace hearsay
