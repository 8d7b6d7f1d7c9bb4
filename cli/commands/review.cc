// hearsay review: what a person says about a flag or a claim, one after the other or one by name.

#include <fmt/format.h>

#include <ostream>

#include "cli/commands/commands.h"
#include "cli/name_queue.h"
#include "cli/reviewer.h"

namespace hearsay {
namespace {

class ReviewCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("--rule", options_.filter.rule, "Only flags of this rule")->type_name("ID");
    app.add_option("--severity", severity_, "At least this severe: high, medium, low, info")
        ->check(CLI::IsMember({"high", "medium", "low", "info"}));
    app.add_option("--article", options_.filter.article, "Only flags that touch this article")->type_name("ID");
    app.add_option("--person", options_.filter.person, "Only flags about this person or their words (part of a name)")
        ->type_name("NAME");
    app.add_option("--status", status_, "Flags of this status instead of those left to decide (open and stale)")
        ->check(CLI::IsMember({"open", "confirmed", "dismissed", "explained", "stale", "retired"}));
    app.add_flag("--lines", options_.lines, "A line at a time, nothing redrawn: for screen readers and scripts");
    CLI::Option* flag = app.add_option("--flag", flag_, "Decide on this flag alone (the beginning of its id will do)");
    CLI::Option* claim = app.add_option("--claim", claim_, "Decide on this claim alone (article#claim)");
    flag->type_name("ID")->excludes(claim);
    claim->type_name("CLAIM");
    app.add_option("--verdict", decision_.verdict,
                   "Of a flag: confirmed (it is a dispute), dismissed (it is none), explained (both stand), reopened "
                   "(look again). Of a claim: speaker, not-a-claim, rated")
        ->check(CLI::IsMember({"confirmed", "dismissed", "explained", "reopened", "speaker", "not-a-claim", "rated"}));
    app.add_option("--value", decision_.value, "Of a claim: who said it, or its rating: '2/5 Mostly false', 'False'")
        ->type_name("TEXT");
    app.add_option(
           "--scope", scope_,
           "How far a verdict on a flag reaches: evidence (this flag on this evidence), flag (whatever it rests "
           "on), block (its rule in its blocks), sources (its rule between its sources)")
        ->check(CLI::IsMember({"evidence", "flag", "block", "sources"}));
    app.add_option("--note", decision_.note, "Why")->type_name("TEXT");
    app.add_option("--by", options_.by, "Who decides (default: $USER)")->envname("USER")->type_name("NAME");
    app.footer(
        "Without --flag or --claim: every flag that is left to decide, one a screen, one key a verdict; ? explains the "
        "keys.\nA decision is appended to the log and never edited; a later one replaces it, 'hearsay undo' takes it "
        "back.");
  }

  int run(Session& session) override {
    if (options_.by.empty()) {
      return session.trouble(
          {ErrorCode::malformed, "hearsay review", "nobody is named", "say who decides: --by WHO", ""});
    }
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::existing);
    if (!store) return session.trouble(store.error());
    if (!flag_.empty() || !claim_.empty()) return decide(session, **store);
    if (!decision_.verdict.empty()) {
      return session.trouble({ErrorCode::malformed, "hearsay review", "a verdict about nothing",
                              "name the flag or the claim: --flag ID or --claim CLAIM", ""});
    }
    options_.filter.severity = severity_named(severity_);
    options_.filter.status = flag_status_named(status_);
    options_.filter.undecided = !options_.filter.status;
    return review_flags(session, **store, options_);
  }

 private:
  int decide(Session& session, Store& store) {
    if (decision_.verdict.empty()) {
      return session.trouble({ErrorCode::malformed, "hearsay review", "no verdict is given",
                              "--verdict confirmed, dismissed, explained or reopened; of a claim: speaker, not-a-claim "
                              "or rated",
                              ""});
    }
    decision_.about = flag_.empty() ? "claim" : "flag";
    decision_.subject = flag_.empty() ? claim_ : flag_;
    decision_.scope = decision_scope_named(scope_).value_or(DecisionScope::evidence);
    decision_.by = options_.by;
    decision_.at = session.now();
    Result<Decision> made = store.decide(decision_);
    if (!made) return session.trouble(made.error());
    Result<DecisionEntry> entry = store.decision_entry(made->id);
    if (!entry) return session.trouble(entry.error());
    session.out << fmt::format("{} {}: {}\n", made->subject, made->verdict, printable(entry->words));
    session.out.flush();
    return claim_.empty() ? kNothingToReport : check_decided(session, store);
  }

  ReviewOptions options_;
  std::string severity_;
  std::string status_;
  std::string flag_;
  std::string claim_;
  std::string scope_;
  Decision decision_;
};

}  // namespace

std::unique_ptr<Command> make_review() { return std::make_unique<ReviewCommand>(); }

}  // namespace hearsay
