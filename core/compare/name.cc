// A name is read once from left to right into tokens; then titles are dropped from both ends, the suffix is set apart,
// a family name written first with a comma is put last, Abd + al + X becomes one token, and small words are told apart
// by their place: "Al" opens no article in Al Gore. Readings as a Korean or Chinese name are kept beside the tokens.
// A word no table knows tells its language by its ending. Hangul is cut into its syllables before it is transliterated.
// Limits: kMostTokens tokens of kLongestToken bytes; words in quotes or brackets are left out when others remain.

#include "core/compare/name.h"

#include <algorithm>

#include "core/compare/latin.h"
#include "core/text/normalise.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

std::uint32_t letters_of(std::string_view text) {
  std::uint32_t letters = 0;
  for (const char c : text) {
    if (is_letter(c)) letters |= 1U << static_cast<unsigned>(c - 'a');
  }
  return letters;
}

// Whether `text` holds a character of [first, last].
bool holds(std::string_view text, char32_t first, char32_t last) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value >= first && point.value <= last) return true;
    at += point.length;
  }
  return false;
}

constexpr char32_t kFirstHangul = 0xAC00;
constexpr char32_t kLastHangul = 0xD7A3;
constexpr std::size_t kHangulBytes = 3;

bool has_hangul(std::string_view text) { return holds(text, kFirstHangul, kLastHangul); }

bool leaves_vowels_out(std::string_view text) {
  return holds(text, 0x0590, 0x06FF) || holds(text, 0x0750, 0x077F) || holds(text, 0xFB1D, 0xFDFF) ||
         holds(text, 0xFE70, 0xFEFC);
}

// Small words as scripts without vowels have them.
std::string_view with_vowels(std::string_view bare) {
  if (bare == "bn" || bare == "abn") return "bin";
  if (bare == "abw") return "abu";
  return bare;
}

std::uint32_t language_bit(std::string_view name) {
  const auto bit = [](NameLanguage language) { return static_cast<std::uint32_t>(language); };
  if (name == "english") return bit(NameLanguage::english);
  if (name == "spanish" || name == "portuguese") return bit(NameLanguage::iberian);
  if (name == "slavic" || name == "kartvelian" || name == "armenian") return bit(NameLanguage::slavic);
  if (name == "arabic" || name == "persian") return bit(NameLanguage::arabic);
  if (name == "japanese") return bit(NameLanguage::japanese) | bit(NameLanguage::eastern);
  if (name == "hungarian" || name == "vietnamese") return bit(NameLanguage::eastern);
  return bit(NameLanguage::other);
}

// ä written ae, and so on; everything else as unaccented() has it.
std::string expanded_form(std::string_view shown) {
  static constexpr std::pair<std::string_view, std::string_view> kExpansions[] = {
      {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"å", "aa"}, {"ø", "oe"}};
  std::string text;
  bool changed = false;
  for (std::size_t i = 0; i < shown.size();) {
    const auto hit = std::find_if(std::begin(kExpansions), std::end(kExpansions), [&](const auto& expansion) {
      return shown.substr(i, expansion.first.size()) == expansion.first;
    });
    if (hit == std::end(kExpansions)) {
      text += shown[i++];
    } else {
      text += hit->second;
      i += hit->first.size();
      changed = true;
    }
  }
  return changed ? unaccented(text) : std::string();
}

std::string plain_letters(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (is_letter(c) || (c >= '0' && c <= '9')) plain += c;
  }
  return plain;
}

// The pieces of a name between spaces, hyphens and stops.
struct Piece {
  std::string_view shown;
  bool joined = false;
  std::size_t at = 0;  // offset in the folded text
};

struct Pieces {
  std::vector<Piece> pieces;
  std::size_t comma = 0;  // pieces before the first comma; 0 if there is none
};

// The offset behind a bracketed or quoted part that opens at `at`; `at` if none closes.
std::size_t past_bracket(std::string_view text, std::size_t at) {
  const char closing = text[at] == '(' ? ')' : text[at] == '"' ? '"' : '\0';
  if (closing == '\0') return at;
  const std::size_t end = text.find(closing, at + 1);
  return end == std::string_view::npos ? at : end + 1;
}

