// hearsay-train: makes models/attribution.bin from annotated articles, and tags annotated articles for scoring.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <sstream>

#include "core/extract/tagger.h"
#include "core/text/code_points.h"
#include "train/training.h"

namespace hearsay {
namespace {

int fail(const Error& error) {
  fmt::print(stderr, "hearsay-train: {}\n", error.text());
  return 2;
}

struct Task {
  std::string gold;
  std::string model;
  std::size_t part = 0;  // of `of` parts of the articles; train leaves it out, tag reads only it
  std::size_t of = 0;
  std::size_t most = 0;
};

std::vector<GoldArticle> choose(std::vector<GoldArticle> articles, const Task& task, bool the_part) {
  std::vector<GoldArticle> chosen;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (task.of != 0 && (i % task.of == task.part) != the_part) continue;
    if (task.most == 0 || chosen.size() < task.most) chosen.push_back(std::move(articles[i]));
  }
  return chosen;
}

int run_training(const Task& task, const TrainingOptions& options) {
  auto gold = read_gold(task.gold);
  if (!gold.ok()) return fail(gold.error());
  const WordGroups groups(Lexicon::shipped());
  const auto documents = make_documents(choose(std::move(gold).value(), task, false), Lexicon::shipped(), groups);
  const std::string bytes =
      train(documents, options, [](const std::string& line) { fmt::print(stderr, "{}\n", line); }).write();
  std::ofstream out(task.model, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out)
    return fail({ErrorCode::unreadable, task.model, "cannot be written", "name a file in a folder that is there", ""});
  return 0;
}

std::string spans_json(const std::vector<Span>& spans, const CodePoints& points) {
  std::string json = "[";
  for (const Span& span : spans) {
    const Span seen = points.from_bytes(span);
    json += fmt::format("{}[{},{}]", json.size() > 1 ? "," : "", seen.begin, seen.end);
  }
  return json + "]";
}

std::string span_json(const std::optional<Span>& span, const CodePoints& points) {
  if (!span) return "null";
  const Span seen = points.from_bytes(*span);
  return fmt::format("[{},{}]", seen.begin, seen.end);
}

int run_tagging(const Task& task) {
  std::ifstream in(task.model, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  const auto tagger = Tagger::load(bytes.str(), Lexicon::shipped());
  if (!tagger.ok()) return fail(tagger.error());
  auto gold = read_gold(task.gold);
  if (!gold.ok()) return fail(gold.error());
  const WordGroups groups(Lexicon::shipped());
  for (const auto& document : make_documents(choose(std::move(gold).value(), task, true), Lexicon::shipped(), groups)) {
    const CodePoints points(document->article.text);
    for (const Attribution& found : (*tagger)->tag(document->words, document->quotations, document->patterns)) {
      fmt::print(
          "{{\"article\":\"{}\",\"content\":{},\"speaker\":{},\"cue\":{},\"nested_in\":{},\"confidence\":{:.3f}}}\n",
          document->article.name, spans_json(found.content, points), span_json(found.source, points),
          span_json(found.cue, points), found.inner ? "\"outer\"" : "null", found.confidence);
    }
  }
  return 0;
}

int run(int argc, char** argv) {
  CLI::App app("Trains the attribution tagger, and tags annotated articles so that they can be scored.",
               "hearsay-train");
  app.require_subcommand(1);
  Task task;
  TrainingOptions options;
  CLI::App* training = app.add_subcommand("train", "make a model from annotated articles");
  CLI::App* tagging = app.add_subcommand("tag", "print what a model finds in annotated articles, as JSON lines");
  for (CLI::App* command : {training, tagging}) {
    command->add_option("gold", task.gold, "a .jsonl of annotated articles, their texts beside it")->required();
    command->add_option("model", task.model, "the model file")->required();
    command->add_option("--of", task.of, "divide the articles into this many parts ...");
    command->add_option("--part", task.part, "... and train without this one, or tag only it");
    command->add_option("--most", task.most, "read at most so many articles");
  }
  training->add_option("--threads", options.threads, "how many parts are trained side by side; the result is the same");
  training->add_option("--head-rounds", options.head_rounds, "passes over the data for cues");
  training->add_option("--label-rounds", options.label_rounds, "passes for sources and contents");
  training->add_option("--analysis-rounds", options.analysis_rounds, "passes for the choice between readings");
  training->add_option("--least-count", options.least_count, "leave out features seen less often");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return *training ? run_training(task, options) : run_tagging(task);
}

}  // namespace
}  // namespace hearsay

int main(int argc, char** argv) { return hearsay::run(argc, argv); }
