#include "cli/reviewer.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <sstream>

#include "cli/prompt.h"
#include "cli/review_text.h"
#include "desk/review.h"

namespace hearsay {
namespace {

constexpr std::string_view kKeys = "c confirm  d dismiss  e explain  s skip  u undo  n note  ? help  q quit: ";
constexpr std::size_t kPromptLines = 2;  // an empty one, and that of the keys
constexpr std::string_view kEndKeys = "u undo  f filter  q quit: ";
constexpr std::string_view kHelp =
    "c  confirmed: it is a dispute, somebody must be asked\n"
    "d  dismissed: it is none\n"
    "e  explained: both stand; the note says why\n"
    "r  reopened: look again later\n"
    "n  a note for the next verdict (line by line: its letter, then the note)\n"
    "w  how far the next verdict reaches: this evidence; this flag; this rule in this\n"
    "   block; this rule between these sources\n"
    "s  skip to the next flag        b  back to the one before\n"
    "u  take your last verdict back  m  every place it rests on\n"
    "f  filter: words as rule=name-variant severity=high article=fire person=Varga\n"
    "q  quit: what you decided is kept, and the next review goes on from here\n";

std::string_view verdict_of(char key) {
  switch (key) {
    case 'c':
      return "confirmed";
    case 'd':
      return "dismissed";
    case 'e':
      return "explained";
    case 'r':
      return "reopened";
    default:
      return "";
  }
}

std::string_view reach_of(DecisionScope scope) {
  switch (scope) {
    case DecisionScope::evidence:
      return "this flag on this evidence";
    case DecisionScope::flag:
      return "this flag, whatever it rests on";
    case DecisionScope::block:
      return "this rule wherever it looks at the same block";
    case DecisionScope::sources:
      break;
  }
  return "this rule between these sources";
}

class Reviewer {
 public:
  Reviewer(Session& session, Store& store, const Lexicon& lexicon, ReviewOptions options)
      : session_(session),
        store_(store),
        lexicon_(lexicon),
        options_(std::move(options)),
        prompt_(session, options_.lines) {}

  int run();

 private:
  Result<Done> show();
  Result<Done> answer(const Prompt::Answer& answer);
  Result<Done> decide(std::string_view verdict, const std::string& note);
  Result<Done> undo();
  Result<Done> filter(const std::string& words);
  Result<Done> begin();
  // What was done: on the next screen, or at once. It is on the disk.
  void acknowledge(std::string text) {
    if (prompt_.keys())
      said_ = std::move(text);
    else
      session_.out << text << std::endl;
  }

