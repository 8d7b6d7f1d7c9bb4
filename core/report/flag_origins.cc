#include "core/report/flag_origins.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/origins/voices.h"

namespace hearsay {
namespace {

using Earlier = std::map<std::string, std::string>;  // article -> the one it takes most of its words from

// Where an article has what it says in these places; the first of them that names somebody counts.
Voice voice_of(const Report& report, const ReportFlag& row, std::size_t article, const Earlier& earlier) {
  const ReportArticle& page = report.articles[article];
  Voice voice;
  voice.article = page.entry.id;
  voice.outlet = page.entry.outlet;
  if (const auto known = earlier.find(page.entry.id); known != earlier.end()) voice.earlier = known->second;
  if (page.article.dateline) voice.agency = page.article.dateline->agency;
  for (const ReportPlace& place : row.places) {
    if (place.article != article || !place.claim || !voice.cites.empty() || !voice.body.empty()) continue;
    const Claim& claim = page.claims[*place.claim].claim;
    voice.cites = claim.via;
    if (claim.type == ClaimType::assertion || !claim.speaker) continue;
    if (claim.speaker->kind == SpeakerKind::outlet) voice.cites.push_back(claim.speaker->name);
    if (claim.speaker->kind == SpeakerKind::organization) voice.body = claim.speaker->name;
  }
  return voice;
}

// Its articles, each once, in the order in which they came out.
std::vector<std::size_t> articles_of(const Report& report, const ReportFlag& row) {
  std::vector<std::size_t> articles;
  for (const ReportPlace& place : row.places) articles.push_back(place.article);
  const auto came_out = [&](std::size_t article) {
    const ArticleEntry& entry = report.articles[article].entry;
    return std::tie(entry.published, entry.id);
  };
  std::sort(articles.begin(), articles.end(), [&](std::size_t a, std::size_t b) { return came_out(a) < came_out(b); });
  articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
  return articles;
}

// The steps from a text back to the one it comes from in the end.
void add_way_back(std::string at, const Earlier& earlier, std::set<std::string>& gone, std::vector<Step>& steps) {
  for (auto step = earlier.find(at); step != earlier.end() && gone.insert(at).second; step = earlier.find(at)) {
    steps.push_back({at, step->second});
    at = step->second;
  }
}

void add_origins(const Report& report, ReportFlag& row, const Earlier& earlier) {
  std::vector<Voice> voices;
  std::vector<std::string> nodes;
  for (const std::size_t article : articles_of(report, row)) {
    voices.push_back(voice_of(report, row, article, earlier));
    nodes.push_back(voices.back().article);
  }
  std::vector<Step> steps = steps_of(voices, taken_from(voices));
  std::set<std::string> gone;
  for (const Voice& voice : voices) add_way_back(voice.earlier, earlier, gone, steps);
  row.articles = nodes.size();
  row.origins = origins_of(nodes, steps).roots;
}

}  // namespace

void add_origins(Report& report, const std::vector<Derivation>& derivations) {
  Earlier earlier;
  for (const Derivation& derivation : derivations) earlier.emplace(derivation.article, derivation.earlier);
  for (ReportFlag& row : report.flags) add_origins(report, row, earlier);
}

}  // namespace hearsay
