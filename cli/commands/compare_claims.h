#pragma once
// hearsay compare claims: two statements a line, JSON lines in, one JSON line out for each.

#include <string>

#include "cli/command.h"

namespace hearsay {

class CompareClaims {
 public:
  void declare(CLI::App& app);
  int run(Session& session);

 private:
  std::string path_ = "-";
};

}  // namespace hearsay
