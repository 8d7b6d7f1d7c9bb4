#include "core/ingest/news_item.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "core/ingest/newsml.h"
#include "core/ingest/ninjs.h"
#include "core/ingest/page_metadata.h"
#include "tests/core/ingest/reading.h"

namespace hearsay {
namespace {

using Strings = std::vector<std::string>;

const std::string kWords =
    "The harbour office closed two of its \\\"five\\\" piers on Monday after divers found deep cracks in the supports.";

std::string ninjs(const std::string& more) {
  return R"({"uri": "https://wire.example/items/piers-7", "versionCreated": "2024-05-04T09:00:00+02:00",)" + more + "}";
}

const std::string kNinjs = ninjs(
    R"("firstCreated": "2024-05-03T08:00:00Z", "language": "en-GB", "pubStatus": "usable",
  "headlines": [{"role": "main", "value": "Two piers closed"}], "by": "Jane Roe and Bo Li", "located": "Quayside",
  "copyrightHolder": "The Quay", "copyrightNotice": "(c) 2024 The Quay", "usageTerms": "Not for archives",
  "infoSources": [{"name": "Kelmouth Post"}, {"name": "Agence France-Presse", "role": "contentprovider"}],
  "bodies": [{"contentType": "text/plain", "value": ")" +
    kWords + R"("}, {"contentType": "application/xhtml+xml", "value": "<p>)" + kWords + R"(<\/p>"}])");

std::string newsml(const std::string& meta, const std::string& content) {
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire.example:20240503:piers-7" version="2"
  standard="NewsML-G2" xml:lang="en">
)" + meta +
         "<contentSet>" + content + "</contentSet></newsItem>\n";
}

const std::string kMeta = R"(<hopHistory>
  <hop seq="2"><party qcode="x:dpa"/><action qcode="hop:sent"/></hop>
  <hop seq="1"><party literal="AFP"><name>Agence France-Presse</name></party></hop></hopHistory>
<rightsInfo><copyrightHolder literal="The Quay"/><copyrightNotice>© 2024 The Quay</copyrightNotice>
  <usageTerms>Not for <b>archives</b></usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:Q"><name>The Quay</name></provider>
  <versionCreated>2024-05-04T09:00:00Z</versionCreated><firstCreated>2024-05-03T08:00:00Z</firstCreated>
  <pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><located qcode="city:1"><name>Quayside</name></located><infoSource literal="Kelmouth Post"/>
  <by>By Jane Roe</by><language tag="en-GB"/><headline>Two piers &amp; a ferry closed</headline></contentMeta>
)";

Result<std::vector<Article>> read_source(const std::string& bytes) {
  return read(source_of(bytes), Lexicon::shipped(), {});
}

Strings names_of(const Article& article) {
  Strings names;
  for (const Stated& name : article.byline) names.push_back(name.value);
  return names;
}

const FieldCandidate* candidate(const Article& article, const std::string& field) {
  const auto found = std::find_if(article.candidates.begin(), article.candidates.end(),
                                  [&](const FieldCandidate& one) { return one.field == field; });
  return found == article.candidates.end() ? nullptr : &*found;
}

// The bytes of the source behind a candidate.
std::string bytes_of(const Article& article, const std::string& field, const std::string& source) {
  const FieldCandidate* found = candidate(article, field);
  return found == nullptr || !found->source ? "" : std::string(found->source->of(source));
}

void expect_traced(const Article& article, const std::string& source, const Strings& words) {
  for (const std::string& word : words) {
    ASSERT_NE(article.text.find(word), std::string::npos) << word;
    EXPECT_EQ(source.substr(article.offsets.source_of(article.text.find(word)), word.size()), word);
  }
}

TEST(NewsItem, ALaterVersionIsNoConflictWithTheFirst) {
  for (const std::string& bytes : {kNinjs, newsml(kMeta, "<inlineData>" + kWords + "</inlineData>")}) {
    const Result<std::vector<Article>> articles = read_source(bytes);
    ASSERT_TRUE(articles.ok()) << articles.error().text();
    EXPECT_EQ(articles->front().published.edtf, "2024-05-03");
    for (const std::string& conflict : conflicts_of(articles->front().candidates)) {
      EXPECT_FALSE(conflict.starts_with("published")) << conflict;
    }
  }
  const std::string earlier = ninjs(R"("firstCreated": "2024-05-05T08:00:00Z", "body_text": ")" + kWords + "\"");
  EXPECT_EQ(conflicts_of(read_source(earlier)->front().candidates),
            Strings{"published: 2024-05-05 (firstCreated) against 2024-05-04 (versionCreated)"});
}

