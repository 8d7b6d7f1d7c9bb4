// The terminal is put out of line mode for one key only, so that whatever ends the program leaves it as it was found.

#include "cli/prompt.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <istream>
#include <ostream>

namespace hearsay {
namespace {

constexpr char kControlC = '\x03';
constexpr char kControlD = '\x04';
constexpr char kEscape = '\x1b';
constexpr int kSequenceMs = 20;  // the rest of an arrow key's bytes comes at once

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

class KeyMode {
 public:
  KeyMode() : changed_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!changed_) return;
    termios keys = before_;
    keys.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
    keys.c_cc[VMIN] = 1;
    keys.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &keys);
  }
  ~KeyMode() {
    if (changed_) tcsetattr(STDIN_FILENO, TCSADRAIN, &before_);
  }
  KeyMode(const KeyMode&) = delete;
  KeyMode& operator=(const KeyMode&) = delete;

 private:
  termios before_{};
  bool changed_;
};

std::optional<char> read_key() {
  const KeyMode mode;
  char key = '\0';
  if (read(STDIN_FILENO, &key, 1) != 1) return std::nullopt;
  if (key != kEscape && static_cast<unsigned char>(key) < 0x80) return key;
  pollfd more{STDIN_FILENO, POLLIN, 0};
  for (char rest = '\0'; poll(&more, 1, kSequenceMs) > 0 && read(STDIN_FILENO, &rest, 1) == 1;) continue;
  return kEscape;
}

}  // namespace

std::optional<Prompt::Answer> Prompt::ask(std::string_view question) {
  session_.out << question << std::flush;
  if (keys_) {
    const std::optional<char> key = read_key();
    session_.out << '\n';
    if (!key) return std::nullopt;
    if (*key == kControlC || *key == kControlD) return Answer{'q', ""};
    return Answer{*key == '\r' ? '\n' : lower(*key), ""};
  }
  std::string line;
  if (!std::getline(session_.in, line)) return std::nullopt;
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == std::string::npos) return Answer{'\n', ""};
  const std::size_t end = std::min(line.find_first_of(" \t\r", begin), line.size());
  const std::size_t rest = line.find_first_not_of(" \t\r", end);
  return Answer{lower(line[begin]),
                rest == std::string::npos ? "" : line.substr(rest, line.find_last_not_of(" \t\r") + 1 - rest)};
}

std::optional<std::string> Prompt::line(std::string_view question) {
  session_.out << question << std::flush;
  std::string line;
  if (!std::getline(session_.in, line)) return std::nullopt;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

std::size_t Prompt::height() const {
  winsize size{};
  return keys_ && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

void Prompt::next_screen() { session_.out << (keys_ ? "\x1b[H\x1b[2J\x1b[3J" : "\n"); }

}  // namespace hearsay
