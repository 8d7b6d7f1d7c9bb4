// Heads and tokens: see core/extract/tagger_pairs and core/extract/tagger_analyses for the others.

#include "core/extract/tagger_features.h"

#include <algorithm>

#include "core/extract/feature_templates.h"

namespace hearsay {
namespace {

// How a quotation stands to a token outside of it: how far off its mark is, up to eight words, and with what point it
// is set off.
std::uint64_t quotation_beside(const TaggerText& text, std::size_t token, int direction) {
  for (int step = 1; step <= 8; ++step) {
    const TokenMark& mark = text.near(token, direction * step);
    if (mark.word->whole == kOutsideWord) return 0;
    if (mark.quote == QuoteState::outside) continue;
    const TokenMark& point = text.near(token, direction > 0 ? step - 1 : -step - 1);
    return mix(static_cast<std::uint64_t>(step < 4 ? step : step < 6 ? 4 : 5), point.breaks ? point.word->whole : 0);
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
    if (mark.breaks || mark.word->whole == kOutsideWord) return d;
  }
  return most + 1;
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
  t.add(m0.word->whole);
  t.add(m0.word->stem);
  t.add(m0.word->ending, m0.shape);
  t.add(m0.group, m0.shape);
  t.add(l1.word->whole);
  t.add(r1.word->whole);
  t.add(l2.word->whole);
  t.add(r2.word->whole);
  t.add(l3.word->whole);
  t.add(r3.word->whole);
  t.add(l1.word->whole, m0.word->whole);
  t.add(m0.word->whole, r1.word->whole);
  t.add(m0.word->whole, r2.word->whole);
  t.add(l2.word->whole, m0.word->whole);
  t.add(m0.word->whole, r1.word->whole, r2.word->whole);
  t.add(l2.word->whole, l1.word->whole, m0.word->whole);
  t.add(l1.word->whole, m0.word->whole, r1.word->whole);
  t.add(m0.word->stem, r1.word->whole);
  t.add(l1.word->whole, m0.word->stem);
  t.add(m0.word->stem, l1.group, r1.group);
  t.add(l1.group, m0.group, r1.group);
  t.add(l2.group, l1.group, m0.group);
  t.add(m0.group, r1.group, r2.group);
  t.add(l2.group, l1.group, m0.group, r1.group, r2.group);
  t.add(m0.word->whole, l1.group);
  t.add(m0.word->whole, r1.group);
  t.add(m0.word->whole, r1.group, r2.group);
  t.add(m0.word->whole, l2.group, l1.group);
  t.add(m0.word->ending, l1.group, r1.group);
  t.add(m0.word->ending, l1.word->whole);
  t.add(m0.word->ending, r1.word->whole);
  t.add(l1.word->ending, m0.group);
  t.add(r1.word->ending, m0.group);
  t.add(own_quote, near_quotes);
  t.add(own_quote, near_quotes, m0.word->whole);
  t.add(own_quote, sentence_quotes, m0.word->stem);
  t.add(own_quote, sentence_quotes, m0.group);
  t.add(own_quote,
        m0.quotation != 0 ? few(static_cast<std::uint32_t>(text.quotations[m0.quotation - 1].last_token -
                                                           text.quotations[m0.quotation - 1].first_token) /
                                    4,
                                6)
                          : 0,
        m0.group);
  t.add(first_paragraph, m0.word->whole);
  t.add(first_paragraph, m0.group);
  t.add(distance_bucket(from_start), m0.group);
  t.add(distance_bucket(to_end), m0.group);
  t.add(from_start == 0, m0.word->whole);
  t.add(to_end <= 2, m0.word->whole);
  t.add(closest_break(text, token, -1, 6), l1.group, m0.group);
  t.add(closest_break(text, token, 1, 6), r1.group, m0.group);
  t.add(m0.word->stem, few(m0.commas - text.marks[sentence.first_token].commas, 3));
  t.add(few(m0.capitals - text.marks[sentence.first_token].capitals, 2), m0.group, r1.group);
  const TokenMark& end_of_sentence = text.marks[sentence.last_token - 1];
  const std::uint32_t quoted = end_of_sentence.quoted - text.marks[sentence.first_token].quoted;
  const auto unquoted = static_cast<std::uint32_t>(sentence.last_token - sentence.first_token) - quoted;
  const int shares = (quoted == 0 ? 0 : quoted < 5 ? 1 : 2) * 8 + few(unquoted / 3, 5);
  t.add(shares, own_quote, m0.group);
  t.add(shares, own_quote, m0.word->stem);
  t.add(shares, near_quotes, own_quote);
  const std::uint64_t before = quotation_beside(text, token, -1);
  const std::uint64_t behind = quotation_beside(text, token, 1);
  t.add(before, behind, own_quote, m0.group);
  t.add(before, own_quote, m0.word->stem);
  t.add(behind, own_quote, m0.word->stem);
  t.add(before, shares, m0.group);
  t.add(behind, shares, m0.group);
  const int label = label_before(text, token);
  t.add(label, m0.word->whole);
  t.add(label, m0.group, l1.shape, own_quote);
  int left_steps = 0;
  int right_steps = 0;
  const TokenMark& subject = closest_plain(text, token, -1, left_steps);
  const TokenMark& object = closest_plain(text, token, 1, right_steps);
  t.add(subject.word->whole, m0.word->ending);
  t.add(subject.group, left_steps, m0.word->whole);
  t.add(subject.group, left_steps, m0.word->ending);
  t.add(subject.word->stem, m0.word->stem);
  t.add(subject.group, l1.group, m0.word->stem, object.group);
  t.add(object.word->whole, m0.word->stem);
  t.add(object.group, right_steps, m0.word->stem);
  t.add(l1.word->stem, m0.word->ending, object.group);
  static const std::uint64_t kThat = hash_bytes("that");
  bool that = false;
  for (int step = 1; step <= 4; ++step) that = that || text.near(token, step).word->whole == kThat;
  t.add(that, m0.word->stem);
  t.add(that, m0.group);
  t.add(m0.verb, m0.noun, m0.word->ending);
  t.add(m0.verb, l1.group, r1.group);
  t.add(m0.verb, m0.group, subject.noun, subject.group);
  t.add(subject.noun, left_steps, m0.word->stem);
  t.add(m0.verb, m0.group, object.noun, object.group, right_steps);
  t.add(object.noun, m0.word->stem);
  t.add(m0.verb, that, m0.group);
  const Hint* own = text.hints.at_cue(token);
  const Hint* around = rival_hint(text, token, own);
  const bool inner = own != nullptr && own->inner;
  t.add(pattern_of(own), inner, pattern_of(around));
  t.add(pattern_of(own), inner, m0.word->stem);
  t.add(pattern_of(own), inner, own_quote, near_quotes);
  t.add(own != nullptr && own->source.has_value(), m0.group, l1.group);
  t.add(pattern_of(around), m0.word->stem);
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
  t.add(m0.word->whole);
  t.add(m0.word->stem);
  t.add(m0.word->ending, m0.shape);
  t.add(l1.word->whole);
  t.add(r1.word->whole);
  t.add(l2.word->whole);
  t.add(r2.word->whole);
  t.add(l1.word->whole, m0.word->whole);
  t.add(m0.word->whole, r1.word->whole);
  t.add(l2.group, l1.group, m0.group);
  t.add(l1.group, m0.group, r1.group);
  t.add(m0.group, r1.group, r2.group);
  t.add(l2.group, l1.group, m0.group, r1.group, r2.group);
  t.add(l1.group, m0.word->whole);
  t.add(m0.word->whole, r1.group);
  t.add(m0.quote, l1.quote, r1.quote);
  t.add(m0.quote, m0.group, l1.group);
  t.add(m0.quote, m0.group, r1.group);
  t.add(token == sentence.first_token, m0.group, r1.group);
  t.add(token + 1 == sentence.last_token, m0.group, l1.group);
  t.add(sentence.paragraph == 0, m0.group);
  t.add(m0.noun, m0.verb, m0.shape);
  t.add(l1.noun, l1.group, m0.noun, m0.group);
}

}  // namespace hearsay
