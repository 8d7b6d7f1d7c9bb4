// Each fact is placed by the words around it: those of its claim in its own sentence, so that a speaker and a cue never
// tie two figures to one event; of the whole sentence where no claim holds it.
//   quantities  core/compare/figure_facts; ages under the name of the person
//   times       class of the nearest predicate + each of the three best anchors; each two of these
//   statements, quotes  core/compare/statement_facts
//   citations   the two outlets + each of the statement's three best anchors
//   names       of persons: NameKeys; all others, and descriptions and titles, stand under the folded name of what they
//               mean

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
#include "core/compare/statement_facts.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kReach = 100;  // tokens on each side of a figure or time
constexpr std::size_t kBestAnchors = 4;

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
        ages_(article, extraction, words_, keys),
        statements_(extraction, words_, keys) {
    for (std::size_t claim = 0; claim < extraction.claims.size(); ++claim) index(claim);
  }

  Facts read() {
    names_and_mentions();
    quantities();
    times();
    roles();
    for (std::size_t claim = 0; claim < extraction_.claims.size(); ++claim) {
      facts_.statements.push_back(statements_.statement(claim));
      std::vector<QuoteFact> quotes = statements_.quotes(claim);
      std::move(quotes.begin(), quotes.end(), std::back_inserter(facts_.quotes));
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
  void citations(std::size_t claim);
  void summaries();

  const Article& article_;
  const Extraction& extraction_;
  const WordKeys& keys_;
  NameKeys name_keys_;
  ArticleWords words_;
  FigureFactReader figures_;
  AgeReader ages_;
  StatementFactReader statements_;
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

// The tokens of the claim's content in the sentence of `span`; the sentence where there is no claim. Of what goes on
// for longer than any sentence (a table, a list of days) those within kReach.
std::vector<TokenRange> FactReader::around(Span span, MaybeClaim claim) const {
  const auto sentence = words_.sentence_at(span.begin);
  if (!sentence) return {};
  TokenRange whole = words_.tokens_of(*sentence);
  const TokenRange here = words_.tokens_in(span);
  whole.first = std::max(whole.first, here.first - std::min(here.first, kReach));
  whole.last = std::min(whole.last, here.last + kReach);
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
  std::map<Span, std::size_t> facts;
  for (std::size_t i = 0; i < facts_.quantities.size(); ++i) facts.emplace(facts_.quantities[i].value.span, i);
  const auto fact_of = [&](std::size_t figure) { return facts.at(extraction_.quantities[figure].span); };
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
  } else if (ages_.is_age(value)) {
    fact.noun_class.clear();  // of somebody not known
    fact.keys.clear();
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
  const std::size_t best = !value.edtf.empty() && !value.vague ? std::min(fact.anchors.size(), kBestAnchors) : 0;
  for (std::size_t a = 0; a < best; ++a) {
    if (!fact.predicate.empty()) fact.keys.push_back(fact.predicate + "|" + fact.anchors[a]);
    for (std::size_t b = a + 1; b < best; ++b) {
      const auto [first, second] = std::minmax(fact.anchors[a], fact.anchors[b]);
      fact.keys.push_back("|" + first + "|" + second);
    }
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

// ---- summaries and citations

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
