// hearsay import: decisions, reports and annotations from a colleague; what two people decided differently is shown and
// left as it is.

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/extractor.h"
#include "cli/name_queue.h"
#include "desk/annotation_import.h"
#include "desk/exchange.h"
#include "desk/file_kind.h"
#include "desk/inputs.h"
#include "desk/report_import.h"

namespace hearsay {
namespace {

std::string told(const Decision& decision) {
  return fmt::format("{} by {} on {}{}{}", decision.verdict, decision.by, decision.at.substr(0, 10),
                     decision.note.empty() ? "" : ": ", decision.note);
}

class ImportCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("file", path_,
                   "What 'hearsay export' made, edited or not; a report ('report --format json'); annotations\n"
                   "('report --format annotation', or another tool's); - for standard input")
        ->required()
        ->type_name("FILE");
    app.add_option("--by", by_, "Who decided, where the file does not say so or was edited (default: $USER)")
        ->envname("USER")
        ->type_name("NAME");
    app.footer(
        "Decisions are matched by ids that are the same in every store. Nothing that stands is overwritten: where two\n"
        "people decided differently both are shown, and the one that stands stays. A report's sources are read again "
        "and\n"
        "the rules run; what it says was found is not believed. An annotation is found again by its words, never "
        "where\n"
        "figures or negations are others. Importing twice adds nothing.\n"
        "Exit 0: all is in; 1: conflicts or orphans were shown; 2: something is at fault, the rest is in.");
  }

  int run(Session& session) override {
    Result<std::string> bytes = read_bytes({path_}, session.in);
    if (!bytes) return session.trouble(bytes.error());
    name_ = path_ == "-" ? "standard input" : path_;
    switch (file_kind(*bytes)) {
      case FileKind::report:
        return take_report(session, *bytes);
      case FileKind::annotations:
        return take_annotations(session, *bytes);
      case FileKind::decisions:
        return take_decisions(session, *bytes);
    }
    return kTrouble;
  }

 private:
  int take_decisions(Session& session, const std::string& bytes) {
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::existing);
    if (!store) return session.trouble(store.error());
    const ExchangeFile file = read_exchange(bytes, name_);
    ImportReport report = import_decisions(**store, file.records, by_, session.now());
    report.errors.insert(report.errors.begin(), file.errors.begin(), file.errors.end());
    const int code = tell(session, report);
    return std::max(code, check_decided(session, **store));
  }

  int take_report(Session& session, const std::string& bytes) {
    Result<ReportFile> file = read_report(bytes, name_);
    if (!file) return session.trouble(file.error());
    Result<const Lexicon*> lexicon = session.lexicon();
    if (!lexicon) return session.trouble(lexicon.error());
    Result<std::unique_ptr<Extractor>> extractor = make_extractor(session, **lexicon);
    if (!extractor) return session.trouble(extractor.error());
    Result<Ruleset> rules = session.ruleset();
    if (!rules) return session.trouble(rules.error());
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::create);
    if (!store) return session.trouble(store.error());
    Result<ReportImport> done =
        import_report(**store, *file, name_, {**lexicon, **extractor, *rules}, by_, session.now());
    if (!done) return session.trouble(done.error());
    for (const Error& error : done->errors) session.trouble(error);
    for (const Error& fault : done->rule_faults) session.trouble(fault);
    for (const std::string& differs : done->differs) session.err << printable(name_ + ": " + differs) << '\n';
    if (!done->differs.empty())
      session.err << printable("it was made by " + file->program + "; what is found here counts here") << '\n';
    session.out << fmt::format("{} articles: {} new, {} unchanged, {} read anew, {} new versions\n",
                               done->ingested.articles(), done->ingested.added, done->ingested.unchanged,
                               done->ingested.reread, done->ingested.new_versions);
    const int code = tell(session, done->decisions);
    return done->errors.empty() && done->rule_faults.empty() ? code : kTrouble;
  }

  int take_annotations(Session& session, const std::string& bytes) {
    Result<std::vector<Annotation>> annotations = read_annotations(bytes, name_);
    if (!annotations) return session.trouble(annotations.error());
    Result<const Lexicon*> lexicon = session.lexicon();
    if (!lexicon) return session.trouble(lexicon.error());
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::existing);
    if (!store) return session.trouble(store.error());
    Result<AnnotationImport> done = import_annotations(**store, **lexicon, *annotations, by_, session.now());
    if (!done) return session.trouble(done.error());
    for (const AnnotationNote& orphan : done->orphans)
      session.err << printable(orphan.place + ": an orphan; " + orphan.why) << '\n';
    for (const AnnotationNote& comment : done->comments)
      session.err << printable(comment.place + ": not taken over; " + comment.why) << '\n';
    session.out << fmt::format("{} annotations: {} at their place, {} moved, {} orphans\n", annotations->size(),
                               done->placed, done->moved, done->orphans.size());
    const int code = tell(session, done->decisions);
    return done->orphans.empty() && done->comments.empty() ? code : std::max(code, kOpenFlags);
  }

  // What became of the decisions, and the exit code that follows.
  static int tell(Session& session, const ImportReport& report) {
    for (const Error& error : report.errors) session.trouble(error);
    for (const ImportConflict& conflict : report.conflicts) show(session, conflict);
    session.out << fmt::format("{} added, {} known, {} without a verdict, {} conflicts, {} faults\n", report.added,
                               report.known, report.waiting, report.conflicts.size(), report.errors.size());
    session.out.flush();
    if (!report.errors.empty()) return kTrouble;
    return report.conflicts.empty() ? kNothingToReport : kOpenFlags;
  }

  static void show(Session& session, const ImportConflict& conflict) {
    const Decision& theirs = conflict.theirs.decision;
    session.err << printable(fmt::format("{}: two people differ on {} {} ({})", conflict.theirs.place, theirs.about,
                                         theirs.subject, conflict.theirs.words))
                << "\n  stands:       " << printable(told(conflict.ours))
                << "\n  in the file:  " << printable(told(theirs))
                << "\n  nothing was changed; decide with 'hearsay review', 'merge' or 'split'\n";
  }

  std::string path_;
  std::string name_;  // of the file, for a person
  std::string by_;
};

}  // namespace

std::unique_ptr<Command> make_import() { return std::make_unique<ImportCommand>(); }

}  // namespace hearsay
