// hearsay claims: list and filter.

#include <ostream>

#include "cli/commands/commands.h"
#include "cli/listing.h"
#include "core/report/words.h"

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
    app.add_flag("--not-claims", filter_.not_claims, "Also what people decided to be no claim");
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
    print(session, *claims);
    return kNothingToReport;
  }

 private:
  // A table has what people decided in the words of its cells; programs get it in columns of its own.
  void print(Session& session, const std::vector<StoredClaim>& claims) const {
    const bool table = format_ == Format::table;
    std::vector<std::string> columns{"claim", "type", "speaker", "outlet", "said", "modality", "text"};
    if (!table) columns.insert(columns.end(), {"read_speaker", "speaker_by", "not_a_claim_by", "rating", "rating_by"});
    Listing listing(std::move(columns), 6);
    for (const StoredClaim& claim : claims) {
      std::string speaker = claim.claim.speaker ? claim.claim.speaker->name : "";
      std::string text = claim.text;
      const Decision* rating = claim.decided("rating");
      if (table) {
        if (const std::string decided = speaker_decided(claim); !decided.empty()) speaker += " (" + decided + ")";
        if (const Decision* none = claim.decided("claim")) text = "[no claim, as decided by " + none->by + "] " + text;
        if (rating != nullptr) text = "[" + rating->value + ", as decided by " + rating->by + "] " + text;
      }
      std::vector<Cell> row{claim.ref.article + "#" + claim.ref.claim,
                            std::string(name_of(claim.claim.type)),
                            known(speaker),
                            known(claim.outlet),
                            known(claim.claim.said.edtf),
                            std::string(name_of(claim.claim.modality)),
                            text};
      if (!table) {
        const auto by = [&](std::string_view aspect) {
          const Decision* decision = claim.decided(aspect);
          return decision == nullptr ? Cell() : Cell(decision->by);
        };
        row.push_back(claim.read_speaker ? Cell(claim.read_speaker->name) : Cell());
        row.push_back(by("speaker"));
        row.push_back(by("claim"));
        row.push_back(rating == nullptr ? Cell() : Cell(rating->value));
        row.push_back(by("rating"));
      }
      listing.add(std::move(row));
    }
    listing.print(session.out, format_, session.terminal);
  }

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
