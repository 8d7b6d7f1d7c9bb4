// The lead ("By") is cut off, then "for OUTLET"; what is left is cut at joining words and commas. Names are told by how
// they are written: few words, each with a capital, small words of the table between them. With "and" in the list every
// part has to be a name; without, what stands behind the first comma is a role, an agency or a place.

#include "core/ingest/byline.h"

#include <algorithm>

#include "core/ingest/layout.h"
#include "core/ingest/line_pattern.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxByline = 160;  // bytes
constexpr std::size_t kMaxNameWords = 5;
constexpr std::size_t kMaxHandle = 40;  // bytes
constexpr std::string_view kLeads[] = {"by ",          "by: ",        "written by ",   "written by: ", "story by ",
                                       "reported by ", "author: ",    "author : ",     "posted by ",   "text by ",
                                       "words by ",    "report by ",  "von ",          "por ",         "comment by ",
                                       "analysis by ", "opinion by ", "interview by ", "interview: "};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80; }

// Spans of the pieces between any of `marks` (each with its blanks) in order, trimmed, the empty ones left out.
struct Pieces {
  std::vector<Span> spans;
  bool joined = false;  // cut at a word that joins, not only at commas
};

Pieces pieces_of(std::string_view text, Span span, const Table& table) {
  Pieces found;
  std::size_t begin = span.begin;
  const auto cut = [&](std::size_t end, std::size_t next) {
    const Span piece = trimmed(text, {begin, end});
    if (!piece.empty()) found.spans.push_back(piece);
    begin = next;
  };
  for (std::size_t at = span.begin; at < span.end; ++at) {
    if (text[at] == ',' || text[at] == ';') cut(at, at + 1);
    if (text[at] == '&') {
      found.joined = true;
      cut(at, at + 1);
    }
    if (text[at] != ' ') continue;
    const std::size_t end = std::min(text.find(' ', at + 1), span.end);
    for (const Table::Row* row : table.rows_of(fold(text.substr(at + 1, end - at - 1)))) {
      if (table.cell(*row, "kind") != "join" || end == span.end) continue;
      found.joined = true;
      cut(at, end);
    }
  }
  cut(span.end, span.end);
  return found;
}

}  // namespace

bool Bylines::is_desk(std::string_view name) const {
  const std::vector<const Table::Row*> rows = words_.rows_of(fold_spaces(name));
  return !rows.empty() && words_.cell(*rows.front(), "kind") == "desk";
}

bool Bylines::is_name(std::string_view name) const {
  std::size_t words = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    ++words;
    const bool digits = word.find_first_of("0123456789@/|:?!\"") != std::string_view::npos;
    const bool capital = is_upper(word[0]) || static_cast<unsigned char>(word[0]) >= 0x80;
    const std::vector<const Table::Row*> rows = words_.rows_of(fold(word));
    const bool particle = !rows.empty() && words_.cell(*rows.front(), "kind") == "particle";
    if (digits || (!capital && !particle)) return false;
    if (word.size() > 3 && word.back() == '.' && words > 1) return false;  // the end of a sentence, no initial
  }
  return words >= 1 && words <= kMaxNameWords;
}

std::optional<Byline> Bylines::names(std::string_view text, Span span) const {
  if (span.size() > kMaxByline) return std::nullopt;
  Byline found;
  const std::string folded = fold(span.of(text));
  if (const std::size_t ends = folded.size() == span.size() ? folded.find(" for ") : std::string::npos;
      ends != std::string::npos) {
    const Span outlet = trimmed(text, {span.begin + ends + 5, span.end});
    if (!is_name(outlet.of(text))) return std::nullopt;
    found.outlet = Stated{std::string(outlet.of(text)), outlet};
    span.end = span.begin + ends;
  }
  const Pieces pieces = pieces_of(text, trimmed(text, span), words_);
  bool people = true;
  for (const Span piece : pieces.spans) {
    const std::string_view name = piece.of(text);
    if (agencies_.contains(fold_spaces(name))) {
      if (!found.outlet) found.outlet = Stated{std::string(name), piece};
      people = people && pieces.joined;
    } else if (is_desk(name)) {
      people = people && pieces.joined;
    } else if (!is_name(name)) {
      // a role behind a full name; "By George, he did it" is no byline
      if (found.names.empty() || pieces.joined || found.names[0].value.find(' ') == std::string::npos)
        return std::nullopt;
    } else if (people) {
      found.names.push_back({std::string(name), piece});
    }
    people = people && (pieces.joined || found.names.empty());
  }
  if (pieces.spans.empty()) return std::nullopt;
  return found;
}

