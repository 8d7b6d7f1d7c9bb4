#pragma once
// Phrases of lexicon words: what a finder knows, laid out so that a word of the text
// costs one lookup and most words nothing more.

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "core/extract/pieces.h"

namespace hearsay {

// Phrases of one table, each with a T. A phrase is written with spaces ("no more than"); it matches pieces whatever
// stands between them (space, hyphen, nothing), but never a number piece. Later rows of the same phrase are ignored.
template <typename T>
class Phrases {
 public:
  struct Match {
    std::size_t length = 0;  // pieces; 0: nothing matched
    const T* value = nullptr;

    explicit operator bool() const { return length > 0; }
  };

  void add(Vocabulary& vocabulary, std::string_view phrase, T value) {
    std::vector<WordId> ids;
    for (const std::string_view word : words_of(phrase)) ids.push_back(vocabulary.add(word));
    if (ids.empty()) return;
    place(by_first_, ids.front(), entries_.size());
    place(by_last_, ids.back(), entries_.size());
    entries_.push_back({std::move(ids), std::move(value)});
  }

  // Whether any phrase begins with this piece: one lookup.
  [[nodiscard]] bool may_begin(const Piece& piece) const {
    return piece.id < by_first_.size() && !by_first_[piece.id].empty();
  }

  // Whether any phrase ends with this word.
  [[nodiscard]] bool may_end(WordId id) const { return id < by_last_.size() && !by_last_[id].empty(); }

  // The longest phrase that begins at piece `at`.
  [[nodiscard]] Match at(const std::vector<Piece>& pieces, std::size_t at) const {
    Match best;
    if (at >= pieces.size() || pieces[at].id >= by_first_.size()) return best;
    for (const std::size_t index : by_first_[pieces[at].id]) try_at(pieces, at, index, best);
    return best;
  }

  // The longest phrase that ends before piece `end`.
  [[nodiscard]] Match before(const std::vector<Piece>& pieces, std::size_t end) const {
    Match best;
    if (end == 0 || end > pieces.size() || pieces[end - 1].id >= by_last_.size()) return best;
    for (const std::size_t index : by_last_[pieces[end - 1].id]) {
      const std::size_t length = entries_[index].ids.size();
      if (length <= end) try_at(pieces, end - length, index, best);
    }
    return best;
  }

 private:
  struct Entry {
    std::vector<WordId> ids;
    T value;
  };

  // As the text is cut: at spaces and hyphens, around a slash, before the stop of "no." (not of "u.s."), before
  // a possessive.
  static std::vector<std::string_view> words_of(std::string_view phrase) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < phrase.size();) {
      const std::size_t end = std::min(phrase.find_first_of(" -/", at), phrase.size());
      std::string_view word = phrase.substr(at, end - at);
      const bool stop = word.size() > 1 && word.find('.') == word.size() - 1;
      const std::size_t clitic = word.ends_with("'s") ? 2 : word.size() > 1 && word.ends_with('\'') ? 1 : 0;
      const std::string_view ending = word.substr(word.size() - clitic);
      word.remove_suffix(stop ? 1 : clitic);
      if (!word.empty()) words.push_back(word);
      if (clitic > 0) words.push_back(ending);
      if (stop) words.push_back(phrase.substr(end - 1, 1));
      if (end < phrase.size() && phrase[end] == '/') words.push_back(phrase.substr(end, 1));
      at = end + 1;
    }
    return words;
  }

  static void place(std::vector<std::vector<std::size_t>>& lists, WordId id, std::size_t index) {
    if (lists.size() <= id) lists.resize(id + 1);
    lists[id].push_back(index);
  }

  void try_at(const std::vector<Piece>& pieces, std::size_t at, std::size_t index, Match& best) const {
    const std::vector<WordId>& ids = entries_[index].ids;
    if (ids.size() <= best.length || at + ids.size() > pieces.size()) return;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (pieces[at + i].id != ids[i]) return;
    }
    best = {ids.size(), &entries_[index].value};
  }

  std::vector<Entry> entries_;
  std::vector<std::vector<std::size_t>> by_first_;  // by word id
  std::vector<std::vector<std::size_t>> by_last_;
};

}  // namespace hearsay
