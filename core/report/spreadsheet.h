#pragma once
// CSV after RFC 4180 that no spreadsheet takes for a formula.

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// One cell. A text that begins, behind blank space, with what starts a formula (= + - @, their full-width forms, a tab
// or carriage return), or with an apostrophe, is preceded by an apostrophe; text_of_spreadsheet_cell() takes it off
// again. Quoted where a comma, semicolon, quotation mark or line break is in it.
std::string spreadsheet_cell(std::string_view text);
// The text that was given to spreadsheet_cell(), from the cell without its quoting. An apostrophe that it would not
// have put there stays.
std::string text_of_spreadsheet_cell(std::string_view cell);

std::string spreadsheet_line(const std::vector<std::string>& texts);  // ends in CRLF

}  // namespace hearsay
