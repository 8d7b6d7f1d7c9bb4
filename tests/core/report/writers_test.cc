// The writers alone, on a report made by hand.

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

#include "core/report/base64.h"
#include "core/report/flag_origins.h"
#include "core/report/spreadsheet.h"
#include "tests/core/report/sample.h"

namespace hearsay {
namespace {

const std::vector<std::string>& hostile() {
  static const std::vector<std::string> kTexts = {"=HYPERLINK(\"http://x\",\"y\")",
                                                  "+1",
                                                  "-1",
                                                  "@SUM(A1)",
                                                  "\t=1",
                                                  "\r=1",
                                                  " =1",
                                                  "＝1",
                                                  "'=1",
                                                  "a;=1+1",
                                                  "a,\"b\"\nc",
                                                  "<script>alert(1)</script>",
                                                  "\"><img src=x onerror=alert(1)>",
                                                  "</title><b>",
                                                  "\x01\x02\x7F",
                                                  "日本語 “é”"};
  return kTexts;
}

std::string file_text(const std::string& path) {
  std::ifstream file(std::string(HEARSAY_ROOT) + "/" + path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(text.c_str());
  EXPECT_FALSE(document.HasParseError()) << text.substr(0, 400);
  return document;
}

TEST(MarkdownReport, ArticleTextCannotBecomeMarkdown) {
  const std::string text = markdown(sample_report("x # [x](http://y) **b** <b> | `c`\nnew"));
  EXPECT_NE(text.find("\\# \\[x\\](http://y) \\*\\*b\\*\\* \\<b\\> \\| \\`c\\` new"), std::string::npos);
  const std::string unescaped = std::regex_replace(text, std::regex("\\\\."), "");
  const std::string outside_code = std::regex_replace(unescaped, std::regex("`[^`]*`"), "");
  EXPECT_EQ(outside_code.find("<b>"), std::string::npos);
  EXPECT_EQ(text.find("\n# ["), std::string::npos);
}

TEST(PlainReport, NothingSteersTheTerminalAndNoLineIsTooLong) {
  const std::string text = plain(sample_report("a\x1b[31mred\x07\u202Eb and many more words than a line can hold"), 60);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find("\u202E"), std::string::npos);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::size_t longest_word = 0;
    std::istringstream words(line);
    for (std::string word; words >> word;) longest_word = std::max(longest_word, word.size());
    EXPECT_LE(line.size(), std::max<std::size_t>(75, longest_word + 12)) << line;  // bytes
  }
}

TEST(JsonReport, KeepsTheRulesOfItsPublishedSchema) {
  rapidjson::Document schema_text = parsed(file_text("docs/report.schema.json"));
  ASSERT_TRUE(schema_text.IsObject());
  const rapidjson::SchemaDocument schema(schema_text);
  for (const std::string& words : hostile()) {
    const rapidjson::Document document = parsed(json(sample_report(words)));
    rapidjson::SchemaValidator validator(schema);
    rapidjson::StringBuffer where;
    const bool accepted = document.Accept(validator);
    validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
    EXPECT_TRUE(accepted) << words << ": " << where.GetString() << " " << validator.GetInvalidSchemaKeyword();
  }
}

TEST(JsonReport, ItsSchemaRefusesWhatIsNoReport) {
  rapidjson::Document schema_text = parsed(file_text("docs/report.schema.json"));
  const rapidjson::SchemaDocument schema(schema_text);
  rapidjson::Document document = parsed(json(sample_report("fourteen")));
  document["flags"][0].RemoveMember("message");
  rapidjson::SchemaValidator validator(schema);
  EXPECT_FALSE(document.Accept(validator));
  rapidjson::SchemaValidator other(schema);
  EXPECT_FALSE(parsed("{\"format\":\"hearsay report 1\"}").Accept(other));
}

TEST(JsonReport, SaysUnknownAsNullAndHoldsTheBytes) {
  Report report = sample_report("fourteen");
  report.articles[0].entry.outlet.clear();
  const rapidjson::Document document = parsed(json(report));
  EXPECT_TRUE(document["articles"][0]["outlet"].IsNull());
  EXPECT_EQ(document["flags"][0]["evidence"][0]["span"][0].GetInt(), 10);
  EXPECT_EQ(bytes_of_base64(document["sources"][0]["base64"].GetString()), report.sources[0].bytes);
}

TEST(Base64, AllBytesThereAndBack) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    EXPECT_EQ(bytes_of_base64(base64(bytes)), bytes);
    bytes += static_cast<char>(i);
  }
  EXPECT_EQ(base64("any carnal pleas"), "YW55IGNhcm5hbCBwbGVhcw==");
  for (const char* bad : {"a", "ab=c", "====", "ab!=", "YW55IGNhcm5hbCBwbGVhcx==", "YQ=", "YQ==YQ=="})
    EXPECT_FALSE(bytes_of_base64(bad)) << bad;
}

