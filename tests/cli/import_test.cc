// What leaves a desk comes into another one whole: export, import, export again gives the same bytes; what was changed
// on the way is found and said.

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/pointer.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/support/run_command.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

constexpr const char* kStories = HEARSAY_ROOT "/fixtures/articles/";

class Import : public testing::Test {
 protected:
  void SetUp() override { setenv("SOURCE_DATE_EPOCH", "1780000000", 1); }
  void TearDown() override { unsetenv("SOURCE_DATE_EPOCH"); }

  [[nodiscard]] Ran at(const std::string& desk, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--store", home_.path(desk + ".db")});
    return run_command(arguments);
  }
  [[nodiscard]] std::string of(const std::string& desk, const std::vector<std::string>& arguments) const {
    const Ran ran = at(desk, arguments);
    EXPECT_NE(ran.code, kTrouble) << ran.err;
    return ran.out;
  }
  [[nodiscard]] std::string report(const std::string& desk, const std::string& format) const {
    return of(desk, {"report", "--format", format});
  }
  // `n`th cell of the first column, from 0.
  [[nodiscard]] std::string id(const std::string& desk, std::vector<std::string> listing, int n = 0) const {
    listing.insert(listing.end(), {"--format", "csv"});
    std::istringstream lines(of(desk, listing));
    std::string line;
    for (int i = -1; i <= n; ++i) std::getline(lines, line);
    return line.substr(0, line.find(','));
  }
  void decide(const std::string& desk, std::vector<std::string> words) const {
    words.insert(words.begin(), "review");
    words.insert(words.end(), {"--by", "Ada"});
    const Ran ran = at(desk, words);
    ASSERT_EQ(ran.code, kNothingToReport) << ran.err;
  }

  // Articles in every way they can come in, decisions of every kind.
  void fill(const std::string& desk) const {
    const std::string page = home_.write("page.html",
                                         "<html lang=en><head><title>Ferry strikes pier</title></head><body><article>"
                                         "<h1>Ferry strikes pier</h1><p>Twelve people were hurt, said harbour master "
                                         "Ilse Varga on Monday.</p></article></body></html>");
    const std::string later = home_.write("later.html",
                                          "<html lang=en><head><title>Ferry strikes pier</title></head><body><article>"
                                          "<h1>Ferry strikes pier</h1><p>Fourteen people were hurt, said harbour "
                                          "master Ilse Vargha on Monday.</p></article></body></html>");
    std::filesystem::create_directory(home_.path("other"));
    const std::string same_stem = home_.write("other/page.html", "<p>Nobody was hurt, said the crew’s union.</p>");
    const std::string lines =
        home_.write("wire.jsonl",
                    "{\"id\":\"one\",\"text\":\"Nine people were hurt, Ilse Varga said.\",\"outlet\":\"Coast Wire\"}\n"
                    "{\"id\":\"two\",\"text\":\"The ferry struck the pier, she said.\"}\n");
    ASSERT_EQ(at(desk, {"ingest", kStories + std::string("harbour-fire"), kStories + std::string("museum-theft")}).code,
              0);
    ASSERT_EQ(at(desk, {"ingest", "--outlet", "The Pier", "--published", "2026-03-09", "--url",
                        "https://pier.example/1", page})
                  .code,
              0);
    ASSERT_EQ(at(desk, {"ingest", "--outlet", "The Pier", "--url", "https://pier.example/1", later}).code, 0);
    ASSERT_EQ(at(desk, {"ingest", same_stem}).code, 0);
    ASSERT_EQ(at(desk, {"ingest", "--outlet", "Coast Wire", lines}).code, 0);
    decide(desk, {"--flag", id(desk, {"flags"}), "--verdict", "dismissed", "--note", "=two \"counts\"\n"});
    decide(desk, {"--flag", id(desk, {"flags"}), "--verdict", "explained"});  // the next open one, or replaces
    decide(desk, {"--flag", id(desk, {"flags"}), "--verdict", "confirmed", "--scope", "block"});
    decide(desk, {"--flag", id(desk, {"flags"}), "--verdict", "confirmed", "--scope", "sources"});
    decide(desk, {"--claim", id(desk, {"claims"}), "--verdict", "rated", "--value", "2/5 Mostly false"});
    decide(desk, {"--claim", id(desk, {"claims"}), "--verdict", "rated", "--value", "3/5 Half true", "--note", "new"});
    decide(desk, {"--claim", id(desk, {"claims"}, 1), "--verdict", "speaker", "--value", "The harbour office"});
    decide(desk, {"--claim", id(desk, {"claims"}, 2), "--verdict", "not-a-claim"});
    ASSERT_EQ(at(desk, {"merge", id(desk, {"names"}, 0), id(desk, {"names"}, 1), "--by", "Ben"}).code, 0);
    ASSERT_EQ(at(desk, {"split", id(desk, {"names"}, 1), id(desk, {"names"}, 2), "--by", "Ben"}).code, 0);
    decide(desk, {"--claim", id(desk, {"claims"}, 3), "--verdict", "not-a-claim", "--note", "taken back next"});
    ASSERT_EQ(at(desk, {"undo", last_decision(desk), "--by", "Ben", "--note", "a slip"}).code, 0);
    ASSERT_EQ(at(desk, {"rules", "set", "attribution", "likeness", "0.85", "--by", "Ada"}).code, 0);
    (void)at(desk, {"check"});
  }
  [[nodiscard]] std::string last_decision(const std::string& desk) const {
    rapidjson::Document report;
    report.Parse(this->report(desk, "json").c_str());
    const auto& decisions = report["decisions"];
    return decisions[decisions.Size() - 1]["id"].GetString();
  }
  // The report of desk "a" with the value at `pointer` set to the JSON `value`.
  [[nodiscard]] std::string changed(const std::string& format, const std::string& pointer,
                                    const std::string& value) const {
    rapidjson::Document document;
    document.Parse(report("a", format).c_str());
    rapidjson::Document made(&document.GetAllocator());
    made.Parse(value.c_str());
    rapidjson::Pointer(pointer.c_str()).Set(document, static_cast<rapidjson::Value&>(made));
    rapidjson::StringBuffer buffer;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
    document.Accept(writer);
    return home_.write("changed.json", buffer.GetString());
  }

