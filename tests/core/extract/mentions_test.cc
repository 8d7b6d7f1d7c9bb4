// Who speaks, read from the words of a source; then whom these stand for in the text.

#include "core/extract/mentions.h"

#include "tests/core/extract/attributed_text.h"

namespace hearsay {
namespace {

struct Heard {
  std::string mention;
  std::string name;
  std::string kind;
  std::string role;
};

// The speaker of the last attribution; each source is a claim of its own.
Heard hear(std::string_view text, const std::vector<std::string_view>& sources) {
  const Words words = words_of_lines(text);
  std::vector<Attribution> attributions;
  for (const std::string_view source : sources) attributions.push_back(attribution(text, source, "", source));
  const std::vector<WrittenName> names = NameFinder(shipped_name_words()).find(words);
  const Mentions mentions = MentionFinder(shipped_name_words()).find(words, names, attributions);
  if (!mentions.speakers.back()) return {};
  const Resolution resolution = resolve(text, mentions.references, shipped_name_words());
  const Mention& mention = resolution.mentions[*mentions.speakers.back()];
  const Entity& entity = resolution.entities[mention.entity];
  return {mention.text, entity.name, std::string(name_of(entity.kind)), mention.role};
}

TEST(Mentions, HeadOfTheSource) {
  struct Row {
    std::string_view text;
    std::string_view source;
    std::string_view mention;
    std::string_view kind;
  };
  const Row rows[] = {
      {"Northport Mayor Marta Olsen said so.", "Northport Mayor Marta Olsen", "Marta Olsen", "person"},
      {"The director of the port, Marta Olsen, said so.", "The director of the port, Marta Olsen,", "Marta Olsen",
       "person"},
      {"Marta Olsen of the Harbour Trust said so.", "Marta Olsen of the Harbour Trust", "Marta Olsen", "person"},
      {"Olsen spokesman Tobias Renn said so.", "Olsen spokesman Tobias Renn", "Tobias Renn", "person"},
      {"A source close to the Harbour Trust said so.", "A source close to the Harbour Trust",
       "A source close to the Harbour Trust", "anonymous"},
      {"A report by the Harbour Trust said so.", "A report by the Harbour Trust", "Harbour Trust", "organization"},
      {"A Harbour Trust report said so.", "A Harbour Trust report", "Harbour Trust", "organization"},
      {"Marta Olsen’s testimony showed it.", "Marta Olsen’s testimony", "Marta Olsen", "person"},
      {"Officials said so.", "Officials", "Officials", "anonymous"},
      {"Norway said so.", "Norway", "Norway", "government"},
      {"The Harbour Herald said so.", "The Harbour Herald", "Harbour Herald", "outlet"},
      {"Quorl said so.", "Quorl", "Quorl", "organization"},
  };
  for (const Row& row : rows) {
    const Heard heard = hear(row.text, {row.source});
    EXPECT_EQ(heard.mention, row.mention) << row.text;
    EXPECT_EQ(heard.kind, row.kind) << row.text;
  }
}

TEST(Mentions, CapitalStandsForItsGovernment) {
  EXPECT_EQ(hear("Oslo denies the report.", {"Oslo"}).name, "Norway");
  EXPECT_EQ(hear("The Norwegian government denies it.", {"The Norwegian government"}).name, "Norway");
  EXPECT_EQ(hear("The Norwegian army denies it.", {"The Norwegian army"}).name, "Norwegian army");
  EXPECT_EQ(hear("Norway’s army denies it.", {"Norway’s army"}).name, "Norwegian army");
  EXPECT_EQ(hear("The road to Norway was shut. The government denies it.", {"The government"}).name, "Norway");
}

TEST(Mentions, RightsGroupIsTheOneNamedNext) {
  EXPECT_EQ(hear("It sank, according to a rights group. The Coastal Working Group counted.", {"a rights group"}).name,
            "Coastal Working Group");
  EXPECT_EQ(hear("It sank, according to a rights group. The Coastal Commission counted.", {"a rights group"}).name,
            "a rights group");
}

TEST(Mentions, SeveralSpeakers) {
  const Heard joint = hear("Divers Ann Lee and Ben Koch said so.", {"Divers Ann Lee and Ben Koch"});
  EXPECT_EQ(joint.name, "Ann Lee and Ben Koch");
  EXPECT_EQ(joint.kind, "person");
  EXPECT_EQ(hear("The writer and activist Ann Lee said so.", {"The writer and activist Ann Lee"}).name, "Ann Lee");
  EXPECT_EQ(hear("The Trust for Sea and Sky said so.", {"The Trust for Sea and Sky"}).name, "Trust for Sea and Sky");
}

TEST(Mentions, PluralStandsForThoseIntroducedTogether) {
  const std::string_view text =
      "Workers Reveal Truth About Harbour\n"
      "Harbour workers Ann Lee and Ben Koch spoke of floods.\n"
      "Both workers fled. The workers and safety experts met. They asked for help.";
  EXPECT_EQ(hear(text, {"Harbour workers Ann Lee and Ben Koch", "Both workers"}).name, "Ann Lee and Ben Koch");
  EXPECT_EQ(hear(text, {"Harbour workers Ann Lee and Ben Koch", "The workers and safety experts"}).name,
            "Ann Lee, Ben Koch and safety experts");
  EXPECT_EQ(hear(text, {"Harbour workers Ann Lee and Ben Koch", "The workers and safety experts", "They"}).name,
            "Ann Lee, Ben Koch and safety experts");
  EXPECT_EQ(hear(text, {"Harbour workers Ann Lee and Ben Koch", "Workers"}).name, "Ann Lee and Ben Koch");
}

TEST(Mentions, VoicesAcrossSentences) {
  const std::string_view text = "A source in the port said so. The source said more. Another source denied it.";
  EXPECT_EQ(hear(text, {"A source in the port", "The source"}).name, "anonymous: source in the port");
  EXPECT_EQ(hear(text, {"A source in the port", "The source", "Another source"}).name, "anonymous: Another source");
}

TEST(Mentions, PronounAfterTheSpeaker) {
  const std::string_view text = "Mayor Marta Olsen met Ben Koch. She left, and said so.";
  EXPECT_EQ(hear(text, {"She"}).name, "Marta Olsen");
  EXPECT_EQ(hear("It said so.", {"It"}).name, "unspecified");
}

TEST(Mentions, NothingToHear) { EXPECT_EQ(hear("“…” said so.", {"“…”"}).mention, ""); }

}  // namespace
}  // namespace hearsay
