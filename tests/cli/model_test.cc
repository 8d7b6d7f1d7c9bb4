// --model: which tagger extract and ingest read with, and what they say where there is none.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/run_command.h"
#include "tests/support/temp_folder.h"

namespace hearsay {
namespace {

constexpr const char* kStory =
    "Bridge closed, council says\n\nThe bridge will stay closed until May, the council said on Friday.\n";
constexpr const char* kByRules = "by rules alone";

class Model : public testing::Test {
 protected:
  [[nodiscard]] Ran extract(const std::string& model) const {
    std::vector<std::string> arguments = {"extract", story_};
    if (!model.empty()) arguments.insert(arguments.begin(), {"--model", model});
    return run_command(arguments);
  }
  [[nodiscard]] Ran ingest(const std::string& model) const {
    return run_command({"--store", home_.path("desk.db"), "--model", model, "ingest", story_});
  }

  TempFolder home_;
  std::string story_ = home_.write("story.txt", kStory);
  std::string shipped_ = std::string(HEARSAY_ROOT) + "/models/attribution.bin";
};

std::size_t count(const std::string& text, const std::string& words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
  return found;
}

TEST_F(Model, NoneIsSaidOnceAndStillFindsClaims) {
  const Ran ran = extract("none");
  EXPECT_EQ(ran.code, kNothingToReport);
  EXPECT_EQ(count(ran.err, kByRules), 1U) << ran.err;
  EXPECT_NE(ran.out.find("\"type\":\"indirect\""), std::string::npos) << ran.out;
}

TEST_F(Model, IngestSaysLikewise) { EXPECT_EQ(count(ingest("none").err, kByRules), 1U); }

TEST_F(Model, TheShippedOneIsUsedUnasked) { EXPECT_EQ(count(extract("").err, kByRules), 0U); }

TEST_F(Model, AFileReadsAsTheSameModelCompiledIn) { EXPECT_EQ(extract(shipped_).out, extract("").out); }

TEST_F(Model, AMissingFileIsNamed) {
  const Ran ran = extract(home_.path("gone.bin"));
  EXPECT_EQ(ran.code, kTrouble);
  EXPECT_NE(ran.err.find("gone.bin"), std::string::npos) << ran.err;
  EXPECT_TRUE(ran.out.empty());
}

TEST_F(Model, AFileThatIsNoModelIsNamed) {
  const Ran ran = ingest(home_.write("notes.bin", "not a model"));
  EXPECT_EQ(ran.code, kTrouble);
  EXPECT_NE(ran.err.find("notes.bin"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace hearsay
