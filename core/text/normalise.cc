#include "core/text/normalise.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "core/text/utf8.h"

namespace hearsay {
namespace {

// The plain character that stands for a typographic one, or 0.
char plain(char32_t c) {
  switch (c) {
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
    case U'′':
    case U'`':
    case U'´':
    case U'ʼ':
    case U'ʻ':
    case U'＇':
      return '\'';
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'″':
    case U'«':
    case U'»':
    case U'＂':
      return '"';
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
      return '-';
    default:
      return u_isUWhiteSpace(static_cast<UChar32>(c)) ? ' ' : '\0';
  }
}

char folded_ascii(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  if (c == '`') return '\'';
  return c >= '\t' && c <= '\r' ? ' ' : c;
}

std::string_view spelled_out(char32_t c) {
  switch (c) {
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
      return "d";
    case U'ø':
      return "o";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ı':
      return "i";
    case U'þ':
      return "th";
    case U'ħ':
      return "h";
    default:
      return "";
  }
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out(text);
  std::size_t at = 0;
  for (; at < out.size() && static_cast<unsigned char>(out[at]) < 0x80; ++at) out[at] = folded_ascii(out[at]);
  out.resize(at);
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      out += folded_ascii(text[at++]);
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    at += point.length;
    if (const char simple = plain(point.value); simple != '\0')
      out += simple;
    else
      icu::UnicodeString(static_cast<UChar32>(point.value)).foldCase().toUTF8String(out);
  }
  return out;
}

std::string unaccented(std::string_view text) {
  const std::string folded = fold(text);
  bool ascii = true;
  for (const char c : folded) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
  if (ascii) return folded;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return folded;
  const icu::UnicodeString parts = nfkd->normalize(icu::UnicodeString::fromUTF8(folded), status);
  std::string out;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    if (u_getCombiningClass(c) != 0) continue;
    if (const std::string_view letters = spelled_out(static_cast<char32_t>(c)); !letters.empty())
      out += letters;
    else
      append(out, static_cast<char32_t>(c));
  }
  return fold(out);
}

std::string fold_spaces(std::string_view text) {
  std::string out;
  for (const char c : fold(text)) {
    if (c != ' ')
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += c;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace hearsay
