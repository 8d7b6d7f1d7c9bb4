#pragma once
// The table of commands and what each gets to work with. A command is one file in cli/commands/: it declares its
// options and its help on a CLI11 sub-command, runs, and returns the exit code: 0 nothing to report, 1 open flags
// found, 2 trouble.

#include <CLI/CLI.hpp>
#include <deque>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"
#include "core/lexicon/lexicon.h"
#include "core/store/store.h"
#include "core/value/result.h"
#include "rules/engine/ruleset.h"

namespace hearsay {

inline constexpr int kNothingToReport = 0;
inline constexpr int kOpenFlags = 1;
inline constexpr int kTrouble = 2;

// What every command shares: streams, terminal, and the options that stand before the command's name.
class Session {
 public:
  Session(std::istream& input, std::ostream& output, std::ostream& errors, Terminal screen)
      : in(input), out(output), err(errors), terminal(screen) {}

  std::istream& in;
  std::ostream& out;  // data
  std::ostream& err;  // talk
  Terminal terminal;
  std::string store;  // --store, else $HEARSAY_STORE, else "hearsay.db"
  double wait = 60;   // --wait: seconds for another process's transaction to end
  std::string rules;  // --rules DIR; empty: what is compiled in
  std::string model;  // --model FILE; empty: what is compiled in; "none": rules only

  // The lexicon: shipped tables, those of DIR/lexicon or DIR laid over them. The error names the file and line at
  // fault.
  Result<const Lexicon*> lexicon();
  // The shipped rules with those of --rules DIR (DIR/conflict or DIR) over them.
  Result<Ruleset> ruleset();
  // The store of --store. not_found says how to make one.
  Result<std::unique_ptr<Store>> open_store(OpenMode mode) const;
  // The time now as RFC 3339 in UTC; $SOURCE_DATE_EPOCH, where set, so that documents can be made again to the byte.
  [[nodiscard]] std::string now() const;
  // Prints the error on `err`, what steers a terminal made visible, and returns kTrouble.
  int trouble(const Error& error);

 private:
  std::unique_ptr<Lexicon> own_lexicon_;
  std::deque<std::string> own_texts_;
};

class Command {
 public:
  Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  virtual ~Command() = default;

  virtual void declare(CLI::App& app) = 0;  // options, bound to members that live as long as the command; help text
  virtual int run(Session& session) = 0;    // after the options were read
};

struct CommandEntry {
  std::string_view name;
  std::string_view summary;  // one line of the overview
  std::unique_ptr<Command> (*make)();
};

// In the order in which a person needs them.
const std::vector<CommandEntry>& commands();

// The whole program but for the process around it. Options that do not fit are reported with what would; an unknown
// command with the nearest known one.
int run(const std::vector<std::string>& arguments, Session& session);

}  // namespace hearsay
