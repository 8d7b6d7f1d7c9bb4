#include "core/ingest/json_lines.h"

#include <gtest/gtest.h>

#include "core/ingest/json_text.h"
#include "core/ingest/offset_maps.h"
#include "tests/core/ingest/reading.h"

namespace hearsay {
namespace {

Result<std::vector<Article>> read_lines(const std::string& lines, const ReadOptions& options = {}) {
  Source source = source_of(lines);
  source.name = "folder/wire.jsonl";
  return read(source, Lexicon::shipped(), options);
}

TEST(JsonText, StringsAndTheirEscapes) {
  const struct {
    std::string json, text;
  } cases[] = {
      {R"("piers")", "piers"},
      {R"("a\n\"b\" \/ \\")", "a\n\"b\" / \\"},
      {R"("caf\u00e9")", "café"},
      {R"("\ud83d\ude00")", "😀"},
      {R"("\ud83d x")", "\xEF\xBF\xBD x"},
      {R"("\ude00")", "\xEF\xBF\xBD"},
      {R"("")", ""},
  };
  for (const auto& one : cases) {
    const std::optional<JsonText> found = json_text(one.json, 0);
    ASSERT_TRUE(found) << one.json;
    EXPECT_EQ(found->text, one.text) << one.json;
    EXPECT_EQ(found->end, one.json.size()) << one.json;
  }
  for (const std::string bad : {"", "piers", "\"piers", R"("\x")", R"("\u12")", R"("\u12G4")", "\"\\"})
    EXPECT_FALSE(json_text(bad, 0)) << bad;
}

TEST(JsonText, WordsBehindEscapesLeadToTheirBytes) {
  const std::string json = R"("caf\u00e9 one\ntwo")";
  const std::optional<JsonText> found = json_text(json, 0);
  ASSERT_TRUE(found);
  for (const std::string word : {"caf", "one", "two"})
    EXPECT_EQ(json.substr(found->offsets.source_of(found->text.find(word)), word.size()), word);
  EXPECT_EQ(json[found->offsets.source_of(3)], '\\');
}

TEST(JsonLines, FieldsOfAnArticle) {
  const std::string lines =
      R"({"id":"w-7","x":{"text":"no"},"title":"Two piers closed","byline":["By Jane Roe","Bo Li"],"outlet":"The Quay",)"
      R"("published":"2024-05-03T08:00:00Z","url":"https://quay.example/7","text":"The office closed \u201ctwo\u201d piers.\n\nNobody knew."})"
      "\n";
  const Result<std::vector<Article>> articles = read_lines(lines);
  ASSERT_TRUE(articles.ok());
  ASSERT_EQ(articles->size(), 1U);
  const Article& article = articles->front();
  EXPECT_EQ(article.id, "w-7");
  EXPECT_EQ(article.title->value, "Two piers closed");
  ASSERT_EQ(article.byline.size(), 2U);
  EXPECT_EQ(article.byline[0].value, "Jane Roe");
  EXPECT_EQ(article.outlet->value, "The Quay");
  EXPECT_EQ(article.published.edtf, "2024-05-03");
  EXPECT_EQ(article.url, "https://quay.example/7");
  EXPECT_EQ(article.text, "The office closed “two” piers.\n\nNobody knew.");
  const std::size_t at = article.text.find("Nobody");
  EXPECT_EQ(lines.substr(article.offsets.source_of(at), 6), "Nobody");
}

TEST(JsonLines, OtherNamesByMapping) {
  ReadOptions options;
  *options.fields.named("text") = "body";
  EXPECT_EQ(options.fields.named("colour"), nullptr);
  const Result<std::vector<Article>> articles = read_lines("{\"body\":\"Two piers were closed.\"}", options);
  ASSERT_TRUE(articles.ok());
  EXPECT_EQ(articles->front().text, "Two piers were closed.");
}

TEST(JsonLines, NamesThatLeadIntoObjects) {
  ReadOptions options;
  *options.fields.named("text") = "content.body.plain";
  *options.fields.named("byline") = "meta.authors";
  *options.fields.named("title") = "dc.title";
  *options.fields.named("outlet") = "meta.source.name";
  const std::string line =
      R"({"meta": {"authors" : ["Jane Roe"], "source": {"id": 4, "name": "The Quay"}}, "dc": {"title": "inner"},)"
      R"( "dc.title": "Two piers closed", "content": {"x": [{"body": "no"}], "body": {"plain": "The office said \"no\"."}}})";
  const Result<std::vector<Article>> articles = read_lines(line, options);
  ASSERT_TRUE(articles.ok());
  const Article& article = articles->front();
  EXPECT_EQ(article.text, "The office said \"no\".");
  EXPECT_EQ(line.substr(article.offsets.source_of(article.text.find("office")), 6), "office");
  ASSERT_EQ(article.byline.size(), 1U);
  EXPECT_EQ(article.byline[0].value, "Jane Roe");
  EXPECT_EQ(article.outlet->value, "The Quay");
  EXPECT_EQ(article.title->value, "Two piers closed");
}

