// Claims are one if they share a block and most of their content words. An article follows the text it takes most from;
// else the outlet it cites that stands nearest the speaker; else the agency of its dateline. An outlet whose article is
// among those found stands for that article.

#include "desk/origins.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/origins/voices.h"
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

struct Fellow {
  Voice voice;
  ClaimVoice shown;
  double share = 0;  // of its words that are an earlier article's
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

Fellow fellow_of(const Row& row) {
  Fellow fellow;
  fellow.shown = {
      row.text("article"), row.text("claim"), row.text("outlet"), row.text("published"), row.text("text"), "", ""};
  fellow.voice = {fellow.shown.article, fellow.shown.outlet, row.text("earlier"), names_in(row.text("via")), "",
                  row.text("agency")};
  const std::string kind = row.text("speaker_kind");
  if (kind == "outlet") fellow.voice.cites.push_back(row.text("speaker"));
  if (kind == "organization") fellow.voice.body = row.text("speaker");
  fellow.share = row.number("share").value_or(0);
  return fellow;
}

std::string words_of(const Fellow& fellow, const Taken& taken) {
  if (!taken.cited.empty()) return "cites " + taken.cited;
  if (taken.from.empty()) return "";
  return fmt::format("{} {} ({:.0f} %)", fellow.share >= kCopy ? "copy of" : "derived from", taken.from,
                     100 * fellow.share);
}

std::string loop_text(const std::vector<std::string>& loop, const std::vector<ClaimVoice>& voices) {
  std::string text;
  for (const std::string& node : loop) {
    const auto voice =
        std::find_if(voices.begin(), voices.end(), [&](const ClaimVoice& v) { return v.article == node; });
    if (voice != voices.end()) text += (text.empty() ? "" : ", ") + node + " " + voice->takes;
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
  std::vector<Fellow> fellows;
  for (const Row& row : *rows) fellows.push_back(fellow_of(row));
  if (fellows.empty()) {  // nothing ties it to another: it stands alone
    fellows.emplace_back();
    fellows[0].voice.article = claim->ref.article;
    fellows[0].shown = {claim->ref.article, claim->ref.claim, claim->outlet, claim->published, claim->text, "", ""};
  }
  std::vector<Voice> voices;
  std::vector<std::string> nodes;
  for (const Fellow& fellow : fellows) {
    voices.push_back(fellow.voice);
    nodes.push_back(fellow.voice.article);
  }
  const std::vector<Taken> taken = taken_from(voices);
  const Origins origins = origins_of(nodes, steps_of(voices, taken));
  ClaimOrigins out{claim->text, {}, origins.roots, {}};
  for (std::size_t i = 0; i < fellows.size(); ++i) {
    out.voices.push_back(fellows[i].shown);
    out.voices[i].takes = words_of(fellows[i], taken[i]);
    out.voices[i].origin = origins.root_of.at(nodes[i]);
  }
  for (const auto& loop : origins.loops) out.loops.push_back(loop_text(loop, out.voices));
  std::stable_sort(out.voices.begin(), out.voices.end(), [](const ClaimVoice& a, const ClaimVoice& b) {
    return std::pair(a.origin, a.article != a.origin) < std::pair(b.origin, b.article != b.origin);
  });
  return out;
}

}  // namespace hearsay
