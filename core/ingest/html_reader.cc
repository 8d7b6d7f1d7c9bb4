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
#include "core/ingest/html_structure.h"
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

bool stands_apart(ZoneKind kind) { return kind == ZoneKind::headline || kind == ZoneKind::caption; }

// Copies zones of the page into a text of their own, a blank line between two, and knows where each byte came from.
class ZoneCopy {
 public:
  ZoneCopy(const Article& page, const OffsetMap& page_offsets, const OffsetMap& decoding)
      : page_(page), page_offsets_(page_offsets), decoding_(decoding) {}

  // Zones may come in any order.
  void add(const Zone& zone) {
    if (!text_.empty()) text_ += "\n\n";
    offsets_.entries.push_back({text_.size(), source_of(zone.span.begin)});
    const std::vector<OffsetMap::Entry>& entries = page_offsets_.entries;
    auto entry = std::upper_bound(entries.begin(), entries.end(), zone.span.begin,
                                  [](std::size_t at, const OffsetMap::Entry& other) { return at < other.text; });
    for (; entry != entries.end() && entry->text < zone.span.end; ++entry) {
      offsets_.entries.push_back({text_.size() + (entry->text - zone.span.begin), source_of(entry->text)});
    }
    moved_.emplace_back(zone.span, text_.size());
    zones_.push_back({zone.kind, {text_.size(), text_.size() + zone.span.size()}});
    text_ += zone.span.of(page_.text);
  }

  // Puts the copy in the place of the page's text.
  void finish(Article& article) {
    std::sort(moved_.begin(), moved_.end());
    if (article.title) move(article.title->span);
    for (Stated& name : article.byline) move(name.span);
    if (article.outlet) move(article.outlet->span);
    move(article.published.span);
    if (article.dateline) {
      std::optional<Span> span = article.dateline->span;
      move(span);
      if (span) article.dateline->span = *span;
      if (!span) article.dateline.reset();
    }
    article.text = std::move(text_);
    article.zones = std::move(zones_);
    article.offsets = std::move(offsets_);
  }

 private:
  [[nodiscard]] std::size_t source_of(std::size_t at) const { return decoding_.source_of(page_offsets_.source_of(at)); }

  // A span of the page's text in the copy, or nothing if it was left out.
  void move(std::optional<Span>& span) const {
    if (!span) return;
    const auto behind = std::upper_bound(moved_.begin(), moved_.end(), span->begin,
                                         [](std::size_t at, const auto& one) { return at < one.first.end; });
    if (behind == moved_.end() || !behind->first.contains(*span)) {
      span.reset();
      return;
    }
    const std::size_t to = behind->second;
    span = Span{to + (span->begin - behind->first.begin), to + (span->end - behind->first.begin)};
  }

  const Article& page_;
  const OffsetMap& page_offsets_;
  const OffsetMap& decoding_;
  std::string text_;
  std::vector<Zone> zones_;
  OffsetMap offsets_;
  std::vector<std::pair<Span, std::size_t>> moved_;  // a zone of the page, and where it begins in the copy
};

// Leaves the running text in its order, and behind it what stands apart from it.
void keep_article(Article& article, const OffsetMap& page_offsets, const OffsetMap& decoding) {
  ZoneCopy copy(article, page_offsets, decoding);
  for (const bool apart : {false, true}) {
    for (const Zone& zone : article.zones) {
      if (zone.kind != ZoneKind::furniture && stands_apart(zone.kind) == apart) copy.add(zone);
    }
  }
  copy.finish(article);
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

bool is_html_type(std::string_view media_type) {
  const std::string_view type = media_type.substr(0, media_type.find(';'));
  return type == "text/html" || type == "application/xhtml+xml";
}

bool looks_like_html(std::string_view bytes) {
  constexpr std::size_t kWindow = 2048;
  const std::string head = fold_spaces(bytes.substr(0, kWindow));
  return head.starts_with("<!doctype html") || head.starts_with("<html") ||
         (head.starts_with('<') && head.find("<html") != std::string::npos) ||
         (head.starts_with('<') && head.find("<head") != std::string::npos);
}

Span running_text(const Article& article) {
  Span span{0, article.text.size()};
  if (!is_html_type(article.media_type)) return span;
  for (std::size_t i = article.zones.size(); i > 0 && stands_apart(article.zones[i - 1].kind); --i) {
    span.end = i == 1 ? 0 : article.zones[i - 2].span.end;
  }
  return span;
}

Result<Done> read_html(Article& article, std::string_view html, const Lexicon& lexicon) {
  const HtmlPage page = html_page(html, lexicon);
  if (page.text.empty())
    return Error{ErrorCode::malformed, "", "the page shows no text", "save the page as a browser shows it", ""};
  article.text = page.text;
  const OffsetMap decoding = std::move(article.offsets);
  const std::string headline = headline_of(page);
  read_text(article, lexicon, {headline, true});
  place_zones(article.zones, page);
  keep_article(article, page.offsets, decoding);
  add_metadata(article, page, lexicon);
  return Done{};
}

}  // namespace hearsay
