// The page's visible text is read like plain text (text_reader), marks of its elements correct the zones, and the zones
// that are the article's are copied into its text. Each metadata field then takes the first candidate of a ranked list
// of places.

#include "core/ingest/html_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/ingest/byline.h"
#include "core/ingest/html_page.h"
#include "core/ingest/layout.h"
#include "core/ingest/text_reader.h"
#include "core/text/normalise.h"
#include "core/value/edtf.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 4> kTitlePlaces = {"ld:headline", "meta:og:title", "h1", "title"};
constexpr std::array<std::string_view, 5> kAuthorPlaces = {"ld:author", "meta:author", "meta:article:author",
                                                           "meta:parsely-author", "meta:dc.creator"};
constexpr std::array<std::string_view, 4> kOutletPlaces = {"meta:og:site_name", "ld:publisher", "meta:application-name",
                                                           "meta:dc.publisher"};
constexpr std::array<std::string_view, 11> kDatePlaces = {"ld:datePublished",
                                                          "meta:article:published_time",
                                                          "meta:datepublished",
                                                          "meta:parsely-pub-date",
                                                          "meta:pubdate",
                                                          "meta:publishdate",
                                                          "meta:dc.date.issued",
                                                          "meta:date",
                                                          "meta:dc.date",
                                                          "meta:og:published_time",
                                                          "time"};

constexpr std::array<std::string_view, 3> kUpdatePlaces = {"ld:dateModified", "meta:article:modified_time",
                                                           "meta:og:updated_time"};
constexpr std::array<std::string_view, 2> kAddressPlaces = {"link:canonical", "meta:og:url"};

// The first field of the best place that `fits`.
template <std::size_t N, typename Fits>
const PageField* best_field(const HtmlPage& page, const std::array<std::string_view, N>& places, Fits fits) {
  for (const std::string_view place : places) {
    for (const PageField& field : page.fields) {
      if (field.name == place && fits(field)) return &field;
    }
  }
  return nullptr;
}

bool has_words(const PageField& field) { return !trimmed(field.value, {0, field.value.size()}).empty(); }
bool has_date(const PageField& field) {
  return date_from_text(std::string_view(field.value).substr(0, 10)).has_value();
}

std::string one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool blank = text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r';
    if (!blank) line += text[at];
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

// "Two piers closed | The Harbour Post" without the site's name, where the page or the separator tells that it is one.
std::string without_site(std::string title, std::string_view site) {
  for (const std::string_view separator : {" | ", " - ", " – ", " — ", " :: ", " · "}) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string::npos || at == 0) continue;
    const std::string behind = fold_spaces(std::string_view(title).substr(at + separator.size()));
    if (separator == " | " || (!site.empty() && behind == fold_spaces(site))) return title.substr(0, at);
  }
  return title;
}

