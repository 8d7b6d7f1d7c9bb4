// hearsay import: decisions from a colleague; what two people decided differently is shown and left as it is.

#include <fmt/format.h>

#include <ostream>

#include "cli/commands/commands.h"
#include "cli/name_queue.h"
#include "desk/exchange.h"
#include "desk/inputs.h"

namespace hearsay {
namespace {

std::string told(const Decision& decision) {
  return fmt::format("{} by {} on {}{}{}", decision.verdict, decision.by, decision.at.substr(0, 10),
                     decision.note.empty() ? "" : ": ", decision.note);
}

class ImportCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("file", path_, "What 'hearsay export' made, edited or not; - for standard input")
        ->required()
        ->type_name("FILE");
    app.add_option("--by", by_, "Who decided, where a line does not say so or was edited (default: $USER)")
        ->envname("USER")
        ->type_name("NAME");
    app.footer(
        "Matched by ids that are the same in every store. Nothing that stands is overwritten: where two people "
        "decided\n"
        "differently both are shown, and the one that stands stays. Importing twice adds nothing.\n"
        "Exit 0: all is in; 1: conflicts were shown; 2: a line is at fault, the others are in.");
  }

  int run(Session& session) override {
    Result<std::string> bytes = read_bytes({path_}, session.in);
    if (!bytes) return session.trouble(bytes.error());
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::existing);
    if (!store) return session.trouble(store.error());
    const std::string name = path_ == "-" ? "standard input" : path_;
    const ExchangeFile file = read_exchange(*bytes, name);
    const ImportReport report = import_decisions(**store, file.records, name, by_, session.now());
    for (const Error& error : file.errors) session.trouble(error);
    for (const Error& error : report.errors) session.trouble(error);
    for (const ImportConflict& conflict : report.conflicts) show(session, name, conflict);
    session.out << fmt::format("{} added, {} known, {} without a verdict, {} conflicts, {} faults\n", report.added,
                               report.known, report.waiting, report.conflicts.size(),
                               report.errors.size() + file.errors.size());
    session.out.flush();
    const int checked = check_decided(session, **store);
    if (!report.errors.empty() || !file.errors.empty()) return kTrouble;
    return checked != kNothingToReport || report.conflicts.empty() ? checked : kOpenFlags;
  }

 private:
  static void show(Session& session, const std::string& name, const ImportConflict& conflict) {
    const Decision& theirs = conflict.theirs.decision;
    session.err << printable(fmt::format("{}:{}: two people differ on {} {} ({})", name, conflict.theirs.line,
                                         theirs.about, theirs.subject, conflict.theirs.words))
                << "\n  stands:       " << printable(told(conflict.ours))
                << "\n  in the file:  " << printable(told(theirs))
                << "\n  nothing was changed; decide with 'hearsay review', 'merge' or 'split'\n";
  }

  std::string path_;
  std::string by_;
};

}  // namespace

std::unique_ptr<Command> make_import() { return std::make_unique<ImportCommand>(); }

}  // namespace hearsay
