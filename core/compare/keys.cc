// Words are looked up as they are and then by their stem: "held" is listed, "holding" has the stem of "hold". A form
// that is listed itself outranks a stem it happens to share.

#include "core/compare/keys.h"

#include <algorithm>

#include "core/compare/stem.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

// Classes of word-classes.tsv whose words have no content of their own.
constexpr std::string_view kFunctionClasses[] = {"determiner",  "possessive",   "subject",     "object",   "pronoun",
                                                 "preposition", "subordinator", "conjunction", "relative", "wh",
                                                 "modal",       "be",           "have",        "do",       "negation",
                                                 "adverb",      "time",         "number"};

std::vector<std::string> parts_of(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    if (end > at) parts.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

bool is_function_class(std::string_view name) {
  return std::find(std::begin(kFunctionClasses), std::end(kFunctionClasses), name) != std::end(kFunctionClasses);
}

std::string_view without_possessive(std::string_view word) {
  if (word.ends_with("'s")) word.remove_suffix(2);
  if (word.ends_with("'")) word.remove_suffix(1);
  return word;
}

Rarity rarity_of_class(std::string_view name) {
  if (name == "1") return Rarity::everywhere;
  return name == "2" ? Rarity::common : Rarity::known;
}

}  // namespace

std::string outlet_key(std::string_view name) {
  std::string key = fold_spaces(name);
  if (key.starts_with("the ")) key.erase(0, 4);
  return std::string(without_possessive(key));
}

WordKeys::WordKeys(const Lexicon& lexicon) {
  const Table& classes = lexicon.table("word-classes");
  for (const Table::Row& row : classes.rows()) {
    for (const std::string& name : parts_of(classes.cell(row, "classes"), " ")) {
      if (is_function_class(name)) function_words_.insert(row.key);
      if (name == "negation") negations_.insert(row.key);
    }
  }
  const Table& numbers = lexicon.table("number-words");
  for (const Table::Row& row : numbers.rows()) {
    if (numbers.cell(row, "kind") != "letter") function_words_.insert(row.key);
  }
  const Table& common = lexicon.table("common-words");
  for (const Table::Row& row : common.rows()) {
    common_.emplace(meeting_form(row.key), rarity_of_class(common.cell(row, "class")));  // the commonest comes first
  }
  const Table& countries = lexicon.table("countries");
  for (const Table::Row& row : countries.rows()) {
    for (const char* column : {"name", "demonyms", "aliases"}) {
      for (const std::string& word : parts_of(fold(countries.cell(row, column)), "| ")) {
        common_.emplace(meeting_form(word), Rarity::common);
      }
    }
  }
  const Table& measures = lexicon.table("measures");
  for (const Table::Row& row : measures.rows())
    measures_.emplace(measures.cell(row, "of") + " " + row.key, measures.cell(row, "class"));
  for (const Table::Row& row : measures.rows())
    measures_.emplace(measures.cell(row, "of") + " " + stem(row.key), measures.cell(row, "class"));
  const Table& units = lexicon.table("units");
  for (const Table::Row& row : units.rows()) {
    const std::string& kind = units.cell(row, "kind");
    all_kinds_.emplace(units.cell(row, "unit"), kind == "age" ? "time" : kind);
    if (kind != "time" && kind != "age" && kind != "percent" && kind != "points" && kind != "amount")
      unit_kinds_.emplace(units.cell(row, "unit"), kind);
  }
  all_kinds_["share"] = "percent";
  const Table& meanings = lexicon.table("meanings");
  for (const Table::Row& row : meanings.rows()) {
    const std::vector<std::string> words = parts_of(meanings.cell(row, "words"), "|");
    if (meanings.cell(row, "mark") != "thing" || words.size() < 2) continue;
    for (const std::string& word : words) things_.emplace(meeting_form(word), meeting_form(words.front()));
  }
  read_axes(meanings);
  const Table& predicates = lexicon.table("predicates");
  for (const Table::Row& row : predicates.rows()) {
    predicates_.insert_or_assign(row.key, Predicate{predicates.cell(row, "class"), predicates.cell(row, "counts")});
  }
  for (const Table::Row& row : predicates.rows()) {
    predicates_.emplace(stem(row.key), Predicate{predicates.cell(row, "class"), predicates.cell(row, "counts")});
  }
  const Table& persons = lexicon.table("person-nouns");
  for (const Table::Row& row : persons.rows()) person_nouns_.insert(meeting_form(row.key));
}

