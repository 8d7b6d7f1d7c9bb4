#include "core/extract/certainty.h"

#include "tests/core/extract/attributed_text.h"

namespace hearsay {
namespace {

std::string modality(std::string_view text, std::string_view cue, std::string_view content) {
  static const Certainty kCertainty(Lexicon::shipped());
  const Words words = words_of_lines(text);
  const std::optional<Span> cue_span = cue.empty() ? std::nullopt : span_of(text, cue);
  return std::string(name_of(kCertainty.of(words, {*span_of(text, content)}, cue_span)));
}

struct Row {
  std::string_view text;
  std::string_view cue;
  std::string_view content;
  std::string_view expected;
};

TEST(Certainty, FromTheCue) {
  const Row rows[] = {
      {"The port said it sank.", "said", "it sank", "asserted"},
      {"The port said it sank on 3 May.", "said", "it sank on 3 May", "asserted"},
      {"The port said it may sink.", "said", "it may sink", "possible"},
      {"The port denied it sank.", "denied", "it sank", "denied"},
      {"The port did not deny it sank.", "deny", "it sank", "asserted"},
      {"The port declined to reject the claim.", "reject", "the claim", "asserted"},
      {"The port has rejected the claim.", "has rejected", "the claim", "denied"},
      {"The port dismissed it as “a fairy tale”.", "dismissed", "it as “a fairy tale”", "denied"},
      {"The port labelled it “a fabrication”.", "labelled", "it “a fabrication”", "denied"},
      {"The port labelled it “a success”.", "labelled", "it “a success”", "asserted"},
      {"The port urged calm.", "urged", "calm", "intended"},
      {"The port called for calm.", "called for", "calm", "intended"},
      {"The port called it calm.", "called", "it calm", "asserted"},
      {"The port believes it may sink.", "believes", "it may sink", "reported-belief"},
      {"It is believed to have sunk.", "is believed", "to have sunk", "reported-belief"},
  };
  for (const Row& row : rows) EXPECT_EQ(modality(row.text, row.cue, row.content), row.expected) << row.text;
}

TEST(Certainty, FromTheContent) {
  const Row rows[] = {
      {"The ship may have sunk.", "", "The ship may have sunk", "possible"},
      {"The ship could have sunk.", "", "The ship could have sunk", "possible"},
      {"Even so he could swim ashore.", "", "Even so he could swim ashore", "asserted"},
      {"If the ship sank, all are lost.", "", "If the ship sank, all are lost", "conditional"},
      {"Even if it sank, all are safe.", "", "Even if it sank, all are safe", "asserted"},
      {"The ship will be raised.", "", "The ship will be raised", "intended"},
      {"The ship sank, which may be a lie.", "", "The ship sank, which may be a lie", "asserted"},
      {"He said “perhaps it sank”.", "said", "“perhaps it sank”", "possible"},
  };
  for (const Row& row : rows) EXPECT_EQ(modality(row.text, row.cue, row.content), row.expected) << row.text;
}

}  // namespace
}  // namespace hearsay
