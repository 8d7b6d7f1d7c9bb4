#include "core/ingest/feed.h"

#include <gtest/gtest.h>

#include "core/ingest/xml.h"
#include "core/value/hash.h"
#include "tests/core/ingest/reading.h"

namespace hearsay {
namespace {

Result<std::vector<Article>> read_bytes_of(const std::string& bytes) {
  return read({bytes, "feed.xml", "", "", "2026-01-01T00:00:00Z", sha256_hex(bytes)}, Lexicon::shipped(), {});
}

std::string rss(const std::string& items, const std::string& before = "") {
  return "<?xml version='1.0'?>" + before +
         "<rss version='2.0' xmlns:content='c' xmlns:dc='d'><channel><title>The Quay &amp;amp; Post</title>" + items +
         "</channel></rss>";
}

const std::string kItem =
    "<item><title>Two piers &amp;amp; a quay</title><link>https://quay.example/2024/piers.html</link>"
    "<dc:creator>Jane Roe</dc:creator><pubDate>Fri, 03 May 2024 08:00:00 GMT</pubDate><description>Short.</description>"
    "<content:encoded><![CDATA[<p>The harbour office closed two of its <b>five &ldquo;old&rdquo; piers</b> on Monday "
    "after divers found deep cracks.</p>]]></content:encoded></item>";

TEST(Feed, RssEntryWithFullContent) {
  const std::string bytes = rss(kItem);
  const Result<std::vector<Article>> articles = read_bytes_of(bytes);
  ASSERT_TRUE(articles.ok()) << articles.error().text();
  ASSERT_EQ(articles->size(), 1U);
  const Article& article = articles->front();
  EXPECT_EQ(article.id, "piers");
  EXPECT_EQ(article.url, "https://quay.example/2024/piers.html");
  EXPECT_EQ(article.title->value, "Two piers & a quay");
  EXPECT_EQ(article.byline.at(0).value, "Jane Roe");
  EXPECT_EQ(article.published.edtf, "2024-05-03");
  EXPECT_EQ(article.outlet->value, "The Quay & Post");
  EXPECT_NE(article.text.find("five “old” piers on Monday"), std::string::npos) << article.text;
}

TEST(Feed, EveryByteLeadsBackThroughBothKindsOfReferences) {
  for (const std::string content : {"<![CDATA[<p>The harbour &eacute;tude was <b>closed</b> on Monday after divers "
                                    "found cracks in its piers.</p>]]>",
                                    "&lt;p&gt;The harbour &amp;eacute;tude was &lt;b&gt;closed&lt;/b&gt; on Monday "
                                    "after divers found cracks in its piers.&lt;/p&gt;"}) {
    const std::string bytes = rss("<item><description>" + content + "</description></item>");
    const Result<std::vector<Article>> articles = read_bytes_of(bytes);
    ASSERT_TRUE(articles.ok()) << articles.error().text();
    const Article& article = articles->front();
    for (const std::string word : {"harbour", "tude", "closed", "piers"}) {
      const std::size_t at = article.text.find(word);
      ASSERT_NE(at, std::string::npos) << word << " in " << article.text;
      EXPECT_EQ(bytes.substr(article.offsets.source_of(at), word.size()), word) << content;
    }
    EXPECT_EQ(bytes[article.offsets.source_of(article.text.find("é"))], '&');
  }
}

TEST(Feed, AtomWithMarkupInside) {
  const std::string bytes =
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>The Quay</title><entry><title>Two piers</title>"
      "<link rel='self' href='https://quay.example/self'/><link href='https://quay.example/piers'/>"
      "<author><name>Jane Roe</name></author><published>2024-05-03T08:00:00Z</published><updated>2024-05-05</updated>"
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>The harbour office closed <b>two</b> of its "
      "piers on Monday.</p></div></content></entry></feed>";
  const Result<std::vector<Article>> articles = read_bytes_of(bytes);
  ASSERT_TRUE(articles.ok()) << articles.error().text();
  const Article& article = articles->front();
  EXPECT_EQ(article.url, "https://quay.example/piers");
  EXPECT_EQ(article.byline.at(0).value, "Jane Roe");
  EXPECT_EQ(article.published.edtf, "2024-05-03");
  const std::size_t at = article.text.find("two of its piers");
  ASSERT_NE(at, std::string::npos) << article.text;
  EXPECT_EQ(bytes.substr(article.offsets.source_of(at), 3), "two");
}

TEST(Feed, EntriesWithoutWordsAreNamedAndTheOthersRead) {
  const Result<std::vector<Article>> articles = read_bytes_of(rss("<item><title>x</title></item>" + kItem));
  ASSERT_TRUE(articles.ok()) << articles.error().text();
  ASSERT_EQ(articles->size(), 1U);
  EXPECT_EQ(articles->front().warnings, std::vector<std::string>{"entry 1 holds no words"});
}

TEST(Feed, DeclaredEncoding) {
  const std::string bytes =
      "<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><item><description>The caf\xE9 "
      "closed.</description></item></channel></rss>";
  const Result<std::vector<Article>> articles = read_bytes_of(bytes);
  ASSERT_TRUE(articles.ok()) << articles.error().text();
  EXPECT_NE(articles->front().text.find("café"), std::string::npos) << articles->front().text;
}

TEST(Feed, NoEntryAndNoXml) {
  EXPECT_EQ(read_bytes_of(rss("")).error().message, "the feed has no entry with words");
  const Result<std::vector<Article>> broken = read_bytes_of("<rss><channel>\n<item></rss>");
  ASSERT_FALSE(broken.ok());
  EXPECT_EQ(broken.error().where, "feed.xml");
  EXPECT_NE(broken.error().message.find("line 2"), std::string::npos) << broken.error().message;
}

TEST(HostileXml, EntitiesOfItsOwnAreRefused) {
  std::string laughs = "<!DOCTYPE rss [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    const std::string last = "&a" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY a" + std::to_string(i) + " \"" + last + last + last + last + "\">";
  }
  const std::string external = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">";
  for (const std::string& type : {laughs, external}) {
    const Result<std::vector<Article>> read =
        read_bytes_of(rss("<item><description>&a29;&x;</description></item>", type + "]>"));
    ASSERT_FALSE(read.ok());
    EXPECT_NE(read.error().message.find("declares an entity of its own"), std::string::npos) << read.error().message;
  }
}

TEST(HostileXml, ExternalDocumentTypeIsNotLoadedAndItsEntitiesAreThoseOfHtml) {
  const Result<std::vector<Article>> read =
      read_bytes_of(rss("<item><description>The caf&eacute; closed.</description></item>",
                        "<!DOCTYPE rss SYSTEM \"http://quay.example/rss.dtd\">"));
  ASSERT_TRUE(read.ok()) << read.error().text();
  EXPECT_NE(read->front().text.find("café"), std::string::npos);
}

TEST(HostileXml, DepthHasALimit) {
  std::string deep = "<rss>";
  for (std::size_t i = 1; i < kMaxXmlDepth; ++i) deep += "<a>";
  std::string closed = deep;
  for (std::size_t i = 1; i < kMaxXmlDepth; ++i) closed += "</a>";
  EXPECT_TRUE(xml_elements(closed + "</rss>").ok());
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  const Result<std::vector<XmlElement>> read = xml_elements(deep);
  ASSERT_FALSE(read.ok());
  EXPECT_NE(read.error().message.find("elements nest deeper than 512"), std::string::npos);
}

}  // namespace
}  // namespace hearsay
