// text -> blocks (layout) -> lines (line) -> zones -> what the article says about itself. Each step is a file; this one
// is their order.

#include "core/ingest/text_reader.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/ingest/dateline.h"
#include "core/ingest/language.h"
#include "core/ingest/layout.h"
#include "core/ingest/line.h"
#include "core/ingest/outlet.h"
#include "core/ingest/published.h"

namespace hearsay {
namespace {

constexpr std::size_t kDatelineLines = 6;  // lines of the body in which the dateline is looked for
constexpr std::size_t kHeadLines = 12;     // in which a masthead is looked for
constexpr std::size_t kTailLines = 3;      // last lines of the body whose last sentences may be furniture

// What a lexicon knows about lines, datelines and outlets, ready to be matched.
struct PageWords {
  explicit PageWords(const Lexicon& lexicon)
      : lines(lexicon), datelines(lexicon, lines.date_lines().calendar()), outlets(lexicon) {}

  LineReader lines;
  Datelines datelines;  // views `lines`
  OutletLines outlets;
};

// Those of the shipped lexicon are made once: to make them takes longer than to read a short article.
std::shared_ptr<const PageWords> page_words(const Lexicon& lexicon) {
  if (&lexicon != &Lexicon::shipped()) return std::make_shared<const PageWords>(lexicon);
  static const auto kShipped = std::make_shared<const PageWords>(Lexicon::shipped());
  return kShipped;
}

void add_zone(Article& article, const LineReader& reader, const Line& line, ZoneKind kind, bool at_end) {
  Span span = line.span();
  if (at_end && kind == ZoneKind::body) {
    const std::size_t tail = reader.furniture_tail(article.text, span);
    if (tail < span.end) {
      article.zones.push_back({kind, trimmed(article.text, {span.begin, tail})});
      span.begin = tail;
      kind = ZoneKind::furniture;
    }
  }
  article.zones.push_back({kind, span});
}

void read_title(Article& article, const std::vector<Line>& lines, const ZonedPage& page) {
  if (!page.title) return;
  Span title = lines[*page.title].block.words;
  if (const std::optional<Span> site = site_suffix(article.text, title)) {
    article.outlet = Stated{std::string(site->of(article.text)), *site};
    title = trimmed(article.text, {title.begin, title.begin + title.of(article.text).rfind(" | ")});
  }
  article.title = Stated{std::string(title.of(article.text)), title};
}

// The first paragraph that opens with one. Capitals and a colon twice are the speakers of a transcript.
std::optional<FoundDateline> find_dateline(const Article& article, const std::vector<Line>& lines,
                                           const ZonedPage& page, const Datelines& datelines) {
  std::optional<FoundDateline> first;
  for (std::size_t i = page.body_begin; i < page.body_end && i < page.body_begin + kDatelineLines; ++i) {
    if (lines[i].kind != LineKind::text) continue;
    const std::optional<FoundDateline> found = datelines.read(article.text, lines[i].span());
    if (found && first && found->colon && first->colon) return std::nullopt;
    if (!first) first = found;
  }
  return first;
}

// People named in bylines above or below the text, or else right under "About the author", or else whom the page asks
// to follow, or a handle by which the author can be reached.
void read_byline(Article& article, const std::vector<Line>& lines, const ZonedPage& page, const Bylines& bylines,
                 const OutletLines& outlets) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (page.kinds[i] != ZoneKind::furniture) continue;
    for (const Stated& name : lines[i].names) article.byline.push_back(name);
    if (!lines[i].names.empty()) return;
  }
  for (std::size_t i = page.body_end; i + 1 < lines.size(); ++i) {
    const bool box =
        lines[i].kind == LineKind::furniture && lines[i].reach == Reach::rest && lines[i + 1].kind == LineKind::heading;
    if (!box || !FoldedLine(article.text, lines[i].span()).words.starts_with("about ")) continue;
    const std::optional<Byline> found = bylines.names(article.text, lines[i + 1].block.words);
    if (found) article.byline = found->names;
    return;
  }
  for (const Zone& zone : article.zones) {
    if (zone.kind != ZoneKind::furniture || !article.byline.empty()) continue;
    const std::optional<NamedOutlet> named = outlets.read(article.text, zone.span);
    if (named && named->role == OutletRole::writer) {
      if (const std::optional<Byline> found = bylines.names(article.text, *named->name.span))
        article.byline = found->names;
    } else if (const std::optional<Stated> handle = bylines.handle(article.text, zone.span)) {
      article.byline.push_back(*handle);
    }
  }
}