TEST(JsonLines, NamesThatLeadNowhereAreMissing) {
  for (const std::string name : {"a.b.c.d", "a.c", "a.b.", ".a", "a..b", "l.x", ""}) {
    ReadOptions options;
    *options.fields.named("title") = name;
    const Result<std::vector<Article>> articles =
        read_lines(R"({"a":{"b":{"c":7}},"l":[{"x":"no"}],"text":"Two piers were closed by the office."})", options);
    ASSERT_TRUE(articles.ok()) << name;
    EXPECT_FALSE(articles->front().title) << name;
  }
}

TEST(JsonLines, PageInALineLeadsToItsBytes) {
  const std::string lines =
      R"({"html":"<!doctype html><html><body><p>The caf&eacute; \"Pier\" was closed on Monday after the )"
      R"(storm had damaged its roof and windows.<\/p><\/body><\/html>"})";
  const Result<std::vector<Article>> articles = read_lines(lines);
  ASSERT_TRUE(articles.ok());
  const Article& article = articles->front();
  EXPECT_EQ(article.media_type, "text/html");
  for (const std::string word : {"Pier", "storm", "windows"})
    EXPECT_EQ(lines.substr(article.offsets.source_of(article.text.find(word)), word.size()), word);
}

TEST(JsonLines, BadLinesDoNotLoseTheGoodOnes) {
  const Result<std::vector<Article>> articles = read_lines(
      "{\"text\":\"One.\"}\nno json\n\n{\"title\":\"none\"}\n[1]\n{\"text\":7}\n{\"text\":\"Two.\"}\n{\"text\":\"cut");
  ASSERT_TRUE(articles.ok());
  ASSERT_EQ(articles->size(), 2U);
  EXPECT_EQ(articles->at(0).part, 0U);
  EXPECT_EQ(articles->at(1).part, 1U);
  EXPECT_EQ(articles->at(1).text, "Two.");
  ASSERT_EQ(articles->at(0).warnings.size(), 5U);
  EXPECT_EQ(articles->at(0).warnings[0], "line 2: no JSON object");
  EXPECT_EQ(articles->at(0).warnings[4], "line 8: no JSON object");
}

TEST(JsonLines, NothingToReadIsAnErrorThatSaysWhatToDo) {
  for (const std::string lines : {"{}", "[]\n[]", "{\"body\":\"x\"}", "{\"text\":\"\"}"}) {
    const Result<std::vector<Article>> articles = read_lines(lines);
    ASSERT_FALSE(articles.ok()) << lines;
    EXPECT_EQ(articles.error().code, ErrorCode::malformed);
    EXPECT_EQ(articles.error().where, "folder/wire.jsonl");
    EXPECT_NE(articles.error().hint.find("--field"), std::string::npos);
  }
}

TEST(JsonLines, DepthCostsNoStack) {
  const std::string deep(1U << 20U, '[');
  const Result<std::vector<Article>> articles =
      read_lines("{\"x\":" + deep + "\n{\"x\":" + deep + std::string(1U << 20U, ']') + ",\"text\":\"One.\"}");
  ASSERT_TRUE(articles.ok());
  EXPECT_EQ(articles->size(), 1U);
}

TEST(OffsetMaps, ComposedGoTheWholeWay) {
  const OffsetMap outer{{{0, 10}, {4, 20}}};
  const OffsetMap inner{{{0, 0}, {12, 100}, {22, 200}}};
  const OffsetMap both = composed(outer, inner);
  for (std::size_t at = 0; at < 10; ++at) EXPECT_EQ(both.source_of(at), inner.source_of(outer.source_of(at))) << at;
  EXPECT_EQ(composed(outer, {}), outer);
  EXPECT_EQ(composed({}, inner), inner);
}

}  // namespace
}  // namespace hearsay
