// Each cue is read by itself: a chain over the tokens of its window, in which the head is fixed as the cue. Two cues
// may so share a source. Time: the number of likely cues times the length of a window, which is bounded.

#include "core/extract/tagger_stages.h"

#include <algorithm>
#include <span>

namespace hearsay {
namespace {

constexpr std::size_t kReachLeft = 80;
constexpr std::size_t kReachRight = 120;
constexpr std::size_t kWindow = 256;        // tokens that no window is longer than
constexpr std::size_t kGroupedSlots = 512;  // those of the nearest buckets of distance do not meet
constexpr std::size_t kCueReach = 14;
constexpr std::size_t kLongestSource = 18;
constexpr std::size_t kMostParagraphs = 12;  // of one quotation

bool opens(Label part) { return part == kSourceFirst || part == kContentFirst || part == kContentOnly; }
bool in_source(Label part) { return part == kSourceFirst || part == kSource; }

bool legal(Label from, Label to) {
  if (from == kContentFirst || from == kContent) return to == kContent || to == kContentLast;
  if (to == kSource) return in_source(from);
  return to == kOther || to == kCue || opens(to);
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

// Where a content begins or ends with a quotation, it takes in all of it, and the paragraphs it goes on through.
void complete_quotations(const TaggerText& text, TokenRange& content) {
  const auto quotation = [&](std::uint32_t number) -> const Quotation& { return text.quotations[number - 1]; };
  std::uint32_t first = text.marks[content.first].quotation;
  std::uint32_t last = text.marks[content.last - 1].quotation;
  if (first != 0 && first == last &&
      (content.first == quotation(first).first_token || content.last == quotation(last).last_token)) {
    content = {quotation(first).first_token, quotation(last).last_token};
  }
  for (std::size_t n = 0; n < kMostParagraphs && first > 1; ++n, --first) {
    if (!quotation(first).continues || content.first != quotation(first).first_token) break;
    content.first = quotation(first - 1).first_token;
  }
  for (std::size_t n = 0; n < kMostParagraphs && last != 0 && last < text.quotations.size(); ++n, ++last) {
    if (!quotation(last + 1).continues || content.last != quotation(last).last_token) break;
    content.last = quotation(last + 1).last_token;
  }
}

// What is long enough to hold more than a name and an office is cut at its first comma: a mention, not a clause about
// it.
void shorten(const TaggerText& text, TokenRange& source) {
  if (source.size() <= kLongestSource) return;
  for (std::size_t i = source.first + 1; i < source.last; ++i) {
    if (text.marks[i].breaks || i - source.first == kLongestSource) {
      source.last = i;
      return;
    }
  }
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
  const auto& sentences = text.words.sentences;
  const std::size_t own = text.marks[head].sentence;
  const Paragraph& paragraph = text.words.paragraphs[sentences[own].paragraph];
  const auto quoted = [&](std::size_t s) {
    const TokenMark& last = text.marks[sentences[s].last_token - 1];
    return last.quotation != 0 || last.quoted > text.marks[sentences[s].first_token].quoted;
  };
  std::size_t first = own;
  while (first > paragraph.first_sentence && sentences[own].first_token - sentences[first].first_token < kReachLeft &&
         quoted(first - 1)) {
    --first;
  }
  std::size_t last = own;
  const auto reached = [&] { return sentences[last].last_token - sentences[own].last_token; };
  while (last + 1 < paragraph.last_sentence && reached() < kReachRight && quoted(last + 1)) ++last;
  const std::size_t end = sentences[last].last_token;
  const bool goes_on = end < text.marks.size() && text.words.folded[end - 1] == ":" && end - head < kCueReach;
  if (goes_on) ++last;
  return {std::max(sentences[first].first_token, head - std::min(head, kReachLeft)),
          std::min(sentences[last].last_token, head + kReachRight)};
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
  if (model.cue_words.has(mark.word->whole) || text.hints.at_cue(token) != nullptr) return true;
  return !model.known.has(mark.word->whole) && looks_like_verb(mark);
}

Heads find_heads(const TaggerText& text, const TaggerModel& model) {
  Heads heads;
  Scoring scoring(model.heads, [&](std::size_t token, float score) {
    if (score > model.least_head) heads.found.push_back({token, score});
  });
  for (std::size_t i = 0; i < text.marks.size(); ++i) {
    if (!may_be_head(text, i, model)) continue;
    head_features(text, i, scoring.list());
    scoring.add(i);
  }
  scoring.finish();
  heads.count(text.marks.size());
  return heads;
}

CueReader::CueReader(const TaggerText& text, const Heads& heads, const TaggerModel& model)
    : text_(text),
      heads_(heads),
      model_(model),
      token_sums_(kWindow),
      sided_sums_{KeptSums(kWindow), KeptSums(kWindow)},
      grouped_sums_(kGroupedSlots),
      chain_(model.transitions) {}

// The weights of one token's features are on their way from memory while the next token's features are made.
void CueReader::score(std::size_t head, TokenRange window) {
  const Cue cue(text_, heads_, head);
  steady_key_.reset();
  sequence_.clear();
  prepare(cue, window.first);
  for (std::size_t token = window.first; token < window.last; ++token) {
    if (token + 1 < window.last) prepare(cue, token + 1);
    LabelScores scores = settle(cue, token);
    const std::uint8_t allowed = allowed_parts(head, token);
    for (std::size_t y = 0; y < kChainLabels; ++y) {
      if ((allowed >> y & 1) == 0) scores[y] = kForbidden;
    }
    sequence_.scores.push_back(scores);
    sequence_.sides.push_back(side_of(text_, head, token));
  }
}

void CueReader::prepare(const Cue& cue, std::size_t token) {
  Wanted& wanted = wanted_[token % 2];
  FeatureList& features = wanted.features;
  features.clear();
  if (!token_sums_.has(token % kWindow, token)) token_features(text_, token, features);
  wanted.ends.fill(features.size());
  if (token != cue.head) {
    const CuePair pair(cue, token);
    wanted.side = pair.side();
    wanted.grouped = cue.head * CuePair::kGroupedKeys + pair.grouped_key();
    wanted.steady = pair.steady_key();
    if (!sided_sums_[static_cast<std::size_t>(wanted.side)].has(token % kWindow, token))
      pair.add_features(kSided, features);
    wanted.ends[1] = features.size();
    const std::size_t grouped_slot = wanted.grouped % kGroupedSlots;
    if (grouped_sums_.has(grouped_slot, wanted.grouped))
      wanted.grouped_sums = grouped_sums_[grouped_slot];
    else
      pair.add_features(kGrouped, features);
    wanted.ends[2] = features.size();
    if (wanted.steady != steady_key_) pair.add_features(kSteady, features);
    wanted.ends[3] = features.size();
    steady_key_ = wanted.steady;
    pair.add_features(kOwn, features);
    wanted.ends[4] = features.size();
  }
  model_.labels.prefetch<7>(features);
}

// The scores of a prepared token's labels; 0 for the head's.
LabelScores CueReader::settle(const Cue& cue, std::size_t token) {
  Wanted& wanted = wanted_[token % 2];
  const auto sum = [&](std::size_t part) {
    const auto* first = wanted.features.begin() + (part == 0 ? 0 : wanted.ends[part - 1]);
    Sums sums{};
    model_.labels.add_all<7>(std::span(first, wanted.features.begin() + wanted.ends[part]), sums);
    return sums;
  };
  const std::size_t slot = token % kWindow;
  if (!token_sums_.has(slot, token)) token_sums_.put(slot, token, sum(0));
  LabelScores scores{};
  if (token == cue.head) return scores;
  KeptSums& sided = sided_sums_[static_cast<std::size_t>(wanted.side)];
  if (!sided.has(slot, token)) sided.put(slot, token, sum(1));
  if (wanted.ends[2] > wanted.ends[1]) {
    wanted.grouped_sums = sum(2);
    grouped_sums_.put(wanted.grouped % kGroupedSlots, wanted.grouped, wanted.grouped_sums);
  }
  if (wanted.ends[3] > wanted.ends[2]) steady_sums_ = sum(3);
  Sums all = sum(4);
  add_sums(token_sums_[slot], all);
  add_sums(sided[slot], all);
  add_sums(wanted.grouped_sums, all);
  add_sums(steady_sums_, all);
  for (std::size_t y = 1; y < kChainLabels; ++y) scores[y] = static_cast<float>(all[y - 1]) * model_.labels.scale();
  return scores;
}

std::vector<Analysis> CueReader::read(std::size_t head, std::size_t most) {
  const TokenRange window = window_of(text_, head);
  score(head, window);
  const auto labellings = chain_.best_labellings(sequence_, most + 2);
  std::vector<Analysis> analyses;
  if (labellings.empty()) return analyses;
  const float total = chain_.log_total(sequence_);
  analyses.reserve(most + 1);  // and the reading of the patterns
  for (const Labelling& labelling : labellings) {
    Analysis analysis = analysis_of(labelling, window, head);
    for (TokenRange& content : analysis.content) complete_quotations(text_, content);
    if (analysis.source) shorten(text_, *analysis.source);
    const bool known = std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& a) {
      return a.source == analysis.source && a.content == analysis.content;
    });
    if (known || analysis.content.empty()) continue;
    analysis.lag = labelling.score - labellings.front().score;
    analysis.log_probability = labelling.score - total;
    analyses.push_back(std::move(analysis));
    if (analyses.size() == most) break;
  }
  add_hint(head, analyses);
  return analyses;
}

// The reading of the patterns, where it is not among those of the chain.
void CueReader::add_hint(std::size_t head, std::vector<Analysis>& analyses) const {
  constexpr float kUnlikely = -10;
  const Hint* hint = text_.hints.at_cue(head);
  if (hint == nullptr || hint->content.empty()) return;
  const bool known = std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& a) {
    return a.source == hint->source && a.content == hint->content;
  });
  if (known) return;
  analyses.push_back({hint->cue, hint->source, hint->content, kUnlikely, kUnlikely, kUnlikely});
}

