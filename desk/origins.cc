// Claims are one if they share a block and most of their content words. An article follows the text it takes most from;
// else the outlet it cites that stands nearest the speaker; else the agency of its dateline. An outlet whose article is
// among those found stands for that article.

#include "desk/origins.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/compare/keys.h"
#include "core/origins/origins.h"
#include "rules/engine/functions.h"
#include "rules/engine/sandbox.h"

namespace hearsay {
namespace {

constexpr const char* kFellows =
    "SELECT s.article, s.claim, s.outlet, s.published, s.text, s.speaker, s.speaker_kind, "
    "(SELECT c.via FROM claims AS c WHERE c.article = s.article AND c.claim = s.claim) AS via, "
    "(SELECT a.agency FROM articles AS a WHERE a.article = s.article) AS agency, "
    "(SELECT o.earlier FROM origins AS o WHERE o.article = s.article) AS earlier, "
    "(SELECT o.share FROM origins AS o WHERE o.article = s.article) AS share "
    "FROM statements AS own JOIN statements AS s ON s.block_key = own.block_key "
    "WHERE own.article = ?1 AND own.claim = ?2 AND s.polarity = own.polarity AND likeness(own.text, s.text) >= ?3 + 0 "
    "GROUP BY s.article ORDER BY s.published, s.article, max(likeness(own.text, s.text))";

struct Voice {
  ClaimVoice shown;
  std::vector<std::string> cites;  // outlets, nearest the speaker first
  std::string body;                // that speaks; perhaps an outlet
  std::string agency;              // of the dateline
  std::string earlier;
  double share = 0;
};

std::vector<std::string> names_in(std::string_view json) {
  std::vector<std::string> names;
  for (std::size_t at = json.find('"'); at != std::string_view::npos; at = json.find('"', at + 1)) {
    const std::size_t end = json.find('"', at + 1);
    if (end == std::string_view::npos) break;
    names.emplace_back(json.substr(at + 1, end - at - 1));
    at = end;
  }
  return names;
}

Voice voice_of(const Row& row) {
  Voice voice;
  voice.shown = {
      row.text("article"), row.text("claim"), row.text("outlet"), row.text("published"), row.text("text"), "", ""};
  voice.cites = names_in(row.text("via"));
  const std::string kind = row.text("speaker_kind");
  const auto other = [&](const std::string& name) { return same_outlet(name, voice.shown.outlet) ? "" : name; };
  if (kind == "outlet") voice.cites.push_back(row.text("speaker"));
  if (kind == "organization") voice.body = other(row.text("speaker"));
  voice.agency = other(row.text("agency"));
  std::erase_if(voice.cites, [&](const std::string& cited) { return other(cited).empty(); });
  voice.earlier = row.text("earlier");
  voice.share = row.number("share").value_or(0);
  return voice;
}

// What it takes the claim from, and in which words to say so; empty where it is its own.
std::string source_of(Voice& voice, const std::map<std::string, std::string>& article_of) {
  if (!voice.earlier.empty()) {
    voice.shown.takes = fmt::format("{} {} ({:.0f} %)", voice.share >= kCopy ? "copy of" : "derived from",
                                    voice.earlier, 100 * voice.share);
    return voice.earlier;
  }
  std::string cited = voice.cites.empty() ? "" : voice.cites.front();
  // any other body speaks for itself
  if (cited.empty() && article_of.contains(outlet_key(voice.body))) cited = voice.body;
  if (cited.empty()) cited = voice.agency;
  if (cited.empty()) return "";
  voice.shown.takes = "cites " + cited;
  const auto read = article_of.find(outlet_key(cited));
  return read == article_of.end() ? cited : read->second;
}

std::string loop_text(const std::vector<std::string>& loop, const std::vector<Voice>& voices) {
  std::string text;
  for (const std::string& node : loop) {
    const auto voice =
        std::find_if(voices.begin(), voices.end(), [&](const Voice& v) { return v.shown.article == node; });
    if (voice != voices.end()) text += (text.empty() ? "" : ", ") + node + " " + voice->shown.takes;
  }
  return text;
}

}  // namespace

std::string ClaimOrigins::summary() const {
  const auto count = [](std::size_t n, std::string_view noun) {
    return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
  };
  return count(voices.size(), "article") + ", " + count(origins.size(), "origin");
}

Result<ClaimOrigins> claim_origins(Store& store, const Lexicon& lexicon, std::string_view ref) {
  Result<StoredClaim> claim = store.claim(ref);
  if (!claim) return claim.error();
  const Comparers comparers(lexicon);
  Result<std::unique_ptr<Sandbox>> sandbox = Sandbox::open(store.path(), comparers);
  if (!sandbox) return sandbox.error();
  Result<std::vector<Row>> rows =
      (*sandbox)->ask(kFellows, {claim->ref.article, claim->ref.claim, std::to_string(kSameClaim)});
  if (!rows) return rows.error();
  std::vector<Voice> voices;
  std::map<std::string, std::string> article_of;  // by outlet, the first that came out
  for (const Row& row : *rows) {
    voices.push_back(voice_of(row));
    if (!voices.back().shown.outlet.empty())
      article_of.emplace(outlet_key(voices.back().shown.outlet), voices.back().shown.article);
  }
  if (voices.empty()) {  // nothing ties it to another: it stands alone
    voices.push_back({{claim->ref.article, claim->ref.claim, claim->outlet, claim->published, claim->text, "", ""},
                      {},
                      "",
                      "",
                      "",
                      0});
  }
  std::vector<std::string> nodes;
  std::vector<Step> steps;
  for (std::size_t i = 0; i < voices.size(); ++i) {
    nodes.push_back(voices[i].shown.article);
    const std::string from = source_of(voices[i], article_of);
    if (!from.empty()) steps.push_back({nodes.back(), from});
  }
  const Origins origins = origins_of(nodes, steps);
  ClaimOrigins out{claim->text, {}, origins.roots, {}};
  for (Voice& voice : voices) voice.shown.origin = origins.root_of.at(voice.shown.article);
  for (const auto& loop : origins.loops) out.loops.push_back(loop_text(loop, voices));
  for (const Voice& voice : voices) out.voices.push_back(voice.shown);
  std::stable_sort(out.voices.begin(), out.voices.end(), [](const ClaimVoice& a, const ClaimVoice& b) {
    return std::pair(a.origin, a.article != a.origin) < std::pair(b.origin, b.article != b.origin);
  });
  return out;
}

}  // namespace hearsay
