#include "core/lexicon/lexicon.h"

#include <algorithm>
#include <utility>

#include "core/text/normalise.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

constexpr std::string_view kEnding = ".tsv";

Error malformed(const NamedText& file, std::size_t line, std::string_view words, std::string message,
                std::string hint) {
  return {ErrorCode::malformed, file.name + ":" + std::to_string(line), std::move(message), std::move(hint),
          std::string(words) + "\n^"};
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

std::optional<AbbreviationKind> abbreviation_kind(std::string_view name) {
  if (name == "title") return AbbreviationKind::title;
  if (name == "number") return AbbreviationKind::number;
  if (name == "inner") return AbbreviationKind::inner;
  if (name == "either") return AbbreviationKind::either;
  return std::nullopt;
}

}  // namespace

const std::string& Table::cell(const Row& row, std::string_view column) const {
  static const std::string kEmpty;
  const auto at = std::find(columns_.begin(), columns_.end(), column);
  return at == columns_.end() ? kEmpty : row.cells[static_cast<std::size_t>(at - columns_.begin())];
}

std::vector<const Table::Row*> Table::rows_of(std::string_view folded_key) const {
  std::vector<const Row*> found;
  const auto [first, last] = by_key_.equal_range(std::string(folded_key));
  for (auto it = first; it != last; ++it) found.push_back(&rows_[it->second]);
  std::sort(found.begin(), found.end());
  return found;
}

bool Table::contains(std::string_view folded_key) const { return by_key_.contains(std::string(folded_key)); }

Result<Lexicon> Lexicon::load(const std::vector<NamedText>& files) {
  Lexicon lexicon;
  for (const NamedText& file : files) {
    if (!file.name.ends_with(kEnding)) continue;
    if (decode_utf8(file.text).invalid > 0) {
      return Error{ErrorCode::malformed, file.name, "bytes that are no UTF-8", "save the file as UTF-8", ""};
    }
    Table table;
    std::size_t number = 0;
    for (std::string_view rest = file.text; !rest.empty();) {
      ++number;
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty() || line.front() == '#') continue;
      std::vector<std::string> cells = cells_of(line);
      if (table.columns_.empty()) {
        table.columns_ = std::move(cells);
        continue;
      }
      if (cells.size() > table.columns_.size()) {
        return malformed(file, number, line, "more cells than columns",
                         "the first line names " + std::to_string(table.columns_.size()) + " columns");
      }
      cells.resize(table.columns_.size());
      std::string key = fold(cells.front());
      if (key.empty())
        return malformed(file, number, line, "a row without its first cell", "write the word it is about");
      table.by_key_.emplace(key, table.rows_.size());
      table.rows_.push_back({std::move(key), std::move(cells), number});
    }
    if (table.columns_.empty()) {
      return Error{ErrorCode::malformed, file.name, "no line that names the columns", "see rules/README.md", ""};
    }
    lexicon.tables_.insert_or_assign(file.name.substr(0, file.name.size() - kEnding.size()), std::move(table));
  }
  const Table& table = lexicon.table("abbreviations");
  for (const Table::Row& row : table.rows()) {
    const auto kind = abbreviation_kind(table.cell(row, "kind"));
    if (!kind) {
      return Error{ErrorCode::malformed, "abbreviations.tsv:" + std::to_string(row.line),
                   "unknown kind '" + table.cell(row, "kind") + "'", "use title, number, inner or either", ""};
    }
    lexicon.abbreviations_[row.key] = *kind;
  }
  return lexicon;
}

const Lexicon& Lexicon::shipped() {
  static const Lexicon kShipped = [] {
    Result<Lexicon> loaded = load(shipped_lexicon_files());
    return loaded.ok() ? std::move(loaded).value() : Lexicon{};
  }();
  return kShipped;
}

const Table& Lexicon::table(std::string_view name) const {
  static const Table kNone;
  const auto at = tables_.find(name);
  return at == tables_.end() ? kNone : at->second;
}

std::vector<std::string_view> words_of_cell(std::string_view cell) {
  std::vector<std::string_view> words;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(' '), cell.size());
    if (end > 0) words.push_back(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return words;
}

}  // namespace hearsay
