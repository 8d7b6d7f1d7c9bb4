// The method: likely main words of cues (logistic), the best readings of each (chain) and that of the rules, each
// weighed against the others and against none (conditional logit), a selection of readings that leave each other room.
// A likely cue inside the content of another is told as inner. Known limit: a cue is looked for content and source only
// in its own sentence and the quotations around it.

#include "core/extract/tagger.h"

#include <algorithm>
#include <cmath>

#include "core/extract/tagger_selection.h"
#include "core/extract/tagger_stages.h"
#include "core/value/named_text.h"

namespace hearsay {

std::vector<NamedText> shipped_models();  // made by hearsay_embed

namespace {

constexpr float kLeastInner = 0.5F;  // log odds from which on a cue inside another's content is told

struct CuesRead {
  Heads heads;
  std::vector<std::vector<Analysis>> analyses;  // one list a head
  std::vector<Choice> choices;                  // every reading, best first; points into `analyses`
};

CuesRead read_cues(const TaggerText& text, const TaggerModel& model) {
  CuesRead cues;
  cues.heads = find_heads(text, model);
  CueReader reader(text, cues.heads, model);
  cues.analyses.reserve(cues.heads.found.size());
  for (const Head& head : cues.heads.found) cues.analyses.push_back(reader.read(head.token, kReadings));
  const std::vector<Surroundings> around = surroundings_of(text, cues.heads, cues.analyses);
  Scoring scoring(model.analyses, [&](std::size_t choice, float score) { cues.choices[choice].score = score; });
  for (std::size_t h = 0; h < cues.analyses.size(); ++h) {
    for (const Analysis& analysis : cues.analyses[h]) {
      analysis_features(text, cues.heads, cues.heads.found[h], analysis, around[h], scoring.list());
      cues.choices.push_back({cues.heads.found[h].token, &analysis, 0});
      scoring.add(cues.choices.size() - 1);
    }
  }
  scoring.finish();
  std::stable_sort(cues.choices.begin(), cues.choices.end(),
                   [](const Choice& a, const Choice& b) { return a.score > b.score; });
  return cues;
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

Attribution attribution_of(const Words& words, std::size_t head, const Analysis& analysis, float score) {
  Attribution attribution;
  for (const TokenRange& content : analysis.content) attribution.content.push_back(bytes_of(words, content));
  attribution.cue = bytes_of(words, analysis.cue);
  if (analysis.source) attribution.source = without_clitic(bytes_of(words, *analysis.source), words.text);
  attribution.confidence = 1 / (1 + std::exp(-static_cast<double>(score)));
  attribution.why = "read from the cue '" + std::string(words.of(head)) + "'";
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

std::vector<Attribution> Tagger::tag(const Words& words, const std::vector<Quotation>& quotations,
                                     const std::vector<Attribution>& patterns) const {
  const TaggerText text(words, quotations, patterns, groups_);
  const CuesRead cues = read_cues(text, *model_);
  const Selection selection(text, cues.choices, model_->least_analysis);
  std::vector<Attribution> found;
  for (const Choice& choice : selection.told()) {
    found.push_back(attribution_of(words, choice.head, *choice.analysis, choice.score));
  }
  for (std::size_t h = 0; h < cues.analyses.size(); ++h) {
    const Head& head = cues.heads.found[h];
    if (head.score < kLeastInner || cues.analyses[h].empty() || text.marks[head.token].quotation != 0) continue;
    const Analysis& best = cues.analyses[h].front();
    if (!best.source || !selection.holds(head.token, best)) continue;
    found.push_back(attribution_of(words, head.token, best, head.score));
    found.back().inner = true;
  }
  std::sort(found.begin(), found.end(), [](const Attribution& a, const Attribution& b) {
    return a.content.front().begin < b.content.front().begin;
  });
  return found;
}

}  // namespace hearsay
