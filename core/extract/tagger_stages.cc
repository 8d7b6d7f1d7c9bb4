// Each cue is read by itself: a chain over the tokens of its window, in which the head is fixed as the cue. Two cues
// may so share a source. Time: the number of likely cues times the length of a window, which is bounded.

#include "core/extract/tagger_stages.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr std::size_t kReachLeft = 100;
constexpr std::size_t kReachRight = 180;
constexpr std::size_t kCueReach = 14;

bool opens(Label part) { return part == kSourceFirst || part == kContentFirst || part == kContentOnly; }
bool in_source(Label part) { return part == kSourceFirst || part == kSource; }

bool legal(Label from, Label to) {
  if (from == kContentFirst || from == kContent) return to == kContent || to == kContentLast;
  if (to == kSource) return in_source(from);
  return to == kOther || to == kCue || opens(to);
}

float sum_of(const Weights& weights, const FeatureList& features) {
  Sums sums{};
  for (const Feature feature : features) weights.add<1>(feature, sums);
  return static_cast<float>(sums[0]) * weights.scale();
}

Analysis analysis_of(const Labelling& labelling, TokenRange window, std::size_t head) {
  Analysis analysis;
  analysis.cue = {head, head + 1};
  analysis.score = labelling.score;
  std::optional<TokenRange> source;
  const auto keep_nearest = [&] {
    const auto gap = [head](const TokenRange& r) { return r.first > head ? r.first - head : head - r.last + 1; };
    if (source && (!analysis.source || gap(*source) < gap(*analysis.source))) analysis.source = source;
    source.reset();
  };
  for (std::size_t i = 0; i < labelling.labels.size(); ++i) {
    const Label part = labelling.labels[i];
    const std::size_t token = window.first + i;
    if (source && part != kSource) keep_nearest();
    if (part == kSourceFirst) source = TokenRange{token, token + 1};
    if (part == kSource && source) source->last = token + 1;
    if (part == kCue) analysis.cue = {std::min(analysis.cue.first, token), std::max(analysis.cue.last, token + 1)};
    if (part == kContentFirst || part == kContentOnly) analysis.content.push_back({token, token + 1});
    if (part == kContent || part == kContentLast) analysis.content.back().last = token + 1;
  }
  keep_nearest();
  return analysis;
}

}  // namespace

Transitions legal_transitions() {
  Transitions transitions;
  for (std::size_t side = 0; side < kChainSides; ++side) {
    for (Label from = 0; from < kChainLabels; ++from) {
      for (Label to = 0; to < kChainLabels; ++to) {
        const bool leaves_cue = from == kCue && to != kCue && side == 0;
        const bool enters_cue = from != kCue && to == kCue && side != 0;
        if (!legal(from, to) || leaves_cue || enters_cue) transitions.step[side][from][to] = kForbidden;
      }
    }
  }
  for (const Label y : {kSource, kContent, kContentLast}) transitions.start[y] = kForbidden;
  for (const Label y : {kContentFirst, kContent}) transitions.stop[y] = kForbidden;
  return transitions;
}

TokenRange window_of(const TaggerText& text, std::size_t head) {
  const std::size_t first = text.first_of_paragraph(head);
  std::size_t last = text.last_of_paragraph(head);
  const bool goes_on = last < text.marks.size() && text.words.folded[last - 1] == ":" && last - head < kCueReach;
  if (goes_on) last = text.last_of_paragraph(last);
  return {std::max(first, head - std::min(head, kReachLeft)), std::min(last, head + kReachRight)};
}

std::uint8_t side_of(const TaggerText& text, std::size_t head, std::size_t token) {
  if (token <= head) return 0;
  return text.marks[token].sentence == text.marks[head].sentence ? 1 : 2;
}

std::uint8_t allowed_parts(std::size_t head, std::size_t token) {
  if (token == head) return 1U << kCue;
  const std::size_t gap = token > head ? token - head : head - token;
  return gap <= kCueReach ? 0xFF : static_cast<std::uint8_t>(0xFF & ~(1U << kCue));
}

