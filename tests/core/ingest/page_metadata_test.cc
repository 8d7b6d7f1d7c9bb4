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
      {"microdata", "", "<span itemprop=datePublished content='2024-05-03T08:00'>Friday</span>", "2024-05-03",
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
      {"the part of the domain that was registered", "<link rel=canonical href='https://news.quay.co.uk/a'>",
       "quay.co.uk"},
      {"the agency that is stated as publisher is not the site",
       "<meta property='og:url' content='https://www.quaytimes.example/a'><meta name=application-name content='Quay "
       "Times'><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"Wire "
       "Press\"}}</script>",
       "Quay Times"},
      {"a publisher given by reference",
       "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"publisher\":{\"@id\":\"#o\"}},"
       "{\"@type\":\"Organization\",\"@id\":\"#o\",\"name\":\"The Quay\"}]}</script>",
       "The Quay"},
      {"what an article is part of",
       "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isPartOf\":{\"@type\":[\"CreativeWork\","
       "\"Product\"],\"name\":\"The Quay\"}}</script>",
       "The Quay"},
      {"a page that an article is part of is no publisher",
       "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isPartOf\":{\"@type\":\"WebPage\","
       "\"name\":\"Two piers closed\"}}</script>",
       ""},
      {"the name without its motto",
       "<meta property='og:site_name' content='The Quay - news of the harbour and beyond'>", "The Quay"},
      {"a name in another script stands behind the domain",
       "<meta property='og:site_name' content='埠頭新聞'><link rel=canonical href='https://www.quay.example/a'>",
       "quay.example"},
      {"a name in another script where nothing else is known", "<meta property='og:site_name' content='埠頭新聞'>",
       "埠頭新聞"},
      {"an accented name is no other script",
       "<meta property='og:site_name' content='Le Môle'><link rel=canonical href='https://www.quai.example/a'>",
       "Le Môle"},
      {"microdata", "<div itemprop=publisher itemscope><meta itemprop=name content='The Quay'></div>", "The Quay"},
      {"the address a browser saved", "<!-- saved from url=(0025)https://www.quay.example/a -->", "quay.example"},
      {"the page behind an archived address",
       "<link rel=canonical href='https://web.archive.org/web/20240503000000/https://www.quay.example/a'>",
       "quay.example"},
      {"a logo only where it spells the domain",
       "<link rel=canonical href='https://www.quaytimes.example/a'><img class=logo alt='Quay Times'><img class=logo "
       "alt='Harbour Board'>",
       "Quay Times"},
  };
  for (const auto& one : cases) {
    const Article article = page_with(one.head);
    EXPECT_EQ(article.outlet ? article.outlet->value : "", one.outlet) << one.name;
  }
}

TEST(PageMetadata, DomainThatThePageLinksTo) {
  std::string links;
  for (int i = 0; i < 10; ++i) links += "<a href='http://news.quay.example/" + std::to_string(i) + "'>more</a> ";
  EXPECT_EQ(page_with("", "<div>" + links + "</div>").outlet.value_or(Stated{}).value, "quay.example");
  std::string mixed = links;
  for (int i = 0; i < 10; ++i) mixed += "<a href='http://other" + std::to_string(i) + ".example/'>more</a> ";
  EXPECT_FALSE(page_with("", "<div>" + mixed + "</div>").outlet);
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
      {"desk in another language", "<meta name=author content='Redaktion'>", "", {}},
      {"list by commas", "<meta name=author content='Jane Roe, Bo Li, Ana Paz'>", "", {"Jane Roe", "Bo Li", "Ana Paz"}},
      {"with an office", "<meta name=author content='Jane Roe, Senior Reporter'>", "", {"Jane Roe"}},
      {"with an agency", "<meta name=author content='Jane Roe/Reuters'>", "", {"Jane Roe"}},
      {"led in another language", "<meta name=author content='Von Jane Roe und Bo Li'>", "", {"Jane Roe", "Bo Li"}},
      {"a family name that looks like a lead", "<meta name=author content='Di Roe'>", "", {"Di Roe"}},
      {"an organization in data",
       "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"@type\":\"Organization\","
       "\"name\":\"Quay Board\"},{\"@type\":\"Person\",\"name\":\"Jane Roe\"}]}</script>",
       "",
       {"Jane Roe"}},
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
      {"an update after publication",
       "<meta property='article:published_time' content='2024-05-03'><meta property='article:modified_time' "
       "content='2024-05-04'>",
       {}},
      {"an update before publication",
       "<meta property='article:published_time' content='2024-05-03'><meta property='article:modified_time' "
       "content='2024-05-02'>",
       {"published: 2024-05-03 (meta:article:published_time) against 2024-05-02 (meta:article:modified_time)"}},
      {"two days of publication",
       "<meta property='article:published_time' content='2024-05-03'><meta name=date content='2024-05-04'>",
       {"published: 2024-05-03 (meta:article:published_time) against 2024-05-04 (meta:date)"}},
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
