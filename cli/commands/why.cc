// hearsay why: a flag or a silence, explained.

#include <ostream>

#include "cli/commands/commands.h"
#include "desk/explain.h"

namespace hearsay {
namespace {

class WhyCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("what", asked_, "A flag's id; or two claims (article#claim); or two names in quotes")
        ->required()
        ->expected(1, 2)
        ->type_name("A [B]");
    app.footer(
        "hearsay why 3f2a                         why this was flagged\n"
        "hearsay why fire#0123 toll#4567          why these two statements are flagged, or are not\n"
        "hearsay why \"Elena Díaz\" \"Elena Diaz\"    how two names compare");
  }

  int run(Session& session) override {
    Result<const Lexicon*> lexicon = session.lexicon();
    if (!lexicon) return session.trouble(lexicon.error());
    Result<Ruleset> rules = session.ruleset();
    if (!rules) return session.trouble(rules.error());
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::read_only);
    if (!store) return session.trouble(store.error());
    Result<Explanation> answer = explain(**store, *rules, **lexicon, asked_);
    if (!answer) return session.trouble(answer.error());
    session.out << answer->text() << '\n';
    return kNothingToReport;
  }

 private:
  std::vector<std::string> asked_;
};

}  // namespace

std::unique_ptr<Command> make_why() { return std::make_unique<WhyCommand>(); }

}  // namespace hearsay
