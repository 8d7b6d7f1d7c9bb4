// The stories of fixtures/articles, from bytes to flags: what each expected.json beside them plants is found, and what
// looks like a dispute and is none stays quiet. What is not found yet stands there under "missed"; scripts/stories
// counts both.

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "core/report/context.h"
#include "core/store/store.h"
#include "tests/support/run_command.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

rapidjson::Document expected_of(const fs::path& folder) {
  std::ifstream file(folder.string() + ".expected.json");
  std::stringstream text;
  text << file.rdbuf();
  rapidjson::Document document;
  document.Parse(text.str().c_str());
  EXPECT_FALSE(document.HasParseError()) << folder;
  return document;
}

// The message and the words it rests on; with `store`, those around them, too: all that a reader of the flag sees.
std::string shown(const Flag& flag, Store* store = nullptr) {
  std::string text = flag.message;
  for (const Evidence& place : flag.evidence) {
    text += "\n" + place.text;
    if (store == nullptr) continue;
    const Article article = store->article(place.article).value();
    text += "\n" + std::string(context_of(article, place.span).of(article.text));
  }
  return text;
}

bool has_words(const std::string& text, const rapidjson::Value& words) {
  return std::all_of(words.Begin(), words.End(),
                     [&](const auto& word) { return text.find(word.GetString()) != std::string::npos; });
}

std::string field(const rapidjson::Value& row, const char* name) {
  return row.HasMember(name) ? row[name].GetString() : "";
}

class Story : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    folder_ = fs::path(HEARSAY_ROOT) / "fixtures" / "articles" / GetParam();
    expected_ = expected_of(folder_);
    std::vector<std::string> arguments = {"--store", home_.path("story.db"), "ingest"};
    for (const auto& entry : fs::directory_iterator(folder_)) {
      if (entry.path().extension() == ".txt") arguments.push_back(entry.path().string());
    }
    std::sort(arguments.begin() + 3, arguments.end());
    const Ran ran = run_command(arguments);
    ASSERT_EQ(ran.code, kNothingToReport) << ran.err;
    Result<std::unique_ptr<Store>> opened = Store::open(home_.path("story.db"), OpenMode::read_only);
    ASSERT_TRUE(opened.ok()) << opened.error().text();
    store_ = std::move(opened).value();
  }

  TempFolder home_;
  fs::path folder_;
  rapidjson::Document expected_;
  std::unique_ptr<Store> store_;
};

TEST_P(Story, ClaimsAreFoundWithTheirSpeakers) {
  for (const auto& row : expected_["claims"].GetArray()) {
    const std::string speaker = field(row, "speaker");
    Result<std::vector<StoredClaim>> claims = store_->claims({.article = field(row, "article")});
    ASSERT_TRUE(claims.ok());
    const bool found = std::any_of(claims->begin(), claims->end(), [&](const StoredClaim& claim) {
      const std::string name = claim.claim.speaker ? claim.claim.speaker->name : "";
      return claim.text.find(field(row, "words")) != std::string::npos &&
             name_of(claim.claim.type) == field(row, "type") &&
             (speaker.empty() || name.find(speaker) != std::string::npos);
    });
    EXPECT_TRUE(found) << field(row, "article") << ": " << field(row, "words") << " by " << speaker;
  }
}

TEST_P(Story, PlantedDisagreementsAreFlagged) {
  Result<std::vector<Flag>> flags = store_->flags();
  ASSERT_TRUE(flags.ok());
  for (const auto& row : expected_["flags"].GetArray()) {
    const bool found = std::any_of(flags->begin(), flags->end(), [&](const Flag& flag) {
      return (field(row, "rule").empty() || flag.rule == field(row, "rule")) &&
             (field(row, "kind").empty() || flag.kind == field(row, "kind")) &&
             has_words(shown(flag, store_.get()), row["words"]) &&
             (field(row, "severity").empty() || name_of(flag.severity) == field(row, "severity"));
    });
    EXPECT_TRUE(found) << field(row, "rule") << " " << field(row, "severity") << ": " << row["words"][0].GetString();
  }
}

TEST_P(Story, LookalikesStayQuiet) {
  Result<std::vector<Flag>> flags = store_->flags();
  ASSERT_TRUE(flags.ok());
  for (const auto& row : expected_["quiet"].GetArray()) {
    for (const Flag& flag : *flags) {
      const bool loud = field(row, "severity").empty() || name_of(flag.severity) == field(row, "severity");
      EXPECT_FALSE(flag.kind == field(row, "kind") && loud && has_words(shown(flag), row["words"]))
          << flag.rule << ": " << flag.message << "\nbut " << field(row, "why");
    }
  }
}

TEST_P(Story, IngestingAgainChangesNothing) {
  const std::string before = *store_->state_hash();
  std::vector<std::string> arguments = {"--store", home_.path("story.db"), "ingest"};
  for (const auto& entry : fs::directory_iterator(folder_)) {
    if (entry.path().extension() == ".txt") arguments.push_back(entry.path().string());
  }
  ASSERT_EQ(run_command(arguments).code, kNothingToReport);
  EXPECT_EQ(*store_->state_hash(), before);
}

TEST_P(Story, EverySpanSpellsItsWords) {
  Result<std::vector<Fault>> faults = store_->verify();
  ASSERT_TRUE(faults.ok());
  EXPECT_TRUE(faults->empty()) << faults->front().where << ": " << faults->front().what;
}

INSTANTIATE_TEST_SUITE_P(Fixtures, Story,
                         testing::Values("harbour-fire", "ferry-report", "museum-theft", "valley-water",
                                         "ferry-grounding", "bank-trial", "lake-cup", "ice-bacteria", "toll-bridge",
                                         "cyclone-wirra", "freight-deal", "drummer", "cooling-tower", "recount"),
                         [](const auto& story) {
                           std::string name = story.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace hearsay
