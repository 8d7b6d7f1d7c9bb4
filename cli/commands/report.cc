// hearsay report: the document that leaves the desk.

#include <algorithm>
#include <array>
#include <ostream>

#include "cli/commands/commands.h"
#include "core/report/report.h"
#include "desk/inputs.h"

namespace hearsay {
namespace {

struct ReportFormat {
  const char* name;
  std::string (*write)(const Report&);
};

constexpr std::array<ReportFormat, 11> kFormats = {{
    {"plain", [](const Report& report) { return plain(report); }},
    {"markdown", markdown},
    {"html", html},
    {"json", json},
    {"csv", [](const Report& report) { return csv(report, ReportTable::flags); }},
    {"prov", prov_json},
    {"prov-turtle", prov_turtle},
    {"claimreview", schema_org},
    {"annotation", annotations},
    {"ftm", follow_the_money},
    {"ftm-statements", follow_the_money_statements},
}};

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const ReportFormat& format : kFormats) names.emplace_back(format.name);
  return names;
}

class ReportCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("--format", format_,
                   "plain, markdown, html; for other programs json, csv, prov, prov-turtle, claimreview, annotation, "
                   "ftm, ftm-statements")
        ->check(CLI::IsMember(format_names()))
        ->default_str("markdown");
    app.add_option("--table", table_, "Which table of csv: flags, claims or names")
        ->check(CLI::IsMember({"flags", "claims", "names"}))
        ->default_str("flags");
    app.add_option("--flag", scope_.flag, "Only this flag")->type_name("ID");
    app.add_option("--claim", scope_.claim, "Only flags that rest on this claim")->type_name("CLAIM");
    app.add_option("--name", scope_.entity, "What this person or body said: a name as written, or its id")
        ->type_name("NAME");
    app.add_option("--article", scope_.article, "Only flags that touch this article")->type_name("ID");
    app.add_option("--outlet", scope_.outlet, "What this outlet printed (part of its name)")->type_name("NAME");
    app.add_option("--search", scope_.query, "Statements with all these words, and their flags")->type_name("WORDS");
    app.add_option("--out", out_, "Write to this file, whole or not at all (default: standard output)")
        ->type_name("FILE");
    app.footer(
        "The same store and rules give the same bytes, but for the time; set $SOURCE_DATE_EPOCH to fix that too.");
  }

  int run(Session& session) override {
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::read_only);
    if (!store) return session.trouble(store.error());
    ReportHeader header;
    header.at = session.now();
    header.program = "hearsay " HEARSAY_VERSION;
    Result<Report> report = assemble(**store, scope_, std::move(header));
    if (!report) return session.trouble(report.error());
    const std::string text = written(*report, session);
    if (out_.empty()) {
      session.out << text;
      return kNothingToReport;
    }
    if (Result<Done> done = write_file(out_, text); !done) return session.trouble(done.error());
    return kNothingToReport;
  }

 private:
  std::string written(const Report& report, const Session& session) const {
    if (format_ == "plain" && out_.empty()) return plain(report, std::min<std::size_t>(session.terminal.width, 100));
    if (format_ == "csv" && table_ != "flags")
      return csv(report, table_ == "claims" ? ReportTable::claims : ReportTable::names);
    const auto* format = std::find_if(kFormats.begin(), kFormats.end(),
                                      [&](const ReportFormat& known) { return format_ == known.name; });
    return format->write(report);
  }

  ReportScope scope_;
  std::string format_ = "markdown";
  std::string table_ = "flags";
  std::string out_;
};

}  // namespace

std::unique_ptr<Command> make_report() { return std::make_unique<ReportCommand>(); }

}  // namespace hearsay
