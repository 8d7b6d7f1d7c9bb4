// Known limits: the main predicate is the first listed verb, found without a parser, also where a relative clause holds
// it ("the fire that was not put out destroyed it"); what no predicate of the table says has none.

#include "core/compare/statement_facts.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxSentences = 6;  // of a statement
constexpr std::size_t kMaxShingles = 12;
constexpr std::size_t kFewShingles = 4;
constexpr std::size_t kMaxPlaces = 4;  // of a statement
constexpr std::size_t kStatementAnchors = 5;
constexpr std::size_t kPredicateAnchors = 3;  // that the predicate's class stands with
constexpr std::size_t kStatementTopics = 2;
constexpr std::size_t kMaxAxes = 6;         // of a statement, or those of one word more
constexpr std::size_t kOppositeTopics = 3;  // of the article, that an axis stands with
constexpr std::size_t kNegationReach = 6;   // tokens before a predicate

}  // namespace

StatementFact StatementFactReader::statement(std::size_t claim) const {
  const Claim& value = extraction_.claims[claim];
  std::vector<TokenRange> ranges;
  for (const Span& content : value.content) ranges.push_back(words_.tokens_in(content));
  StatementFact fact;
  fact.claim = claim;
  const std::optional<std::size_t> predicate = main_predicate(ranges);
  std::vector<Span> without;
  if (predicate) {
    fact.predicate = keys_.predicate(word(*predicate));
    without.push_back(words_.words().tokens[*predicate].span);
  }
  fact.anchors = words_.anchors_in(ranges, without);
  const bool denied = value.modality == Modality::denied;
  fact.polarity = denied != is_negated(ranges, predicate) ? -1 : 1;
  std::set<std::string> keys;
  for (const std::vector<TokenRange>& sentence : by_sentence(ranges)) {
    for (std::string& key : sentence_keys(sentence, value)) keys.insert(std::move(key));
  }
  fact.keys.assign(keys.begin(), keys.end());
  return fact;
}

// The ranges cut at the ends of sentences, those of a sentence together; kMaxSentences at most.
std::vector<std::vector<TokenRange>> StatementFactReader::by_sentence(const std::vector<TokenRange>& ranges) const {
  std::vector<std::vector<TokenRange>> sentences;
  std::optional<std::size_t> last;
  for (TokenRange range : ranges) {
    while (range.first < range.last) {
      const auto in = words_.sentence_at(words_.words().tokens[range.first].span.begin);
      const std::size_t end = in ? std::clamp(words_.tokens_of(*in).last, range.first + 1, range.last) : range.last;
      if (sentences.empty() || in != last) {
        if (sentences.size() == kMaxSentences) return sentences;
        sentences.emplace_back();
      }
      last = in;
      sentences.back().push_back({range.first, end});
      range.first = end;
    }
  }
  return sentences;
}

// What one sentence of a claim speaks of; a quotation of several speaks of several things.
std::vector<std::string> StatementFactReader::sentence_keys(const std::vector<TokenRange>& ranges,
                                                            const Claim& claim) const {
  StatementFact said;
  std::vector<Span> without;
  if (const std::optional<std::size_t> predicate = main_predicate(ranges)) {
    said.predicate = keys_.predicate(word(*predicate));
    without.push_back(words_.words().tokens[*predicate].span);
  }
  said.anchors = words_.anchors_in(ranges, without);
  std::vector<std::string> keys = statement_keys(said, claim);
  std::vector<std::string> opposites = opposite_keys(said, ranges);
  std::move(opposites.begin(), opposites.end(), std::back_inserter(keys));
  return keys;
}

