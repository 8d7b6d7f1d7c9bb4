// What a person does with decisions at the desk: names and their pairs, files for a colleague, the queue of a review.

#include <gtest/gtest.h>

#include "core/report/spreadsheet.h"
#include "desk/check.h"
#include "desk/csv.h"
#include "desk/exchange.h"
#include "desk/ingest.h"
#include "desk/names.h"
#include "desk/review.h"
#include "tests/desk/desk_store.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

TEST(CsvTest, WhatASpreadsheetSavesIsRead) {
  const CsvTable table = csv_rows("a;b\r\n\"x;\"\"y\"\"\nz\";'=1\r\n;'tis\r\n");
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows[1].cells, (std::vector<std::string>{"x;\"y\"\nz", "=1"}));
  EXPECT_EQ(table.rows[2].cells, (std::vector<std::string>{"", "'tis"})) << "an apostrophe of the text stays";
  EXPECT_EQ(table.rows[2].line, 4U);
  EXPECT_EQ(csv_rows("a\tb\n1,5\t2").rows[1].cells, (std::vector<std::string>{"1,5", "2"}));
  EXPECT_EQ(csv_rows("a,b\n\"open,\n").unclosed, 2U);
  EXPECT_TRUE(csv_rows("").rows.empty());
  for (const char* const cell : {"=SUM(A1)", "a,b", "say \"no\"", "two\nlines", "-5", "plain", ""}) {
    const CsvTable back = csv_rows("h,i\n" + spreadsheet_line({cell, cell}));
    ASSERT_EQ(back.unclosed, 0U);
    EXPECT_EQ(back.rows[1].cells, (std::vector<std::string>{cell, cell}));
  }
}

class Desk : public testing::Test {
 protected:
  void SetUp() override {
    ingest(*store_, "dawn",
           "Trawler aground\n\nMERROW, June 2, 2026 (Coastwire) — Nine sailors were rescued when a trawler ran aground "
           "off "
           "Merrow Point on Monday, harbour master Ilse Varga said.\n");
    ingest(
        *store_, "noon",
        "Trawler aground\n\nJune 2, 2026\n\nFour sailors were rescued when a trawler ran aground off Merrow Point, the "
        "coast guard said on Tuesday. Harbour master Ilse Vargha said the lamp had been dark.\n");
    flags_ = store_->flags().value();
    ASSERT_GE(flags_.size(), 2U);
  }

  static void ingest(Store& store, const std::string& name, const std::string& text) {
    ingest_at_desk(store, name, text, kNow);
  }
  static void check(Store& store) { check_at_desk(store, kNow); }
  Decision decided(const std::string& flag, const std::string& verdict, const std::string& by = "Ada",
                   const std::string& at = "2026-06-03T10:00:00Z") {
    Result<Decision> made = store_->decide({"", "flag", flag, verdict, "why, so", by, at, "", ""});
    if (!made) throw std::runtime_error(made.error().text());
    return *std::move(made);
  }
  ImportReport import(const std::string& bytes, const std::string& by = "Ben") {
    const ExchangeFile file = read_exchange(bytes, "theirs.csv");
    for (const Error& error : file.errors) ADD_FAILURE() << error.text();
    return import_decisions(*store_, file.records, by, kNow);
  }
  Review review(const FlagFilter& filter = {.undecided = true}, const std::string& by = "Ada") {
    Result<Review> review = Review::begin(*store_, Lexicon::shipped(), filter, by);
    if (!review) throw std::runtime_error(review.error().text());
    return *std::move(review);
  }

  static constexpr const char* kNow = "2026-06-05T12:00:00Z";
  TempFolder folder_;
  std::unique_ptr<Store> store_ = *Store::open(folder_.path("desk.db"), OpenMode::create);
  std::vector<Flag> flags_;
};

TEST_F(Desk, PairsOfNamesAreShownUntilTheyAreDecidedOrImplied) {
  const NameComparer names(Lexicon::shipped());
  const std::vector<NamePair> pairs = name_pairs(*store_, names).value();
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].name_a + " / " + pairs[0].name_b, "Ilse Varga / Ilse Vargha");
  const Decision unsure = decide_names(*store_, "Ilse Varga", "ilse vargha", "unsure", "", "Ada", kNow).value();
  EXPECT_TRUE(name_pairs(*store_, names).value().empty());
  ASSERT_TRUE(store_->undo(unsure.id, {"", "", "", "", "", "Ada", kNow, "", ""}).ok());
  EXPECT_EQ(name_pairs(*store_, names).value().size(), 1U);
  ingest(*store_, "dusk", "Lamp dark\n\nJune 3, 2026\n\nHarbour master Ilse Vargah said the lamp was mended.\n");
  const std::size_t three = name_pairs(*store_, names).value().size();
  EXPECT_GE(three, 2U);
  ASSERT_TRUE(decide_names(*store_, "Ilse Varga", "Ilse Vargha", "same", "", "Ada", kNow).ok());
  EXPECT_EQ(name_pairs(*store_, names).value().size(), 1U) << "the two are one side now";
  ASSERT_TRUE(decide_names(*store_, "Ilse Varga", "Ilse Vargah", "different", "", "Ada", kNow).ok());
  EXPECT_TRUE(name_pairs(*store_, names).value().empty()) << "Vargha is Varga, so that she is not Vargah";
  EXPECT_EQ(find_name(*store_, "nobody at all").error().code, ErrorCode::not_found);
  EXPECT_EQ(find_name(*store_, "").error().code, ErrorCode::not_found);
}

