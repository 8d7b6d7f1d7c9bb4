// hearsay names: who is spoken of, with all spellings and where each stands; and which two may be one.

#include <fmt/format.h>

#include <ostream>

#include "cli/commands/commands.h"
#include "cli/listing.h"
#include "cli/name_queue.h"
#include "desk/names.h"

namespace hearsay {
namespace {

bool is_name(const Spelling& spelling) {
  return spelling.form != MentionForm::pronoun && spelling.form != MentionForm::description;
}

std::string spellings_of(const StoredEntity& entity) {
  std::string spellings;
  for (const Spelling& spelling : entity.spellings) {
    if (!is_name(spelling)) continue;
    spellings +=
        fmt::format("{}{} ×{} ({})", spellings.empty() ? "" : "; ", spelling.text, spelling.count, spelling.article);
  }
  return spellings;
}

class NamesCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("--kind", kind_, "person, organization, government, place, outlet or anonymous")
        ->check(CLI::IsMember({"person", "organization", "government", "place", "outlet", "anonymous"}));
    app.add_flag(
        "--pairs", pairs_,
        "Pairs that may be one, the surest first: on a terminal to be decided, one key each; else as a listing");
    app.add_flag("--lines", lines_, "With --pairs: decide a line at a time, nothing redrawn");
    app.add_option("--by", by_, "With --pairs: who decides (default: $USER)")->envname("USER")->type_name("NAME");
    format_option_ = add_format_option(app, format_);
    app.footer("Join two with 'hearsay merge A B', part them with 'hearsay split A B'.");
  }

  int run(Session& session) override {
    const bool decide = pairs_ && (lines_ || (session.terminal.keys && format_option_->count() == 0));
    Result<std::unique_ptr<Store>> store = session.open_store(decide ? OpenMode::existing : OpenMode::read_only);
    if (!store) return session.trouble(store.error());
    const EntityKind kind = entity_kind_named(kind_).value_or(EntityKind::person);
    if (decide) return review_names(session, **store, {kind, by_, lines_});
    return pairs_ ? list_pairs(session, **store, kind) : list_names(session, **store);
  }

 private:
  int list_names(Session& session, Store& store) {
    Result<std::vector<StoredEntity>> entities = store.entities(entity_kind_named(kind_));
    if (!entities) return session.trouble(entities.error());
    Listing listing({"id", "name", "kind", "role", "spellings"}, 4);
    for (const StoredEntity& entity : *entities) {
      listing.add({entity.id, entity.name, std::string(name_of(entity.kind)),
                   entity.role.empty() ? Cell() : Cell(entity.role), spellings_of(entity)});
    }
    listing.print(session.out, format_, session.terminal);
    return kNothingToReport;
  }

  int list_pairs(Session& session, Store& store, EntityKind kind) {
    Result<const Lexicon*> lexicon = session.lexicon();
    if (!lexicon) return session.trouble(lexicon.error());
    const NameComparer names(**lexicon);
    Result<std::vector<NamePair>> pairs = name_pairs(store, names, kind);
    if (!pairs) return session.trouble(pairs.error());
    Listing listing({"score", "name_a", "name_b", "id_a", "id_b", "reason"}, 5);
    for (const NamePair& pair : *pairs) {
      listing.add({fmt::format("{:.2f}", pair.score), pair.name_a, pair.name_b, pair.a.id, pair.b.id, pair.reason});
    }
    listing.print(session.out, format_, session.terminal);
    return kNothingToReport;
  }

  std::string kind_;
  bool pairs_ = false;
  bool lines_ = false;
  std::string by_;
  Format format_ = Format::table;
  CLI::Option* format_option_ = nullptr;
};

}  // namespace

std::unique_ptr<Command> make_names() { return std::make_unique<NamesCommand>(); }

}  // namespace hearsay
