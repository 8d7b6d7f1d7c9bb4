#pragma once
// What resolution works on: mentions as the text offers them.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/lexicon/name_words.h"
#include "core/value/entity.h"

namespace hearsay {

// A mention as the text offers it, before anyone knows whom it stands for.
struct Reference {
  Span span;                 // bytes of the text: the name without its title, or the whole description
  std::size_t sentence = 0;  // index of the sentence it stands in
  EntityKind kind = EntityKind::person;
  MentionForm form = MentionForm::full;
  std::string known;  // what a well-known form stands for ("United Nations"); empty otherwise
  Gender gender = Gender::unknown;
  bool plural = false;
  std::string role;                      // stated beside it; empty if none
  std::string head;                      // of a description, its noun in the singular: "resident"
  bool qualified = false;                // of a description, other words tell it from its like: "the water company"
  std::string owner;                     // of a description, whose it is: "Daily Planet" in "the Daily Planet's source"
  bool fresh = false;                    // "a", "another", "one": brings in somebody new
  bool bare = false;                     // without article, as headlines have it: "source"
  bool speaks = false;                   // a statement is attributed to it
  bool first = false;                    // the first mention of its sentence, mostly the subject
  bool possessive = false;               // "Kim's"
  bool relative = false;                 // "who", "which": stands for what stands before it
  bool attested = false;                 // of a person: a title, a role or a known given name shows that it is one
  bool aged = false;                     // of a description: an age stands behind it, "the captain, 46,"
  std::optional<std::size_t> spoken_by;  // of "I" and "we": the reference of whoever is quoted saying it
  std::vector<std::size_t> members;      // of a joint mention ("A and B"): indices of their references
};

}  // namespace hearsay