TEST_F(Desk, AReviewGoesOnBehindTheLastDecisionAndComesRound) {
  Review first = review();
  const std::size_t count = first.size();
  ASSERT_GE(count, 2U);
  ASSERT_TRUE(first.sheet().ok());
  ASSERT_TRUE(first.skip().ok());
  const std::string second = first.sheet().value().flag.id;
  ASSERT_TRUE(first.decide("confirmed", "", DecisionScope::evidence, kNow).ok());
  Review again = review();
  EXPECT_EQ(again.size(), count - 1);
  EXPECT_NE(again.sheet().value().flag.id, second);
  if (count > 2) {
    EXPECT_NE(again.sheet().value().flag.id, flags_[0].id) << "what was skipped comes last";
  }
  Review other = review({.undecided = true}, "Ben");
  EXPECT_EQ(other.sheet().value().flag.id, flags_[0].id) << "somebody else begins at the beginning";
  EXPECT_EQ(again.undo(kNow).value().subject, second);
  EXPECT_EQ(again.sheet().value().flag.id, second);
  EXPECT_EQ(again.sheet().value().flag.status, FlagStatus::open);
  EXPECT_EQ(again.undo(kNow).error().code, ErrorCode::not_found);
}

TEST_F(Desk, AReviewShowsBothSidesInTheirSentences) {
  Review names = review({.rule = "name-variant", .undecided = true});
  const ReviewSheet sheet = names.sheet().value();
  ASSERT_EQ(sheet.places.size(), 2U);
  EXPECT_EQ(sheet.articles, 2U);
  const ToldPlace& place = sheet.places[1].place;
  EXPECT_EQ(place.before + place.words + place.after, "Harbour master Ilse Vargha said the lamp had been dark.");
  ASSERT_EQ(sheet.places[1].marks.size(), 1U);
  EXPECT_EQ(sheet.places[1].marks[0].of(place.words), "gh");
  EXPECT_EQ(review({.person = "VARGHA", .undecided = true}).size(), 1U);
  EXPECT_EQ(review({.person = "nobody", .undecided = true}).size(), 0U);
}

TEST_F(Desk, WhatSomebodyElseDecidedMeanwhileIsShownFirst) {
  Review mine = review();
  const std::string id = mine.sheet().value().flag.id;
  decided(id, "dismissed", "Ben");
  EXPECT_EQ(mine.decide("confirmed", "", DecisionScope::evidence, kNow).error().code, ErrorCode::conflict);
  EXPECT_EQ(mine.sheet().value().decisions.size(), 1U);
  EXPECT_TRUE(mine.decide("confirmed", "", DecisionScope::evidence, kNow).ok()) << "seen, and decided all the same";
}

TEST_F(Desk, ASheetFilledInBySomebodyComesBack) {
  decided(flags_[0].id, "confirmed");
  std::string csv = exchange_csv(exchange_records(*store_, true).value());
  EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBFsubject,"));
  const std::string row = "\"" + flags_[1].message + "\",";
  std::size_t at = csv.find("flag:" + flags_[1].id);
  ASSERT_NE(at, std::string::npos);
  at = csv.find(",,,,,,,", at);  // verdict, value, note, by, at, scope, decision, evidence
  ASSERT_NE(at, std::string::npos);
  csv.replace(at, 5, ",dismissed,,\"one ship, two counts\",Ben,");
  const ImportReport report = import(csv);
  EXPECT_EQ(report.added, 1U);
  EXPECT_EQ(report.known, 1U);
  EXPECT_TRUE(report.conflicts.empty());
  const Flag flag = store_->flag(flags_[1].id).value();
  EXPECT_EQ(flag.status, FlagStatus::dismissed);
  EXPECT_EQ(store_->decision_entry(flag.decision).value().decision.note, "one ship, two counts");
  EXPECT_EQ(import(csv).added, 0U) << "importing twice adds nothing";
}

