// One pass over the code points makes tokens; a second over the tokens of a paragraph finds where sentences end. Known
// limit: a quotation of several sentences inside one sentence is cut at its inner stops; core/extract/quotations joins
// them again.

#include "core/text/words.h"

#include <unicode/uchar.h>

#include "core/text/normalise.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

enum class Glyph { space, letter, digit, apostrophe, hyphen, stop, comma, mark };

Glyph glyph_of(char32_t c) {
  if (c < 0x80) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Glyph::letter;
    if (c >= '0' && c <= '9') return Glyph::digit;
    if (c == ' ' || (c >= 9 && c <= 13)) return Glyph::space;
    if (c == '\'') return Glyph::apostrophe;
    if (c == '-') return Glyph::hyphen;
    if (c == '.') return Glyph::stop;
    if (c == ',') return Glyph::comma;
    return c < 0x20 || c == 0x7F ? Glyph::space : Glyph::mark;
  }
  if (c == U'’' || c == U'ʼ') return Glyph::apostrophe;
  if (c == U'‐' || c == U'‑') return Glyph::hyphen;
  const auto point = static_cast<UChar32>(c);
  if (u_isUAlphabetic(point)) return Glyph::letter;
  if (u_isUWhiteSpace(point) || c == 0xFEFF || u_charType(point) == U_FORMAT_CHAR) return Glyph::space;
  const auto type = u_charType(point);
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ? Glyph::letter : Glyph::mark;
}

class Tokeniser {
 public:
  Tokeniser(std::string_view text, Words& words) : text_(text), words_(words) {}

  void run(Span paragraph) {
    at_ = paragraph.begin;
    end_ = paragraph.end;
    while (at_ < end_) {
      const CodePoint point = code_point_at(text_, at_);
      const Glyph glyph = glyph_of(point.value);
      if (glyph == Glyph::space)
        at_ += point.length;
      else if (glyph == Glyph::digit)
        add(number_end(), TokenKind::number);
      else if (glyph == Glyph::letter)
        add(word_end(), TokenKind::word);
      else
        add(at_ + point.length, TokenKind::mark);
    }
  }

 private:
  [[nodiscard]] Glyph glyph(std::size_t at) const {
    return at < end_ ? glyph_of(code_point_at(text_, at).value) : Glyph::space;
  }
  [[nodiscard]] std::size_t next(std::size_t at) const { return at + code_point_at(text_, at).length; }

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
    at_ = end;
  }

  std::string_view text_;
  Words& words_;
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
