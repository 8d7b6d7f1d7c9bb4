// One pass over the code points makes tokens; a second over the tokens of a paragraph finds where sentences end. Known
// limit: a quotation of several sentences inside one sentence is cut at its inner stops; core/extract/quotations joins
// them again.

#include "core/text/words.h"

#include <unicode/uchar.h>

#include <array>
#include <utility>

#include "core/text/normalise.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

enum class Glyph { space, letter, digit, apostrophe, hyphen, stop, comma, mark };

constexpr Glyph ascii_glyph(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Glyph::letter;
  if (c >= '0' && c <= '9') return Glyph::digit;
  if (c <= ' ' || c == 0x7F) return Glyph::space;
  if (c == '\'') return Glyph::apostrophe;
  if (c == '-') return Glyph::hyphen;
  if (c == '.') return Glyph::stop;
  return c == ',' ? Glyph::comma : Glyph::mark;
}

constexpr std::array<Glyph, 128> kAsciiGlyphs = [] {
  std::array<Glyph, 128> glyphs{};
  for (std::size_t c = 0; c < glyphs.size(); ++c) glyphs[c] = ascii_glyph(static_cast<char>(c));
  return glyphs;
}();

Glyph glyph_of(char32_t c) {
  if (c < 0x80) return kAsciiGlyphs[c];
  if (c == U'’' || c == U'ʼ') return Glyph::apostrophe;
  if (c == U'‐' || c == U'‑') return Glyph::hyphen;
  const auto point = static_cast<UChar32>(c);
  if (u_isUAlphabetic(point)) return Glyph::letter;
  if (u_isUWhiteSpace(point) || c == 0xFEFF || u_charType(point) == U_FORMAT_CHAR) return Glyph::space;
  const auto type = u_charType(point);
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ? Glyph::letter : Glyph::mark;
}

// Numbers words in the order in which they first appear.
class Numbering {
 public:
  // The number of the last token.
  std::uint32_t number_last(const Words& words) {
    if (2 * first_.size() >= slots_.size()) grow();
    const std::size_t last = words.tokens.size() - 1;
    const std::uint32_t hash = hash_of(words.folded[last]);
    std::size_t slot = hash & (slots_.size() - 1);
    for (; slots_[slot].number != kNone; slot = (slot + 1) & (slots_.size() - 1)) {
      if (slots_[slot].hash != hash) continue;
      const std::size_t first = first_[slots_[slot].number];
      if (words.folded[first] == words.folded[last] && words.tokens[first].kind == words.tokens[last].kind)
        return slots_[slot].number;
    }
    slots_[slot] = {hash, static_cast<std::uint32_t>(first_.size())};
    first_.push_back(static_cast<std::uint32_t>(last));
    return slots_[slot].number;
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = kNone;
  };

