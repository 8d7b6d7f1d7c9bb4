#include "core/report/spreadsheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/report/report.h"
#include "core/report/words.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 11> kFormulaStarts = {"=",  "+",  "-",  "@",  "\t", "\r",
                                                             "\n", "＝", "＋", "－", "＠"};

bool begins_formula(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with("\u00A0") || text.starts_with("\uFEFF"))
    text.remove_prefix(text[0] == ' ' ? 1 : text.starts_with("\u00A0") ? 2 : 3);
  return std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

std::string span_text(Span points) { return fmt::format("{}-{}", points.begin, points.end); }

using Cells = std::vector<std::string>;

Cells flag_cells(const Flag& flag) {
  return {flag.id,      flag.rule,   flag.kind, std::string(name_of(flag.severity)), std::string(name_of(flag.status)),
          flag.subject, flag.message};
}

Cells place_cells(const Report& report, const ReportPlace& place) {
  const ReportArticle& page = report.articles[place.article];
  const Claim* claim = place.claim ? &page.claims[*place.claim].claim : nullptr;
  return {page.entry.id,
          page.entry.outlet,
          page.entry.published,
          claim != nullptr ? claim->id : "",
          claim != nullptr && claim->speaker ? claim->speaker->name : "",
          span_text(page.points.from_bytes(place.span)),
          place.words};
}

Cells decision_cells(const ReportFlag& row) {
  const DecisionEntry* entry = decision_that_counts(row);
  if (entry == nullptr) return Cells(6);
  const Decision& decision = entry->decision;
  return {decision.verdict,
          decision.note,
          decision.by,
          decision.at,
          std::string(name_of(decision.scope)),
          std::string(name_of(entry->state))};
}

// A line for each side of each dispute.
std::string flags_table(const Report& report) {
  std::string out =
      spreadsheet_line({"flag",    "rule",    "kind",    "severity", "status",    "subject", "message", "articles",
                        "origins", "side",    "article", "outlet",   "published", "claim",   "speaker", "characters",
                        "text",    "verdict", "note",    "by",       "at",        "scope",   "state"});
  for (const ReportFlag& row : report.flags) {
    const Cells decided = decision_cells(row);
    for (std::size_t i = 0; i < row.places.size(); ++i) {
      Cells cells = flag_cells(row.flag);
      for (const std::size_t number : {row.articles, row.origins.size(), i + 1})
        cells.push_back(std::to_string(number));
      const Cells place = place_cells(report, row.places[i]);
      cells.insert(cells.end(), place.begin(), place.end());
      cells.insert(cells.end(), decided.begin(), decided.end());
      out += spreadsheet_line(cells);
    }
  }
  return out;
}

std::string claims_table(const Report& report) {
  std::string out =
      spreadsheet_line({"claim", "type", "speaker", "role", "mention", "via", "outlet", "published", "said", "modality",
                        "characters", "text", "url", "sha256", "read_speaker", "speaker_by", "rating"});
  for (const ReportArticle& page : report.articles) {
    for (const StoredClaim& stored : page.claims) {
      const Claim& claim = stored.claim;
      std::string via;
      for (const std::string& outlet : claim.via) via += (via.empty() ? "" : "; ") + outlet;
      std::string places;
      for (const Span content : claim.content)
        places += (places.empty() ? "" : " ") + span_text(page.points.from_bytes(content));
      const Speaker speaker = claim.speaker.value_or(Speaker{});
      const Decision* by = stored.decided("speaker");
      const Decision* rating = stored.decided("rating");
      out += spreadsheet_line({page.entry.id + "#" + claim.id, std::string(name_of(claim.type)), speaker.name,
                               speaker.role, speaker.mention, via, page.entry.outlet, page.entry.published,
                               claim.said.edtf, std::string(name_of(claim.modality)), places, stored.text,
                               page.entry.url, page.entry.sha256, stored.read_speaker ? stored.read_speaker->name : "",
                               by != nullptr ? by->by : "", rating != nullptr ? rating->value : ""});
    }
  }
  return out;
}

std::string names_table(const Report& report) {
  std::string out = spreadsheet_line({"id", "name", "kind", "role", "spelling", "article", "count", "first"});
  for (const ReportName& name : report.names) {
    for (const ReportSpelling& spelling : name.spellings) {
      const ReportArticle& page = report.articles[spelling.article];
      out += spreadsheet_line({name.id, name.name, std::string(name_of(name.kind)), name.role, spelling.text,
                               page.entry.id, std::to_string(spelling.count),
                               span_text(page.points.from_bytes(spelling.first))});
    }
  }
  return out;
}

}  // namespace

std::string spreadsheet_cell(std::string_view text) {
  std::string cell(text);
  if (begins_formula(text) || text.starts_with('\'')) cell.insert(0, 1, '\'');
  if (cell.find_first_of("\",;\n\r\t") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string text_of_spreadsheet_cell(std::string_view cell) {
  const std::string_view behind = cell.substr(cell.starts_with('\'') ? 1 : 0);
  const bool ours = begins_formula(behind) || behind.starts_with('\'');
  return std::string(ours ? behind : cell);
}

std::string spreadsheet_line(const std::vector<std::string>& texts) {
  std::string line;
  for (std::size_t i = 0; i < texts.size(); ++i) line += (i == 0 ? "" : ",") + spreadsheet_cell(texts[i]);
  return line + "\r\n";
}

std::string csv(const Report& report, ReportTable table) {
  switch (table) {
    case ReportTable::flags:
      return flags_table(report);
    case ReportTable::claims:
      return claims_table(report);
    case ReportTable::names:
      return names_table(report);
  }
  return {};
}

}  // namespace hearsay