  TempFolder home_;
};

TEST_F(Import, AReportIntoAnEmptyStoreGivesTheSameReport) {
  fill("a");
  const std::string first = report("a", "json");
  const Ran taken = at("b", {"import", home_.write("report.json", first)});
  EXPECT_EQ(taken.code, kNothingToReport) << taken.err;
  EXPECT_EQ(taken.err, "");
  const std::string second = report("b", "json");
  EXPECT_TRUE(first == second) << "the reports differ";
  for (const char* const format : {"html", "markdown", "csv", "prov", "claimreview", "annotation", "ftm"})
    EXPECT_TRUE(report("a", format) == report("b", format)) << format;
  EXPECT_EQ(of("a", {"log", "--format", "jsonl"}), of("b", {"log", "--format", "jsonl"}));
  EXPECT_EQ(of("a", {"flags", "--format", "jsonl"}), of("b", {"flags", "--format", "jsonl"}));
  EXPECT_EQ(at("b", {"verify"}).code, kNothingToReport);
}

// A statement that is none takes a dispute with it; what was decided on that dispute, and why it is gone, stays known.
TEST_F(Import, DisputesThatNoRuleFindsAnyMoreComeAlong) {
  ASSERT_EQ(at("a", {"ingest", kStories + std::string("harbour-fire")}).code, 0);
  const std::string flag = id("a", {"flags", "--rule", "number-conflict"});
  decide("a", {"--flag", flag, "--verdict", "confirmed", "--note", "ask the harbour"});
  rapidjson::Document before;
  before.Parse(report("a", "json").c_str());
  EXPECT_EQ(before["retired"].Size(), 0U);
  for (const auto& found : before["flags"].GetArray()) {
    if (found["id"] != flag) continue;
    for (const auto& claim : found["claims"].GetArray())
      decide("a", {"--claim", claim.GetString(), "--verdict", "not-a-claim"});
  }
  (void)at("a", {"check"});
  const std::string text = report("a", "json");
  rapidjson::Document after;
  after.Parse(text.c_str());
  ASSERT_GE(after["retired"].Size(), 1U);
  const auto& retired = after["retired"].GetArray();
  const auto gone = std::find_if(retired.begin(), retired.end(), [&](const auto& row) { return row["id"] == flag; });
  ASSERT_NE(gone, retired.end());
  EXPECT_STREQ((*gone)["status"].GetString(), "retired");
  EXPECT_GE((*gone)["evidence"].Size(), 2U);
  EXPECT_EQ((*gone)["decisions"].Size(), 1U);
  const Ran taken = at("b", {"import", home_.write("report.json", text)});
  EXPECT_EQ(taken.code, kNothingToReport) << taken.err;
  EXPECT_EQ(taken.err, "");
  EXPECT_EQ(report("b", "json"), text);
  EXPECT_EQ(at("b", {"verify"}).code, kNothingToReport);
}

