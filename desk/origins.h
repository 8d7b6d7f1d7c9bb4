#pragma once
// How many voices really stand behind a claim: the articles that make it, and what each takes it from.

#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/store/store.h"
#include "core/value/result.h"

namespace hearsay {

inline constexpr double kSameClaim =
    0.7;  // part of the shorter statement's content words shared by claims that are one

// One article that makes the claim.
struct ClaimVoice {
  std::string article;
  std::string claim;
  std::string outlet;     // empty: not known
  std::string published;  // EDTF; empty: not known
  std::string text;       // the claim's words there
  std::string takes;   // "copy of wire (97 %)", "derived from wire (45 %)", "cites Coast Wire"; empty: nothing is known
  std::string origin;  // article id, or the outlet nobody here has read

  friend bool operator==(const ClaimVoice&, const ClaimVoice&) = default;
};

struct ClaimOrigins {
  std::string text;                // the claim asked of
  std::vector<ClaimVoice> voices;  // by origin, the origin itself first, then by date and article
  std::vector<std::string> origins;
  std::vector<std::string> loops;  // "a cites B, b cites A"; each article of a loop once

  // "9 articles, 2 origins"
  [[nodiscard]] std::string summary() const;
  friend bool operator==(const ClaimOrigins&, const ClaimOrigins&) = default;
};

// `ref` as Store::claim takes it. not_found, conflict.
Result<ClaimOrigins> claim_origins(Store& store, const Lexicon& lexicon, std::string_view ref);

}  // namespace hearsay
