#include "core/ingest/calendar.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

std::string found_in(const std::string& text) {
  static const Calendar calendar(Lexicon::shipped());
  std::string all;
  for (const WrittenDate& date : calendar.dates(text, {0, text.size()})) {
    all += (all.empty() ? "" : " ") + date.edtf();
    if (date.weekday) all += "/" + std::to_string(*date.weekday);
    all += "=" + std::string(date.span.of(text));
  }
  return all;
}

struct Case {
  std::string text;
  std::string expected;
};

TEST(Calendar, DatesAsPagesWriteThem) {
  const std::vector<Case> cases = {
      {"on November 4, 2024 in", "2024-11-04=November 4, 2024"},
      {"Nov. 4, 2024", "2024-11-04=Nov. 4, 2024"},
      {"NOV 4 2024", "2024-11-04=NOV 4 2024"},
      {"4 November 2024", "2024-11-04=4 November 2024"},
      {"4th of November, 2024", "2024-11-04=4th of November, 2024"},
      {"the 4th November", "XXXX-11-04=4th November"},
      {"November 4th, 2024", "2024-11-04=November 4th, 2024"},
      {"Aug. 18", "XXXX-08-18=Aug. 18"},
      {"Friday, July 31, following", "XXXX-07-31/4=Friday, July 31"},
      {"Mon 5 May 2025", "2025-05-05/0=Mon 5 May 2025"},
      {"November 2024", "2024-11=November 2024"},
      {"2024-11-04T10:00", "2024-11-04=2024-11-04"},
      {"2024/11/04", "2024-11-04=2024/11/04"},
      {"04.11.2024", "2024-11-04=04.11.2024"},
      {"25/12/2024", "2024-12-25=25/12/2024"},
      {"12/25/2024", "2024-12-25=12/25/2024"},
      {"05/05/2024", "2024-05-05=05/05/2024"},
      {"04/05/2024", "2024=04/05/2024"},
      {"04-05-2024", "2024=04-05-2024"},
      {"04.05.2024", "2024-05-04=04.05.2024"},
      {"Saturday 04/05/2024", "2024-05-04/5=Saturday 04/05/2024"},
      {"Friday, 04/05/2024", "2024-04-05/4=Friday, 04/05/2024"},
      {"Monday 04/05/2024", "2024/0=Monday 04/05/2024"},
      {"18-Aug-2015", "2015-08-18=18-Aug-2015"},
      {"4. März 2021", "2021-03-04=4. März 2021"},
      {"4 de noviembre de 2024", "2024-11-04=4 de noviembre de 2024"},
      {"le 1er août 2023", "2023-08-01=1er août 2023"},
      {"July\xC2\xA0"
       "31,\xC2\xA0"
       "2020",
       "2020-07-31=July\xC2\xA0"
       "31,\xC2\xA0"
       "2020"},
      {"29 February 2024", "2024-02-29=29 February 2024"},
      {"Feb. 29", "XXXX-02-29=Feb. 29"},
      {"July 3 and August 4, 2021", "XXXX-07-03=July 3 2021-08-04=August 4, 2021"},
  };
  for (const Case& c : cases) EXPECT_EQ(found_in(c.text), c.expected) << c.text;
}

TEST(Calendar, WhatIsNoDate) {
  for (const std::string text :
       {"", "31 June 2024", "29 February 2023", "February 30", "may 200 people", "In June", "this coming July",
        "version 1.2.3", "2024-13-01", "192.168.2024", "March on", "12 people", "1953", "99999-11-04", "July 45",
        "10,000 march", "the 4 of us", "20241104"}) {
    EXPECT_EQ(found_in(text), "") << text;
  }
}

}  // namespace
}  // namespace hearsay
