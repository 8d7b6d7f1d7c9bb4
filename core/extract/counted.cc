// Reads at most four words up to the first plural noun; a word of noun-words.tsv with role "end" stops the search.
// Known limits: a verb in -s right behind a number ("three runs") is taken for a noun; longer noun phrases are cut.

#include "core/extract/counted.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestNoun = 4;  // words

}  // namespace

CountedReader::CountedReader(const Lexicon& lexicon, Vocabulary& vocabulary) {
  const Table& table = lexicon.table("noun-words");
  for (const Table::Row& row : table.rows()) {
    const WordId id = vocabulary.add(row.key);
    if (roles_.size() <= id) roles_.resize(id + 1);
    roles_[id] = table.cell(row, "role") == "plural" ? Role::plural : Role::end;
  }
}

CountedReader::Role CountedReader::role_of(const Piece& piece) const {
  return piece.id < roles_.size() ? roles_[piece.id] : Role::none;
}

bool CountedReader::ends_noun(const Piece& piece) const {
  return piece.kind != TokenKind::word || piece.is("'s") || role_of(piece) == Role::end;
}

bool CountedReader::is_plural(const Piece& piece) const {
  if (piece.kind != TokenKind::word) return false;
  const Role role = role_of(piece);
  if (role != Role::none) return role == Role::plural;
  const std::string_view word = piece.word;
  return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
         !word.ends_with("is") && !word.ends_with("'s");
}

Counted CountedReader::read(const std::vector<Piece>& pieces, std::size_t at, bool single) const {
  Counted found{at, at};
  const auto is = [&](std::size_t i, std::string_view word) { return i < pieces.size() && pieces[i].is(word); };
  if (is(at, "more") || is(at, "other") || is(at, "further") || is(at, "additional")) {
    found.more = true;
    ++at;
  }
  if (is(at, "others")) return {at, at, true, false};
  if (is(at, "of")) {
    ++at;
    for (const std::string_view word : {"the", "its", "their", "his", "her", "our", "all", "these", "those"}) {
      if (is(at, word)) ++at;
    }
    if (is(at, "them") || is(at, "us") || is(at, "whom") || is(at, "which")) return {at, at, false, true};
    single = true;
  }
  std::size_t last = at;
  while (last < pieces.size() && last < at + kLongestNoun && !ends_noun(pieces[last])) {
    if (last > at && pieces[last].gap == Gap::none) break;
    ++last;
    if (is_plural(pieces[last - 1])) return {at, last, found.more, false};
  }
  if (single && last > at) return {at, last, found.more, false};
  return found;
}

}  // namespace hearsay
