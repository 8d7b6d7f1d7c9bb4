#pragma once
// The front door of extraction: an article in, its claims out. Reads like the method: words → quotations → attributions
// (patterns, and the tagger where a model is given) → mentions and entities → speakers → chain → claims, with
// quantities, times and certainty of each.
//
//   const Extractor extractor(Lexicon::shipped(), nullptr);
//   const Extraction found = extractor.extract(article);
//
// Stateless after construction and safe to share between threads. Linear in the text. Never fails: an article without a
// statement gives an empty Extraction. Every span of the result spells its words in article.text.

#include <memory>

#include "core/lexicon/lexicon.h"
#include "core/value/article.h"
#include "core/value/entity.h"

namespace hearsay {

class Tagger;  // core/extract/tagger.h

class Extractor {
 public:
  // `lexicon` must outlive the extractor. `tagger` may be null: rules only.
  explicit Extractor(const Lexicon& lexicon, std::shared_ptr<const Tagger> tagger = nullptr);
  ~Extractor();

  [[nodiscard]] Extraction extract(const Article& article) const;

 private:
  struct Stages;
  std::unique_ptr<const Stages> stages_;
};

}  // namespace hearsay
