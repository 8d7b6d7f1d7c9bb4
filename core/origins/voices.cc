#include "core/origins/voices.h"

#include <map>

#include "core/compare/keys.h"

namespace hearsay {
namespace {

// The outlet a voice has the claim from in its own words; empty: none.
std::string cited_by(const Voice& voice, const std::map<std::string, std::string>& article_of) {
  const auto other = [&](const std::string& name) { return !name.empty() && !same_outlet(name, voice.outlet); };
  for (const std::string& cited : voice.cites) {
    if (other(cited)) return cited;
  }
  if (other(voice.body) && article_of.contains(outlet_key(voice.body))) return voice.body;
  return other(voice.agency) ? voice.agency : "";
}

}  // namespace

std::vector<Taken> taken_from(const std::vector<Voice>& voices) {
  std::map<std::string, std::string> article_of;  // by outlet
  for (const Voice& voice : voices) {
    if (!voice.outlet.empty()) article_of.emplace(outlet_key(voice.outlet), voice.article);
  }
  std::map<std::string, std::string> unread;  // outlets as first cited
  std::vector<Taken> taken;
  for (const Voice& voice : voices) {
    if (!voice.earlier.empty()) {
      taken.push_back({voice.earlier, ""});
      continue;
    }
    const std::string cited = cited_by(voice, article_of);
    if (cited.empty()) {
      taken.emplace_back();
      continue;
    }
    const std::string key = outlet_key(cited);
    const auto read = article_of.find(key);
    taken.push_back({read != article_of.end() ? read->second : unread.emplace(key, cited).first->second, cited});
  }
  return taken;
}

std::vector<Step> steps_of(const std::vector<Voice>& voices, const std::vector<Taken>& taken) {
  std::vector<Step> steps;
  for (std::size_t i = 0; i < voices.size(); ++i) {
    if (!taken[i].from.empty()) steps.push_back({voices[i].article, taken[i].from});
  }
  return steps;
}

}  // namespace hearsay
