#pragma once
// Runs a command of the program inside the test's process and keeps what it printed.

#include <sstream>
#include <string>
#include <vector>

#include "cli/command.h"

namespace hearsay {

struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

inline Ran run_command(const std::vector<std::string>& arguments, const std::string& standard_input = "") {
  std::istringstream in(standard_input);
  std::ostringstream out;
  std::ostringstream err;
  Session session(in, out, err, Terminal{});
  Ran ran;
  ran.code = run(arguments, session);
  ran.out = out.str();
  ran.err = err.str();
  return ran;
}

}  // namespace hearsay
