#pragma once
// Forms of words that compare equal when a reader would call them the same. Normalised forms are for lookup and
// comparison only; what is stored and printed is always the text itself.

#include <string>
#include <string_view>

namespace hearsay {

// Case folded (Unicode full folding); curly and angled quotes and primes made ' or ", dashes and no-break hyphens made
// -, no-break and other spaces made a plain one. Accents stay: "Durán’s" -> "durán's".
std::string fold(std::string_view text);

// fold(), then accents dropped (NFKD without combining marks) and letters NFKD leaves whole spelled out (ł l, đ d, ø o,
// æ ae, ß ss, ı i): "Durán" -> "duran".
std::string unaccented(std::string_view text);

// fold() with runs of white space made one space and both ends trimmed.
std::string fold_spaces(std::string_view text);

}  // namespace hearsay
