// Templates are numbered by the order of calls to a Templates object: the same calls in the same order at every token.
// Values are hashes or small numbers; distances go into buckets that widen as they grow.

#include "core/extract/tagger_features.h"

#include <algorithm>
#include <cmath>

namespace hearsay {
namespace {

// Hands out template numbers one by one; each add() is one template.
class Templates {
 public:
  Templates(FeatureList& features, std::uint64_t family) : features_(features), next_(family << 16) {}

  template <typename... Values>
  void add(Values... values) {
    Feature feature = feature_template(next_++);
    ((feature = mix(feature, static_cast<std::uint64_t>(values))), ...);
    features_.add(feature);
  }
  void skip() { ++next_; }

 private:
  FeatureList& features_;
  std::uint64_t next_;
};

int distance_bucket(std::ptrdiff_t distance) {
  const std::ptrdiff_t size = std::abs(distance);
  const int bucket = size <= 5    ? static_cast<int>(size)
                     : size <= 7  ? 6
                     : size <= 10 ? 7
                     : size <= 15 ? 8
                     : size <= 25 ? 9
                     : size <= 40 ? 10
                                  : 11;
  return distance < 0 ? -bucket : bucket;
}

int few(std::uint32_t count, std::uint32_t most) { return static_cast<int>(std::min(count, most)); }

int score_bucket(float score) { return static_cast<int>(std::floor(std::clamp(score, -8.0F, 8.0F) * 2)); }

// Quotation marks a few words off: what opens or closes within reach of a cue.
int quotes_near(const TaggerText& text, std::size_t token) {
  int found = 0;
  for (int step = -3; step <= 3; ++step) {
    if (step == 0) continue;
    const QuoteState quote = text.near(token, step).quote;
    if (step < 0 && quote == QuoteState::closing) found |= 1;
    if (step > 0 && quote == QuoteState::opening) found |= 2;
    if (step == -1 && quote == QuoteState::closing) found |= 4;
    if (step == 1 && quote == QuoteState::opening) found |= 8;
  }
  return found;
}

// How a quotation stands to a token outside of it: how far off its mark is, up to eight words, and with what point it
// is set off.
std::uint64_t quotation_beside(const TaggerText& text, std::size_t token, int direction) {
  for (int step = 1; step <= 8; ++step) {
    const TokenMark& mark = text.near(token, direction * step);
    if (mark.word == kOutsideWord) return 0;
    if (mark.quote == QuoteState::outside) continue;
    const TokenMark& point = text.near(token, direction > 0 ? step - 1 : -step - 1);
    return mix(static_cast<std::uint64_t>(step < 4 ? step : step < 6 ? 4 : 5), point.breaks ? point.word : 0);
  }
  return 0;
}

// Whether a paragraph begins with a name that ends here: "SMITH:" of a transcript, "Q.".
int label_before(const TaggerText& text, std::size_t token) {
  const std::size_t first = text.first_of_paragraph(token);
  if (token == first || token - first > 6) return 0;
  int capitals = 0;
  for (std::size_t i = first; i < token; ++i) {
    const TokenMark& mark = text.marks[i];
    if (mark.quote == QuoteState::opening || mark.group == text.marks[token].group) continue;
    if (text.words.tokens[i].kind != TokenKind::word || !is_capital(mark)) return 0;
    ++capitals;
  }
  return std::min(capitals, 3);
}

// Whether a quotation of the sentence lies before, after or around the token.
int quotes_of_sentence(const TaggerText& text, std::size_t token) {
  const Sentence& sentence = text.words.sentences[text.marks[token].sentence];
  const auto marks_at = [&](std::size_t t) {
    return t < text.marks.size() ? text.marks[t].quotation_marks : text.marks.back().quotation_marks;
  };
  const bool before = marks_at(token) > marks_at(sentence.first_token);
  const bool after = marks_at(sentence.last_token) > marks_at(token);
  return before + 2 * after;
}

// The closest word that is no auxiliary and no adverb: to the left of a verb often the last word of its subject.
const TokenMark& closest_plain(const TaggerText& text, std::size_t token, int direction, int& steps) {
  for (steps = 1; steps < 6; ++steps) {
    const TokenMark& mark = text.near(token, direction * steps);
    if (!mark.joins) return mark;
  }
  return text.near(token, direction * steps);
}

std::size_t closest_break(const TaggerText& text, std::size_t token, int direction, std::size_t most) {
  for (std::size_t d = 1; d <= most; ++d) {
    const TokenMark& mark = text.near(token, direction * static_cast<int>(d));
    if (mark.breaks || mark.word == kOutsideWord) return d;
  }
  return most + 1;
}

// Likely heads in tokens [first, last), but for one.
std::uint32_t likely_heads(const Heads& heads, std::size_t first, std::size_t last, std::size_t but) {
  last = std::min(last, heads.before.size() - 1);
  if (first >= last) return 0;
  const auto within = [&](std::size_t token) { return first <= token && token < last; };
  const bool own = within(but) && heads.before[but + 1] > heads.before[but];
  return heads.before[last] - heads.before[first] - own;
}

// Whether another likely cue stands right before or behind the quotation a token is in.
int claims_on(const TaggerText& text, const Heads& heads, std::size_t head, std::size_t token) {
  if (text.marks[token].quotation == 0) return 0;
  const Quotation& quotation = text.quotations[text.marks[token].quotation - 1];
  const std::size_t first = quotation.first_token;
  const bool before = likely_heads(heads, first - std::min<std::size_t>(first, 5), first, head) > 0;
  const bool behind = likely_heads(heads, quotation.last_token, quotation.last_token + 6, head) > 0;
  const bool own = head + 5 >= first && head < quotation.last_token + 6;
  return 1 + before + 2 * behind + 4 * own;
}

// What a hint makes of a token: nothing, source, cue; content: its first, inner and last tokens, or its only one.
int part_in_hint(const Hint& hint, std::size_t token) {
  if (hint.cue.contains(token)) return 1;
  if (hint.source && hint.source->contains(token)) return token == hint.source->first ? 2 : 3;
  for (const TokenRange& content : hint.content) {
    if (content.contains(token)) return 4 + 2 * (token == content.first) + (token + 1 == content.last);
  }
  return 0;
}

std::uint64_t pattern_of(const Hint* hint) { return hint == nullptr ? 0 : hint->pattern; }

// The hint of another cue that has the token as content.
const Hint* rival_hint(const TaggerText& text, std::size_t token, const Hint* own) {
  const Hint* around = text.hints.around(token);
  return around == own ? nullptr : around;
}

}  // namespace

void Heads::count(std::size_t tokens) {
  before.assign(tokens + 1, 0);
  for (const Head& head : found) {
    if (head.score > 0) ++before[head.token + 1];
  }
  for (std::size_t i = 0; i < tokens; ++i) before[i + 1] += before[i];
}

void head_features(const TaggerText& text, std::size_t token, FeatureList& features) {
  const TokenMark& m0 = text.marks[token];
  const TokenMark& l1 = text.near(token, -1);
  const TokenMark& l2 = text.near(token, -2);
  const TokenMark& l3 = text.near(token, -3);
  const TokenMark& r1 = text.near(token, 1);
  const TokenMark& r2 = text.near(token, 2);
  const TokenMark& r3 = text.near(token, 3);
  const Sentence& sentence = text.words.sentences[m0.sentence];
  const bool first_paragraph = sentence.paragraph == 0;
  const int near_quotes = quotes_near(text, token);
  const int own_quote = static_cast<int>(m0.quote);
  const int sentence_quotes = quotes_of_sentence(text, token);
  const auto from_start = static_cast<std::ptrdiff_t>(token - sentence.first_token);
  const auto to_end = static_cast<std::ptrdiff_t>(sentence.last_token - token);
  Templates t(features, 1);
  t.add();
  t.add(m0.word);
  t.add(m0.stem);
  t.add(m0.ending, m0.shape);
  t.add(m0.group, m0.shape);
  t.add(l1.word);
  t.add(r1.word);
  t.add(l2.word);
  t.add(r2.word);
  t.add(l3.word);
  t.add(r3.word);
  t.add(l1.word, m0.word);
  t.add(m0.word, r1.word);
  t.add(m0.word, r2.word);
  t.add(l2.word, m0.word);
  t.add(m0.word, r1.word, r2.word);
  t.add(l2.word, l1.word, m0.word);
  t.add(l1.word, m0.word, r1.word);
  t.add(m0.stem, r1.word);
  t.add(l1.word, m0.stem);
  t.add(m0.stem, l1.group, r1.group);
  t.add(l1.group, m0.group, r1.group);
  t.add(l2.group, l1.group, m0.group);
  t.add(m0.group, r1.group, r2.group);
  t.add(l2.group, l1.group, m0.group, r1.group, r2.group);
  t.add(m0.word, l1.group);
  t.add(m0.word, r1.group);
  t.add(m0.word, r1.group, r2.group);
  t.add(m0.word, l2.group, l1.group);
  t.add(m0.ending, l1.group, r1.group);
  t.add(m0.ending, l1.word);
  t.add(m0.ending, r1.word);
  t.add(l1.ending, m0.group);
  t.add(r1.ending, m0.group);
  t.add(own_quote, near_quotes);
  t.add(own_quote, near_quotes, m0.word);
  t.add(own_quote, sentence_quotes, m0.stem);
  t.add(own_quote, sentence_quotes, m0.group);
  t.add(own_quote,
        m0.quotation != 0 ? few(static_cast<std::uint32_t>(text.quotations[m0.quotation - 1].last_token -
                                                           text.quotations[m0.quotation - 1].first_token) /
                                    4,
                                6)
                          : 0,
        m0.group);
  t.add(first_paragraph, m0.word);
  t.add(first_paragraph, m0.group);
  t.add(distance_bucket(from_start), m0.group);
  t.add(distance_bucket(to_end), m0.group);
  t.add(from_start == 0, m0.word);
  t.add(to_end <= 2, m0.word);
  t.add(closest_break(text, token, -1, 6), l1.group, m0.group);
  t.add(closest_break(text, token, 1, 6), r1.group, m0.group);
  t.add(m0.stem, few(m0.commas - text.marks[sentence.first_token].commas, 3));
  t.add(few(m0.capitals - text.marks[sentence.first_token].capitals, 2), m0.group, r1.group);
  const TokenMark& end_of_sentence = text.marks[sentence.last_token - 1];
  const std::uint32_t quoted = end_of_sentence.quoted - text.marks[sentence.first_token].quoted;
  const auto unquoted = static_cast<std::uint32_t>(sentence.last_token - sentence.first_token) - quoted;
  const int shares = (quoted == 0 ? 0 : quoted < 5 ? 1 : 2) * 8 + few(unquoted / 3, 5);
  t.add(shares, own_quote, m0.group);
  t.add(shares, own_quote, m0.stem);
  t.add(shares, near_quotes, own_quote);
  const std::uint64_t before = quotation_beside(text, token, -1);
  const std::uint64_t behind = quotation_beside(text, token, 1);
  t.add(before, behind, own_quote, m0.group);
  t.add(before, own_quote, m0.stem);
  t.add(behind, own_quote, m0.stem);
  t.add(before, shares, m0.group);
  t.add(behind, shares, m0.group);
  const int label = label_before(text, token);
  t.add(label, m0.word);
  t.add(label, m0.group, l1.shape, own_quote);
  int left_steps = 0;
  int right_steps = 0;
  const TokenMark& subject = closest_plain(text, token, -1, left_steps);
  const TokenMark& object = closest_plain(text, token, 1, right_steps);
  t.add(subject.word, m0.ending);
  t.add(subject.group, left_steps, m0.word);
  t.add(subject.group, left_steps, m0.ending);
  t.add(subject.stem, m0.stem);
  t.add(subject.group, l1.group, m0.stem, object.group);
  t.add(object.word, m0.stem);
  t.add(object.group, right_steps, m0.stem);
  t.add(l1.stem, m0.ending, object.group);
  static const std::uint64_t kThat = hash_bytes("that");
  bool that = false;
  for (int step = 1; step <= 4; ++step) that = that || text.near(token, step).word == kThat;
  t.add(that, m0.stem);
  t.add(that, m0.group);
  t.add(m0.verb, m0.noun, m0.ending);
  t.add(m0.verb, l1.group, r1.group);
  t.add(m0.verb, m0.group, subject.noun, subject.group);
  t.add(subject.noun, left_steps, m0.stem);
  t.add(m0.verb, m0.group, object.noun, object.group, right_steps);
  t.add(object.noun, m0.stem);
  t.add(m0.verb, that, m0.group);
  const Hint* own = text.hints.at_cue(token);
  const Hint* around = rival_hint(text, token, own);
  const bool inner = own != nullptr && own->inner;
  t.add(pattern_of(own), inner, pattern_of(around));
  t.add(pattern_of(own), inner, m0.stem);
  t.add(pattern_of(own), inner, own_quote, near_quotes);
  t.add(own != nullptr && own->source.has_value(), m0.group, l1.group);
  t.add(pattern_of(around), m0.stem);
  // the closest words of a sentence's frame to the left: a subject, an auxiliary
  for (int step = -1; step >= -4; --step) {
    const TokenMark& mark = text.near(token, step);
    t.add(mark.group, step, m0.group);
  }
}

void token_features(const TaggerText& text, std::size_t token, FeatureList& features) {
  const TokenMark& m0 = text.marks[token];
  const TokenMark& l1 = text.near(token, -1);
  const TokenMark& l2 = text.near(token, -2);
  const TokenMark& r1 = text.near(token, 1);
  const TokenMark& r2 = text.near(token, 2);
  const Sentence& sentence = text.words.sentences[m0.sentence];
  Templates t(features, 2);
  t.add();
  t.add(m0.word);
  t.add(m0.stem);
  t.add(m0.ending, m0.shape);
  t.add(l1.word);
  t.add(r1.word);
  t.add(l2.word);
  t.add(r2.word);
  t.add(l1.word, m0.word);
  t.add(m0.word, r1.word);
  t.add(l2.group, l1.group, m0.group);
  t.add(l1.group, m0.group, r1.group);
  t.add(m0.group, r1.group, r2.group);
  t.add(l2.group, l1.group, m0.group, r1.group, r2.group);
  t.add(l1.group, m0.word);
  t.add(m0.word, r1.group);
  t.add(m0.quote, l1.quote, r1.quote);
  t.add(m0.quote, m0.group, l1.group);
  t.add(m0.quote, m0.group, r1.group);
  t.add(token == sentence.first_token, m0.group, r1.group);
  t.add(token + 1 == sentence.last_token, m0.group, l1.group);
  t.add(sentence.paragraph == 0, m0.group);
  t.add(m0.noun, m0.verb, m0.shape);
  t.add(l1.noun, l1.group, m0.noun, m0.group);
}

void pair_features(const TaggerText& text, const Heads& heads, std::size_t head, std::size_t token,
                   FeatureList& features) {
  const TokenMark& m0 = text.marks[token];
  const TokenMark& l1 = text.near(token, -1);
  const TokenMark& r1 = text.near(token, 1);
  const TokenMark& h0 = text.marks[head];
  const TokenMark& h_l = text.near(head, -1);
  const TokenMark& h_r = text.near(head, 1);
  const TokenMark& h_rr = text.near(head, 2);
  const auto distance = static_cast<std::ptrdiff_t>(token) - static_cast<std::ptrdiff_t>(head);
  const int side = distance < 0 ? 0 : 1;
  const int bucket = distance_bucket(distance);
  const TokenMark& first = distance < 0 ? m0 : h0;
  const TokenMark& second = distance < 0 ? h0 : m0;
  const std::size_t low = std::min(head, token);
  const std::size_t high = std::max(head, token);
  const int commas = few(second.commas - first.commas, 4);
  const int stops = few(second.stops - first.stops, 2);
  const int quotes = few(second.quotation_marks - first.quotation_marks, 3);
  const auto between = static_cast<std::uint32_t>(heads.before[high] - heads.before[std::min(low + 1, high)]);
  const int others = few(between, 2);
  const int sentences = few(second.sentence - first.sentence, 3);
  const bool own_head = heads.before[token + 1] > heads.before[token];
  const int quote = static_cast<int>(m0.quote) * 4 + static_cast<int>(h0.quote);
  const bool one_quotation = m0.quotation == h0.quotation;
  const int h_quotes = quotes_near(text, head);
  const int frame = side * 1000 + sentences * 100 + std::min(commas, 2) * 10 + others;
  const int claimed = claims_on(text, heads, head, token);
  const auto beyond = side == 0 ? likely_heads(heads, token - std::min<std::size_t>(token, 6), token, head)
                                : likely_heads(heads, token + 1, token + 7, head);
  Templates t(features, 3);
  t.add(side, claimed, quote, sentences);
  t.add(side, claimed, one_quotation, others, quotes_near(text, head));
  t.add(side, few(beyond, 2), others, m0.group, sentences);
  t.add(bucket, m0.group);
  t.add(bucket, l1.group, m0.group);
  t.add(bucket, m0.group, r1.group);
  t.add(bucket, m0.word);
  t.add(side, m0.word);
  t.add(side, l1.word, m0.word);
  t.add(side, m0.word, r1.word);
  t.add(bucket, h0.stem);
  t.add(side, h0.stem, m0.word);
  t.add(side, h0.stem, m0.group, l1.group);
  t.add(side, h0.stem, m0.group, r1.group);
  t.add(bucket, h0.stem, m0.group);
  t.add(bucket, h0.group, h_r.group, m0.group);
  t.add(side, h_r.word, m0.group, std::min(std::abs(bucket), 4));
  t.add(side, h_l.word, m0.group, std::min(std::abs(bucket), 4));
  t.add(side, h0.stem, h_r.word, std::min(std::abs(bucket), 6));
  t.add(side, h_r.group, h_rr.group, h0.stem);
  t.add(frame, quotes, stops);
  t.add(frame, l1.group, m0.group);
  t.add(frame, m0.group, r1.group);
  t.add(frame, h0.stem);
  t.add(frame, h0.group, h_r.group);
  t.add(side, commas, l1.group, m0.group, r1.group);
  t.add(side, commas, m0.word, sentences);
  t.add(side, quotes, quote, sentences, one_quotation);
  t.add(side, quote, sentences, h_quotes, l1.quote, r1.quote);
  t.add(side, quote, sentences, h_quotes, h0.stem);
  t.add(side, quote, quotes_of_sentence(text, head), sentences, m0.group, l1.group);
  t.add(side, own_head, others, m0.group);
  t.add(side, sentences, text.words.sentences[m0.sentence].first_token == token, h_quotes, m0.quote);
  t.add(side, h_quotes, m0.quote, m0.group);
  t.add(side, std::min(std::abs(bucket), 6), m0.noun, h0.verb);
  t.add(side, m0.noun, m0.group, h0.stem);
  t.add(bucket, h0.verb, m0.group);
  const Hint* hint = text.hints.at_cue(head);
  const Hint* rival = rival_hint(text, token, hint);
  const int part = hint == nullptr ? -1 : part_in_hint(*hint, token);
  const int rival_part = rival == nullptr ? 0 : part_in_hint(*rival, token);
  t.add(part, side, pattern_of(hint));
  t.add(part, m0.group, side);
  t.add(part, l1.group, m0.group);
  t.add(part, h0.stem);
  t.add(part, rival_part, side, sentences);
  t.add(pattern_of(rival), rival_part, side, own_head);
  // the words between a token and its cue, where few
  if (high - low >= 1 && high - low <= 4) {
    Feature path = mix(0, static_cast<std::uint64_t>(side));
    Feature groups = path;
    for (std::size_t i = low + 1; i < high; ++i) {
      path = mix(path, text.marks[i].word);
      groups = mix(groups, text.marks[i].group);
    }
    t.add(path, m0.group, high - low);
    t.add(path, h0.stem, high - low);
    t.add(groups, m0.group, h0.group, high - low);
    t.add(groups, m0.group, h0.stem, high - low);
    t.add(groups, m0.word, high - low);
  }
}

namespace {

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
                               (last.quote == QuoteState::closing || after.word == 1);
  const bool at_start = content.first == sentence.first_token;
  const int size = distance_bucket(static_cast<std::ptrdiff_t>(content.size()));
  const TokenMark& h0 = text.marks[head.token];
  t.add(order, size);
  t.add(order, size, h0.stem);
  t.add(order, before.group, first.group);
  t.add(order, last.group, after.group);
  t.add(order, first.group, text.near(content.first, 1).group, size);
  t.add(order, marks_inside % 2, whole_quotation, first.quote, last.quote);
  t.add(order, whole_quotation, h0.stem);
  t.add(order, at_start, after.group, last.sentence == first.sentence);
  t.add(order, first.quotation == last.quotation, first.quote, last.quote, after.quote);
  t.add(order, few(last.verbs - first.verbs, 3), size);
  t.add(order, first.word, size);
  t.add(order, h0.stem, first.group);
  t.add(order, h0.verb, first.group, first.noun);
  t.add(order, last.word);
  t.add(order, after.word);
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
  t.add(content, pattern_of(hint), text.marks[head.token].stem);
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
  t.add(h0.word);
  t.add(h0.stem, h_r.group);
  t.add(h0.stem, h_l.group);
  t.add(likely, holder);
  t.add(holder, h0.quote);
  t.add(holder, h0.stem);
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
  t.add(quoting, h0.stem);
  t.add(quoting, score_bucket(analysis.log_probability));
  for (const Head* other : {around.left, around.right}) {
    const int gap =
        other == nullptr
            ? 20
            : distance_bucket(static_cast<std::ptrdiff_t>(other->token) - static_cast<std::ptrdiff_t>(head.token));
    const int level = other == nullptr ? 0 : score_bucket(other->score) / 2;
    t.add(gap, level, likely / 2);
    t.add(gap, level, other != nullptr && analysis.cue.contains(other->token));
    t.add(gap, other == nullptr ? 0 : text.marks[other->token].stem, h0.stem);
  }
  // the order of parts
  int order = static_cast<int>(analysis.content.size()) * 100;
  if (!analysis.content.empty()) {
    order += analysis.content.front().first > head.token ? 10 : analysis.content.back().first < head.token ? 20 : 30;
  }
  if (analysis.source) order += analysis.source->first > head.token ? 1 : 2;
  t.add(order);
  t.add(order, h0.stem);
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
    t.add(side, last.word);
    t.add(side, first.word);
    t.add(side, first.quote, last.quote, h0.quote);
    t.add(side, size, h0.stem);
    t.add(first.sentence == h0.sentence, side);
    t.add(last.stem);
    t.add(last.group, h0.stem);
    t.add(last.noun, last.group, h0.verb);
    t.add(last.noun, h0.stem);
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
