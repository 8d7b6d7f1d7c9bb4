#pragma once
// An article and what was extracted from it to the facts rules compare. A pure function of the article alone: rarity of
// words comes from a table that ships with the program, so that one article never moves another's facts, and an
// incremental check can equal a full one.
//
//   const FactMaker maker(Lexicon::shipped());
//   const Facts facts = maker.facts_of(article, extraction);

#include <memory>

#include "core/lexicon/lexicon.h"
#include "core/value/article.h"
#include "core/value/entity.h"
#include "core/value/fact.h"

namespace hearsay {

class FactMaker {
 public:
  explicit FactMaker(const Lexicon& lexicon);  // must outlive the maker
  ~FactMaker();

  // Never fails; linear in text and claims. Safe to call from several threads.
  [[nodiscard]] Facts facts_of(const Article& article, const Extraction& extraction) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace hearsay
