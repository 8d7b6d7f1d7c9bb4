// Clauses are parted at commas, semicolons, colons, dashes and at the words that open a clause; a negation reaches to
// the end of its clause. Who reports a statement ("Police said ...", "..., said Mr X", "according to ...") is left out
// of it. Known limits: no parser, so that a negation also reaches what hangs on its clause by "and"; a reporter in the
// middle of a sentence stays in it.

#include "core/compare/proposition.h"

#include <algorithm>
#include <unordered_set>

#include "core/lexicon/verb_forms.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kReporterWords = 9;  // tokens: ", the county's chief auditor told reporters on Tuesday"

double weight_of(Rarity rarity) {
  switch (rarity) {
    case Rarity::function:
      return 0;
    case Rarity::everywhere:
      return 0.5;
    case Rarity::common:
      return 1;
    case Rarity::known:
      return 1.5;
    case Rarity::rare:
      return 2;
  }
  return 0;
}

// Tokens that lie in one of `spans`.
void mark(const Words& words, const std::vector<Span>& spans, std::vector<bool>& marked) {
  for (const Span& span : spans) {
    const auto first = std::lower_bound(words.tokens.begin(), words.tokens.end(), span.begin,
                                        [](const Token& token, std::size_t at) { return token.span.begin < at; });
    for (auto token = first; token != words.tokens.end() && token->span.end <= span.end; ++token)
      marked[static_cast<std::size_t>(token - words.tokens.begin())] = true;
  }
}

// "saw 12 deaths", "is considered": these tell more often than they doubt.
bool is_perception(std::string_view word) {
  static constexpr std::string_view kStems[] = {"see", "saw", "view", "feel", "felt", "consider", "regard", "deem"};
  return std::any_of(std::begin(kStems), std::end(kStems),
                     [word](std::string_view stem) { return word.starts_with(stem); });
}

// "the suspect", "his belief": a noun, no verb of doubt.
bool is_noun_here(const Words& words, const PhraseMatch& match) {
  static constexpr std::string_view kBefore[] = {"the", "a",     "an",   "this",  "that",  "his",    "her",
                                                 "its", "their", "main", "prime", "chief", "murder", "one"};
  return match.first > 0 &&
         std::find(std::begin(kBefore), std::end(kBefore), words.folded[match.first - 1]) != std::end(kBefore);
}

// "said it would not close": what is to come, as told afterwards.
bool would_not(const Words& words) {
  for (std::size_t token = 0; token < words.folded.size(); ++token) {
    if (words.folded[token] == "wouldn't") return true;
    if (token > 0 && words.folded[token] == "not" && words.folded[token - 1] == "would") return true;
  }
  return false;
}

// "not only", "not until May", "did not ... until": takes nothing back.
bool takes_nothing_back(const Words& words, const Negation& negation) {
  static constexpr std::string_view kBehind[] = {"only",   "just", "merely",      "simply", "solely", "alone",
                                                 "always", "all",  "necessarily", "least",  "most",   "entirely"};
  if (negation.effect != Effect::negation) return false;
  const std::size_t next = negation.tokens.last;
  if (next < words.tokens.size() &&
      std::find(std::begin(kBehind), std::end(kBehind), words.folded[next]) != std::end(kBehind))
    return true;
  for (std::size_t token = negation.reach.first; token < std::min(negation.reach.last + 1, words.tokens.size());
       ++token) {
    if (words.folded[token] == "until" || words.folded[token] == "unless") return true;
  }
  return false;
}

// "leaves at least nine dead": nobody goes away.
bool leaves_in_state(const Words& words, std::size_t token) {
  static constexpr std::string_view kLeave[] = {"leave", "leaves", "leaving", "left"};
  static constexpr std::string_view kStates[] = {"dead",     "injured",  "wounded", "hurt", "missing",
                                                 "homeless", "stranded", "trapped", "open", "unconscious"};
  constexpr std::size_t kReach = 7;  // tokens
  const auto among = [](const auto& list, const std::string& word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
  };
  if (!among(kLeave, words.folded[token])) return false;
  const std::size_t last = std::min(words.tokens.size(), token + 1 + kReach);
  for (std::size_t at = token + 1; at < last && words.tokens[at].kind != TokenKind::mark; ++at) {
    if (among(kStates, words.folded[at])) return true;
  }
  return false;
}