Pieces cut(std::string_view text) {
  Pieces found;
  std::size_t begin = 0;
  bool joined = false;
  const auto close = [&](std::size_t end) {
    if (end > begin && found.pieces.size() < NameReader::kMostTokens) {
      found.pieces.push_back({text.substr(begin, end - begin), joined, begin});
    }
  };
  for (std::size_t i = 0; i <= text.size();) {
    const char c = i < text.size() ? text[i] : ' ';
    const bool inner = is_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80 || c == '\'' ||
                       c == '`' || (c >= 'A' && c <= 'Z');
    if (inner) {
      ++i;
      continue;
    }
    const bool ended = i > begin;
    close(i);
    if (c == ',' && found.comma == 0) found.comma = found.pieces.size();
    const std::size_t past = i < text.size() ? past_bracket(text, i) : i;
    joined = c == '-' && (ended || joined);
    i = past > i ? past : i + 1;
    begin = i;
  }
  return found;
}

}  // namespace

NameReader::NameReader(const Lexicon& lexicon) : hangul_(lexicon), pinyin_(lexicon) {
  add_names(lexicon.table("attested-given-names"), true);
  add_names(lexicon.table("attested-surnames"), false);
  add_variants(lexicon.table("name-variants"));
  add_parts(lexicon.table("name-parts"));
  add_titles(lexicon.table("name-titles"));
  add_offices(lexicon.table("person-nouns"));
  add_eastern(lexicon.table("korean-surnames"), lexicon.table("chinese-surnames"));
}

void NameReader::add_names(const Table& table, bool given) {
  for (const Table::Row& row : table.rows()) {
    const bool common = table.cell(row, "rank") == "common";
    for (std::string_view text : words_of_cell(table.cell(row, "names"))) {
      NameWord& word = words_[std::string(text)];
      (given ? word.given : word.surname) = true;
      if (common) (given ? word.common_given : word.common_surname) = true;
      word.languages |= language_bit(row.key);
    }
  }
}

void NameReader::add_variants(const Table& table) {
  std::uint16_t number = 0;
  for (const Table::Row& row : table.rows()) {
    const bool spelling = table.cell(row, "kind") == "spelling";
    for (std::string_view text : words_of_cell(table.cell(row, "forms"))) {
      NameWord& word = words_[std::string(text)];
      word.given = true;
      (spelling ? word.spellings : word.full).push_back(number);
    }
    for (std::string_view text : words_of_cell(table.cell(row, "familiar"))) {
      NameWord& word = words_[std::string(text)];
      word.given = true;
      word.familiar.push_back(number);
    }
    ++number;
  }
}

void NameReader::add_parts(const Table& table) {
  for (const Table::Row& row : table.rows()) {
    const std::string& part = table.cell(row, "part");
    if (part == "ending") {
      endings_.push_back({row.key, language_bit(table.cell(row, "standard"))});
      continue;
    }
    NameWord& word = words_[row.key];
    if (part == "particle") word.part = NamePart::particle;
    if (part == "article") word.part = NamePart::article;
    if (part == "link") word.part = NamePart::link;
    if (part == "suffix") word.suffix = table.cell(row, "standard");
    if (part == "servant") word.servant = table.cell(row, "standard");
    if (part == "prefix") word.prefix = true;
    if (part == "article" || part == "link" || part == "servant" || part == "prefix") {
      word.languages |= static_cast<std::uint32_t>(NameLanguage::arabic);
    }
  }
}

void NameReader::add_titles(const Table& table) {
  for (const Table::Row& row : table.rows()) {
    const bool before = table.cell(row, "place") == "before";
    titles_[row.key] |= before ? kBefore : kAfter;
    const std::vector<std::string_view> words = words_of_cell(row.key);
    if (before) {
      words_[std::string(words.front())].opens_title = true;
    } else {
      words_[std::string(words.back())].closes_title = true;
    }
  }
}