TEST_F(Import, AReportTwiceAddsNothingAndALaterOneOnlyWhatIsNew) {
  fill("a");
  const std::string file = home_.write("report.json", report("a", "json"));
  ASSERT_EQ(at("b", {"import", file}).code, kNothingToReport);
  const std::string before = report("b", "json");
  const Ran again = at("b", {"import", file});
  EXPECT_NE(again.out.find(": 0 new, "), std::string::npos) << again.out;
  EXPECT_NE(again.out.find("\n0 added, "), std::string::npos) << again.out;
  EXPECT_EQ(report("b", "json"), before);
  decide("a", {"--claim", id("a", {"claims"}, 5), "--verdict", "not-a-claim"});
  const Ran later = at("b", {"import", home_.write("later.json", report("a", "json"))});
  EXPECT_NE(later.out.find("\n1 added, "), std::string::npos) << later.out;
  EXPECT_EQ(report("b", "json"), report("a", "json"));
}

TEST_F(Import, WhereThisDeskDecidedItselfDecisionsComeOneByOne) {
  fill("a");
  ASSERT_EQ(at("b", {"ingest", kStories + std::string("harbour-fire")}).code, 0);
  const std::string claim = id("a", {"claims"});
  ASSERT_EQ(at("b", {"review", "--claim", claim, "--verdict", "rated", "--value", "5/5 True", "--by", "Cy"}).code, 0);
  const Ran taken = at("b", {"import", home_.write("report.json", report("a", "json"))});
  EXPECT_EQ(taken.code, kOpenFlags) << taken.err;
  EXPECT_NE(taken.err.find("report.json: /decisions/"), std::string::npos) << taken.err;
  EXPECT_NE(taken.err.find("two people differ on claim " + claim), std::string::npos) << taken.err;
  EXPECT_NE(taken.out.find(" 1 conflicts, 0 faults"), std::string::npos) << taken.out;
  EXPECT_NE(report("b", "claimreview").find("\"True\""), std::string::npos);
  EXPECT_EQ(report("b", "claimreview").find("\"Half true\""), std::string::npos);
  EXPECT_NE(of("b", {"log"}).find("The harbour office"), std::string::npos);
}

TEST_F(Import, WhatTheReportSaysWasFoundIsNotBelieved) {
  ASSERT_EQ(at("a", {"ingest", kStories + std::string("harbour-fire")}).code, 0);
  const std::string true_claims = of("a", {"claims", "--format", "jsonl"});
  Ran taken = at("b", {"import", changed("json", "/articles/0/claims/0/id", "\"ffffffffffffffff\"")});
  EXPECT_EQ(taken.code, kNothingToReport) << taken.err;
  EXPECT_NE(taken.err.find(" statements are found here, and 1 others"), std::string::npos) << taken.err;
  EXPECT_EQ(of("b", {"claims", "--format", "jsonl"}), true_claims);
  taken = at("c", {"import", changed("json", "/articles/1/text", "\"They said nothing.\"")});
  EXPECT_NE(taken.err.find("is read here with another text"), std::string::npos) << taken.err;
  taken = at("d", {"import", changed("json", "/flags/0/id", "\"0123456789abcdef\"")});
  EXPECT_NE(taken.err.find("dispute 0123456789abcdef: the rules here do not find it"), std::string::npos) << taken.err;
}

