// The shipped model on sentences of our own. A model is not a rule: only plain cases are asked for one by one.

#include "core/extract/tagger.h"
#include "core/extract/patterns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "core/extract/tagger_model.h"
#include "core/extract/tagger_stages.h"
#include "core/text/words.h"

namespace hearsay {
namespace {

struct Found {
  std::string text;
  Words words;
  std::vector<Quotation> quotations;
  std::vector<Attribution> attributions;

  [[nodiscard]] std::string of(Span span) const { return std::string(span.of(text)); }
};

// Paragraphs are lines.
std::unique_ptr<Found> tag(const Tagger& tagger, std::string text) {
  auto found = std::make_unique<Found>();
  found->text = std::move(text);
  std::vector<Span> lines;
  for (std::size_t begin = 0; begin < found->text.size();) {
    const std::size_t end = std::min(found->text.find('\n', begin), found->text.size());
    lines.push_back({begin, end});
    begin = end + 1;
  }
  found->words = split_words(found->text, lines, Lexicon::shipped().abbreviations());
  found->quotations = find_quotations(found->words);
  static const Patterns kPatterns(Lexicon::shipped());
  found->attributions = tagger.tag(found->words, found->quotations, kPatterns.find(found->words, found->quotations));
  return found;
}

class ShippedTagger : public ::testing::Test {
 protected:
  void SetUp() override {
    tagger_ = Tagger::shipped();
    if (!tagger_) GTEST_SKIP() << "built without models/attribution.bin";
  }
  std::shared_ptr<const Tagger> tagger_;
};

// Texts with quotations, asides and several cues, so that every part has something to differ in.
constexpr std::string_view kManyCues =
    "Ilse Brandt, the harbour master, said on Monday that the ferry would sail again, but the council denied it.\n"
    "“The bridge is safe,” said Oren Valk. “We looked at it twice, and nobody who has seen it doubts that.”\n"
    "According to the town's report, seen by the Daily Planet, the repairs cost $4 million; Valk has said so: “Yes.”";

std::vector<Feature> features_of(const CuePair& pair, PairPart part) {
  FeatureList features;
  pair.add_features(part, features);
  return features.copy();
}

TEST(Pairs, PartsTogetherAreAllFeaturesAndKeysTellThemApart) {
  const Lexicon& lexicon = Lexicon::shipped();
  const Words words = split_words(kManyCues, {{0, kManyCues.size()}}, lexicon.abbreviations());
  const std::vector<Quotation> quotations = find_quotations(words);
  const TaggerText text(words, quotations, Patterns(lexicon).find(words, quotations), WordGroups(lexicon));
  Heads heads;
  for (std::size_t i = 0; i < words.tokens.size(); i += 9) heads.found.push_back({i, i % 2 == 0 ? 1.0F : -1.0F});
  heads.count(words.tokens.size());
  for (std::size_t head = 3; head < words.tokens.size(); head += 7) {
    const Cue cue(text, heads, head);
    std::vector<std::pair<CuePair::SteadyKey, std::vector<Feature>>> steady;
    std::map<std::size_t, std::vector<Feature>> grouped;
    for (std::size_t token = 0; token < words.tokens.size(); ++token) {
      if (token == head) continue;
      const CuePair pair(cue, token);
      FeatureList list;
      pair.add_features(list);
      std::vector<Feature> all = list.copy();
      std::vector<Feature> parts;
      for (const PairPart part : {kSteady, kGrouped, kSided, kOwn}) {
        const std::vector<Feature> features = features_of(pair, part);
        EXPECT_FALSE(features.empty());
        parts.insert(parts.end(), features.begin(), features.end());
      }
      std::sort(all.begin(), all.end());
      std::sort(parts.begin(), parts.end());
      EXPECT_EQ(all, parts);
      ASSERT_LT(pair.grouped_key(), CuePair::kGroupedKeys);
      const std::vector<Feature> of_group = features_of(pair, kGrouped);
      EXPECT_EQ(grouped.try_emplace(pair.grouped_key(), of_group).first->second, of_group) << head << " " << token;
      const std::vector<Feature> of_stretch = features_of(pair, kSteady);
      for (const auto& [key, features] : steady) {
        if (key == pair.steady_key()) {
          EXPECT_EQ(features, of_stretch) << head << " " << token;
        }
      }
      steady.emplace_back(pair.steady_key(), of_stretch);
      EXPECT_EQ(features_of(pair, kSided),
                features_of(CuePair(Cue(text, heads, token < head ? words.tokens.size() - 1 : 0), token), kSided));
    }
  }
}

TEST_F(ShippedTagger, FindsSpeakerCueAndContent) {
  struct Case {
    std::string text, source, cue, content;
  };
  const std::vector<Case> cases = {
      {"The harbour office opened in May. Ilse Brandt said that the ferry would sail again on Monday.", "Ilse Brandt",
       "said", "that the ferry would sail again on Monday"},
      {"“The bridge is safe,” said Oren Valk, the town's engineer.", "Oren Valk, the town's engineer", "said",
       "“The bridge is safe,”"},
      {"\"We counted every vote twice,\" she told reporters.", "she", "told reporters",
       "\"We counted every vote twice,\""},
      {"According to the ministry, prices rose in April.", "the ministry", "According to", "prices rose in April"},
      {"He believes the mine will close within a year.", "He", "believes", "the mine will close within a year"},
  };
  for (const Case& c : cases) {
    const auto found = tag(*tagger_, c.text);
    ASSERT_EQ(found->attributions.size(), 1U) << c.text;
    const Attribution& attribution = found->attributions.front();
    EXPECT_EQ(found->of(attribution.content.front()), c.content);
    ASSERT_TRUE(attribution.source.has_value()) << c.text;
    EXPECT_NE(c.source.find(found->of(*attribution.source).substr(0, 4)), std::string::npos) << c.text;
    ASSERT_TRUE(attribution.cue.has_value()) << c.text;
    EXPECT_NE(found->of(*attribution.cue).find(c.cue.substr(0, 4)), std::string::npos) << c.text;
    EXPECT_GT(attribution.confidence, 0.3);
    EXPECT_FALSE(attribution.inner);
  }
}

TEST_F(ShippedTagger, FindsNothingWhereNobodyIsCited) {
  for (const char* text : {"The train left the station at noon.", "Rain fell on the hills for three days.", "", "\n\n",
                           "?!", "The shop on the corner sells bread and milk.", "“”", "\"\"\"\"", "’ ’ ’"}) {
    EXPECT_TRUE(tag(*tagger_, text)->attributions.empty()) << text;
  }
}

TEST_F(ShippedTagger, EverySpanLiesOnTokensOfItsText) {
  const auto found =
      tag(*tagger_,
          "Naïve “reports” of a café fire were “wrong”, Zoë Ångström wrote.\nShe’d said — twice — that “nobody "
          "was hurt”.\n“It’s over,” she added. “We’ll rebuild.”");
  ASSERT_FALSE(found->attributions.empty());
  const auto on_tokens = [&](Span span) {
    return std::any_of(found->words.tokens.begin(), found->words.tokens.end(),
                       [&](const Token& t) { return t.span.begin == span.begin; }) &&
           span.begin < span.end && span.end <= found->text.size();
  };
  for (const Attribution& a : found->attributions) {
    ASSERT_FALSE(a.content.empty());
    for (const Span& content : a.content) EXPECT_TRUE(on_tokens(content));
    EXPECT_TRUE(!a.source || on_tokens(*a.source));
    EXPECT_TRUE(!a.cue || on_tokens(*a.cue));
  }
}

TEST_F(ShippedTagger, OneLongParagraphTakesLinearTime) {
  const auto seconds = [&](std::size_t sentences) {
    std::string text;
    for (std::size_t i = 0; i < sentences; ++i)
      text += "The mayor said that the road to the port was closed, and he “will not wait”. ";
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(tag(*tagger_, text)->attributions.empty());
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  seconds(100);
  const double small = seconds(300);
  const double large = seconds(3000);
  EXPECT_LT(large, small * 40) << "ten times the text";
}

TEST(Tagger, RefusesWhatIsNoModel) {
  EXPECT_FALSE(Tagger::load("", Lexicon::shipped()).ok());
  EXPECT_FALSE(Tagger::load("a text file\n", Lexicon::shipped()).ok());
}

TEST(TaggerModel, ComesBackFromItsBytesAndNoticesDamage) {
  TaggerModel model;
  model.cue_words.put(hash_bytes("said"));
  model.heads = Weights::quantise({{hash_bytes("a"), {1.0F}}}, 1, 4);
  model.labels = Weights::quantise({{hash_bytes("b"), {1.0F, -1.0F}}}, 7, 4);
  model.analyses = Weights::quantise({{hash_bytes("c"), {1.0F}}}, 1, 4);
  model.transitions = legal_transitions();
  const std::string bytes = model.write();
  const auto read = TaggerModel::read(bytes);
  ASSERT_TRUE(read.ok()) << read.error().text();
  EXPECT_TRUE(read->cue_words.has(hash_bytes("said")));
  EXPECT_FALSE(read->cue_words.has(hash_bytes("saw")));
  EXPECT_EQ(read->write(), bytes);
  for (std::size_t i = 0; i < bytes.size(); i += 997) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 4);
    EXPECT_FALSE(TaggerModel::read(damaged).ok()) << i;
    EXPECT_FALSE(TaggerModel::read(std::string_view(bytes).substr(0, i)).ok()) << i;
  }
}

TEST(LegalTransitions, KeepPartsWhole) {
  const Transitions legal = legal_transitions();
  const auto allowed = [&](std::size_t side, Part from, Part to) { return legal.step[side][from][to] != kForbidden; };
  for (std::size_t side = 0; side < kChainSides; ++side) {
    EXPECT_TRUE(allowed(side, kOther, kSourceFirst));
    EXPECT_TRUE(allowed(side, kContentFirst, kContentLast));
    EXPECT_FALSE(allowed(side, kOther, kSource)) << "a source begins with its first word";
    EXPECT_FALSE(allowed(side, kContent, kOther)) << "content ends with its last word";
    EXPECT_FALSE(allowed(side, kContentOnly, kContentLast));
  }
  EXPECT_TRUE(allowed(0, kOther, kCue));
  EXPECT_FALSE(allowed(0, kCue, kOther)) << "a cue reaches its head";
  EXPECT_FALSE(allowed(1, kOther, kCue)) << "and is not taken up again behind it";
}

}  // namespace
}  // namespace hearsay
