#include "desk/csv.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr std::string_view kFormula = "=+-@\t\r";

char separator_of(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  char most = ',';
  for (const char candidate : {';', '\t'}) {
    if (std::count(line.begin(), line.end(), candidate) > std::count(line.begin(), line.end(), most)) most = candidate;
  }
  return most;
}

std::string plain(std::string cell) {
  if (cell.size() > 1 && cell[0] == '\'' && kFormula.find(cell[1]) != std::string_view::npos) cell.erase(0, 1);
  return cell;
}

}  // namespace

CsvTable csv_rows(std::string_view text) {
  const char separator = separator_of(text);
  CsvTable table;
  std::size_t line = 1;
  for (std::size_t at = 0; at < text.size();) {
    CsvRow row;
    row.line = line;
    for (bool more = true; more;) {
      std::string cell;
      if (at < text.size() && text[at] == '"') {
        const std::size_t opened = line;
        for (++at; at < text.size() && (text[at] != '"' || (at + 1 < text.size() && text[at + 1] == '"')); ++at) {
          if (text[at] == '"') ++at;
          if (text[at] == '\n') ++line;
          cell += text[at];
        }
        if (at == text.size()) {
          table.unclosed = opened;
          return table;
        }
        ++at;
      }
      for (; at < text.size() && text[at] != separator && text[at] != '\n'; ++at) {
        if (text[at] != '\r') cell += text[at];
      }
      row.cells.push_back(plain(std::move(cell)));
      more = at < text.size() && text[at] == separator;
      if (at < text.size() && text[at] == '\n') ++line;
      ++at;
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string csv_cell(std::string_view text) {
  std::string cell(text);
  if (!cell.empty() && kFormula.find(cell.front()) != std::string_view::npos) cell.insert(0, 1, '\'');
  if (cell.find_first_of("\",;\t\n\r") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace hearsay
