#include "cli/command.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <numeric>
#include <ostream>
#include <sstream>

#include "cli/commands/commands.h"
#include "core/text/columns.h"
#include "desk/inputs.h"

namespace hearsay {
namespace {

constexpr std::string_view kAbout =
    "hearsay: who said what, through whom, when, and where they disagree.\n"
    "Articles go in, every statement becomes a claim with its speaker, chain, outlet and date; rules flag what "
    "disagrees;\n"
    "you decide; the report carries its own proof.";

constexpr std::string_view kFooter =
    "Begin:  hearsay ingest articles/    then  hearsay flags,  hearsay why FLAG,  hearsay review,  hearsay report\n"
    "Exit:   0 nothing to report, 1 open flags (check), 2 trouble.   Help on a command:  hearsay COMMAND --help";

std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)});
      corner = above;
    }
  }
  return row.back();
}

Error unknown_command(const std::string& word) {
  const CommandEntry* nearest = nullptr;
  std::size_t least = 4;
  for (const CommandEntry& entry : commands()) {
    const std::size_t distance = edits(word, entry.name);
    if (distance < least && distance < word.size()) {
      least = distance;
      nearest = &entry;
    }
  }
  return {ErrorCode::not_found, "hearsay", "no command '" + word + "'",
          nearest != nullptr ? "did you mean '" + std::string(nearest->name) + "'?" : "see hearsay --help", ""};
}

// The first word that is neither an option nor the value of one: what the person took for a command.
std::string command_word(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (word == "--store" || word == "--rules" || word == "--model" || word == "--wait")
      ++i;
    else if (!word.starts_with('-'))
      return word;
  }
  return "";
}

}  // namespace

Result<const Lexicon*> Session::lexicon() {
  if (rules.empty()) return &Lexicon::shipped();
  if (own_lexicon_) return own_lexicon_.get();
  const std::filesystem::path inner = std::filesystem::path(rules) / "lexicon";
  const std::string folder = std::filesystem::is_directory(inner) ? inner.string() : rules;
  Result<std::vector<NamedText>> own = read_folder(folder, ".tsv", own_texts_);
  if (!own) return own.error();
  std::vector<NamedText> files = shipped_lexicon_files();
  files.insert(files.end(), own->begin(), own->end());
  Result<Lexicon> loaded = Lexicon::load(files);
  if (!loaded) return loaded.error();
  own_lexicon_ = std::make_unique<Lexicon>(std::move(loaded).value());
  return own_lexicon_.get();
}

Result<Ruleset> Session::ruleset() {
  if (rules.empty()) return load_rules({});
  const std::filesystem::path inner = std::filesystem::path(rules) / "conflict";
  Result<std::vector<NamedText>> own =
      read_folder(std::filesystem::is_directory(inner) ? inner.string() : rules, ".sql", own_texts_);
  if (!own) return own.error();
  return load_rules(*own);
}

Result<std::unique_ptr<Store>> Session::open_store(OpenMode mode) const {
  Result<std::unique_ptr<Store>> opened = Store::open(store, mode, {.busy_ms = static_cast<int>(1000 * wait)});
  if (opened.ok() || opened.error().code != ErrorCode::not_found || mode == OpenMode::create) return opened;
  Error error = opened.error();
  error.hint = "make one with 'hearsay ingest FILE', or name yours with --store";
  return error;
}

std::string Session::now() const {
  std::time_t seconds = std::time(nullptr);
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch != nullptr && *epoch != '\0') {
    seconds = static_cast<std::time_t>(std::strtoll(epoch, nullptr, 10));
  }
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::string text(20, '\0');
  text.resize(std::strftime(text.data(), text.size() + 1, "%Y-%m-%dT%H:%M:%SZ", &parts));
  return text;
}

int Session::trouble(const Error& error) {
  out.flush();
  std::istringstream lines(error.text());
  for (std::string line; std::getline(lines, line);) err << printable(line) << '\n';
  return kTrouble;
}

