// Versions of an article at one address: what changed between them, what stays quotable, what is checked again; and how
// many voices stand behind a claim.

#include <gtest/gtest.h>

#include "core/store/store.h"
#include "desk/changes.h"
#include "desk/origins.h"
#include "tests/support/run_command.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

class Versions : public testing::Test {
 protected:
  void ingest(const std::string& name, const std::string& text, const std::string& url = "",
              const std::string& outlet = "") {
    std::vector<std::string> arguments{
        "--model", "none", "--store", home_.path("desk.db"), "ingest", home_.write(name, text)};
    if (!url.empty()) arguments.insert(arguments.end(), {"--url", url});
    if (!outlet.empty()) arguments.insert(arguments.end(), {"--outlet", outlet});
    const Ran ran = run_command(arguments);
    ASSERT_EQ(ran.code, kNothingToReport) << ran.err;
  }

  std::unique_ptr<Store> store() const { return *Store::open(home_.path("desk.db"), OpenMode::read_only); }

  TempFolder home_;
};

constexpr const char* kAddress = "https://lamp.example/fire";

TEST_F(Versions, ChangedSentencesAreListedAndTrivialEditsAreNot) {
  ingest("one.txt",
         "Fire in the harbour\n\nMarch 4, 2026\n\nThe fire killed 14 people, Mayor Anna Lim said.\n\n"
         "Nobody was warned, Lim said.\n\nThe harbour is closed.\n\nThe Lamp\n",
         kAddress);
  ingest("two.txt",
         "Fire in the Harbour\n\nMarch 4, 2026\n\nThe fire killed 17 people, Mayor Anna Lim said.\n\n"
         "“Nobody” was warned - Lim said.\n\nThe sheds will be pulled down.\n\nThe Lamp\n",
         kAddress);
  const Result<std::vector<Change>> found = changes(*store(), Lexicon::shipped(), "two");
  ASSERT_TRUE(found.ok()) << found.error().text();
  std::string text;
  for (const Change& change : *found) text += std::string(name_of(change.kind)) + ": " + change.text + "\n";
  EXPECT_EQ(text,
            "changed: The fire killed [14 | 17] people, Mayor Anna Lim said.\nadded: The sheds will be pulled down.\n"
            "removed: The harbour is closed.\n");
  EXPECT_EQ(*changes(*store(), Lexicon::shipped(), ""), *found) << "the only article with two versions";
}

TEST_F(Versions, OldWordsStayQuotableAndAreSupersededInTheListing) {
  ingest("one.txt", "Fire\n\nMarch 4, 2026\n\nThe fire killed 14 people, Mayor Anna Lim said.\n", kAddress);
  ingest("two.txt", "Fire\n\nMarch 4, 2026\n\nThe fire killed 17 people, Mayor Anna Lim said.\n", kAddress);
  EXPECT_EQ(store()->claims({.search = "14"})->size(), 0U);
  const Result<std::vector<StoredClaim>> old = store()->claims({.search = "14", .superseded = true});
  ASSERT_EQ(old->size(), 1U);
  EXPECT_TRUE(old->front().superseded);
  EXPECT_TRUE(store()->verify()->empty());
}

TEST_F(Versions, ACorrectionRetiresWhatItCorrects) {
  ingest("a.txt",
         "Fire in Kelmouth harbour\n\nMarch 4, 2026\n\nThe fire in Kelmouth harbour killed 14 people, fire chief "
         "Tomasz Wierzbicki said.\n",
         kAddress);
  ingest("b.txt",
         "Fire in Kelmouth harbour\n\nMarch 4, 2026\n\nThe sheds of Kelmouth harbour burned, fire chief Tomasz "
         "Wierzbiki said.\n",
         "https://post.example/fire");
  EXPECT_EQ(store()->flags({.rule = "name-variant"})->size(), 1U);
  ingest("c.txt",
         "Fire in Kelmouth harbour\n\nMarch 4, 2026\n\nThe sheds of Kelmouth harbour burned, fire chief Tomasz "
         "Wierzbicki said.\n",
         "https://post.example/fire");
  EXPECT_TRUE(store()->flags({.rule = "name-variant"})->empty());
  EXPECT_EQ(store()->flags({.status = FlagStatus::retired, .rule = "name-variant"})->size(), 1U);
}

TEST_F(Versions, AnArticleWithoutOlderVersionsHasNoChanges) {
  ingest("one.txt", "Fire\n\nThe fire killed 14 people, Mayor Anna Lim said.\n");
  EXPECT_TRUE(changes(*store(), Lexicon::shipped(), "one")->empty());
  EXPECT_EQ(changes(*store(), Lexicon::shipped(), "none").error().code, ErrorCode::not_found);
}

