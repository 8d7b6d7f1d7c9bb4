// hearsay ingest: articles into the store, then the check of what they touch.

#include <fmt/format.h>

#include <ostream>

#include "cli/commands/commands.h"
#include "cli/extractor.h"
#include "cli/input_options.h"
#include "core/ingest/archive.h"
#include "desk/check.h"
#include "desk/ingest.h"

namespace hearsay {
namespace {

class IngestCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    inputs_.declare(app);
    app.add_option("--outlet", options_.outlet, "The outlet, where the article does not name it")->type_name("NAME");
    app.add_option("--published", options_.published,
                   "The date of publication (EDTF, 2024-11-04), where it is not stated")
        ->type_name("DATE");
    app.add_option("--url", url_, "The address the article was read from, of files")->type_name("URL");
    app.add_flag("--no-check", no_check_, "Store only; run the rules later with 'hearsay check'");
    app.footer(
        "Ingesting the same file or page again changes nothing; a page that changed is a new version. One bad file or\n"
        "address never loses the good ones.");
  }

  int run(Session& session) override {
    Result<const Lexicon*> lexicon = session.lexicon();
    if (!lexicon) return session.trouble(lexicon.error());
    Result<std::unique_ptr<Extractor>> extractor = make_extractor(session, **lexicon);
    if (!extractor) return session.trouble(extractor.error());
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::create);
    if (!store) return session.trouble(store.error());
    const Inputs inputs = inputs_.find(session);
    std::size_t failed = inputs.errors.size();
    for (const Error& error : inputs.errors) session.trouble(error);

    Ingest ingest(**store, **lexicon, **extractor, options_);
    for (std::size_t i = 0; i < inputs.files.size(); ++i) {
      show_progress(session, i, inputs.files.size());
      failed += add(session, ingest, inputs.files[i]) ? 0 : 1;
    }
    show_progress(session, inputs.files.size(), inputs.files.size());
    if (Result<Done> done = ingest.finish(); !done) return session.trouble(done.error());
    if (!no_check_) {
      Result<Ruleset> rules = session.ruleset();
      if (!rules) return session.trouble(rules.error());
      Result<CheckReport> checked = check_unchecked(**store, *rules, **lexicon, session.now());
      if (!checked) return session.trouble(checked.error());
      for (const Error& fault : faults_of(*checked)) {
        session.trouble(fault);
        ++failed;
      }
    }
    tell(session, **store, ingest.counts(), failed);
    return failed == 0 ? kNothingToReport : kTrouble;
  }

 private:
  bool add(Session& session, Ingest& ingest, const Input& input) {
    const Result<Source> whole = inputs_.take(input, session, url_);
    if (!whole) {
      session.trouble(whole.error());
      return false;
    }
    bool good = true;
    const Unpacked unpacked =
        unpack(*whole, [&](const Source& source) { good = add_source(session, ingest, source) && good; });
    for (const Error& fault : unpacked.faults) session.trouble(fault);
    return good && unpacked.faults.empty();
  }

  static bool add_source(Session& session, Ingest& ingest, const Source& source) {
    Result<std::vector<std::string>> unusual = ingest.add(source);
    if (!unusual) {
      session.trouble(unusual.error());
      return false;
    }
    for (const std::string& warning : *unusual) session.err << printable(warning) << '\n';
    return true;
  }

  static void show_progress(Session& session, std::size_t done, std::size_t all) {
    if (!session.terminal.err_is_terminal || all < 20) return;
    session.err << fmt::format("\r{} of {} files", done, all) << (done == all ? "\r\x1b[K" : "") << std::flush;
  }

  // Silence is success in scripts; on a terminal one line says what happened.
  static void tell(Session& session, Store& store, const IngestCounts& counts, std::size_t failed) {
    if (!session.terminal.err_is_terminal) return;
    const Result<std::vector<Flag>> open = store.flags({.status = FlagStatus::open});
    session.err << fmt::format(
        "{} articles: {} new, {} unchanged, {} read anew, {} new versions; {} claims; {} failed\n", counts.articles(),
        counts.added, counts.unchanged, counts.reread, counts.new_versions, counts.claims, failed);
    if (open.ok() && !open->empty()) session.err << open->size() << " open flags: see 'hearsay flags'\n";
  }

  InputOptions inputs_;
  ReadOptions options_;
  std::string url_;
  bool no_check_ = false;
};

}  // namespace

std::unique_ptr<Command> make_ingest() { return std::make_unique<IngestCommand>(); }

}  // namespace hearsay
