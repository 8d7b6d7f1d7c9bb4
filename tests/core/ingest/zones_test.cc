#include "core/ingest/zones.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "core/text/utf8.h"
#include "tests/core/ingest/reading.h"

namespace hearsay {
namespace {

// The kind of the zone that holds `words`.
std::string zone_of(const Article& article, const std::string& words) {
  const std::size_t at = article.text.find(words);
  if (at == std::string::npos) return "not in the text";
  const Zone* zone = zone_at(article, at);
  return zone == nullptr ? "none" : std::string(name_of(zone->kind));
}

struct Expected {
  std::string words;
  std::string kind;
};

void expect_zones(const std::string& text, const std::vector<Expected>& zones) {
  const Article article = article_of(text);
  for (const Expected& zone : zones) EXPECT_EQ(zone_of(article, zone.words), zone.kind) << zone.words;
}

TEST(Zones, HeadlineAndBody) {
  const Article article = article_of("Harbour Office Closes Two Piers After Divers Find Cracks\n\n" + kStory);
  EXPECT_EQ(article.title->value, "Harbour Office Closes Two Piers After Divers Find Cracks");
  EXPECT_EQ(zone_of(article, "Harbour Office"), "headline");
  EXPECT_EQ(zone_of(article, "The harbour office"), "body");
  EXPECT_EQ(zone_of(article, "Nobody came"), "body");
}

TEST(Zones, TextWithoutAHeadlineHasNone) {
  const Article article = article_of(kStory);
  EXPECT_FALSE(article.title);
  EXPECT_EQ(zone_of(article, "The harbour office"), "body");
}

TEST(Zones, DatelineParagraphIsNoHeadline) {
  EXPECT_FALSE(article_of("QUAYTOWN, May 3 (XYZ) — Two piers are closed.\n\n" + kStory).title);
}

TEST(Zones, MenusAboveTheHeadlineAreFurniture) {
  const Article article = article_of(
      "Home\nWorld News\nMinister resigns over leaked letters\n\nHarbour office closes piers after divers find "
      "cracks\n\n"
      "Jane Roe\n\n" +
      kStory);
  EXPECT_EQ(article.title->value, "Harbour office closes piers after divers find cracks");
  EXPECT_EQ(zone_of(article, "Minister resigns"), "furniture");
  EXPECT_EQ(zone_of(article, "World News"), "furniture");
}

TEST(Zones, RepeatedHeadlineIsFurnitureTheSecondTime) {
  const Article article =
      article_of("Trending Now\n\nTwo piers closed\n\n• May 3, 2024\n• 3 min read\nTwo piers closed\n\n" + kStory);
  EXPECT_EQ(article.title->value, "Two piers closed");
  ASSERT_EQ(article.zones.size(), 8U);
  EXPECT_EQ(article.zones[0].kind, ZoneKind::furniture);
  EXPECT_EQ(article.zones[1].kind, ZoneKind::headline);
  EXPECT_EQ(article.zones[2].kind, ZoneKind::furniture);
  EXPECT_EQ(article.zones[3].kind, ZoneKind::furniture);
  EXPECT_EQ(article.zones[4].kind, ZoneKind::furniture);
}

TEST(Zones, StandfirstAboveTheByline) {
  expect_zones(
      "Two Piers Closed in Quaytown\n\nDivers found cracks after fishermen had warned twice of them.\n\nBy Jane "
      "Roe\n\n" +
          kStory,
      {{"Divers found", "standfirst"}, {"By Jane Roe", "furniture"}, {"The harbour office", "body"}});
}

TEST(Zones, FirstParagraphLikeTheOthersIsBody) {
  expect_zones("Two Piers Closed in Quaytown\n\n" + kStory, {{"The harbour office", "body"}});
}

TEST(Zones, BulletsUnderTheHeadline) {
  expect_zones(
      "Two Piers Closed in Quaytown\n\nKey Points\n\n• Divers found cracks in the supports\n• Fishermen had warned "
      "twice\n\n" +
          kStory,
      {{"Key Points", "subhead"},
       {"Divers found", "bullet"},
       {"Fishermen had warned twice", "bullet"},
       {"Nobody", "body"}});
}

TEST(Zones, SubheadsCaptionsAndRelatedLinesInsideTheText) {
  expect_zones(kStory + "\n\nWarnings That Went Unheard\n\n" + kStory +
                   "\n\nA diver looks at the cracks under the eastern pier\n\nQuaytown pier\nThe eastern pier in "
                   "spring Pixabay\n\n"
                   "Related stories\nStorm tears boats from their moorings\nMayor promises new breakwater\n\n" +
                   kStory,
               {{"Warnings That", "subhead"},
                {"A diver looks", "caption"},
                {"Quaytown pier", "caption"},
                {"The eastern pier in spring", "caption"},
                {"Related stories", "furniture"},
                {"Storm tears", "furniture"},
                {"Mayor promises", "furniture"}});
}

TEST(Zones, LineThatIntroducesAQuotationIsBody) {
  expect_zones(kStory + "\n\nHe added:\n\n" + kStory, {{"He added:", "body"}});
}

TEST(Zones, ShortSentencesInsideTheTextAreBody) {
  expect_zones(kStory + "\n\nNo one was hurt.\n\n“Never.”\n\n" + kStory,
               {{"No one was", "body"}, {"“Never.”", "body"}});
}

TEST(Zones, LinesOfAListWithoutMarksAreBody) {
  expect_zones(kStory + "\n\nthe eastern pier\nthe western pier\nthe northern quay\n\n" + kStory,
               {{"the western pier", "body"}});
}

TEST(Zones, AllBelowTheCommentsIsFurniture) {
  expect_zones(
      "Two Piers Closed in Quaytown\n\n" + kStory +
          "\n\nLeave a Reply\n\nI have moored my boat there for ten years and nobody ever told me about any cracks at "
          "all.\n\nName",
      {{"Nobody came", "body"}, {"Leave a Reply", "furniture"}, {"I have moored", "furniture"}, {"Name", "furniture"}});
}

TEST(Zones, ACommentsMenuAboveTheTextTakesNothingWithIt) {
  expect_zones("Comments\n\nTwo Piers Closed in Quaytown\n\n" + kStory,
               {{"Comments", "furniture"}, {"The harbour office", "body"}});
}

TEST(Zones, NoteOnTheAuthorAtTheEndIsFurniture) {
  const std::string note =
      "Jane Roe is a reporter for the Quaytown Post who has covered the harbour and its people since 2011.";
  expect_zones(kStory + "\n\n" + note, {{"Jane Roe is", "furniture"}});
  expect_zones(note + "\n\n" + kStory, {{"Jane Roe is", "body"}});
}

TEST(Zones, LastSentenceThatAsksForCommentsIsSplitOff) {
  const Article article =
      article_of(kStory + "\n\nWill the piers ever open again? Leave a comment or talk to me on Twitter @Roe_Jane.");
  EXPECT_EQ(zone_of(article, "Will the piers"), "body");
  EXPECT_EQ(zone_of(article, "Leave a comment"), "furniture");
  ASSERT_EQ(article.byline.size(), 1U);
  EXPECT_EQ(article.byline[0].value, "Jane Roe");
}

TEST(Zones, ShortNoteWithoutLongParagraphsKeepsItsWords) {
  expect_zones("Piers closed\nTwo piers shut.\nNo one hurt.", {{"Two piers shut.", "body"}, {"No one hurt.", "body"}});
  expect_zones("piers closed", {{"piers closed", "body"}});
}

// Zones are in order, apart, and leave only blanks between them, whatever the lines are.
TEST(Zones, EveryVisibleCharacterLiesInExactlyOneZone) {
  const std::vector<std::string> lines = {
      "",
      "",
      "Two Piers Closed",
      "• A bullet",
      "By Jane Roe",
      "May 3, 2024",
      "Share",
      "Leave a Reply",
      "Related stories",
      "Photo: Jane Roe",
      "A caption of some words here",
      "He said:",
      "“No.”",
      "The harbour office closed two of its five piers on Monday after divers found cracks.",
      "Will it open? Leave a comment or write to me.",
      "©",
      "—",
      "\xC2\xA0",
      "Jane Roe is a reporter based in Quaytown and has covered the harbour for years."};
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (std::size_t count = random() % 14 + 1; count > 0; --count)
      text += lines[random() % lines.size()] + (random() % 4 == 0 ? "\r\n" : "\n");
    Result<std::vector<Article>> articles = read(source_of(text + "x"), Lexicon::shipped(), {});
    ASSERT_TRUE(articles.ok());
    const Article& article = articles->at(0);
    std::size_t last = 0;
    for (const Zone& zone : article.zones) {
      ASSERT_LE(last, zone.span.begin) << text;
      ASSERT_LT(zone.span.begin, zone.span.end) << text;
      for (std::size_t at = last; at < zone.span.begin; at += code_point_at(article.text, at).length) {
        ASSERT_TRUE(is_blank(code_point_at(article.text, at).value)) << text;
      }
      last = zone.span.end;
    }
    ASSERT_EQ(last, article.text.size()) << text;
  }
}

}  // namespace
}  // namespace hearsay
