#pragma once
// Annotations that another tool wrote or gave back, in a store that holds the articles they are on: each is found again
// by its words, never at a lookalike (core/compare/place_finder.h), and what is a verdict on a statement becomes a
// decision.
//
//   AnnotationImport done = import_annotations(store, lexicon, *read_annotations(bytes, name), by, now);

#include <string>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/store/store.h"
#include "core/value/result.h"
#include "desk/annotation_file.h"
#include "desk/exchange.h"

namespace hearsay {

// An annotation that was not taken in whole, and why.
struct AnnotationNote {
  std::string place;  // "theirs.json: annotation 12 (urn:…)"
  std::string why;
};

struct AnnotationImport {
  std::size_t placed = 0;                // all of whose words are where they were
  std::size_t moved = 0;                 // found elsewhere, or in words that changed a little
  std::vector<AnnotationNote> orphans;   // not found again: words, figures or negations are others, or no such article
  std::vector<AnnotationNote> comments;  // found, but nothing that can be decided: no verdict, or on no statement
  ImportReport decisions;                // of verdicts on statements
};

// A verdict is a body whose purpose (else the annotation's motivation) is one of these, as annotations() of
// core/report writes them: "assessing", a rating ("2/5 Mostly false"); "classifying", "not-a-claim"; "identifying"
// beside the motivation "editing", the name of who said it. A body that is "commenting" is the note. It belongs to the
// statement whose words are those of the targets, else to the one that holds them.
// `by`, `at`: where an annotation names no creator or no time. Errors of the store.
Result<AnnotationImport> import_annotations(Store& store, const Lexicon& lexicon,
                                            const std::vector<Annotation>& annotations, const std::string& by,
                                            const std::string& at);

}  // namespace hearsay
