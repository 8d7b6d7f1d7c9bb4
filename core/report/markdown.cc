// Markdown for editors and issue trackers: plain enough to be read as it is. Everything that comes from an article is
// escaped, so that no text of a source can become a heading, a link or HTML.

#include <fmt/format.h>

#include "core/report/words.h"

namespace hearsay {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == '\t') {
      out += ' ';
      continue;
    }
    if (std::string_view("\\`*_{}[]<>#|~&!").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// Between backticks, where no escape counts.
std::string as_code(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '`' || c == '\n' || c == '\r' || c == '|' ? '\'' : c;
  return "`" + out + "`";
}

// **words**, with what differs from the other side emphasised again.
std::string marked(const ReportPlace& place) {
  std::string out = "**";
  std::size_t at = 0;
  for (const Span differing : place.differing) {
    out += escaped(std::string_view(place.words).substr(at, differing.begin - at));
    out += "*" + escaped(differing.of(place.words)) + "*";
    at = differing.end;
  }
  return out + escaped(std::string_view(place.words).substr(at)) + "**";
}

std::string place_text(const Report& report, const ReportPlace& place) {
  const ReportArticle& page = report.articles[place.article];
  const Span points = page.points.from_bytes(place.span);
  std::string out = fmt::format("> {}{}{}\n>\n", escaped(place.before), marked(place), escaped(place.after));
  out += fmt::format("> {}, {}, characters {}–{} of {}", escaped(outlet_of(page)), day_in_words(page.entry.published),
                     points.begin, points.end, as_code(page.entry.id));
  if (place.claim) {
    const StoredClaim& stored = page.claims[*place.claim];
    const Claim& claim = stored.claim;
    out += fmt::format("  \n> {} statement, {}; chain: {}", name_of(claim.type), name_of(claim.modality),
                       escaped(chain_in_words(report.chain_of({place.article, *place.claim}))));
    if (const std::string read = speaker_as_read(stored); !read.empty()) out += "; " + escaped(read);
    if (claim.speaker && !claim.speaker->role.empty()) out += fmt::format(" ({})", escaped(claim.speaker->role));
    if (!claim.said.edtf.empty()) out += "; said " + escaped(day_in_words(claim.said.edtf));
    out += "; claim " + as_code(claim.id);
  }
  return out + fmt::format("  \n> source SHA-256 `{}`\n\n", page.entry.sha256);
}

std::string decision_text(const DecisionEntry& entry, const std::string& matter) {
  const Decision& decision = entry.decision;
  std::string out = fmt::format("- {}**{}** by {} on {}", matter, escaped(verdict_of(decision)), escaped(decision.by),
                                escaped(time_in_words(decision.at)));
  if (!decision.note.empty()) out += ": " + escaped(decision.note);
  if (const std::string reach = reach_of(decision); !reach.empty()) out += "; " + escaped(reach);
  if (const std::string state = state_of(entry); !state.empty()) out += " (" + escaped(state) + ")";
  return out + "\n";
}

std::string flag_text(const Report& report, std::size_t number) {
  const ReportFlag& row = report.flags[number];
  const Flag& flag = row.flag;
  std::string out = fmt::format("### {}. {}\n\n", number + 1, escaped(sentence(flag.message)));
  out += fmt::format("{} · {} · severity {} · {} · flag {}\n\n{}\n\n", escaped(flag.rule_title), escaped(flag.kind),
                     name_of(flag.severity), name_of(flag.status), as_code(flag.id), escaped(flag.rule_why));
  out += "Rests on " + escaped(origins_of(report, row)) + ".\n\n";
  for (const ReportPlace& place : row.places) out += place_text(report, place);
  for (const DecisionEntry& entry : row.decisions) out += decision_text(entry, "");
  return out + (row.decisions.empty() ? "No decision yet.\n\n" : "\n");
}

std::string claims_text(const Report& report) {
  if (report.claims.empty()) return "";
  std::string out = "## Statements\n\n";
  for (const ReportClaimRef ref : report.claims) {
    const StoredClaim& stored = report.claim(ref);
    out += fmt::format("- {}: {} ({}, {}; {}; claim {})\n", escaped(speaker_told(stored)), escaped(stored.text),
                       name_of(stored.claim.type), name_of(stored.claim.modality),
                       escaped(outlet_of(report.articles[ref.article])),
                       as_code(stored.ref.article + "#" + stored.ref.claim));
  }
  return out + "\n";
}

std::string names_text(const Report& report) {
  std::string out;
  for (const ReportName& name : report.names) {
    if (name.wordings() < 2) continue;
    out += fmt::format("- **{}**{}{}: ", escaped(name.name), name.role.empty() ? "" : ", ", escaped(name.role));
    for (std::size_t i = 0; i < name.spellings.size(); ++i) {
      const ReportSpelling& spelling = name.spellings[i];
      out += fmt::format("{}“{}” ×{} in {}", i == 0 ? "" : "; ", escaped(spelling.text), spelling.count,
                         as_code(report.articles[spelling.article].entry.id));
    }
    out += "\n";
  }
  return out.empty() ? "" : "## Written in more than one way\n\n" + out + "\n";
}

std::string articles_text(const Report& report) {
  std::string out =
      "## Sources\n\n| article | outlet | published | claims | attributed | disputes | SHA-256 of the source |\n"
      "|---|---|---|---:|---:|---:|---|\n";
  for (const ReportArticle& page : report.articles) {
    const ArticleEntry& entry = page.entry;
    const std::string shown = entry.title.empty() ? entry.id : entry.title + " (" + entry.id + ")";
    out += fmt::format("| {} | {} | {} ({}) | {} | {} | {} | `{}` |\n", escaped(shown), escaped(outlet_of(page)),
                       day_in_words(entry.published), name_of(entry.published_basis), page.claims.size(),
                       page.attributed, page.flags, entry.sha256);
  }
  return out + "\n";
}

}  // namespace

std::string markdown(const Report& report) {
  std::string out = fmt::format("# Provenance report: {}\n\n", escaped(heading_of(report)));
  out += fmt::format("{} {} {} This report says what disagrees and why; it does not say who is right.\n\n",
                     escaped(extent_of(report)), escaped(disputes_of(report)), voices_of(report));
  if (!report.flags.empty()) out += "## What disagrees\n\n";
  for (std::size_t i = 0; i < report.flags.size(); ++i) out += flag_text(report, i);
  out += claims_text(report) + names_text(report);
  const std::vector<const DecisionEntry*> apart = decisions_apart(report);
  if (!apart.empty()) out += "## Other decisions\n\n";
  for (const DecisionEntry* entry : apart) out += decision_text(*entry, escaped(matter_of(*entry)) + ": ");
  out += (apart.empty() ? "" : "\n") + articles_text(report);
  return out + fmt::format("Made {} by {}. Store `{}`, head of its log `{}`, rules `{}`.\n", escaped(report.header.at),
                           escaped(report.header.program), report.header.store_sha256, report.header.log_sha256,
                           report.header.rules_sha256);
}

}  // namespace hearsay
