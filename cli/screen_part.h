#pragma once
// What a screen shows is made of parts; where it has too few lines for them, parts give way.

#include <cstddef>
#include <string>
#include <vector>

namespace hearsay {

// Stand for the two ends of a mark until lines are drawn: printable() lets neither through from a text.
inline constexpr char kMarkOpen = '\x01';
inline constexpr char kMarkClose = '\x02';

// Of two parts the one of the lower rank gives way first.
enum class GivesWay { first, second, last, never };

struct ScreenPart {
  std::vector<std::string> lines;
  GivesWay gives_way = GivesWay::never;
  std::size_t least = 0;  // lines that always stay
};

// `text` wrapped to `width` columns, every line behind `indent` spaces.
std::vector<std::string> wrapped_lines(const std::string& text, std::size_t width, std::size_t indent = 0);

std::size_t lines_of(const std::vector<ScreenPart>& parts);

// Shortens parts until they have `most` lines together, or none can give way any more. What is kept of a part begins
// with its first line, or later so as to hold the line of its first mark; "…" stands where lines are left out, a mark
// that was open is closed.
void fit(std::vector<ScreenPart>& parts, std::size_t most, std::size_t width);

}  // namespace hearsay