TEST_F(Import, AChangedOrBrokenReportIsRefusedWithThePlace) {
  ASSERT_EQ(at("a", {"ingest", kStories + std::string("harbour-fire")}).code, 0);
  const std::string text = report("a", "json");
  const auto refused = [&](const std::string& file) {
    const Ran ran = at("b", {"import", file});
    EXPECT_EQ(ran.code, kTrouble) << ran.out;
    EXPECT_FALSE(std::filesystem::exists(home_.path("b.db"))) << ran.err;
    return ran.err;
  };
  std::string said = refused(changed("json", "/sources/1/base64", "\"QUJD\""));
  EXPECT_NE(said.find("/sources/1: its bytes do not have the hash"), std::string::npos) << said;
  said = refused(changed("json", "/sources/0/base64", "\"no base64\""));
  EXPECT_NE(said.find("/sources/0/base64: is no base64"), std::string::npos) << said;
  said = refused(changed("json", "/flags/0/severity", "\"dreadful\""));
  EXPECT_NE(said.find("/flags/0/severity: is not what a report has there (enum)"), std::string::npos) << said;
  said = refused(changed("json", "/format", "\"hearsay report 99\""));
  EXPECT_NE(said.find("is a 'hearsay report 99'"), std::string::npos) << said;
  said = refused(home_.write("cut.json", text.substr(0, text.size() / 2)));
  EXPECT_NE(
      said.find("cut.json:" +
                std::to_string(
                    1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.size() / 2), '\n'))),
      std::string::npos)
      << said;
}

// A store with the articles and without decisions.
class ImportAnnotations : public Import {
 protected:
  void SetUp() override {
    Import::SetUp();
    for (const char* const desk : {"a", "b"})
      ASSERT_EQ(at(desk, {"ingest", kStories + std::string("harbour-fire")}).code, 0);
  }
};

TEST_F(ImportAnnotations, VerdictsGoThereAndBack) {
  decide("a",
         {"--claim", id("a", {"claims"}), "--verdict", "rated", "--value", "2/5 Mostly false", "--note", "17 it is"});
  decide("a", {"--claim", id("a", {"claims"}, 1), "--verdict", "speaker", "--value", "The harbour office"});
  decide("a", {"--claim", id("a", {"claims"}, 2), "--verdict", "not-a-claim"});
  const std::string first = report("a", "annotation");
  const Ran taken = at("b", {"import", home_.write("annotations.json", first)});
  EXPECT_EQ(taken.code, kNothingToReport) << taken.err;
  EXPECT_NE(taken.out.find(" 0 moved, 0 orphans\n3 added, 0 known"), std::string::npos) << taken.out;
  EXPECT_EQ(report("b", "annotation"), first);
  EXPECT_EQ(of("b", {"log", "--format", "jsonl"}), of("a", {"log", "--format", "jsonl"}));
  EXPECT_NE(at("b", {"import", home_.path("annotations.json")}).out.find("\n0 added, 3 known"), std::string::npos);
}

// An annotation on the second article, as another tool writes it: no purpose, a list of targets, milliseconds.
std::string foreign(const std::string& exact, const std::string& motivation, const std::string& text) {
  return R"({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": "https://notes.example/1", "motivation": ")" +
         motivation +
         R"(", "creator": {"name": "Eve"}, "created": "2026-03-08T10:30:00.250Z", "body": {"type": "TextualBody", "value": ")" +
         text +
         R"("}, "target": [{"source": "urn:hearsay:article:norlink-second-day", "selector": {"type": "TextQuoteSelector", "exact": ")" +
         exact + R"("}}]})";
}