TEST(Ninjs, FieldsOfAnItem) {
  const Result<std::vector<Article>> articles = read_source(kNinjs);
  ASSERT_TRUE(articles.ok()) << articles.error().text();
  ASSERT_EQ(articles->size(), 1U);
  const Article& article = articles->front();
  EXPECT_EQ(article.id, "piers-7");
  EXPECT_EQ(article.url, "https://wire.example/items/piers-7");
  EXPECT_EQ(article.title->value, "Two piers closed");
  EXPECT_EQ(names_of(article), (Strings{"Jane Roe", "Bo Li"}));
  EXPECT_EQ(article.outlet->value, "The Quay");
  EXPECT_EQ(article.published, (Published{"2024-05-03", DateBasis::stated, std::nullopt}));
  EXPECT_EQ(article.language, "en-GB");
  EXPECT_EQ(article.chain, (Strings{"Kelmouth Post", "AFP"}));
  ASSERT_TRUE(article.dateline);
  EXPECT_EQ(article.dateline->place, "Quayside");
  EXPECT_EQ(article.dateline->agency, "AFP");
  EXPECT_EQ(article.media_type, "text/html");
  expect_traced(article, kNinjs, {"harbour", "five", "piers on Monday", "supports."});
  EXPECT_EQ(bytes_of(article, "title", kNinjs), "Two piers closed");
  EXPECT_EQ(bytes_of(article, "copyright", kNinjs), "(c) 2024 The Quay");
  EXPECT_EQ(bytes_of(article, "usage", kNinjs), "Not for archives");
  EXPECT_TRUE(article.warnings.empty());
}

TEST(Ninjs, OlderVersionsSayTheSameInOtherLetters) {
  const std::string one =
      R"({"uri":"tag:wire.example,2024:7","versioncreated":"2024-05-03T08:00:00Z","headline":"Two piers closed",)"
      R"("byline":"By Jane Roe","infosource":[{"name":"UPI"}],"body_text":")" +
      kWords + "\"}";
  const std::string two =
      R"({"uri":"tag:wire.example,2024:7","versioncreated":"2024-05-03T08:00:00Z",)"
      R"("headlines":[{"value":"Two piers closed"}],"by":"Jane Roe","infosources":[{"name":"UPI"}],)"
      R"("bodies":[{"contenttype":"text/plain","value":")" +
      kWords + "\"}]}";
  for (const std::string& source : {one, two}) {
    const Result<std::vector<Article>> articles = read_source(source);
    ASSERT_TRUE(articles.ok()) << articles.error().text();
    const Article& article = articles->front();
    EXPECT_EQ(article.title->value, "Two piers closed");
    EXPECT_EQ(names_of(article), (Strings{"Jane Roe"}));
    EXPECT_EQ(article.outlet->value, "UPI");  // nobody else is named: the agency's own
    EXPECT_TRUE(article.chain.empty());
    EXPECT_EQ(article.url, "");
    expect_traced(article, source, {"harbour", "supports."});
  }
}

TEST(Ninjs, SeveralItemsAndWhatIsWrongWithSome) {
  const std::string good = ninjs("\"bodies\":[{\"value\":\"" + kWords + "\"}]");
  const std::string empty = ninjs("\"pubStatus\":\"usable\"");
  for (const std::string& source : {good + "\n" + empty + "\n" + good, "[" + good + "," + empty + "," + good + "]",
                                    "\xEF\xBB\xBF" + good + "\n" + empty + "\n" + good}) {
    const Result<std::vector<Article>> articles = read_source(source);
    ASSERT_TRUE(articles.ok()) << articles.error().text();
    ASSERT_EQ(articles->size(), 2U);
    EXPECT_EQ(articles->at(1).part, 1U);
    EXPECT_EQ(articles->at(0).warnings, (Strings{"item 2: no body with words"}));
    for (const Article& article : *articles) expect_traced(article, source, {"supports."});
  }
}

TEST(Ninjs, BadBytesAreNamedWithTheirPlaceAndTheNextObjectIsRead) {
  const std::string good = ninjs("\"bodies\":[{\"value\":\"" + kWords + "\"}]");
  const Result<std::vector<Article>> some = read_source(good + "\n{\"uri\": nothing}\n" + good);
  ASSERT_TRUE(some.ok());
  EXPECT_EQ(some->size(), 2U);
  ASSERT_EQ(some->front().warnings.size(), 1U);
  EXPECT_NE(some->front().warnings[0].find("no JSON from byte " + std::to_string(good.size() + 1)), std::string::npos);
  const Result<std::vector<Article>> cut = read_source(good.substr(0, good.size() - 5));
  ASSERT_FALSE(cut.ok());
  EXPECT_EQ(cut.error().code, ErrorCode::malformed);
  EXPECT_NE(cut.error().message.find("byte"), std::string::npos);
  EXPECT_FALSE(read_source(ninjs("\"pubStatus\":\"usable\"")).ok());
}

TEST(Ninjs, MegabyteOfBrokenOrEmptyItemsStaysLinear) {
  for (const std::string piece :
       {"{\"uri\":\"x\",\"pubStatus\":\"usable\"\n", "{\"uri\":\"x\",\"pubStatus\":\"usable\"}\n"}) {
    std::string source;
    while (source.size() < 1U << 20U) source += piece;
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(read_source(source).ok());
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(seconds.count(), 5) << piece;
  }
}

TEST(Ninjs, WithdrawnItemsSaySo) {
  const Result<std::vector<Article>> articles =
      read_source(ninjs("\"pubStatus\":\"canceled\",\"bodies\":[{\"value\":\"" + kWords + "\"}]"));
  ASSERT_TRUE(articles.ok());
  EXPECT_EQ(articles->front().warnings, (Strings{"its provider says that it is canceled"}));
}