void NameReader::add_offices(const Table& table) {
  for (const Table::Row& row : table.rows()) {
    const std::string& sense = table.cell(row, "sense");
    if ((sense != "title" && sense != "office") || row.key.find(' ') != std::string::npos) continue;
    NameWord& word = words_[row.key];
    if (word.attested() || word.part != NamePart::word || !word.suffix.empty()) continue;
    titles_.emplace(row.key, kBefore);
    word.opens_title = true;
  }
}

void NameReader::add_eastern(const Table& korean, const Table& chinese) {
  for (const Table* table : {&korean, &chinese}) {
    for (const Table::Row& row : table->rows()) {
      for (std::string_view text : words_of_cell(table->cell(row, "spellings"))) {
        words_[std::string(text)].eastern_surname = true;
      }
    }
  }
  for (const Table::Row& row : chinese.rows()) words_[row.key].eastern_surname = true;
  for (const Table::Row& row : korean.rows()) {
    if (row.key.size() > kHangulBytes) double_surnames_.push_back(row.key);
  }
}

const NameWord* NameReader::word(std::string_view text) const {
  const auto known = words_.find(text);
  return known == words_.end() ? nullptr : &known->second;
}

void NameReader::tokenize(std::string_view written, Name& name) const {
  std::string folded;
  const bool ascii = is_ascii(written);
  const bool hangul = !ascii && has_hangul(written);
  const bool bare = !ascii && leaves_vowels_out(written);
  if (ascii) {
    folded.assign(written);
    for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  } else {
    folded = fold(written);
    if (!is_ascii(plain_letters(folded)) || plain_letters(unaccented(folded)).empty())
      folded = latin_letters(hangul ? by_syllables(written) : std::string(written));
  }
  const Pieces found = cut(folded);
  std::size_t comma = 0;  // tokens before it
  for (std::size_t i = 0; i < found.pieces.size() && name.tokens.size() < kMostTokens; ++i) {
    const Piece& piece = found.pieces[i];
    if (i == found.comma) comma = name.tokens.size();
    NameToken token;
    token.joined = piece.joined;
    std::string text = is_ascii(piece.shown) ? plain_letters(piece.shown) : unaccented(piece.shown);
    if (!is_ascii(text)) text = latin_letters(text);
    token.text = plain_letters(text).substr(0, kLongestToken);
    if (token.text.empty()) continue;
    token.shown = std::string(piece.shown.substr(0, 2 * kLongestToken));
    if (!is_ascii(piece.shown)) token.expanded = plain_letters(expanded_form(piece.shown)).substr(0, kLongestToken);
    token.accented = !is_ascii(piece.shown);
    token.bare = bare;
    if (bare) token.text = with_vowels(token.text);
    token.initial = token.text.size() == 1 && !hangul;
    token.capital = !ascii || !is_letter(written[piece.at]);
    name.tokens.push_back(std::move(token));
    // "JC Juncker": capitals that are no name are initials, unless the whole name is in capitals.
    const bool capitals = ascii && piece.shown.size() > 1 && piece.shown.size() <= 3 &&
                          std::all_of(written.begin() + static_cast<std::ptrdiff_t>(piece.at),
                                      written.begin() + static_cast<std::ptrdiff_t>(piece.at + piece.shown.size()),
                                      [](char c) { return c >= 'A' && c <= 'Z'; });
    const NameWord* known = capitals ? word(name.tokens.back().text) : nullptr;
    if (capitals && (known == nullptr || (!known->attested() && !known->eastern_surname && known->suffix.empty())))
      split_initials(name, written);
  }
  if (comma > 0 && comma < name.tokens.size()) {
    name.comma = true;
    const auto after = name.tokens.begin() + static_cast<std::ptrdiff_t>(comma);
    const bool only_suffix = std::all_of(after, name.tokens.end(), [&](const NameToken& token) {
      const NameWord* known = word(token.text);
      return (known != nullptr && !known->suffix.empty()) || titles_.contains(token.text);
    });
    if (only_suffix) {
      name.comma = false;
    } else {
      std::rotate(name.tokens.begin(), after, name.tokens.end());
    }
  }
}

