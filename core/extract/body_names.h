#pragma once
// Bodies whose names have no head noun ("Tolmer Gears"): known by what the text says of them.

#include <vector>

#include "core/extract/names.h"

namespace hearsay {

// Turns names of two words and more that were taken for persons into organisations where the text uses one of their
// places as that of a body ("Marlow Pike are", "Tolmer Gears, which", "director of Tolmer Gears", "Tolmer Gears'
// shares") and none as that of a person (a title, an age or a role beside it, "who", a known given name). Linear.
void settle_bodies(const Words& words, const NameWords& name_words, std::vector<WrittenName>& names);

}  // namespace hearsay
