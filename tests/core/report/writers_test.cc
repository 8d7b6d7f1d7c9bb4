// The writers alone, on a report made by hand.

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "core/report/report.h"

namespace hearsay {
namespace {

Report sample(const std::string& words,
              const std::string& message = "Two tolls: 14 (fire service) against 41 (union)") {
  ReportPlace place;
  place.article = "first-day";
  place.title = "Store burns";
  place.published = "2026-03-04";
  place.sha256 = std::string(64, 'a');
  place.span = {10, 20};
  place.before = "They said ";
  place.words = words;
  place.after = " at noon.";
  place.claim = "0123456789abcdef";
  place.speaker = "Ingrid Sahlén";
  place.mention = "Sahlén";
  place.type = "indirect";
  place.modality = "asserted";
  place.said = "2026-03-03";
  place.chain = {"Ingrid Sahlén", "Norlink", "outlet not named"};
  ReportFlag flag;
  flag.flag.id = "00ff00ff00ff00ff";
  flag.flag.rule_title = "Different figures for one thing";
  flag.flag.rule_why = "Both cannot be printed.";
  flag.flag.kind = "number";
  flag.flag.severity = Severity::high;
  flag.flag.message = message;
  flag.places = {place};
  Report report;
  report.about = "everything";
  report.header = {"2026-03-07T00:00:00Z", "hearsay test", "r", "s"};
  report.flags = {flag};
  ReportArticle article;
  article.entry.id = "first-day";
  article.entry.title = words;
  article.entry.sha256 = place.sha256;
  report.articles = {article};
  report.names = {{words, "person", words, {{words, "first-day", 2}}}};
  return report;
}

const std::vector<std::string> kHostile = {"<script>alert(1)</script>",
                                           "\"><img src=x onerror=alert(1)>",
                                           "' onmouseover='alert(1)",
                                           "{{about}} {{{about}}} {{&about}}",
                                           "</style><b>",
                                           "javascript:alert(1)",
                                           "&lt;b&gt;",
                                           "<!-- --><svg/onload=alert(1)>"};

TEST(HtmlReport, NothingOfAnArticleBecomesMarkup) {
  const std::string plain = html(sample("fourteen people"));
  const auto tags = [](const std::string& text) { return std::count(text.begin(), text.end(), '<'); };
  for (const std::string& words : kHostile) {
    const std::string page = html(sample(words, words));
    EXPECT_EQ(tags(page), tags(plain)) << words;
    EXPECT_EQ(page.find("onerror=alert(1)>"), std::string::npos) << words;
  }
}

TEST(HtmlReport, FetchesNothing) {
  const std::string page = html(sample("fourteen people"));
  for (const char* fetching : {"<script", "<link", "<img", "src=", "url(", "http://", "https://", "@import"}) {
    EXPECT_EQ(page.find(fetching), std::string::npos) << fetching;
  }
}

TEST(HtmlReport, BothSidesStandInTheirSentence) {
  const std::string page = html(sample("fourteen people"));
  EXPECT_NE(page.find("They said <mark>fourteen people</mark> at noon."), std::string::npos);
  EXPECT_NE(page.find("Ingrid Sahlén → Norlink → outlet not named"), std::string::npos);
  EXPECT_NE(page.find("No decision yet."), std::string::npos);
}

TEST(HtmlReport, DecisionsStandWithTheirReason) {
  Report report = sample("x");
  report.flags[0].decisions = {
      {"id", "flag", "00ff", "dismissed", "two counts", "Ada", "2026-03-08T00:00:00Z", "", ""}};
  const std::string page = html(report);
  EXPECT_NE(page.find("<strong>dismissed</strong> by Ada, 2026-03-08T00:00:00Z: two counts"), std::string::npos);
  EXPECT_EQ(page.find("No decision yet."), std::string::npos);
}

TEST(MarkdownReport, ArticleTextCannotBecomeMarkdown) {
  const std::string text = markdown(sample("# [x](http://y) **b** <b> | `c`\nnew"));
  EXPECT_NE(text.find("\\# \\[x\\](http://y) \\*\\*b\\*\\* \\<b\\> \\| \\`c\\` new"), std::string::npos);
  EXPECT_EQ(text.find("<b>"), std::string::npos);
}

TEST(JsonReport, ParsesAndSaysUnknownAsNull) {
  for (const std::string& words : kHostile) {
    const std::string text = json(sample(words));
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(text.c_str());
    ASSERT_FALSE(document.HasParseError()) << words;
    const auto& place = document["flags"][0]["evidence"][0];
    EXPECT_EQ(std::string(place["text"].GetString()), words);
    EXPECT_TRUE(place["outlet"].IsNull());
    EXPECT_EQ(place["span"][0].GetInt(), 10);
  }
}

TEST(Reports, SameReportSameBytes) {
  const Report report = sample("fourteen people");
  EXPECT_EQ(html(report), html(report));
  EXPECT_EQ(markdown(report), markdown(report));
  EXPECT_EQ(json(report), json(report));
}

TEST(Reports, NoFlagIsSaid) {
  Report report = sample("x");
  report.flags.clear();
  EXPECT_NE(html(report).find("No flag."), std::string::npos);
  EXPECT_EQ(markdown(report).find("What disagrees"), std::string::npos);
}

}  // namespace
}  // namespace hearsay
