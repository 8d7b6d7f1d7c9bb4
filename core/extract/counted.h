#pragma once
// The noun a number counts: "defectors" of "113 defectors", "civilian deaths" of "about 40 civilian deaths", "members"
// of "two-thirds of the members".

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/extract/pieces.h"
#include "core/lexicon/lexicon.h"

namespace hearsay {

// Pieces [first, last) of the noun with the words before it that belong to it; not found: first == last.
struct Counted {
  std::size_t first = 0;
  std::size_t last = 0;
  bool more = false;     // "two more", "three others": counts what was counted before
  bool of_them = false;  // "90 of them": likewise

  [[nodiscard]] bool found() const { return first < last; }
};

class CountedReader {
 public:
  CountedReader(const Lexicon& lexicon, Vocabulary& vocabulary);

  // What stands at piece `at`, right behind number and unit. `single`: the number is one or a share, so that a noun in
  // the singular will do.
  [[nodiscard]] Counted read(const std::vector<Piece>& pieces, std::size_t at, bool single) const;

  // A word that ends a noun phrase: a preposition, a conjunction, a form of "be" ...
  [[nodiscard]] bool ends_noun(const Piece& piece) const;

  // A noun in the plural, by its ending or by the table of irregular ones.
  [[nodiscard]] bool is_plural(const Piece& piece) const;

 private:
  enum class Role : std::uint8_t { none, end, plural };

  [[nodiscard]] Role role_of(const Piece& piece) const;

  std::vector<Role> roles_;  // by word id
};

}  // namespace hearsay
