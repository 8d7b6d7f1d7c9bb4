#pragma once
// Rows for people and for programs: the same rows as a table, JSON lines, JSON or CSV. Every listing takes --format.

#include <CLI/CLI.hpp>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include "cli/terminal.h"

namespace hearsay {

enum class Format { table, jsonl, csv, json };

// A cell: nothing (JSON null, empty elsewhere), text, a number, or text that is already JSON (an array, an object).
struct Json {
  std::string text;
};
using Cell = std::variant<std::monostate, std::string, double, Json>;

class Listing {
 public:
  // `columns`: names as in JSON. `flexible`: index of the column that gives way when the terminal is narrow.
  Listing(std::vector<std::string> columns, std::size_t flexible);

  void add(std::vector<Cell> row);  // one cell a column
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

  // Table: header, aligned columns, the flexible one wrapped to the terminal's width; nothing at all for no rows. CSV
  // as core/report/spreadsheet.h has it: no cell is taken for a formula.
  void print(std::ostream& out, Format format, const Terminal& terminal) const;

 private:
  void print_table(std::ostream& out, const Terminal& terminal) const;
  void print_row(std::ostream& out, const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                 const Terminal& terminal, Ink ink) const;

  std::vector<std::string> columns_;
  std::size_t flexible_;
  std::vector<std::vector<Cell>> rows_;
};

// Adds --format table|jsonl|csv|json, bound to `format`.
CLI::Option* add_format_option(CLI::App& app, Format& format);

}  // namespace hearsay
