// One pass over the tokens of the sentence; what a word is in the tables is looked up once a text. A word is cut at its
// hyphens, before a possessive 's and between letters and the digits that end it; a word whose folded form has other
// hyphens than its written one stays whole.

#include "core/extract/pieces.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "core/text/utf8.h"

namespace hearsay {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_hyphen(char32_t c) { return c == U'-' || c == U'‐' || c == U'‑'; }

// By byte: whether a word that holds it may be of several pieces, or of letters and digits.
constexpr std::array<bool, 256> kParting = [] {
  std::array<bool, 256> parting{};
  for (const char c : std::string_view("-'0123456789")) parting[static_cast<unsigned char>(c)] = true;
  return parting;
}();

// Joins figures and words; the em dash does not, it parts clauses.
bool joins(std::string_view written) {
  return written == "-" || written == "‐" || written == "‑" || written == "–" || written == "−";
}

}  // namespace

class Cutting {
 public:
  Cutting(const PieceCutter& cutter, std::vector<Piece>& pieces)
      : words_(cutter.words_), vocabulary_(cutter.vocabulary_), known_(cutter.known_), pieces_(pieces) {}

  void run(const Sentence& sentence) {
    for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
      const Token& token = words_.tokens[i];
      if (i > sentence.first_token) {
        gap_ = words_.tokens[i - 1].span.end == token.span.begin ? Gap::none : Gap::space;
      }
      if (after_hyphen_) gap_ = Gap::hyphen;
      after_hyphen_ = gap_ == Gap::none && token.kind == TokenKind::mark && i + 1 < sentence.last_token &&
                      words_.tokens[i + 1].span.begin == token.span.end &&
                      words_.tokens[i + 1].kind != TokenKind::mark && joins(words_.of(i));
      if (after_hyphen_) continue;
      if (owns(i, sentence.last_token)) {  // "2016's"
        add({token.span.begin, words_.tokens[i + 1].span.end}, "'s", TokenKind::word);
        ++i;
      } else if (const auto& known = known_[words_.numbers[i]]; token.kind != TokenKind::word || known.plain) {
        add_known(i, known.id);
      } else {
        cut_word(token.span, words_.folded[i]);
      }
    }
  }

 private:
  // Whether tokens `i` and the next are the possessive of a number.
  [[nodiscard]] bool owns(std::size_t i, std::size_t last) const {
    if (words_.tokens[i].kind != TokenKind::mark || gap_ != Gap::none || i + 1 >= last || pieces_.empty()) return false;
    return (words_.of(i) == "'" || words_.of(i) == "’") && words_.folded[i + 1] == "s" &&
           words_.tokens[i + 1].span.begin == words_.tokens[i].span.end && pieces_.back().kind == TokenKind::number;
  }

  // A token that is one piece, unless it is a word that its folded form is not as long as.
  void add_known(std::size_t token, WordId id) {
    const auto& [span, kind] = words_.tokens[token];
    const std::string_view folded = words_.folded[token];
    if (kind == TokenKind::word && span.size() != folded.size()) return cut_word(span, folded);
    add(span, folded, kind, id);
  }

  void cut_word(Span span, std::string_view folded) {
    const std::string_view written = span.of(words_.text);
    if (written.size() == folded.size() && folded.find('-') == std::string_view::npos) return cut_part(span, folded);
    std::size_t at = 0;
    std::size_t folded_at = 0;
    while (at < written.size()) {
      std::size_t end = at;
      std::size_t hyphen = 0;
      while (end < written.size()) {
        const CodePoint point = code_point_at(written, end);
        if (is_hyphen(point.value)) {
          hyphen = point.length;
          break;
        }
        end += point.length;
      }
      const std::size_t folded_end = std::min(folded.find('-', folded_at), folded.size());
      if ((hyphen == 0) != (folded_end == folded.size())) return add(span, folded, TokenKind::word);
      if (end > at) cut_part({span.begin + at, span.begin + end}, folded.substr(folded_at, folded_end - folded_at));
      gap_ = Gap::hyphen;
      at = end + hyphen;
      folded_at = folded_end + 1;
    }
  }

  // A word without hyphens: its possessive 's and the digits at its end are pieces of their own.
  void cut_part(Span span, std::string_view folded) {
    const bool curly = span.size() == folded.size() + 2;  // the curly apostrophe has three bytes
    if (folded.size() <= 2 || !folded.ends_with("'s") || (!curly && span.size() != folded.size())) {
      return cut_digits(span, folded);
    }
    const std::size_t cut = span.end - (curly ? 4 : 2);
    cut_digits({span.begin, cut}, folded.substr(0, folded.size() - 2));
    gap_ = Gap::none;
    add({cut, span.end}, folded.substr(folded.size() - 2), TokenKind::word);
  }

  void cut_digits(Span span, std::string_view folded) {
    if (std::none_of(folded.begin(), folded.end(), is_digit)) return add(span, folded, TokenKind::word);
    std::size_t letters = folded.size();
    while (letters > 0 && is_digit(folded[letters - 1])) --letters;
    const bool more_digits = folded.find_first_of("0123456789") < letters;
    if (letters == folded.size() && span.size() == folded.size() && cut_around_digits(span, folded)) return;
    const bool known = vocabulary_.id_of(folded) != kUnknownWord;  // "km2"
    if (letters == folded.size() || span.size() != folded.size() || more_digits || known) {
      return add(span, folded, TokenKind::word);
    }
    if (letters > 0) {
      add({span.begin, span.begin + letters}, folded.substr(0, letters), TokenKind::word);
      gap_ = Gap::none;
    }
    add({span.begin + letters, span.end}, folded.substr(letters), TokenKind::number);
  }

  // "USD5bn": known letters, digits, known letters.
  bool cut_around_digits(Span span, std::string_view folded) {
    const std::size_t first = folded.find_first_of("0123456789");
    if (first == std::string_view::npos) return false;
    const std::size_t second = std::min(folded.find_first_not_of("0123456789", first), folded.size());
    const std::string_view behind = folded.substr(second);
    if (first == 0 && behind == "s") {  // the "1990s" of "mid-1990s"
      add({span.begin, span.begin + second}, folded.substr(0, second), TokenKind::number);
      gap_ = Gap::none;
      add({span.begin + second, span.end}, behind, TokenKind::word);
      return true;
    }
    const bool ordinal = behind == "st" || behind == "nd" || behind == "rd" || behind == "th";
    if (first == 0 && ordinal) {  // the "16th" of "september-16th"
      add(span, folded, TokenKind::number);
      return true;
    }
    const bool known = first > 0 && vocabulary_.id_of(folded.substr(0, first)) != kUnknownWord &&
                       vocabulary_.id_of(behind) != kUnknownWord && vocabulary_.id_of(folded) == kUnknownWord;
    const bool hours = folded.starts_with("h") && first == 1;  // the "h30m" of "1h30m"
    if (!known || (first < 2 && !hours) || behind.size() > 3) return false;
    add({span.begin, span.begin + first}, folded.substr(0, first), TokenKind::word);
    gap_ = Gap::none;
    add({span.begin + first, span.begin + second}, folded.substr(first, second - first), TokenKind::number);
    add({span.begin + second, span.end}, behind, TokenKind::word);
    return true;
  }

  void add(Span span, std::string_view folded, TokenKind kind) {
    add(span, folded, kind, kind == TokenKind::number ? kUnknownWord : vocabulary_.id_of(folded));
  }

  void add(Span span, std::string_view folded, TokenKind kind, WordId id) {
    Piece piece{span, folded, id, kind, gap_, false, false};
    if (kind != TokenKind::number) {
      const auto first = static_cast<unsigned char>(words_.text[span.begin]);
      piece.capital = first < 0x80 ? first >= 'A' && first <= 'Z'
                                   : u_isupper(static_cast<UChar32>(code_point_at(words_.text, span.begin).value)) != 0;
      const char last = words_.text[span.end - 1];
      piece.upper = piece.capital && last >= 'A' && last <= 'Z';
    }
    pieces_.push_back(piece);
  }

  const Words& words_;
  const Vocabulary& vocabulary_;
  const std::vector<PieceCutter::Known>& known_;
  std::vector<Piece>& pieces_;
  Gap gap_ = Gap::start;
  bool after_hyphen_ = false;
};

