// hearsay verify: recompute everything that can be.

#include <fmt/format.h>

#include <ostream>

#include "cli/commands/commands.h"

namespace hearsay {
namespace {

class VerifyCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.footer(
        "Recomputes the hash of every source and of the log, and that every span still spells its words.\n"
        "Exit 0: all is well; 2: something was changed, and what.");
  }

  int run(Session& session) override {
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::read_only);
    if (!store) return session.trouble(store.error());
    Result<std::vector<Fault>> faults = (*store)->verify();
    if (!faults) return session.trouble(faults.error());
    for (const Fault& fault : *faults) session.err << printable(fault.where) << ": " << printable(fault.what) << '\n';
    Result<std::vector<ArticleEntry>> articles = (*store)->articles({.superseded = true});
    if (!articles) return session.trouble(articles.error());
    if (faults->empty()) {
      session.out << fmt::format("{}: {} articles; every hash and every span as stored\n", session.store,
                                 articles->size());
      return kNothingToReport;
    }
    session.err << fmt::format("{}: {} faults; restore the file from a copy made before, and keep this one\n",
                               session.store, faults->size());
    return kTrouble;
  }
};

}  // namespace

std::unique_ptr<Command> make_verify() { return std::make_unique<VerifyCommand>(); }

}  // namespace hearsay