  // FNV-1a, its upper half mixed in.
  static std::uint32_t hash_of(std::string_view word) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return static_cast<std::uint32_t>(hash ^ hash >> 32);
  }

  void grow() {
    const std::vector<Slot> old = std::move(slots_);
    slots_.assign(2 * old.size(), {});
    for (const Slot& entry : old) {
      if (entry.number == kNone) continue;
      std::size_t slot = entry.hash & (slots_.size() - 1);
      while (slots_[slot].number != kNone) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = entry;
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(256);  // a power of two, half full at most
  std::vector<std::uint32_t> first_;                  // by number: the token where it first appears
};

class Tokeniser {
 public:
  Tokeniser(std::string_view text, Words& words) : text_(text), words_(words) {}

  void run(Span paragraph) {
    at_ = paragraph.begin;
    end_ = paragraph.end;
    while (at_ < end_) {
      const Glyph here = glyph(at_);
      if (here == Glyph::space)
        at_ = next(at_);
      else if (here == Glyph::digit)
        add(number_end(), TokenKind::number);
      else if (here == Glyph::letter)
        add(word_end(), TokenKind::word);
      else
        add(next(at_), TokenKind::mark);
    }
  }

 private:
  [[nodiscard]] bool is_ascii(std::size_t at) const { return static_cast<unsigned char>(text_[at]) < 0x80; }
  [[nodiscard]] Glyph glyph(std::size_t at) const {
    if (at >= end_) return Glyph::space;
    return is_ascii(at) ? kAsciiGlyphs[static_cast<unsigned char>(text_[at])]
                        : glyph_of(code_point_at(text_, at).value);
  }
  [[nodiscard]] std::size_t next(std::size_t at) const {
    return at < text_.size() && is_ascii(at) ? at + 1 : at + code_point_at(text_, at).length;
  }

  [[nodiscard]] std::size_t number_end() const {
    std::size_t at = at_;
    for (;;) {
      while (glyph(at) == Glyph::digit) ++at;
      const Glyph inner = glyph(at);
      if ((inner != Glyph::stop && inner != Glyph::comma) || glyph(at + 1) != Glyph::digit) break;
      ++at;
    }
    const std::string_view ending = text_.substr(at, std::min<std::size_t>(2, end_ - at));
    const bool ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
    return ordinal && glyph(at + 2) != Glyph::letter ? at + 2 : at;
  }

  [[nodiscard]] std::size_t word_end() const {
    std::size_t at = at_;
    for (;;) {
      const std::size_t part = at;
      while (glyph(at) == Glyph::letter || (glyph(at) == Glyph::digit && at > at_)) at = next(at);
      const Glyph inner = glyph(at);
      const std::size_t behind = at < end_ ? next(at) : at;
      const Glyph after = glyph(behind);
      if (inner == Glyph::apostrophe && after == Glyph::letter)
        at = behind;
      else if (inner == Glyph::hyphen && (after == Glyph::letter || after == Glyph::digit))
        at = behind;
      else if (inner == Glyph::stop && at == next(part) && after == Glyph::letter && single_letter(behind))
        at = behind;
      else if (inner == Glyph::stop && at == next(part) && part > at_ && text_[part - 1] == '.')
        return behind;
      else
        return at;
    }
  }

  // Whether the letter at `at` stands alone before a stop or the end of the word: the next initial of "U.N.".
  [[nodiscard]] bool single_letter(std::size_t at) const {
    const Glyph after = glyph(next(at));
    return after != Glyph::letter && after != Glyph::digit && after != Glyph::apostrophe;
  }

  void add(std::size_t end, TokenKind kind) {
    words_.tokens.push_back({{at_, end}, kind});
    words_.folded.push_back(fold(text_.substr(at_, end - at_)));
    words_.numbers.push_back(numbering_.number_last(words_));
    at_ = end;
  }

  std::string_view text_;
  Words& words_;
  Numbering numbering_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

bool ends_sentence(const std::string& folded) {
  return folded == "." || folded == "!" || folded == "?" || folded == "…";
}

bool closes(const std::string& folded) {
  return folded == "\"" || folded == "'" || folded == ")" || folded == "]" || folded == "}";
}

class SentenceFinder {
 public:
  SentenceFinder(Words& words, const Abbreviations& abbreviations) : words_(words), abbreviations_(abbreviations) {}

  void run(std::size_t first, std::size_t last, std::size_t paragraph) {
    std::size_t begin = first;
    if (const std::size_t stamp = stamp_end(first, last); stamp > first) {
      add(first, stamp, paragraph);
      begin = stamp;
    }
    for (std::size_t i = begin; i < last; ++i) {
      if (!ends_sentence(words_.folded[i]) && !inner_stop(i)) continue;
      std::size_t end = i + 1;
      while (end < last && (ends_sentence(words_.folded[end]) || (closes(words_.folded[end]) && touches(end)))) ++end;
      if (end < last && !(may_open(end) && (is_end(i) || end > i + 1))) continue;
      add(begin, end, paragraph);
      begin = end;
      i = end - 1;
    }
    if (begin < last) add(begin, last, paragraph);
  }

 private:
  // The token behind the hour before which a line of a live report stands, "18.20 Police said ...", or `first`.
  [[nodiscard]] std::size_t stamp_end(std::size_t first, std::size_t last) const {
    const auto digit = [&](std::size_t at) {
      return at < words_.text.size() && '0' <= words_.text[at] && words_.text[at] <= '9';
    };
    const auto two = [&](std::size_t at) { return 10 * (words_.text[at] - '0') + words_.text[at + 1] - '0'; };
    if (first == last) return first;
    const std::size_t begin = words_.tokens[first].span.begin;
    const std::size_t mark = begin + (digit(begin) ? 1 : 0) + (digit(begin) && digit(begin + 1) ? 1 : 0);
    if (mark == begin || !digit(mark + 1) || !digit(mark + 2) || two(mark + 1) > 59) return first;
    if (words_.text[mark] != '.' && words_.text[mark] != ':') return first;
    if (mark == begin + 2 && two(begin) > 23) return first;
    std::size_t next = first;
    while (next < last && words_.tokens[next].span.begin < mark + 3) ++next;
    if (next == last || touches(next) || words_.tokens[next - 1].span.end != mark + 3) return first;
    const CodePoint point = code_point_at(words_.text, words_.tokens[next].span.begin);
    const bool opens = words_.tokens[next].kind == TokenKind::mark || u_isupper(static_cast<UChar32>(point.value)) != 0;
    return opens ? next : first;
  }

  // "U.N." carries its own stop and may end a sentence.
  [[nodiscard]] bool inner_stop(std::size_t i) const {
    const std::string& word = words_.folded[i];
    return words_.tokens[i].kind == TokenKind::word && word.size() > 2 && word.back() == '.';
  }

  [[nodiscard]] bool touches(std::size_t i) const {
    return words_.tokens[i - 1].span.end == words_.tokens[i].span.begin;
  }

  // White space, then a capital, a digit, an opening mark or anything that is not a lower-case letter or a comma.
  [[nodiscard]] bool may_open(std::size_t i) const {
    if (touches(i)) return false;
    const CodePoint point = code_point_at(words_.text, words_.tokens[i].span.begin);
    const auto c = static_cast<UChar32>(point.value);
    if (words_.tokens[i].kind == TokenKind::mark) return words_.folded[i] != "," && words_.folded[i] != ";";
    return !u_islower(c);
  }

  [[nodiscard]] bool is_end(std::size_t i) const {
    const bool own_stop = inner_stop(i);
    if (!own_stop && words_.folded[i] != ".") return true;
    if (!own_stop && (i == 0 || !touches(i) || words_.tokens[i - 1].kind != TokenKind::word)) return true;
    std::string word = own_stop ? words_.folded[i].substr(0, words_.folded[i].size() - 1) : words_.folded[i - 1];
    const std::size_t after = i + 1;
    if (!own_stop && words_.tokens[i - 1].span.size() == 1 && word != "i") return false;  // an initial: "J. Smith"
    const auto known = abbreviations_.find(word);
    if (known == abbreviations_.end()) return !own_stop || opens_clause(after);
    switch (known->second) {
      case AbbreviationKind::title:
      case AbbreviationKind::inner:
        return false;
      case AbbreviationKind::number:
        return words_.tokens[after].kind != TokenKind::number;
      case AbbreviationKind::either:
        return opens_clause(after);
    }
    return true;
  }

  // After "U.S." or "Inc." a sentence begins only where the next word could hardly be part of a name: a function word.
  [[nodiscard]] bool opens_clause(std::size_t i) const {
    static const std::unordered_map<std::string, bool> kOpeners = {
        {"the", true},     {"a", true},     {"an", true},    {"he", true},    {"she", true},   {"it", true},
        {"they", true},    {"we", true},    {"i", true},     {"you", true},   {"in", true},    {"on", true},
        {"at", true},      {"but", true},   {"and", true},   {"this", true},  {"that", true},  {"these", true},
        {"those", true},   {"his", true},   {"her", true},   {"its", true},   {"their", true}, {"there", true},
        {"if", true},      {"when", true},  {"while", true}, {"after", true}, {"as", true},    {"for", true},
        {"however", true}, {"\"", true},    {"so", true},    {"no", true},    {"some", true},  {"many", true},
        {"by", true},      {"since", true}, {"our", true},   {"my", true},    {"what", true},  {"who", true},
        {"under", true},   {"with", true}};
    return kOpeners.contains(words_.folded[i]);
  }

  void add(std::size_t first, std::size_t last, std::size_t paragraph) {
    words_.sentences.push_back(
        {{words_.tokens[first].span.begin, words_.tokens[last - 1].span.end}, first, last, paragraph});
  }

  Words& words_;
  const Abbreviations& abbreviations_;
};

}  // namespace

Words split_words(std::string_view text, const std::vector<Span>& paragraphs, const Abbreviations& abbreviations) {
  Words words;
  words.text = text;
  words.tokens.reserve(text.size() / 5);
  words.folded.reserve(text.size() / 5);
  words.numbers.reserve(text.size() / 5);
  Tokeniser tokeniser(text, words);
  SentenceFinder finder(words, abbreviations);
  for (const Span& span : paragraphs) {
    const std::size_t first_token = words.tokens.size();
    const std::size_t first_sentence = words.sentences.size();
    tokeniser.run(span);
    finder.run(first_token, words.tokens.size(), words.paragraphs.size());
    words.paragraphs.push_back({span, first_sentence, words.sentences.size()});
  }
  return words;
}

}  // namespace hearsay
