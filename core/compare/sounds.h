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
inline constexpr std::array<SoundLanguage, kSoundLanguages> kEverySoundLanguage{
    SoundLanguage::latin, SoundLanguage::arabic, SoundLanguage::slavic, SoundLanguage::japanese};

// The classes of consonants a word holds, a bit each; so coarse that two words which agree in any language pass.
struct Consonants {
  std::uint8_t sure = 0;      // heard in every language
  std::uint8_t possible = 0;  // heard in some; holds `sure`

  static Consonants of(std::string_view word);
  [[nodiscard]] bool may_agree(Consonants other) const {
    return (sure & ~other.possible) == 0 && (other.sure & ~possible) == 0;
  }
  friend bool operator==(const Consonants&, const Consonants&) = default;
};

class Sounds {
 public:
  explicit Sounds(const Lexicon& lexicon);

  // A word cut into its pieces in one language, for holding it against many others.
  struct Reading {
    std::string pieces;  // a number of the language's sets of sounds each
    bool known = false;  // false: holds other letters than a-z, or too many
  };
  [[nodiscard]] Reading read(std::string_view word, SoundLanguage language) const;

  // `a`, `b`: plain letters a-z. True if both can be read alike in that language. Equal words agree.
  [[nodiscard]] bool agree(std::string_view a, std::string_view b, SoundLanguage language) const;
  // The same for words read before in that language.
  [[nodiscard]] bool agree(const Reading& a, const Reading& b, SoundLanguage language) const;
  // Of two pieces: whether they have a sound in common. Of one: whether it may be left out.
  [[nodiscard]] bool meet(char a, char b, SoundLanguage language) const {
    return (set_of_piece(a, language) & set_of_piece(b, language) & ~kSilent) != 0;
  }
  [[nodiscard]] bool may_be_silent(char piece, SoundLanguage language) const {
    return (set_of_piece(piece, language) & kSilent) != 0;
  }

  // The consonants of a word, classed so coarsely that words which agree in any language have one in common, for
  // looking up candidates; never for a verdict. At most 6 letters.
  [[nodiscard]] static std::string skeleton(std::string_view word);

 private:
  using Set = std::uint64_t;  // a bit a sound
  static constexpr Set kSilent = Set{1} << 62U;
  static constexpr std::size_t kLongestSpelling = 7;
  static constexpr std::size_t kMostPieces = 32;

  struct Language {
    std::vector<Set> sets;                                      // distinct; numbers below are places in it
    std::unordered_map<std::uint64_t, std::uint8_t> spellings;  // of two letters or more, by their letters, a byte each
    std::array<std::uint8_t, 26> letters{};
    std::array<std::uint32_t, 26> seconds{};  // by first letter: a bit for each second letter of longer spellings
  };
  [[nodiscard]] Set set_of_piece(char piece, SoundLanguage language) const {
    return languages_[static_cast<std::size_t>(language)].sets[static_cast<unsigned char>(piece)];
  }
  static Set set_of(std::string_view sounds);
  static std::uint8_t number_of(Set set, Language& language);

  std::array<Language, kSoundLanguages> languages_;
};

}  // namespace hearsay
