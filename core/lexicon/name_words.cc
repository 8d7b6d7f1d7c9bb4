// Every table becomes bits in one hash table of words and entries in one of known names, so that a token costs one
// look-up. Known limit: a word has one gender, so "Andrea" has none.

#include "core/lexicon/name_words.h"

#include <unicode/uchar.h>

#include <sstream>

#include "core/text/normalise.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxKnownWords = 7;

Gender gender_named(std::string_view name) {
  if (name == "m") return Gender::male;
  if (name == "f") return Gender::female;
  if (name == "n") return Gender::neuter;
  return Gender::unknown;
}

std::optional<Trait> class_named(std::string_view name) {
  static const std::unordered_map<std::string_view, Trait> kClasses = {{"organization", Trait::organization_head},
                                                                       {"outlet", Trait::outlet_head},
                                                                       {"place", Trait::place_head},
                                                                       {"thing", Trait::thing},
                                                                       {"joiner", Trait::joiner},
                                                                       {"given-particle", Trait::given_particle},
                                                                       {"suffix", Trait::suffix},
                                                                       {"modifier", Trait::modifier},
                                                                       {"opener", Trait::opener},
                                                                       {"title", Trait::title},
                                                                       {"office", Trait::office},
                                                                       {"source", Trait::person_noun}};
  const auto at = kClasses.find(name);
  if (at == kClasses.end()) return std::nullopt;
  return at->second;
}

Trait body_named(std::string_view kind) {
  if (kind == "government") return Trait::government_noun;
  if (kind == "outlet") return Trait::outlet_noun;
  if (kind == "document") return Trait::document_noun;
  return Trait::organization_noun;
}

bool ends_like_plural(std::string_view noun) {
  return (noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("us")) || noun.ends_with("men") ||
         noun == "people" || noun == "police" || noun == "media";
}

std::vector<std::string_view> parts_of(std::string_view cell) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) {
    const std::size_t bar = std::min(cell.find('|'), cell.size());
    if (bar > 0) parts.push_back(cell.substr(0, bar));
    cell.remove_prefix(std::min(bar + 1, cell.size()));
  }
  return parts;
}

}  // namespace

NameWords::NameWords(const Lexicon& lexicon) {
  read_words(lexicon);
  read_countries(lexicon);
  read_body_sorts(lexicon);
  const Table& names = lexicon.table("known-names");
  for (const Table::Row& row : names.rows()) {
    const auto kind = entity_kind_named(names.cell(row, "kind"));
    add_known(names.cell(row, "form"), {names.cell(row, "name"), kind.value_or(EntityKind::organization)});
  }
}

void NameWords::read_words(const Lexicon& lexicon) {
  const Table& words = lexicon.table("name-words");
  for (const Table::Row& row : words.rows()) {
    if (const auto trait = class_named(words.cell(row, "class"))) add(row.key, *trait);
  }
  const Table& people = lexicon.table("person-nouns");
  for (const Table::Row& row : people.rows()) {
    const auto trait = class_named(people.cell(row, "sense"));
    if (!trait) continue;
    add(row.key, *trait, gender_named(people.cell(row, "gender")));
    if (*trait != Trait::title && ends_like_plural(row.key)) add(row.key, Trait::plural);
  }
  const Table& bodies = lexicon.table("body-nouns");
  for (const Table::Row& row : bodies.rows()) {
    add(row.key, body_named(bodies.cell(row, "kind")));
    if (ends_like_plural(row.key)) add(row.key, Trait::plural);
  }
  const Table& given = lexicon.table("given-names");
  for (const Table::Row& row : given.rows()) add(row.key, Trait::given_name, gender_named(given.cell(row, "gender")));
  for (const Table::Row& row : lexicon.table("family-first").rows()) add(row.key, Trait::family_first);
  const Table& pronouns = lexicon.table("pronouns");
  for (const Table::Row& row : pronouns.rows()) {
    add(row.key, Trait::pronoun, gender_named(pronouns.cell(row, "gender")));
    if (pronouns.cell(row, "number") == "plural") add(row.key, Trait::plural);
  }
}

void NameWords::read_countries(const Lexicon& lexicon) {
  const Table& countries = lexicon.table("countries");
  for (const Table::Row& row : countries.rows()) {
    const std::string& name = countries.cell(row, "name");
    add_known(name, {name, EntityKind::place, KnownForm::name});
    for (const auto alias : parts_of(countries.cell(row, "aliases")))
      add_known(alias, {name, EntityKind::place, KnownForm::name});
    for (const auto capital : parts_of(countries.cell(row, "capital")))
      add_known(capital, {name, EntityKind::place, KnownForm::capital});
    const auto demonyms = parts_of(countries.cell(row, "demonyms"));
    for (const auto demonym : demonyms) add_known(demonym, {name, EntityKind::place, KnownForm::demonym});
    if (!demonyms.empty()) demonyms_.emplace(name, demonyms.front());
    for (const auto half : parts_of(countries.cell(row, "half"))) {
      known_.emplace(fold(half), KnownName{name, EntityKind::place, KnownForm::half});
      known_.emplace("the " + fold(half), KnownName{name, EntityKind::place, KnownForm::half});
    }
  }
}

