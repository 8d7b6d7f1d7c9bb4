#pragma once
// Values of fields as one line that is safe to print.

#include <string>
#include <string_view>

namespace hearsay {

// White space folded, ends trimmed; characters that steer a terminal or turn the direction of what follows, and those
// of no width, left out. `text`: valid UTF-8.
std::string one_line(std::string_view text);

}  // namespace hearsay
