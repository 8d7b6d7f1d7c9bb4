#pragma once
// What a person's screen can show. Colour and width only where a terminal is; nothing of an article's text can steer
// it.

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

struct Terminal {
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool colour = false;     // stdout is a terminal, NO_COLOR is not set and TERM is not "dumb"
  std::size_t width = 80;  // columns of stdout; 80 where not known

  static Terminal detect();
};

// Control characters (C0, DEL, C1, bidirectional overrides) made visible as U+FFFD; a newline or tab becomes a space.
std::string printable(std::string_view text);

// Columns that `text` takes: wide East Asian characters two, combining marks none.
std::size_t columns_of(std::string_view text);

// `text` cut to `columns` with "…" where something was cut. Never inside a code point.
std::string cut_to(std::string_view text, std::size_t columns);

// `text` wrapped at spaces to `columns`, each further line indented by `indent` spaces. No newline at the end.
std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent = 0);

enum class Ink { plain, bold, dim, red, yellow, green, blue };

// `text` in that ink where the terminal has colour, else as it is.
std::string inked(const Terminal& terminal, Ink ink, std::string_view text);

}  // namespace hearsay
