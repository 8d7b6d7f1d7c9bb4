#pragma once
// How sure a claim is, from its cue and its words: asserted, possible, conditional, intended, denied or a reported
// belief.

#include <memory>
#include <optional>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/value/claim.h"
#include "core/value/sentence.h"

namespace hearsay {

class Certainty {
 public:
  explicit Certainty(const Lexicon& lexicon);  // reads certainty and falsity once; keeps no reference to `lexicon`
  ~Certainty();

  // The cue outranks the content: "denied that it may" is denied, "believes it could" a belief. "Did not deny" and
  // "declined to comment" are no denials. Hedges are read in the first clause of the content only, since a "may" deep
  // in a long quotation hedges something else. "Could" for a past ability is no hedge. Without a cue (the outlet's own
  // voice) only the content tells.
  [[nodiscard]] Modality of(const Words& words, const std::vector<Span>& content, std::optional<Span> cue) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace hearsay
