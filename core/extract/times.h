#pragma once
// Time expressions of a text with their EDTF values, placed relative to the day of publication.

#include <memory>
#include <string>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/value/edtf.h"
#include "core/value/sentence.h"

namespace hearsay {

class TimeFinder {
 public:
  explicit TimeFinder(const Lexicon& lexicon);  // reads its tables once; keeps no reference to `lexicon`
  ~TimeFinder();

  // `published`: EDTF of the publication date, empty if unknown; may lack the year ("XXXX-08-18"). In order of the
  // text, not overlapping. A bare weekday is the latest on or before publication, a bare month the nearest past one
  // unless the clause looks ahead. What cannot be placed keeps its known parts ("XXXX-07-24") and says needs_anchor.
  // Linear.
  [[nodiscard]] std::vector<Time> find(const Words& words, const std::string& published) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace hearsay
