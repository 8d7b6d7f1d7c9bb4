#include "desk/csv.h"

#include <algorithm>

#include "core/report/spreadsheet.h"

namespace hearsay {
namespace {

char separator_of(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  char most = ',';
  for (const char candidate : {';', '\t'}) {
    if (std::count(line.begin(), line.end(), candidate) > std::count(line.begin(), line.end(), most)) most = candidate;
  }
  return most;
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
      row.cells.push_back(text_of_spreadsheet_cell(cell));
      more = at < text.size() && text[at] == separator;
      if (at < text.size() && text[at] == '\n') ++line;
      ++at;
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace hearsay