void read_mastheads(const Article& article, std::vector<Line>& lines, const LineReader& reader) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool asked = lines[i].kind == LineKind::heading && (i < kHeadLines || i + 1 == lines.size());
    if (asked) lines[i].masthead = reader.masthead(article.text, lines[i].block.words).has_value();
  }
}

// "THE HARBOUR GAZETTE" in a line above the text, or alone in the last one; else a name of few words, one of them rare,
// in the first line, where the headline stands below it.
std::optional<Stated> masthead(const Article& article, const std::vector<Line>& lines, const ZonedPage& page,
                               const LineReader& reader) {
  constexpr std::size_t kMostWords = 5;
  constexpr std::size_t kMostOfFirst = 2;
  for (std::size_t i = 0; i < page.body_begin; ++i) {
    if (lines[i].masthead && page.title != i) return reader.masthead(article.text, lines[i].block.words);
  }
  if (!lines.empty() && lines.back().masthead && lines.back().words <= kMostWords)
    return reader.masthead(article.text, lines.back().block.words);
  if (!page.title || *page.title == 0 || lines[0].kind != LineKind::heading) return std::nullopt;
  return lines[0].words <= kMostOfFirst ? reader.first_line(article.text, lines[0].block.words) : std::nullopt;
}

// The site's own words first, then "for The Star" and agencies: an agency piece on a page that names nobody else is the
// agency's.
void read_outlet(Article& article, const std::vector<Line>& lines, const ZonedPage& page, const PageWords& known) {
  const auto& [reader, datelines, outlets] = known;
  std::optional<Stated> origin;
  for (const Zone& zone : article.zones) {
    if (zone.kind != ZoneKind::furniture) continue;
    const std::optional<NamedOutlet> named = outlets.read(article.text, zone.span);
    if (!named) continue;
    if (named->role == OutletRole::self) {
      article.outlet = named->name;
      return;
    }
    if (named->role == OutletRole::origin && !origin) origin = named->name;
  }
  if (article.outlet) return;  // from the headline
  for (const Line& line : lines) {
    if (line.outlet && !article.outlet) article.outlet = line.outlet;
  }
  if (!article.outlet) article.outlet = masthead(article, lines, page, reader);
  if (!article.outlet) article.outlet = origin;
  if (!article.outlet && article.dateline && !article.dateline->agency.empty()) {
    article.outlet = Stated{article.dateline->agency, article.dateline->span};
  }
  if (article.outlet) article.outlet->value = datelines.agency(article.outlet->value).value_or(article.outlet->value);
}

}  // namespace

void read_text(Article& article, const Lexicon& lexicon, const PageHints& hints) {
  const std::shared_ptr<const PageWords> known = page_words(lexicon);
  const auto& [reader, datelines, outlets] = *known;
  std::vector<Line> lines;
  for (const Block& block : blocks_of(article.text)) lines.push_back(reader.read(article.text, block));
  read_mastheads(article, lines, reader);
  const ZonedPage page = zoned(article.text, lines, datelines, hints);

  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool at_end = i < page.body_end && i + kTailLines >= page.body_end;
    add_zone(article, reader, lines[i], page.kinds[i], at_end);
  }
  read_title(article, lines, page);
  const std::optional<FoundDateline> dateline = find_dateline(article, lines, page, datelines);
  if (dateline) article.dateline = dateline->dateline;
  article.language = language_of(article.text, lexicon);
  article.published =
      published(article.text, lines, page, reader.date_lines().calendar(), dateline ? dateline->date : std::nullopt,
                hints.language.empty() ? std::string_view(article.language) : hints.language);
  read_byline(article, lines, page, reader.bylines(), outlets);
  read_outlet(article, lines, page, *known);
}

}  // namespace hearsay
