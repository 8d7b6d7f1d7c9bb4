// Phrases are kept under their first word and under its form; a place of the text tries its word, then its form. Linear
// in the text for tables whose phrases are short and share few first words. Known limit: words of one stem and
// different meaning ("organ", "organise" are told apart, "universe" and "university" are not).

#include "core/compare/phrase_table.h"

#include <algorithm>

namespace hearsay {
void PhraseTable::add(std::string_view phrase, std::size_t id) {
  std::vector<std::string> words;
  while (!phrase.empty()) {
    const std::size_t end = std::min(phrase.find(' '), phrase.size());
    if (end > 0) words.emplace_back(phrase.substr(0, end));
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
  if (words.empty()) return;
  const std::string first = words.front();
  words.erase(words.begin());
  by_word_[first].push_back({words, id});
  by_form_[forms_.form_of(first)].push_back({std::move(words), id});
}

void PhraseTable::add_written(std::string_view phrase, std::size_t id) {
  const std::size_t space = std::min(phrase.find(' '), phrase.size());
  std::vector<std::string> rest;
  for (std::size_t at = space; at < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', at + 1), phrase.size());
    rest.emplace_back(phrase.substr(at + 1, end - at - 1));
    at = end;
  }
  by_word_[std::string(phrase.substr(0, space))].push_back({std::move(rest), id});
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