// Axes on which words exclude each other, of which a single word tells.
void WordKeys::read_axes(const Table& meanings) {
  std::unordered_map<std::string, std::unordered_set<std::string>> values;
  for (const Table::Row& row : meanings.rows()) values[row.key].insert(meanings.cell(row, "value"));
  for (const Table::Row& row : meanings.rows()) {
    if (values[row.key].size() < 2) continue;
    for (const std::string& word : parts_of(meanings.cell(row, "words"), "|")) {
      if (word.find(' ') != std::string::npos) continue;
      std::vector<std::string>& axes = axes_[meeting_form(word)];
      if (std::find(axes.begin(), axes.end(), row.key) == axes.end()) axes.push_back(row.key);
    }
  }
}

const std::vector<std::string>& WordKeys::axes(std::string_view word) const {
  static const std::vector<std::string> kNone;
  const auto found = axes_.find(meeting_form(word));
  return found == axes_.end() ? kNone : found->second;
}

std::string WordKeys::meeting_form(std::string_view word) const { return stem(unaccented(without_possessive(word))); }

Rarity WordKeys::rarity(std::string_view word) const {
  if (function_words_.contains(std::string(word))) return Rarity::function;
  const auto found = common_.find(meeting_form(word));
  if (found != common_.end()) return found->second;
  if (word.find('-') == std::string_view::npos) return Rarity::rare;
  Rarity rarest = Rarity::function;
  for (const std::string& part : parts_of(word, "-")) rarest = std::max(rarest, rarity(part));
  return rarest;
}

const WordKeys::Predicate* WordKeys::find(std::string_view word) const {
  auto found = predicates_.find(std::string(word));
  if (found == predicates_.end()) found = predicates_.find(stem(word));
  return found == predicates_.end() ? nullptr : &found->second;
}

std::string_view WordKeys::predicate(std::string_view word) const {
  const Predicate* found = find(word);
  return found == nullptr ? std::string_view() : std::string_view(found->name);
}

std::string_view WordKeys::measure(std::string_view word, std::string_view of) const {
  const std::string prefix = std::string(of) + " ";
  auto found = measures_.find(prefix + std::string(word));
  if (found == measures_.end()) found = measures_.find(prefix + stem(word));
  return found == measures_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view WordKeys::meeting_unit(std::string_view unit) const {
  const auto found = all_kinds_.find(std::string(unit));
  return found == all_kinds_.end() ? unit : std::string_view(found->second);
}

std::string_view WordKeys::unit_kind(std::string_view unit) const {
  const auto found = unit_kinds_.find(std::string(unit));
  return found == unit_kinds_.end() ? std::string_view() : std::string_view(found->second);
}

std::string WordKeys::thing(std::string_view word) const {
  std::string form = meeting_form(word);
  const auto found = things_.find(form);
  return found == things_.end() ? form : found->second;
}

std::string_view WordKeys::counted(std::string_view word) const {
  const Predicate* found = find(word);
  return found == nullptr ? std::string_view() : std::string_view(found->counts);
}

bool WordKeys::is_person_noun(std::string_view word) const { return person_nouns_.contains(meeting_form(word)); }

bool WordKeys::is_negation(std::string_view word) const {
  return negations_.contains(std::string(word)) || word.ends_with("n't") || word == "no" || word == "never";
}

}  // namespace hearsay
