#pragma once
// Through whom a statement came: outlets that the words around it name between its speaker and this outlet. People in
// between follow from nested claims.

#include <optional>
#include <string>
#include <vector>

#include "core/extract/names.h"
#include "core/value/attribution.h"

namespace hearsay {

// The outlets named in the sentence of the attribution outside its content, nearest the speaker first: whom the speaker
// told ("told South Korean outlet X", "said to the Herald", "in an interview with X"), who reported it ("as reported by
// X"), whose source it is ("X's source"). Not: the speaker itself, a reporter's employer ("CNN's Ann Lee"), the outlet
// of this article (`own_outlet`, may be empty).
std::vector<std::string> outlets_between(const Words& words, const std::vector<WrittenName>& names,
                                         const Attribution& attribution, const std::string& own_outlet);

}  // namespace hearsay
