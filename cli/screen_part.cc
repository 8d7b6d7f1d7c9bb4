#include "cli/screen_part.h"

#include <algorithm>
#include <sstream>

#include "core/text/columns.h"

namespace hearsay {
namespace {

using Lines = std::vector<std::string>;

Lines kept_of(const Lines& lines, std::size_t count, std::size_t width) {
  if (count == 0) return {};
  const auto marked = [](const std::string& line) { return line.find(kMarkOpen) != std::string::npos; };
  const auto mark = static_cast<std::size_t>(std::find_if(lines.begin(), lines.end(), marked) - lines.begin());
  const std::size_t begin = mark == lines.size() ? 0 : std::min(mark, lines.size() - count);
  const auto from = lines.begin() + static_cast<std::ptrdiff_t>(begin);
  Lines kept(from, from + static_cast<std::ptrdiff_t>(count));
  if (begin > 0) kept.front().replace(0, 2, "… ");  // within the indent
  if (begin + count == lines.size()) return kept;
  std::string& last = kept.back();
  last = cut_to(last + " …", width - 1);  // a column for the end of a mark
  std::size_t open = 0;
  for (const std::string& line : kept) {
    open += static_cast<std::size_t>(std::count(line.begin(), line.end(), kMarkOpen));
    open -= static_cast<std::size_t>(std::count(line.begin(), line.end(), kMarkClose));
  }
  if (open > 0) last += kMarkClose;
  return kept;
}

}  // namespace

std::vector<std::string> wrapped_lines(const std::string& text, std::size_t width, std::size_t indent) {
  Lines lines;
  std::istringstream all(wrapped(text, width - indent));
  for (std::string line; std::getline(all, line);) lines.push_back(std::string(indent, ' ') + line);
  return lines;
}

std::size_t lines_of(const std::vector<ScreenPart>& parts) {
  std::size_t lines = 0;
  for (const ScreenPart& part : parts) lines += part.lines.size();
  return lines;
}

void fit(std::vector<ScreenPart>& parts, std::size_t most, std::size_t width) {
  std::size_t lines = lines_of(parts);
  std::vector<std::size_t> kept;
  for (const ScreenPart& part : parts) kept.push_back(part.lines.size());
  for (const GivesWay rank : {GivesWay::first, GivesWay::second, GivesWay::last}) {
    while (lines > most) {
      std::size_t longest = parts.size();
      for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].gives_way != rank || kept[i] <= parts[i].least) continue;
        if (longest == parts.size() || kept[i] > kept[longest]) longest = i;
      }
      if (longest == parts.size()) break;
      --kept[longest];
      --lines;
    }
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (kept[i] < parts[i].lines.size()) parts[i].lines = kept_of(parts[i].lines, kept[i], width);
  }
}

}  // namespace hearsay
