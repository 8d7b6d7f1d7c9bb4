#pragma once
// Comma-separated values (RFC 4180) as spreadsheets write and read them.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct CsvRow {
  std::vector<std::string> cells;
  std::size_t line = 0;  // of the file, from 1, where it begins
};

struct CsvTable {
  std::vector<CsvRow> rows;
  std::size_t unclosed = 0;  // line of a quotation mark that nothing closes; 0: none
};

// The separator is the one of , ; and tab that the first line has most of. Quoted cells may hold separators, line ends
// and doubled quotation marks. Cells as text_of_spreadsheet_cell() of core/report/spreadsheet.h gives them.
CsvTable csv_rows(std::string_view text);

}  // namespace hearsay