void NameWords::read_body_sorts(const Lexicon& lexicon) {
  constexpr std::size_t kMostSorts = 32;
  const Table& table = lexicon.table("body-sorts");
  std::unordered_map<std::string, std::uint32_t> bits;
  for (const Table::Row& row : table.rows()) {
    std::uint32_t sorts = 0;
    std::istringstream names(table.cell(row, "sorts"));
    for (std::string name; names >> name;) {
      const auto known = bits.find(name);
      if (known == bits.end() && bits.size() == kMostSorts) continue;
      sorts |= known != bits.end() ? known->second : bits.emplace(name, 1U << bits.size()).first->second;
    }
    body_sorts_[row.key] |= sorts;
  }
}

std::uint32_t NameWords::body_sorts_of(std::string_view folded) const {
  const auto at = body_sorts_.find(folded);
  return at == body_sorts_.end() ? 0 : at->second;
}

void NameWords::add(const std::string& folded, Trait trait, Gender gender) {
  Word& word = words_[folded];
  word.traits.add(trait);
  if (gender != Gender::unknown) word.gender = gender;
}

void NameWords::add_known(std::string_view form, const KnownName& known) {
  KnownName entry = known;
  entry.capitals = is_all_capitals(form);
  known_.emplace(fold(form), entry);
}

Traits NameWords::traits_of(std::string_view folded) const {
  const auto at = words_.find(folded);
  return at == words_.end() ? Traits{} : at->second.traits;
}

std::vector<Traits> NameWords::traits_of(const Words& words) const {
  std::vector<Traits> traits;
  for (std::size_t i = 0; i < words.numbers.size(); ++i) {
    if (words.numbers[i] == traits.size()) traits.push_back(traits_of(without_possessive(words.folded[i])));
  }
  return traits;
}

Gender NameWords::gender_of(std::string_view folded) const {
  const auto at = words_.find(folded);
  return at == words_.end() ? Gender::unknown : at->second.gender;
}

std::string NameWords::demonym_of(const std::string& country) const {
  const auto at = demonyms_.find(country);
  return at == demonyms_.end() ? std::string() : at->second;
}

std::optional<NameWords::Match> NameWords::known_at(const Words& words, std::size_t token, std::size_t end,
                                                    bool halves) const {
  std::optional<Match> found;
  std::string phrase;
  const std::size_t stop = std::min(end, token + kMaxKnownWords);
  for (std::size_t i = token; i < stop; ++i) {
    if (words.tokens[i].kind == TokenKind::mark) break;
    if (i > token) phrase += ' ';
    const std::size_t before = phrase.size();
    phrase += without_possessive(words.folded[i]);
    const auto at = known_.find(phrase);
    const bool fits = at != known_.end() && (halves || at->second.form != KnownForm::half) &&
                      (!at->second.capitals || is_all_capitals(bare_span(words, i).of(words.text)));
    if (fits && is_capitalised(words, i)) found = Match{&at->second, i + 1};
    if (is_possessive(words.folded[i])) phrase.replace(before, std::string::npos, words.folded[i]);
  }
  return found;
}

std::string_view without_possessive(std::string_view folded) {
  if (folded.ends_with("'s")) folded.remove_suffix(2);
  return folded;
}

bool is_possessive(std::string_view folded) { return folded.size() > 2 && folded.ends_with("'s"); }

Span bare_span(const Words& words, std::size_t token) {
  Span span = words.tokens[token].span;
  if (!is_possessive(words.folded[token])) return span;
  span.end = previous_border(words.text, span.end);  // the s
  span.end = previous_border(words.text, span.end);  // the apostrophe
  return span;
}

bool is_capitalised(const Words& words, std::size_t token) {
  static constexpr std::string_view kArticles[] = {"al-", "el-", "as-", "ad-", "ar-", "at-", "az-", "ash-", "ul-"};
  if (words.tokens[token].kind != TokenKind::word) return false;
  std::string_view word = words.of(token);
  const bool small = 'a' <= word.front() && word.front() <= 'z';
  if (small && word.substr(0, 4).find('-') == std::string_view::npos) return false;
  for (const std::string_view article : kArticles) {
    if (small && word.size() > article.size() && word.starts_with(article)) word.remove_prefix(article.size());
  }
  if ('A' <= word.front() && word.front() <= 'Z') return true;
  if (static_cast<unsigned char>(word.front()) < 0x80) return false;
  const auto first = static_cast<UChar32>(code_point_at(word, 0).value);
  return u_isupper(first) || u_istitle(first);
}

bool is_all_capitals(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    const auto c = static_cast<UChar32>(point.value);
    if (u_islower(c)) return false;
    if (u_isupper(c)) ++letters;
    at += point.length;
  }
  return letters >= 2;
}

}  // namespace hearsay
