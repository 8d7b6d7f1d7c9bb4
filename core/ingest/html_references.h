#pragma once
// Character references of HTML: "&amp;", "&eacute", "&#8212;", "&#x2014;" (WHATWG HTML standard,
// sections 13.2.5.72-80).

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

struct HtmlReference {
  std::string text;        // UTF-8
  std::size_t length = 0;  // bytes it takes in the input, the '&' included
};

// The reference that begins with the '&' at `at`; nullopt where the ampersand stands for itself. In an attribute's
// value a name without its semicolon counts only where no letter, digit or '=' follows. Windows-1252 numbers (&#150;)
// become what they were meant for; numbers of no character become U+FFFD.
std::optional<HtmlReference> html_reference(std::string_view html, std::size_t at, bool in_attribute);

// `text` with every reference in it replaced, as in running text: for values that were escaped twice.
std::string html_unescaped(std::string_view text);

}  // namespace hearsay
