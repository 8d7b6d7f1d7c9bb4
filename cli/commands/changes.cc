// hearsay changes: what changed from one version of an article to the next.

#include <ostream>

#include "cli/commands/commands.h"
#include "cli/listing.h"
#include "desk/changes.h"

namespace hearsay {
namespace {

class ChangesCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("article", article_, "The article; without one, every article that has older versions")
        ->type_name("ARTICLE");
    add_format_option(app, format_);
    app.footer("Edits of case, marks and spaces are passed over. The older words stay: 'hearsay claims --superseded'.");
  }

  int run(Session& session) override {
    Result<const Lexicon*> lexicon = session.lexicon();
    if (!lexicon) return session.trouble(lexicon.error());
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::read_only);
    if (!store) return session.trouble(store.error());
    Result<std::vector<Change>> found = changes(**store, **lexicon, article_);
    if (!found) return session.trouble(found.error());
    Listing listing({"article", "before", "change", "where", "text"}, 4);
    for (const Change& change : *found)
      listing.add({change.article, change.before, std::string(name_of(change.kind)), change.where, change.text});
    listing.print(session.out, format_, session.terminal);
    return kNothingToReport;
  }

 private:
  std::string article_;
  Format format_ = Format::table;
};

}  // namespace

std::unique_ptr<Command> make_changes() { return std::make_unique<ChangesCommand>(); }

}  // namespace hearsay