TEST(Csv, NoCellIsAFormulaAndEveryTextComesBack) {
  for (const std::string& text : hostile()) {
    std::string cell = spreadsheet_cell(text);
    if (cell.starts_with('"')) {
      ASSERT_TRUE(cell.ends_with('"'));
      std::string inner;
      for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
        inner += cell[i];
        if (cell[i] == '"') ++i;
      }
      cell = inner;
    }
    EXPECT_EQ(text_of_spreadsheet_cell(cell), text);
    const std::size_t seen = cell.find_first_not_of(' ');
    EXPECT_EQ(std::string_view("=+-@\t\r\n").find(cell[seen]), std::string_view::npos) << cell;
  }
  EXPECT_EQ(spreadsheet_cell("plain"), "plain");
}

TEST(Csv, EveryTableHasOneLineARow) {
  const Report report = sample_report("fourteen");
  for (const ReportTable table : {ReportTable::flags, ReportTable::claims, ReportTable::names}) {
    const std::string text = csv(report, table);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3) << text;
  }
}

TEST(Provenance, BothNotationsTellTheSameRelations) {
  const std::string turtle = prov_turtle(sample_report("fourteen"));
  const rapidjson::Document document = parsed(prov_json(sample_report("fourteen")));
  EXPECT_NE(turtle.find("prov:hadPrimarySource <urn:hearsay:report:fourteen:0123456789abcdef:1>"), std::string::npos);
  EXPECT_NE(turtle.find("prov:qualifiedPrimarySource"), std::string::npos);
  std::size_t relations = 0;
  for (const char* kind : {"wasGeneratedBy", "used", "wasDerivedFrom", "wasAttributedTo", "wasAssociatedWith"})
    relations += document[kind].MemberCount();
  std::size_t qualified = 0;
  for (std::size_t at = turtle.find("prov:qualified"); at != std::string::npos;
       at = turtle.find("prov:qualified", at + 1))
    ++qualified;
  EXPECT_EQ(relations, qualified);
  EXPECT_GT(relations, 10U);
}

// A report whose claim of article "other" Ada rated.
Report rated_report() {
  Report report = sample_report("fourteen");
  Decision rated;
  rated.id = "aaaabbbbccccdddd";
  rated.about = "claim";
  rated.subject = "other#0123456789abcdef";
  rated.verdict = "rated";
  rated.value = "2/5 Mostly false";
  rated.note = "the register has 17";
  rated.by = "Ada";
  rated.at = "2026-03-08T10:30:00Z";
  report.decisions = {{rated, 1, DecisionState::standing, "", "fourteen"}};
  return report;
}

std::vector<rapidjson::Document> reviews_of(const Report& report) {
  std::vector<rapidjson::Document> reviews;
  const rapidjson::Document document = parsed(schema_org(report));
  for (const auto& node : document["@graph"].GetArray()) {
    if (std::string_view(node["@type"].GetString()) != "ClaimReview") continue;
    reviews.emplace_back().CopyFrom(node, reviews.back().GetAllocator());
  }
  return reviews;
}

TEST(ClaimReview, SaysWhoRatedWhatAndHow) {
  const std::vector<rapidjson::Document> reviews = reviews_of(rated_report());
  ASSERT_EQ(reviews.size(), 1U);
  const rapidjson::Document& review = reviews[0];
  EXPECT_STREQ(review["claimReviewed"].GetString(), "fourteen");
  EXPECT_STREQ(review["author"]["name"].GetString(), "Ada");
  EXPECT_STREQ(review["datePublished"].GetString(), "2026-03-08");
  EXPECT_STREQ(review["itemReviewed"]["@id"].GetString(), "urn:hearsay:claim:other:0123456789abcdef");
  EXPECT_STREQ(review["itemReviewed"]["appearance"]["@id"].GetString(), "urn:hearsay:article:other");
  EXPECT_STREQ(review["itemReviewed"]["author"]["name"].GetString(), "fourteen B");
  const rapidjson::Value& rating = review["reviewRating"];
  EXPECT_EQ(rating["ratingValue"].GetInt(), 2);
  EXPECT_EQ(rating["worstRating"].GetInt(), 1);
  EXPECT_EQ(rating["bestRating"].GetInt(), 5);
  EXPECT_STREQ(rating["alternateName"].GetString(), "Mostly false");
  EXPECT_STREQ(rating["ratingExplanation"].GetString(), "the register has 17");
}

TEST(ClaimReview, ARatingInWordsHasNoNumbers) {
  Report report = rated_report();
  report.decisions[0].decision.value = "Unproven";
  const std::vector<rapidjson::Document> reviews = reviews_of(report);
  ASSERT_EQ(reviews.size(), 1U);
  EXPECT_FALSE(reviews[0]["reviewRating"].HasMember("ratingValue"));
  EXPECT_STREQ(reviews[0]["reviewRating"]["alternateName"].GetString(), "Unproven");
}

