// Pages made of the parts that real ones have, and what becomes of each.

#include "core/ingest/html_structure.h"

#include <gtest/gtest.h>

#include "core/ingest/html_reader.h"
#include "tests/core/ingest/reading.h"

namespace hearsay {
namespace {

const std::string kFirst =
    "<p>The harbour office closed two of its five piers on Monday after divers found deep cracks in the concrete "
    "supports.</p><p>Fishermen said they had warned the office twice since the storm of last winter and had never had "
    "an answer.</p>";
const std::string kSecond =
    "<p>The office said in a statement that it would have the other piers looked at again before the autumn storms "
    "begin.</p><p>Nobody came to look, said one of them, who has moored his boat at the eastern pier for thirty "
    "years.</p>";

Article page_with(const std::string& inside) {
  return article_of("<!doctype html><html><body><div id=page><h1>Two piers closed after divers find cracks</h1>" +
                    inside + "</div></body></html>");
}

std::string kind_of(const Article& article, const std::string& words) {
  const std::size_t at = article.text.find(words);
  if (at == std::string::npos) return "left out";
  const Zone* zone = zone_at(article, at);
  return zone == nullptr ? "none" : std::string(name_of(zone->kind));
}

TEST(HtmlStructure, PartsInsideTheArticle) {
  const struct {
    std::string name, part, words, kind;
  } cases[] = {
      {"author's note",
       "<div class=author-bio><p>Jane Roe has written about the coast for us since 2011 and won.</p></div>",
       "written about", "left out"},
      {"list of links",
       "<div><h3>Elsewhere</h3><ul><li><a href=a>Ferry runs aground off the northern cape</a></li><li><a href=b>Storm "
       "takes roof of the market hall</a></li></ul></div>",
       "Ferry runs", "left out"},
      {"heading over it",
       "<div><h3>Elsewhere</h3><ul><li><a href=a>Ferry runs aground off the northern cape</a></li></ul></div>",
       "Elsewhere", "left out"},
      {"caption", "<figure><img src=x><figcaption>The eastern pier in May</figcaption></figure>", "The eastern pier in",
       "caption"},
      {"caption by class", "<div class='image-caption'>The eastern pier in May. Jane Roe</div>", "eastern pier in",
       "caption"},
      {"quotation", "<blockquote>We asked for help and nobody answered us for a year.</blockquote>", "We asked",
       "body"},
      {"quotation in a figure",
       "<figure class=pull><blockquote>We asked for help and nobody came.</blockquote></figure>", "We asked", "body"},
      {"link in prose",
       "<p>The <a href=x>report of the divers</a> was made public by the office on Tuesday at noon.</p>",
       "report of the divers", "body"},
      {"short line", "<p>Then silence</p>", "Then silence", "body"},
      {"list of the article", "<ul><li>The eastern pier is closed until autumn</li><li>The western one too</li></ul>",
       "The eastern pier is", "bullet"},
      {"subhead", "<h2>What comes next</h2>", "What comes", "subhead"},
  };
  for (const auto& one : cases) {
    const Article article = page_with("<div class=main-column>" + kFirst + one.part + kSecond + "</div>");
    EXPECT_EQ(kind_of(article, one.words), one.kind) << one.name;
    EXPECT_EQ(kind_of(article, "The harbour office"), "body") << one.name;
    EXPECT_EQ(kind_of(article, "The office said"), "body") << one.name;
  }
}

TEST(HtmlStructure, TextBesideTheArticleIsNone) {
  const std::string other =
      "<div class=column><p>A ferry ran aground off the northern cape on Sunday with forty people on board, all "
      "safe.</p></div>";
  const Article article = page_with("<div class=column>" + kFirst + kSecond + kFirst + kSecond + "</div>" + other);
  EXPECT_EQ(kind_of(article, "A ferry ran"), "left out");
  EXPECT_EQ(kind_of(article, "The harbour office"), "body");
}

TEST(HtmlStructure, NamedBodyEndsTheArticle) {
  const Article article =
      page_with("<div itemprop=articleBody>" + kFirst + kSecond +
                "</div><p>Readers who know more about the piers may write to us at any time of day.</p>");
  EXPECT_EQ(kind_of(article, "Readers who"), "left out");
}

TEST(HtmlStructure, NameThatCoversTheArticleIsNotBelieved) {
  for (const std::string name : {"author", "gallery", "teaser", "widget", "dek", "caption"}) {
    const Article article = page_with("<div class=" + name + ">" + kFirst + kSecond + "</div>");
    EXPECT_EQ(kind_of(article, "The harbour office"), "body") << name;
  }
}

TEST(HtmlStructure, ArticleMadeOfLinksIsKept) {
  const Article article = page_with("<div><a href=x>" + kFirst + kSecond + "</a></div>");
  EXPECT_EQ(kind_of(article, "The harbour office"), "body");
}

TEST(HtmlStructure, HeadlineAndCaptionsStandBehindTheText) {
  const Article article =
      page_with("<figure><figcaption>The eastern pier in May</figcaption></figure>" + kFirst + kSecond);
  const Span running = running_text(article);
  EXPECT_TRUE(running.of(article.text).starts_with("The harbour office"));
  EXPECT_TRUE(running.of(article.text).ends_with("thirty years."));
  EXPECT_EQ(article.text.substr(running.end, 2), "\n\n");
  EXPECT_EQ(kind_of(article, "Two piers closed after"), "headline");
  EXPECT_GT(article.text.find("The eastern pier in May"), running.end);
  for (std::size_t i = 1; i < article.zones.size(); ++i)
    EXPECT_LT(article.zones[i - 1].span.end, article.zones[i].span.begin);
}

TEST(HtmlStructure, PlainTextIsAllRunningText) {
  const Article article = article_of("Two piers closed\n\n" + kStory);
  EXPECT_EQ(running_text(article), (Span{0, article.text.size()}));
}

}  // namespace
}  // namespace hearsay
