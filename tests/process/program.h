#pragma once
// The program as a process of its own, to be fed, read and killed.

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

namespace hearsay {

class Program {
 public:
  // Everything it prints on either stream goes into the file `output`.
  Program(const std::vector<std::string>& arguments, std::string output) : output_(std::move(output)) {
    int in[2];
    if (pipe2(in, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    child_ = fork();
    if (child_ < 0) throw std::runtime_error("fork");
    if (child_ == 0) {
      dup2(in[0], STDIN_FILENO);
      const int out = open(output_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
      dup2(out, STDOUT_FILENO);
      dup2(out, STDERR_FILENO);
      std::vector<char*> argv{const_cast<char*>(HEARSAY_PROGRAM)};
      for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
      argv.push_back(nullptr);
      execv(HEARSAY_PROGRAM, argv.data());
      _exit(127);
    }
    close(in[0]);
    in_ = in[1];
  }
  ~Program() {
    if (child_ > 0) end();
    if (in_ >= 0) close(in_);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // False when it no longer reads.
  bool feed(const std::string& text) const {
    return in_ >= 0 && write(in_, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  }
  void close_input() {
    close(in_);
    in_ = -1;
  }

  // Exit code, or 128 + the signal that ended it.
  int wait() {
    int status = 0;
    waitpid(child_, &status, 0);
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  // True if it was still running.
  bool end() {
    kill(child_, SIGKILL);
    return wait() == 128 + SIGKILL;
  }
  [[nodiscard]] bool runs() {
    int status = 0;
    if (waitpid(child_, &status, WNOHANG) == 0) return true;
    child_ = -1;
    return false;
  }

 private:
  std::string output_;
  pid_t child_ = -1;
  int in_ = -1;
};

}  // namespace hearsay
