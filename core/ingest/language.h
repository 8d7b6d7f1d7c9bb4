#pragma once
// The language of a text by its commonest small words.

#include <string>
#include <string_view>

#include "core/lexicon/lexicon.h"

namespace hearsay {

// BCP 47 tag of a language of table "function-words", or empty where none is clear: too few words, or two alike. Reads
// the first 16 KB.
std::string language_of(std::string_view text, const Lexicon& lexicon);

}  // namespace hearsay
