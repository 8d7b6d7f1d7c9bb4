// The longest listed ending comes off where four letters remain, or three with a vowel behind a short ending; then a
// doubled last consonant becomes one and a last e goes. One table, cruder than Porter (1980) and on
// purpose, and run twice ("experimentations", "experiments"): verbs meet their nouns ("repatriated", "repatriation"),
// agents their acts ("defectors", "defections").

#include "core/compare/stem.h"

#include <algorithm>
#include <iterator>

namespace hearsay {
namespace {

// Longest first. An ending comes off where `keep` bytes at least stay.
struct Ending {
  std::string_view text;
  std::size_t keep;
};

constexpr Ending kEndings[] = {
    {"izations", 4}, {"isations", 4}, {"ization", 4}, {"isation", 4}, {"ations", 4}, {"ators", 4}, {"ation", 4},
    {"ating", 4},    {"ements", 4},   {"ement", 4},   {"ments", 4},   {"ator", 4},   {"ated", 4},  {"ates", 4},
    {"ment", 4},     {"ings", 3},     {"ions", 4},    {"ers", 4},     {"ors", 4},    {"ing", 3},   {"ion", 4},
    {"ies", 3},      {"ied", 3},      {"ate", 4},     {"ed", 3},      {"er", 4},     {"or", 4},    {"es", 3},
    {"ly", 4},       {"s", 3},        {"y", 3},
};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

bool has_vowel(std::string_view text) { return std::any_of(text.begin(), text.end(), is_vowel); }

bool is_plural(const Ending& ending) { return ending.text == "s" || ending.text == "es"; }

// Takes the longest ending off; false where none fits. `outer`: the ending may be a plural's; "clos(ed)" has none left.
bool cut(std::string& word, bool outer) {
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return false;
  const auto ending = std::find_if(std::begin(kEndings), std::end(kEndings), [&](const Ending& e) {
    return (outer || !is_plural(e)) && word.size() >= e.text.size() + e.keep && word.back() == e.text.back() &&
           word.ends_with(e.text) && has_vowel(std::string_view{word}.substr(0, word.size() - e.text.size()));
  });
  if (ending != std::end(kEndings)) {
    word.resize(word.size() - ending->text.size());
    const char last = word.back();
    const bool doubled = word.size() > 3 && last == word[word.size() - 2];
    if (doubled && !is_vowel(last) && last != 'l' && last != 's') word.pop_back();
  }
  if (word.size() > 3 && word.back() == 'e') word.pop_back();
  return ending != std::end(kEndings);
}

}  // namespace

std::string stem(std::string_view folded_word) {
  std::string_view word = folded_word;
  if (word.ends_with("'s")) word.remove_suffix(2);
  if (word.ends_with("s'")) word.remove_suffix(1);
  std::string out{word};
  for (int pass = 0; pass < 2 && cut(out, pass == 0); ++pass) {
  }
  return out;
}

}  // namespace hearsay
