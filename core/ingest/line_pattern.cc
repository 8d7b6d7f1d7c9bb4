// Globbing without recursion: when a piece does not fit, the last open run takes all up to the next place where the
// piece behind it may fit, and the pieces are tried again from there. Only the last run has to be reopened: an earlier
// one that took more could only leave less to the rest.

#include "core/ingest/line_pattern.h"

#include <algorithm>
#include <utility>

#include "core/ingest/layout.h"
#include "core/text/normalise.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

constexpr std::string_view kDigits = "<n>";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The border of the code point behind the one at `at`.
std::size_t next_border(std::string_view words, std::size_t at) {
  do ++at;
  while (at < words.size() && (static_cast<unsigned char>(words[at]) & 0xC0U) == 0x80U);
  return at;
}

}  // namespace

FoldedLine::FoldedLine(std::string_view text, Span span) {
  std::size_t behind = span.begin;  // the end of the last visible character
  for (std::size_t at = span.begin; at < span.end;) {
    const CodePoint point = code_point_at(text, at);
    const std::size_t next = at + point.length;
    if (!is_blank(point.value)) {
      if (at > behind && !words.empty()) {
        words += ' ';
        origin.push_back(behind);
      }
      const auto c = static_cast<unsigned char>(text[at]);
      if (c < 0x80) {
        words += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
      } else {
        words += fold(text.substr(at, point.length));
      }
      origin.resize(words.size(), at);
      behind = next;
    }
    at = next;
  }
  origin.push_back(behind);
}

LinePattern::LinePattern(std::string_view pattern) {
  const std::string folded = fold_spaces(pattern);
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const std::size_t close = folded[at] == '{' ? folded.find('}', at) : std::string::npos;
    if (folded[at] == '*') {
      pieces_.push_back({Kind::any, ""});
    } else if (std::string_view(folded).substr(at, kDigits.size()) == kDigits) {
      pieces_.push_back({Kind::digits, ""});
      at += kDigits.size() - 1;
    } else if (close != std::string::npos) {
      pieces_.push_back({Kind::some, ""});
      at = close;
    } else {
      if (pieces_.empty() || pieces_.back().kind != Kind::literal) pieces_.push_back({Kind::literal, ""});
      pieces_.back().literal += folded[at];
    }
  }
}

char LinePattern::first_byte() const {
  return pieces_.empty() || pieces_.front().kind != Kind::literal ? '\0' : pieces_.front().literal.front();
}

std::size_t LinePattern::next_fit(std::size_t piece, std::string_view words, std::size_t from) const {
  if (piece == pieces_.size()) return words.size();
  return pieces_[piece].kind == Kind::literal ? words.find(pieces_[piece].literal, from) : from;
}

std::optional<Span> LinePattern::match(std::string_view words) const {
  std::size_t piece = 0;
  std::size_t at = 0;
  std::optional<std::size_t> open;  // the last open run, the first place behind it
  std::size_t open_end = 0;
  std::optional<Span> captured;
  std::optional<std::size_t> capturing;  // the piece being captured
  for (;;) {
    bool fits = true;
    if (piece == pieces_.size()) {
      if (at == words.size()) return captured ? captured : Span{0, words.size()};
      fits = false;
    } else if (const Piece& next = pieces_[piece]; next.kind == Kind::literal) {
      fits = words.substr(at, next.literal.size()) == next.literal;
      if (fits) at += next.literal.size();
    } else if (next.kind == Kind::digits) {
      fits = at < words.size() && is_digit(words[at]);
      while (at < words.size() && is_digit(words[at])) ++at;
    } else {
      fits = next.kind == Kind::any || at < words.size();
      if (fits) {
        open = piece;
        open_end = next.kind == Kind::some ? next_border(words, at) : at;
        if (next.kind == Kind::some) {
          captured = Span{at, open_end};
          capturing = piece;
        }
        at = open_end;
      }
    }
    if (fits) {
      ++piece;
      continue;
    }
    if (!open || open_end >= words.size()) return std::nullopt;
    at = open_end = next_fit(*open + 1, words, next_border(words, open_end));
    if (at == std::string_view::npos) return std::nullopt;
    if (capturing == open) captured->end = open_end;
    piece = *open + 1;
  }
}

void LinePatterns::add(std::string_view pattern, std::size_t id) {
  LinePattern made(pattern);
  const auto slot = static_cast<unsigned char>(made.first_byte());
  by_first_byte_[slot].push_back({std::move(made), id});
}

std::vector<LinePatterns::Match> LinePatterns::matches(std::string_view words) const {
  std::vector<Match> found;
  if (words.empty()) return found;
  for (const std::size_t slot : {std::size_t{0}, std::size_t{static_cast<unsigned char>(words.front())}}) {
    for (const Entry& entry : by_first_byte_[slot]) {
      if (const std::optional<Span> capture = entry.pattern.match(words)) found.push_back({entry.id, *capture});
    }
  }
  std::sort(found.begin(), found.end(), [](const Match& a, const Match& b) { return a.id < b.id; });
  return found;
}

}  // namespace hearsay
