#include "core/ingest/html_reader.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "core/ingest/html_page.h"
#include "tests/core/ingest/reading.h"

namespace hearsay {
namespace {

const std::string kHead =
    "<!doctype html><html lang=en><head><title>Two piers closed | The Harbour Post</title>"
    "<meta property='og:site_name' content='The Harbour Post'>"
    "<meta property='article:published_time' content='2024-05-03T08:00:00+00:00'>"
    "<script "
    "type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":\"NewsArticle\",\"headline\":\"Two "
    "piers closed\","
    "\"author\":[{\"name\":\"Jane Roe\"},{\"name\":\"Bo Li\"}]}]}</script></head>";

const std::string kBody =
    "<body><nav><ul><li><a href=/>Home</a><li>News</ul></nav><div class='cookie-banner'><p>We have placed cookies on "
    "your device and "
    "would like you to know what they are for.</p></div><article><h1>Two piers closed</h1>"
    "<p>The harbour office closed two of its <b>five</b> piers on Monday after divers found deep cracks in the "
    "supports."
    "<p>Fishermen at the Caf&eacute; said they had warned the office twice since the storm of last winter, without an "
    "answer."
    "<h2>What comes next</h2><p>&ldquo;Nobody came to look,&rdquo; said one of them, who has moored his boat there for "
    "thirty years."
    "<figure><img src=x><figcaption>The eastern pier in May</figcaption></figure>"
    "<div style='display: none'><p>This paragraph is hidden from everybody who looks at the page with a "
    "browser.</p></div>"
    "<p>The office said in a statement that it would have the piers looked at again before the autumn storms "
    "begin.</article>"
    "<aside><p>Another story of some length that has nothing to do with the piers and stands beside the "
    "article.</p></aside>"
    "<footer>© 2024 The Harbour Post</footer></body></html>";

std::string kind_of(const Article& article, const std::string& words) {
  const std::size_t at = article.text.find(words);
  if (at == std::string::npos) return "left out";
  const Zone* zone = zone_at(article, at);
  return zone == nullptr ? "none" : std::string(name_of(zone->kind));
}

TEST(HtmlReader, ArticleOfAPage) {
  const Article article = article_of(kHead + kBody);
  EXPECT_EQ(article.media_type, "text/html");
  EXPECT_EQ(article.title->value, "Two piers closed");
  EXPECT_EQ(article.outlet->value, "The Harbour Post");
  EXPECT_EQ(article.published.edtf, "2024-05-03");
  EXPECT_EQ(article.published.basis, DateBasis::stated);
  EXPECT_EQ(article.language, "en");
  ASSERT_EQ(article.byline.size(), 2U);
  EXPECT_EQ(article.byline[0].value, "Jane Roe");
  EXPECT_EQ(article.byline[1].value, "Bo Li");
  EXPECT_EQ(kind_of(article, "Two piers closed"), "headline");
  EXPECT_EQ(kind_of(article, "The harbour office"), "body");
  EXPECT_EQ(kind_of(article, "What comes next"), "subhead");
  EXPECT_EQ(kind_of(article, "The eastern pier"), "caption");
  EXPECT_EQ(kind_of(article, "before the autumn"), "body");
  for (const std::string words : {"Home", "cookies", "hidden from", "Another story", "©"})
    EXPECT_EQ(kind_of(article, words), "left out") << words;
}

TEST(HtmlReader, EveryWordLeadsBackToItsBytes) {
  const std::string page = kHead + kBody;
  const Article article = article_of(page);
  for (const std::string words :
       {"The harbour office", "five", "piers on Monday", "said they had warned", "Nobody came", "The eastern pier"}) {
    const std::size_t at = article.text.find(words);
    ASSERT_NE(at, std::string::npos) << words;
    EXPECT_EQ(page.substr(article.offsets.source_of(at), words.size()), words);
  }
  EXPECT_EQ(page.substr(article.offsets.source_of(article.text.find("é said")), 8), "&eacute;");
  EXPECT_EQ(page.substr(article.offsets.source_of(article.text.find("“Nobody")), 7), "&ldquo;");
}

TEST(HtmlReader, OffsetsCountTheBytesReceivedAlsoBehindInvalidOnes) {
  const std::string page = "<!doctype html><html><body><p>caf\xE9 one</p>" + kBody.substr(6);
  const Article article = article_of(page);
  const std::size_t at = article.text.find("Nobody came");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(page.substr(article.offsets.source_of(at), 11), "Nobody came");
}

TEST(HtmlReader, ClassesThatHideMostOfThePageAreNotBelieved) {
  const std::string page = "<html><body><div class='overlay'>" + kBody.substr(6);
  EXPECT_EQ(kind_of(article_of(page), "The harbour office"), "body");
}

TEST(HtmlReader, WrapperThatHasASidebarIsNone) {
  const std::string page = "<html><body><div class='content has-sidebar'><p>Short.</p>" + kBody.substr(6);
  EXPECT_EQ(kind_of(article_of(page), "The harbour office"), "body");
}

TEST(HtmlReader, DateOfAnUpdateOrOfTheAddressIsInferredOnly) {
  const std::string updated = "<html><head><meta property='article:modified_time' content='2024-05-04'></head>" + kBody;
  EXPECT_EQ(article_of(updated).published.edtf, "2024-05-04");
  EXPECT_EQ(article_of(updated).published.basis, DateBasis::inferred);
  const std::string dated =
      "<html><head><link rel=canonical href='https://quay.example/2024/05/03/two-piers'></head>" + kBody;
  EXPECT_EQ(article_of(dated).published.edtf, "2024-05-03");
  EXPECT_EQ(article_of(dated).published.basis, DateBasis::inferred);
  const std::string undated =
      "<html><head><link rel=canonical href='https://quay.example/2024/13/99/two-piers'></head>" + kBody;
  EXPECT_EQ(article_of(undated).published.basis, DateBasis::unknown);
}

TEST(HtmlReader, PageWithoutTextIsAnError) {
  Result<std::vector<Article>> read_page =
      read(source_of("<!doctype html><html><body><script>x()</script></body></html>"), Lexicon::shipped(), {});
  ASSERT_FALSE(read_page.ok());
  EXPECT_EQ(read_page.error().code, ErrorCode::malformed);
  EXPECT_EQ(read_page.error().where, "folder/story.txt");
}

TEST(HtmlReader, PlainTextWithAnAngleBracketIsNoPage) {
  EXPECT_FALSE(looks_like_html("<3 piers closed in Quaytown"));
  EXPECT_FALSE(looks_like_html("Two piers <b>closed</b> in Quaytown"));
  EXPECT_TRUE(looks_like_html("\n <!DOCTYPE html><p>x"));
  EXPECT_TRUE(looks_like_html("<?xml version='1.0'?>\n<html xmlns='x'>"));
}

TEST(HtmlReader, BrokenPageDataIsPassedOver) {
  for (const std::string data :
       {"{", "[[[[", "null", "{\"@type\":7}", "{\"@type\":\"Article\",\"author\":{\"name\":[1]}}", ""}) {
    const Article article =
        article_of("<html><head><script type='application/ld+json'>" + data + "</script></head>" + kBody);
    EXPECT_EQ(kind_of(article, "The harbour office"), "body") << data;
  }
}

TEST(HtmlReader, HostilePagesStayLinear) {
  std::vector<std::string> pages(4, "<html><body>");
  for (int i = 0; i < 100000; ++i) {
    pages[0] += "<div>";
    pages[1] += "<b><p>x</b>";
    pages[2] += "</div></p>";
    pages[3] += "<li>x<ul>";
  }
  pages.push_back("<html><head><script type='application/ld+json'>" + std::string(1U << 20U, '[') + "</script></head>");
  for (std::string& page : pages) {
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_NE(kind_of(article_of(page + "<p>" + kStory), "The harbour office"), "left out") << page.substr(0, 40);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(seconds.count(), 20) << page.substr(0, 40);
  }
}

}  // namespace
}  // namespace hearsay
