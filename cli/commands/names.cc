// hearsay names: who is spoken of, with all spellings and where each stands.

#include <fmt/format.h>

#include <ostream>

#include "cli/commands/commands.h"
#include "cli/listing.h"

namespace hearsay {
namespace {

bool is_name(const Spelling& spelling) {
  return spelling.form != MentionForm::pronoun && spelling.form != MentionForm::description;
}

class NamesCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("--kind", kind_, "person, organization, government, place, outlet or anonymous")
        ->check(CLI::IsMember({"person", "organization", "government", "place", "outlet", "anonymous"}));
    add_format_option(app, format_);
  }

  int run(Session& session) override {
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::read_only);
    if (!store) return session.trouble(store.error());
    Result<std::vector<StoredEntity>> entities = (*store)->entities(entity_kind_named(kind_));
    if (!entities) return session.trouble(entities.error());
    Listing listing({"id", "name", "kind", "role", "spellings"}, 4);
    for (const StoredEntity& entity : *entities) {
      std::string spellings;
      for (const Spelling& spelling : entity.spellings) {
        if (!is_name(spelling)) continue;
        spellings += fmt::format("{}{} ×{} ({})", spellings.empty() ? "" : "; ", spelling.text, spelling.count,
                                 spelling.article);
      }
      listing.add({entity.id, entity.name, std::string(name_of(entity.kind)),
                   entity.role.empty() ? Cell() : Cell(entity.role), spellings});
    }
    listing.print(session.out, format_, session.terminal);
    return kNothingToReport;
  }

 private:
  std::string kind_;
  Format format_ = Format::table;
};

}  // namespace

std::unique_ptr<Command> make_names() { return std::make_unique<NamesCommand>(); }

}  // namespace hearsay
