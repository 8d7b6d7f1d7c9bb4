// hearsay log: every decision, whether it still counts, and why not.

#include "cli/commands/commands.h"
#include "cli/listing.h"

namespace hearsay {
namespace {

class LogCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("--by", filter_.by, "Only decisions of this person")->type_name("NAME");
    app.add_option("--flag", flag_, "Only decisions about this flag (the beginning of its id will do)")
        ->type_name("ID");
    app.add_option("--since", filter_.since, "Only decisions made then or later: 2026-05-04, or the beginning of it")
        ->type_name("TIME");
    app.add_option("--until", filter_.until, "Only decisions made then or earlier; 2026-05 takes all of May")
        ->type_name("TIME");
    add_format_option(app, format_);
    app.footer("Oldest first. Nothing leaves the log; 'hearsay verify' finds any later change of it.");
  }

  int run(Session& session) override {
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::read_only);
    if (!store) return session.trouble(store.error());
    if (!flag_.empty()) {
      Result<Flag> flag = (*store)->flag(flag_);
      if (!flag) return session.trouble(flag.error());
      filter_.about = "flag";
      filter_.subject = flag->id;
    }
    Result<std::vector<DecisionEntry>> entries = (*store)->decision_entries(filter_);
    if (!entries) return session.trouble(entries.error());
    return format_ == Format::table ? print_table(session, *entries) : print_rows(session, *entries);
  }

 private:
  int print_table(Session& session, const std::vector<DecisionEntry>& entries) const {
    Listing listing({"decision", "at", "by", "verdict", "state", "what"}, 5);
    for (const DecisionEntry& entry : entries) {
      const Decision& d = entry.decision;
      std::string what = entry.words;
      if (!d.value.empty()) what = d.value + ": " + what;
      if (!d.note.empty()) what += " — " + d.note;
      if (!entry.because.empty()) what += " (" + entry.because + ")";
      listing.add({d.id.substr(0, 8), d.at.substr(0, 10), d.by, d.verdict, std::string(name_of(entry.state)), what});
    }
    listing.print(session.out, format_, session.terminal);
    return kNothingToReport;
  }

  int print_rows(Session& session, const std::vector<DecisionEntry>& entries) const {
    Listing listing({"n", "decision", "at", "by", "about", "subject", "verdict", "value", "scope", "note", "state",
                     "because", "replaces", "words", "evidence_sha256"},
                    13);
    for (const DecisionEntry& entry : entries) {
      const Decision& d = entry.decision;
      listing.add({static_cast<double>(entry.number), d.id, d.at, d.by, d.about, d.subject, d.verdict, d.value,
                   std::string(name_of(d.scope)), d.note, std::string(name_of(entry.state)), entry.because, d.replaces,
                   entry.words, d.evidence_sha256});
    }
    listing.print(session.out, format_, session.terminal);
    return kNothingToReport;
  }

  DecisionFilter filter_;
  std::string flag_;
  Format format_ = Format::table;
};

}  // namespace

std::unique_ptr<Command> make_log() { return std::make_unique<LogCommand>(); }

}  // namespace hearsay
