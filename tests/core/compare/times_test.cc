#include "core/compare/times.h"

#include <gtest/gtest.h>

#include <vector>

namespace hearsay {
namespace {

Time time(std::string_view value) {
  Time made;
  (value.starts_with('P') ? made.duration : made.edtf) = value;
  return made;
}

struct Case {
  const char* a;
  const char* b;
  TimeAgreement expected;
};

constexpr Case kCases[] = {{"2018-08-17", "2018-08-17", TimeAgreement::agree},
                           {"2018-08", "2018-08-01/2018-08-31", TimeAgreement::agree},
                           {"2018-08-17", "2018-08", TimeAgreement::bound},
                           {"1953/..", "2018", TimeAgreement::bound},
                           {"2018-08/2018-10", "2018-10/2019", TimeAgreement::bound},
                           {"XXXX-08-17", "2018-08-17", TimeAgreement::bound},
                           {"XXXX-08", "2018-08-17", TimeAgreement::bound},
                           {"2018-08-17", "2018-08-18", TimeAgreement::near},
                           {"2018-08", "2018-09", TimeAgreement::near},
                           {"2018-08-17", "2018-08-20", TimeAgreement::conflict},
                           {"../1953", "2018", TimeAgreement::conflict},
                           {"XXXX-08-17", "2018-08-20", TimeAgreement::conflict},
                           {"XXXX-07", "XXXX-08", TimeAgreement::conflict},
                           {"", "2018-08-20", TimeAgreement::unplaced},
                           {"XXXX-07", "2018", TimeAgreement::unplaced},
                           {"P3D", "2018-08-20", TimeAgreement::scope},
                           {"P3D", "P3D", TimeAgreement::agree},
                           {"P2W", "P14D", TimeAgreement::agree},
                           {"P1M", "P30D", TimeAgreement::near},
                           {"P3D", "P4D", TimeAgreement::conflict},
                           {"PT90M", "PT1.5H", TimeAgreement::agree}};

TEST(CompareTimes, PairsOfNewsInBothOrders) {
  for (const Case& c : kCases) {
    const TimeVerdict verdict = compare_times(time(c.a), time(c.b));
    EXPECT_EQ(name_of(verdict.agreement), name_of(c.expected)) << c.a << " / " << c.b << ": " << verdict.reason;
    EXPECT_EQ(compare_times(time(c.b), time(c.a)).agreement, verdict.agreement) << c.a << " / " << c.b;
  }
}

TEST(CompareTimes, EveryTimeAgreesWithItselfUnlessItHasNoPlace) {
  for (const Case& c : kCases) {
    const TimeAgreement self = compare_times(time(c.a), time(c.a)).agreement;
    EXPECT_EQ(self, *c.a == '\0' ? TimeAgreement::unplaced : TimeAgreement::agree) << c.a;
  }
}

TEST(CompareTimes, VagueTimesAreNeverCompared) {
  Time vague = time("2018-08-17");
  vague.vague = true;
  EXPECT_EQ(compare_times(vague, time("2018-01-01")).agreement, TimeAgreement::unplaced);
}

TEST(DaysOfDuration, RefusesWhatIsNone) {
  EXPECT_DOUBLE_EQ(days_of_duration("P1W"), 7);
  EXPECT_DOUBLE_EQ(days_of_duration("P1DT12H"), 1.5);
  for (const char* text : {"", "P", "3D", "P3", "PD", "P3H", "PT3D", "P-3D", "P3DX"}) {
    EXPECT_LT(days_of_duration(text), 0) << text;
  }
}

}  // namespace
}  // namespace hearsay