TEST(Ninjs, OtherJsonIsNone) {
  for (const std::string source : {R"({"uri": "x", "text": "words"})", R"({"title": "x", "bodies": []})",
                                   R"({"text": "the keys \"uri\" and \"bodies\""})"})
    EXPECT_FALSE(looks_like_ninjs(source_of(source))) << source;
}

TEST(Newsml, FieldsOfAnItem) {
  const std::string source =
      newsml(kMeta,
             "<inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>"
             "<p>The harbour office closed two of its <b>five</b> piers &amp; a ferry on Monday after the storm."
             "</p></body></html></inlineXML>");
  const Result<std::vector<Article>> articles = read_source(source);
  ASSERT_TRUE(articles.ok()) << articles.error().text();
  const Article& article = articles->front();
  EXPECT_EQ(article.id, "piers-7");
  EXPECT_EQ(article.title->value, "Two piers & a ferry closed");
  EXPECT_EQ(names_of(article), (Strings{"Jane Roe"}));
  EXPECT_EQ(article.outlet->value, "The Quay");
  EXPECT_EQ(article.published.edtf, "2024-05-03");
  EXPECT_EQ(article.language, "en-GB");
  EXPECT_EQ(article.chain, (Strings{"Kelmouth Post", "AFP", "dpa"}));
  EXPECT_EQ(article.dateline->place, "Quayside");
  EXPECT_EQ(article.dateline->agency, "dpa");
  EXPECT_EQ(bytes_of(article, "copyright", source), "© 2024 The Quay");
  EXPECT_EQ(candidate(article, "usage")->value, "Not for archives");
  EXPECT_NE(article.text.find("piers & a ferry"), std::string::npos);
  expect_traced(article, source, {"harbour", "five", "ferry on Monday", "storm."});
}

TEST(Newsml, BodiesAsCharactersAndAsNitf) {
  const std::string words = "The harbour office closed two of its five piers on Monday after the storm.";
  for (const std::string& content :
       {"<inlineData contenttype=\"text/plain\">" + words + "</inlineData>",
        "<inlineData contenttype=\"text/html\">&lt;p&gt;" + words + "&lt;/p&gt;</inlineData>",
        "<inlineData contenttype=\"text/html\"><![CDATA[<p>" + words + "</p>]]></inlineData>",
        "<inlineXML contenttype=\"application/nitf+xml\"><nitf><body><body.head><hedline><hl1>Two piers closed</hl1>"
        "</hedline></body.head><body.content><p>" +
            words + "</p></body.content></body></nitf></inlineXML>"}) {
    const std::string source = newsml(kMeta, content);
    const Result<std::vector<Article>> articles = read_source(source);
    ASSERT_TRUE(articles.ok()) << content;
    EXPECT_EQ(articles->front().text, words) << content;
    expect_traced(articles->front(), source, {"harbour", "five", "storm."});
  }
}

TEST(Newsml, MessageOfSeveralItemsUnderAPrefix) {
  const std::string body =
      "<n:contentSet><n:inlineData contenttype=\"text/plain\">The office closed two "
      "piers.</n:inlineData></n:contentSet>";
  const std::string source =
      "<n:newsMessage xmlns:n=\"http://iptc.org/std/nar/2006-10-01/\"><n:header/><n:itemSet><n:newsItem guid=\"a:1\">" +
      body + "</n:newsItem><n:newsItem guid=\"a:2\"><n:contentSet/></n:newsItem><n:newsItem guid=\"a:3\">" + body +
      "</n:newsItem></n:itemSet></n:newsMessage>";
  const Result<std::vector<Article>> articles = read_source(source);
  ASSERT_TRUE(articles.ok()) << articles.error().text();
  ASSERT_EQ(articles->size(), 2U);
  EXPECT_EQ(articles->at(1).id, "3");
  EXPECT_EQ(articles->at(0).warnings, (Strings{"item 2: no body with words"}));
}

TEST(Newsml, FaultsNameTheirLine) {
  const std::string good = newsml(kMeta, "<inlineData>The office closed two piers.</inlineData>");
  ASSERT_TRUE(read_source(good).ok());
  const Result<std::vector<Article>> cut = read_source(good.substr(0, good.size() - 20));
  ASSERT_FALSE(cut.ok());
  EXPECT_NE(cut.error().message.find("line "), std::string::npos);
  std::string laughs = good;
  laughs.insert(laughs.find("<newsItem"), "<!DOCTYPE newsItem [<!ENTITY a \"ha\">]>\n");
  const Result<std::vector<Article>> refused = read_source(laughs);
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().message.find("declares an entity"), std::string::npos);
  EXPECT_FALSE(read_source(newsml(kMeta, "")).ok());
}

TEST(Newsml, OtherXmlIsNone) {
  EXPECT_FALSE(looks_like_newsml("<rss><channel/></rss>"));
  EXPECT_FALSE(looks_like_newsml("<html><p>newsItem http://iptc.org/std/nar/</p></html>"));
}

}  // namespace
}  // namespace hearsay
