// Each article is fetched once.

#include "desk/told_place.h"

#include <map>
#include <utility>

#include "core/report/context.h"
#include "core/report/words.h"

namespace hearsay {
namespace {

struct Page {
  ArticleEntry entry;
  Article article;
};

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
  const Span around = context_of(page.article, at);
  ToldPlace place;
  place.article = evidence.article;
  place.outlet = page.entry.outlet;
  place.published = page.entry.published;
  place.before = text.substr(around.begin, at.begin - around.begin);
  place.words = at.of(text);
  place.after = text.substr(at.end, around.end - at.end);
  return place;
}

void tell(const StoredClaim& stored, ToldPlace& place) {
  const Claim& claim = stored.claim;
  place.decided = speaker_decided(stored);
  place.type = name_of(claim.type);
  place.modality = name_of(claim.modality);
  place.said = claim.said.edtf;
  const std::string outlet = place.outlet.empty() ? "outlet not named" : place.outlet;
  if (claim.type == ClaimType::assertion) {
    place.speaker = "the outlet itself";
  } else if (!claim.speaker) {
    place.speaker = speaker_of(claim);
  } else {
    place.speaker = speaker_of(claim);
    place.mention = claim.speaker->mention == claim.speaker->name ? "" : claim.speaker->mention;
    place.role = claim.speaker->role;
    place.chain.push_back(place.speaker);
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
        tell(*stored, place);
      }
    }
    places.push_back(std::move(place));
  }
  return places;
}

}  // namespace hearsay