TEST(ClaimReview, OnlyARatingThatCountsIsPublished) {
  for (const DecisionState state : {DecisionState::stale, DecisionState::replaced, DecisionState::undone}) {
    Report report = rated_report();
    report.decisions[0].state = state;
    EXPECT_TRUE(reviews_of(report).empty()) << name_of(state);
  }
  Report report = rated_report();
  report.decisions[0].decision.verdict = "speaker";
  EXPECT_TRUE(reviews_of(report).empty());
  report = rated_report();
  report.decisions[0].decision.subject = "elsewhere#0123456789abcdef";
  EXPECT_TRUE(reviews_of(report).empty());
}

TEST(Reports, ADecisionIsToldWithHowFarItReachesAndWhetherItCounts) {
  Report report = sample_report("fourteen");
  DecisionEntry& entry = report.flags[0].decisions[0];
  entry.decision.verdict = "dismissed";
  entry.decision.value.clear();
  entry.decision.scope = DecisionScope::sources;
  entry.decision.reach = {"a", "b"};
  entry.state = DecisionState::stale;
  entry.because = "“17” is new";
  report.flags[0].flag.decision = entry.decision.id;
  const std::string text = plain(report, 400);
  EXPECT_NE(text.find("dismissed by fourteen"), std::string::npos) << text;
  EXPECT_NE(text.find("within 2 sources that it rested on"), std::string::npos) << text;
  EXPECT_NE(text.find("[stale: “17” is new]"), std::string::npos) << text;
  EXPECT_NE(markdown(report).find("stale: “17” is new"), std::string::npos);
  EXPECT_NE(csv(report, ReportTable::flags).find(",sources,stale"), std::string::npos);
  const rapidjson::Document document = parsed(json(report));
  EXPECT_STREQ(document["flags"][0]["decision"].GetString(), entry.decision.id.c_str());
  EXPECT_STREQ(document["decisions"][0]["scope"].GetString(), "block");
  EXPECT_STREQ(document["decisions"][0]["because"].GetString(), "fourteen");
}

TEST(FlagOrigins, TextsOfOneOriginCountOnceAlsoWhereTheReportDoesNotHoldIt) {
  Report report = sample_report("a");
  for (ReportArticle& page : report.articles) page.claims[0].claim.via.clear();
  add_origins(report, {});
  EXPECT_EQ(report.flags[0].articles, 2U);
  EXPECT_EQ(report.flags[0].origins, (std::vector<std::string>{"a", "other"}));
  add_origins(report, {{"a", "wire", 0.9}, {"between", "wire", 0.8}, {"other", "between", 0.5}});
  EXPECT_EQ(report.flags[0].origins, std::vector<std::string>{"wire"});
  EXPECT_NE(plain(report, 300).find("Rests on 2 articles, 1 independent origin: wire."), std::string::npos);
  EXPECT_NE(plain(report, 300).find("They rest on 2 articles with 1 independent origin."), std::string::npos);
}

TEST(FlagOrigins, WhomBothCiteIsTheirOneOrigin) {
  Report report = sample_report("a");
  for (ReportArticle& page : report.articles) page.claims[0].claim.via = {"Coast Wire"};
  report.articles[1].claims[0].claim.via = {"the Coast Wire"};
  add_origins(report, {});
  EXPECT_EQ(report.flags[0].origins, std::vector<std::string>{"Coast Wire"});
  report.flags[0].places[1].claim.reset();  // no claim, so nobody is cited there
  add_origins(report, {});
  EXPECT_EQ(report.flags[0].origins, (std::vector<std::string>{"Coast Wire", "other"}));
}

TEST(FollowTheMoney, StatementsAreThoseOfTheEntities) {
  std::size_t values = 0;
  std::istringstream entities(follow_the_money(sample_report("fourteen")));
  for (std::string line; std::getline(entities, line);) {
    const rapidjson::Document entity = parsed(line);
    ++values;  // its id
    for (const auto& property : entity["properties"].GetObject()) values += property.value.Size();
  }
  std::istringstream statements(follow_the_money_statements(sample_report("fourteen")));
  for (std::string line; std::getline(statements, line); --values) EXPECT_EQ(parsed(line)["id"].GetStringLength(), 40U);
  EXPECT_EQ(values, 0U);
}

TEST(Reports, EveryWriterTakesEveryText) {
  for (const std::string& words : hostile()) {
    const Report report = sample_report(words);
    for (const std::string& text : {json(report), prov_json(report), schema_org(report), annotations(report)})
      EXPECT_FALSE(parsed(text).HasParseError()) << words;
    EXPECT_EQ(prov_turtle(report), prov_turtle(report));
    EXPECT_EQ(html(report), html(report));
    EXPECT_EQ(markdown(report), markdown(report));
  }
}

TEST(Reports, NoFlagIsSaid) {
  Report report = sample_report("fourteen");
  report.flags.clear();
  EXPECT_NE(html(report).find("Nothing was found that disagrees."), std::string::npos);
  EXPECT_EQ(markdown(report).find("What disagrees"), std::string::npos);
}

}  // namespace
}  // namespace hearsay
