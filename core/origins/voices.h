#pragma once
// What each of several articles that say a thing takes it from: the text it shares its words with, else the outlet it
// cites, else the agency of its dateline. Steps for core/origins/origins.h.

#include <string>
#include <vector>

#include "core/origins/origins.h"

namespace hearsay {

// What one article says of where it has a claim from.
struct Voice {
  std::string article;             // id
  std::string outlet;              // empty: not known
  std::string earlier;             // the article it takes most of its words from; empty: none
  std::vector<std::string> cites;  // outlets between it and the speaker, nearest the speaker first, or one that speaks
  std::string body;                // an organization that speaks, perhaps an outlet; empty: none
  std::string agency;              // of the dateline; empty: none
};

struct Taken {
  std::string from;   // article id, or the outlet that none of the voices is of; empty: it is its own
  std::string cited;  // the outlet as cited; empty where nothing was cited or words in common say more
};

// In the order of the voices. Voices stand in the order in which they came out: an outlet with several articles among
// them is its first. A body that speaks counts as cited only if it is the outlet of one of them. An outlet does not
// cite itself. One outlet spelled in two ways ("Coast Wire", "the Coast Wire") is one.
std::vector<Taken> taken_from(const std::vector<Voice>& voices);

// For origins_of(): of each voice that takes its claim from somewhere.
std::vector<Step> steps_of(const std::vector<Voice>& voices, const std::vector<Taken>& taken);

}  // namespace hearsay
