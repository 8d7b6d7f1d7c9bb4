// Every feature is written once, with its part; a part alone leaves out the others' numbers.

#include "core/extract/tagger_pairs.h"

#include <algorithm>
#include <cstdlib>
#include <type_traits>

#include "core/extract/feature_templates.h"

namespace hearsay {
namespace {

constexpr unsigned kAllParts = kSteady | kGrouped | kSided | kOwn;

template <unsigned kPart>
using Part = std::integral_constant<unsigned, kPart>;
constexpr Part<kSteady> steady;
constexpr Part<kGrouped> grouped;
constexpr Part<kSided> sided;
constexpr Part<kOwn> own;

// Adds the features of the parts asked for.
template <unsigned kParts>
class PartTemplates {
 public:
  explicit PartTemplates(FeatureList& features) : templates_(features, 3) {}

  template <unsigned kPart, typename... Values>
  void add(Part<kPart> /*part*/, Values... values) {
    if constexpr ((kParts & kPart) != 0)
      templates_.add(values...);
    else
      templates_.skip();
  }

 private:
  Templates templates_;
};

}  // namespace

Cue::Cue(const TaggerText& text_read, const Heads& heads_found, std::size_t head_read)
    : text(text_read),
      heads(heads_found),
      head(head_read),
      mark(text.marks[head]),
      left(text.near(head, -1)),
      right(text.near(head, 1)),
      after_right(text.near(head, 2)),
      hint(text.hints.at_cue(head)),
      quotes(quotes_near(text, head)),
      sentence_quotes(quotes_of_sentence(text, head)) {}

CuePair::CuePair(const Cue& cue, std::size_t token)
    : cue_(cue),
      token_(token),
      m0_(cue.text.marks[token]),
      l1_(cue.text.near(token, -1)),
      r1_(cue.text.near(token, 1)),
      side_(token < cue.head ? 0 : 1),
      bucket_(distance_bucket(static_cast<std::ptrdiff_t>(token) - static_cast<std::ptrdiff_t>(cue.head))),
      own_head_(cue.heads.before[token + 1] > cue.heads.before[token]),
      one_quotation_(m0_.quotation == cue.mark.quotation),
      opens_sentence_(cue.text.words.sentences[m0_.sentence].first_token == token) {
  const TokenMark& first = side_ == 0 ? m0_ : cue.mark;
  const TokenMark& second = side_ == 0 ? cue.mark : m0_;
  const std::size_t low = std::min(cue.head, token);
  const std::size_t high = std::max(cue.head, token);
  commas_ = few(second.commas - first.commas, 4);
  stops_ = few(second.stops - first.stops, 2);
  quotes_ = few(second.quotation_marks - first.quotation_marks, 3);
  others_ = few(cue.heads.before[high] - cue.heads.before[std::min(low + 1, high)], 2);
  sentences_ = few(second.sentence - first.sentence, 3);
  frame_ = side_ * 1000 + sentences_ * 100 + std::min(commas_, 2) * 10 + others_;
  claimed_ = claims_on(cue.text, cue.heads, cue.head, token);
  beyond_ = few(side_ == 0 ? likely_heads(cue.heads, token - std::min<std::size_t>(token, 6), token, cue.head)
                           : likely_heads(cue.heads, token + 1, token + 7, cue.head),
                2);
  quote_ = static_cast<int>(m0_.quote) * 4 + static_cast<int>(cue.mark.quote);
  const Hint* rival = rival_hint(cue.text, token, cue.hint);
  part_ = cue.hint == nullptr ? -1 : part_in_hint(*cue.hint, token);
  rival_part_ = rival == nullptr ? 0 : part_in_hint(*rival, token);
  rival_ = pattern_of(rival);
}

CuePair::SteadyKey CuePair::steady_key() const {
  SteadyKey key{0, rival_};
  const auto pack = [&key](int bits, int value) {
    key.packed = key.packed << bits | static_cast<std::uint64_t>(value);
  };
  pack(1, side_);
  pack(4, claimed_);
  pack(4, quote_);
  pack(2, sentences_);
  pack(2, others_);
  pack(3, commas_);
  pack(2, quotes_);
  pack(2, stops_);
  pack(4, part_ + 1);
  pack(4, rival_part_);
  pack(2, static_cast<int>(l1_.quote));
  pack(2, static_cast<int>(r1_.quote));
  pack(1, one_quotation_);
  pack(1, own_head_);
  pack(1, opens_sentence_);
  return key;
}

template <unsigned kParts>
void CuePair::add_parts(FeatureList& features) const {
  const TokenMark& h0 = cue_.mark;
  const TokenMark& h_l = cue_.left;
  const TokenMark& h_r = cue_.right;
  const int size = std::abs(bucket_);
  PartTemplates<kParts> t(features);
  t.add(steady, side_, claimed_, quote_, sentences_);
  t.add(steady, side_, claimed_, one_quotation_, others_, cue_.quotes);
  t.add(own, side_, beyond_, others_, m0_.group, sentences_);
  t.add(grouped, bucket_, m0_.group);
  t.add(own, bucket_, l1_.group, m0_.group);
  t.add(own, bucket_, m0_.group, r1_.group);
  t.add(own, bucket_, m0_.word->whole);
  t.add(sided, side_, m0_.word->whole);
  t.add(sided, side_, l1_.word->whole, m0_.word->whole);
  t.add(sided, side_, m0_.word->whole, r1_.word->whole);
  t.add(grouped, bucket_, h0.word->stem);
  t.add(own, side_, h0.word->stem, m0_.word->whole);
  t.add(own, side_, h0.word->stem, m0_.group, l1_.group);
  t.add(own, side_, h0.word->stem, m0_.group, r1_.group);
  t.add(grouped, bucket_, h0.word->stem, m0_.group);
  t.add(grouped, bucket_, h0.group, h_r.group, m0_.group);
  t.add(grouped, side_, h_r.word->whole, m0_.group, std::min(size, 4));
  t.add(grouped, side_, h_l.word->whole, m0_.group, std::min(size, 4));
  t.add(grouped, side_, h0.word->stem, h_r.word->whole, std::min(size, 6));
  t.add(grouped, side_, h_r.group, cue_.after_right.group, h0.word->stem);
  t.add(steady, frame_, quotes_, stops_);
  t.add(own, frame_, l1_.group, m0_.group);
  t.add(own, frame_, m0_.group, r1_.group);
  t.add(steady, frame_, h0.word->stem);
  t.add(steady, frame_, h0.group, h_r.group);
  t.add(own, side_, commas_, l1_.group, m0_.group, r1_.group);
  t.add(own, side_, commas_, m0_.word->whole, sentences_);
  t.add(steady, side_, quotes_, quote_, sentences_, one_quotation_);
  t.add(steady, side_, quote_, sentences_, cue_.quotes, l1_.quote, r1_.quote);
  t.add(steady, side_, quote_, sentences_, cue_.quotes, h0.word->stem);
  t.add(own, side_, quote_, cue_.sentence_quotes, sentences_, m0_.group, l1_.group);
  t.add(own, side_, own_head_, others_, m0_.group);
  t.add(steady, side_, sentences_, opens_sentence_, cue_.quotes, m0_.quote);
  t.add(own, side_, cue_.quotes, m0_.quote, m0_.group);
  t.add(own, side_, std::min(size, 6), m0_.noun, h0.verb);
  t.add(own, side_, m0_.noun, m0_.group, h0.word->stem);
  t.add(grouped, bucket_, h0.verb, m0_.group);
  t.add(steady, part_, side_, pattern_of(cue_.hint));
  t.add(own, part_, m0_.group, side_);
  t.add(own, part_, l1_.group, m0_.group);
  t.add(steady, part_, h0.word->stem);
  t.add(steady, part_, rival_part_, side_, sentences_);
  t.add(steady, rival_, rival_part_, side_, own_head_);
  // the words between a token and its cue, where few
  const std::size_t low = std::min(cue_.head, token_);
  const std::size_t high = std::max(cue_.head, token_);
  if (high - low <= 4) {
    Feature path = mix(0, static_cast<std::uint64_t>(side_));
    Feature groups = path;
    for (std::size_t i = low + 1; i < high; ++i) {
      path = mix(path, cue_.text.marks[i].word->whole);
      groups = mix(groups, cue_.text.marks[i].group);
    }
    t.add(own, path, m0_.group, high - low);
    t.add(own, path, h0.word->stem, high - low);
    t.add(own, groups, m0_.group, h0.group, high - low);
    t.add(own, groups, m0_.group, h0.word->stem, high - low);
    t.add(own, groups, m0_.word->whole, high - low);
  }
}

void CuePair::add_features(FeatureList& features) const { add_parts<kAllParts>(features); }

void CuePair::add_features(PairPart part, FeatureList& features) const {
  switch (part) {
    case kSteady:
      return add_parts<kSteady>(features);
    case kGrouped:
      return add_parts<kGrouped>(features);
    case kSided:
      return add_parts<kSided>(features);
    case kOwn:
      return add_parts<kOwn>(features);
  }
}

}  // namespace hearsay
