// From an article to its claims: the whole road of extraction by rules, on texts made up for these tests.

#include <gtest/gtest.h>

#include "core/extract/extract.h"

namespace hearsay {
namespace {

Article article_of(const std::string& text) {
  Article article;
  article.id = "test";
  article.text = text;
  article.outlet = Stated{"Northport Post", std::nullopt};
  article.published = {"2024-03-05", DateBasis::stated, std::nullopt};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) article.zones.push_back({ZoneKind::body, {at, end}});
    at = end + 1;
  }
  return article;
}

// "type speaker [via] modality: content" of each claim, a line each.
std::string claims_of(const std::string& text) {
  static const Extractor kExtractor(Lexicon::shipped());
  std::string lines;
  for (const Claim& claim : kExtractor.extract(article_of(text)).claims) {
    lines += std::string(name_of(claim.type)) + " " + claim.speaker->name;
    for (const std::string& outlet : claim.via) lines += " [" + outlet + "]";
    lines += " " + std::string(name_of(claim.modality)) + ": " + content_text(claim, text) + "\n";
  }
  return lines;
}

TEST(Claims, QuotationWithItsSpeaker) {
  EXPECT_EQ(claims_of("“The bridge is closed,” said Marta Olsen."),
            "direct Marta Olsen asserted: “The bridge is closed,”\n");
}

TEST(Claims, ChainHoldsForTheVoiceThroughout) {
  EXPECT_EQ(claims_of("A source in the port told the Harbour Herald that the bridge was closed.\n"
                      "“It is tense,” the source said."),
            "indirect anonymous: source in the port [Harbour Herald] asserted: that the bridge was closed\n"
            "direct anonymous: source in the port [Harbour Herald] asserted: “It is tense,”\n");
}

TEST(Claims, AnswersOfAnInterviewAreTheInterviewees) {
  EXPECT_EQ(
      claims_of("The mayor, Marta Olsen, took office in 2016.\nQ: Did you know of the cracks?\n"
                "A: I learnt of them from the papers.\nQ: And the council?\nA: It said that the cracks were old.\n"
                "Roe: Would you do it again?\nOlsen: Not for twice the money."),
      "assertion Northport Post asserted: The mayor, Marta Olsen, took office in 2016\n"
      "direct Marta Olsen asserted: I learnt of them from the papers\n"
      "direct Marta Olsen asserted: It said that the cracks were old\n"
      "indirect unspecified asserted: that the cracks were old\n"
      "direct Marta Olsen asserted: Not for twice the money\n");
}

TEST(Claims, OutletThatReportsABeliefPassesItOn) {
  EXPECT_EQ(claims_of("Renn Lines believes the pier will open in May, the Harbour Herald reported, citing two people "
                      "familiar with the plan."),
            "indirect Renn Lines [Harbour Herald] reported-belief: the pier will open in May\n");
}

TEST(Claims, WhatAnInnerVerbQuotesIsTheOuterVoices) {
  EXPECT_EQ(claims_of("Marta Olsen said cracks had been reported “three times since March”."),
            "mixed Marta Olsen asserted: cracks had been reported “three times since March”\n");
}

TEST(Claims, TheFireServiceIsNoCompany) {
  EXPECT_EQ(
      claims_of("The county fire service said two piers fell. Operator Renn Aggregates said the piers were sound.\n"
                "The company said that it would rebuild them."),
      "indirect The county fire service asserted: two piers fell\n"
      "indirect Renn Aggregates asserted: the piers were sound\n"
      "indirect Renn Aggregates asserted: that it would rebuild them\n");
}

TEST(Claims, NameBehindTheCommaOfADescriptionSpeaks) {
  EXPECT_EQ(claims_of("The loss adjuster, Marta Olsen, said the pier was sound."),
            "indirect Marta Olsen asserted: the pier was sound\n");
}

TEST(Claims, NobodyAndPronounsMakeNoClaims) {
  for (const char* text : {"Nobody said that the pier was sound.", "Marta Olsen told them that."})
    EXPECT_EQ(claims_of(text).find("direct"), std::string::npos) << text;
}

TEST(Claims, DateOfAnAsideIsNotThatOfSaying) {
  static const Extractor kExtractor(Lexicon::shipped());
  const auto said = [](const std::string& text) { return kExtractor.extract(article_of(text)).claims.at(0).said.edtf; };
  EXPECT_EQ(said("Renn Lines, which bought the pier in 2019, said it was sound."), article_of("").published.edtf);
  EXPECT_EQ(said("Renn Lines said in 2019 that the pier was sound."), "2019");
}

TEST(Claims, SentenceNobodyIsCitedForIsTheOutlets) {
  EXPECT_EQ(claims_of("The bridge was closed on Monday after 12 accidents."),
            "assertion Northport Post asserted: The bridge was closed on Monday after 12 accidents\n");
}

TEST(Claims, SplitWhereBothClausesCarryAFigure) {
  EXPECT_EQ(claims_of("The port lost 12 ships that were repaired, and the city has lost 40 houses since."),
            "assertion Northport Post asserted: The port lost 12 ships that were repaired\n"
            "assertion Northport Post asserted: the city has lost 40 houses since\n");
}

TEST(Claims, QuestionsAndInvitationsAssertNothing) {
  for (const char* text : {"Will the bridge be closed again by the city of Oslo?",
                           "Follow us for more news that was found in Oslo today.", "More soon.", ""})
    EXPECT_EQ(claims_of(text), "") << text;
}

TEST(Claims, IdsAreStableAndDistinct) {
  static const Extractor kExtractor(Lexicon::shipped());
  const Article article = article_of("“It sank,” said Ann Lee. “It burnt,” said Ben Koch.");
  const Extraction first = kExtractor.extract(article);
  ASSERT_EQ(first.claims.size(), 2U);
  EXPECT_NE(first.claims[0].id, first.claims[1].id);
  EXPECT_EQ(first, kExtractor.extract(article));
}

TEST(Claims, EverySpanLiesInsideTheText) {
  static const Extractor kExtractor(Lexicon::shipped());
  for (const std::string text :
       {"“", "”””", "said said said", "According to", "— …\n“x", "A’s B’s C’s said “of the of”.",
        "Mr. Mr. and and Mrs. of the of said to the Herald, Herald, Herald"}) {
    const Extraction found = kExtractor.extract(article_of(text));
    for (const Claim& claim : found.claims) {
      for (const Span span : claim.content) EXPECT_TRUE(span.begin < span.end && span.end <= text.size()) << text;
    }
    for (const Mention& mention : found.mentions) {
      EXPECT_LT(mention.entity, found.entities.size()) << text;
      EXPECT_EQ(mention.text, mention.span.of(text)) << text;
    }
  }
}

}  // namespace
}  // namespace hearsay
