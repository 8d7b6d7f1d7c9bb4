// Each article is fetched once. The words around a place are cut at the borders of its zone, so that a heading never
// runs into the sentence below it.

#include "desk/told_place.h"

#include <algorithm>
#include <map>
#include <utility>

namespace hearsay {
namespace {

constexpr std::size_t kContextBytes = 240;  // on each side, cut at a space

struct Page {
  ArticleEntry entry;
  Article article;
};

std::size_t context_begin(std::string_view text, std::size_t from, std::size_t place) {
  if (place - from <= kContextBytes) return from;
  const std::size_t space = text.find(' ', place - kContextBytes);
  return space < place ? space + 1 : place;
}

std::size_t context_end(std::string_view text, std::size_t place, std::size_t to) {
  if (to - place <= kContextBytes) return to;
  const std::size_t space = text.rfind(' ', place + kContextBytes);
  return space != std::string_view::npos && space > place ? space : place;
}

Result<Page> page_of(Store& store, const std::string& id) {
  Result<ArticleEntry> entry = store.article_entry(id);
  if (!entry) return entry.error();
  Result<Article> article = store.article(id);
  if (!article) return article.error();
  return Page{std::move(entry).value(), std::move(article).value()};
}

ToldPlace place_in(const Page& page, const Evidence& evidence) {
  const std::string_view text = page.article.text;
  const Span at = evidence.span;
  const Zone* zone = zone_at(page.article, at.begin);
  const Span around = zone != nullptr ? zone->span : at;
  const std::size_t begin = context_begin(text, std::min(around.begin, at.begin), at.begin);
  const std::size_t end = context_end(text, at.end, std::max(around.end, at.end));
  ToldPlace place;
  place.article = evidence.article;
  place.outlet = page.entry.outlet;
  place.published = page.entry.published;
  place.before = text.substr(begin, at.begin - begin);
  place.words = at.of(text);
  place.after = text.substr(at.end, end - at.end);
  return place;
}

void tell(const Claim& claim, ToldPlace& place) {
  place.type = name_of(claim.type);
  place.modality = name_of(claim.modality);
  place.said = claim.said.edtf;
  const std::string outlet = place.outlet.empty() ? "outlet not named" : place.outlet;
  if (claim.type == ClaimType::assertion || !claim.speaker) {
    place.speaker = claim.type == ClaimType::assertion ? "the outlet itself" : "nobody named";
  } else {
    place.speaker = claim.speaker->name;
    place.mention = claim.speaker->mention == claim.speaker->name ? "" : claim.speaker->mention;
    place.role = claim.speaker->role;
    place.chain.push_back(claim.speaker->name);
  }
  place.chain.insert(place.chain.end(), claim.via.begin(), claim.via.end());
  if (place.chain.empty() || place.chain.back() != outlet) place.chain.push_back(outlet);
}

}  // namespace

Result<std::vector<ToldPlace>> told_places(Store& store, const Flag& flag) {
  std::map<std::string, Page> pages;
  std::vector<ToldPlace> places;
  for (const Evidence& evidence : flag.evidence) {
    auto page = pages.find(evidence.article);
    if (page == pages.end()) {
      Result<Page> fetched = page_of(store, evidence.article);
      if (!fetched) return fetched.error();
      page = pages.emplace(evidence.article, std::move(fetched).value()).first;
    }
    ToldPlace place = place_in(page->second, evidence);
    if (!evidence.claim.empty()) {
      Result<StoredClaim> stored = store.claim(evidence.article + "#" + evidence.claim);
      if (!stored && stored.error().code != ErrorCode::not_found) return stored.error();
      if (stored) {  // else it was read otherwise since
        place.claim = evidence.claim;
        tell(stored->claim, place);
      }
    }
    places.push_back(std::move(place));
  }
  return places;
}

}  // namespace hearsay
