// hearsay extract: the claims of articles, without a store. Files in, one JSON line a claim out.

#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/extractor.h"
#include "cli/input_options.h"
#include "core/ingest/reader.h"
#include "core/report/claim_json.h"
#include "core/text/code_points.h"

namespace hearsay {
namespace {

class Extract : public Command {
 public:
  void declare(CLI::App& app) override {
    inputs_.declare(app);
    app.add_option("--outlet", options_.outlet, "The publisher, where the article does not name it");
    app.add_option("--published", options_.published, "The day of publication (YYYY-MM-DD), where it is not stated")
        ->type_name("DATE");
    app.footer(
        "Prints one line a claim: what was said, by whom, through whom, when, how sure, with its figures and times.\n"
        "Offsets are code points of the article's text. A file that cannot be read is reported; the others are still "
        "done.");
  }

  int run(Session& session) override {
    const Result<const Lexicon*> lexicon = session.lexicon();
    if (!lexicon) return session.trouble(lexicon.error());
    const Result<std::unique_ptr<Extractor>> extractor = make_extractor(session, **lexicon);
    if (!extractor) return session.trouble(extractor.error());
    const Inputs inputs = inputs_.find(session);
    int code = kNothingToReport;
    for (const Error& error : inputs.errors) code = session.trouble(error);
    for (const Input& input : inputs.files) {
      const Result<std::vector<Article>> articles = articles_of(input, **lexicon, session);
      if (!articles) {
        code = session.trouble(articles.error());
        continue;
      }
      for (const Article& article : *articles) print(article, **extractor, session.out);
    }
    session.out.flush();
    return code;
  }

 private:
  Result<std::vector<Article>> articles_of(const Input& input, const Lexicon& lexicon, Session& session) {
    const Result<Source> source = inputs_.take(input, session);
    if (!source) return source.error();
    Result<std::vector<Article>> articles = read(*source, lexicon, options_);
    if (!articles) return articles.error();
    for (Article& article : *articles) {
      for (const std::string& warning : article.warnings) session.err << input.path << ": " << warning << '\n';
      const std::size_t taken = ++taken_[article.id];
      if (taken > 1) article.id += "~" + std::to_string(taken);
    }
    return articles;
  }

  static void print(const Article& article, const Extractor& extractor, std::ostream& out) {
    const Extraction extraction = extractor.extract(article);
    const CodePoints points(article.text);
    for (const Claim& claim : extraction.claims) out << claim_json(claim, article, points) << '\n';
  }

  InputOptions inputs_;
  ReadOptions options_;
  std::map<std::string, std::size_t> taken_;
};

}  // namespace

std::unique_ptr<Command> make_extract() { return std::make_unique<Extract>(); }

}  // namespace hearsay
