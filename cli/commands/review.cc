// hearsay review: what a person says about a flag.

#include <fmt/format.h>

#include <ostream>

#include "cli/commands/commands.h"

namespace hearsay {
namespace {

class ReviewCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("--flag", flag_, "The flag (the beginning of its id will do)")->required()->type_name("ID");
    app.add_option("--verdict", decision_.verdict,
                   "confirmed: it is a dispute; dismissed: it is none; explained: both stand; "
                   "reopened: look again")
        ->required()
        ->check(CLI::IsMember({"confirmed", "dismissed", "explained", "reopened"}));
    app.add_option("--note", decision_.note, "Why")->type_name("TEXT");
    app.add_option("--by", decision_.by, "Who decides (default: $USER)")->envname("USER")->type_name("NAME");
    app.footer("A decision is appended to the log and never edited; a later one replaces it.");
  }

  int run(Session& session) override {
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::existing);
    if (!store) return session.trouble(store.error());
    Result<Flag> flag = (*store)->flag(flag_);
    if (!flag) return session.trouble(flag.error());
    decision_.about = "flag";
    decision_.subject = flag->id;
    decision_.at = session.now();
    Result<Decision> made = (*store)->decide(decision_);
    if (!made) return session.trouble(made.error());
    session.out << fmt::format("{} {}: {}\n", flag->id, made->verdict, printable(flag->message));
    return kNothingToReport;
  }

 private:
  std::string flag_;
  Decision decision_;
};

}  // namespace

std::unique_ptr<Command> make_review() { return std::make_unique<ReviewCommand>(); }

}  // namespace hearsay