std::vector<std::string> StatementFactReader::statement_keys(const StatementFact& fact, const Claim& claim) const {
  std::vector<std::string> keys;
  const std::size_t best = std::min(fact.anchors.size(), kStatementAnchors);
  // Whatever happens to the same: "closed" and "open" are two predicates.
  for (std::size_t a = 0; a < best; ++a) {
    for (std::size_t b = a + 1; b < best; ++b) {
      const auto [first, second] = std::minmax(fact.anchors[a], fact.anchors[b]);
      keys.push_back("|" + first + "|" + second);
    }
  }
  // Short statements have one anchor: "that it had known of the crack".
  for (std::size_t a = 0; a < std::min(best, kPredicateAnchors) && !fact.predicate.empty(); ++a) {
    keys.push_back(fact.predicate + "|" + fact.anchors[a]);
  }
  // "No papers had been sold": of what the article is about.
  const std::vector<std::string>& topics = words_.topics();
  for (std::size_t t = 0; best < 2 && t < std::min(topics.size(), kStatementTopics) && !fact.predicate.empty(); ++t) {
    keys.push_back(fact.predicate + "|" + topics[t]);
  }
  if (!fact.predicate.empty()) {
    for (const std::string& place : places_in(claim)) keys.push_back(fact.predicate + "||" + place);
  }
  return keys;
}

// "The road was dry", "the street was wet": what has an opposite, of what the article is about.
std::vector<std::string> StatementFactReader::opposite_keys(const StatementFact& fact,
                                                            const std::vector<TokenRange>& ranges) const {
  std::set<std::string> axes;
  for (const TokenRange& range : ranges) {
    for (std::size_t token = range.first; token < range.last && axes.size() < kMaxAxes; ++token) {
      const std::vector<std::string>& found = keys_.axes(word(token));
      axes.insert(found.begin(), found.end());
    }
  }
  std::vector<std::string> keys;
  if (!words_.is_of_the_story(fact.anchors)) return keys;
  const std::vector<std::string>& topics = words_.topics();
  for (const std::string& axis : axes) {
    for (std::size_t t = 0; t < std::min(topics.size(), kOppositeTopics); ++t)
      keys.push_back("/" + axis + "|" + topics[t]);
  }
  return keys;
}

// Places and states named in a claim, each once, kMaxPlaces at most: what is denied of a place is often told of it
// elsewhere in quite other words.
std::vector<std::string> StatementFactReader::places_in(const Claim& claim) const {
  std::vector<std::string> places;
  for (const Span& span : claim.content) {
    auto mention = std::lower_bound(extraction_.mentions.begin(), extraction_.mentions.end(), span.begin,
                                    [](const Mention& m, std::size_t begin) { return m.span.begin < begin; });
    for (; mention != extraction_.mentions.end() && mention->span.begin < span.end; ++mention) {
      const Entity& entity = extraction_.entities[mention->entity];
      if (entity.kind != EntityKind::place && entity.kind != EntityKind::government) continue;
      std::string place = unaccented(entity.name);
      if (places.size() == kMaxPlaces) return places;
      if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(std::move(place));
    }
  }
  return places;
}

// The first listed verb that is no noun behind a determiner or an adjective-like word before it.
std::optional<std::size_t> StatementFactReader::main_predicate(const std::vector<TokenRange>& ranges) const {
  std::optional<std::size_t> as_noun;
  for (const TokenRange& range : ranges) {
    for (std::size_t token = range.first; token < range.last; ++token) {
      if (keys_.predicate(word(token)).empty()) continue;
      const bool noun = token > range.first && (word(token - 1) == "the" || word(token - 1) == "a" ||
                                                word(token - 1) == "an" || word(token - 1) == "of");
      if (!noun) return token;
      if (!as_noun) as_noun = token;
    }
  }
  return as_noun;
}

