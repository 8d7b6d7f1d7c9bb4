#include "core/ingest/dateline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

std::optional<FoundDateline> found_in(const std::string& text) {
  static const Calendar calendar(Lexicon::shipped());
  static const Datelines datelines(Lexicon::shipped(), calendar);
  return datelines.read(text, {0, text.size()});
}

TEST(Dateline, PlaceDateAndAgencyAsWritten) {
  struct Case {
    std::string text;
    std::string parts;  // place|date|agency
  };
  const std::vector<Case> cases = {
      {"SEOUL, Aug. 18 (UPI) — North Korea has", "SEOUL|Aug. 18|UPI"},
      {"SEOUL, Aug. 18, 2015 (UPI) -- North Korea has", "SEOUL|Aug. 18, 2015|UPI"},
      {"London (Reuters) - The bank", "London||Reuters"},
      {"RIO DE JANEIRO, Brazil (AP) — Police", "RIO DE JANEIRO, Brazil||AP"},
      {"WASHINGTON — The House", "WASHINGTON||"},
      {"MOSCOW/KYIV, 4 November (TASS) – “We will", "MOSCOW/KYIV|4 November|TASS"},
      {"Geneva, 12 May 2023 – The council", "Geneva|12 May 2023|"},
      {"NEW DELHI: The court", "NEW DELHI||"},
      {"(CNN) — Two people", "||CNN"},
      {"AUSTIN, Texas, June 3, 2024 /PRNewswire/ -- Acme today", "AUSTIN, Texas|June 3, 2024|PRNewswire"},
      {"St. Louis (AP) — Police", "St. Louis||AP"},
      {"Port-au-Prince (Agence France-Presse) - Gangs", "Port-au-Prince||Agence France-Presse"},
  };
  for (const Case& c : cases) {
    const std::optional<FoundDateline> found = found_in(c.text);
    ASSERT_TRUE(found) << c.text;
    const Dateline& line = found->dateline;
    EXPECT_EQ(line.place + "|" + line.date + "|" + line.agency, c.parts) << c.text;
  }
}

TEST(Dateline, SpanRunsThroughTheDash) {
  const std::string text = "SEOUL, Aug. 18 (UPI) — North Korea has";
  EXPECT_EQ(found_in(text)->dateline.span.of(text), "SEOUL, Aug. 18 (UPI) —");
}

TEST(Dateline, SentencesThatOnlyLookLikeOne) {
  for (const std::string text :
       {"NATO — which met in Brussels — agreed", "The plan — a good one — failed", "John Smith (left) — The mayor",
        "Jane Roe (R) — The senator", "EXCLUSIVE: Minister resigns", "WATCH — Man saves dog",
        "China — The world's factory", "By the time they left — Monday — it was over", "COVID-19 — The virus",
        "— The end", "“No,” he said — And left", "", "SEOUL", "SEOUL —",
        "Twenty-five people — Most of them children — died", "He said: The plan is dead",
        "In August 2020 — The month of fires"}) {
    EXPECT_FALSE(found_in(text)) << text;
  }
}

TEST(Dateline, AgenciesHaveOneNameEach) {
  const Calendar calendar(Lexicon::shipped());
  const Datelines datelines(Lexicon::shipped(), calendar);
  EXPECT_EQ(datelines.agency("Agence France-Presse"), "AFP");
  EXPECT_EQ(datelines.agency("the associated  press"), "AP");
  EXPECT_EQ(datelines.agency("The Quay"), std::nullopt);
}

}  // namespace
}  // namespace hearsay
