// Each fact is placed by the words around it: those of its claim in its own sentence, so that a speaker and a cue never
// tie two figures to one event; of the whole sentence where no claim holds it.
//   quantities  core/compare/figure_facts; ages under the name of the person
//   times       class of the nearest predicate + each of the three best anchors
//   statements  each two of the five best anchors; class of the main predicate + each of them, each place named,
//   where there are few the first topics
//   quotes      each two content words in a row of which one is rare, the first kMaxShingles; where these are few, of
//   which one is not in every article, and each three words in a row
//   citations   the two outlets + each of the statement's three best anchors
//   names       of persons: NameKeys; all others, and descriptions and titles, stand under the folded name of what they
//               mean
// Known limits: the main predicate is the first listed verb, found without a parser, also where a relative clause holds
// it ("the fire that was not put out destroyed it"); what no predicate of the table says has none.

#include "core/compare/facts.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "core/compare/ages.h"
#include "core/compare/anchors.h"
#include "core/compare/figure_facts.h"
#include "core/compare/figure_parts.h"
#include "core/compare/keys.h"
#include "core/compare/name_keys.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxShingles = 12;
constexpr std::size_t kMaxPlaces = 4;  // of a statement
constexpr std::size_t kFewShingles = 4;
constexpr std::size_t kStatementAnchors = 5;
constexpr std::size_t kStatementTopics = 2;
constexpr std::size_t kBestAnchors = 3;
constexpr std::size_t kNegationReach = 6;  // tokens before a predicate

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

class FactReader {
 public:
  FactReader(const Article& article, const Extraction& extraction, const WordKeys& keys, const NameReader& names,
             const Lexicon& lexicon)
      : article_(article),
        extraction_(extraction),
        keys_(keys),
        name_keys_(names),
        words_(article, extraction, keys, lexicon),
        figures_(words_, keys),
        ages_(article, extraction, words_) {
    for (std::size_t claim = 0; claim < extraction.claims.size(); ++claim) index(claim);
  }

  Facts read() {
    names_and_mentions();
    quantities();
    times();
    roles();
    for (std::size_t claim = 0; claim < extraction_.claims.size(); ++claim) {
      statement(claim);
      quotes(claim);
      citations(claim);
    }
    summaries();
    return std::move(facts_);
  }

 private:
  using MaybeClaim = std::optional<std::size_t>;

  void index(std::size_t claim);
  [[nodiscard]] MaybeClaim claim_at(Span span) const;
  [[nodiscard]] std::vector<TokenRange> around(Span span, MaybeClaim claim) const;
  [[nodiscard]] const std::string& word(std::size_t token) const { return words_.words().folded[token]; }
  [[nodiscard]] std::string as_of(MaybeClaim claim) const;

  void names_and_mentions();
  [[nodiscard]] std::vector<std::string> keys_of(std::string_view name, EntityKind kind) const;
  void roles();
  void quantities();
  void quantity(const Quantity& value, MaybeClaim claim);
  void parts();
  void times();
  void time(const Time& value, MaybeClaim claim);
  [[nodiscard]] std::optional<std::size_t> nearest_predicate(Span span, const std::vector<TokenRange>& ranges) const;
  void statement(std::size_t claim);
  [[nodiscard]] std::vector<std::string> places_in(const Claim& claim) const;
  [[nodiscard]] std::optional<std::size_t> main_predicate(const std::vector<TokenRange>& ranges) const;
  [[nodiscard]] bool is_negated_subject(const std::vector<TokenRange>& ranges, std::size_t predicate) const;
  [[nodiscard]] bool is_negated(const std::vector<TokenRange>& ranges, std::optional<std::size_t> predicate) const;
  void quotes(std::size_t claim);
  [[nodiscard]] std::vector<std::string> pairs_in(Span span, Rarity least) const;
  [[nodiscard]] std::vector<std::string> runs_in(Span span) const;
  void citations(std::size_t claim);
  void summaries();

  const Article& article_;
  const Extraction& extraction_;
  const WordKeys& keys_;
  NameKeys name_keys_;
  ArticleWords words_;
  FigureFactReader figures_;
  AgeReader ages_;
  std::map<std::size_t, std::vector<std::size_t>> claims_of_sentence_;
  Facts facts_;
};

