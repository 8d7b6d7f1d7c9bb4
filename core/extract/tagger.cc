// The method: likely main words of cues (logistic), the best readings of each (chain), each reading weighed against the
// others and against none (conditional logit). Readings are then taken in the order of their weight; one whose content
// is already told belongs to an inner attribution, or to none.

#include "core/extract/tagger.h"

#include <algorithm>
#include <cmath>

#include "core/extract/tagger_stages.h"
#include "core/value/named_text.h"

namespace hearsay {

std::vector<NamedText> shipped_models();  // made by hearsay_embed

namespace {

// The reading chosen for a head, and its log odds against "no attribution".
struct Choice {
  std::size_t head = 0;
  Analysis analysis;
  float score = 0;
};

std::vector<Choice> choose(const TaggerText& text, const TaggerModel& model) {
  const Heads heads = find_heads(text, model);
  CueReader reader(text, heads, model);
  std::vector<std::vector<Analysis>> analyses;
  for (const Head& head : heads.found) analyses.push_back(reader.read(head.token, kReadings));
  const std::vector<Surroundings> around = surroundings_of(heads, analyses);
  std::vector<Choice> choices;
  FeatureList features;
  for (std::size_t h = 0; h < analyses.size(); ++h) {
    const Analysis* best = nullptr;
    float best_score = model.least_analysis;
    for (const Analysis& analysis : analyses[h]) {
      features.clear();
      analysis_features(text, heads.found[h], analysis, around[h], features);
      Sums sums{};
      for (const Feature feature : features) model.analyses.add<1>(feature, sums);
      const float score = static_cast<float>(sums[0]) * model.analyses.scale();
      if (score < best_score) continue;
      best_score = score;
      best = &analysis;
    }
    if (best != nullptr) choices.push_back({heads.found[h].token, *best, best_score});
  }
  return choices;
}

Span bytes_of(const Words& words, const TokenRange& range) {
  return {words.tokens[range.first].span.begin, words.tokens[range.last - 1].span.end};
}

// A source "Trump's" is Trump.
Span without_clitic(Span span, std::string_view text) {
  for (const std::string_view clitic : {"'s", "’s", "'", "’"}) {
    if (span.of(text).ends_with(clitic) && span.size() > clitic.size()) return {span.begin, span.end - clitic.size()};
  }
  return span;
}

Attribution attribution_of(const Words& words, const Choice& choice) {
  Attribution attribution;
  for (const TokenRange& content : choice.analysis.content) attribution.content.push_back(bytes_of(words, content));
  attribution.cue = bytes_of(words, choice.analysis.cue);
  if (choice.analysis.source) attribution.source = without_clitic(bytes_of(words, *choice.analysis.source), words.text);
  attribution.confidence = 1 / (1 + std::exp(-static_cast<double>(choice.score)));
  attribution.why = "read from the cue '" + std::string(words.of(choice.head)) + "'";
  return attribution;
}

}  // namespace

Tagger::Tagger(TaggerModel model, const Lexicon& lexicon)
    : model_(std::make_unique<const TaggerModel>(std::move(model))), groups_(lexicon) {}

Tagger::~Tagger() = default;

Result<std::shared_ptr<const Tagger>> Tagger::load(std::string_view bytes, const Lexicon& lexicon) {
  auto model = TaggerModel::read(bytes);
  if (!model.ok()) return model.error();
  return std::shared_ptr<const Tagger>(std::make_shared<Tagger>(std::move(model).value(), lexicon));
}

std::shared_ptr<const Tagger> Tagger::shipped() {
  static const std::shared_ptr<const Tagger> kShipped = []() -> std::shared_ptr<const Tagger> {
    for (const NamedText& file : shipped_models()) {
      auto tagger = load(file.text, Lexicon::shipped());
      if (tagger.ok()) return std::move(tagger).value();
    }
    return nullptr;
  }();
  return kShipped;
}

std::vector<Attribution> Tagger::tag(const Words& words, const std::vector<Quotation>& quotations) const {
  const TaggerText text(words, quotations, groups_);
  std::vector<Choice> choices = choose(text, *model_);
  std::stable_sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) { return a.score > b.score; });
  std::vector<bool> told(text.marks.size());
  std::vector<Attribution> found;
  for (const Choice& choice : choices) {
    std::size_t all = 0;
    std::size_t twice = 0;
    for (const TokenRange& content : choice.analysis.content) {
      for (std::size_t i = content.first; i < content.last; ++i) {
        ++all;
        twice += told[i];
      }
    }
    if (twice * 2 > all) continue;
    for (const TokenRange& content : choice.analysis.content) {
      for (std::size_t i = content.first; i < content.last; ++i) told[i] = true;
    }
    found.push_back(attribution_of(words, choice));
  }
  std::sort(found.begin(), found.end(), [](const Attribution& a, const Attribution& b) {
    return a.content.front().begin < b.content.front().begin;
  });
  return found;
}

}  // namespace hearsay
