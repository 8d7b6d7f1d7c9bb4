#pragma once
// One cue verb where it stands: its auxiliaries, form and subject, and what it governs behind it. Used by the patterns.

#include <cstddef>
#include <optional>

#include "core/extract/clauses.h"

namespace hearsay {

// A verb with what stands around it.
struct VerbPhrase {
  const CueWord* cue = nullptr;
  std::size_t first = 0;      // first auxiliary, adverb or time before the verb
  std::size_t cue_first = 0;  // the same without the time: what the cue begins with
  bool passive = false;
  bool gerund = false;    // "saying", without an auxiliary
  bool inverted = false;  // "said X"
  bool shared = false;    // its subject is that of an earlier verb: "came and said", ", saying"
  std::optional<TokenSpan> subject;
};

// What stands behind a cue.
struct Governed {
  std::size_t begin = 0;     // first token of the content
  std::size_t cue_last = 0;  // the cue runs to here: it takes in "in a statement" and a colon
  const char* how = "";      // for a person: "clause with 'that'"
};

// None where the word is no attributing verb here: a noun, an adjective, an infinitive.
std::optional<VerbPhrase> read_verb(const MarkedText& text, const Clauses& clauses, TokenSpan stretch,
                                    const CueWord& cue);

// None where nothing that the verb governs stands behind it.
std::optional<Governed> read_governed(const MarkedText& text, TokenSpan stretch, const VerbPhrase& verb);

}  // namespace hearsay