bool is_capitalised(std::string_view word) { return !word.empty() && word.front() >= 'A' && word.front() <= 'Z'; }

bool ends_sentence(const Words& words, std::size_t token) {
  const std::string& mark = words.folded[token];
  return mark == "." || mark == "!" || mark == "?";
}

}  // namespace

bool Proposition::is_name(std::size_t token) const {
  return std::any_of(names.begin(), names.end(),
                     [token](const ProperName& name) { return name.tokens.contains(token); });
}

bool Proposition::has_scope(ScopeKind kind) const {
  return std::any_of(scopes.begin(), scopes.end(), [kind](const ScopeWord& scope) { return scope.kind == kind; });
}

bool Proposition::has_axis(const std::string& axis) const {
  return std::any_of(senses.begin(), senses.end(), [&axis](const Sense& sense) { return sense.meaning->axis == axis; });
}

bool offices_exclude(const Proposition& a, const Proposition& b) {
  bool exclude = false;
  for (const Office& one : a.offices) {
    for (const Office& other : b.offices) {
      if (one.office == other.office) return false;
      exclude |= one.exclusive && other.exclusive;
    }
  }
  return exclude;
}

PropositionReader::PropositionReader(const Lexicon& lexicon)
    : keys_(lexicon),
      forms_(lexicon),
      meanings_(lexicon, forms_),
      negations_(forms_),
      scopes_(forms_),
      offices_(forms_),
      reporting_(forms_),
      hedges_(forms_),
      intentions_(forms_),
      clause_openers_(forms_) {
  const Table& negations = lexicon.table("negations");
  for (const Table::Row& row : negations.rows()) {
    const std::string& effect = negations.cell(row, "effect");
    negations_.add(row.key, negation_phrases_.size());
    negation_phrases_.push_back({effect == "denial"       ? Effect::denial
                                 : effect == "refusal"    ? Effect::refusal
                                 : effect == "unfinished" ? Effect::unfinished
                                                          : Effect::negation,
                                 negations.cell(row, "reach") == "before"});
  }
  std::unordered_set<std::string> told;  // what meanings.tsv tells of itself
  const Table& meanings = lexicon.table("meanings");
  for (const Table::Row& row : meanings.rows()) {
    const std::string& words = meanings.cell(row, "words");
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find('|', at), words.size());
      told.insert(words.substr(at, end - at));
      at = end + 1;
    }
  }
  const Table& opposites = lexicon.table("opposites");
  for (const Table::Row& row : opposites.rows()) {
    const std::string& opposite = opposites.cell(row, "opposite");
    if (!told.contains(opposite)) opposites_.emplace(opposite, forms_.form_of(row.key));
  }
  const Table& scopes = lexicon.table("scopes");
  for (const Table::Row& row : scopes.rows()) {
    const std::string& means = scopes.cell(row, "means");
    scopes_.add(row.key, scope_phrases_.size());
    scope_phrases_.push_back({means == "part"    ? ScopeKind::part
                              : means == "whole" ? ScopeKind::whole
                              : means == "now"   ? ScopeKind::now
                              : means == "today" ? ScopeKind::today
                              : means == "wish"  ? ScopeKind::wish
                              : means == "then"  ? ScopeKind::then
                                                 : ScopeKind::group,
                              means, scopes.cell(row, "group")});
  }
  const Table& offices = lexicon.table("offices");
  for (const Table::Row& row : offices.rows()) {
    offices_.add(row.key, office_names_.size());
    office_names_.push_back({{}, row.key, offices.cell(row, "office"), offices.cell(row, "class") == "sole"});
  }
  const Table& cues = lexicon.table("cues");
  for (const Table::Row& row : cues.rows()) {
    const std::string& governs = cues.cell(row, "governs");
    if (cues.cell(row, "kind") != "verb" || governs.find("clause") == std::string::npos) continue;
    const bool plain = governs.starts_with("clause quote") && governs.find("object") == std::string::npos;
    const std::size_t bare = plain ? 1 : 0;
    const std::size_t space = std::min(row.key.find(' '), row.key.size());
    // as written, so that "counting" is no form of "counter"
    const VerbForms verb = verb_forms(row.key.substr(0, space), cues.cell(row, "forms"));
    for (const std::string& form : {verb.base, verb.third, verb.past, verb.participle, verb.gerund})
      reporting_.add_written(form + row.key.substr(space), bare);
  }
  const Table& certainty = lexicon.table("certainty");
  for (const Table::Row& row : certainty.rows()) {
    const std::string& where = certainty.cell(row, "where");
    const std::string& modality = certainty.cell(row, "modality");
    const bool in_content = where == "content" || where == "start";
    if (in_content && (modality == "possible" || modality == "conditional")) hedges_.add(row.key, 0);
    if (where == "cue" && modality == "reported-belief" && !is_perception(row.key)) hedges_.add(row.key, 0);
    if (in_content && modality == "intended") intentions_.add(row.key, 0);
  }
  const Table& classes = lexicon.table("word-classes");
  for (const Table::Row& row : classes.rows()) {
    const std::string& cell = classes.cell(row, "classes");
    const bool opens = cell.find("subordinator") != std::string::npos && cell.find("determiner") == std::string::npos &&
                       cell.find("preposition") == std::string::npos;
    if (opens || row.key == "but") clause_openers_.add(row.key, 0);
  }
}

