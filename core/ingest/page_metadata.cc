// Each field has a list of places from the most to the least trusted; every value found there is a candidate, ranked by
// its place and then by its order on the page. Data for machines outranks what the page shows, since it seldom holds
// more than the value; the address of the page comes last: it names the outlet by its domain and the day by its path.

#include "core/ingest/page_metadata.h"

#include <algorithm>
#include <optional>
#include <span>

#include "core/ingest/byline.h"
#include "core/ingest/date_line.h"
#include "core/ingest/date_order.h"
#include "core/ingest/layout.h"
#include "core/ingest/one_line.h"
#include "core/ingest/page_outlet.h"
#include "core/ingest/site_name.h"
#include "core/text/normalise.h"
#include "core/text/utf8.h"
#include "core/value/edtf.h"

namespace hearsay {
namespace {

using Places = std::span<const std::string_view>;

constexpr std::string_view kTitlePlaces[] = {"ld:headline", "meta:og:title", "h1", "meta:twitter:title", "title"};
constexpr std::string_view kAuthorPlaces[] = {
    "ld:author", "meta:author", "meta:article:author", "meta:parsely-author", "meta:dc.creator", "meta:sailthru.author",
    "meta:byl",  "author"};
constexpr std::string_view kDatePlaces[] = {"ld:datePublished",
                                            "item:datePublished",
                                            "meta:article:published_time",
                                            "meta:datepublished",
                                            "meta:parsely-pub-date",
                                            "meta:pubdate",
                                            "meta:publishdate",
                                            "meta:publish-date",
                                            "meta:sailthru.date",
                                            "meta:article.published",
                                            "meta:dc.date.issued",
                                            "meta:dcterms.created",
                                            "meta:date",
                                            "meta:dc.date",
                                            "meta:og:published_time",
                                            "time",
                                            "ld:page",
                                            "date",
                                            "script"};
constexpr std::string_view kUpdatePlaces[] = {"ld:dateModified", "meta:article:modified_time", "meta:datemodified",
                                              "meta:og:updated_time"};
// The candidates of one field, best first.
template <typename Read>
std::vector<FieldCandidate> candidates(const HtmlPage& page, std::string_view field, Places places, Read read) {
  std::vector<FieldCandidate> found;
  for (const std::string_view place : places) {
    for (const PageField& given : page.fields) {
      if (given.name != place) continue;
      for (std::string& value : read(given)) {
        found.push_back({std::string(field), std::move(value), given.name, found.size(), given.source, false});
      }
    }
  }
  return found;
}

using Values = std::vector<std::string>;

Values line_of(const PageField& given) {
  std::string line = one_line(given.value);
  return line.empty() ? Values{} : Values{std::move(line)};
}

// "2024-05-03T08:00:00Z", "20240503", "Fri, 03 May 2024 08:00:00 GMT": the day as written there.
std::optional<std::string> day_of(std::string_view value, const DateLines& dates, std::optional<DateOrder> order) {
  std::string day(value.substr(0, 10));
  if (date_from_text(day)) return day;
  std::replace(day.begin(), day.end(), '/', '-');
  if (date_from_text(day)) return day;
  if (value.size() >= 8 && value.substr(0, 8).find_first_not_of("0123456789") == std::string_view::npos) {
    day =
        std::string(value.substr(0, 4)) + "-" + std::string(value.substr(4, 2)) + "-" + std::string(value.substr(6, 2));
    if (date_from_text(day)) return day;
  }
  const std::optional<DateLine> line = dates.read(value, {0, value.size()});
  if (!line || line->label == DateLabel::updated) return std::nullopt;
  const WrittenDate date = in_order(line->date, order);
  return date.full() ? std::optional(date.edtf()) : std::nullopt;
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

std::vector<FieldCandidate> titles_of(const HtmlPage& page, const std::vector<FieldCandidate>& outlets,
                                      std::string_view domain) {
  std::vector<std::string> sites;
  for (const FieldCandidate& outlet : outlets) sites.push_back(outlet.value);
  std::vector<FieldCandidate> found = candidates(page, "title", kTitlePlaces, line_of);
  for (FieldCandidate& title : found) title.value = without_site(title.value, sites, domain);
  if (found.empty()) return found;
  // a heading that is the best title up to a separator is that title without section and site
  const auto heading = std::find_if(found.begin(), found.end(), [&](const FieldCandidate& other) {
    return other.place == "h1" && extends_with_site(found.front().value, other.value);
  });
  if (heading != found.end()) std::rotate(found.begin(), heading, heading + 1);
  for (std::size_t i = 0; i < found.size(); ++i) found[i].rank = i;
  return found;
}

// People, once each, of the best place that names any; desks and the outlet itself are none.
std::vector<FieldCandidate> authors_of(const HtmlPage& page, std::string_view outlet,
                                       const std::vector<Stated>& in_text, const Bylines& bylines) {
  std::vector<FieldCandidate> found = candidates(page, "byline", kAuthorPlaces, [&](const PageField& given) {
    const std::string line = one_line(given.value);
    Values names;
    for (std::string& name : bylines.listed(line)) {
      if (fold_spaces(name) != fold_spaces(outlet)) names.push_back(std::move(name));
    }
    return names;
  });
  for (const Stated& name : in_text) found.push_back({"byline", name.value, "text", found.size(), std::nullopt, false});
  return found;
}

// Stated by the page; else inferred: what its text says, the day in its address, the date of an update.
std::vector<FieldCandidate> days_of(const HtmlPage& page, const Published& in_text, std::string_view address,
                                    const DateLines& dates) {
  const std::optional<DateOrder> order = order_of_language(page.language);
  const auto read = [&](const PageField& given) {
    const std::optional<std::string> day = day_of(one_line(given.value), dates, order);
    return day ? Values{*day} : Values{};
  };
  std::vector<FieldCandidate> found = candidates(page, "published", kDatePlaces, read);
  const auto add = [&](std::string value, std::string place, std::optional<Span> source) {
    found.push_back({"published", std::move(value), std::move(place), found.size(), source, false});
  };
  if (in_text.basis == DateBasis::stated) add(in_text.edtf, "text", std::nullopt);
  if (const std::optional<std::string> day = day_of_address(address)) add(*day, "address", std::nullopt);
  for (const FieldCandidate& update : candidates(page, "updated", kUpdatePlaces, read))
    add(update.value, update.place, update.source);
  if (in_text.basis == DateBasis::inferred) add(in_text.edtf, "text", std::nullopt);
  return found;
}

bool infers(const FieldCandidate& day, const Published& in_text) {
  return day.place == "address" || (day.place == "text" && in_text.basis == DateBasis::inferred) ||
         std::find(std::begin(kUpdatePlaces), std::end(kUpdatePlaces), day.place) != std::end(kUpdatePlaces);
}

void keep(Article& article, std::vector<FieldCandidate> found, const OffsetMap& decoding) {
  for (FieldCandidate& candidate : found) {
    if (candidate.source) {
      candidate.source = Span{decoding.source_of(candidate.source->begin), decoding.source_of(candidate.source->end)};
    }
    article.candidates.push_back(std::move(candidate));
  }
}

void take_authors(Article& article, std::vector<FieldCandidate>& authors) {
  if (authors.empty()) return;
  const std::string place = authors.front().place;
  std::vector<Stated> names;
  for (FieldCandidate& author : authors) {
    if (author.place != place || (place == "author" && author.source != authors.front().source)) break;
    author.taken = true;
    const bool known = std::any_of(names.begin(), names.end(),
                                   [&](const Stated& name) { return fold(name.value) == fold(author.value); });
    if (!known) names.push_back({author.value, std::nullopt});
  }
  if (place != "text") article.byline = std::move(names);
}

// Whether a place says when an article was last changed: of a page, or of a news item (core/ingest/news_item.h).
bool says_changed(std::string_view place) {
  return place.ends_with("versionCreated") || std::ranges::find(kUpdatePlaces, place) != std::end(kUpdatePlaces);
}

}  // namespace

std::string headline_of(const HtmlPage& page, std::string_view address) {
  const std::string known = address_of(page, address);
  const std::vector<FieldCandidate> outlets = outlets_of(page, known, std::nullopt);
  const std::vector<FieldCandidate> titles = titles_of(page, outlets, domain_of(known));
  return titles.empty() ? "" : titles.front().value;
}

void add_metadata(Article& article, const HtmlPage& page, const OffsetMap& decoding, const Lexicon& lexicon) {
  article.url = address_of(page, article.url);
  if (!page.language.empty()) article.language = page.language;

  std::vector<FieldCandidate> outlets = outlets_of(page, article.url, article.outlet);
  if (!outlets.empty()) {
    outlets.front().taken = true;
    if (outlets.front().place != "text") article.outlet = Stated{outlets.front().value, std::nullopt};
  }
  const std::string outlet = article.outlet ? article.outlet->value : "";

  std::vector<FieldCandidate> titles = titles_of(page, outlets, domain_of(article.url));
  if (!titles.empty()) {
    titles.front().taken = true;
    const bool same = article.title && fold_spaces(article.title->value) == fold_spaces(titles.front().value);
    if (!same) article.title = Stated{titles.front().value, std::nullopt};
  }

  const Bylines bylines(lexicon);
  std::vector<FieldCandidate> authors = authors_of(page, outlet, article.byline, bylines);
  take_authors(article, authors);

  const DateLines dates(lexicon);
  std::vector<FieldCandidate> days = days_of(page, article.published, article.url, dates);
  if (!days.empty()) {
    FieldCandidate& day = days.front();
    day.taken = true;
    const bool inferred = infers(day, article.published);
    if (day.place != "text")
      article.published = {day.value, inferred ? DateBasis::inferred : DateBasis::stated, std::nullopt};
  }

  for (std::vector<FieldCandidate>* found : {&titles, &authors, &outlets, &days})
    keep(article, std::move(*found), decoding);
}

std::vector<std::string> conflicts_of(const std::vector<FieldCandidate>& candidates) {
  // the values of each place, in order of the candidates
  struct Said {
    const FieldCandidate* first;
    std::string values;
    bool taken;
  };
  std::vector<Said> said;
  for (const FieldCandidate& candidate : candidates) {
    const auto same = std::find_if(said.begin(), said.end(), [&](const Said& other) {
      return other.first->field == candidate.field && other.first->place == candidate.place;
    });
    if (same == said.end()) {
      said.push_back({&candidate, candidate.value, candidate.taken});
    } else if (fold_spaces(same->values).find(fold_spaces(candidate.value)) == std::string::npos) {
      same->values += ", " + candidate.value;
    }
  }
  std::vector<std::string> conflicts;
  for (const Said& taken : said) {
    for (const Said& other : said) {
      if (!taken.taken || other.taken || other.first->field != taken.first->field) continue;
      const std::string a = fold_spaces(taken.values);
      const std::string b = fold_spaces(other.values);
      const bool outlet_domain = taken.first->field == "outlet" && other.first->place == "address";
      const bool later_change = says_changed(other.first->place) && b > a;  // EDTF days sort as they are spelled
      if (a.find(b) != std::string::npos || b.find(a) != std::string::npos || outlet_domain || later_change) continue;
      conflicts.push_back(taken.first->field + ": " + taken.values + " (" + taken.first->place + ") against " +
                          other.values + " (" + other.first->place + ")");
    }
  }
  return conflicts;
}

}  // namespace hearsay
