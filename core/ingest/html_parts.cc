// A name is split into words at everything that is no letter and where a capital follows a small letter; each word, and
// each two neighbours written as one ("article-body", "articleBody", "articlebody"), is looked up. A word behind "has",
// "no" or the like says what the element is not.

#include "core/ingest/html_parts.h"

#include <algorithm>
#include <array>

namespace hearsay {
namespace {

constexpr std::size_t kMaxNames = 2000;  // bytes of one attribute that are looked at

constexpr std::array<std::string_view, 9> kNegations = {"has", "no",       "not", "with", "without",
                                                        "is",  "category", "tag", "hide"};
constexpr std::array<std::string_view, 4> kFrames = {"html", "body", "article", "main"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

PartRole role_named(std::string_view name) {
  if (name == "author") return PartRole::author;
  if (name == "date") return PartRole::date;
  if (name == "beside") return PartRole::beside;
  if (name == "caption") return PartRole::caption;
  if (name == "standfirst") return PartRole::standfirst;
  return name == "body" ? PartRole::body : PartRole::outside;
}

// What two readings of one element come to: the body is never given up, then the role that takes most away.
PartRole stronger(PartRole a, PartRole b) {
  if (a == PartRole::body || b == PartRole::body) return PartRole::body;
  if (a == PartRole::plain || b == PartRole::plain) return std::max(a, b);
  return std::min(a, b);
}

}  // namespace

HtmlParts::HtmlParts(const Lexicon& lexicon) {
  const Table& table = lexicon.table("page-parts");
  for (const Table::Row& row : table.rows()) roles_.emplace(row.key, role_named(table.cell(row, "part")));
}

PartRole HtmlParts::role_of_word(const std::string& word) const {
  const auto found = roles_.find(word);
  return found == roles_.end() ? PartRole::plain : found->second;
}

PartRole HtmlParts::role_of_names(std::string_view names) const {
  PartRole role = PartRole::plain;
  std::string before;  // the word in front, in the same name
  std::string word;
  for (std::size_t at = 0; at < std::min(names.size(), kMaxNames);) {
    word.clear();
    while (at < names.size() && (is_small(names[at]) || is_capital(names[at]))) {
      const bool hump = !word.empty() && is_capital(names[at]) && is_small(names[at - 1]);
      if (hump) break;
      word += is_capital(names[at]) ? static_cast<char>(names[at] - 'A' + 'a') : names[at];
      ++at;
    }
    if (!word.empty() && !among(kNegations, before)) {
      role = stronger(role, role_of_word(word));
      if (!before.empty()) role = stronger(role, role_of_word(before + word));
    }
    before = word;
    const bool hump = at < names.size() && is_capital(names[at]);
    if (!hump) {
      if (at < names.size() && (names[at] == ' ' || names[at] == '\n' || names[at] == '\t')) before.clear();
      ++at;
    }
  }
  return role;
}

PartRole HtmlParts::role_of(const HtmlToken& token) const {
  PartRole role = PartRole::plain;
  for (const HtmlAttribute& attribute : token.attributes) {
    if (attribute.name == "rel" && attribute.value == "author") role = stronger(role, PartRole::author);
    if (attribute.name != "class" && attribute.name != "id" && attribute.name != "role" && attribute.name != "itemprop")
      continue;
    role = stronger(role, role_of_names(attribute.value));
  }
  const bool frame = among(kFrames, token.name);
  return frame && role <= PartRole::beside ? PartRole::plain : role;
}

}  // namespace hearsay
