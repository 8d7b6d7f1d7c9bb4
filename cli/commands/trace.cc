// hearsay trace: a claim back to its bytes, for people.

#include <fmt/format.h>

#include <ostream>

#include "cli/commands/commands.h"
#include "core/report/words.h"
#include "desk/trace.h"

namespace hearsay {
namespace {

class TraceCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("claim", ref_, "article#claim, or a claim id (its beginning will do)")
        ->required()
        ->type_name("CLAIM");
    app.footer("Shows who said it, through whom it came, the words around it, and the bytes it was read from.");
  }

  int run(Session& session) override {
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::read_only);
    if (!store) return session.trouble(store.error());
    Result<Trace> found = trace(**store, ref_);
    if (!found) return session.trouble(found.error());
    print(session, *found);
    return kNothingToReport;
  }

 private:
  static void line(Session& session, std::string_view label, std::string_view text) {
    if (text.empty()) return;
    const std::size_t width = std::min<std::size_t>(session.terminal.width, 100);
    session.out << fmt::format("  {:<10}", label) << wrapped(printable(text), width - 12, 12) << '\n';
  }

  static void print(Session& session, const Trace& found) {
    const Claim& claim = found.claim.claim;
    session.out << inked(session.terminal, Ink::bold, "claim " + found.claim.ref.article + "#" + found.claim.ref.claim)
                << fmt::format("  {} · {} · {} · {}\n", name_of(claim.type), name_of(claim.act),
                               name_of(claim.modality), name_of(claim.zone));
    line(session, "words", found.claim.text);
    if (claim.speaker) {
      std::string who = claim.speaker->name;
      if (const std::string read = speaker_as_read(found.claim); !read.empty()) who += " (" + read + ")";
      line(session, "speaker", who + ", " + std::string(name_of(claim.speaker->kind)));
      line(session, "role", claim.speaker->role);
    }
    for (const Decision& decision : found.claim.decisions) {
      line(session, "decided",
           fmt::format("{}{}{}, {}, {}{}{}", decision.verdict, decision.value.empty() ? "" : ": ", decision.value,
                       decision.by, decision.at.substr(0, 10), decision.note.empty() ? "" : ": ", decision.note));
    }
    line(session, "cue", found.cue);
    std::string chain;
    for (const std::string& link : found.chain) chain += (chain.empty() ? "" : " → ") + link;
    line(session, "chain", chain);
    line(session, "inside", claim.nested_in.empty() ? "" : "claim " + claim.nested_in);
    line(session, "said",
         claim.said.edtf.empty()
             ? "not known"
             : claim.said.edtf +
                   (claim.said.basis == SaidBasis::stated ? " (stated)" : " or before (the day of publication)"));
    line(session, "because", fmt::format("{} (confidence {:.2f})", claim.why, claim.confidence));
    line(session, "context", found.before + "[" + found.claim.text + "]" + found.after);
    for (const TracedSpan& span : found.spans) {
      line(session, "place",
           fmt::format("characters {}–{} of {}, bytes {}–{} of the source: {}", span.points.begin, span.points.end,
                       found.claim.ref.article, span.source_bytes.begin, span.source_bytes.end,
                       span.spelled ? "they spell these words" : "THEY DO NOT SPELL THESE WORDS"));
    }
    line(session, "article",
         fmt::format("{}; {}; {}", found.article.title.empty() ? "(no title)" : found.article.title,
                     found.article.outlet.empty() ? "outlet not named" : found.article.outlet,
                     found.article.published.empty() ? "no date" : found.article.published));
    line(session, "source",
         fmt::format("{}, {} bytes, received {}", found.source_name, found.source_size, found.article.received));
    line(session, "SHA-256",
         found.article.sha256 + (found.source_intact ? " (intact)" : " (THE STORED BYTES NO LONGER HAVE THIS HASH)"));
  }

  std::string ref_;
};

}  // namespace

std::unique_ptr<Command> make_trace() { return std::make_unique<TraceCommand>(); }

}  // namespace hearsay
