// Markdown for editors and issue trackers: plain enough to be read as it is. Everything that comes from an article is
// escaped, so that no text of a source can become a heading, a link or HTML.

#include <fmt/format.h>

#include "core/report/report.h"

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

std::string or_unknown(const std::string& text, std::string_view otherwise) {
  return text.empty() ? std::string(otherwise) : escaped(text);
}

std::string chain_text(const ReportPlace& place) {
  std::string out;
  for (const std::string& link : place.chain) out += (out.empty() ? "" : " → ") + escaped(link);
  return out;
}

std::string place_text(const ReportPlace& place) {
  std::string out = fmt::format("> {}**{}**{}\n>\n", escaped(place.before), escaped(place.words), escaped(place.after));
  out += fmt::format("> {}, {}, characters {}–{} of `{}`", or_unknown(place.outlet, "outlet not named"),
                     or_unknown(place.published, "no date"), place.span.begin, place.span.end, place.article);
  if (!place.claim.empty()) {
    out += fmt::format("  \n> {} statement, {}; chain: {}", place.type, place.modality, chain_text(place));
    if (!place.mention.empty()) out += fmt::format("; in the text “{}”", escaped(place.mention));
    if (!place.role.empty()) out += fmt::format(" ({})", escaped(place.role));
    if (!place.said.empty()) out += fmt::format("; said {}", escaped(place.said));
    out += fmt::format("; claim `{}`", place.claim);
  }
  return out + fmt::format("  \n> source SHA-256 `{}`\n\n", place.sha256);
}

std::string flag_text(const ReportFlag& row, std::size_t number) {
  const Flag& flag = row.flag;
  std::string out = fmt::format("### {}. {}\n\n", number, escaped(flag.message));
  out += fmt::format("{} · {} · severity {} · {} · flag `{}`\n\n{}\n\n", escaped(flag.rule_title), escaped(flag.kind),
                     name_of(flag.severity), name_of(flag.status), flag.id, escaped(flag.rule_why));
  for (const ReportPlace& place : row.places) out += place_text(place);
  for (const Decision& decision : row.decisions) {
    out += fmt::format("- **{}** by {} on {}{}{}\n", escaped(decision.verdict), escaped(decision.by),
                       escaped(decision.at), decision.note.empty() ? "" : ": ", escaped(decision.note));
  }
  return out + (row.decisions.empty() ? "No decision yet.\n\n" : "\n");
}

std::string names_text(const Report& report) {
  if (report.names.empty()) return "";
  std::string out = "## People written in more than one way\n\n";
  for (const ReportName& name : report.names) {
    out += fmt::format("- **{}**{}{}: ", escaped(name.name), name.role.empty() ? "" : ", ", escaped(name.role));
    for (std::size_t i = 0; i < name.spellings.size(); ++i) {
      const ReportSpelling& spelling = name.spellings[i];
      out += fmt::format("{}“{}” ×{} in `{}`", i == 0 ? "" : "; ", escaped(spelling.text), spelling.count,
                         spelling.article);
    }
    out += "\n";
  }
  return out + "\n";
}

std::string articles_text(const Report& report) {
  std::string out =
      "## Sources\n\n| article | outlet | published | claims | attributed | flags | SHA-256 of the source |\n"
      "|---|---|---|---:|---:|---:|---|\n";
  for (const ReportArticle& row : report.articles) {
    const ArticleEntry& entry = row.entry;
    const std::string shown = entry.title.empty() ? entry.id : entry.title + " (" + entry.id + ")";
    out += fmt::format("| {} | {} | {} ({}) | {} | {} | {} | `{}` |\n", escaped(shown),
                       or_unknown(entry.outlet, "not named"), or_unknown(entry.published, "no date"),
                       name_of(entry.published_basis), entry.claims, row.attributed, row.flags, entry.sha256);
  }
  return out + "\n";
}

}  // namespace

std::string markdown(const Report& report) {
  std::size_t open = 0;
  for (const ReportFlag& row : report.flags) open += row.flag.status == FlagStatus::open ? 1 : 0;
  std::string out = fmt::format("# Provenance report: {}\n\n", escaped(report.about));
  out += fmt::format(
      "{} articles, {} claims, {} flags, {} of them open. This report says what disagrees and why; it does not say "
      "who is right.\n\n",
      report.articles.size(), report.claims, report.flags.size(), open);
  if (!report.flags.empty()) out += "## What disagrees\n\n";
  for (std::size_t i = 0; i < report.flags.size(); ++i) out += flag_text(report.flags[i], i + 1);
  out += names_text(report) + articles_text(report);
  out += fmt::format("Made {} by {}. Store state `{}`, rules `{}`.\n", report.header.at, report.header.program,
                     report.header.store_sha256, report.header.rules_sha256);
  return out;
}

}  // namespace hearsay
