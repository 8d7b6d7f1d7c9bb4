// hearsay flags: what disagrees, the most severe first.

#include <ostream>

#include "cli/commands/commands.h"
#include "cli/flag_lines.h"
#include "cli/listing.h"

namespace hearsay {
namespace {

class FlagsCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("--status", status_,
                   "open, confirmed, dismissed, explained, stale or retired (default: all but retired)")
        ->check(CLI::IsMember({"open", "confirmed", "dismissed", "explained", "stale", "retired"}));
    app.add_option("--severity", severity_, "At least this severe: high, medium, low, info")
        ->check(CLI::IsMember({"high", "medium", "low", "info"}));
    app.add_option("--rule", filter_.rule, "Only flags of this rule")->type_name("ID");
    app.add_option("--kind", filter_.kind, "Only this kind: name, number, date, denial, ...")->type_name("KIND");
    app.add_option("--article", filter_.article, "Only flags that touch this article")->type_name("ID");
    add_format_option(app, format_);
    app.footer("Look into one with 'hearsay why FLAG'; decide with 'hearsay review --flag FLAG --verdict ...'.");
  }

  int run(Session& session) override {
    filter_.status = flag_status_named(status_);
    filter_.severity = severity_named(severity_);
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::read_only);
    if (!store) return session.trouble(store.error());
    Result<std::vector<Flag>> flags = (*store)->flags(filter_);
    if (!flags) return session.trouble(flags.error());
    return print_flags(session, **store, *flags, format_);
  }

 private:
  FlagFilter filter_;
  std::string status_;
  std::string severity_;
  Format format_ = Format::table;
};

}  // namespace

std::unique_ptr<Command> make_flags() { return std::make_unique<FlagsCommand>(); }

}  // namespace hearsay
