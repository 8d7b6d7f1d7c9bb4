// hearsay undo: take a decision back.

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/name_queue.h"

namespace hearsay {
namespace {

class UndoCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("decision", decision_, "The decision: its id in 'hearsay log' (default: the last you made)")
        ->type_name("ID");
    app.add_option("--note", note_, "Why")->type_name("TEXT");
    app.add_option("--by", by_, "Who takes it back (default: $USER)")->envname("USER")->type_name("NAME");
    app.footer("What it replaced stands again; both stay in the log. Only a decision that stands can be taken back.");
  }

  int run(Session& session) override {
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::existing);
    if (!store) return session.trouble(store.error());
    if (decision_.empty()) {
      Result<std::vector<DecisionEntry>> own = (*store)->decision_entries({.by = by_});
      if (!own) return session.trouble(own.error());
      const auto last = std::find_if(own->rbegin(), own->rend(), [](const DecisionEntry& entry) {
        return entry.decision.verdict != "undone" &&
               (entry.state == DecisionState::standing || entry.state == DecisionState::stale);
      });
      if (last == own->rend()) {
        return session.trouble({ErrorCode::not_found, "hearsay undo", "no decision of '" + by_ + "' stands",
                                "name one of 'hearsay log', or yourself with --by", ""});
      }
      decision_ = last->decision.id;
    }
    Result<Decision> made = (*store)->undo(decision_, {"", "", "", "", note_, by_, session.now(), "", ""});
    if (!made) return session.trouble(made.error());
    Result<DecisionEntry> entry = (*store)->decision_entry(made->replaces);
    if (!entry) return session.trouble(entry.error());
    session.out << fmt::format("undone: {} of {}: {}\n", entry->decision.verdict, printable(entry->decision.by),
                               printable(entry->words));
    session.out.flush();
    return made->about == "names" || made->about == "claim" ? check_decided(session, **store) : kNothingToReport;
  }

 private:
  std::string decision_;
  std::string note_;
  std::string by_;
};

}  // namespace

std::unique_ptr<Command> make_undo() { return std::make_unique<UndoCommand>(); }

}  // namespace hearsay