TEST_F(ImportAnnotations, ThoseOfOtherToolsAreFoundByTheirWords) {
  rapidjson::Document document;
  document.Parse(report("b", "annotation").c_str());
  std::string words;
  for (const auto& item : document["first"]["items"].GetArray()) {
    const auto& target = item["target"][0];
    const std::string exact = target["selector"][0]["exact"].GetString();
    if (std::string_view(target["source"].GetString()).ends_with("norlink-second-day") && exact.size() > 60 &&
        item["target"].Size() == 1 && exact.find('"') == std::string::npos && exact.find('\n') == std::string::npos)
      words = exact;
  }
  ASSERT_FALSE(words.empty());
  Ran ran = at("b", {"import", home_.write("note.json", foreign(words, "assessing", "1/5 False"))});
  EXPECT_EQ(ran.code, kNothingToReport) << ran.err;
  EXPECT_NE(ran.out.find("1 annotations: 0 at their place, 1 moved, 0 orphans\n1 added"), std::string::npos) << ran.out;
  EXPECT_NE(of("b", {"log"}).find("Eve"), std::string::npos);
  EXPECT_NE(report("b", "json").find("\"2026-03-08T10:30:00Z\""), std::string::npos);

  ran = at("b", {"import", home_.write("note.json", foreign(words, "commenting", "is that so?"))});
  EXPECT_EQ(ran.code, kOpenFlags);
  EXPECT_NE(ran.err.find("annotation 1 (https://notes.example/1): not taken over; no verdict in it: is that so?"),
            std::string::npos)
      << ran.err;
}

TEST_F(ImportAnnotations, NeverAtALookalike) {
  const auto why = [&](const std::string& exact) {
    const Ran ran = at("b", {"import", home_.write("note.json", foreign(exact, "assessing", "1/5 False"))});
    EXPECT_EQ(ran.code, kOpenFlags) << ran.out;
    EXPECT_NE(ran.out.find(" 1 orphans\n0 added"), std::string::npos) << ran.out;
    return ran.err;
  };
  std::string said = why("Toll of Kelmouth harbour fire rises to 19");
  EXPECT_NE(said.find("an orphan; "), std::string::npos) << said;
  EXPECT_NE(said.find("its figures or negations are others now"), std::string::npos) << said;
  said = why("Toll of Kelmouth harbour fire never rises to 17");
  EXPECT_NE(said.find("an orphan; "), std::string::npos) << said;
  said = why("The moon is made of green cheese, they say");
  EXPECT_NE(said.find("an orphan; "), std::string::npos) << said;
}

TEST_F(ImportAnnotations, WhatHasNoPlaceHereIsSaidToBeAnOrphan) {
  Ran ran = at("b", {"import", changed("annotation", "/first/items/0/target/0/source", "\"https://else.example/x\"")});
  EXPECT_EQ(ran.code, kOpenFlags);
  EXPECT_NE(ran.err.find("no article 'https://else.example/x' here"), std::string::npos) << ran.err;
  ran = at("b", {"import", changed("annotation", "/first/items/1/target/0/selector/0/exact", "\"\"")});
  EXPECT_NE(ran.err.find("annotation 2 (urn:hearsay:claim:"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("quotes no words"), std::string::npos) << ran.err;
  ran = at("b", {"import",
                 home_.write("none.json", "{\"type\": \"AnnotationCollection\", \"first\": \"https://x.example\"}")});
  EXPECT_EQ(ran.code, kTrouble);
  EXPECT_NE(ran.err.find("holds no annotation"), std::string::npos) << ran.err;
}

TEST_F(ImportAnnotations, ByAddressTheCurrentVersionIsMeant) {
  const std::string first = home_.write(
      "v1.txt", "Pier closed\n\nTwelve people were hurt when the ferry struck the pier, said Ilse Varga.\n");
  const std::string second = home_.write(
      "v2.txt",
      "Pier closed\n\nAs of Monday, twelve people were hurt when the ferry struck the pier, said Ilse Varga.\n");
  for (const std::string& file : {first, second})
    ASSERT_EQ(at("b", {"ingest", "--url", "https://pier.example/1", file}).code, 0);
  std::string note = foreign("people were hurt when the ferry struck the pier", "assessing", "4/5 Mostly true");
  const std::string urn = "urn:hearsay:article:norlink-second-day";
  note.replace(note.find(urn), urn.size(), "https://pier.example/1");
  const Ran ran = at("b", {"import", home_.write("note.json", note)});
  EXPECT_EQ(ran.code, kNothingToReport) << ran.err;
  EXPECT_NE(of("b", {"log", "--format", "csv"}).find("v2#"), std::string::npos)
      << ran.out << of("b", {"log", "--format", "csv"});
}

}  // namespace
}  // namespace hearsay
