// The dash that ends the dateline is looked for in the first kMaxDateline bytes; what stands before it must consist of
// a place, a date and an agency in brackets or slashes, each optional but not all absent, and what follows must open a
// sentence
// ("NATO — which" does not).

#include "core/ingest/dateline.h"

#include <algorithm>

#include "core/ingest/layout.h"
#include "core/text/normalise.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxDateline = 120;  // bytes
constexpr std::size_t kMaxPlaceWords = 7;  // "RIO DE JANEIRO, Brazil"
constexpr std::size_t kMaxAgency = 40;     // bytes

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_dash(char32_t c) { return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2212; }

struct Ending {
  Span dash;  // the dashes or the colon
  bool colon = false;
};

// The first dash with a blank or a bracket before it, or a colon behind capitals.
std::optional<Ending> ending(std::string_view text, Span span) {
  const std::size_t limit = std::min(span.end, span.begin + kMaxDateline);
  for (std::size_t at = span.begin; at < limit;) {
    const CodePoint point = code_point_at(text, at);
    const bool spaced =
        at > span.begin && (is_blank(code_point_at(text, previous_border(text, at)).value) || text[at - 1] == ')');
    if (is_dash(point.value) && (spaced || point.value == 0x2014)) {
      std::size_t end = at;
      while (end < span.end && is_dash(code_point_at(text, end).value)) end += code_point_at(text, end).length;
      return Ending{{at, end}, false};
    }
    if (point.value == ':') return Ending{{at, at + 1}, true};
    at += point.length;
  }
  return std::nullopt;
}

// A sentence opens at `at`: a capital, a figure, a quotation mark.
bool opens_sentence(std::string_view text, std::size_t at, std::size_t end) {
  if (at >= end) return false;
  const CodePoint point = code_point_at(text, at);
  if (point.value < 0x80)
    return is_upper(text[at]) || is_digit(text[at]) || text[at] == '"' || text[at] == '\'' || text[at] == '$';
  return point.value == 0x201C || point.value == 0x2018 || point.value == 0xAB ||
         fold(text.substr(at, point.length)) != text.substr(at, point.length);
}

// Capitals to its first comma, at least three letters of them ("SEOUL", "RIO DE JANEIRO, Brazil"); figures are no
// place.
bool in_capitals(std::string_view place) {
  const std::string_view first = place.substr(0, place.find(','));
  std::size_t capitals = 0;
  for (const char c : first) {
    if (is_lower(c)) return false;
    capitals += is_upper(c) ? 1 : 0;
  }
  return capitals >= 3;
}

bool plausible_place(std::string_view place) {
  if (place.empty()) return true;
  std::size_t words = 1;
  bool word_starts = true;
  bool capital = false;
  for (std::size_t at = 0; at < place.size(); ++at) {
    const char c = place[at];
    if (is_digit(c) || c == '"' || c == '?' || c == '!' || c == ';') return false;
    if (word_starts && (is_upper(c) || static_cast<unsigned char>(c) >= 0x80)) capital = true;
    words += c == ' ' ? 1 : 0;
    word_starts = c == ' ' || c == '/' || c == '-';
  }
  return capital && words <= kMaxPlaceWords && (is_upper(place[0]) || static_cast<unsigned char>(place[0]) >= 0x80);
}

Span without_edges(std::string_view text, Span span, std::string_view edges) {
  span = trimmed(text, span);
  while (!span.empty() && edges.find(text[span.end - 1]) != std::string_view::npos)
    span = trimmed(text, {span.begin, span.end - 1});
  while (!span.empty() && edges.find(text[span.begin]) != std::string_view::npos)
    span = trimmed(text, {span.begin + 1, span.end});
  return span;
}

}  // namespace

std::optional<FoundDateline> Datelines::read(std::string_view text, Span span) const {
  const std::optional<Ending> end = ending(text, span);
  if (!end) return std::nullopt;
  const Span behind = trimmed(text, {end->dash.end, span.end});
  if (!opens_sentence(text, behind.begin, behind.end)) return std::nullopt;

  Span rest = trimmed(text, {span.begin, end->dash.begin});
  Span agency{rest.end, rest.end};
  if (!rest.empty() && text[rest.end - 1] == ')') {
    const std::size_t open = rest.of(text).rfind('(');
    if (open == std::string_view::npos) return std::nullopt;
    agency = {rest.begin + open + 1, rest.end - 1};
    if (!is_agency(agency.of(text))) return std::nullopt;
    rest = trimmed(text, {rest.begin, rest.begin + open});
  } else if (!rest.empty() && text[rest.end - 1] == '/') {  // "June 3, 2024 /Newswire/ --"
    const std::size_t open = rest.of(text).substr(0, rest.size() - 1).rfind(" /");
    if (open == std::string_view::npos) return std::nullopt;
    agency = {rest.begin + open + 2, rest.end - 1};
    if (!is_agency(agency.of(text))) return std::nullopt;
    rest = trimmed(text, {rest.begin, rest.begin + open});
  }
  const std::vector<WrittenDate> dates = calendar_.dates(text, rest);
  if (dates.size() > 1) return std::nullopt;
  std::optional<WrittenDate> date;
  Span place = rest;
  if (!dates.empty()) {
    date = dates.front();
    if (!date->day) return std::nullopt;
    if (!without_edges(text, {date->span.end, rest.end}, ",.").empty()) return std::nullopt;
    place.end = date->span.begin;
  }
  place = without_edges(text, place, ",");
  const std::string_view where = place.of(text);
  if (!plausible_place(where)) return std::nullopt;
  if (where.find('(') != std::string_view::npos || no_places_.contains(fold_spaces(where))) return std::nullopt;
  if (end->colon ? !in_capitals(where) || where.find(',') != std::string_view::npos
                 : agency.empty() && !(date && !where.empty()) && !in_capitals(where)) {
    return std::nullopt;
  }
  FoundDateline found;
  found.dateline = {std::string(where),
                    date ? std::string(date->span.of(text)) : "",
                    std::string(agency.of(text)),
                    {span.begin, end->dash.end}};
  found.date = date;
  found.colon = end->colon;
  return found;
}

std::optional<std::string> Datelines::agency(std::string_view written) const {
  const std::vector<const Table::Row*> rows = agencies_.rows_of(fold_spaces(written));
  if (rows.empty()) return std::nullopt;
  return agencies_.cell(*rows.front(), "name");
}

// One the table knows, or what is written like a name: "(R)" and "(left)" are none.
bool Datelines::is_agency(std::string_view written) const {
  if (written.size() < 2 || written.size() > kMaxAgency || !is_upper(written[0])) return agency(written).has_value();
  return true;
}

}  // namespace hearsay
