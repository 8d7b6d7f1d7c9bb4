#pragma once
// What the outlet says in its own voice: clauses that nobody is cited for and that can be checked.

#include <memory>
#include <vector>

#include "core/extract/reading.h"
#include "core/lexicon/lexicon.h"

namespace hearsay {

class AssertionFinder {
 public:
  explicit AssertionFinder(const Lexicon& lexicon);  // reads `invitations` once; keeps no reference to `lexicon`
  ~AssertionFinder();

  // In order, not overlapping, outside every cited content, its source and cue; without the closing stop: one sentence
  // is never told both by someone and by the outlet. A sentence is split where both clauses carry a figure or a date of
  // their own. What an attribution leaves over needs a verb. No questions, invitations to the reader, wishes, lines
  // without a verb, subheads or furniture.
  [[nodiscard]] std::vector<Span> find(const Reading& reading) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace hearsay
