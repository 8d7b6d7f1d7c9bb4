#pragma once
// Two words of two names: how alike, and by which rule. The next step up, core/compare/name_alignment.h, lays whole
// names side by side.

#include <cstddef>
#include <string>
#include <string_view>

#include "core/compare/name.h"
#include "core/compare/names.h"
#include "core/compare/sounds.h"

namespace hearsay {

struct TokenMatch {
  static constexpr double kNone = 2;  // the cost of words that have nothing to do with one another
  double cost = kNone;                // [0,1]
  NameDifference rule = NameDifference::none;
  std::size_t edits = 0;  // for a typo

  [[nodiscard]] bool any() const { return cost < kNone; }
};

class TokenMatcher {
 public:
  explicit TokenMatcher(const Sounds& sounds) : sounds_(sounds) {}

  [[nodiscard]] const Sounds& sounds() const { return sounds_; }
  // What two words are held together by; not known where the word is too short for its sound to tell anything.
  [[nodiscard]] Sounds::Reading reading(const NameToken& token, SoundLanguage language) const;

  // `languages`: of both names together (Name::languages), which tells what sounds their spellings may stand for.
  [[nodiscard]] TokenMatch match(const NameToken& a, const NameToken& b, std::uint32_t languages) const;

 private:
  [[nodiscard]] bool sound_alike(const NameToken& a, const NameToken& b, std::uint32_t languages) const;

  const Sounds& sounds_;
};

// The consonants of a word, classed so that a name in Arabic or Hebrew letters, which leave short vowels out, meets its
// Latin spelling: "mrsy", "morsi" -> MRS. Without the article.
std::string consonants(std::string_view text);

// Neighbouring tokens of one name run together as one word, for names whose spaces were lost.
NameToken run_together(const Name& name, std::size_t first, std::size_t last);

}  // namespace hearsay
