// One dispute: its sides beside each other with the difference marked, two pictures, decisions.

#include <algorithm>

#include "core/report/html_parts.h"
#include "core/report/words.h"

namespace hearsay {
namespace {

// Places that are shown as one: of a dispute without two sides those in one paragraph, else each for itself.
using Side = std::vector<const ReportPlace*>;

std::vector<Side> sides_of(const Report& report, const ReportFlag& row) {
  const bool together = row.flag.kind == "sourcing" || row.flag.kind == "missing";
  std::vector<Side> sides;
  for (const ReportPlace& place : row.places) {
    const auto zone = [&](const ReportPlace& other) {
      return zone_at(report.articles[other.article].article, other.span.begin);
    };
    const auto same = std::find_if(sides.begin(), sides.end(), [&](const Side& side) {
      return together && side.front()->article == place.article && zone(*side.front()) == zone(place);
    });
    if (same == sides.end()) {
      sides.push_back({&place});
    } else {
      same->push_back(&place);
    }
  }
  return sides;
}

Fields around(std::string_view text) {
  return Fields().yes("mark", false).yes("around", true).text("t", std::string(text));
}

Fields marked(std::string_view text, const std::vector<Span>& differing) {
  std::vector<Fields> parts;
  const auto add = [&](std::size_t begin, std::size_t end, bool differs) {
    if (begin < end)
      parts.push_back(Fields().text("t", std::string(text.substr(begin, end - begin))).yes("d", differs));
  };
  std::size_t at = 0;
  for (const Span span : differing) {
    add(at, span.begin, false);
    add(span.begin, span.end, true);
    at = span.end;
  }
  add(at, text.size(), false);
  return Fields().yes("around", false).yes("mark", true).list("parts", parts);
}

// The stretch of text that holds all places of the side, with each of them marked.
std::vector<Fields> words_of(const Report& report, const Side& side) {
  const std::string_view text = report.articles[side.front()->article].article.text;
  Span stretch{text.size(), 0};
  std::vector<const ReportPlace*> places = side;
  for (const ReportPlace* place : places) {
    stretch.begin = std::min(stretch.begin, place->span.begin - place->before.size());
    stretch.end = std::max(stretch.end, place->span.end + place->after.size());
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const ReportPlace* a, const ReportPlace* b) { return a->span.begin < b->span.begin; });
  std::vector<Fields> words;
  std::size_t at = stretch.begin;
  for (const ReportPlace* place : places) {
    if (place->span.end <= at) continue;  // inside one that is marked already
    const Span shown{std::max(at, place->span.begin), place->span.end};
    if (at < shown.begin) words.push_back(around(text.substr(at, shown.begin - at)));
    words.push_back(marked(shown.of(text), shown == place->span ? place->differing : std::vector<Span>{}));
    at = shown.end;
  }
  if (at < stretch.end) words.push_back(around(text.substr(at, stretch.end - at)));
  return words;
}

Fields place_fields(const Report& report, const ReportPlace& place) {
  const Span points = report.articles[place.article].points.from_bytes(place.span);
  return Fields()
      .text("place", place_id(report, place.article, place.span))
      .number("begin", points.begin)
      .number("end", points.end);
}

// Who says it; of several places the first that a claim holds.
void add_speaker(const Report& report, const Side& side, Fields& row) {
  const auto spoken =
      std::find_if(side.begin(), side.end(), [](const ReportPlace* place) { return place->claim.has_value(); });
  if (spoken == side.end()) {
    row.yes("manner", false).yes("who", false);
    return;
  }
  const ReportArticle& page = report.articles[(*spoken)->article];
  const StoredClaim& stored = page.claims[*(*spoken)->claim];
  const Claim& claim = stored.claim;
  const bool own_voice = claim.type == ClaimType::assertion;
  row.text("who", own_voice ? sentence(outlet_of(page)) + ", in its own voice" : sentence(speaker_of(claim)));
  row.known("as_read", own_voice ? "" : speaker_as_read(stored));
  const bool named = claim.speaker && claim.speaker->kind != SpeakerKind::anonymous;
  row.known("role", named ? claim.speaker->role : "");
  row.text("manner", sentence(manner_of(claim))).text("claim", claim.id);
  row.known("said", claim.said.edtf.empty() ? "" : day_in_words(claim.said.edtf));
}

Fields side_fields(const Report& report, const Side& side) {
  const ReportPlace& first = *side.front();
  const ReportArticle& page = report.articles[first.article];
  Fields row = place_fields(report, first);
  row.list("words", words_of(report, side)).text("title", report.title_of(first.article));
  row.text("outlet", sentence(outlet_of(page))).text("published", day_in_words(page.entry.published));
  std::vector<Fields> more;
  for (std::size_t i = 1; i < side.size(); ++i) more.push_back(place_fields(report, *side[i]));
  row.list("more", more);
  add_speaker(report, side, row);
  return row;
}

}  // namespace

std::string article_id(std::size_t article) { return "a" + std::to_string(article + 1); }

std::string place_id(const Report& report, std::size_t article, Span bytes) {
  const std::vector<Zone>& zones = report.articles[article].article.zones;
  const bool shown =
      std::any_of(zones.begin(), zones.end(), [&](const Zone& zone) { return zone.span.overlaps(bytes); });
  if (!shown || bytes.empty()) return article_id(article);
  const Span points = report.articles[article].points.from_bytes(bytes);
  return article_id(article) + "-" + std::to_string(points.begin) + "-" + std::to_string(points.end);
}

std::string place_id(const Report& report, ReportClaimRef ref) {
  return place_id(report, ref.article, report.claim(ref).claim.content.front());
}

Fields decision_fields(const DecisionEntry& entry) {
  const Decision& decision = entry.decision;
  return Fields()
      .text("verdict", verdict_of(decision))
      .text("by", decision.by)
      .text("at", decision.at)
      .text("at_words", time_in_words(decision.at))
      .known("note", decision.note)
      .known("reach", reach_of(decision))
      .known("state", state_of(entry));
}

Fields flag_fields(const Report& report, std::size_t number) {
  const ReportFlag& row = report.flags[number];
  const Flag& flag = row.flag;
  Fields out;
  out.number("number", number + 1).text("id", flag.id).text("message", sentence(flag.message));
  out.text("severity", std::string(name_of(flag.severity))).text("status", std::string(name_of(flag.status)));
  out.text("title", flag.rule_title)
      .text("why", flag.rule_why)
      .known("because", flag.retired_because.empty() ? flag.stale_because : flag.retired_because);
  out.text("origins", origins_of(report, row));
  std::vector<Fields> sides;
  for (const Side& side : sides_of(report, row)) sides.push_back(side_fields(report, side));
  out.list("sides", sides);
  Fields chain;
  Fields timeline;
  const bool has_chain = draw_chain(report, row, chain);
  const bool has_timeline = draw_timeline(report, row, timeline);
  if (has_chain) out.one("chain", chain.number("number", number + 1));
  if (has_timeline) out.one("timeline", timeline);
  out.yes("has_pictures", has_chain || has_timeline);
  std::vector<Fields> decisions;
  for (const DecisionEntry& entry : row.decisions) decisions.push_back(decision_fields(entry));
  return out.list("decisions", decisions).yes("decided", !decisions.empty());
}

}  // namespace hearsay