namespace {

// The two likeliest heads whose best content holds a token.
struct Holders {
  std::array<std::uint32_t, 2> head = {0, 0};  // index + 1
};

std::vector<Holders> holders_of(const TaggerText& text, const Heads& heads,
                                const std::vector<std::vector<Analysis>>& analyses) {
  std::vector<Holders> holders(text.marks.size());
  const auto score = [&](std::uint32_t h) { return h == 0 ? -100.0F : heads.found[h - 1].score; };
  for (std::uint32_t h = 1; h <= analyses.size(); ++h) {
    if (analyses[h - 1].empty()) continue;
    for (const TokenRange& content : analyses[h - 1].front().content) {
      for (std::size_t i = content.first; i < content.last; ++i) {
        auto& [first, second] = holders[i].head;
        if (score(h) > score(first)) {
          second = first;
          first = h;
        } else if (score(h) > score(second)) {
          second = h;
        }
      }
    }
  }
  return holders;
}

}  // namespace

std::vector<Surroundings> surroundings_of(const TaggerText& text, const Heads& heads,
                                          const std::vector<std::vector<Analysis>>& analyses) {
  const std::vector<Holders> holders = holders_of(text, heads, analyses);
  std::vector<Surroundings> around(heads.found.size());
  for (std::uint32_t h = 0; h < heads.found.size(); ++h) {
    Surroundings& own = around[h];
    if (h > 0) own.left = &heads.found[h - 1];
    if (h + 1 < heads.found.size()) own.right = &heads.found[h + 1];
    const auto other = [&](std::size_t token) {
      const auto& [first, second] = holders[token].head;
      return first == h + 1 ? second : first;
    };
    if (const std::uint32_t holder = other(heads.found[h].token)) own.holder = heads.found[holder - 1].score;
    if (analyses[h].empty()) continue;
    std::size_t all = 0;
    std::size_t shared = 0;
    float rival = -100;
    for (const TokenRange& content : analyses[h].front().content) {
      all += content.size();
      for (std::size_t i = content.first; i < content.last; ++i) {
        const std::uint32_t sharer = other(i);
        shared += sharer != 0;
        if (sharer != 0) rival = std::max(rival, heads.found[sharer - 1].score);
      }
      auto held = std::lower_bound(heads.found.begin(), heads.found.end(), content.first,
                                   [](const Head& head, std::size_t token) { return head.token < token; });
      for (; held != heads.found.end() && held->token < content.last; ++held) {
        if (held->token != heads.found[h].token) own.contained = std::max(own.contained, held->score);
      }
    }
    if (shared * 2 >= all) own.rival = rival;
  }
  return around;
}

}  // namespace hearsay