const std::vector<CommandEntry>& commands() {
  static const std::vector<CommandEntry> kCommands = {
      {"ingest", "Read articles, extract their claims, store them, check what they touch", make_ingest},
      {"check", "Run all rules over the store and print the open flags", make_check},
      {"flags", "List what disagrees, the most severe first", make_flags},
      {"why", "Explain a flag, or why there is none", make_why},
      {"review", "Decide on flags, one after the other", make_review},
      {"report", "Make the provenance report", make_report},
      {"claims", "List and filter claims", make_claims},
      {"trace", "Walk a claim back to its bytes", make_trace},
      {"origins", "How many voices really stand behind a claim", make_origins},
      {"articles", "List and search articles, with their versions", make_articles},
      {"changes", "What changed from one version of an article to the next", make_changes},
      {"names", "List who is spoken of, with all spellings; pairs that may be one", make_names},
      {"merge", "Say that two names are one", make_merge},
      {"split", "Say that two names are two", make_split},
      {"undo", "Take a decision back", make_undo},
      {"log", "Show what was decided: by whom, when, and whether it still counts", make_log},
      {"export", "Decisions for a colleague or a spreadsheet", make_export},
      {"import", "Decisions, reports or annotations from a colleague", make_import},
      {"rules", "The rules: list, check, test, explain", make_rules},
      {"verify", "Recompute every hash and span of the store", make_verify},
      {"compare", "Two names: one, spelled differently, or two? Lines in, lines out", make_compare},
      {"read", "Read articles alone: text, zones, title, outlet, date as JSON lines", make_read},
      {"extract", "The claims of articles: files in, JSON lines out, no store", make_extract},
      {"parse", "Figures and times of texts: JSON lines in, JSON lines out", make_parse},
  };
  return kCommands;
}

int run(const std::vector<std::string>& arguments, Session& session) {
  CLI::App app{std::string(kAbout), "hearsay"};
  app.footer(std::string(kFooter));
  app.set_version_flag("--version", "hearsay " HEARSAY_VERSION);
  app.add_option("--store", session.store, "The store: one SQLite file (default: $HEARSAY_STORE, else ./hearsay.db)")
      ->envname("HEARSAY_STORE")
      ->type_name("FILE");
  app.add_option("--rules", session.rules, "A folder whose rules and lexicons outrank those in the program")
      ->type_name("DIR");
  app.add_option("--model", session.model, "A tagger's model instead of the one in the program; 'none': rules only")
      ->type_name("FILE");
  app.add_option("--wait", session.wait, "Seconds to wait for a store that another process writes to (default: 60)")
      ->check(CLI::Range(0.0, 86400.0))
      ->type_name("SECONDS");
  app.require_subcommand(1);
  app.get_formatter()->column_width(24);

  std::vector<std::unique_ptr<Command>> made;
  std::vector<CLI::App*> subs;
  for (const CommandEntry& entry : commands()) {
    CLI::App* sub = app.add_subcommand(std::string(entry.name), std::string(entry.summary));
    made.push_back(entry.make());
    made.back()->declare(*sub);
    subs.push_back(sub);
  }
  const std::string word = command_word(arguments);
  const bool known =
      std::any_of(commands().begin(), commands().end(), [&](const auto& entry) { return entry.name == word; });
  if (!word.empty() && !known) return session.trouble(unknown_command(word));
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error, session.out, session.err);
    const std::string where = word.empty() ? "hearsay" : "hearsay " + word;
    return session.trouble({ErrorCode::malformed, where, error.what(), "see " + where + " --help", ""});
  }
  if (session.store.empty()) session.store = "hearsay.db";
  for (std::size_t i = 0; i < subs.size(); ++i) {
    if (subs[i]->parsed()) return made[i]->run(session);
  }
  return kTrouble;
}

}  // namespace hearsay
