#pragma once
// What a word is worth when facts are brought together: how rare it is, what happens in it, what it counts.
// Functions of the word alone, from tables that ship with the program (common-words, predicates, measures,
// meanings, person-nouns, countries, word-classes). Keys of names are in core/compare/name_keys.h.

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/lexicon/lexicon.h"

namespace hearsay {

enum class Rarity {
  function,    // "the", "had": no content of its own
  everywhere,  // in nearly every article: "government", "said", "Monday"
  common,      // "missile"; also states and their peoples
  known,       // "harbour"
  rare,        // not listed: "nitrate", "Kelmouth"
};

// The form under which names of one outlet are equal: "the Alderhaven Post's" -> "alderhaven post".
std::string outlet_key(std::string_view name);

class WordKeys {
 public:
  explicit WordKeys(const Lexicon& lexicon);  // reads its tables once; keeps no reference

  // All take one word, folded (core/text/normalise.h).

  // Words meet under this: unaccented, without possessive and ending.
  [[nodiscard]] std::string meeting_form(std::string_view word) const;
  // Of a compound that of its rarest part: "four-year" ties nothing together.
  [[nodiscard]] Rarity rarity(std::string_view word) const;
  // "killed" -> "die"; empty for a word that names nothing that happens.
  [[nodiscard]] std::string_view predicate(std::string_view word) const;
  // What people counted beside this word are: "killed" -> "dead"; empty for most words.
  [[nodiscard]] std::string_view counted(std::string_view word) const;
  // What a figure beside this word measures, by what it is ("money", "percent", "year", "count"; measures.tsv): a sum
  // beside "sold" is a "price"; empty for most words.
  [[nodiscard]] std::string_view measure(std::string_view word, std::string_view of) const;
  // What a unit of measure measures (units.tsv): "metre" -> "length"; empty for time, money, shares and no unit.
  [[nodiscard]] std::string_view unit_kind(std::string_view unit) const;
  // Figures meet under this, whatever they are written in: "foot" -> "length", "hour" -> "time"; a currency, or what is
  // not listed, as it is.
  [[nodiscard]] std::string_view meeting_unit(std::string_view unit) const;
  // What is counted, under one word for those that say the same (meanings.tsv): "employees", "staff" -> "worker"; the
  // word's meeting form where no other says it.
  [[nodiscard]] std::string thing(std::string_view word) const;
  // What is told of by a word whose opposite is listed (meanings.tsv): "dry" -> "weather"; empty for most words.
  [[nodiscard]] const std::vector<std::string>& axes(std::string_view word) const;
  [[nodiscard]] bool is_person_noun(std::string_view word) const;  // "soldiers", "people"
  [[nodiscard]] bool is_negation(std::string_view word) const;     // "not", "didn't", "never"

 private:
  struct Predicate {
    std::string name;
    std::string counts;
  };
  void read_axes(const Table& meanings);
  [[nodiscard]] const Predicate* find(std::string_view word) const;

  std::unordered_set<std::string> function_words_;
  std::unordered_set<std::string> negations_;
  std::unordered_map<std::string, Rarity> common_;         // by meeting form
  std::unordered_map<std::string, Predicate> predicates_;  // by word, and by stem where that is free
  std::unordered_map<std::string, std::string> measures_;  // by "percent turnout", and by stem where that is free
  std::unordered_map<std::string, std::string> unit_kinds_;
  std::unordered_map<std::string, std::string> all_kinds_;          // with time and shares
  std::unordered_map<std::string, std::string> things_;             // by meeting form
  std::unordered_map<std::string, std::vector<std::string>> axes_;  // by meeting form
  std::unordered_set<std::string> person_nouns_;                    // by meeting form
};

}  // namespace hearsay
