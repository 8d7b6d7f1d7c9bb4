#pragma once
// The words the program knows: tables of rules/lexicon/*.tsv, compiled in; a folder given with --rules outranks them
// file by file.
//
// A table is UTF-8 text. The first line that is not a comment names the columns, tab-separated; each further line is a
// row with as many cells at most (missing ones are empty). Lines that begin with '#' and empty lines are comments. The
// first column is the key; it is stored folded (core/text/normalise.h). A key may stand in several rows.
//
//   const Table& cues = lexicon.table("cues");
//   for (const Table::Row* row : cues.rows_of("said")) use(cues.cell(*row, "act"));

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/words.h"
#include "core/value/named_text.h"
#include "core/value/result.h"

namespace hearsay {

class Table {
 public:
  struct Row {
    std::string key;                 // folded first cell
    std::vector<std::string> cells;  // as written, the first one included; one a column
    std::size_t line = 0;            // 1-based, in its file
  };

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  // The cell of a column, empty where the table has no such column.
  [[nodiscard]] const std::string& cell(const Row& row, std::string_view column) const;
  // Rows whose key is `folded_key`, in order of the file. The pointers live as long as the table.
  [[nodiscard]] std::vector<const Row*> rows_of(std::string_view folded_key) const;
  [[nodiscard]] bool contains(std::string_view folded_key) const;

 private:
  friend class Lexicon;
  std::vector<std::string> columns_;
  std::vector<Row> rows_;
  std::unordered_multimap<std::string, std::size_t> by_key_;
};

class Lexicon {
 public:
  // Tables by file name without ".tsv". A later file of the same name replaces an earlier one.
  // malformed: no column line, a row with more cells than columns, an empty key, invalid UTF-8; where says file:line.
  static Result<Lexicon> load(const std::vector<NamedText>& files);

  // What is compiled into the program; made once, shared, never changes.
  static const Lexicon& shipped();

  // An empty table where there is none of that name.
  [[nodiscard]] const Table& table(std::string_view name) const;
  [[nodiscard]] const Abbreviations& abbreviations() const { return abbreviations_; }

 private:
  std::map<std::string, Table, std::less<>> tables_;
  Abbreviations abbreviations_;
};

// The words of a cell that holds several, parted by spaces; views into it.
std::vector<std::string_view> words_of_cell(std::string_view cell);

// The shipped tables as text, for `hearsay rules` and for laying a folder of one's own over them.
std::vector<NamedText> shipped_lexicon_files();

}  // namespace hearsay
