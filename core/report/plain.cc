// The report for a terminal or a mail: wrapped, without control characters, marks by brackets instead of colour.

#include <fmt/format.h>

#include "core/report/words.h"
#include "core/text/columns.h"

namespace hearsay {
namespace {

constexpr std::size_t kNarrowest = 40;

class PlainReport {
 public:
  PlainReport(const Report& report, std::size_t columns) : report_(report), columns_(std::max(columns, kNarrowest)) {}

  std::string text() {
    line("PROVENANCE REPORT: " + heading_of(report_));
    line(extent_of(report_));
    line(disputes_of(report_));
    line(voices_of(report_));
    line("It says what disagrees and why; it does not say who is right.");
    if (!report_.flags.empty()) heading("What disagrees");
    for (std::size_t i = 0; i < report_.flags.size(); ++i) add_flag(i);
    add_claims();
    add_names();
    const std::vector<const DecisionEntry*> apart = decisions_apart(report_);
    if (!apart.empty()) heading("Other decisions");
    for (const DecisionEntry* entry : apart) add_decision(*entry, matter_of(*entry) + ": ");
    heading("Sources");
    for (std::size_t i = 0; i < report_.articles.size(); ++i) add_source(i);
    out_ += "\n";
    line("Made " + report_.header.at + " by " + report_.header.program);
    line("store " + report_.header.store_sha256);
    line("log   " + report_.header.log_sha256);
    line("rules " + report_.header.rules_sha256);
    return std::move(out_);
  }

 private:
  void line(const std::string& text, std::size_t indent = 0) {
    out_ += std::string(indent, ' ') + wrapped(printable(text), columns_ - indent, indent) + "\n";
  }
  void heading(const std::string& text) {
    out_ += "\n";
    line(text);
    out_ += std::string(columns_of(text), '-') + "\n";
  }

  void add_flag(std::size_t number) {
    const ReportFlag& row = report_.flags[number];
    const Flag& flag = row.flag;
    line(fmt::format("{}. [{}, {}] {}", number + 1, name_of(flag.severity), name_of(flag.status),
                     sentence(flag.message)));
    line(flag.rule_title + ": " + flag.rule_why, 3);
    line("Rests on " + origins_of(report_, row) + ".", 3);
    for (const ReportPlace& place : row.places) add_place(place);
    for (const DecisionEntry& entry : row.decisions) add_decision(entry, "");
    if (row.decisions.empty()) line("No decision yet. Flag " + flag.id, 3);
    out_ += "\n";
  }

  void add_place(const ReportPlace& place) {
    const ReportArticle& page = report_.articles[place.article];
    const Span points = page.points.from_bytes(place.span);
    line("- " + place.before + "[" + place.words + "]" + place.after, 3);
    line(fmt::format("{}, {}, characters {}–{} of {}", outlet_of(page), day_in_words(page.entry.published),
                     points.begin, points.end, page.entry.id),
         5);
    if (!place.claim) return;
    const Claim& claim = page.claims[*place.claim].claim;
    const std::string decided = speaker_decided(page.claims[*place.claim]);
    const std::string who = claim.type == ClaimType::assertion
                                ? speaker_of(claim)
                                : chain_in_words(report_.chain_of({place.article, *place.claim}));
    line(fmt::format("{}{}{}; {}; claim {}", who, decided.empty() ? "" : ", ", decided, manner_of(claim), claim.id), 5);
  }

  void add_decision(const DecisionEntry& entry, const std::string& matter) {
    const Decision& decision = entry.decision;
    std::string text =
        fmt::format("{}{} by {}, {}", matter, verdict_of(decision), decision.by, time_in_words(decision.at));
    if (!decision.note.empty()) text += ": " + decision.note;
    if (const std::string reach = reach_of(decision); !reach.empty()) text += "; " + reach;
    if (const std::string state = state_of(entry); !state.empty()) text += " [" + state + "]";
    line(text, 3);
  }

  void add_claims() {
    if (!report_.claims.empty()) heading("Statements");
    for (const ReportClaimRef ref : report_.claims) {
      const StoredClaim& stored = report_.claim(ref);
      line(fmt::format("- {}: {} ({}#{})", speaker_told(stored), stored.text, stored.ref.article, stored.ref.claim));
    }
  }

  void add_names() {
    bool first = true;
    for (const ReportName& name : report_.names) {
      if (name.wordings() < 2) continue;
      if (first) heading("Written in more than one way");
      first = false;
      line(name.name + (name.role.empty() ? "" : ", " + name.role));
      for (const ReportSpelling& spelling : name.spellings)
        line(fmt::format("{} ×{} in {}", spelling.text, spelling.count, report_.articles[spelling.article].entry.id),
             3);
    }
  }

  void add_source(std::size_t index) {
    const ReportArticle& page = report_.articles[index];
    line(fmt::format("{} ({}), {}, {}", report_.title_of(index), page.entry.id, outlet_of(page),
                     day_in_words(page.entry.published)));
    line("SHA-256 " + page.entry.sha256, 3);
  }

  const Report& report_;
  std::size_t columns_;
  std::string out_;
};

}  // namespace

std::string plain(const Report& report, std::size_t columns) { return PlainReport(report, columns).text(); }

}  // namespace hearsay