// "the fire was not caused by it": the predicate is a noun, and what is negated is the verb that it is the subject of.
bool StatementFactReader::is_negated_subject(const std::vector<TokenRange>& ranges, std::size_t predicate) const {
  static constexpr std::string_view kAuxiliaries[] = {"is",  "are",   "was",  "were",   "has",  "have",
                                                      "had", "did",   "does", "do",     "will", "would",
                                                      "can", "could", "must", "should", "may",  "might"};
  const auto range =
      std::find_if(ranges.begin(), ranges.end(), [&](const TokenRange& r) { return r.contains(predicate); });
  if (range == ranges.end()) return false;
  const std::size_t last = std::min(range->last, predicate + 1 + kNegationReach);
  bool auxiliary = false;
  for (std::size_t token = predicate + 1; token < last; ++token) {
    const std::string& here = word(token);
    if (words_.words().tokens[token].kind == TokenKind::mark || here == "that" || here == "which" || here == "who")
      return false;
    if (here.ends_with("n't") || here == "cannot") return true;
    const bool behind = auxiliary && (here == "not" || here == "never");
    if (behind) return token + 1 == range->last || word(token + 1) != "only";
    auxiliary = std::find(std::begin(kAuxiliaries), std::end(kAuxiliaries), here) != std::end(kAuxiliaries);
    if (!auxiliary && !keys_.predicate(here).empty()) return false;
  }
  return false;
}

// A negation close before the predicate, or of the verb whose subject it is; in a statement without one, anywhere near
// its beginning ("There was no ...").
bool StatementFactReader::is_negated(const std::vector<TokenRange>& ranges,
                                     std::optional<std::size_t> predicate) const {
  if (ranges.empty()) return false;
  if (predicate && is_negated_subject(ranges, *predicate)) return true;
  std::size_t first = ranges.front().first;
  std::size_t last = std::min(ranges.front().last, first + kNegationReach);
  if (predicate) {
    first = *predicate >= first + kNegationReach ? *predicate - kNegationReach : first;
    last = *predicate;
  }
  for (std::size_t token = first; token < last; ++token) {
    if (keys_.is_negation(word(token))) return true;
  }
  return false;
}

std::vector<QuoteFact> StatementFactReader::quotes(std::size_t claim) const {
  std::vector<QuoteFact> quotes;
  for (const Span& span : extraction_.claims[claim].quoted) {
    QuoteFact fact{claim, span, pairs_in(span, Rarity::known)};
    if (fact.keys.size() < kFewShingles) {
      fact.keys = pairs_in(span, Rarity::common);
      const std::vector<std::string> runs = runs_in(span);
      fact.keys.insert(fact.keys.end(), runs.begin(), runs.end());
    }
    quotes.push_back(std::move(fact));
  }
  return quotes;
}

// Each two content words in a row of which one is at least so rare, kMaxShingles at most.
std::vector<std::string> StatementFactReader::pairs_in(Span span, Rarity least) const {
  std::vector<std::string> pairs;
  std::string previous;
  bool previous_rare = false;
  const TokenRange range = words_.tokens_in(span);
  for (std::size_t token = range.first; token < range.last && pairs.size() < kMaxShingles; ++token) {
    const Rarity rarity = keys_.rarity(word(token));
    if (rarity == Rarity::function || words_.words().tokens[token].kind != TokenKind::word) continue;
    const bool rare = rarity >= least;
    const std::string form = keys_.meeting_form(word(token));
    if (!previous.empty() && (rare || previous_rare)) pairs.push_back(previous + " " + form);
    previous = form;
    previous_rare = rare;
  }
  return pairs;
}

// Each three words in a row, kMaxShingles at most: short quotations have few others.
std::vector<std::string> StatementFactReader::runs_in(Span span) const {
  std::vector<std::size_t> tokens;
  const TokenRange range = words_.tokens_in(span);
  for (std::size_t token = range.first; token < range.last; ++token) {
    if (words_.words().tokens[token].kind != TokenKind::mark) tokens.push_back(token);
  }
  std::vector<std::string> runs;
  for (std::size_t i = 0; i + 3 <= tokens.size() && runs.size() < kMaxShingles; ++i)
    runs.push_back(word(tokens[i]) + " " + word(tokens[i + 1]) + " " + word(tokens[i + 2]));
  return runs;
}

}  // namespace hearsay