bool may_be_head(const TaggerText& text, std::size_t token, const TaggerModel& model) {
  const TokenMark& mark = text.marks[token];
  if (model.cue_words.has(mark.word)) return true;
  return !model.known.has(mark.word) && looks_like_verb(mark);
}

Heads find_heads(const TaggerText& text, const TaggerModel& model) {
  Heads heads;
  FeatureList features;
  for (std::size_t i = 0; i < text.marks.size(); ++i) {
    if (!may_be_head(text, i, model)) continue;
    features.clear();
    head_features(text, i, features);
    const float score = sum_of(model.heads, features);
    if (score > model.least_head) heads.found.push_back({i, score});
  }
  heads.count(text.marks.size());
  return heads;
}

CueReader::CueReader(const TaggerText& text, const Heads& heads, const TaggerModel& model)
    : text_(text), heads_(heads), model_(model), token_sums_(text.marks.size()), scored_(text.marks.size()) {}

void CueReader::score(std::size_t head, TokenRange window) {
  sequence_.clear();
  for (std::size_t token = window.first; token < window.last; ++token) {
    if (!scored_[token]) {
      features_.clear();
      token_features(text_, token, features_);
      token_sums_[token] = {};
      for (const Feature feature : features_) model_.labels.add<7>(feature, token_sums_[token]);
      scored_[token] = true;
    }
    LabelScores scores{};
    const std::uint8_t allowed = allowed_parts(head, token);
    if (token != head) {
      Sums sums = token_sums_[token];
      features_.clear();
      pair_features(text_, heads_, head, token, features_);
      for (const Feature feature : features_) model_.labels.add<7>(feature, sums);
      for (std::size_t y = 1; y < kChainLabels; ++y)
        scores[y] = static_cast<float>(sums[y - 1]) * model_.labels.scale();
    }
    for (std::size_t y = 0; y < kChainLabels; ++y) {
      if ((allowed >> y & 1) == 0) scores[y] = kForbidden;
    }
    sequence_.scores.push_back(scores);
    sequence_.sides.push_back(side_of(text_, head, token));
  }
}

std::vector<Analysis> CueReader::read(std::size_t head, std::size_t most) {
  const TokenRange window = window_of(text_, head);
  score(head, window);
  const auto labellings = best_labellings(sequence_, model_.transitions, most + 2);
  std::vector<Analysis> analyses;
  if (labellings.empty()) return analyses;
  const float total = log_total(sequence_, model_.transitions);
  for (const Labelling& labelling : labellings) {
    Analysis analysis = analysis_of(labelling, window, head);
    const bool known = std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& a) {
      return a.source == analysis.source && a.content == analysis.content;
    });
    if (known || analysis.content.empty()) continue;
    analysis.lag = labelling.score - labellings.front().score;
    analysis.log_probability = labelling.score - total;
    analyses.push_back(std::move(analysis));
    if (analyses.size() == most) break;
  }
  return analyses;
}

std::vector<Surroundings> surroundings_of(const Heads& heads, const std::vector<std::vector<Analysis>>& analyses) {
  std::vector<Surroundings> around(heads.found.size());
  for (std::size_t h = 0; h < heads.found.size(); ++h) {
    if (analyses[h].empty()) continue;
    for (const TokenRange& content : analyses[h].front().content) {
      auto held = std::lower_bound(heads.found.begin(), heads.found.end(), content.first,
                                   [](const Head& head, std::size_t token) { return head.token < token; });
      for (; held != heads.found.end() && held->token < content.last; ++held) {
        const auto at = static_cast<std::size_t>(held - heads.found.begin());
        if (at == h) continue;
        around[at].holder = std::max(around[at].holder, heads.found[h].score);
        around[h].contained = std::max(around[h].contained, held->score);
      }
    }
  }
  return around;
}

}  // namespace hearsay
