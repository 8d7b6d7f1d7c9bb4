// The dates are found, and every other word of the stretch must be one that dates keep company with (table
// "date-words") or a figure (a time of day, a zone's offset). The label is the last one in front of the date.

#include "core/ingest/date_line.h"

#include "core/ingest/line_pattern.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxDateLine = 160;  // bytes

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

struct Company {
  bool fits = true;  // every word is a known companion of dates
  DateLabel label = DateLabel::none;
};

Company company(const Table& table, const Calendar& calendar, std::string_view text, Span span) {
  Company found;
  const std::string words = FoldedLine(text, span).words;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = at;
    while (end < words.size() && is_letter(words[end])) ++end;
    if (end == at) {
      ++at;
      continue;
    }
    const std::string word = words.substr(at, end - at);
    at = end;
    const std::vector<const Table::Row*> rows = table.rows_of(word);
    if (rows.empty()) {
      found.fits = found.fits && calendar.knows(word);
      continue;
    }
    const std::string& kind = table.cell(*rows.front(), "kind");
    if (kind == "published" && found.label == DateLabel::none) found.label = DateLabel::published;
    if (kind == "updated") found.label = DateLabel::updated;
  }
  return found;
}

constexpr std::size_t kMaxTime = 24;  // bytes

}  // namespace

bool DateLines::is_time(std::string_view text, Span span) const {
  const std::string_view words = span.of(text);
  const bool clock = !words.empty() && words.size() <= kMaxTime && words.front() >= '0' && words.front() <= '9' &&
                     words.find_first_of(":.h") != std::string_view::npos;
  return clock && company(words_, calendar_, text, span).fits;
}

std::optional<DateLine> DateLines::read(std::string_view text, Span span) const {
  if (span.size() > kMaxDateLine) return std::nullopt;
  std::optional<DateLine> best;
  std::size_t at = span.begin;
  for (const WrittenDate& date : calendar_.dates(text, span)) {
    const Company before = company(words_, calendar_, text, {at, date.span.begin});
    if (!before.fits) return std::nullopt;
    at = date.span.end;
    if (!date.day) continue;
    if (!best || (best->label == DateLabel::updated && before.label != DateLabel::updated)) best = {date, before.label};
  }
  if (!company(words_, calendar_, text, {at, span.end}).fits) return std::nullopt;
  return best;
}

}  // namespace hearsay
