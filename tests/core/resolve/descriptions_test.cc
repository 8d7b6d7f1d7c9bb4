// Whom descriptions stand for, from the text of an article to the names of its speakers.

#include "core/resolve/descriptions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/extract/extract.h"

namespace hearsay {
namespace {

// The speaker of each attributed claim, joined by "; ".
std::string speakers_of(const std::string& text) {
  static const Extractor kExtractor(Lexicon::shipped());
  Article article;
  article.id = "test";
  article.text = text;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) article.zones.push_back({at == 0 ? ZoneKind::headline : ZoneKind::body, {at, end}});
    at = end + 1;
  }
  std::string names;
  for (const Claim& claim : kExtractor.extract(article).claims) {
    if (claim.type == ClaimType::assertion) continue;
    names += (names.empty() ? "" : "; ") + claim.speaker->name;
  }
  return names;
}

struct Case {
  const char* situation;
  const char* text;
  const char* speakers;
};

class DescriptionStandsFor : public testing::TestWithParam<Case> {};

TEST_P(DescriptionStandsFor, Speaker) { EXPECT_EQ(speakers_of(GetParam().text), GetParam().speakers); }

const std::vector<Case> kCases = {
    {"TheCompanyAfterItsName",
     "Spill closes river\nBrightmoor Chemicals denied that its plant had leaked. The river would be clean by Friday, "
     "the "
     "company said.",
     "Brightmoor Chemicals; Brightmoor Chemicals"},
    {"ThePersonCalledByASurnameIsNoCompany",
     "Drummer dies\nOrwen Tarrick wrote forty songs, Brightmoor Records said. Tarrick never rested. He slept little, "
     "the "
     "company said.",
     "Brightmoor Records; Brightmoor Records"},
    {"TheFirmPassesOverAnAuthority",
     "Spill closes river\nBrightmoor Chemicals denied that its plant had leaked. The Port Authority said nitrate had "
     "been "
     "found. The firm said that it was sorry.",
     "Brightmoor Chemicals; Port Authority; Brightmoor Chemicals"},
    {"TheAgencyIsNoCompany",
     "Spill closes river\nThe Water Agency said that the river was foul. Brightmoor Chemicals said that it was clean. "
     "The "
     "agency said that it had measured twice.",
     "Water Agency; Brightmoor Chemicals; Water Agency"},
    {"TheCompanyOfANameWithoutSort",
     "Tractors recalled\nKestrel Dorn said that 400 tractors had been recalled. The company said that nobody was hurt.",
     "Kestrel Dorn; Kestrel Dorn"},
    {"TheCompanyIsNoKnownPerson",
     "Tractors recalled\nMary Dorn said that she was hurt. The company said that it was sorry.",
     "Mary Dorn; The company"},
    {"AnotherCompanyToldByItsWords",
     "Spill closes river\nBrightmoor Chemicals said that it was sorry. The water company said that it was angry.",
     "Brightmoor Chemicals; The water company"},
    {"ACompanyIsANewOne",
     "Spill closes river\nBrightmoor Chemicals said that it was sorry. A company said that it was angry.",
     "Brightmoor Chemicals; A company"},
    {"HeadlinesBareNounWaitsForItsName",
     "Company says river is clean\nBrightmoor Chemicals said that the river was clean.",
     "Brightmoor Chemicals; Brightmoor Chemicals"},
    {"CaptainOfStatedRole", "Ferry sinks\nThe captain, Jonas Weil, had slept. The captain said that he was sorry.",
     "Jonas Weil"},
    {"CaptainWithAnAge",
     "Ferry sinks\nSeo Min Jae has not slept. The captain of the ship, 46, says that the ramp leaked.", "Seo Min Jae"},
    {"CaptainWithoutAgeOrRoleIsSomeoneElse",
     "Ferry sinks\nSeo Min Jae has not slept. The captain of the ship says that the ramp leaked.",
     "anonymous: captain of the ship"},
    {"OwnersNamedBehindAComma", "Ferry sinks\nThe owners, Dolmen Lines, said that they were sorry.", "Dolmen Lines"},
    {"WhoIsItsAntecedent", "Ferry sinks\nJonas Weil, who said that he was sorry, has left.", "Jonas Weil"},
};

INSTANTIATE_TEST_SUITE_P(Rules, DescriptionStandsFor, testing::ValuesIn(kCases),
                         [](const auto& each) { return std::string(each.param.situation); });

TEST(HasWord, FindsWholeWordsAndTheirPlurals) {
  EXPECT_TRUE(has_word("ministry of health", "ministry"));
  EXPECT_TRUE(has_word("united workers", "worker"));
  EXPECT_TRUE(has_word("vice-president", "president"));
  EXPECT_FALSE(has_word("grouping of states", "group"));
  EXPECT_FALSE(has_word("", "group"));
}

}  // namespace
}  // namespace hearsay
