// A word is cut into pieces from the left, the longest spelling first; a piece equal to the one before it (a doubled
// letter) is dropped. The two rows of pieces are then laid side by side: sets that meet go together, a piece that may
// be silent may stand alone. The cut is greedy, so a spelling that needs a shorter piece first is not understood
// ("sc|h" in Mascherano is read "sch").

#include "core/compare/sounds.h"

#include <algorithm>
#include <optional>

namespace hearsay {
namespace {

std::optional<SoundLanguage> language_named(std::string_view name) {
  if (name == "latin") return SoundLanguage::latin;
  if (name == "arabic") return SoundLanguage::arabic;
  if (name == "slavic") return SoundLanguage::slavic;
  if (name == "japanese") return SoundLanguage::japanese;
  return std::nullopt;
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// At most eight letters as one number.
std::uint64_t packed(std::string_view text) {
  std::uint64_t number = 0;
  for (const char c : text) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

}  // namespace

Consonants Consonants::of(std::string_view word) {
  enum Class : std::uint8_t { kLip = 1, kBack = 2, kTooth = 4, kNose = 8, kL = 16, kR = 32, kHiss = 64 };
  Consonants found;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char next = i + 1 < word.size() ? word[i + 1] : ' ';
    std::uint8_t sure = 0;
    std::uint8_t perhaps = 0;
    const bool opens_hiss = std::string_view("hcszjyi").find(next) != std::string_view::npos;
    switch (word[i]) {
      case 'b':
      case 'p':
      case 'f':
        sure = kLip;
        break;
      case 'v':
      case 'w':
        perhaps = kLip;
        break;
      case 'k':
      case 'q':
        (next == 'h' ? perhaps : sure) = kBack;
        if (next == 's') perhaps |= kHiss;
        break;
      case 'c':
      case 'g':
      case 'j':
      case 'x':
        perhaps = kBack | kHiss;
        break;
      case 'h':
        perhaps = kBack | kLip;
        break;
      case 'd':
      case 't':
        (opens_hiss ? perhaps : sure) = kTooth;
        perhaps |= kHiss;
        break;
      case 'm':
      case 'n':
        sure = kNose;
        break;
      case 'l':
        sure = kL;
        break;
      case 'r':
        sure = kR;
        break;
      case 's':
      case 'z':
        (next == 'h' || next == 'c' ? perhaps : sure) = kHiss;
        perhaps |= kBack | kTooth;
        break;
      default:
        break;
    }
    found.sure = static_cast<std::uint8_t>(found.sure | sure);
    found.possible = static_cast<std::uint8_t>(found.possible | sure | perhaps);
  }
  return found;
}

Sounds::Sounds(const Lexicon& lexicon) {
  for (Language& language : languages_) {
    for (unsigned i = 0; i < language.letters.size(); ++i)
      language.letters[i] = number_of(std::uint64_t{1} << (36U + i), language);
  }
  const Table& table = lexicon.table("name-sounds");
  for (const Table::Row& row : table.rows()) {
    const std::optional<SoundLanguage> named = language_named(row.key);
    const std::string& spelling = table.cell(row, "spelling");
    if (!named || spelling.empty() || spelling.size() > kLongestSpelling || !is_letter(spelling.front())) continue;
    Language& language = languages_[static_cast<std::size_t>(*named)];
    const auto first = static_cast<std::size_t>(spelling.front() - 'a');
    const std::uint8_t number = number_of(set_of(table.cell(row, "sounds")), language);
    if (spelling.size() == 1) {
      language.letters[first] = number;
    } else {
      language.spellings[packed(spelling)] = number;
      if (is_letter(spelling[1])) language.seconds[first] |= 1U << static_cast<unsigned>(spelling[1] - 'a');
    }
  }
}

Sounds::Set Sounds::set_of(std::string_view sounds) {
  std::uint64_t set = 0;
  for (const char sound : sounds) {
    if (sound >= 'A' && sound <= 'Z') set |= std::uint64_t{1} << static_cast<unsigned>(sound - 'A');
    if (sound >= '0' && sound <= '9') set |= std::uint64_t{1} << static_cast<unsigned>(26 + sound - '0');
    if (sound == '-') set |= kSilent;
  }
  return set;
}

// A table of one's own with more than 256 sets in a language is read as far as these go.
std::uint8_t Sounds::number_of(Set set, Language& language) {
  static constexpr std::size_t kMostSets = 256;
  const auto known = std::find(language.sets.begin(), language.sets.end(), set);
  const auto number = static_cast<std::size_t>(known - language.sets.begin());
  if (number == kMostSets) return kMostSets - 1;
  if (known == language.sets.end()) language.sets.push_back(set);
  return static_cast<std::uint8_t>(number);
}

Sounds::Reading Sounds::read(std::string_view word, SoundLanguage in) const {
  const Language& language = languages_[static_cast<std::size_t>(in)];
  Reading reading;
  for (std::size_t i = 0; i < word.size();) {
    if (!is_letter(word[i]) || reading.pieces.size() == kMostPieces) return reading;
    const auto first = static_cast<std::size_t>(word[i] - 'a');
    std::size_t length = 1;
    std::uint8_t number = language.letters[first];
    const bool opens = i + 1 < word.size() && is_letter(word[i + 1]) &&
                       (language.seconds[first] >> static_cast<unsigned>(word[i + 1] - 'a') & 1U) != 0;
    if (opens) {
      for (std::size_t longer = std::min(kLongestSpelling, word.size() - i); longer > 1; --longer) {
        const auto known = language.spellings.find(packed(word.substr(i, longer)));
        if (known == language.spellings.end()) continue;
        length = longer;
        number = known->second;
        break;
      }
    }
    const char piece = static_cast<char>(number);
    if (reading.pieces.empty() || reading.pieces.back() != piece) reading.pieces += piece;
    i += length;
  }
  reading.known = true;
  return reading;
}

bool Sounds::agree(std::string_view a, std::string_view b, SoundLanguage language) const {
  return a == b || agree(read(a, language), read(b, language), language);
}

bool Sounds::agree(const Reading& a, const Reading& b, SoundLanguage language) const {
  if (!a.known || !b.known) return false;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.pieces.size() || j < b.pieces.size()) {
    if (i < a.pieces.size() && j < b.pieces.size() && meet(a.pieces[i], b.pieces[j], language)) {
      ++i;
      ++j;
    } else if (i < a.pieces.size() && may_be_silent(a.pieces[i], language)) {
      ++i;
    } else if (j < b.pieces.size() && may_be_silent(b.pieces[j], language)) {
      ++j;
    } else {
      return false;
    }
  }
  return true;
}

std::string Sounds::skeleton(std::string_view word) {
  static constexpr std::string_view kClasses = "_PKT_PK__KKLMN_PKRST_PPK_S";  // a-z; _ for what is left out
  std::string skeleton;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char letter = word[i];
    const char next = i + 1 < word.size() ? word[i + 1] : ' ';
    if (!is_letter(letter) || (letter == 't' && (next == 'c' || next == 's' || next == 'z'))) continue;
    const bool as_j = letter == 'z' && next == 'h';  // Zhukov, Jukov; Nezhad, Nejad
    const char sound = as_j ? 'K' : kClasses[static_cast<std::size_t>(letter - 'a')];
    if (sound != '_' && (skeleton.empty() || skeleton.back() != sound)) skeleton += sound;
    if (skeleton.size() == 6) break;
  }
  return skeleton;
}

}  // namespace hearsay
