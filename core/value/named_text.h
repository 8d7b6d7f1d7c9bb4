#pragma once
// A file as text with its name: a lexicon table, a rule, a template. Compiled into the program or read from a folder a
// person named.

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct NamedText {
  std::string name;       // file name without folder: "cues.tsv"
  std::string_view text;  // views the program's own bytes, or what the caller keeps alive
};

}  // namespace hearsay