void NameReader::split_initials(Name& name, std::string_view written) const {
  const bool mixed = std::any_of(written.begin(), written.end(), is_letter);
  const NameToken whole = name.tokens.back();
  if (!mixed || hangul_.is_surname(whole.text) || pinyin_.is_surname(whole.text) || titles_.contains(whole.text)) {
    return;
  }
  name.tokens.pop_back();
  for (std::size_t i = 0; i < whole.text.size() && name.tokens.size() < kMostTokens; ++i) {
    NameToken letter;
    letter.text = letter.shown = whole.text.substr(i, 1);
    letter.initial = true;
    letter.joined = i == 0 ? whole.joined : false;
    name.tokens.push_back(std::move(letter));
  }
}

void NameReader::drop_titles(Name& name) const {
  static constexpr std::size_t kLongestTitle = 3;  // words
  const auto words_left = [&] {
    return static_cast<std::size_t>(std::count_if(name.tokens.begin(), name.tokens.end(), [&](const NameToken& token) {
      const NameWord* known = word(token.text);
      return known == nullptr || known->suffix.empty();
    }));
  };
  for (bool dropped = true; dropped && !name.tokens.empty();) {
    dropped = false;
    const NameWord* first_word = word(name.tokens.front().text);
    const NameWord* last_word = word(name.tokens.back().text);
    const bool opens = first_word != nullptr && first_word->opens_title;
    const bool closes = last_word != nullptr && last_word->closes_title;
    if (!opens && !closes) return;
    for (std::size_t length = std::min(kLongestTitle, name.tokens.size()); length > 0 && !dropped; --length) {
      for (const bool before : {true, false}) {
        if (!(before ? opens : closes) || words_left() <= length) continue;
        const std::size_t from = before ? 0 : name.tokens.size() - length;
        std::string title = name.tokens[from].text;
        for (std::size_t i = 1; i < length; ++i) title += ' ' + name.tokens[from + i].text;
        const auto known = titles_.find(title);
        if (known == titles_.end() || (known->second & (before ? kBefore : kAfter)) == 0) continue;
        if (length == 1 && first_word != nullptr && first_word->eastern_surname && reads_as_eastern(name)) continue;
        const auto first = name.tokens.begin() + static_cast<std::ptrdiff_t>(from);
        name.tokens.erase(first, first + static_cast<std::ptrdiff_t>(length));
        name.titled = dropped = true;
        break;
      }
    }
  }
}

void NameReader::take_suffix(Name& name) const {
  for (std::size_t i = name.tokens.size(); i > 1; --i) {
    const NameWord* known = word(name.tokens[i - 1].text);
    if (known == nullptr || known->suffix.empty()) continue;
    if (i != name.tokens.size() && !name.comma) continue;
    name.suffix = known->suffix;
    name.tokens.erase(name.tokens.begin() + static_cast<std::ptrdiff_t>(i - 1));
    return;
  }
}

void NameReader::tell_parts(Name& name) const {
  std::vector<NameToken> told;
  for (std::size_t i = 0; i < name.tokens.size(); ++i) {
    NameToken& token = name.tokens[i];
    token.word = word(token.text);
    const bool last = i + 1 == name.tokens.size();
    if (token.word != nullptr && !last) {
      const bool tied = name.tokens[i + 1].joined;
      switch (token.word->part) {
        case NamePart::word:
          break;
        case NamePart::particle:
          if ((i > 0 || !token.capital) && token.text.size() > 1) token.part = NamePart::particle;
          if (i > 0 && token.text == "y") token.part = NamePart::particle;
          break;
        case NamePart::article:
          if (tied || (i > 0 && (token.text == "al" || token.text == "el" || token.text == "ul"))) {
            token.part = NamePart::article;
            token.spelled = token.text;
            token.text = "al";
          }
          break;
        case NamePart::link:
          if (i > 0 || !token.word->given) token.part = NamePart::link;
          break;
      }
      if (token.part != NamePart::word) token.initial = false;
    }
    told.push_back(std::move(token));
  }
  name.tokens.clear();
  join_servants(told, name);
}

