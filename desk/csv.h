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
// and doubled quotation marks. An apostrophe before = + - @ at the start of a cell is taken off: csv_cell() put it
// there.
CsvTable csv_rows(std::string_view text);

// A cell, quoted where it must be. One that a spreadsheet would take for a formula gets an apostrophe before it.
std::string csv_cell(std::string_view text);

}  // namespace hearsay
