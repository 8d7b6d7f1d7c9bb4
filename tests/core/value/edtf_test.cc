#include "core/value/edtf.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

std::string shown(std::string_view edtf) {
  const auto days = days_of(edtf);
  if (!days) return "none";
  if (!days->year_known) return "no year";
  const std::string first = days->first ? to_text(date_of(*days->first)) : "..";
  const std::string last = days->last ? to_text(date_of(*days->last)) : "..";
  return first + " to " + last;
}

struct Case {
  const char* edtf;
  const char* days;
};

TEST(DaysOf, ReadsTheFormsOfTheProfile) {
  for (const Case& c : {Case{"2015-08-18", "2015-08-18 to 2015-08-18"},
                        {"2015-08", "2015-08-01 to 2015-08-31"},
                        {"2016-02", "2016-02-01 to 2016-02-29"},
                        {"2015", "2015-01-01 to 2015-12-31"},
                        {"2025?", "2025-01-01 to 2025-12-31"},
                        {"2025-03~", "2025-03-01 to 2025-03-31"},
                        {"2025-03-04%", "2025-03-04 to 2025-03-04"},
                        {"199X", "1990-01-01 to 1999-12-31"},
                        {"19XX", "1900-01-01 to 1999-12-31"},
                        {"2004-XX", "2004-01-01 to 2004-12-31"},
                        {"2004-06-XX", "2004-06-01 to 2004-06-30"},
                        {"2021-21", "2021-03-01 to 2021-05-31"},
                        {"2019-24", "2019-12-01 to 2020-02-29"},
                        {"1953/..", "1953-01-01 to .."},
                        {"../2019", ".. to 2019-12-31"},
                        {"2020-07-31/2020-08", "2020-07-31 to 2020-08-31"},
                        {"2020-07/2020-07-31", "2020-07-01 to 2020-07-31"},
                        {"2004-01-01T10:10:10+05:30", "2004-01-01 to 2004-01-01"},
                        {"XXXX-08-18", "no year"},
                        {"XXXX-02-29", "no year"},
                        {"XXXX-06/XXXX-07", "no year"}}) {
    EXPECT_EQ(shown(c.edtf), c.days) << c.edtf;
  }
}

TEST(DaysOf, RefusesWhatIsNoRealDateOrNotOfTheProfile) {
  for (const char* edtf : {"",
                           "2015-02-29",
                           "2015-13",
                           "2015-00",
                           "2015-08-32",
                           "2015-8-18",
                           "XXXX-02-30",
                           "XXXX-13",
                           "2015-25",
                           "P3D",
                           "soon",
                           "2015-XX-18",
                           "X015",
                           "20X5",
                           "201X-05",
                           "/",
                           "../..",
                           "2015/2014",
                           "2015//2016",
                           "2015-08-18T25:00:00",
                           "2015-08-18 ",
                           "20150818",
                           "2015-08-18??",
                           "15-08-18"}) {
    EXPECT_EQ(shown(edtf), "none") << edtf;
  }
}

TEST(Calendar, EveryDayOfFourCenturiesGoesThereAndBack) {
  const Day first = day_of({1800, 1, 1});
  const Day last = day_of({2200, 12, 31});
  int weekday = weekday_of(first);
  for (Day day = first; day <= last; ++day) {
    const Date date = date_of(day);
    ASSERT_TRUE(valid(date));
    ASSERT_EQ(day_of(date), day);
    ASSERT_EQ(weekday_of(day), weekday);
    weekday = (weekday + 1) % 7;
  }
}

TEST(Calendar, KnownDays) {
  EXPECT_EQ(day_of({1970, 1, 1}), 0);
  EXPECT_EQ(weekday_of(0), 3);                      // a Thursday
  EXPECT_EQ(weekday_of(day_of({2000, 2, 29})), 1);  // a Tuesday
  EXPECT_EQ(days_in_month(1900, 2), 28);
  EXPECT_EQ(days_in_month(2000, 2), 29);
}

TEST(DateFromText, TakesExactlyARealDay) {
  EXPECT_EQ(date_from_text("2018-08-20"), (Date{2018, 8, 20}));
  for (const char* text : {"2018-02-29", "2018-8-20", "2018-08-20 ", "18-08-20", "2018/08/20", "2018-00-10", ""}) {
    EXPECT_EQ(date_from_text(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace hearsay