// Gives each zone the role of the innermost marked element around it. Elements nest, so one stack of open marks is
// enough.
void mark_zones(Article& article, std::vector<PageMark> marks) {
  std::sort(marks.begin(), marks.end(), [](const PageMark& a, const PageMark& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<PageMark> open;
  std::size_t next = 0;
  for (Zone& zone : article.zones) {
    for (; next < marks.size() && marks[next].span.begin <= zone.span.begin; ++next) {
      while (!open.empty() && open.back().span.end <= marks[next].span.begin) open.pop_back();
      open.push_back(marks[next]);
    }
    while (!open.empty() && open.back().span.end <= zone.span.begin) open.pop_back();
    if (open.empty() || !open.back().span.contains(zone.span)) continue;
    const bool fixed =
        zone.kind == ZoneKind::furniture || zone.kind == ZoneKind::headline || zone.kind == ZoneKind::standfirst;
    if (!fixed) zone.kind = open.back().kind;
  }
}

// A span of the page's text in the article's, or nothing if it was left out.
void move_span(std::optional<Span>& span, const std::vector<std::pair<Span, std::size_t>>& moved) {
  if (!span) return;
  for (const auto& [from, to] : moved) {
    if (from.contains(*span)) {
      span = Span{to + (span->begin - from.begin), to + (span->end - from.begin)};
      return;
    }
  }
  span.reset();
}

// Leaves the article's own zones in the text, a blank line apart.
void keep_article(Article& article, const OffsetMap& page_offsets, const OffsetMap& decoding) {
  std::string text;
  std::vector<Zone> zones;
  OffsetMap offsets;
  std::vector<std::pair<Span, std::size_t>> moved;
  std::size_t entry = 0;
  const auto source_of = [&](std::size_t at) { return decoding.source_of(page_offsets.source_of(at)); };
  for (const Zone& zone : article.zones) {
    if (zone.kind == ZoneKind::furniture) continue;
    if (!text.empty()) text += "\n\n";
    offsets.entries.push_back({text.size(), source_of(zone.span.begin)});
    while (entry < page_offsets.entries.size() && page_offsets.entries[entry].text <= zone.span.begin) ++entry;
    for (; entry < page_offsets.entries.size() && page_offsets.entries[entry].text < zone.span.end; ++entry) {
      const std::size_t at = page_offsets.entries[entry].text;
      offsets.entries.push_back({text.size() + (at - zone.span.begin), source_of(at)});
    }
    moved.emplace_back(zone.span, text.size());
    zones.push_back({zone.kind, {text.size(), text.size() + zone.span.size()}});
    text += zone.span.of(article.text);
  }
  if (article.title) move_span(article.title->span, moved);
  for (Stated& name : article.byline) move_span(name.span, moved);
  if (article.outlet) move_span(article.outlet->span, moved);
  move_span(article.published.span, moved);
  if (article.dateline) {
    std::optional<Span> span = article.dateline->span;
    move_span(span, moved);
    if (span) article.dateline->span = *span;
    if (!span) article.dateline.reset();
  }
  article.text = std::move(text);
  article.zones = std::move(zones);
  article.offsets = std::move(offsets);
}

void add_authors(Article& article, const HtmlPage& page, const Lexicon& lexicon) {
  const Bylines bylines(lexicon);
  std::vector<Stated> names;
  for (const std::string_view place : kAuthorPlaces) {
    for (const PageField& field : page.fields) {
      if (field.name != place) continue;
      std::string value = one_line(field.value);
      const std::optional<Byline> found = bylines.read(value, {0, value.size()});
      const std::optional<Byline> listed = found ? found : bylines.names(value, {0, value.size()});
      if (!listed) continue;
      for (const Stated& name : listed->names) {
        const bool known = std::any_of(names.begin(), names.end(),
                                       [&](const Stated& other) { return fold(other.value) == fold(name.value); });
        if (!known) names.push_back({name.value, std::nullopt});
      }
    }
    if (!names.empty()) break;
  }
  if (!names.empty()) article.byline = std::move(names);
}

// The day in an address: ".../2024/05/03/..." or ".../2024-05-03-...".
std::optional<std::string> day_of_address(std::string_view address) {
  for (std::size_t at = address.find('/'); at != std::string_view::npos; at = address.find('/', at + 1)) {
    std::string day(address.substr(at + 1, 10));
    std::replace(day.begin(), day.end(), '/', '-');
    if (date_from_text(day)) return day;
  }
  return std::nullopt;
}

// Stated by the page; else inferred: what its text says, the date of an update, the day in its address.
Published published_of(const HtmlPage& page, const Published& in_text, std::string_view address) {
  if (const PageField* date = best_field(page, kDatePlaces, has_date)) {
    return {date->value.substr(0, 10), DateBasis::stated, std::nullopt};
  }
  if (in_text.basis == DateBasis::stated) return in_text;
  if (const std::optional<std::string> day = day_of_address(address)) return {*day, DateBasis::inferred, std::nullopt};
  if (const PageField* date = best_field(page, kUpdatePlaces, has_date)) {
    return {date->value.substr(0, 10), DateBasis::inferred, std::nullopt};
  }
  return in_text;
}

std::string outlet_of(const HtmlPage& page) {
  const PageField* outlet = best_field(page, kOutletPlaces, has_words);
  return outlet == nullptr ? "" : one_line(outlet->value);
}

std::string headline_of(const HtmlPage& page) {
  const PageField* title = best_field(page, kTitlePlaces, has_words);
  return title == nullptr ? "" : without_site(one_line(title->value), outlet_of(page));
}

void add_metadata(Article& article, const HtmlPage& page, const Lexicon& lexicon) {
  if (const std::string outlet = outlet_of(page); !outlet.empty()) article.outlet = Stated{outlet, std::nullopt};
  const std::string headline = headline_of(page);
  const bool same = article.title && fold_spaces(article.title->value) == fold_spaces(headline);
  if (!headline.empty() && !same) article.title = Stated{headline, std::nullopt};
  const PageField* address = best_field(page, kAddressPlaces, has_words);
  if (article.url.empty() && address != nullptr) article.url = address->value;
  article.published = published_of(page, article.published, article.url);
  if (!page.language.empty()) article.language = page.language;
  add_authors(article, page, lexicon);
}

}  // namespace

bool looks_like_html(std::string_view bytes) {
  constexpr std::size_t kWindow = 2048;
  const std::string head = fold_spaces(bytes.substr(0, kWindow));
  return head.starts_with("<!doctype html") || head.starts_with("<html") ||
         (head.starts_with('<') && head.find("<html") != std::string::npos) ||
         (head.starts_with('<') && head.find("<head") != std::string::npos);
}

Result<Done> read_html(Article& article, std::string_view html, const Lexicon& lexicon) {
  const HtmlPage page = html_page(html, lexicon);
  if (page.text.empty())
    return Error{ErrorCode::malformed, "", "the page shows no text", "save the page as a browser shows it", ""};
  article.text = page.text;
  const OffsetMap decoding = std::move(article.offsets);
  read_text(article, lexicon, headline_of(page));
  mark_zones(article, page.marks);
  keep_article(article, page.offsets, decoding);
  add_metadata(article, page, lexicon);
  return Done{};
}

}  // namespace hearsay
