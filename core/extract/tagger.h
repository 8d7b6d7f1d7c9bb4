#pragma once
// Attributions found by a trained model: cues, and for each its source and its content.
//
//   const auto tagger = Tagger::shipped();
//   std::vector<Attribution> found = tagger->tag(words, find_quotations(words));
//
// Immutable and safe to share between threads. Time is linear in the text: a cue looks at a bounded window around it.

#include <memory>
#include <string_view>
#include <vector>

#include "core/extract/quotations.h"
#include "core/extract/tagger_text.h"
#include "core/lexicon/lexicon.h"
#include "core/value/attribution.h"
#include "core/value/result.h"
#include "core/value/sentence.h"

namespace hearsay {

struct TaggerModel;  // core/extract/tagger_model.h

class Tagger {
 public:
  Tagger(TaggerModel model, const Lexicon& lexicon);
  ~Tagger();

  // `bytes`: a model file (models/attribution.bin). malformed: damaged; unsupported: of another version. Neither
  // `bytes` nor `lexicon` is kept.
  static Result<std::shared_ptr<const Tagger>> load(std::string_view bytes, const Lexicon& lexicon);

  // The model compiled into the program, with the shipped lexicon; made once. Null in a program built without one.
  static std::shared_ptr<const Tagger> shipped();

  // In the order of their first content byte. Outer attributions do not overlap in content; `inner` ones lie inside the
  // content of another. `confidence` is the model's probability that content and source are right.
  // `patterns`: what Patterns::find() gave for `words`; the tagger weighs it beside its own readings.
  [[nodiscard]] std::vector<Attribution> tag(const Words& words, const std::vector<Quotation>& quotations,
                                             const std::vector<Attribution>& patterns) const;

 private:
  std::unique_ptr<const TaggerModel> model_;
  WordGroups groups_;
};

}  // namespace hearsay
