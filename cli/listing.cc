#include "cli/listing.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "core/report/spreadsheet.h"

namespace hearsay {
namespace {

constexpr std::size_t kLeastWidth = 24;  // of the column that gives way

std::string shown(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return printable(*text);
  if (const auto* number = std::get_if<double>(&cell)) return fmt::format("{}", *number);
  if (const auto* json = std::get_if<Json>(&cell)) return printable(json->text);
  return "";
}

void write_json(std::ostream& out, const std::vector<std::string>& columns, const std::vector<Cell>& row) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.StartObject();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    writer.Key(columns[i].c_str());
    if (const auto* text = std::get_if<std::string>(&row[i])) {
      writer.String(*text);
    } else if (const auto* number = std::get_if<double>(&row[i])) {
      const std::string digits = fmt::format("{}", *number);
      writer.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    } else if (const auto* json = std::get_if<Json>(&row[i])) {
      writer.RawValue(json->text.data(), json->text.size(), rapidjson::kObjectType);
    } else {
      writer.Null();
    }
  }
  writer.EndObject();
  out << buffer.GetString();
}

std::string csv_of(const Cell& cell) {
  if (const auto* number = std::get_if<double>(&cell)) return fmt::format("{}", *number);
  if (const auto* words = std::get_if<std::string>(&cell)) return spreadsheet_cell(*words);
  if (const auto* json = std::get_if<Json>(&cell)) return spreadsheet_cell(json->text);
  return "";
}

}  // namespace

Listing::Listing(std::vector<std::string> columns, std::size_t flexible)
    : columns_(std::move(columns)), flexible_(flexible) {}

void Listing::add(std::vector<Cell> row) {
  row.resize(columns_.size());
  rows_.push_back(std::move(row));
}

void Listing::print(std::ostream& out, Format format, const Terminal& terminal) const {
  if (format == Format::jsonl || format == Format::json) {
    if (format == Format::json) out << "[";
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (format == Format::json) out << (i == 0 ? "\n" : ",\n");
      write_json(out, columns_, rows_[i]);
      if (format == Format::jsonl) out << '\n';
    }
    if (format == Format::json) out << "\n]\n";
    return;
  }
  if (format == Format::csv) {
    for (std::size_t i = 0; i < columns_.size(); ++i) out << (i == 0 ? "" : ",") << columns_[i];
    out << "\r\n";
    for (const auto& row : rows_) {
      for (std::size_t i = 0; i < row.size(); ++i) out << (i == 0 ? "" : ",") << csv_of(row[i]);
      out << "\r\n";
    }
    return;
  }
  print_table(out, terminal);
}

void Listing::print_table(std::ostream& out, const Terminal& terminal) const {
  if (rows_.empty()) return;
  std::vector<std::size_t> widths;
  for (const std::string& column : columns_) widths.push_back(columns_of(column));
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns_of(shown(row[i])));
  }
  std::size_t others = 2 * (widths.size() - 1);
  for (std::size_t i = 0; i < widths.size(); ++i) others += i == flexible_ ? 0 : widths[i];
  if (terminal.out_is_terminal && others + widths[flexible_] > terminal.width) {
    widths[flexible_] = std::max(kLeastWidth, terminal.width > others ? terminal.width - others : 0);
  }
  std::vector<std::string> header = columns_;
  print_row(out, header, widths, terminal, Ink::bold);
  for (const auto& row : rows_) {
    std::vector<std::string> cells;
    for (const Cell& cell : row) cells.push_back(shown(cell));
    print_row(out, cells, widths, terminal, Ink::plain);
  }
}

// The flexible cell goes on below itself where it is longer than its column, so that nothing is lost.
void Listing::print_row(std::ostream& out, const std::vector<std::string>& cells,
                        const std::vector<std::size_t>& widths, const Terminal& terminal, Ink ink) const {
  std::istringstream rest(wrapped(cells[flexible_], widths[flexible_]));
  std::string part;
  for (bool first = true; std::getline(rest, part) || first; first = false) {
    std::string line;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const std::string cell = i == flexible_ ? part : first ? cells[i] : "";
      const std::size_t used = std::min(columns_of(cell), widths[i]);
      line += cell + std::string(widths[i] - used + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out << inked(terminal, ink, line) << '\n';
    part.clear();
  }
}

CLI::Option* add_format_option(CLI::App& app, Format& format) {
  static const std::map<std::string, Format> kFormats = {
      {"table", Format::table}, {"jsonl", Format::jsonl}, {"csv", Format::csv}, {"json", Format::json}};
  return app.add_option("--format", format, "table (for people), jsonl, csv or json")
      ->transform(CLI::CheckedTransformer(kFormats, CLI::ignore_case).description(""))
      ->type_name("FORMAT")
      ->default_str("table");
}

}  // namespace hearsay
