// One pass, one decision a character, after the tokens of https://www.sqlite.org/lang.html: "--" and "/* */" comments,
// 'strings' with '' inside, "names" and `names` likewise, [names], runs of letters, digits, "_", "$" and bytes above
// 0x7F; every other visible character is a word of its own.

#include "rules/engine/sql_words.h"

#include <set>
#include <utility>

namespace hearsay {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool in_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string_view text) {
  std::string out{text};
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// The byte behind the mark that closes the one at `at`; a doubled mark stands for itself.
std::size_t close_of(std::string_view text, std::size_t at, char mark) {
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] != mark) continue;
    if (mark == ']' || i + 1 == text.size() || text[i + 1] != mark) return i + 1;
    ++i;
  }
  return text.size();
}

std::size_t behind(std::string_view text, std::string_view end, std::size_t from) {
  const std::size_t at = text.find(end, from);
  return at == std::string_view::npos ? text.size() : at + end.size();
}

}  // namespace

std::vector<SqlWord> sql_words(std::string_view text, std::size_t from) {
  std::vector<SqlWord> words;
  for (std::size_t at = from; at < text.size();) {
    const char c = text[at];
    const std::string_view rest = text.substr(at);
    if (is_space(c)) {
      ++at;
    } else if (rest.starts_with("--")) {
      at = behind(text, "\n", at);
    } else if (rest.starts_with("/*")) {
      at = behind(text, "*/", at + 2);
    } else if (c == '\'' || c == '"' || c == '`' || c == '[') {
      const std::size_t end = close_of(text, at, c == '[' ? ']' : c);
      const bool name = c != '\'';
      const std::size_t inner = end - at >= 2 ? end - at - 2 : 0;
      words.push_back(
          {{at, end}, name ? lower(text.substr(at + 1, inner)) : std::string{text.substr(at, end - at)}, name, name});
      at = end;
    } else {
      std::size_t end = at + 1;
      if (in_name(c)) {
        while (end < text.size() && in_name(text[end])) ++end;
      }
      words.push_back({{at, end}, lower(text.substr(at, end - at)), in_name(c) && !(c >= '0' && c <= '9')});
      at = end;
    }
  }
  return words;
}

std::vector<std::string> sources_of(const std::vector<SqlWord>& words) {
  static const std::set<std::string_view> kEnds{"select", "where", "group", "order", "having", "limit", "window", "on"};
  std::vector<std::string> sources;
  std::vector<bool> in_from{false};  // one a parenthesis that is open
  bool expected = false;             // a table's name comes next
  bool named = false;                // the word before was one
  for (const SqlWord& word : words) {
    const std::string_view keyword = word.quoted ? std::string_view{} : std::string_view{word.folded};
    const bool was_named = std::exchange(named, false);
    if (keyword == "(") {
      in_from.push_back(expected);  // "FROM (a JOIN b)" goes on as a FROM clause; "FROM (SELECT" ends it
    } else if (keyword == ")") {
      if (in_from.size() > 1) in_from.pop_back();
      expected = false;
    } else if (keyword == "from" || keyword == "join") {
      in_from.back() = expected = true;
    } else if (keyword == ",") {
      expected = in_from.back();
    } else if (kEnds.count(keyword) != 0) {
      expected = false;
      if (keyword != "on") in_from.back() = false;
    } else if (keyword == ".") {
      expected = was_named;
    } else if (expected && word.name) {
      sources.push_back(word.folded);
      named = true;
      expected = false;
    }
  }
  return sources;
}

}  // namespace hearsay
