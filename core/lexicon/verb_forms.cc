#include "core/lexicon/verb_forms.h"

#include <vector>

#include "core/lexicon/lexicon.h"

namespace hearsay {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_in_consonant_y(const std::string& word) {
  return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

std::string regular_past(const std::string& verb) {
  if (verb.ends_with('e')) return verb + "d";
  return ends_in_consonant_y(verb) ? verb.substr(0, verb.size() - 1) + "ied" : verb + "ed";
}

std::string regular_gerund(const std::string& verb) {
  if (verb.ends_with("ie")) return verb.substr(0, verb.size() - 2) + "ying";
  const bool drops_e = verb.ends_with('e') && !verb.ends_with("ee") && !verb.ends_with("oe") && verb.size() > 2;
  return (drops_e ? verb.substr(0, verb.size() - 1) : verb) + "ing";
}

}  // namespace

std::string form_in_s(const std::string& word) {
  if (ends_in_consonant_y(word)) return word.substr(0, word.size() - 1) + "ies";
  for (const char* hissing : {"s", "sh", "ch", "x", "z", "go", "do"})
    if (word.ends_with(hissing)) return word + "es";
  return word + "s";
}

VerbForms verb_forms(const std::string& verb, std::string_view irregular) {
  const std::vector<std::string_view> given = words_of_cell(irregular);
  VerbForms forms;
  forms.base = verb;
  forms.third = form_in_s(verb);
  forms.past = given.empty() ? regular_past(verb) : std::string(given[0]);
  forms.participle = given.size() > 1 ? std::string(given[1]) : forms.past;
  forms.gerund = given.size() > 2 ? std::string(given[2]) : regular_gerund(verb);
  return forms;
}

}  // namespace hearsay
