// The page's visible text is read like plain text (text_reader), marks of its elements correct the zones, and the zones
// that are the article's are copied into its text. page_metadata then weighs what the page says of itself.

#include "core/ingest/html_reader.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/ingest/html_page.h"
#include "core/ingest/html_structure.h"
#include "core/ingest/offset_maps.h"
#include "core/ingest/page_metadata.h"
#include "core/ingest/text_reader.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

bool stands_apart(ZoneKind kind) { return kind == ZoneKind::headline || kind == ZoneKind::caption; }

// Copies zones of the page into a text of their own, a blank line between two, and knows where each byte came from.
class ZoneCopy {
 public:
  ZoneCopy(const Article& page, const OffsetMap& page_offsets) : page_(page), page_offsets_(page_offsets) {}

  // Zones may come in any order.
  void add(const Zone& zone) {
    if (!text_.empty()) text_ += "\n\n";
    offsets_.entries.push_back({text_.size(), page_offsets_.source_of(zone.span.begin)});
    const std::vector<OffsetMap::Entry>& entries = page_offsets_.entries;
    auto entry = std::upper_bound(entries.begin(), entries.end(), zone.span.begin,
                                  [](std::size_t at, const OffsetMap::Entry& other) { return at < other.text; });
    for (; entry != entries.end() && entry->text < zone.span.end; ++entry) {
      offsets_.entries.push_back({text_.size() + (entry->text - zone.span.begin), entry->source});
    }
    moved_.emplace_back(zone.span, text_.size());
    zones_.push_back({zone.kind, {text_.size(), text_.size() + zone.span.size()}});
    text_ += zone.span.of(page_.text);
  }

  // Puts the copy in the place of the page's text.
  void finish(Article& article) {
    std::sort(moved_.begin(), moved_.end());
    if (article.title) relocate(article.title->span);
    for (Stated& name : article.byline) relocate(name.span);
    if (article.outlet) relocate(article.outlet->span);
    relocate(article.published.span);
    if (article.dateline) {
      std::optional<Span> span = article.dateline->span;
      relocate(span);
      if (span) article.dateline->span = *span;
      if (!span) article.dateline.reset();
    }
    article.text = std::move(text_);
    article.zones = std::move(zones_);
    article.offsets = std::move(offsets_);
  }

 private:
  // A span of the page's text in the copy, or nothing if it was left out.
  void relocate(std::optional<Span>& span) const {
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
  std::string text_;
  std::vector<Zone> zones_;
  OffsetMap offsets_;
  std::vector<std::pair<Span, std::size_t>> moved_;  // a zone of the page, and where it begins in the copy
};

// Leaves the running text in its order, and behind it what stands apart from it.
void keep_article(Article& article, const OffsetMap& offsets) {
  ZoneCopy copy(article, offsets);
  for (const bool apart : {false, true}) {
    for (const Zone& zone : article.zones) {
      if (zone.kind != ZoneKind::furniture && stands_apart(zone.kind) == apart) copy.add(zone);
    }
  }
  copy.finish(article);
}

}  // namespace

bool is_html_type(std::string_view media_type) {
  const std::string type = fold_spaces(media_type.substr(0, media_type.find(';')));
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
  const std::string headline = headline_of(page, article.url);
  read_text(article, lexicon, {headline, true, page.language});
  place_zones(article.zones, page);
  keep_article(article, composed(page.offsets, decoding));
  add_metadata(article, page, decoding, lexicon);
  return Done{};
}

}  // namespace hearsay
