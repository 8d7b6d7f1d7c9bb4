#pragma once
// The forms an English verb is written in. Irregular ones come from the tables; the others follow the spelling rules.

#include <string>
#include <string_view>

namespace hearsay {

struct VerbForms {
  std::string base;
  std::string third;       // "says"
  std::string past;        // "said"
  std::string participle;  // "said"; "taken"
  std::string gerund;      // "saying"
};

// `verb`: one word, folded. `irregular`: past, participle and -ing form, parted by spaces, as far as they are not
// regular; a participle left out is like the past.
VerbForms verb_forms(const std::string& verb, std::string_view irregular);

// The form in -s, of a verb or a noun: "denies", "charges".
std::string form_in_s(const std::string& word);

}  // namespace hearsay
