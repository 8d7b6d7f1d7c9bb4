#include "core/extract/times.h"

#include <gtest/gtest.h>

#include "core/extract/calendar.h"
#include "tests/core/extract/span_cases.h"

namespace hearsay {
namespace {

const TimeFinder& finder() {
  static const TimeFinder kFinder(Lexicon::shipped());
  return kFinder;
}

std::string shown(std::string_view text, const std::string& published) {
  std::string line;
  for (const Time& time : finder().find(split_text(text), published)) {
    const std::string value = time.edtf.empty() ? time.duration : time.edtf;
    line += (line.empty() ? "" : " | ") + std::string(time.span.of(text)) + "=" + (value.empty() ? "?" : value);
  }
  return line;
}

TEST(Times, EveryFormOfTheFixture) {
  const auto cases = span_cases(HEARSAY_ROOT "/fixtures/times/forms.tsv", 4);
  ASSERT_GT(cases.size(), 300U);
  for (const SpanCase& c : cases) EXPECT_EQ(shown(c.cells[1], c.cells[0]), c.expected) << c.id << ": " << c.cells[1];
}

TEST(Times, GrammarOfTheFixture) {
  const auto cases = span_cases(HEARSAY_ROOT "/fixtures/times/grammar.tsv", 4);
  ASSERT_GT(cases.size(), 400U);
  for (const SpanCase& c : cases) EXPECT_EQ(shown(c.cells[1], c.cells[0]), c.expected) << c.id << ": " << c.cells[1];
}

TEST(Times, CasesOfTheFixture) {
  const auto cases = span_cases(HEARSAY_ROOT "/fixtures/times/cases.tsv", 4);
  ASSERT_GT(cases.size(), 110U);
  for (const SpanCase& c : cases) EXPECT_EQ(shown(c.cells[1], c.cells[0]), c.expected) << c.id << ": " << c.cells[1];
}

// Every value is calendar-valid, whatever the day of publication, and every span spells words of the text.
TEST(Times, EveryValueIsARealDate) {
  std::vector<std::string> texts = odd_texts();
  for (const char* file : {"cases", "forms", "grammar"}) {
    const std::string path = std::string(HEARSAY_ROOT "/fixtures/times/") + file + ".tsv";
    for (const SpanCase& c : span_cases(path, 4)) texts.push_back(c.cells[1]);
  }
  for (const std::string& text : texts) {
    const Words words = split_text(text);
    for (const char* published :
         {"2016-02-29", "2018-12-31", "2019-01-01", "2018-08", "2018", "XXXX-08-18", "XXXX-02-29", "XXXX-12",
          "2020-07-31/2020-08", "0001-01-01", "9999-12-31", "", "soon"}) {
      std::size_t end = 0;
      for (const Time& time : finder().find(words, published)) {
        ASSERT_LE(end, time.span.begin) << text.substr(0, 80);
        ASSERT_LT(time.span.begin, time.span.end);
        end = time.span.end;
        if (!time.edtf.empty()) {
          ASSERT_TRUE(days_of(time.edtf)) << published << ' ' << text << ' ' << time.edtf;
        }
        ASSERT_FALSE(!time.edtf.empty() && !time.duration.empty());
        ASSERT_TRUE(!time.edtf.empty() || !time.duration.empty() || time.needs_anchor) << text;
      }
    }
  }
}

TEST(Times, WeekdayThatDoesNotFitIsSaid) {
  const auto found =
      finder().find(split_text("He left on Friday, July 30, 2020. She left on Friday, July 31, 2020."), "");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].weekday_misfit);
  EXPECT_FALSE(found[1].weekday_misfit);
}

TEST(Times, WithoutPublicationTheyNeedAnAnchor) {
  const auto found =
      finder().find(split_text("He left on July 24 and came back yesterday; in 2014 he left again."), "");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_TRUE(found[0].needs_anchor);
  EXPECT_TRUE(found[1].needs_anchor);
  EXPECT_FALSE(found[2].needs_anchor);
}

TEST(Calendar, ShortestFormOfAStretch) {
  EXPECT_EQ(edtf_of(year_days(2015)), "2015");
  EXPECT_EQ(edtf_of(month_days(2015, 2)), "2015-02");
  EXPECT_EQ(edtf_of(decade_days(1994)), "199X");
  EXPECT_EQ(edtf_of(quarter_days(2017, 3)), "2017-07/2017-09");
  EXPECT_EQ(edtf_of(week_of(day_of({2018, 8, 22}))), "2018-08-20/2018-08-26");
  EXPECT_EQ(edtf_of(season_days(2014, 24)), "2014-12/2015-02");
  EXPECT_EQ(edtf_from(month_days(2015, 2)), "2015-02/..");
  EXPECT_EQ(edtf_until(year_days(2015)), "../2015");
}

TEST(Calendar, EastersAsPrintedInAlmanacs) {
  for (const auto& [year, month, day] :
       {std::tuple{1818, 3, 22}, {1943, 4, 25}, {2000, 4, 23}, {2008, 3, 23}, {2019, 4, 21}}) {
    EXPECT_EQ(easter_sunday(year), day_of({year, month, day})) << year;
  }
}

TEST(Calendar, MonthsAwayKeepTheDayWhereThereIsOne) {
  EXPECT_EQ(shift_months(day_of({2018, 3, 31}), -1), day_of({2018, 2, 28}));
  EXPECT_EQ(shift_months(day_of({2018, 1, 15}), 12), day_of({2019, 1, 15}));
  EXPECT_EQ(shift_months(day_of({2018, 1, 15}), -13), day_of({2016, 12, 15}));
}

}  // namespace
}  // namespace hearsay