std::optional<Byline> Bylines::read(std::string_view text, Span span) const {
  if (span.size() > kMaxByline) return std::nullopt;
  const FoldedLine folded(text, span);
  for (const std::string_view lead : kLeads) {
    if (!folded.words.starts_with(lead) || folded.words.size() == lead.size()) continue;
    return names(text, trimmed(text, {folded.origin[lead.size()], span.end}));
  }
  return with_post(text, span);
}

// "Jane Roe, Arts Correspondent": without "By", told by a post of the trade.
std::optional<Byline> Bylines::with_post(std::string_view text, Span span) const {
  const std::size_t comma = span.of(text).find(", ");
  if (comma == std::string_view::npos) return std::nullopt;
  const Span name{span.begin, span.begin + comma};
  const std::string post = fold_spaces(text.substr(name.end + 1, span.end - name.end - 1));
  const std::size_t last = post.rfind(' ') == std::string::npos ? 0 : post.rfind(' ') + 1;
  const auto is_post = [&](std::string_view words) {
    const std::vector<const Table::Row*> rows = words_.rows_of(words);
    return std::any_of(rows.begin(), rows.end(),
                       [&](const Table::Row* row) { return words_.cell(*row, "kind") == "post"; });
  };
  const bool several = name.of(text).find(' ') != std::string_view::npos;
  if (!several || !is_name(name.of(text)) || !(is_post(post.substr(last)) || is_post(post.substr(0, post.find(' ')))))
    return std::nullopt;
  if (std::count(post.begin(), post.end(), ' ') > 4 || post.find_first_of(".!?") != std::string::npos)
    return std::nullopt;
  return Byline{{{std::string(name.of(text)), name}}, std::nullopt};
}

// "Senior Political Reporter", "Jane Roe is the editor": a word that says what somebody is.
bool Bylines::holds_office(std::string_view name) const {
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string word(name.substr(at, end - at));
    at = end + 1;
    for (const Table::Row* row : person_nouns_.rows_of(word)) {
      if (person_nouns_.cell(*row, "sense") != "title") return true;
    }
    for (const Table::Row* row : person_nouns_.rows_of(fold(word))) {
      if (person_nouns_.cell(*row, "sense") != "title") return true;
    }
    if (is_desk(word)) return true;
  }
  return false;
}

std::vector<std::string> Bylines::listed(std::string_view value) const {
  if (value.size() > kMaxByline * 2) return {};
  std::string line(value);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '/' || c == '|' || c == '(' || c == ')'; }, ',');
  Span span = trimmed(line, {0, line.size()});
  const FoldedLine folded(line, span);
  std::size_t lead = 0;
  for (const std::string_view known : kLeads) {
    if (folded.words.starts_with(known)) lead = std::max(lead, known.size());
  }
  if (const std::size_t first = folded.words.find(' '); first != std::string::npos) {
    for (const Table::Row* row : words_.rows_of(folded.words.substr(0, first))) {
      if (words_.cell(*row, "kind") == "lead") lead = std::max(lead, first + 1);
    }
  }
  const bool several_behind = folded.words.find(' ', lead) != std::string::npos;  // "Di Maio" has no lead
  if (lead > 0 && several_behind) span.begin = folded.origin[lead];
  std::vector<std::string> people;
  const Pieces pieces = pieces_of(line, span, words_);
  for (const Span piece : pieces.spans) {
    const std::string_view name = piece.of(line);
    const bool several = name.find(' ') != std::string_view::npos || static_cast<unsigned char>(name[0]) >= 0x80;
    const bool known =
        agencies_.contains(fold_spaces(name)) || is_desk(name) || (!people.empty() && holds_office(name));
    if (known || !is_name(name) || (!several && pieces.spans.size() > 1)) continue;
    people.emplace_back(name);
  }
  return people;
}

std::optional<Stated> Bylines::handle(std::string_view text, Span span) const {
  const std::size_t found = span.of(text).rfind('@');
  if (found == std::string_view::npos || fold(span.of(text)).find(" me ") == std::string::npos) return std::nullopt;
  const std::size_t begin = span.begin + found;
  std::size_t end = begin + 1;
  std::string name;
  while (end < span.end && end - begin < kMaxHandle && (is_letter(text[end]) || text[end] == '_')) {
    const char c = text[end];
    if (c == '_' || (is_upper(c) && !name.empty() && is_lower(name.back()))) name += ' ';
    if (c != '_') name += c;
    ++end;
  }
  const std::size_t space = name.find(' ');
  if (space == std::string::npos || space == 0 || space + 1 == name.size() || !is_upper(name[0])) return std::nullopt;
  const std::string last = name.substr(space + 1);
  if (given_names_.contains(fold(last)) && !given_names_.contains(fold(name.substr(0, space)))) {
    name = last + " " + name.substr(0, space);
  }
  return Stated{name, Span{begin, end}};
}

}  // namespace hearsay
