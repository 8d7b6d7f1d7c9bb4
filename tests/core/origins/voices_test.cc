#include "core/origins/voices.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

using Names = std::vector<std::string>;

Voice voice(const std::string& article, const std::string& outlet, Names cites = {}) {
  return {article, outlet, "", std::move(cites), "", ""};
}

Names sources_of(const std::vector<Voice>& voices) {
  Names sources;
  for (const Taken& taken : taken_from(voices)) sources.push_back(taken.from);
  return sources;
}

TEST(Voices, AnOutletAmongThemStandsForItsFirstArticle) {
  EXPECT_EQ(sources_of({voice("w1", "Coast Wire"), voice("w2", "Coast Wire"), voice("d", "Daily", {"the Coast Wire"})}),
            (Names{"", "", "w1"}));
}

TEST(Voices, AnOutletNobodyReadIsOneHoweverItIsSpelled) {
  EXPECT_EQ(sources_of({voice("a", "Daily", {"Coast Wire"}), voice("b", "Evening", {"the Coast Wire"})}),
            (Names{"Coast Wire", "Coast Wire"}));
}

TEST(Voices, NobodyCitesHimself) {
  EXPECT_EQ(sources_of({voice("d", "The Daily", {"Daily", "Coast Wire"})}), Names{"Coast Wire"});
  EXPECT_EQ(sources_of({voice("d", "The Daily", {"Daily"})}), Names{""});
}

TEST(Voices, WordsInCommonSayMoreThanWhoIsCited) {
  std::vector<Voice> voices{voice("d", "Daily", {"Coast Wire"})};
  voices[0].earlier = "w1";
  EXPECT_EQ(taken_from(voices)[0].from, "w1");
  EXPECT_EQ(taken_from(voices)[0].cited, "");
}

TEST(Voices, ABodyThatSpeaksCountsOnlyIfItIsAnOutletAmongThem) {
  std::vector<Voice> voices{voice("w1", "Coast Wire"), voice("d", "Daily")};
  voices[1].body = "the harbour office";
  EXPECT_EQ(sources_of(voices), (Names{"", ""}));
  voices[1].body = "Coast Wire";
  EXPECT_EQ(sources_of(voices), (Names{"", "w1"}));
}

TEST(Voices, TheAgencyOfTheDatelineIsTheLastResort) {
  std::vector<Voice> voices{voice("d", "Daily")};
  voices[0].agency = "NWP";
  EXPECT_EQ(sources_of(voices), Names{"NWP"});
  voices[0].cites = {"Coast Wire"};
  EXPECT_EQ(sources_of(voices), Names{"Coast Wire"});
}

TEST(Voices, StepsLeadToTheirOrigins) {
  const std::vector<Voice> voices{voice("a", "Daily", {"Coast Wire"}), voice("b", "Evening", {"Daily"}),
                                  voice("c", "Third")};
  const std::vector<Step> steps = steps_of(voices, taken_from(voices));
  EXPECT_EQ(origins_of({"a", "b", "c"}, steps).roots, (Names{"Coast Wire", "c"}));
}

}  // namespace
}  // namespace hearsay