std::uint32_t Vocabulary::hash_of(std::string_view word) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return static_cast<std::uint32_t>(hash ^ hash >> 32U);
}

WordId Vocabulary::add(std::string_view folded) {
  if (const WordId known = id_of(folded); known != kUnknownWord || folded.empty()) return known;
  words_.emplace_back(folded);
  const auto added = static_cast<WordId>(words_.size() - 1);
  if (2 * words_.size() <= slots_.size()) {
    place(added);
  } else {
    slots_.assign(2 * slots_.size(), {});
    for (WordId id = 1; id <= added; ++id) place(id);
  }
  return added;
}

void Vocabulary::place(WordId id) {
  const std::uint32_t hash = hash_of(words_[id]);
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot].id != kUnknownWord) slot = (slot + 1) & (slots_.size() - 1);
  slots_[slot] = {hash, id};
  filter_[hash % kFilterBits / 64] |= std::uint64_t{1} << (hash % 64);
}

WordId Vocabulary::id_of(std::string_view folded) const {
  const std::uint32_t hash = hash_of(folded);
  if (!may_hold(hash)) return kUnknownWord;
  std::size_t slot = hash & (slots_.size() - 1);
  for (; slots_[slot].id != kUnknownWord; slot = (slot + 1) & (slots_.size() - 1)) {
    if (slots_[slot].hash == hash && words_[slots_[slot].id] == folded) break;
  }
  return slots_[slot].id;
}

PieceCutter::Known PieceCutter::look_up(std::size_t token) const {
  const std::string_view folded = words_.folded[token];
  const TokenKind kind = words_.tokens[token].kind;
  if (kind == TokenKind::number) return {kUnknownWord, true, false};
  const WordId id = vocabulary_.id_of(folded);
  const auto parts = [](char c) { return kParting[static_cast<unsigned char>(c)]; };
  if (kind == TokenKind::mark || std::none_of(folded.begin(), folded.end(), parts)) return {id, false, true};
  return {id, std::any_of(folded.begin(), folded.end(), is_digit), false};
}

bool PieceCutter::tells(const Sentence& sentence) const {
  for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
    if (known_[words_.numbers[i]].tells) return true;
  }
  return false;
}

void PieceCutter::cut(const Sentence& sentence, std::vector<Piece>& pieces) const {
  pieces.clear();
  Cutting(*this, pieces).run(sentence);
}

}  // namespace hearsay
