#pragma once
// Names at the desk: which entity a person means, which two might be one, and joining and parting them.

#include <string>
#include <string_view>
#include <vector>

#include "core/compare/names.h"
#include "core/store/store.h"
#include "core/value/result.h"

namespace hearsay {

// An entity by the beginning of its id, or by a name: its own or any spelling of it, without regard to case and
// accents. An entity that was joined to another is found, too. not_found; conflict: more than one, the message lists
// them.
Result<Ground> find_name(Store& store, std::string_view asked);  // place: its id; words: its name

// Two groups of names that may be one person or body.
struct NamePair {
  StoredEntity a;  // before b by name
  StoredEntity b;
  std::string name_a;  // the two names that are most alike
  std::string name_b;
  double score = 0;    // [0,1], of NameComparison
  std::string reason;  // for a person
};

// Pairs that the comparison calls same or variant, the surest first. Left out: pairs decided already ("unsure"
// included), and those that decisions imply: joined by way of others, or kept apart because one of the one was decided
// to be different from one of the other. Persons unless another kind is asked for.
Result<std::vector<NamePair>> name_pairs(Store& store, const NameComparer& names, EntityKind kind = EntityKind::person);

// Decides about two names as find_name() takes them: "same", "different" or "unsure". What rules see changes with it:
// check_unchecked() afterwards. Errors of find_name() and Store::decide().
Result<Decision> decide_names(Store& store, std::string_view one, std::string_view other, const std::string& verdict,
                              const std::string& note, const std::string& by, const std::string& at);

}  // namespace hearsay
