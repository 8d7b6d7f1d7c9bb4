// hearsay merge, hearsay split: two names are one, or two.

#include <fmt/format.h>

#include <ostream>

#include "cli/commands/commands.h"
#include "cli/name_queue.h"
#include "desk/names.h"

namespace hearsay {
namespace {

class NamesDecisionCommand : public Command {
 public:
  explicit NamesDecisionCommand(bool same) : same_(same) {}

  void declare(CLI::App& app) override {
    app.add_option("names", names_, "Two names in quotes, or ids of 'hearsay names'")
        ->required()
        ->expected(2)
        ->type_name("A B");
    app.add_option("--note", note_, "Why")->type_name("TEXT");
    app.add_option("--by", by_, "Who decides (default: $USER)")->envname("USER")->type_name("NAME");
    app.footer(same_
                   ? "All names joined to either are one then. A merge that contradicts an earlier decision is refused "
                     "and shows it.\n'hearsay undo' restores exactly what was there before."
                   : "No later merge may join the two, nor others by way of them. 'hearsay undo' takes it back.");
  }

  int run(Session& session) override {
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::existing);
    if (!store) return session.trouble(store.error());
    Result<Decision> made =
        decide_names(**store, names_[0], names_[1], same_ ? "same" : "different", note_, by_, session.now());
    if (!made) return session.trouble(made.error());
    session.out << fmt::format("{}: {} / {} (decision {})\n", made->verdict, printable(made->grounds[0].words),
                               printable(made->grounds[1].words), made->id);
    session.out.flush();
    return check_decided(session, **store);
  }

 private:
  bool same_;
  std::vector<std::string> names_;
  std::string note_;
  std::string by_;
};

}  // namespace

std::unique_ptr<Command> make_merge() { return std::make_unique<NamesDecisionCommand>(true); }
std::unique_ptr<Command> make_split() { return std::make_unique<NamesDecisionCommand>(false); }

}  // namespace hearsay