std::vector<std::size_t> PropositionReader::clauses(const Proposition& proposition) const {
  const Words& words = proposition.statement->words;
  std::vector<bool> opens(words.tokens.size() + 1, false);
  for (const PhraseMatch& match : clause_openers_.find(words, proposition.forms)) opens[match.first] = true;
  for (std::size_t token = 0; token < words.tokens.size(); ++token) {
    if (words.tokens[token].kind != TokenKind::mark) continue;
    const std::string& mark = words.folded[token];
    if (mark == "," || mark == ";" || mark == ":" || mark == "-" || ends_sentence(words, token)) opens[token] = true;
  }
  std::vector<std::size_t> clause_of(words.tokens.size());
  std::size_t clause = 0;
  for (std::size_t token = 0; token < clause_of.size(); ++token) {
    if (opens[token]) ++clause;
    clause_of[token] = clause;
  }
  return clause_of;
}

// Tokens that say who reports it, not what happened.
std::vector<bool> PropositionReader::attribution(const Proposition& proposition) const {
  const Words& words = proposition.statement->words;
  const std::size_t size = words.tokens.size();
  std::vector<bool> left_out(size, false);
  const std::vector<std::string>& folded = words.folded;
  std::size_t last_comma = size;
  for (std::size_t token = 0; token < size; ++token) {
    if (folded[token] == ",") last_comma = token;
  }
  for (const PhraseMatch& match : reporting_.find(words, proposition.forms)) {
    if (is_capitalised(words.of(match.first))) continue;  // a name: "Tell"
    const bool that = match.last < size && folded[match.last] == "that";
    if (match.first > 0 && match.first < kReporterWords && (that || match.id == 1) && last_comma > match.last + 1) {
      std::fill(left_out.begin(), left_out.begin() + static_cast<std::ptrdiff_t>(match.last), true);
      break;
    }
    if (last_comma < match.first && size - last_comma <= kReporterWords) {
      std::fill(left_out.begin() + static_cast<std::ptrdiff_t>(last_comma), left_out.end(), true);
      break;
    }
  }
  for (std::size_t token = 0; token + 1 < size; ++token) {
    if (folded[token] != "according" || folded[token + 1] != "to") continue;
    for (std::size_t at = token; at < size && folded[at] != "," && !ends_sentence(words, at); ++at) left_out[at] = true;
  }
  return left_out;
}

