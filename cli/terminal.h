#pragma once
// What a person's screen can show. Colour and width only where a terminal is; nothing of an article's text can steer
// it.

#include <cstddef>
#include <string>
#include <string_view>

#include "core/text/columns.h"

namespace hearsay {

struct Terminal {
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool keys = false;       // a person answers key by key: stdin and stdout are terminals, and TERM is not "dumb"
  bool colour = false;     // stdout is a terminal, NO_COLOR is not set and TERM is not "dumb"
  std::size_t width = 80;  // columns of stdout; 80 where not known

  static Terminal detect();
};

enum class Ink { plain, bold, dim, red, yellow, green, blue };

// `text` in that ink where the terminal has colour, else as it is.
std::string inked(const Terminal& terminal, Ink ink, std::string_view text);

}  // namespace hearsay