TEST_F(Versions, SearchFindsArticlesByWordsOutletAndDay) {
  ingest("one.txt",
         "Fire in the harbour\n\nMarch 4, 2026\n\nThe fire killed 14 people, Mayor Anna Lim said.\n\nThe Lamp\n");
  ingest("two.txt", "Flood in the valley\n\nApril 9, 2026\n\nThe flood killed nobody, Mayor Anna Lim said.\n");
  const auto ids = [&](const ArticleFilter& filter) {
    std::string text;
    for (const ArticleEntry& entry : *store()->articles(filter)) text += entry.id + " ";
    return text;
  };
  EXPECT_EQ(ids({.search = "harbour"}), "one ");
  EXPECT_EQ(ids({.search = "fire nobody"}), "");
  EXPECT_EQ(ids({.search = "kill*"}), "one two ");
  EXPECT_EQ(ids({.search = "\" ("}), "");
  EXPECT_EQ(ids({.since = "2026-04"}), "two ");
  EXPECT_EQ(ids({.until = "2026-03"}), "one ");
  EXPECT_EQ(store()->claims({.since = "2026-04-01"})->size(), store()->claims({.article = "two"})->size());
  EXPECT_TRUE(store()->claims({.speaker_kind = SpeakerKind::government})->empty());
}

TEST_F(Versions, ReprintsOfOneTextAreOneOrigin) {
  const std::string body =
      "KELMOUTH, March 4, 2026 (Norlink) — The fire in Kelmouth harbour killed 14 people and burned the sheds of the "
      "north "
      "quay to the ground on Tuesday, fire chief Tomasz Wierzbicki said.\n\nThe mayor asked the people of the town to "
      "stay "
      "in their houses until the smoke was gone and the water had been tested.\n";
  ingest("wire.txt", "Harbour burns\n\n" + body);
  ingest("daily.txt", "Fire kills 14\n\n" + body + "\nThe Daily Lamp\n");
  ingest("other.txt",
         "Sheds gone\n\nMarch 5, 2026\n\nAsked on Wednesday, fire chief Tomasz Wierzbicki said the fire in Kelmouth "
         "harbour killed 14 people.\n\nHe spoke for ten minutes in the old town hall and took no questions from the "
         "families.\n");
  const Result<std::vector<StoredClaim>> claims = store()->claims({.article = "wire", .search = "killed 14"});
  ASSERT_FALSE(claims->empty());
  const Result<ClaimOrigins> origins = claim_origins(*store(), Lexicon::shipped(), "wire#" + claims->front().ref.claim);
  ASSERT_TRUE(origins.ok()) << origins.error().text();
  EXPECT_EQ(origins->summary(), "3 articles, 2 origins");
  EXPECT_EQ(store()->flags({.rule = "one-origin"})->size(), 1U);
}

constexpr const char* kHerald =
    "Grain store burns\n\nOSTBY, May 4, 2026 — A fire destroyed the grain store in Ostby harbour, the Moor Gazette "
    "reported on Monday.\n\nFirefighters from three towns came with ladders and left before noon.\n";

// What the Moor Gazette prints a day later, from another paper.
std::string gazette_citing(const std::string& outlet) {
  return "Harbour loses its grain store\n\nOSTBY, May 5, 2026 — The grain store in Ostby harbour was destroyed by a "
         "fire, " +
         outlet + " reported on Tuesday.\n\nBakers fear that bread will be dear in June.\n";
}

TEST_F(Versions, TwoOutletsThatCiteEachOtherAreALoopAndOneOrigin) {
  ingest("herald.txt", kHerald, "", "Fen Herald");
  ingest("gazette.txt", gazette_citing("the Fen Herald"), "", "Moor Gazette");
  const std::string claim = store()->claims({.article = "herald", .search = "grain store"})->front().ref.claim;
  const Result<ClaimOrigins> origins = claim_origins(*store(), Lexicon::shipped(), "herald#" + claim);
  ASSERT_TRUE(origins.ok()) << origins.error().text();
  EXPECT_EQ(origins->summary(), "2 articles, 1 origin");
  ASSERT_EQ(origins->loops.size(), 1U);
  EXPECT_EQ(origins->loops.front(), "gazette cites Fen Herald, herald cites Moor Gazette");
  const Result<std::vector<Flag>> flags = store()->flags({.rule = "circular-citing"});
  ASSERT_EQ(flags->size(), 1U);
  EXPECT_EQ(flags->front().evidence.size(), 2U) << "both citations are shown";
}

TEST_F(Versions, AnOutletThatCitesAThirdOneClosesNoLoop) {
  ingest("herald.txt", kHerald, "", "Fen Herald");
  ingest("gazette.txt", gazette_citing("the Coast Courier"), "", "Moor Gazette");
  const std::string claim = store()->claims({.article = "herald", .search = "grain store"})->front().ref.claim;
  const Result<ClaimOrigins> origins = claim_origins(*store(), Lexicon::shipped(), "herald#" + claim);
  ASSERT_TRUE(origins.ok()) << origins.error().text();
  EXPECT_EQ(origins->origins, std::vector<std::string>{"Coast Courier"});
  EXPECT_TRUE(origins->loops.empty());
  EXPECT_TRUE(store()->flags({.rule = "circular-citing"})->empty());
}

}  // namespace
}  // namespace hearsay
