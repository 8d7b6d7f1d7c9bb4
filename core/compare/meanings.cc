// A row of the table is one meaning; its words are phrases of one table that all lead to it.

#include "core/compare/meanings.h"

#include <algorithm>

#include "core/text/normalise.h"

namespace hearsay {

Meanings::Meanings(const Lexicon& lexicon, const WordForms& forms) : phrases_(forms) {
  const Table& table = lexicon.table("meanings");
  for (const Table::Row& row : table.rows()) {
    const std::string& mark = table.cell(row, "mark");
    meanings_.push_back({row.key, table.cell(row, "value"), table.cell(row, "kind"), mark == "single", mark == "thing",
                         mark == "state"});
    const std::string words = fold(table.cell(row, "words"));
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find('|', at), words.size());
      phrases_.add(std::string_view{words}.substr(at, end - at), meanings_.size() - 1);
      at = end + 1;
    }
  }
}

}  // namespace hearsay
