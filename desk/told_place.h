#pragma once
// The places one flag rests on, in words: what stands there, in whose sentence, and who says it through whom. A report
// of many flags shares its articles (core/report); this fetches what a single flag needs.

#include <string>
#include <vector>

#include "core/store/store.h"
#include "core/value/flag.h"
#include "core/value/result.h"

namespace hearsay {

// before + words + after is one unbroken stretch of the article's text, within its zone.
struct ToldPlace {
  std::string article;
  std::string outlet;  // empty: the text does not name it
  std::string published;
  std::string before;
  std::string words;
  std::string after;
  std::string claim;    // empty where no claim holds the place
  std::string speaker;  // resolved name; "the outlet itself" for its own statements
  std::string mention;  // the speaker's words in the text, where they differ
  std::string decided;  // "as decided by Ada; read: Ben Okafor" where a person named the speaker
  std::string role;
  std::string type;  // direct, mixed, indirect, assertion
  std::string modality;
  std::string said;                // EDTF, empty if not known
  std::vector<std::string> chain;  // speaker, via..., outlet: who passed it to whom
};

// In the order of the flag's evidence. Errors of the store. Reads only.
Result<std::vector<ToldPlace>> told_places(Store& store, const Flag& flag);

}  // namespace hearsay