// Abd + al + X and Abdel + X become one token; every token learns what the lexicon says of it.
void NameReader::join_servants(std::vector<NameToken>& told, Name& name) const {
  for (std::size_t i = 0; i < told.size(); ++i) {
    NameToken& token = told[i];
    if (token.word != nullptr && !token.word->servant.empty() && i + 1 < told.size()) {
      std::size_t next = i + 1;
      if (told[next].part == NamePart::article && next + 1 < told.size()) ++next;
      std::string_view master = told[next].text;
      if (token.bare && master.size() > 4 && master.starts_with("al")) master.remove_prefix(2);
      token.spelled = token.text + told[next].text;
      token.text = token.word->servant + std::string(master);
      token.shown += ' ' + told[next].shown;
      token.word = word(token.text);
      i = next;
    } else if (token.text.size() >= 8) {
      const NameWord* servant = word(std::string_view(token.text).substr(0, 5));
      if (servant != nullptr && !servant->servant.empty()) {
        token.spelled = token.text;
        token.text = servant->servant + token.text.substr(5);
      }
      token.word = word(token.text);
    }
    token.letters = letters_of(token.text);
    token.consonants = Consonants::of(token.text);
    tell_language(token, name);
    name.tokens.push_back(std::move(token));
  }
}

void NameReader::tell_language(NameToken& token, Name& name) const {
  static constexpr std::size_t kShortestStem = 3;  // bytes before an ending
  if (token.word != nullptr) name.languages |= token.word->languages;
  if (token.word != nullptr && token.word->languages != 0) return;
  for (const Ending& ending : endings_) {
    if (token.text.size() >= ending.text.size() + kShortestStem && token.text.ends_with(ending.text))
      name.languages |= ending.languages;
  }
}

// Korean as written at home has no spaces: one between any two syllables, but for surnames of two.
std::string NameReader::by_syllables(std::string_view written) const {
  std::string apart;
  for (std::size_t at = 0; at < written.size();) {
    std::size_t length = code_point_at(written, at).length;
    const bool syllable = has_hangul(written.substr(at, length));
    if (syllable && !apart.empty()) apart += ' ';
    if (apart.empty()) {
      for (const std::string& surname : double_surnames_) {
        if (written.size() > surname.size() && written.starts_with(surname)) length = surname.size();
      }
    }
    apart += written.substr(at, length);
    at += length;
  }
  return apart;
}

bool NameReader::reads_as_eastern(const Name& name) const {
  std::vector<std::string_view> words;
  for (const NameToken& token : name.tokens) words.push_back(token.text);
  return !hangul_.read(words).empty() || !pinyin_.read(words).empty();
}

// An English given name, a Chinese surname (a married one, then the own), Chinese given syllables.
std::size_t NameReader::adopted_words(const Name& name, const std::vector<std::string_view>& words) const {
  static constexpr std::size_t kFewest = 4;
  if (words.size() < kFewest || pinyin_.is_surname(words[0]) || !pinyin_.is_surname(words[1])) return 0;
  const NameWord* given = word(words[0]);
  if (given == nullptr || !given->given) return 0;
  const bool married = words.size() > kFewest && pinyin_.is_surname(words[2]);
  const std::vector<std::string_view> rest(words.begin() + (married ? 2 : 1), words.end());
  const bool two_syllables = name.tokens.back().joined && rest.size() == 3;
  return two_syllables || !pinyin_.read(rest).empty() ? 1 : 0;
}

Name NameReader::read(std::string_view written) const {
  Name name;
  name.written = std::string(written);
  tokenize(written, name);
  drop_titles(name);
  take_suffix(name);
  std::vector<std::string_view> words;
  words.reserve(name.tokens.size());
  for (const NameToken& token : name.tokens) words.push_back(token.text);
  name.korean = hangul_.read(words);
  name.chinese = pinyin_.read(words);
  if (name.korean.empty() && name.chinese.empty()) name.adopted = adopted_words(name, words);
  if (name.written.find('\'') != std::string::npos) {  // Wade-Giles writes one, Pinyin hardly ever
    for (ChineseReading& reading : name.chinese) reading.in_pinyin = false;
  }
  tell_parts(name);
  return name;
}

}  // namespace hearsay
