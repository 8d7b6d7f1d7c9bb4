// Patterns with a capture, on each sentence of a line; what is captured must be written like a name. Nothing is taken
// from running text: there, outlets are sources and not the publisher.

#include "core/ingest/outlet.h"

#include <algorithm>
#include <array>

#include "core/ingest/layout.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxOutletLine = 400;  // bytes
constexpr std::size_t kMaxOutlet = 60;
constexpr std::size_t kMaxOutletWords = 6;
constexpr std::array<std::string_view, 9> kSmall = {"of", "the", "and", "for", "in", "on", "de", "la", "le"};
constexpr std::array<std::string_view, 14> kNoNames = {"us",
                                                       "our",
                                                       "me",
                                                       "my",
                                                       "your",
                                                       "this",
                                                       "all rights reserved",
                                                       "the latest",
                                                       "latest",
                                                       "the author",
                                                       "the reporter",
                                                       "the conversation",
                                                       "to",
                                                       "here"};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

template <typename Set>
bool among(const Set& set, std::string_view word) {
  return std::find(set.begin(), set.end(), word) != set.end();
}

}  // namespace

bool like_outlet(std::string_view name) {
  if (name.empty() || name.size() > kMaxOutlet || among(kNoNames, fold_spaces(name))) return false;
  const std::string words = fold_spaces(name);
  if (among(kNoNames, words.substr(0, words.find(' '))) && !words.starts_with("the ")) return false;
  std::size_t count = 0;
  bool capital = false;
  const FoldedLine line(name, {0, name.size()});
  for (std::size_t at = 0; at < line.words.size();) {
    const std::size_t end = std::min(line.words.find(' ', at), line.words.size());
    const std::string_view word = std::string_view(line.words).substr(at, end - at);
    const char first = name[line.origin[at]];
    const bool small = among(kSmall, word);
    const bool inner_capital = std::any_of(name.begin() + static_cast<std::ptrdiff_t>(line.origin[at]),
                                           name.begin() + static_cast<std::ptrdiff_t>(line.origin[end]), is_upper);
    if (!small && !inner_capital && static_cast<unsigned char>(first) < 0x80 && (first < '0' || first > '9') &&
        first != '&' && first != '-')
      return false;
    capital = capital || (inner_capital && !small);
    ++count;
    at = end + 1;
  }
  return capital && count <= kMaxOutletWords;
}

OutletLines::OutletLines(const Lexicon& lexicon)
    : table_(lexicon.table("outlet-lines")), name_words_(lexicon.table("name-words")) {
  for (std::size_t i = 0; i < table_.rows().size(); ++i) patterns_.add(table_.rows()[i].cells.front(), i);
}

OutletRole OutletLines::role_of(const Table::Row& row, std::string_view name) const {
  const std::string& role = table_.cell(row, "role");
  if (role != "either") return role == "origin" ? OutletRole::origin : OutletRole::self;
  const std::string words = fold_spaces(name);
  std::size_t count = 0;
  for (std::size_t at = 0; at < words.size(); ++count) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = std::string_view(words).substr(at, end - at);
    const std::vector<const Table::Row*> rows = name_words_.rows_of(word);
    const bool of_outlets = !rows.empty() && (name_words_.cell(*rows.front(), "class") == "outlet" ||
                                              name_words_.cell(*rows.front(), "class") == "organization");
    if (of_outlets || (among(kSmall, word) && word != "and")) return OutletRole::self;
    at = end + 1;
  }
  return count >= 2 ? OutletRole::writer : OutletRole::self;
}

std::optional<NamedOutlet> OutletLines::read(std::string_view text, Span line) const {
  if (line.size() > kMaxOutletLine) return std::nullopt;
  const FoldedLine folded(text, line);
  const std::string_view words = folded.words;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = words.find_first_of(".!?", at);
    while (end != std::string_view::npos && end + 1 < words.size() && words[end + 1] != ' ')
      end = words.find_first_of(".!?", end + 1);
    const std::size_t next = end == std::string_view::npos ? words.size() : end + 1;
    // a sentence alone, and with all that follows: copyright lines run over stops
    for (const std::size_t until : {next, words.size()}) {
      for (const LinePatterns::Match& match : patterns_.matches(words.substr(at, until - at))) {
        Span name = trimmed(text, folded.source({match.capture.begin + at, match.capture.end + at}));
        while (!name.empty() && (text[name.end - 1] == '.' || text[name.end - 1] == ',')) --name.end;
        if (!like_outlet(name.of(text))) continue;
        return NamedOutlet{{std::string(name.of(text)), name}, role_of(table_.rows()[match.id], name.of(text))};
      }
    }
    at = next;
    while (at < words.size() && words[at] == ' ') ++at;
  }
  return std::nullopt;
}

std::optional<Span> site_suffix(std::string_view text, Span headline) {
  const std::size_t bar = headline.of(text).rfind(" | ");
  if (bar == std::string_view::npos) return std::nullopt;
  const Span name = trimmed(text, {headline.begin + bar + 3, headline.end});
  return like_outlet(name.of(text)) ? std::optional(name) : std::nullopt;
}

}  // namespace hearsay
