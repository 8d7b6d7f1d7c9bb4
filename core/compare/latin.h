#pragma once
// Any alphabet to plain Latin letters, for comparing names only.

#include <string>
#include <string_view>

namespace hearsay {

// "Влади́мир" -> "vladimir", "김정은" -> "gimjeong-eun". `text` is valid UTF-8; what has no Latin form is left out.
// Slow (microseconds a word): ask only for words that have other than Latin letters.
std::string latin_letters(std::string_view text);

}  // namespace hearsay
