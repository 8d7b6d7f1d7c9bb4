#pragma once
// The role stated beside a name: "UN special investigator Elizabeth Lopez", "Ann Lee, director of the Trust, ..."

#include "core/extract/names.h"

namespace hearsay {

// Fills role and role_span of a person's name from the words of its sentence; leaves them empty where none is stated.
void find_role(const Words& words, const NameWords& name_words, WrittenName& name);

}  // namespace hearsay
