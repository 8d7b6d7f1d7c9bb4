#include "cli/name_queue.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <set>

#include "cli/prompt.h"
#include "cli/review_text.h"
#include "desk/check.h"
#include "desk/names.h"

namespace hearsay {
namespace {

constexpr std::string_view kKeys = "m merge  d different  x unsure  s skip  u undo  ? help  q quit: ";
constexpr std::string_view kHelp =
    "m  merge: the two are one, and so are all names that were joined to either\n"
    "d  different: they are two; no later merge may join them\n"
    "x  unsure: do not ask again\n"
    "s  skip: ask again next time\n"
    "u  take the last decision of this sitting back\n"
    "(line by line: the letter, then a note)\n";
constexpr std::size_t kMostSpellings = 6;

std::string group_text(const StoredEntity& entity, std::size_t number, std::size_t width) {
  std::string out = fmt::format("{}  {}", number, entity.name);
  if (!entity.role.empty()) out += ", " + entity.role;
  for (const Ground& joined : entity.joined) out += "; also " + joined.words;
  std::string places;
  for (std::size_t i = 0; i < entity.spellings.size() && i < kMostSpellings; ++i) {
    const Spelling& spelling = entity.spellings[i];
    places +=
        fmt::format("{}“{}” in {} ({})", places.empty() ? "" : "; ", spelling.text, spelling.article, spelling.count);
  }
  if (entity.spellings.size() > kMostSpellings) {
    places += fmt::format("; and {} more", entity.spellings.size() - kMostSpellings);
  }
  return wrapped(printable(out), width, 3) + "\n   " + wrapped(printable(places), width - 3, 3) + "\n";
}

class NameQueue {
 public:
  NameQueue(Session& session, Store& store, const NameComparer& names, const NameQueueOptions& options)
      : session_(session), store_(store), names_(names), options_(options), prompt_(session, options.lines) {}

  int run() {
    while (!quit_) {
      if (Result<Done> found = find(); !found) return session_.trouble(found.error());
      if (!pair_) {
        session_.out << "No pair of names is left to decide on.\n";
        break;
      }
      show();
      const std::optional<Prompt::Answer> answer = prompt_.ask(kKeys);
      if (!answer) break;
      if (Result<Done> done = take(*answer); !done) {
        if (done.error().code != ErrorCode::conflict) return session_.trouble(done.error());
        said_ = done.error().text();
        skipped_.insert(key());
        if (!prompt_.keys()) session_.err << said_ << "\n";
      }
    }
    return kNothingToReport;
  }

 private:
  using Key = std::pair<std::string, std::string>;
  [[nodiscard]] Key key() const { return {pair_->a.id, pair_->b.id}; }

  Result<Done> find() {
    Result<std::vector<NamePair>> pairs = name_pairs(store_, names_, options_.kind);
    if (!pairs) return pairs.error();
    pair_.reset();
    left_ = 0;
    for (NamePair& pair : *pairs) {
      if (skipped_.contains({pair.a.id, pair.b.id})) continue;
      if (!pair_) pair_ = std::move(pair);
      ++left_;
    }
    return Done{};
  }

  void show() {
    const std::size_t width = std::min(session_.terminal.width, kMostColumns);
    prompt_.next_screen();
    if (prompt_.keys() && !said_.empty()) session_.out << wrapped(printable(said_), width) << "\n\n";
    said_.clear();
    if (help_) session_.out << kHelp << "\n";
    help_ = false;
    session_.out << fmt::format("One name or two? {} to decide, {:.0f} of 100 sure that it is one.\n\n", left_,
                                100 * pair_->score);
    session_.out << group_text(pair_->a, 1, width) << group_text(pair_->b, 2, width) << "\n";
    session_.out << wrapped(printable(fmt::format("{} and {}: {}.", pair_->name_a, pair_->name_b, pair_->reason)),
                            width)
                 << "\n\n";
  }

  Result<Done> take(const Prompt::Answer& answer) {
    switch (answer.key) {
      case 'm':
        return decide("same", answer.rest);
      case 'd':
        return decide("different", answer.rest);
      case 'x':
        return decide("unsure", answer.rest);
      case 's':
        skipped_.insert(key());
        return Done{};
      case 'u':
        return undo();
      case 'q':
        quit_ = true;
        return Done{};
      default:
        help_ = true;
        return Done{};
    }
  }

  Result<Done> decide(const std::string& verdict, const std::string& note) {
    Result<Decision> made = store_.decide(
        {"", "names", pair_->a.id + " + " + pair_->b.id, verdict, note, options_.by, session_.now(), "", ""});
    if (!made) return made.error();
    made_.push_back(made->id);
    acknowledge(fmt::format("{}: {} / {} (decision {})", verdict, pair_->a.name, pair_->b.name, made->id));
    return Done{};
  }

  Result<Done> undo() {
    if (made_.empty()) {
      said_ = "Nothing was decided in this sitting; 'hearsay undo' takes older decisions back.";
      return Done{};
    }
    Result<Decision> made = store_.undo(made_.back(), {"", "", "", "", "", options_.by, session_.now(), "", ""});
    if (!made) return made.error();
    acknowledge(fmt::format("undone: decision {} (decision {})", made_.back(), made->id));
    made_.pop_back();
    return Done{};
  }

  void acknowledge(std::string text) {
    said_ = std::move(text);
    if (!prompt_.keys()) session_.out << printable(said_) << std::endl;
  }

  Session& session_;
  Store& store_;
  const NameComparer& names_;
  const NameQueueOptions& options_;
  Prompt prompt_;
  std::optional<NamePair> pair_;  // on the screen
  std::size_t left_ = 0;
  std::set<Key> skipped_;
  std::vector<std::string> made_;  // decisions of this sitting
  std::string said_;
  bool help_ = false;
  bool quit_ = false;
};

}  // namespace

int check_decided(Session& session, Store& store) {
  Result<const Lexicon*> lexicon = session.lexicon();
  if (!lexicon) return session.trouble(lexicon.error());
  Result<Ruleset> rules = session.ruleset();
  if (!rules) return session.trouble(rules.error());
  Result<CheckReport> checked = check_unchecked(store, *rules, **lexicon, session.now());
  if (!checked) return session.trouble(checked.error());
  int code = kNothingToReport;
  for (const Error& fault : faults_of(*checked)) code = session.trouble(fault);
  return code;
}

int review_names(Session& session, Store& store, const NameQueueOptions& options) {
  Result<const Lexicon*> lexicon = session.lexicon();
  if (!lexicon) return session.trouble(lexicon.error());
  const NameComparer names(**lexicon);
  const int code = NameQueue(session, store, names, options).run();
  const int checked = check_decided(session, store);
  return std::max(code, checked);
}

}  // namespace hearsay
