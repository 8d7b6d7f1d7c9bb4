#pragma once
// Chinese names in Latin letters: Hanyu Pinyin, Wade-Giles without its apostrophes (Mao Tse-tung), Cantonese as Hong
// Kong spells it (Leung Chun-ying), and the spellings of surnames in Hokkien and other homes
// (rules/lexicon/chinese-*.tsv, cantonese-syllables.tsv). In Pinyin one letter parts two syllables (Li, Liu; Wang,
// Wan), so two names in one of these systems are one only when their syllables are.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/lexicon/lexicon.h"

namespace hearsay {

// One way to read a name as Chinese: surname, then one or two syllables. Numbers are spellings of a Pinyin object.
struct ChineseReading {
  static constexpr std::size_t kMostSyllables = 2;
  std::uint16_t surname = 0;
  std::array<std::uint16_t, kMostSyllables> given{};
  std::uint8_t syllables = 0;
  bool surname_last = false;
  bool in_pinyin = false;     // every part of it is a word of Hanyu Pinyin
  bool in_cantonese = false;  // every given syllable is one of Cantonese
};

enum class ChineseVerdict { same, other_system, different };

class Pinyin {
 public:
  explicit Pinyin(const Lexicon& lexicon);

  // As Hangul::read. At most kMostReadings.
  static constexpr std::size_t kMostReadings = 8;
  [[nodiscard]] std::vector<ChineseReading> read(const std::vector<std::string_view>& words) const;

  // same: equal syllables; other_system: one of them in another spelling, and the syllables can be the same.
  [[nodiscard]] ChineseVerdict compare(const ChineseReading& a, const ChineseReading& b) const;
  // What a reading's given syllable `at`, or a surname, may stand for: numbers of Pinyin syllables, of surnames; in
  // order.
  [[nodiscard]] std::vector<std::uint16_t> meanings(const ChineseReading& reading, std::size_t at) const;
  [[nodiscard]] const std::vector<std::uint16_t>& surnames(std::uint16_t surname) const {
    return surnames_[surname].meanings;
  }
  [[nodiscard]] bool is_surname(std::string_view word) const { return surname_ids_.contains(std::string(word)); }

 private:
  struct Spelling {
    std::string text;
    bool pinyin = false;
    std::vector<std::uint16_t> meanings;        // numbers of Pinyin syllables or surnames, in order
    std::vector<std::uint16_t> cantonese;       // numbers of rows of cantonese-syllables, in order
    std::vector<std::uint16_t> read_cantonese;  // Pinyin syllables it may stand for as a Cantonese one, in order
  };

  [[nodiscard]] bool syllables_meet(const ChineseReading& a, const ChineseReading& b, std::size_t at) const;
  void add_cantonese(const Table& syllables);

  static void add(std::string_view text, std::uint16_t meaning, bool pinyin,
                  std::unordered_map<std::string, std::uint16_t>& ids, std::vector<Spelling>& spellings);
  void read_given(const std::vector<std::string_view>& words, ChineseReading reading,
                  std::vector<ChineseReading>& into) const;

  std::unordered_map<std::string, std::uint16_t> syllable_ids_;
  std::vector<Spelling> syllables_;
  std::unordered_map<std::string, std::uint16_t> surname_ids_;
  std::vector<Spelling> surnames_;
};

}  // namespace hearsay
