#pragma once
// Spellings that stand for the same sounds. A name that reached the Latin alphabet from another one is spelled in
// several ways; every piece of a spelling denotes a set of sounds (rules/lexicon/name-sounds.tsv), and two spellings
// agree when their sets meet all along: Tariq / Tarek, Solzhenitsyn / Solzhenitsin, Friedrich / Friedrych.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/lexicon/lexicon.h"

namespace hearsay {

enum class SoundLanguage { latin, arabic, slavic, japanese };
inline constexpr std::size_t kSoundLanguages = 4;

class Sounds {
 public:
  explicit Sounds(const Lexicon& lexicon);

  // `a`, `b`: plain letters a-z. True if both can be read alike in that language. Equal words agree.
  [[nodiscard]] bool agree(std::string_view a, std::string_view b, SoundLanguage language) const;

  // The consonants of a word, classed so coarsely that words which agree in any language have one in common, for
  // looking up candidates; never for a verdict. At most 6 letters.
  [[nodiscard]] static std::string skeleton(std::string_view word);

 private:
  using Set = std::uint64_t;  // a bit a sound
  static constexpr std::size_t kLongestSpelling = 7;
  static constexpr std::size_t kMostPieces = 32;

  struct Pieces {
    std::array<Set, kMostPieces> sets{};
    std::size_t size = 0;
  };

  [[nodiscard]] bool read(std::string_view word, SoundLanguage language, Pieces& pieces) const;

  std::array<std::unordered_map<std::string, Set>, kSoundLanguages> spellings_;
  std::array<std::array<Set, 26>, kSoundLanguages> letters_{};
  std::array<std::array<bool, 26>, kSoundLanguages> opens_longer_{};  // some longer spelling begins with this letter
};

}  // namespace hearsay
