// hearsay report: the document that leaves the desk.

#include <ostream>

#include "cli/commands/commands.h"
#include "core/report/report.h"
#include "desk/inputs.h"

namespace hearsay {
namespace {

class ReportCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("--format", format_, "markdown, html or json")
        ->check(CLI::IsMember({"markdown", "html", "json"}))
        ->default_str("markdown");
    app.add_option("--flag", scope_.flag, "Only this flag")->type_name("ID");
    app.add_option("--claim", scope_.claim, "Only flags that rest on this claim")->type_name("CLAIM");
    app.add_option("--name", scope_.entity, "Only what this person or body said: an id of 'hearsay names'")
        ->type_name("ID");
    app.add_option("--article", scope_.article, "Only flags that touch this article")->type_name("ID");
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
    const std::string text = format_ == "html" ? html(*report) : format_ == "json" ? json(*report) : markdown(*report);
    if (out_.empty()) {
      session.out << text;
      return kNothingToReport;
    }
    if (Result<Done> written = write_file(out_, text); !written) return session.trouble(written.error());
    return kNothingToReport;
  }

 private:
  ReportScope scope_;
  std::string format_ = "markdown";
  std::string out_;
};

}  // namespace

std::unique_ptr<Command> make_report() { return std::make_unique<ReportCommand>(); }

}  // namespace hearsay