void PropositionReader::read_negations(Proposition& proposition) const {
  const Words& words = proposition.statement->words;
  const auto reach = [&](std::size_t first, std::size_t last, bool before) {
    TokenRange range = before ? TokenRange{first, first} : TokenRange{last, last};
    const std::size_t clause = proposition.clause_of[before ? first : last - 1];
    if (before) {
      while (range.first > 0 && proposition.clause_of[range.first - 1] == clause) --range.first;
    } else {
      while (range.last < words.tokens.size() && proposition.clause_of[range.last] == clause) ++range.last;
    }
    return range;
  };
  for (const PhraseMatch& match : negations_.find(words, proposition.forms)) {
    const NegationPhrase& phrase = negation_phrases_[match.id];
    proposition.negations.push_back(
        {phrase.effect, {match.first, match.last}, reach(match.first, match.last, phrase.before)});
  }
  for (std::size_t token = 0; token < words.tokens.size(); ++token) {
    if (!words.folded[token].ends_with("n't")) continue;
    proposition.negations.push_back({Effect::negation, {token, token + 1}, reach(token, token + 1, false)});
  }
  for (std::size_t token = 0; token < words.tokens.size(); ++token) {
    const auto opposite = opposites_.find(words.folded[token]);
    if (opposite == opposites_.end()) continue;
    proposition.forms[token] = opposite->second;
    proposition.negations.push_back({Effect::negation, {token, token}, {token, token + 1}});
  }
  std::erase_if(proposition.negations,
                [&words](const Negation& negation) { return takes_nothing_back(words, negation); });
}

void PropositionReader::read_senses(Proposition& proposition, const std::vector<bool>& left_out) const {
  for (const PhraseMatch& match : meanings_.find(proposition.statement->words, proposition.forms)) {
    if (left_out[match.first] || proposition.is_name(match.first)) continue;
    if (leaves_in_state(proposition.statement->words, match.first)) continue;
    proposition.senses.push_back({{match.first, match.last}, &meanings_.of(match.id), false});
  }
  std::vector<Sense>& senses = proposition.senses;
  const auto ends = [&senses](const Sense& sense) {
    return sense.meaning->axis == "rule" && sense.meaning->value == "lifted";
  };
  for (Sense& sense : senses) {
    for (const Negation& negation : proposition.negations) {
      if (negation.reach.contains(sense.tokens.first)) sense.negated = !sense.negated;
    }
  }
  const bool ended = std::any_of(senses.begin(), senses.end(), [&](const Sense& s) { return ends(s) && !s.negated; });
  for (Sense& sense : senses) {
    if (ended && sense.meaning->state) sense.negated = !sense.negated;
  }
}

void PropositionReader::read_names(Proposition& proposition, const std::vector<bool>& left_out) const {
  const Statement& statement = *proposition.statement;
  const Words& words = statement.words;
  std::vector<bool> in_name(words.tokens.size(), false);
  mark(words, statement.names, in_name);
  std::vector<bool> no_name(words.tokens.size(), false);
  std::vector<Span> spans;
  for (const Time& time : statement.times) spans.push_back(time.span);
  for (const Quantity& quantity : statement.quantities) spans.push_back(quantity.span);
  mark(words, spans, no_name);
  const auto is_name = [&](std::size_t token) {
    if (no_name[token] || words.tokens[token].kind != TokenKind::word) return false;
    if (!is_capitalised(words.of(token))) return false;
    const std::string& word = words.folded[token];
    const bool opening = token == 0 || ends_sentence(words, token - 1);
    if (in_name[token]) return keys_.rarity(word) != Rarity::function || !opening;
    return !opening && !keys_.is_person_noun(word) && keys_.rarity(word) != Rarity::function;
  };
  for (std::size_t token = 0; token < words.tokens.size(); ++token) {
    if (!is_name(token)) continue;
    ProperName name{{token, token}, {}, {}, left_out[token]};
    for (; token < words.tokens.size() && is_name(token); ++token) {
      name.forms.push_back(proposition.forms[token]);
      ++name.tokens.last;
      if (words.folded[token].ends_with("'s")) {
        ++token;
        break;
      }
    }
    --token;
    const Span span{words.tokens[name.tokens.first].span.begin, words.tokens[name.tokens.last - 1].span.end};
    name.written = std::string(span.of(words.text));
    if (name.written.ends_with("'s")) name.written.resize(name.written.size() - 2);
    proposition.names.push_back(std::move(name));
  }
  std::stable_partition(proposition.names.begin(), proposition.names.end(),
                        [](const ProperName& name) { return !name.reports; });
}

