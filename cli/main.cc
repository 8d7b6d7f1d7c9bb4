// The process around the program: streams, terminal, exit code. A reader that closes the pipe early is no error.

#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "cli/command.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  hearsay::Session session(std::cin, std::cout, std::cerr, hearsay::Terminal::detect());
  try {
    const int code = hearsay::run(std::vector<std::string>(argv + 1, argv + argc), session);
    std::cout.flush();
    return code;
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "hearsay: a fault of the program itself: %s; please report it with the command you gave\n",
                 fault.what());
    return hearsay::kTrouble;
  }
}
