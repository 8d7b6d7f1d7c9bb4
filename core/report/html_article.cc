// The running text with marks in it. Marks that lie in each other are nested; one that crosses another is closed and
// taken up again behind it, without its id.

#include <algorithm>

#include "core/report/html_parts.h"

namespace hearsay {
namespace {

const char* class_of(ZoneKind kind) {
  switch (kind) {
    case ZoneKind::headline:
      return "headline";
    case ZoneKind::standfirst:
      return "standfirst";
    case ZoneKind::bullet:
      return "bullet";
    case ZoneKind::subhead:
      return "subhead";
    case ZoneKind::caption:
      return "caption";
    case ZoneKind::furniture:
      return "furniture";
    case ZoneKind::body:
      break;
  }
  return "";
}

}  // namespace

EmbeddedText::EmbeddedText(const Report& report, std::size_t article) : report_(report), article_(article) {}

EmbeddedText::Mark& EmbeddedText::at(Span bytes) {
  const auto longer_first = [](const Mark& mark, Span span) {
    return mark.span.begin != span.begin ? mark.span.begin < span.begin : mark.span.end > span.end;
  };
  const auto place = std::lower_bound(marks_.begin(), marks_.end(), bytes, longer_first);
  if (place != marks_.end() && place->span == bytes) return *place;
  return *marks_.insert(place, Mark{bytes, false, {}});
}

void EmbeddedText::add_mark(Span bytes, std::size_t flag) {
  Mark& mark = at(bytes);
  mark.highlighted = true;
  if (mark.flags.empty() || mark.flags.back() != flag) mark.flags.push_back(flag);
}

void EmbeddedText::add_place(Span bytes) { at(bytes); }

std::vector<Fields> EmbeddedText::zones() const {
  std::vector<Fields> rows;
  for (const Zone& zone : report_.articles[article_].article.zones)
    rows.push_back(Fields().known("kind", class_of(zone.kind)).list("pieces", pieces(zone.span)));
  return rows;
}

namespace {

// A stretch without a border of a mark inside: what opens before it, its words, what closes behind it.
struct Piece {
  std::vector<Fields> open;
  std::string words;
  std::vector<Fields> close;
  std::vector<Fields> refs;

  [[nodiscard]] Fields fields() const {
    return Fields().list("open", open).text("t", words).list("close", close).list("refs", refs);
  }
};

Fields tag(bool highlighted, const std::string& id) {
  return Fields().yes("mark", highlighted).yes("span", !highlighted).known("id", id);
}

}  // namespace

std::vector<Fields> EmbeddedText::pieces(Span zone) const {
  const std::string_view text = report_.articles[article_].article.text;
  std::vector<const Mark*> inside;
  std::vector<std::size_t> borders = {zone.begin, zone.end};
  for (const Mark& mark : marks_) {
    if (!mark.span.overlaps(zone)) continue;
    inside.push_back(&mark);
    borders.push_back(std::max(mark.span.begin, zone.begin));
    borders.push_back(std::min(mark.span.end, zone.end));
  }
  std::sort(borders.begin(), borders.end());
  borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
  std::vector<Fields> rows;
  std::vector<const Mark*> open;  // outermost first
  std::size_t next = 0;
  for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
    const Span stretch{borders[i], borders[i + 1]};
    Piece piece;
    for (; next < inside.size() && inside[next]->span.begin <= stretch.begin; ++next) {
      const Mark& mark = *inside[next];
      const bool whole = mark.span.begin >= zone.begin;
      piece.open.push_back(tag(mark.highlighted, whole ? place_id(report_, article_, mark.span) : ""));
      open.push_back(&mark);
    }
    piece.words = stretch.of(text);
    const auto ends = [&](const Mark* mark) { return mark->span.end <= stretch.end || stretch.end == zone.end; };
    const auto first = std::find_if(open.begin(), open.end(), ends);
    std::vector<Fields> again;
    for (auto mark = open.end(); mark != first;) {
      --mark;
      piece.close.push_back(tag((*mark)->highlighted, ""));
      if (!ends(*mark)) again.insert(again.begin(), tag((*mark)->highlighted, ""));
      if (!ends(*mark) || (*mark)->span.end > zone.end) continue;
      for (const std::size_t flag : (*mark)->flags)
        piece.refs.push_back(Fields().text("flag", report_.flags[flag].flag.id).number("n", flag + 1));
    }
    std::vector<const Mark*> kept;
    std::copy_if(open.begin(), open.end(), std::back_inserter(kept), [&](const Mark* mark) { return !ends(mark); });
    open = std::move(kept);
    rows.push_back(piece.fields());
    if (!again.empty()) rows.push_back(Piece{again, "", {}, {}}.fields());
  }
  return rows;
}

}  // namespace hearsay
