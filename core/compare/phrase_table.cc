// Phrases are kept under their first word and under its form; a place of the text tries its word, then its form. Linear
// in the text for tables whose phrases are short and share few first words. Known limit: words of one stem and
// different meaning ("organ", "organise" are told apart, "universe" and "university" are not).

#include "core/compare/phrase_table.h"

#include <algorithm>

#include "core/lexicon/lexicon.h"

namespace hearsay {

namespace {

std::vector<std::string> words_in(std::string_view phrase) {
  std::vector<std::string> words;
  for (const std::string_view word : words_of_cell(phrase)) words.emplace_back(word);
  return words;
}

}  // namespace

void PhraseTable::add(std::string_view phrase, std::size_t id) {
  std::vector<std::string> words = words_in(phrase);
  if (words.empty()) return;
  const std::string form = forms_.form_of(words.front());
  add_written(phrase, id);
  words.erase(words.begin());
  by_form_[form].push_back({std::move(words), id});
}

void PhraseTable::add_written(std::string_view phrase, std::size_t id) {
  std::vector<std::string> words = words_in(phrase);
  if (words.empty()) return;
  const std::string first = words.front();
  words.erase(words.begin());
  by_word_[first].push_back({std::move(words), id});
}

// Adds the longest of `phrases` that stand at `at` and returns their length in tokens; 0 where none does.
std::size_t PhraseTable::match_at(const Words& words, std::size_t at, const std::vector<Phrase>& phrases,
                                  std::vector<PhraseMatch>& matches) const {
  const std::vector<std::string>& folded = words.folded;
  const std::size_t before = matches.size();
  std::size_t longest = 0;
  for (const Phrase& phrase : phrases) {
    const std::size_t length = phrase.rest.size() + 1;
    if (length < longest || at + length > folded.size()) continue;
    if (!std::equal(phrase.rest.begin(), phrase.rest.end(), folded.begin() + static_cast<std::ptrdiff_t>(at) + 1))
      continue;
    if (length > longest) matches.resize(before);
    longest = length;
    matches.push_back({at, at + length, phrase.id});
  }
  return longest;
}

std::vector<PhraseMatch> PhraseTable::find(const Words& words, const std::vector<std::string>& forms) const {
  std::vector<PhraseMatch> matches;
  for (std::size_t at = 0; at < words.folded.size();) {
    std::size_t length = 0;
    const auto by_word = by_word_.find(words.folded[at]);
    if (by_word != by_word_.end()) length = match_at(words, at, by_word->second, matches);
    const auto by_form = length > 0 ? by_form_.end() : by_form_.find(forms[at]);
    if (by_form != by_form_.end()) length = match_at(words, at, by_form->second, matches);
    at += std::max<std::size_t>(length, 1);
  }
  return matches;
}

}  // namespace hearsay