void FactReader::index(std::size_t claim) {
  for (const Span& span : extraction_.claims[claim].content) {
    const auto first = words_.sentence_at(span.begin);
    if (!first) continue;
    for (std::size_t s = *first; s < words_.words().sentences.size(); ++s) {
      if (words_.words().sentences[s].span.begin >= span.end) break;
      claims_of_sentence_[s].push_back(claim);
    }
  }
}

// The claim with the shortest content that holds `span`.
FactReader::MaybeClaim FactReader::claim_at(Span span) const {
  const auto sentence = words_.sentence_at(span.begin);
  const auto found = sentence ? claims_of_sentence_.find(*sentence) : claims_of_sentence_.end();
  if (found == claims_of_sentence_.end()) return std::nullopt;
  MaybeClaim best;
  std::size_t best_size = std::numeric_limits<std::size_t>::max();
  for (const std::size_t claim : found->second) {
    for (const Span& content : extraction_.claims[claim].content) {
      if (!content.contains(span) || content.size() >= best_size) continue;
      best = claim;
      best_size = content.size();
    }
  }
  return best;
}

// The tokens of the claim's content in the sentence of `span`; the sentence where there is no claim.
std::vector<TokenRange> FactReader::around(Span span, MaybeClaim claim) const {
  const auto sentence = words_.sentence_at(span.begin);
  if (!sentence) return {};
  const TokenRange whole = words_.tokens_of(*sentence);
  if (!claim) return {whole};
  std::vector<TokenRange> ranges;
  for (const Span& content : extraction_.claims[*claim].content) {
    const TokenRange range = words_.tokens_in(content);
    const TokenRange both{std::max(range.first, whole.first), std::min(range.last, whole.last)};
    if (both.first < both.last) ranges.push_back(both);
  }
  return ranges;
}

std::string FactReader::as_of(MaybeClaim claim) const {
  if (claim && !extraction_.claims[*claim].said.edtf.empty()) return extraction_.claims[*claim].said.edtf;
  return article_.published.edtf;
}

// ---- names

std::vector<std::string> FactReader::keys_of(std::string_view name, EntityKind kind) const {
  if (kind != EntityKind::person) return {fold_spaces(name)};
  if (name.ends_with("'s")) name.remove_suffix(2);
  return name_keys_.of(name);
}

void FactReader::names_and_mentions() {
  std::map<std::pair<std::size_t, std::string_view>, std::size_t> known;
  for (const Mention& mention : extraction_.mentions) {
    const MaybeClaim claim = claim_at(mention.span);
    facts_.mentions.push_back({claim, mention, std::nullopt});
    if (mention.form == MentionForm::pronoun) continue;
    const auto [at, fresh] = known.try_emplace({mention.entity, mention.text}, facts_.names.size());
    facts_.mentions.back().name = at->second;
    if (fresh) {
      const Entity& entity = extraction_.entities[mention.entity];
      const bool described = mention.form == MentionForm::description || mention.form == MentionForm::title;
      const bool named = !described && entity.kind != EntityKind::anonymous;
      facts_.names.push_back(
          {mention.text, mention.entity, mention.form, mention.role, 0, claim, mention.span, mention.span,
           named ? keys_of(mention.text, entity.kind) : std::vector<std::string>{fold_spaces(entity.name)}});
    }
    NameFact& name = facts_.names[at->second];
    ++name.mentions;
    name.last = mention.span;
    if (name.role.empty()) name.role = mention.role;
  }
}

void FactReader::roles() {
  for (const Mention& mention : extraction_.mentions) {
    if (mention.role.empty()) continue;
    const Entity& entity = extraction_.entities[mention.entity];
    const std::string folded = fold(mention.role);
    const bool former = folded.starts_with("former ") || folded.starts_with("ex-") || folded.starts_with("late ");
    facts_.roles.push_back({claim_at(mention.span), mention.entity, entity.name, mention.role,
                            former ? "" : article_.published.edtf, mention.span, keys_of(entity.name, entity.kind)});
  }
}

// ---- figures

void FactReader::quantities() {
  std::set<Span> held;
  for (std::size_t claim = 0; claim < extraction_.claims.size(); ++claim) {
    for (const Quantity& value : extraction_.claims[claim].quantities) {
      quantity(value, claim);
      held.insert(value.span);
    }
  }
  for (const Quantity& value : extraction_.quantities) {
    if (!held.contains(value.span)) quantity(value, std::nullopt);
  }
  parts();
}

