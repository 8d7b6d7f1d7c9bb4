// A word is cut into pieces from the left, the longest spelling first; a piece equal to the one before it (a doubled
// letter) is dropped. The two rows of pieces are then laid side by side: sets that meet go together, a piece that may
// be silent may stand alone. The cut is greedy, so a spelling that needs a shorter piece first is not understood
// ("sc|h" in Mascherano is read "sch").

#include "core/compare/sounds.h"

#include <algorithm>
#include <optional>

namespace hearsay {
namespace {

constexpr std::uint64_t kSilent = std::uint64_t{1} << 62U;

std::optional<SoundLanguage> language_named(std::string_view name) {
  if (name == "latin") return SoundLanguage::latin;
  if (name == "arabic") return SoundLanguage::arabic;
  if (name == "slavic") return SoundLanguage::slavic;
  if (name == "japanese") return SoundLanguage::japanese;
  return std::nullopt;
}

std::uint64_t set_of(std::string_view sounds) {
  std::uint64_t set = 0;
  for (const char sound : sounds) {
    if (sound >= 'A' && sound <= 'Z') set |= std::uint64_t{1} << static_cast<unsigned>(sound - 'A');
    if (sound >= '0' && sound <= '9') set |= std::uint64_t{1} << static_cast<unsigned>(26 + sound - '0');
    if (sound == '-') set |= kSilent;
  }
  return set;
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

Sounds::Sounds(const Lexicon& lexicon) {
  for (auto& letters : letters_) {
    for (unsigned i = 0; i < letters.size(); ++i) letters[i] = std::uint64_t{1} << (36U + i);
  }
  const Table& table = lexicon.table("name-sounds");
  for (const Table::Row& row : table.rows()) {
    const std::optional<SoundLanguage> language = language_named(row.key);
    const std::string& spelling = table.cell(row, "spelling");
    if (!language || spelling.empty() || spelling.size() > kLongestSpelling || !is_letter(spelling.front())) continue;
    const auto at = static_cast<std::size_t>(*language);
    const auto first = static_cast<std::size_t>(spelling.front() - 'a');
    const Set set = set_of(table.cell(row, "sounds"));
    if (spelling.size() == 1) {
      letters_[at][first] = set;
    } else {
      spellings_[at][spelling] = set;
      opens_longer_[at][first] = true;
    }
  }
}

bool Sounds::read(std::string_view word, SoundLanguage language, Pieces& pieces) const {
  const auto at = static_cast<std::size_t>(language);
  std::string piece;
  for (std::size_t i = 0; i < word.size();) {
    if (!is_letter(word[i]) || pieces.size == kMostPieces) return false;
    const auto first = static_cast<std::size_t>(word[i] - 'a');
    std::size_t length = 1;
    Set set = letters_[at][first];
    if (opens_longer_[at][first]) {
      for (std::size_t longer = std::min(kLongestSpelling, word.size() - i); longer > 1; --longer) {
        piece.assign(word.substr(i, longer));
        const auto known = spellings_[at].find(piece);
        if (known == spellings_[at].end()) continue;
        length = longer;
        set = known->second;
        break;
      }
    }
    if (pieces.size == 0 || pieces.sets[pieces.size - 1] != set) pieces.sets[pieces.size++] = set;
    i += length;
  }
  return true;
}

bool Sounds::agree(std::string_view a, std::string_view b, SoundLanguage language) const {
  if (a == b) return true;
  Pieces left;
  Pieces right;
  if (!read(a, language, left) || !read(b, language, right)) return false;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < left.size || j < right.size) {
    if (i < left.size && j < right.size && (left.sets[i] & right.sets[j] & ~kSilent) != 0) {
      ++i;
      ++j;
    } else if (i < left.size && (left.sets[i] & kSilent) != 0) {
      ++i;
    } else if (j < right.size && (right.sets[j] & kSilent) != 0) {
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
