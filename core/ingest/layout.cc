// Lines first, then blocks. A text counts as hard-wrapped when, of the places where a line follows another without a
// blank line between, nearly all are such that the next line's first word would not have fitted into the width of the
// text, and a good part of the upper lines end in mid-sentence. Then lines are joined where both hold for the place
// itself: a short line ends its paragraph even where no blank line follows.
// Known limit: a poem whose lines all have nearly one length is taken for wrapped prose.

#include "core/ingest/layout.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxWrapWidth = 160;  // bytes; wider lines are paragraphs
constexpr std::size_t kMinWrapWidth = 40;   // narrower ones are lists and verse
constexpr std::size_t kMinWrapPlaces = 2;   // fewer prove nothing
constexpr std::size_t kMaxNumberMark = 3;   // digits of "12." as a bullet mark
constexpr std::string_view kStops = ".!?:;\"')]";

bool ends_line(char32_t c) {
  return c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// The length in bytes of a bullet mark with the blanks behind it at the start of `line`, or 0.
std::size_t bullet_mark(std::string_view line) {
  const CodePoint first = code_point_at(line, 0);
  std::size_t mark = 0;
  switch (first.value) {
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x25AA:
    case 0x25AB:
    case 0x25CF:
    case 0x25CB:
    case 0x25E6:  // • ‣ ⁃ ▪ ▫ ● ○ ◦
    case 0x25A0:
    case 0x25BA:
    case 0x25B8:
    case 0x2756:
    case 0x27A4:
    case 0x2713:
    case 0x2714:
    case 0xB7:    // ■ ► ▸ ❖ ➤ ✓ ✔ ·
    case 0xF0B7:  // the bullet of old word processors
      mark = first.length;
      break;
    case '-':
    case '*':
    case 0x2013:
    case 0x2014:
      mark = first.length;
      if (mark >= line.size() || !is_blank(code_point_at(line, mark).value)) return 0;
      break;
    default: {
      while (mark < line.size() && mark < kMaxNumberMark && line[mark] >= '0' && line[mark] <= '9') ++mark;
      if (mark == 0 || mark >= line.size() || (line[mark] != '.' && line[mark] != ')')) return 0;
      ++mark;
      if (mark >= line.size() || !is_blank(code_point_at(line, mark).value)) return 0;
    }
  }
  while (mark < line.size()) {
    const CodePoint next = code_point_at(line, mark);
    if (!is_blank(next.value)) return mark;
    mark += next.length;
  }
  return 0;  // a mark without words is none
}

std::vector<Block> lines_of(std::string_view text) {
  std::vector<Block> lines;
  std::size_t gap = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    CodePoint stop{0, 0};
    while (end < text.size()) {
      stop = code_point_at(text, end);
      if (ends_line(stop.value)) break;
      end += stop.length;
    }
    const Span span = trimmed(text, {begin, end});
    if (span.empty()) {
      ++gap;
    } else {
      lines.push_back({span, {span.begin + bullet_mark(span.of(text)), span.end}, gap});
      gap = 0;
    }
    begin = end + stop.length;
    if (stop.value == '\r' && begin < text.size() && text[begin] == '\n') ++begin;
  }
  return lines;
}

std::size_t first_word(std::string_view text, Span line) {
  return std::min(line.of(text).find_first_of(" \t"), line.size());
}

struct WrapPlace {
  bool full = false;          // the next word would not have fitted
  bool mid_sentence = false;  // the upper line ends without a stop
};

WrapPlace wrap_place(std::string_view text, const Block& upper, const Block& lower, std::size_t width) {
  return {upper.span.size() + 1 + first_word(text, lower.span) > width,
          kStops.find(text[upper.span.end - 1]) == std::string_view::npos};
}

// The width at which the text was wrapped, or 0 if it was not.
std::size_t wrap_width(std::string_view text, const std::vector<Block>& lines) {
  std::size_t width = 0;
  for (const Block& line : lines) width = std::max(width, line.span.size());
  if (width > kMaxWrapWidth || width < kMinWrapWidth) return 0;
  std::size_t places = 0;
  std::size_t full = 0;
  std::size_t mid_sentence = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].gap > 0 || lines[i].bullet()) continue;
    const WrapPlace place = wrap_place(text, lines[i - 1], lines[i], width);
    ++places;
    full += place.full ? 1 : 0;
    mid_sentence += place.full && place.mid_sentence ? 1 : 0;
  }
  const bool wrapped = places >= kMinWrapPlaces && full * 10 >= places * 6 && mid_sentence * 10 >= places * 4;
  return wrapped ? width : 0;
}

// In wrapped text: the width broke the upper line, or it ends in mid-sentence and the next goes on with a small letter,
// as where people or other programs broke it a word too early.
bool continues(std::string_view text, const Block& upper, const Block& lower, std::size_t width) {
  const WrapPlace place = wrap_place(text, upper, lower, width);
  const char first = text[lower.span.begin];
  return place.full || (place.mid_sentence && 'a' <= first && first <= 'z' && upper.span.size() * 2 > width);
}

std::vector<Block> joined(std::string_view text, const std::vector<Block>& lines, std::size_t width) {
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && lines[i].gap == 0 && !lines[i].bullet() && continues(text, lines[i - 1], lines[i], width)) {
      blocks.back().span.end = blocks.back().words.end = lines[i].span.end;
    } else {
      blocks.push_back(lines[i]);
    }
  }
  return blocks;
}

}  // namespace

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060 ||
         c == 0x3000 || c == 0xFEFF;
}

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end) {
    const CodePoint first = code_point_at(text, span.begin);
    if (!is_blank(first.value)) break;
    span.begin += first.length;
  }
  while (span.begin < span.end) {
    const std::size_t last = previous_border(text, span.end);
    if (!is_blank(code_point_at(text, last).value)) break;
    span.end = last;
  }
  return span;
}

std::vector<Block> blocks_of(std::string_view text) {
  std::vector<Block> blocks = lines_of(text);
  if (const std::size_t width = wrap_width(text, blocks); width > 0) blocks = joined(text, blocks, width);
  const bool spaced = std::any_of(blocks.begin() + (blocks.empty() ? 0 : 1), blocks.end(),
                                  [](const Block& block) { return block.gap > 0; });
  if (!spaced) {
    for (Block& block : blocks) block.gap = 1;
  }
  return blocks;
}

}  // namespace hearsay
