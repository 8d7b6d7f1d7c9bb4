#include "core/report/report.h"

#include <algorithm>
#include <set>

namespace hearsay {
namespace {

constexpr std::size_t kDeepest = 8;  // claims inside claims; a longer chain is cut there

std::string speaker_name(const Claim& claim) { return claim.speaker ? claim.speaker->name : "nobody named"; }

}  // namespace

std::size_t ReportName::wordings() const {
  std::set<std::string> seen;
  for (const ReportSpelling& spelling : spellings) seen.insert(spelling.text);
  return seen.size();
}

std::optional<DecidedClaim> Report::claim_of(const DecisionEntry& entry) const {
  if (entry.decision.about != "claim") return std::nullopt;
  const std::size_t joint = entry.decision.subject.rfind('#');
  const std::string id = entry.decision.subject.substr(0, joint);
  const auto page =
      std::find_if(articles.begin(), articles.end(), [&](const ReportArticle& known) { return known.entry.id == id; });
  if (joint == std::string::npos || page == articles.end()) return std::nullopt;
  const StoredClaim* same_words = nullptr;
  const auto article = static_cast<std::size_t>(page - articles.begin());
  for (const std::vector<StoredClaim>* list : {&page->claims, &page->not_claims}) {
    for (const StoredClaim& stored : *list) {
      if (stored.ref.claim == entry.decision.subject.substr(joint + 1)) return DecidedClaim{article, &stored};
      if (stored.text == entry.words) same_words = &stored;
    }
  }
  if (same_words == nullptr) return std::nullopt;
  return DecidedClaim{article, same_words};
}

std::string Report::title_of(std::size_t article) const {
  const ArticleEntry& entry = articles[article].entry;
  return entry.title.empty() ? entry.id : entry.title;
}

std::vector<ReportLink> Report::chain_of(ReportClaimRef ref) const {
  const ReportArticle& page = articles[ref.article];
  const Claim* claim = &page.claims[ref.claim].claim;
  std::vector<ReportLink> chain;
  const auto add = [&](std::string name, LinkKind kind) {
    if (chain.empty() || chain.back().name != name) chain.push_back({std::move(name), kind});
  };
  if (claim->type != ClaimType::assertion) add(speaker_name(*claim), LinkKind::speaker);
  for (const std::string& outlet : claim->via) add(outlet, LinkKind::agency);
  for (std::size_t depth = 0; depth < kDeepest && !claim->nested_in.empty(); ++depth) {
    const auto outer = std::find_if(page.claims.begin(), page.claims.end(),
                                    [&](const StoredClaim& other) { return other.claim.id == claim->nested_in; });
    if (outer == page.claims.end()) break;
    claim = &outer->claim;
    if (claim->type != ClaimType::assertion) add(speaker_name(*claim), LinkKind::teller);
    for (const std::string& outlet : claim->via) add(outlet, LinkKind::agency);
  }
  const std::string outlet = page.entry.outlet.empty() ? "outlet not named" : page.entry.outlet;
  if (!chain.empty() && chain.back().name == outlet) chain.pop_back();
  chain.push_back({outlet, LinkKind::outlet});
  return chain;
}

std::string_view name_of(LinkKind kind) {
  switch (kind) {
    case LinkKind::speaker:
      return "speaker";
    case LinkKind::teller:
      return "teller";
    case LinkKind::agency:
      return "agency";
    case LinkKind::outlet:
      return "outlet";
  }
  return "";
}

}  // namespace hearsay
