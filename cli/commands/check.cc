// hearsay check: run the rules over the whole store and print every open flag.

#include <fmt/format.h>

#include <ostream>

#include "cli/commands/commands.h"
#include "cli/flag_lines.h"
#include "cli/listing.h"
#include "desk/check.h"
#include "desk/rule_changes.h"

namespace hearsay {
namespace {

class CheckCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    add_format_option(app, format_);
    app.footer("Exit 0: nothing is open; 1: open flags; 2: a rule or the store is at fault.");
  }

  int run(Session& session) override {
    Result<const Lexicon*> lexicon = session.lexicon();
    if (!lexicon) return session.trouble(lexicon.error());
    Result<Ruleset> rules = session.ruleset();
    if (!rules) return session.trouble(rules.error());
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::existing);
    if (!store) return session.trouble(store.error());
    Result<CheckReport> report = check_everything(**store, *rules, **lexicon, session.now());
    if (!report) return session.trouble(report.error());
    const std::vector<Error> faults = faults_of(*report);
    for (const Error& fault : faults) session.trouble(fault);
    Result<std::vector<std::string>> changed = changed_rules(**store, *report);
    if (!changed) return session.trouble(changed.error());
    for (const std::string& line : *changed) session.err << printable(line) << '\n';
    Result<std::vector<Flag>> open = (*store)->flags({.status = FlagStatus::open});
    if (!open) return session.trouble(open.error());
    if (const int printed = print_flags(session, **store, *open, format_); printed != kNothingToReport) return printed;
    if (session.terminal.err_is_terminal) session.err << fmt::format("{} open flags\n", open->size());
    if (!faults.empty()) return kTrouble;
    return open->empty() ? kNothingToReport : kOpenFlags;
  }

 private:
  Format format_ = Format::table;
};

}  // namespace

std::unique_ptr<Command> make_check() { return std::make_unique<CheckCommand>(); }

}  // namespace hearsay
