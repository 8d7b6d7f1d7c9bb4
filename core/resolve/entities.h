#pragma once
// Mentions to entities inside one article: whom a surname, a title, "the source" or "she" stands for. A pure function
// of the references; across articles the store joins entities, and people's decisions outrank both.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/name_words.h"
#include "core/resolve/reference.h"
#include "core/value/entity.h"

namespace hearsay {

struct Resolution {
  std::vector<Entity> entities;
  std::vector<Mention> mentions;  // mentions[i] is references[i]
  // By mention: the entity that came second where several people fitted a pronoun or a single name.
  std::vector<std::optional<std::size_t>> runners_up;
};

// Rules in order: full names make persons (accents, order of names and left-out parts forgiven); a single name is the
// person of that name whom the same or the previous sentence names in full, else whom the word meant last, else the
// latest; bodies by name, letters, head noun or sort ("the company": core/resolve/descriptions); "the source" the
// latest source, "another resident" never an earlier one; "the defectors" those who were introduced so; pronouns by
// number, gender, nearness and who spoke or led the sentence. "Who" and "which" are mentioned where their antecedent
// is. A country and its government are one entity. What nothing fits stands for itself; an unresolved pronoun is
// "unspecified". Linear in the references times the persons of one surname.
Resolution resolve(std::string_view text, const std::vector<Reference>& references, const NameWords& name_words);

// "the Russian military" -> "Russian military"
std::string_view without_article(std::string_view phrase);

// "defectors" -> "defector", "women" -> "woman"
std::string singular(std::string_view noun);

}  // namespace hearsay
