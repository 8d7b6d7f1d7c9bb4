#pragma once
// How a person answers: a key at a time on a terminal, a line at a time everywhere else (a pipe, TERM=dumb, a screen
// reader).

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "cli/command.h"

namespace hearsay {

class Prompt {
 public:
  // `lines`: a line at a time also where keys could be read.
  Prompt(Session& session, bool lines) : session_(session), keys_(session.terminal.keys && !lines) {}

  struct Answer {
    char key = '\0';   // in lower case; '\n' for an empty line; '?' for help
    std::string rest;  // what stood behind it on the line; empty where keys are read
  };

  // Shows `question` and waits. Nothing at the end of the input; control-C and control-D are 'q'.
  std::optional<Answer> ask(std::string_view question);
  // A whole line, typed with echo: a note. Nothing at the end of the input.
  std::optional<std::string> line(std::string_view question);

  // Makes room for the next screen: clears it where keys are read, else an empty line.
  void next_screen();

  [[nodiscard]] bool keys() const { return keys_; }
  // Lines of the screen as it is now; 0 where it is not cleared, or where they are not known.
  [[nodiscard]] std::size_t height() const;

 private:
  Session& session_;
  bool keys_;
};

}  // namespace hearsay