  Session& session_;
  Store& store_;
  const Lexicon& lexicon_;
  ReviewOptions options_;
  Prompt prompt_;
  std::optional<Review> review_;
  std::string said_;  // shown above the next screen
  std::string note_;  // for the next verdict
  DecisionScope scope_ = DecisionScope::evidence;
  bool all_ = false;  // every place
  bool help_ = false;
  bool quit_ = false;
  std::size_t decided_ = 0;
};

Result<Done> Reviewer::begin() {
  Result<Review> review = Review::begin(store_, lexicon_, options_.filter, options_.by);
  if (!review) return review.error();
  review_ = std::move(review).value();
  return Done{};
}

int Reviewer::run() {
  if (Result<Done> begun = begin(); !begun) return session_.trouble(begun.error());
  if (review_->size() == 0) {
    session_.out << "Nothing is left to decide.\n";
    return kNothingToReport;
  }
  while (!quit_) {
    if (Result<Done> shown = show(); !shown) return session_.trouble(shown.error());
    const std::optional<Prompt::Answer> given = prompt_.ask(review_->at_end() ? kEndKeys : kKeys);
    if (!given) break;
    all_ = help_ = false;
    if (Result<Done> done = answer(*given); !done) {
      const ErrorCode code = done.error().code;
      const bool minor = code == ErrorCode::conflict || code == ErrorCode::not_found || code == ErrorCode::malformed;
      if (!minor) return session_.trouble(done.error());
      said_ = done.error().text();
    }
  }
  if (prompt_.keys()) session_.out << said_ << (said_.empty() ? "" : "\n");
  session_.out << fmt::format("{} {} made in this sitting.\n", decided_,
                              decided_ == 1 ? "decision was" : "decisions were");
  return kNothingToReport;
}

Result<Done> Reviewer::show() {
  prompt_.next_screen();
  std::size_t taken = kPromptLines;
  if (!said_.empty()) {
    const std::string said = wrapped(printable(said_), session_.terminal.width);
    taken += 2 + static_cast<std::size_t>(std::count(said.begin(), said.end(), '\n'));
    session_.out << said << "\n\n";
  }
  said_.clear();
  if (help_) {
    session_.out << kHelp << "\n";
    return Done{};
  }
  if (review_->at_end()) {
    session_.out << "That was the last one.\n";
    return Done{};
  }
  Result<ReviewSheet> sheet = review_->sheet();
  if (!sheet) return sheet.error();
  taken += (note_.empty() ? 0U : 1U) + (scope_ == DecisionScope::evidence ? 0U : 1U);
  const std::size_t height = prompt_.height();
  session_.out << review_text(session_.terminal, *sheet, all_, height > taken ? height - taken : 0);
  if (!note_.empty()) session_.out << "Note for the next verdict: " << printable(note_) << "\n";
  if (scope_ != DecisionScope::evidence) session_.out << "The next verdict is about " << reach_of(scope_) << ".\n";
  session_.out << "\n";
  return Done{};
}

Result<Done> Reviewer::answer(const Prompt::Answer& answer) {
  const bool end = review_->at_end();
  if (const std::string_view verdict = verdict_of(answer.key); !verdict.empty() && !end) {
    return decide(verdict, answer.rest);
  }
  switch (answer.key) {
    case 's':
      return end ? Result<Done>(Done{}) : review_->skip();
    case 'b':
      review_->back();
      return Done{};
    case 'u':
      return undo();
    case 'n':
      note_ = prompt_.keys() ? prompt_.line("Note: ").value_or("") : answer.rest;
      return Done{};
    case 'w':
      scope_ = static_cast<DecisionScope>((static_cast<int>(scope_) + 1) % 4);
      return Done{};
    case 'm':
      all_ = true;
      return Done{};
    case 'f':
      return filter(prompt_.keys() ? prompt_.line("Filter (empty: none): ").value_or("") : answer.rest);
    case 'q':
      quit_ = true;
      return Done{};
    default:
      help_ = true;
      return Done{};
  }
}

Result<Done> Reviewer::decide(std::string_view verdict, const std::string& note) {
  const std::string& why = note.empty() ? note_ : note;
  Result<Decision> made = review_->decide(std::string(verdict), why, scope_, session_.now());
  if (!made) return made.error();
  ++decided_;
  note_.clear();
  scope_ = DecisionScope::evidence;
  acknowledge(fmt::format("{}: flag {} (decision {})", made->verdict, made->subject, made->id));
  return Done{};
}

Result<Done> Reviewer::undo() {
  Result<Decision> made = review_->undo(session_.now());
  if (!made) return made.error();
  acknowledge(fmt::format("undone: decision {} about flag {} (decision {})", made->replaces, made->subject, made->id));
  return Done{};
}

Result<Done> Reviewer::filter(const std::string& words) {
  FlagFilter asked;
  asked.undecided = options_.filter.undecided;
  std::istringstream in(words);
  for (std::string word; in >> word;) {
    const std::size_t sign = word.find('=');
    const std::string name = word.substr(0, sign);
    const std::string value = sign == std::string::npos ? "" : word.substr(sign + 1);
    if (name == "rule")
      asked.rule = value;
    else if (name == "article")
      asked.article = value;
    else if (name == "person")
      asked.person = value;
    else if (name == "severity" && severity_named(value))
      asked.severity = severity_named(value);
    else
      return Error{ErrorCode::malformed, "filter", "'" + word + "' is no filter",
                   "rule=, severity=, article= or person=", ""};
  }
  const FlagFilter before = options_.filter;
  options_.filter = asked;
  if (Result<Done> begun = begin(); !begun) {
    options_.filter = before;
    return begun;
  }
  if (review_->size() == 0) said_ = "Nothing is left to decide here; f with nothing behind it takes the filter off.";
  return Done{};
}

}  // namespace

int review_flags(Session& session, Store& store, ReviewOptions options) {
  Result<const Lexicon*> lexicon = session.lexicon();
  if (!lexicon) return session.trouble(lexicon.error());
  return Reviewer(session, store, **lexicon, std::move(options)).run();
}

}  // namespace hearsay
