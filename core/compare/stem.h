#pragma once
// Words that differ by their English ending only, made one: "executions", "executed", "executing" -> "execut".

#include <string>
#include <string_view>

namespace hearsay {

// `folded_word`: one word, folded (core/text/normalise.h); accents may stay. For comparing only: a stem is no word, and
// two words of one stem may differ in meaning ("organ", "organise" do not meet; "universe", "university" do).
std::string stem(std::string_view folded_word);

}  // namespace hearsay