void PropositionReader::read_terms(Proposition& proposition, const std::vector<bool>& left_out) const {
  const Statement& statement = *proposition.statement;
  const Words& words = statement.words;
  std::vector<bool> skipped = left_out;
  std::vector<Span> spans;
  for (const Time& time : statement.times) spans.push_back(time.span);
  for (const Quantity& quantity : statement.quantities) spans.push_back(quantity.span);
  mark(words, spans, skipped);
  for (const Negation& negation : proposition.negations) {
    for (std::size_t token = negation.tokens.first; token < negation.tokens.last; ++token) skipped[token] = true;
  }
  for (std::size_t token = 0; token < words.tokens.size(); ++token) {
    if (skipped[token] || words.tokens[token].kind != TokenKind::word) continue;
    const Rarity rarity = keys_.rarity(words.folded[token]);
    const double weight = proposition.is_name(token) ? weight_of(Rarity::rare) : weight_of(rarity);
    if (weight == 0) continue;
    Term term{proposition.forms[token], token, weight, false};
    for (const Negation& negation : proposition.negations) {
      if (negation.reach.contains(token)) term.negated = !term.negated;
    }
    proposition.terms.push_back(std::move(term));
  }
}

void PropositionReader::read_scopes(Proposition& proposition, const std::vector<bool>& left_out) const {
  const Words& words = proposition.statement->words;
  std::vector<bool> in_figure(words.tokens.size(), false);
  std::vector<Span> figures;
  for (const Quantity& quantity : proposition.statement->quantities) figures.push_back(quantity.span);
  mark(words, figures, in_figure);
  for (const PhraseMatch& match : scopes_.find(words, proposition.forms)) {
    if (left_out[match.first] || in_figure[match.first]) continue;
    const ScopePhrase& phrase = scope_phrases_[match.id];
    const Span span{words.tokens[match.first].span.begin, words.tokens[match.last - 1].span.end};
    proposition.scopes.push_back(
        {{match.first, match.last}, phrase.kind, phrase.value, phrase.group, std::string(span.of(words.text))});
  }
  for (const PhraseMatch& match : offices_.find(words, proposition.forms)) {
    const std::string& phrase = office_names_[match.id].phrase;
    if (!words.folded[match.first].starts_with(phrase.substr(0, phrase.find(' ')))) continue;  // "governed"
    proposition.offices.push_back(office_names_[match.id]);
    proposition.offices.back().tokens = {match.first, match.last};
  }
  std::vector<bool> in_time(words.tokens.size(), false);
  std::vector<Span> times;
  for (const Time& time : proposition.statement->times) times.push_back(time.span);
  mark(words, times, in_time);
  for (const PhraseMatch& match : hedges_.find(words, proposition.forms))
    proposition.hedged |= !in_time[match.first] && !is_noun_here(words, match);
  proposition.intended =
      !intentions_.find(words, proposition.forms).empty() || proposition.has_scope(ScopeKind::wish) || would_not(words);
}

Proposition PropositionReader::read(const Statement& statement) const {
  Proposition proposition;
  proposition.statement = &statement;
  proposition.forms = forms_.forms_of(statement.words);
  for (const std::string& word : statement.words.folded) proposition.counted.push_back(keys_.counted(word));
  proposition.clause_of = clauses(proposition);
  const std::vector<bool> left_out = attribution(proposition);
  read_negations(proposition);
  read_names(proposition, left_out);
  read_senses(proposition, left_out);
  read_terms(proposition, left_out);
  read_scopes(proposition, left_out);
  return proposition;
}

}  // namespace hearsay
