// hearsay origins: how many voices really stand behind a claim.

#include <ostream>

#include "cli/commands/commands.h"
#include "cli/listing.h"
#include "desk/origins.h"

namespace hearsay {
namespace {

class OriginsCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("claim", ref_, "The claim: article#claim, or the first digits of its id")
        ->required()
        ->type_name("CLAIM");
    add_format_option(app, format_);
    app.footer("Copies, texts derived from others and citations are followed back to where they begin.");
  }

  int run(Session& session) override {
    Result<const Lexicon*> lexicon = session.lexicon();
    if (!lexicon) return session.trouble(lexicon.error());
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::read_only);
    if (!store) return session.trouble(store.error());
    Result<ClaimOrigins> origins = claim_origins(**store, **lexicon, ref_);
    if (!origins) return session.trouble(origins.error());
    if (format_ == Format::table) {
      session.out << printable(origins->text) << '\n' << origins->summary() << "\n\n";
    }
    Listing listing({"origin", "article", "outlet", "published", "takes", "claim", "text"}, 6);
    const auto known = [](const std::string& text) { return text.empty() ? Cell() : Cell(text); };
    for (const ClaimVoice& voice : origins->voices) {
      listing.add({voice.origin, voice.article, known(voice.outlet), known(voice.published), known(voice.takes),
                   voice.article + "#" + voice.claim, voice.text});
    }
    listing.print(session.out, format_, session.terminal);
    if (format_ == Format::table) {
      for (const std::string& loop : origins->loops) session.out << "\nloop: " << printable(loop) << '\n';
    }
    return kNothingToReport;
  }

 private:
  std::string ref_;
  Format format_ = Format::table;
};

}  // namespace

std::unique_ptr<Command> make_origins() { return std::make_unique<OriginsCommand>(); }

}  // namespace hearsay
