#pragma once
// Attributions by rule: verbs, nouns and phrases of rules/lexicon/cues.tsv with the subject beside them and the clause
// or quotation they govern. What the program does where no trained model is given.
//
//   const Patterns patterns(Lexicon::shipped());
//   const std::vector<Quotation> quotations = find_quotations(words);
//   for (const Attribution& found : patterns.find(words, quotations)) ...

#include <vector>

#include "core/extract/cues.h"
#include "core/extract/quotations.h"
#include "core/extract/word_classes.h"
#include "core/lexicon/lexicon.h"
#include "core/value/attribution.h"
#include "core/value/sentence.h"

namespace hearsay {

// Stateless after construction, safe to share between threads; keeps nothing of the lexicon.
class Patterns {
 public:
  explicit Patterns(const Lexicon& lexicon);

  // In order of their first content. `quotations` are those of find_quotations(words). Linear in the text; never fails.
  [[nodiscard]] std::vector<Attribution> find(const Words& words, const std::vector<Quotation>& quotations) const;

  [[nodiscard]] const Cues& cues() const { return cues_; }

 private:
  WordClasses classes_;
  Cues cues_;
};

}  // namespace hearsay
