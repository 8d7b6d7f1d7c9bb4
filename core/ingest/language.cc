// Counts the words that the table gives to each language. The winner needs a share of all words that only running text
// of that language reaches, and a clear lead.

#include "core/ingest/language.h"

#include <map>

#include "core/ingest/layout.h"
#include "core/text/normalise.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kWindow = 16U << 10U;  // bytes
constexpr std::size_t kFewest = 10;          // words

}  // namespace

std::string language_of(std::string_view text, const Lexicon& lexicon) {
  const Table& table = lexicon.table("function-words");
  std::map<std::string, std::size_t> counts;
  std::size_t words = 0;
  std::string window(text.substr(0, kWindow));
  while (!window.empty() && (static_cast<unsigned char>(window.back()) & 0x80U) != 0)
    window.pop_back();  // no code point cut in two
  const std::string folded = fold_spaces(window);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    std::string word = folded.substr(at, end - at);
    at = end + 1;
    ++words;
    while (!word.empty() && std::string_view(".,;:!?\"'()").find(word.back()) != std::string_view::npos)
      word.pop_back();
    for (const Table::Row* row : table.rows_of(word)) ++counts[table.cell(*row, "language")];
  }
  std::string best;
  std::size_t most = 0;
  std::size_t second = 0;
  for (const auto& [language, count] : counts) {
    if (count > most) {
      second = most;
      most = count;
      best = language;
    } else {
      second = std::max(second, count);
    }
  }
  const bool clear = words >= kFewest && most * 100 >= words * 8 && most * 10 >= second * 13;
  return clear ? best : "";
}

}  // namespace hearsay