TEST_F(Desk, TwoPeopleWhoDifferAreShownAndNothingIsOverwritten) {
  const Decision ours = decided(flags_[0].id, "confirmed");
  const std::string line = "subject,verdict,by,at\nflag:" + flags_[0].id + ",dismissed,Ben,2026-06-04T08:00:00Z\n";
  const ImportReport report = import(line);
  EXPECT_EQ(report.added, 0U);
  ASSERT_EQ(report.conflicts.size(), 1U);
  EXPECT_EQ(report.conflicts[0].ours, ours);
  EXPECT_EQ(report.conflicts[0].theirs.decision.by, "Ben");
  EXPECT_TRUE(report.conflicts[0].theirs.place.ends_with(":2")) << report.conflicts[0].theirs.place;
  EXPECT_EQ(store_->flag(flags_[0].id).value().status, FlagStatus::confirmed);
  // the same person, later: a change of mind; earlier: history
  EXPECT_EQ(import("subject,verdict,by,at\nflag:" + flags_[0].id + ",dismissed,Ada,2026-06-01T08:00:00Z\n").added, 0U);
  EXPECT_EQ(import("subject,verdict,by,at\nflag:" + flags_[0].id + ",dismissed,Ada,2026-06-04 08:00\n").added, 1U);
  EXPECT_EQ(store_->flag(flags_[0].id).value().status, FlagStatus::dismissed);
}

TEST_F(Desk, ADecisionMadeOnOtherEvidenceArrivesStale) {
  decided(flags_[0].id, "confirmed");
  std::string lines = exchange_jsonl(exchange_records(*store_, false).value());
  const std::unique_ptr<Store> other = *Store::open(folder_.path("other.db"), OpenMode::create);
  ingest(
      *other, "dawn",
      "Trawler aground\n\nMERROW, June 2, 2026 (Coastwire) — Nine sailors were rescued when a trawler ran aground off "
      "Merrow Point on Monday, harbour master Ilse Varga said.\n");
  const ExchangeFile file = read_exchange(lines, "x.jsonl");
  const ImportReport missing = import_decisions(*other, file.records, "Ben", kNow);
  ASSERT_EQ(missing.errors.size(), 1U) << "one article is not there, and so the flag is not";
  EXPECT_EQ(missing.errors[0].where, "x.jsonl:1");
  ingest(
      *other, "midday",
      "Trawler aground\n\nJune 2, 2026\n\nFour sailors were rescued when a trawler ran aground off Merrow Point, the "
      "coast guard said on Tuesday. Harbour master Ilse Vargha said the lamp had been dark.\n");
  EXPECT_EQ(import_decisions(*other, file.records, "Ben", kNow).added, 1U);
  const Flag flag = other->flag(flags_[0].id).value();
  EXPECT_EQ(flag.status, FlagStatus::stale);
  EXPECT_NE(flag.stale_because.find("(noon) is gone"), std::string::npos) << flag.stale_because;
}

TEST(Exchange, LinesAtFaultAreNamedAndTheOthersRead) {
  struct Case {
    const char* bytes;
    const char* message;
    std::size_t records;
  };
  const Case cases[] = {
      {"", "", 0},
      {"{\"subject\":\"ab\",\"about\":\"flag\",\"verdict\":\"confirmed\"}\n[1]\n", "x:2: no JSON object", 1},
      {"{\"subject\":\"ab\",\"scope\":\"town\"}\n", "'town' is no scope", 0},
      {"{\"about\":\"flag\"}\n", "no subject", 0},
      {"verdict,note\nconfirmed,x\n", "no column 'subject'", 0},
      {"subject,verdict\n123,confirmed\nflag:ab,dismissed\n\n,,\n", "x:2: no subject", 1},
      {"subject,verdict\nflag:ab,\"dismissed\n", "x:2: a quotation mark that nothing closes", 0},
      {"subject,verdict\nflag:ab,na\xefve\n", "x:2: not UTF-8", 0},
      {"subject\tnote\tverdict\nflag:ab\tone, two\tdismissed\n", "", 1},
  };
  for (const Case& c : cases) {
    const ExchangeFile file = read_exchange(c.bytes, "x");
    EXPECT_EQ(file.records.size(), c.records) << c.bytes;
    if (*c.message == '\0') {
      EXPECT_TRUE(file.errors.empty()) << c.bytes;
      continue;
    }
    ASSERT_EQ(file.errors.size(), 1U) << c.bytes;
    EXPECT_NE(file.errors[0].text().find(c.message), std::string::npos) << file.errors[0].text();
  }
}

}  // namespace
}  // namespace hearsay
