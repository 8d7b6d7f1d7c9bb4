#pragma once
// Mentions to entities inside one article: whom a surname, a title, "the source" or "she" stands for. A pure function
// of the references; across articles the store joins entities, and people's decisions outrank both.

#include <cstddef>
#include <string>
#include <string_view>
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
  std::string role;                  // stated beside it; empty if none
  std::string head;                  // of a description, its noun in the singular: "resident"
  std::string owner;                 // of a description, whose it is: "Daily Planet" in "the Daily Planet's source"
  bool fresh = false;                // "a", "another", "one": brings in somebody new
  bool bare = false;                 // without article, as headlines have it: "source"
  bool speaks = false;               // a statement is attributed to it
  bool first = false;                // the first mention of its sentence, mostly the subject
  bool possessive = false;           // "Kim's"
  bool relative = false;             // "who", "which": stands for what stands before it
  std::vector<std::size_t> members;  // of a joint mention ("A and B"): indices of their references
};

struct Resolution {
  std::vector<Entity> entities;
  std::vector<Mention> mentions;  // mentions[i] is references[i]
};

// Rules in order: full names make persons (accents, order of names and left-out parts forgiven); a single name is the
// person of that name whom the same or the previous sentence names in full, else whom the word meant last, else the
// latest; bodies by name, letters or head noun; "the source" the latest source, "another resident" never an earlier
// one; "the defectors" those who were introduced so; pronouns by number, gender, nearness and who spoke or led the
// sentence. A country and its government are one entity. What nothing fits stands for itself; an unresolved pronoun is
// "unspecified". Linear in the references times the persons of one surname.
Resolution resolve(std::string_view text, const std::vector<Reference>& references, const NameWords& name_words);

// "the Russian military" -> "Russian military"
std::string_view without_article(std::string_view phrase);

// "defectors" -> "defector", "women" -> "woman"
std::string singular(std::string_view noun);

}  // namespace hearsay