// Of a figure that several claims hold, the first fact.
void FactReader::parts() {
  const auto fact_of = [&](std::size_t figure) {
    const auto fact = std::find_if(facts_.quantities.begin(), facts_.quantities.end(), [&](const QuantityFact& f) {
      return f.value.span == extraction_.quantities[figure].span;
    });
    return static_cast<std::size_t>(fact - facts_.quantities.begin());
  };
  for (const FigureParts& found : figure_parts(words_, extraction_.quantities)) {
    for (const std::size_t part : found.parts)
      facts_.parts.push_back({fact_of(found.whole), fact_of(part), found.complete});
  }
}

void FactReader::quantity(const Quantity& value, MaybeClaim claim) {
  QuantityFact fact = figures_.read(value, around(value.span, claim));
  fact.claim = claim;
  fact.as_of = as_of(claim);
  if (const std::optional<std::size_t> person = ages_.person_of(value)) {
    const std::string& name = extraction_.entities[*person].name;
    fact.noun_class = "age";
    fact.topic = "age of " + name;
    fact.event = fact.scope = unaccented(fold_spaces(name));
    fact.value.unit = "year";
    fact.keys = {"age|year|" + fact.scope};
  }
  facts_.quantities.push_back(std::move(fact));
}

// ---- times

void FactReader::times() {
  std::set<Span> held;
  for (std::size_t claim = 0; claim < extraction_.claims.size(); ++claim) {
    for (const Time& value : extraction_.claims[claim].times) {
      time(value, claim);
      held.insert(value.span);
    }
  }
  for (const Time& value : extraction_.times) {
    if (!held.contains(value.span)) time(value, std::nullopt);
  }
}

void FactReader::time(const Time& value, MaybeClaim claim) {
  TimeFact fact;
  fact.claim = claim;
  fact.value = value;
  const std::vector<TokenRange> ranges = around(value.span, claim);
  if (const auto token = nearest_predicate(value.span, ranges)) fact.predicate = keys_.predicate(word(*token));
  fact.anchors = words_.anchors_in(ranges, {value.span});
  fact.event = fact.predicate + (fact.anchors.empty() ? "" : ": " + joined(fact.anchors, " "));
  if (const auto days = days_of(value.edtf); days && days->year_known) {
    fact.first_day = days->first;
    fact.last_day = days->last;
  }
  const bool comparable = !value.edtf.empty() && !value.vague;
  for (std::size_t a = 0; a < std::min(fact.anchors.size(), kBestAnchors) && comparable && !fact.predicate.empty();
       ++a) {
    fact.keys.push_back(fact.predicate + "|" + fact.anchors[a]);
  }
  facts_.times.push_back(std::move(fact));
}

std::optional<std::size_t> FactReader::nearest_predicate(Span span, const std::vector<TokenRange>& ranges) const {
  const TokenRange here = words_.tokens_in(span);
  std::optional<std::size_t> best;
  std::size_t best_distance = std::numeric_limits<std::size_t>::max();
  for (const TokenRange& range : ranges) {
    for (std::size_t token = range.first; token < range.last; ++token) {
      if (token >= here.first && token < here.last) continue;
      if (keys_.predicate(word(token)).empty()) continue;
      const std::size_t distance = token < here.first ? here.first - token : token - here.last + 1;
      if (distance >= best_distance) continue;
      best = token;
      best_distance = distance;
    }
  }
  return best;
}

// ---- statements and quotes

void FactReader::statement(std::size_t claim) {
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
  const std::size_t best = std::min(fact.anchors.size(), kStatementAnchors);
  // Whatever happens to the same: "closed" and "open" are two predicates.
  for (std::size_t a = 0; a < best; ++a) {
    for (std::size_t b = a + 1; b < best; ++b) {
      const auto [first, second] = std::minmax(fact.anchors[a], fact.anchors[b]);
      fact.keys.push_back("|" + first + "|" + second);
    }
  }
  // Short statements have one anchor: "that it had known of the crack".
  for (std::size_t a = 0; a < std::min(best, kBestAnchors) && !fact.predicate.empty(); ++a) {
    fact.keys.push_back(fact.predicate + "|" + fact.anchors[a]);
  }
  // "No papers had been sold": of what the article is about.
  const std::vector<std::string>& topics = words_.topics();
  for (std::size_t t = 0; best < 2 && t < std::min(topics.size(), kStatementTopics) && !fact.predicate.empty(); ++t) {
    fact.keys.push_back(fact.predicate + "|" + topics[t]);
  }
  if (!fact.predicate.empty()) {
    for (const std::string& place : places_in(value)) fact.keys.push_back(fact.predicate + "||" + place);
  }
  facts_.statements.push_back(std::move(fact));
}

