// A name is an outlet by its kind, by a noun before it ("the newspaper X") or by a passive before it ("reported by X");
// it lies between by the small word that leads to it. Known limit: the chain of one sentence; that it holds for the
// same voice throughout is for claims.cc to say.

#include "core/extract/chain.h"

#include <algorithm>
#include <unordered_set>

#include "core/extract/token_range.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kLinkReach = 7;  // words between "told" and the outlet

using Texts = std::unordered_set<std::string_view>;

class Frame {
 public:
  Frame(const Words& words, const Attribution& attribution) : words_(words), attribution_(attribution) {}

  [[nodiscard]] bool is_content(Span span) const {
    return std::any_of(attribution_.content.begin(), attribution_.content.end(),
                       [&](Span content) { return content.overlaps(span); });
  }

  [[nodiscard]] bool is_between(const WrittenName& name) const {
    if (is_content(name.span)) return false;
    const bool in_source = attribution_.source && attribution_.source->contains(name.span);
    if (in_source) return is_outlet(name) && (lends_voice(name) || addressed(name));
    return is_outlet(name) ? reports(name) || led_to(name) : reported_by(name) && led_to(name);
  }

 private:
  [[nodiscard]] bool is_outlet(const WrittenName& name) const {
    if (name.kind == EntityKind::outlet) return true;
    static const Texts kNouns = {"outlet",  "newspaper", "broadcaster", "website", "magazine", "channel",
                                 "tabloid", "network",   "daily",       "station", "agency"};
    return name.first_token > 0 && kNouns.contains(words_.folded[name.first_token - 1]);
  }

  // "X's source", but not "X's reporter".
  [[nodiscard]] bool lends_voice(const WrittenName& name) const {
    static const Texts kVoices = {"source", "sources", "contact", "contacts", "informant", "informants"};
    return name.possessive && name.last_token < words_.tokens.size() &&
           kVoices.contains(words_.folded[name.last_token]);
  }

  // "said a pilot to the Herald", where the source was read on to its end.
  [[nodiscard]] bool addressed(const WrittenName& name) const {
    std::size_t at = name.first_token;
    if (at > 0 && words_.folded[at - 1] == "the") --at;
    return at > 0 && words_.folded[at - 1] == "to";
  }

  // "The firm believes it, the Herald reported": the outlet tells what another holds.
  [[nodiscard]] bool reports(const WrittenName& name) const {
    static const Texts kReports = {"reported", "reports", "revealed", "wrote", "writes"};
    if (name.last_token >= words_.tokens.size() || name.first_token < 2) return false;
    const bool the = words_.folded[name.first_token - 1] == "the";
    const bool behind_comma = words_.folded[name.first_token - (the ? 2 : 1)] == ",";
    return behind_comma && kReports.contains(words_.folded[name.last_token]);
  }

  // "as reported by X": whatever X is, it reports.
  [[nodiscard]] bool reported_by(const WrittenName& name) const {
    static const Texts kReports = {"reported", "published", "quoted",    "cited",
                                   "carried",  "aired",     "broadcast", "obtained"};
    std::size_t at = name.first_token;
    if (at > 0 && words_.folded[at - 1] == "the") --at;
    return at >= 2 && words_.folded[at - 1] == "by" && kReports.contains(words_.folded[at - 2]);
  }

  [[nodiscard]] bool led_to(const WrittenName& name) const {
    static const Texts kLinks = {"told", "tells", "telling", "to", "with", "by", "via", "per", "in", "on", "informed"};
    const std::size_t begin = words_.sentences[name.sentence].first_token;
    for (std::size_t i = name.first_token; i > begin && name.first_token - i < kLinkReach;) {
      --i;
      if (is_content(words_.tokens[i].span)) return false;
      if (kLinks.contains(words_.folded[i])) return true;
      const bool mark = words_.tokens[i].kind == TokenKind::mark;
      if (mark && words_.folded[i] != "'" && words_.folded[i] != "-") return false;
    }
    return false;
  }

  const Words& words_;
  const Attribution& attribution_;
};

}  // namespace

std::vector<std::string> outlets_between(const Words& words, const std::vector<WrittenName>& names,
                                         const Attribution& attribution, const std::string& own_outlet) {
  std::vector<std::string> outlets;
  if (!attribution.cue && !attribution.source) return outlets;
  const Span anchor = attribution.cue ? *attribution.cue : *attribution.source;
  const TokenRange anchor_tokens = tokens_in(words, anchor);
  if (anchor_tokens.empty()) return outlets;
  const Span sentence = words.sentences[sentence_of(words, anchor_tokens.first)].span;
  const Frame frame(words, attribution);
  const std::string own = fold(own_outlet);
  auto at = std::partition_point(names.begin(), names.end(),
                                 [&](const WrittenName& n) { return n.span.end <= sentence.begin; });
  for (; at != names.end() && at->span.begin < sentence.end; ++at) {
    if (!frame.is_between(*at)) continue;
    std::string outlet = at->known.empty() ? std::string(at->span.of(words.text)) : at->known;
    const bool known = std::find(outlets.begin(), outlets.end(), outlet) != outlets.end();
    if (!known && (own.empty() || fold(outlet) != own)) outlets.push_back(std::move(outlet));
  }
  return outlets;
}

}  // namespace hearsay
