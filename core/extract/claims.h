#pragma once
// Attributions and assertions become claims: type, zone, act, modality, speaker, chain, said-date, figures and times.

#include <vector>

#include "core/extract/certainty.h"
#include "core/extract/cues.h"
#include "core/extract/reading.h"
#include "core/value/claim.h"

namespace hearsay {

class ClaimMaker {
 public:
  // Both must outlive the maker.
  ClaimMaker(const Certainty& certainty, const Cues& cues) : certainty_(certainty), cues_(cues) {}

  // One claim an attribution and one an assertion, by first content byte, each with its id. An attribution without a
  // source is by "unspecified". A chain that is stated once for an anonymous voice holds for it throughout, for a named
  // one from there on; a nested claim comes through the chain of the claim that reports it. `assertions`: see
  // core/extract/assertions.h.
  [[nodiscard]] std::vector<Claim> make(const Reading& reading, const std::vector<Span>& assertions) const;

 private:
  const Certainty& certainty_;
  const Cues& cues_;
};

}  // namespace hearsay
