#pragma once
// Phrases of lexicon words: what a finder knows, laid out so that a word of the text costs one lookup and most words
// nothing more. By word there are four bytes a table, the number of the first phrase with it: most lookups end there,
// and between two articles other work drives greater tables out of the cache.

#include <algorithm>
#include <cstddef>
#include <cstdint>
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
    const WordId first = ids.front();
    const WordId last = ids.back();
    entries_.push_back({std::move(ids), std::move(value)});
    place(by_first_, first, &Entry::next_by_first);
    place(by_last_, last, &Entry::next_by_last);
  }

  // Whether any phrase begins with this piece: one lookup.
  [[nodiscard]] bool may_begin(const Piece& piece) const { return head(by_first_, piece.id) != kNone; }

  // Whether any phrase ends with this word.
  [[nodiscard]] bool may_end(WordId id) const { return head(by_last_, id) != kNone; }

  // The longest phrase that begins at piece `at`.
  [[nodiscard]] Match at(const std::vector<Piece>& pieces, std::size_t at) const {
    Match best;
    if (at >= pieces.size()) return best;
    for (Index i = head(by_first_, pieces[at].id); i != kNone; i = entries_[i].next_by_first) {
      try_at(pieces, at, entries_[i], best);
    }
    return best;
  }

  // The longest phrase that ends before piece `end`.
  [[nodiscard]] Match before(const std::vector<Piece>& pieces, std::size_t end) const {
    Match best;
    if (end == 0 || end > pieces.size()) return best;
    for (Index i = head(by_last_, pieces[end - 1].id); i != kNone; i = entries_[i].next_by_last) {
      const std::size_t length = entries_[i].ids.size();
      if (length <= end) try_at(pieces, end - length, entries_[i], best);
    }
    return best;
  }

 private:
  using Index = std::uint32_t;  // of an entry
  static constexpr Index kNone = 0xFFFFFFFF;

  struct Entry {
    std::vector<WordId> ids;
    T value;
    Index next_by_first = kNone;  // the next one with the same first word
    Index next_by_last = kNone;
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

  [[nodiscard]] static Index head(const std::vector<Index>& heads, WordId id) {
    return id < heads.size() ? heads[id] : kNone;
  }

  // Puts the last entry behind the others of its word, so that the earlier rows come first.
  void place(std::vector<Index>& heads, WordId id, Index Entry::*next) {
    if (heads.size() <= id) heads.resize(id + 1, kNone);
    Index* end = &heads[id];
    while (*end != kNone) end = &(entries_[*end].*next);
    *end = static_cast<Index>(entries_.size() - 1);
  }

  static void try_at(const std::vector<Piece>& pieces, std::size_t at, const Entry& entry, Match& best) {
    const std::vector<WordId>& ids = entry.ids;
    if (ids.size() <= best.length || at + ids.size() > pieces.size()) return;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (pieces[at + i].id != ids[i]) return;
    }
    best = {ids.size(), &entry.value};
  }

  std::vector<Entry> entries_;
  std::vector<Index> by_first_;  // by word id
  std::vector<Index> by_last_;
};

}  // namespace hearsay
