// What a reading's edges, its surroundings and the patterns say for and against it.

#include <algorithm>
#include <cmath>

#include "core/extract/feature_templates.h"
#include "core/extract/tagger_features.h"

namespace hearsay {
namespace {

int score_bucket(float score) { return static_cast<int>(std::floor(std::clamp(score, -8.0F, 8.0F) * 2)); }

// How much of the content stands in quotes: none, some, most, all but the edges.
int quoting_of(const TaggerText& text, const Analysis& analysis) {
  std::size_t quoted = 0;
  std::size_t all = 0;
  for (const TokenRange& content : analysis.content) {
    const TokenMark& last = text.marks[content.last - 1];
    quoted += last.quoted - text.marks[content.first].quoted + (last.quotation != 0);
    all += content.size();
  }
  const int share = quoted == 0 ? 0 : quoted * 2 < all ? 1 : quoted < all ? 2 : 3;
  return share * 4 + (all < 3 ? 0 : all < 6 ? 1 : all < 12 ? 2 : 3);
}

// How a stretch of content begins and ends, and what lies just outside it.
void content_features(const TaggerText& text, const Heads& heads, const Head& head, const TokenRange& content,
                      int order, Templates& t) {
  const TokenMark& first = text.marks[content.first];
  const TokenMark& last = text.marks[content.last - 1];
  const TokenMark& before = text.near(content.first, -1);
  const TokenMark& after = text.near(content.last - 1, 1);
  const Sentence& sentence = text.words.sentences[first.sentence];
  const std::uint32_t marks_inside = last.quotation_marks - first.quotation_marks +
                                     (last.quote == QuoteState::closing || last.quote == QuoteState::opening);
  const bool whole_quotation = first.quote == QuoteState::opening && last.quotation == first.quotation &&
                               (last.quote == QuoteState::closing || after.word->whole == 1);
  const bool at_start = content.first == sentence.first_token;
  const int size = distance_bucket(static_cast<std::ptrdiff_t>(content.size()));
  const TokenMark& h0 = text.marks[head.token];
  t.add(order, size);
  t.add(order, size, h0.word->stem);
  t.add(order, before.group, first.group);
  t.add(order, last.group, after.group);
  t.add(order, first.group, text.near(content.first, 1).group, size);
  t.add(order, marks_inside % 2, whole_quotation, first.quote, last.quote);
  t.add(order, whole_quotation, h0.word->stem);
  t.add(order, at_start, after.group, last.sentence == first.sentence);
  t.add(order, first.quotation == last.quotation, first.quote, last.quote, after.quote);
  t.add(order, few(last.verbs - first.verbs, 3), size);
  t.add(order, first.word->whole, size);
  t.add(order, h0.word->stem, first.group);
  t.add(order, h0.verb, first.group, first.noun);
  t.add(order, last.word->whole);
  t.add(order, after.word->whole);
  const int before_it =
      few(likely_heads(heads, content.first - std::min<std::size_t>(content.first, 5), content.first, head.token), 1);
  const int behind_it = few(likely_heads(heads, content.last, content.last + 6, head.token), 1);
  const bool adjacent = head.token + 5 >= content.first && head.token < content.last + 6;
  t.add(order, before_it, behind_it, adjacent);
  t.add(order, before_it, behind_it, adjacent, whole_quotation, at_start);
  t.add(order, claims_on(text, heads, head.token, content.first));
}

// How two stretches of content stand to each other: equal, one edge shared, met, apart.
int nearness(const std::vector<TokenRange>& a, const std::vector<TokenRange>& b) {
  if (a == b) return 4;
  const bool first = a.front().first == b.front().first;
  const bool last = a.back().last == b.back().last;
  if (first || last) return first ? 3 : 2;
  return a.front().first < b.back().last && b.front().first < a.back().last ? 1 : 0;
}

// How a reading stands to what the patterns found: at the same cue, and over the same words.
void hint_features(const TaggerText& text, const Head& head, const Analysis& analysis, int likely, Templates& t) {
  const Hint* hint = text.hints.at_cue(head.token);
  const Hint* around = rival_hint(text, head.token, hint);
  int content = 0;
  int source = 0;
  if (hint != nullptr) {
    content = 1 + nearness(analysis.content, hint->content);
    if (!analysis.source || !hint->source) {
      source = analysis.source.has_value() == hint->source.has_value() ? 1 : 2;
    } else {
      const bool met = analysis.source->first < hint->source->last && hint->source->first < analysis.source->last;
      source = *analysis.source == *hint->source ? 3 : met ? 4 : 5;
    }
  }
  std::size_t claimed = 0;
  std::size_t all = 0;
  for (const TokenRange& range : analysis.content) {
    all += range.size();
    for (std::size_t i = range.first; i < range.last; ++i) claimed += rival_hint(text, i, hint) != nullptr;
  }
  const int share = claimed == 0 ? 0 : claimed * 2 < all ? 1 : claimed < all ? 2 : 3;
  t.add(content, source);
  t.add(content, source, pattern_of(hint));
  t.add(content, source, likely);
  t.add(content, pattern_of(hint), text.marks[head.token].word->stem);
  t.add(content, score_bucket(analysis.log_probability));
  t.add(share, content, source);
  t.add(share, likely);
  t.add(share, pattern_of(around), likely);
  t.add(pattern_of(around), hint != nullptr && hint->inner, content);
}

}  // namespace

void analysis_features(const TaggerText& text, const Heads& heads, const Head& head, const Analysis& analysis,
                       const Surroundings& around, FeatureList& features) {
  const TokenMark& h0 = text.marks[head.token];
  const TokenMark& h_l = text.near(head.token, -1);
  const TokenMark& h_r = text.near(head.token, 1);
  Templates t(features, 4);
  const int likely = score_bucket(head.score);
  const int holder = score_bucket(around.holder);
  t.add();
  t.add(likely);
  t.add(likely, h0.group);
  t.add(h0.word->whole);
  t.add(h0.word->stem, h_r.group);
  t.add(h0.word->stem, h_l.group);
  t.add(likely, holder);
  t.add(holder, h0.quote);
  t.add(holder, h0.word->stem);
  t.add(score_bucket(around.contained), likely);
  t.add(score_bucket(around.contained - head.score));
  t.add(score_bucket(around.holder - head.score));
  t.add(score_bucket(analysis.lag * 2));
  t.add(score_bucket(analysis.log_probability));
  t.add(score_bucket(analysis.log_probability), likely / 2);
  t.add(h0.quote, likely);
  const int rival = score_bucket(around.rival);
  t.add(rival, likely);
  t.add(score_bucket(around.rival - head.score));
  const int quoting = quoting_of(text, analysis);
  t.add(quoting, likely);
  t.add(quoting, rival);
  t.add(quoting, holder);
  t.add(quoting, score_bucket(around.contained));
  t.add(quoting, h0.word->stem);
  t.add(quoting, score_bucket(analysis.log_probability));
  for (const Head* other : {around.left, around.right}) {
    const int gap =
        other == nullptr
            ? 20
            : distance_bucket(static_cast<std::ptrdiff_t>(other->token) - static_cast<std::ptrdiff_t>(head.token));
    const int level = other == nullptr ? 0 : score_bucket(other->score) / 2;
    t.add(gap, level, likely / 2);
    t.add(gap, level, other != nullptr && analysis.cue.contains(other->token));
    t.add(gap, other == nullptr ? 0 : text.marks[other->token].word->stem, h0.word->stem);
  }
  // the order of parts
  int order = static_cast<int>(analysis.content.size()) * 100;
  if (!analysis.content.empty()) {
    order += analysis.content.front().first > head.token ? 10 : analysis.content.back().first < head.token ? 20 : 30;
  }
  if (analysis.source) order += analysis.source->first > head.token ? 1 : 2;
  t.add(order);
  t.add(order, h0.word->stem);
  t.add(order, h_l.group, h0.group, h_r.group);
  t.add(order, quotes_near(text, head.token), quotes_of_sentence(text, head.token));
  t.add(order, h0.quote, likely / 2);
  if (analysis.source) {
    const TokenRange& source = *analysis.source;
    const TokenMark& first = text.marks[source.first];
    const TokenMark& last = text.marks[source.last - 1];
    const auto gap = static_cast<std::ptrdiff_t>(source.first > head.token ? source.first - analysis.cue.last
                                                                           : analysis.cue.first - source.last);
    const int size = distance_bucket(static_cast<std::ptrdiff_t>(source.size()));
    const int side = source.first > head.token;
    const auto& edge = side != 0 ? first : last;
    t.add(side, distance_bucket(gap), size);
    t.add(side, distance_bucket(gap),
          few(edge.commas > h0.commas ? edge.commas - h0.commas : h0.commas - edge.commas, 3));
    t.add(side, first.group, last.group);
    t.add(side, text.near(source.first, -1).group, first.group);
    t.add(side, last.group, text.near(source.last - 1, 1).group);
    t.add(side, last.word->whole);
    t.add(side, first.word->whole);
    t.add(side, first.quote, last.quote, h0.quote);
    t.add(side, size, h0.word->stem);
    t.add(first.sentence == h0.sentence, side);
    t.add(last.word->stem);
    t.add(last.group, h0.word->stem);
    t.add(last.noun, last.group, h0.verb);
    t.add(last.noun, h0.word->stem);
  } else {
    for (int i = 0; i < 14; ++i) t.skip();
  }
  hint_features(text, head, analysis, likely, t);
  int place = 0;
  for (const TokenRange& content : analysis.content) {
    const int side = content.first > head.token ? 1 : 0;
    content_features(text, heads, head, content, side + 2 * std::min(place, 1) + 4 * (analysis.content.size() > 1), t);
    if (++place == 2) break;
  }
}

}  // namespace hearsay
