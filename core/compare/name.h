#pragma once
// A personal name taken apart for comparison: titles and suffix off, words in order, and what is known of each.
//
//   NameReader reader(Lexicon::shipped());
//   Name name = reader.read("Sen. Linda Thomas-Greenfield, Jr.");   // linda, thomas, greenfield; suffix junior

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/compare/hangul.h"
#include "core/compare/pinyin.h"
#include "core/compare/sounds.h"
#include "core/lexicon/lexicon.h"

namespace hearsay {

enum class NamePart : std::uint8_t { word, particle, article, link };

// What the lexicon knows of a word that stands in names.
struct NameWord {
  bool given = false;
  bool surname = false;
  bool common_given = false;
  bool common_surname = false;
  bool eastern_surname = false;  // Korean or Chinese
  bool opens_title = false;      // a title that stands before names begins with it
  bool closes_title = false;     // a title that stands behind names ends with it
  bool prefix = false;           // a first name so common that it is left out: Mohammad
  NamePart part = NamePart::word;
  std::uint32_t languages = 0;  // a bit a NameLanguage
  std::string suffix;           // "junior": the word is a suffix
  std::string servant;          // "abdul": the word is the first half of Abd al-X
  std::vector<std::uint16_t>
      spellings;  // numbers of the rows of name-variants that hold it, in order, by what it is there
  std::vector<std::uint16_t> full;
  std::vector<std::uint16_t> familiar;

  [[nodiscard]] bool attested() const { return given || surname; }
};

enum class NameLanguage : std::uint32_t {
  english = 1U << 0U,
  iberian = 1U << 1U,
  slavic = 1U << 2U,
  arabic = 1U << 3U,
  japanese = 1U << 4U,
  other = 1U << 5U,
  eastern = 1U << 6U,  // family name first at home: Hungarian, Vietnamese, Japanese, Korean, Chinese
};

struct NameToken {
  std::string text;      // lower case, without accents and marks: "thomas", "obrien"
  std::string expanded;  // the same with ä, ö, ü, å, ø written ae, oe, ue, aa, oe; empty if that changes nothing
  std::string spelled;   // text before it was put into a standard form (abdel -> abdul); empty if it was not
  std::string shown;     // as written, in lower case: "türk"
  std::uint32_t letters = 0;       // a bit a letter that occurs
  Consonants consonants;           // what it surely and what it perhaps sounds like
  const NameWord* word = nullptr;  // null if the lexicon does not know it; lives as long as the reader
  NamePart part = NamePart::word;
  bool accented = false;  // written with letters beyond a-z
  bool initial = false;   // one letter that stands for a name
  bool capital = true;    // written with a capital, as far as is known
  bool joined = false;    // tied to the token before it by a hyphen
  bool bare = false;      // from a script that leaves short vowels out: Arabic, Hebrew
};

struct Name {
  std::string written;
  std::vector<NameToken> tokens;
  std::string suffix;  // "junior", "third"; empty if there is none
  bool titled = false;
  std::size_t adopted = 0;      // words of an English name before a Chinese one: "Jimmy Lai Chee-ying": 1
  bool comma = false;           // was written family name first with a comma; the tokens are in the order given, family
  std::uint32_t languages = 0;  // all its words' languages
  std::vector<KoreanReading> korean;
  std::vector<ChineseReading> chinese;
};

class NameReader {
 public:
  // Longer names are read as far as this; the rest is not compared.
  static constexpr std::size_t kMostTokens = 12;
  static constexpr std::size_t kLongestToken = 40;  // bytes

  explicit NameReader(const Lexicon& lexicon);

  // `written` is valid UTF-8 in any alphabet; others than Latin are transliterated. Never fails: what holds no letter
  // gives no tokens.
  [[nodiscard]] Name read(std::string_view written) const;

  [[nodiscard]] const Hangul& hangul() const { return hangul_; }
  [[nodiscard]] const Pinyin& pinyin() const { return pinyin_; }
  [[nodiscard]] const NameWord* word(std::string_view text) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  enum Place : unsigned { kBefore = 1, kAfter = 2 };  // where a title may stand
  struct Ending {
    std::string text;
    std::uint32_t languages = 0;
  };

  void add_names(const Table& table, bool given);
  void add_variants(const Table& table);
  void add_parts(const Table& table);
  void add_titles(const Table& table);
  void add_offices(const Table& table);
  void add_eastern(const Table& korean, const Table& chinese);
  void tokenize(std::string_view written, Name& name) const;
  void drop_titles(Name& name) const;
  void take_suffix(Name& name) const;
  void tell_parts(Name& name) const;
  void join_servants(std::vector<NameToken>& told, Name& name) const;
  void tell_language(NameToken& token, Name& name) const;
  [[nodiscard]] std::string by_syllables(std::string_view written) const;
  [[nodiscard]] bool reads_as_eastern(const Name& name) const;
  [[nodiscard]] std::size_t adopted_words(const Name& name, const std::vector<std::string_view>& words) const;
  void split_initials(Name& name, std::string_view written) const;

  std::unordered_map<std::string, NameWord, Hash, std::equal_to<>> words_;
  std::unordered_map<std::string, unsigned, Hash, std::equal_to<>> titles_;  // words with spaces -> its places
  std::vector<Ending> endings_;
  std::vector<std::string> double_surnames_;  // Korean ones of two syllables, in Hangul
  Hangul hangul_;
  Pinyin pinyin_;
};

}  // namespace hearsay
