#pragma once
// Korean names in Latin letters. A spelling denotes a set of Korean syllables, each more or less likely ("jong" is 종
// or 정, "tae" nearly always 태 but also 대), from rules/lexicon/korean-*.tsv. Two spellings are alike as far as they
// are likely to mean one syllable; one letter can part two syllables (min, jin) and four letters spell one (gyung,
// kyong).

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/lexicon/lexicon.h"

namespace hearsay {

// One way to read a name as Korean: surname, then one to three syllables. Numbers are spellings of a Hangul object.
struct KoreanReading {
  static constexpr std::size_t kMostSyllables = 3;
  std::uint16_t surname = 0;
  std::array<std::uint16_t, kMostSyllables> given{};
  std::uint8_t syllables = 0;
  bool surname_last = false;
};

class Hangul {
 public:
  explicit Hangul(const Lexicon& lexicon);

  // Every reading of a name given as its words in order (plain lower-case letters, hyphens already parted); empty if it
  // is no Korean name. At most kMostReadings.
  static constexpr std::size_t kMostReadings = 8;
  [[nodiscard]] std::vector<KoreanReading> read(const std::vector<std::string_view>& words) const;

  // [0,1]: how likely two spellings of syllables mean one syllable; 1 for equal spellings.
  [[nodiscard]] double likeness(std::uint16_t a, std::uint16_t b) const;
  // Can the two be one surname?
  [[nodiscard]] bool surnames_meet(std::uint16_t a, std::uint16_t b) const;
  // The same when both are the first and only word at hand: "kim", "gim". False for words that are no surnames.
  [[nodiscard]] bool surnames_meet(std::string_view a, std::string_view b) const;
  [[nodiscard]] bool is_surname(std::string_view word) const;

  // What a spelling may stand for: numbers of Hangul syllables likely enough to matter, of surnames.
  [[nodiscard]] std::vector<std::uint16_t> meanings(std::uint16_t syllable) const;
  [[nodiscard]] const std::vector<std::uint16_t>& surnames(std::uint16_t surname) const { return surnames_[surname]; }
  [[nodiscard]] const std::string& spelling(std::uint16_t syllable) const { return spellings_[syllable]; }
  [[nodiscard]] const std::string& surname_spelling(std::uint16_t surname) const { return surname_spellings_[surname]; }

 private:
  struct Likely {
    std::uint16_t syllable;
    float weight;  // of unit length over the spelling's syllables
  };

  void spell(char32_t syllable, float frequency, const Table& letters);
  void add_meaning(const std::string& text, std::uint16_t syllable, float weight);
  void split(std::string_view word, KoreanReading& reading, std::vector<KoreanReading>& into,
             const std::vector<std::string_view>& words, std::size_t next, std::size_t end) const;

  std::unordered_map<std::string, std::uint16_t> syllable_ids_;
  std::vector<std::string> spellings_;
  std::vector<std::vector<Likely>> meanings_;  // by spelling, in order of syllable
  std::unordered_map<std::string, std::uint16_t> surname_ids_;
  std::vector<std::string> surname_spellings_;
  std::vector<std::vector<std::uint16_t>> surnames_;  // by spelling, in order
};

}  // namespace hearsay
