// Words are runs of letters and digits with inner apostrophes and hyphens; what a hyphen joins counts as its parts, so
// that "COVID-19 restrictions" meets "the COVID restrictions". A word is content if it has three letters or a digit and
// no closed class. Two words are one if their stems are.

#include "core/compare/likeness.h"

#include <algorithm>

#include "core/compare/stem.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether a row of word-classes.tsv speaks of a closed class; nouns and verbs stand there too, for what else they may
// be.
bool is_function_word(std::string_view classes) {
  static constexpr std::string_view kOpen[] = {"homograph", "label", "channel", "noun", "month", "number", "time"};
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find(' '), classes.size());
    if (std::find(std::begin(kOpen), std::end(kOpen), classes.substr(0, end)) == std::end(kOpen)) return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

double part_of(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : std::min(1.0, static_cast<double>(part) / static_cast<double>(whole));
}

}  // namespace

double Overlap::likeness() const { return part_of(shared.size(), std::min(shared.size() + only_a.size(), words_b)); }

double Overlap::share_of_a() const { return part_of(shared.size(), shared.size() + only_a.size()); }

std::size_t ContentWords::shared_with(const ContentWords& other) const {
  std::size_t shared = 0;
  for (auto a = sorted.begin(), b = other.sorted.begin(); a != sorted.end() && b != other.sorted.end();) {
    const int order = a->compare(*b);
    if (order == 0) ++shared;
    if (order <= 0) ++a;
    if (order >= 0) ++b;
  }
  return shared;
}

double ContentWords::likeness(const ContentWords& other) const {
  return part_of(shared_with(other), std::min(stems.size(), other.stems.size()));
}

double ContentWords::share_in(const ContentWords& other) const { return part_of(shared_with(other), stems.size()); }

Likeness::Likeness(const Lexicon& lexicon) {
  const Table& classes = lexicon.table("word-classes");
  for (const Table::Row& row : classes.rows()) {
    if (is_function_word(classes.cell(row, "classes"))) function_words_.insert(row.key);
  }
}

ContentWords Likeness::read(std::string_view text) const {
  // fold() makes curly apostrophes straight and no-break spaces plain, so that every byte above ASCII is a letter or a
  // sign that may stay in its word.
  const std::string folded = unaccented(text);
  ContentWords words;
  std::unordered_set<std::string> seen;
  for (std::size_t at = 0; at < folded.size();) {
    if (!in_word(folded[at]) || folded[at] == '\'') {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < folded.size() && in_word(folded[end])) ++end;
    std::string word = folded.substr(at, end - at);
    while (word.back() == '\'') word.pop_back();
    at = end;
    const bool digits = is_digit(word.front());
    if ((word.size() < 3 && !digits) || function_words_.count(word) != 0) continue;
    std::string of = hearsay::stem(word);
    if (!seen.insert(of).second) continue;
    words.written.push_back(std::move(word));
    words.stems.push_back(std::move(of));
  }
  words.sorted = words.stems;
  std::sort(words.sorted.begin(), words.sorted.end());
  return words;
}

Overlap Likeness::compare(std::string_view a, std::string_view b) const { return compare(read(a), read(b)); }

Overlap Likeness::compare(const ContentWords& a, const ContentWords& b) {
  Overlap overlap;
  overlap.words_b = b.stems.size();
  for (std::size_t i = 0; i < a.stems.size(); ++i) {
    const bool shared = std::binary_search(b.sorted.begin(), b.sorted.end(), a.stems[i]);
    (shared ? overlap.shared : overlap.only_a).push_back(a.written[i]);
  }
  return overlap;
}

}  // namespace hearsay
