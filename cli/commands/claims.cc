// hearsay claims: list and filter.

#include <ostream>

#include "cli/commands/commands.h"
#include "cli/listing.h"

namespace hearsay {
namespace {

class ClaimsCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("--article", filter_.article, "Only this article")->type_name("ID");
    app.add_option("--speaker", filter_.speaker, "Part of the speaker's name or of its mention")->type_name("NAME");
    app.add_option("--outlet", filter_.outlet, "Part of the outlet's name")->type_name("NAME");
    app.add_option("--type", type_, "direct, mixed, indirect or assertion")
        ->check(CLI::IsMember({"direct", "mixed", "indirect", "assertion"}));
    app.add_option("--modality", modality_, "asserted, possible, conditional, intended, denied or reported-belief")
        ->check(CLI::IsMember({"asserted", "possible", "conditional", "intended", "denied", "reported-belief"}));
    app.add_option("--speaker-kind", speaker_kind_, "person, organization, government, anonymous or outlet")
        ->check(CLI::IsMember({"person", "organization", "government", "anonymous", "outlet"}));
    app.add_option("--since", filter_.since, "Said on this day or later (YYYY-MM-DD, YYYY-MM or YYYY)")
        ->type_name("DAY");
    app.add_option("--until", filter_.until, "Said on this day or before")->type_name("DAY");
    app.add_flag("--superseded", filter_.superseded, "Also claims of older versions of articles");
    app.add_option("--search", filter_.search, "Words that must all occur (a trailing * takes any ending)")
        ->type_name("WORDS");
    app.add_option("--limit", filter_.limit, "At most so many")->type_name("N");
    add_format_option(app, format_);
    app.footer("Walk one back to its bytes with 'hearsay trace CLAIM'.");
  }

  int run(Session& session) override {
    filter_.type = claim_type_named(type_);
    filter_.modality = modality_named(modality_);
    filter_.speaker_kind = speaker_kind_named(speaker_kind_);
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::read_only);
    if (!store) return session.trouble(store.error());
    Result<std::vector<StoredClaim>> claims = (*store)->claims(filter_);
    if (!claims) return session.trouble(claims.error());
    Listing listing({"claim", "type", "speaker", "outlet", "said", "modality", "text"}, 6);
    for (const StoredClaim& claim : *claims) {
      listing.add({claim.ref.article + "#" + claim.ref.claim, std::string(name_of(claim.claim.type)),
                   claim.claim.speaker ? Cell(claim.claim.speaker->name) : Cell(), known(claim.outlet),
                   known(claim.claim.said.edtf), std::string(name_of(claim.claim.modality)), claim.text});
    }
    listing.print(session.out, format_, session.terminal);
    return kNothingToReport;
  }

 private:
  static Cell known(const std::string& text) { return text.empty() ? Cell() : Cell(text); }

  ClaimFilter filter_;
  std::string type_;
  std::string modality_;
  std::string speaker_kind_;
  Format format_ = Format::table;
};

}  // namespace

std::unique_ptr<Command> make_claims() { return std::make_unique<ClaimsCommand>(); }

}  // namespace hearsay
