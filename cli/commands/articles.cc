// hearsay articles: list and search.

#include <ostream>

#include "cli/commands/commands.h"
#include "cli/listing.h"

namespace hearsay {
namespace {

class ArticlesCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("--search", filter_.search, "Words that must all occur (a trailing * takes any ending)")
        ->type_name("WORDS");
    app.add_option("--outlet", filter_.outlet, "Part of the outlet's name")->type_name("NAME");
    app.add_option("--since", filter_.since, "Published on this day or later (YYYY-MM-DD, YYYY-MM or YYYY)")
        ->type_name("DAY");
    app.add_option("--until", filter_.until, "Published on this day or before")->type_name("DAY");
    app.add_option("--url", filter_.address, "All versions at this address")->type_name("URL");
    app.add_flag("--superseded", filter_.superseded, "Also older versions");
    app.add_option("--limit", filter_.limit, "At most so many")->type_name("N");
    add_format_option(app, format_);
    app.footer("What changed between two versions: 'hearsay changes ARTICLE'.");
  }

  int run(Session& session) override {
    filter_.superseded = filter_.superseded || !filter_.address.empty();
    Result<std::unique_ptr<Store>> store = session.open_store(OpenMode::read_only);
    if (!store) return session.trouble(store.error());
    Result<std::vector<ArticleEntry>> articles = (*store)->articles(filter_);
    if (!articles) return session.trouble(articles.error());
    Listing listing({"article", "version", "superseded_by", "outlet", "published", "claims", "url", "title"}, 7);
    const auto known = [](const std::string& text) { return text.empty() ? Cell() : Cell(text); };
    for (const ArticleEntry& entry : *articles) {
      listing.add({entry.id, static_cast<double>(entry.version), known(entry.superseded_by), known(entry.outlet),
                   known(entry.published), static_cast<double>(entry.claims), known(entry.url), known(entry.title)});
    }
    listing.print(session.out, format_, session.terminal);
    return kNothingToReport;
  }

 private:
  ArticleFilter filter_;
  Format format_ = Format::table;
};

}  // namespace

std::unique_ptr<Command> make_articles() { return std::make_unique<ArticlesCommand>(); }

}  // namespace hearsay
