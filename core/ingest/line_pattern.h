#pragma once
// Patterns for whole lines, as the lexicons write them: "<n> min read", "stay tuned to {outlet} for the latest*".
// Compared with the folded line (case, quotes, dashes, spaces: core/text/normalise.h), from its first to its last word:
//   *       any run, also none                                <n>   one run of digits
//   {name}  a run of one character or more, handed back       everything else stands for itself
// A match takes for each run the fewest characters that let the rest fit, from left to right.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/value/span.h"

namespace hearsay {

// A short stretch of text folded, with the way back to the text. Runs of white space are one space; ends are trimmed.
struct FoldedLine {
  FoldedLine(std::string_view text, Span span);

  std::string words;
  std::vector<std::size_t> origin;  // byte of the text each byte of `words` came from; one more for the end

  // The bytes of the text behind a stretch of `words`.
  [[nodiscard]] Span source(Span of_words) const { return {origin[of_words.begin], origin[of_words.end]}; }
};

class LinePattern {
 public:
  // `pattern` as above; it is folded here. Any string is a pattern.
  explicit LinePattern(std::string_view pattern);

  // nullopt: no match. Else the captured stretch of `words` (the whole where the pattern captures nothing).
  // Time: length of words times length of pattern.
  [[nodiscard]] std::optional<Span> match(std::string_view words) const;

  // The byte every match begins with; 0 if there is more than one.
  [[nodiscard]] char first_byte() const;

 private:
  enum class Kind : std::uint8_t { literal, any, some, digits };
  struct Piece {
    Kind kind;
    std::string literal;
  };
  // The first place, not before `from`, where `piece` may begin behind an open run; npos if there is none.
  [[nodiscard]] std::size_t next_fit(std::size_t piece, std::string_view words, std::size_t from) const;

  std::vector<Piece> pieces_;
};

// Many patterns, tried on one line.
class LinePatterns {
 public:
  struct Match {
    std::size_t id = 0;  // as given to add()
    Span capture;
  };

  void add(std::string_view pattern, std::size_t id);

  // All that match, by id.
  [[nodiscard]] std::vector<Match> matches(std::string_view words) const;

 private:
  struct Entry {
    LinePattern pattern;
    std::size_t id;
  };
  std::array<std::vector<Entry>, 256> by_first_byte_;  // [0]: those that begin with an open run
};

}  // namespace hearsay
