#pragma once
// What the outlet says in its own voice: clauses that nobody is cited for and that can be checked.

#include <memory>
#include <vector>

#include "core/extract/certainty.h"
#include "core/extract/reading.h"
#include "core/lexicon/lexicon.h"

namespace hearsay {

class AssertionFinder {
 public:
  // Reads `invitations` once and keeps no reference to `lexicon`; `certainty` must outlive the finder.
  AssertionFinder(const Lexicon& lexicon, const Certainty& certainty);
  ~AssertionFinder();

  // In order, not overlapping, outside every cited content, its source and cue; without the closing stop. Where a plan,
  // an order or a belief is told in the outlet's own words ("has decided to close the bridge"), the sentence that tells
  // it is an assertion too. A sentence is split where both clauses carry a figure or a date of their own. No questions,
  // invitations to the reader, wishes, lines without a verb, subheads or furniture.
  [[nodiscard]] std::vector<Span> find(const Reading& reading) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
  const Certainty& certainty_;
};

}  // namespace hearsay