// Places and states named in a claim, each once, kMaxPlaces at most: what is denied of a place is often told of it
// elsewhere in quite other words.
std::vector<std::string> FactReader::places_in(const Claim& claim) const {
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
std::optional<std::size_t> FactReader::main_predicate(const std::vector<TokenRange>& ranges) const {
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
bool FactReader::is_negated_subject(const std::vector<TokenRange>& ranges, std::size_t predicate) const {
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
bool FactReader::is_negated(const std::vector<TokenRange>& ranges, std::optional<std::size_t> predicate) const {
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

void FactReader::quotes(std::size_t claim) {
  for (const Span& span : extraction_.claims[claim].quoted) {
    QuoteFact fact{claim, span, pairs_in(span, Rarity::known)};
    if (fact.keys.size() < kFewShingles) {
      fact.keys = pairs_in(span, Rarity::common);
      const std::vector<std::string> runs = runs_in(span);
      fact.keys.insert(fact.keys.end(), runs.begin(), runs.end());
    }
    facts_.quotes.push_back(std::move(fact));
  }
}

// Each two content words in a row of which one is at least so rare, kMaxShingles at most.
std::vector<std::string> FactReader::pairs_in(Span span, Rarity least) const {
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
std::vector<std::string> FactReader::runs_in(Span span) const {
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

// Their sentences, in order of the text.
void FactReader::summaries() {
  for (const Sentence& sentence : words_.words().sentences) {
    const Zone* zone = zone_at(article_, sentence.span.begin);
    if (zone == nullptr ||
        (zone->kind != ZoneKind::headline && zone->kind != ZoneKind::standfirst && zone->kind != ZoneKind::bullet)) {
      continue;
    }
    SummaryFact fact{zone->kind, sentence.span, std::nullopt};
    for (std::size_t claim = 0; claim < extraction_.claims.size() && !fact.claim; ++claim) {
      const Span first = extraction_.claims[claim].content.front();
      if (sentence.span.contains(first) || first.contains(sentence.span)) fact.claim = claim;
    }
    facts_.summaries.push_back(fact);
  }
}

// Whom the statement comes from besides this outlet: the outlets of its chain, and a body as the speaker, which may be
// one. Its own statement must have been read.
void FactReader::citations(std::size_t claim) {
  const Claim& value = extraction_.claims[claim];
  const std::string own = article_.outlet ? outlet_key(article_.outlet->value) : "";
  if (own.empty()) return;
  std::vector<std::string> cited = value.via;
  const bool body = value.speaker && value.speaker->span &&
                    (value.speaker->kind == SpeakerKind::outlet || value.speaker->kind == SpeakerKind::organization);
  if (body) cited.push_back(value.speaker->name);
  const std::vector<std::string>& anchors = facts_.statements.back().anchors;
  for (const std::string& outlet : cited) {
    const std::string key = outlet_key(outlet);
    if (key.empty() || key == own) continue;
    CitationFact fact{claim, outlet, {}};
    const auto& [first, second] = std::minmax(own, key);
    for (std::size_t i = 0; i < std::min(anchors.size(), kBestAnchors); ++i) {
      fact.keys.push_back(first + "|" + second + "|" + anchors[i]);
    }
    facts_.citations.push_back(std::move(fact));
  }
}

}  // namespace

struct FactMaker::Tables {
  WordKeys keys;
  NameReader names;
  const Lexicon& lexicon;
};

FactMaker::FactMaker(const Lexicon& lexicon)
    : tables_(std::make_unique<Tables>(Tables{WordKeys(lexicon), NameReader(lexicon), lexicon})) {}
FactMaker::~FactMaker() = default;

Facts FactMaker::facts_of(const Article& article, const Extraction& extraction) const {
  return FactReader(article, extraction, tables_->keys, tables_->names, tables_->lexicon).read();
}

}  // namespace hearsay
