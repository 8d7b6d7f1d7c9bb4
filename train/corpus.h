#pragma once
// Annotated articles in the form the tagger sees them: tokens, marks, gold parts as token ranges.

#include <memory>
#include <optional>
#include <vector>

#include "core/extract/tagger_features.h"
#include "core/extract/tagger_text.h"
#include "train/gold.h"

namespace hearsay {

struct GoldReading {
  std::size_t head = 0;  // the main word of the cue
  TokenRange cue;
  std::vector<TokenRange> source;
  std::vector<TokenRange> content;
};

struct Document {
  GoldArticle article;
  Words words;
  std::vector<Quotation> quotations;
  std::vector<Attribution> patterns;  // found by rule
  std::unique_ptr<TaggerText> text;
  std::vector<GoldReading> readings;  // those with a cue, by head, one a head
  std::vector<bool> discarded;        // one a token
};

// Lines are paragraphs. The main word of a cue is its word that is most often the main word of cues, found by a few
// rounds of counting over the whole corpus.
std::vector<std::unique_ptr<Document>> make_documents(std::vector<GoldArticle> articles, const Lexicon& lexicon,
                                                      const WordGroups& groups);

}  // namespace hearsay
