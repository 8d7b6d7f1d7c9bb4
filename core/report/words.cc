#include "core/report/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/value/edtf.h"

namespace hearsay {
namespace {

constexpr std::array<const char*, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::vector<const ReportArticle*> current_articles(const Report& report) {
  std::vector<const ReportArticle*> pages;
  for (const ReportArticle& page : report.articles) {
    if (page.entry.superseded_by.empty()) pages.push_back(&page);
  }
  return pages;
}

std::string all_origins(const Report& report) {
  std::set<std::size_t> articles;
  std::set<std::string> origins;
  for (const ReportFlag& row : report.flags) {
    for (const ReportPlace& place : row.places) articles.insert(place.article);
    origins.insert(row.origins.begin(), row.origins.end());
  }
  return fmt::format(" They rest on {} with {}.", counted(articles.size(), "article", "articles"),
                     counted(origins.size(), "independent origin", "independent origins"));
}

std::string most_disputed(const Report& report) {
  const auto most = std::max_element(report.articles.begin(), report.articles.end(),
                                     [](const auto& a, const auto& b) { return a.flags < b.flags; });
  if (report.articles.size() < 2 || most == report.articles.end() || most->flags < 2) return "";
  const auto index = static_cast<std::size_t>(most - report.articles.begin());
  return fmt::format(" Most touch “{}” ({} of them).", report.title_of(index), most->flags);
}

}  // namespace

std::string or_else(const std::string& text, std::string_view otherwise) {
  return text.empty() ? std::string(otherwise) : text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return with_commas(count) + " " + std::string(count == 1 ? one : many);
}

std::string sentence(const std::string& text) {
  std::string out = text;
  if (!out.empty() && 'a' <= out[0] && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string day_in_words(std::string_view edtf) {
  if (edtf.empty()) return "no date";
  if (const auto date = date_from_text(edtf))
    return fmt::format("{} {} {}", date->day, kMonths.at(static_cast<std::size_t>(date->month - 1)), date->year);
  if (edtf.size() == 7) {
    if (const auto date = date_from_text(std::string(edtf) + "-01"))
      return fmt::format("{} {}", kMonths.at(static_cast<std::size_t>(date->month - 1)), date->year);
  }
  if (edtf.starts_with("XXXX-")) {  // a leap year, so that 29 February is a day
    if (const auto date = date_from_text("2000" + std::string(edtf.substr(4))))
      return fmt::format("{} {}, year not stated", date->day, kMonths.at(static_cast<std::size_t>(date->month - 1)));
  }
  return std::string(edtf);
}

std::string time_in_words(std::string_view at) {
  if (at.size() < 16 || at[10] != 'T' || !at.ends_with('Z') || !date_from_text(at.substr(0, 10)))
    return std::string(at);
  return day_in_words(at.substr(0, 10)) + ", " + std::string(at.substr(11, 5)) + " UTC";
}

std::string outlet_of(const ReportArticle& page) { return or_else(page.entry.outlet, "outlet not named"); }

std::string speaker_of(const Claim& claim) {
  if (claim.type == ClaimType::assertion) return "in its own voice";
  return claim.speaker && claim.speaker->name != "unspecified" ? claim.speaker->name : "nobody named";
}

std::string speaker_decided(const StoredClaim& claim) {
  const Decision* decision = claim.decided("speaker");
  if (decision == nullptr) return "";
  return "as decided by " + decision->by +
         "; read: " + (claim.read_speaker ? claim.read_speaker->name : "nobody named");
}

std::string speaker_told(const StoredClaim& claim) {
  const std::string decided = speaker_decided(claim);
  return speaker_of(claim.claim) + (decided.empty() ? "" : " (" + decided + ")");
}

std::string speaker_as_read(const StoredClaim& claim) {
  const std::optional<Speaker>& speaker = claim.claim.speaker;
  if (!speaker || speaker->mention.empty() || speaker->mention == speaker->name) return speaker_decided(claim);
  return "in the text “" + speaker->mention + "”";
}

std::string chain_in_words(const std::vector<ReportLink>& chain) {
  std::string out;
  for (const ReportLink& link : chain) out += (out.empty() ? "" : " → ") + link.name;
  return out;
}

std::string manner_of(const Claim& claim) {
  std::string out;
  switch (claim.type) {
    case ClaimType::direct:
      out = "quoted";
      break;
    case ClaimType::mixed:
      out = "quoted in part";
      break;
    case ClaimType::indirect:
      out = "in other words";
      break;
    case ClaimType::assertion:
      out = "in the outlet's own voice";
      break;
  }
  switch (claim.modality) {
    case Modality::asserted:
      return out;
    case Modality::denied:
      return out + ", denied";
    case Modality::reported_belief:
      return out + ", as a belief";
    default:
      return out + ", as " + std::string(name_of(claim.modality));
  }
}

std::string verdict_of(const Decision& decision) {
  return decision.verdict + (decision.value.empty() ? "" : " " + decision.value);
}

std::string reach_of(const Decision& decision) {
  std::string keys;
  switch (decision.scope) {
    case DecisionScope::evidence:
      return "";
    case DecisionScope::flag:
      return "whatever it rests on";
    case DecisionScope::block:
      for (const std::string& key : decision.reach) keys += (keys.empty() ? "“" : ", “") + key + "”";
      return "for every dispute of its rule about " + keys;
    case DecisionScope::sources:
      return "for every dispute of its rule within " +
             counted(decision.reach.size(), "source", "sources that it rested on");
  }
  return "";
}

std::string state_of(const DecisionEntry& entry) {
  switch (entry.state) {
    case DecisionState::standing:
      return "";
    case DecisionState::stale:
      return "stale: " + entry.because;
    case DecisionState::replaced:
      return "replaced " + entry.because;
    case DecisionState::undone:
      return "taken back";
  }
  return "";
}

std::string matter_of(const DecisionEntry& entry) {
  const std::string& about = entry.decision.about;
  return (about == "flag" ? "dispute" : about) + ": “" + entry.words + "”";
}

std::string origins_of(const Report& report, const ReportFlag& row) {
  std::string out = counted(row.articles, "article", "articles") + ", " +
                    counted(row.origins.size(), "independent origin", "independent origins");
  if (row.origins.size() == row.articles) return out;
  std::string names;
  for (const std::string& origin : row.origins) {
    const auto page = std::find_if(report.articles.begin(), report.articles.end(),
                                   [&](const ReportArticle& known) { return known.entry.id == origin; });
    const bool named = page != report.articles.end() && !page->entry.outlet.empty();
    names += (names.empty() ? "" : ", ") + (named ? page->entry.outlet : origin);
  }
  return out + ": " + names;
}

const DecisionEntry* decision_that_counts(const ReportFlag& row) {
  const DecisionEntry* last = nullptr;
  for (const DecisionEntry& entry : row.decisions) {
    if (entry.decision.id == row.flag.decision) return &entry;
    const bool counts = entry.state == DecisionState::standing || entry.state == DecisionState::stale;
    if (counts && entry.decision.verdict != "undone") last = &entry;
  }
  return last;
}

std::vector<const DecisionEntry*> decisions_apart(const Report& report) {
  std::set<std::string> beside;
  for (const ReportFlag& row : report.flags) {
    for (const DecisionEntry& entry : row.decisions) beside.insert(entry.decision.id);
  }
  std::vector<const DecisionEntry*> apart;
  for (const DecisionEntry& entry : report.decisions) {
    if (!beside.contains(entry.decision.id)) apart.push_back(&entry);
  }
  return apart;
}

std::string heading_of(const Report& report) {
  if (report.about == "everything") return "Everything in the store";
  return sentence(report.about);
}

std::string extent_of(const Report& report) {
  std::set<std::string> outlets;
  std::size_t unnamed = 0;
  std::size_t claims = 0;
  std::size_t attributed = 0;
  const std::vector<const ReportArticle*> pages = current_articles(report);
  for (const ReportArticle* page : pages) {
    claims += page->claims.size();
    attributed += page->attributed;
    if (page->entry.outlet.empty())
      ++unnamed;
    else
      outlets.insert(page->entry.outlet);
  }
  std::string from;
  if (!outlets.empty()) from = " from " + counted(outlets.size(), "outlet", "outlets");
  if (unnamed > 0) from += fmt::format(" ({} without a named outlet)", unnamed);
  return fmt::format("{}{}; {}, {} of them attributed to somebody.", counted(pages.size(), "article", "articles"), from,
                     counted(claims, "statement", "statements"), with_commas(attributed));
}

std::string disputes_of(const Report& report) {
  if (report.flags.empty()) return "Nothing was found that disagrees.";
  std::map<Severity, std::size_t> severities;
  std::size_t decided = 0;
  for (const ReportFlag& row : report.flags) {
    ++severities[row.flag.severity];
    decided += row.flag.status != FlagStatus::open && row.flag.status != FlagStatus::stale ? 1 : 0;
  }
  std::string parts;
  for (const auto& [severity, count] : severities)
    parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", count, name_of(severity));
  return fmt::format("{}: {}. {}.{}{}", counted(report.flags.size(), "dispute", "disputes"), parts,
                     decided == 0 ? "None is decided yet" : fmt::format("Decided: {}", decided), all_origins(report),
                     most_disputed(report));
}

std::string voices_of(const Report& report) {
  std::set<std::string> named;
  std::set<std::string> unnamed;
  for (const ReportArticle* page : current_articles(report)) {
    for (const StoredClaim& claim : page->claims) {
      if (claim.claim.type == ClaimType::assertion || !claim.claim.speaker) continue;
      const std::string id = claim.entity.empty() ? page->entry.id + claim.claim.speaker->name : claim.entity;
      (claim.claim.speaker->kind == SpeakerKind::anonymous ? unnamed : named).insert(id);
    }
  }
  if (named.empty() && unnamed.empty()) return "No statement is attributed to anybody.";
  if (unnamed.empty()) return "Heard in them: " + counted(named.size(), "named voice.", "named voices.");
  return fmt::format("Heard in them: {} and {} without a name.", counted(named.size(), "named voice", "named voices"),
                     unnamed.size());
}

}  // namespace hearsay
