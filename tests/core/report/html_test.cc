// The HTML report read back with a tokenizer of the HTML standard: what is in it is what the templates have, whatever
// the sources hold.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/ingest/html_tokenizer.h"
#include "core/value/named_text.h"
#include "tests/core/report/sample.h"

namespace hearsay {

std::vector<NamedText> report_templates();  // made by hearsay_embed

namespace {

const std::vector<std::string>& hostile() {
  static const std::vector<std::string> kTexts = {"<script>alert(1)</script>",
                                                  "\"><img src=x onerror=alert(1)>",
                                                  "' onmouseover='alert(1)",
                                                  "\" autofocus onfocus=\"alert(1)",
                                                  "{{about}} {{{about}}} {{&about}} {{#flags}}",
                                                  "</style><b>",
                                                  "</title></textarea></svg><iframe src=//x>",
                                                  "javascript:alert(1)",
                                                  "&lt;b&gt; &#x3c;i&#62;",
                                                  "<!-- --><svg/onload=alert(1)>",
                                                  "-->]]><math><mi xlink:href=data:x>",
                                                  "`${alert(1)}` \\u003cscript\\u003e",
                                                  "+ADw-script+AD4-",
                                                  "\x01<\x02script>\x7F\u2028",
                                                  "x onclick=alert(1) y=",
                                                  "<a href=\"//evil\">x</a>"};
  return kTexts;
}

struct Page {
  std::vector<HtmlToken> tags;
  std::multiset<std::string> ids;
  std::vector<std::string> links;
  std::map<std::string, std::string> marked;  // id of a mark or span -> its text
};

Page read_page(const std::string& html) {
  Page page;
  HtmlTokenizer tokens(html);
  std::vector<std::pair<std::string, std::string>> open;  // element, id
  bool aside = false;                                     // inside a link back from the text
  for (HtmlToken token; tokens.next(token);) {
    if (token.kind == HtmlToken::Kind::start_tag) {
      if (token.name == "style") tokens.set_content(HtmlContent::rawtext);
      if (token.name == "title") tokens.set_content(HtmlContent::rcdata);
      const std::string* id = token.attribute("id");
      if (id != nullptr) page.ids.insert(*id);
      if (const std::string* href = token.attribute("href")) page.links.push_back(*href);
      const std::string* kind = token.attribute("class");
      aside = aside || (token.name == "a" && kind != nullptr && *kind == "ref");
      if (token.name == "mark" || token.name == "span") open.emplace_back(token.name, id != nullptr ? *id : "");
      page.tags.push_back(token);
    } else if (token.kind == HtmlToken::Kind::end_tag) {
      if (token.name == "a") aside = false;
      if (!open.empty() && open.back().first == token.name) open.pop_back();
    } else if (token.kind == HtmlToken::Kind::text && !aside) {
      for (const auto& [name, id] : open) page.marked[id] += token.data;
    }
  }
  return page;
}

TEST(HtmlReport, NothingOfASourceBecomesMarkup) {
  static const std::set<std::string> kTags = {"html",       "head",    "meta",   "title", "style", "body",    "a",
                                              "header",     "p",       "h1",     "h2",    "h3",    "main",    "section",
                                              "nav",        "ol",      "ul",     "li",    "span",  "article", "div",
                                              "blockquote", "mark",    "b",      "br",    "code",  "time",    "figure",
                                              "figcaption", "svg",     "path",   "rect",  "text",  "circle",  "strong",
                                              "details",    "summary", "footer", "dl",    "dt",    "dd"};
  static const std::set<std::string> kAttributes = {"lang",       "charset",  "name", "content",    "http-equiv",
                                                    "class",      "href",     "id",   "datetime",   "aria-labelledby",
                                                    "aria-label", "tabindex", "role", "width",      "height",
                                                    "viewbox",    "d",        "x",    "y",          "rx",
                                                    "cx",         "cy",       "r",    "text-anchor"};
  for (const std::string& words : hostile()) {
    const Page page = read_page(html(sample_report(words)));
    std::size_t styles = 0;
    for (const HtmlToken& tag : page.tags) {
      EXPECT_TRUE(kTags.contains(tag.name)) << tag.name << " from " << words;
      styles += tag.name == "style" ? 1 : 0;
      for (const HtmlAttribute& attribute : tag.attributes)
        EXPECT_TRUE(kAttributes.contains(attribute.name)) << attribute.name << " from " << words;
    }
    EXPECT_EQ(styles, 1U) << words;
    for (const std::string& link : page.links) EXPECT_TRUE(link.starts_with('#')) << link;
  }
}

TEST(HtmlReport, HostileWordsAreReadBackAsTheyAre) {
  for (const std::string& words : hostile()) {
    const Page page = read_page(html(sample_report(words)));
    const CodePoints points(words);
    const std::string id = "a1-10-" + std::to_string(10 + points.size());
    ASSERT_TRUE(page.marked.contains(id)) << words;
    EXPECT_EQ(page.marked.at(id), words);
  }
}

TEST(HtmlReport, EveryLinkLeadsSomewhereAndEveryIdIsOne) {
  for (const std::string& words : {std::string("fourteen people"), std::string("x y z"), hostile()[0]}) {
    const Page page = read_page(html(sample_report(words)));
    for (const std::string& link : page.links) EXPECT_EQ(page.ids.count(link.substr(1)), 1U) << link;
    for (const std::string& id : page.ids) EXPECT_EQ(page.ids.count(id), 1U) << id;
  }
}

TEST(HtmlReport, FetchesNothing) {
  const std::string page = html(sample_report("fourteen people"));
  for (const char* fetching : {"<script", "<link", "<img", "<iframe", "src=", "url(", "http://", "https://", "@import"})
    EXPECT_EQ(page.find(fetching), std::string::npos) << fetching;
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
}

TEST(HtmlReport, NoTemplateTakesAValueRaw) {
  ASSERT_EQ(report_templates().size(), 5U);
  for (const NamedText& file : report_templates()) {
    EXPECT_EQ(file.text.find("{{{"), std::string::npos) << file.name;
    EXPECT_EQ(file.text.find("{{&"), std::string::npos) << file.name;
  }
}

TEST(HtmlReport, SidesStandWithTheirDifferenceMarked) {
  Report report = sample_report("fourteen people");
  report.flags[0].places[0].differing = {{0, 8}};
  const std::string page = html(report);
  EXPECT_NE(page.find("<mark><b>fourteen</b> people</mark>"), std::string::npos);
  EXPECT_NE(page.find("<svg"), std::string::npos);
}

TEST(HtmlReport, MarksThatCrossAreNestedAndTheTextStaysWhole) {
  Report report = sample_report("one two three four");
  const std::string text = report.articles[0].article.text;
  ReportPlace crossing = report.flags[0].places[0];
  for (const Span span : {Span{10, 17}, Span{14, 23}, Span{14, 17}, Span{0, text.size()}, Span{24, text.size()}}) {
    crossing.span = span;
    crossing.words = span.of(text);
    crossing.before.clear();
    crossing.after.clear();
    crossing.differing.clear();
    report.flags[0].places.push_back(crossing);
  }
  const Page page = read_page(html(report));
  EXPECT_EQ(page.marked.at("a1-10-17"), "one two");
  EXPECT_EQ(page.marked.at("a1-14-17"), "two");
  EXPECT_EQ(page.marked.at("a1-0-" + std::to_string(text.size())), text);
  for (const std::string& link : page.links) EXPECT_EQ(page.ids.count(link.substr(1)), 1U) << link;
}

TEST(HtmlReport, DecisionsStandWithTheirReason) {
  Report report = sample_report("x");
  Decision decision;
  decision.verdict = "dismissed";
  decision.note = "two counts";
  decision.by = "Ada";
  decision.at = "2026-03-08T10:30:00Z";
  report.flags[0].decisions = {{decision, 1, DecisionState::standing, "", ""}};
  const std::string page = html(report);
  EXPECT_NE(page.find("<strong>dismissed</strong> by Ada, <time datetime=\"2026-03-08T10:30:00Z\">8 March 2026, 10:30 "
                      "UTC</time>: two counts"),
            std::string::npos);
  EXPECT_EQ(page.find("No decision yet."), std::string::npos);
  EXPECT_EQ(page.find("(stale: “14”"), std::string::npos);
  report.flags[0].decisions[0].state = DecisionState::stale;
  report.flags[0].decisions[0].because = "“14” (fire) is gone";
  EXPECT_NE(html(report).find("(stale: “14” (fire) is gone)"), std::string::npos);
}

TEST(HtmlReport, ALongSummaryIsFoldedBehindItsMostSevere) {
  Report report = sample_report("x");
  const ReportFlag row = report.flags[0];
  report.flags.clear();
  for (int i = 0; i < 30; ++i) {
    report.flags.push_back(row);
    report.flags.back().flag.id = std::to_string(1000000000000000 + i);
  }
  const std::string page = html(report);
  const std::size_t folded = page.find("<details><summary>5 more disputes</summary>");
  ASSERT_NE(folded, std::string::npos);
  EXPECT_LT(page.find("href=\"#f-1000000000000024\""), folded);
  EXPECT_GT(page.find("href=\"#f-1000000000000025\""), folded);
  report.flags.resize(25);
  EXPECT_EQ(html(report).find("more dispute"), std::string::npos);
}

}  // namespace
}  // namespace hearsay
