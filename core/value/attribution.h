#pragma once
// One attribution as the text shows it, before anyone asks who "he" is: content, and the source and cue mentions tied
// to it. Made by the patterns (core/extract/patterns) or by the tagger (core/extract/tagger); turned into claims by
// core/extract/claims. Edges: content includes quotation marks and the comma or stop inside them, and "that"; the comma
// or stop that closes a clause outside the quotation stays out; a colon belongs to the cue (the conventions of PolNeAR,
// Newell et al. 2018).

#include <optional>
#include <string>
#include <vector>

#include "core/value/span.h"

namespace hearsay {

struct Attribution {
  std::vector<Span> content;   // in order, not empty
  std::optional<Span> source;  // "a source in the northern province", "he"; none for "it is believed"
  std::optional<Span> cue;     // "said", "according to", "told reporters"
  double confidence = 1.0;     // [0, 1]
  std::string why;             // for a person: "clause after the cue 'told'"
  bool verbatim = false;       // the speaker's own words although no quotation marks stand around them: a transcript
  bool inner = false;          // lies inside the content of another attribution ("X said the army says ...")

  friend bool operator==(const Attribution&, const Attribution&) = default;
};

}  // namespace hearsay
