#pragma once
// W3C Web Annotations as any tool writes them: one, a page, a collection or a list of them. What hearsay has no use for
// is passed over.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/value/result.h"
#include "core/value/span.h"

namespace hearsay {

// A stretch of a text: TextQuoteSelector and TextPositionSelector in one.
struct AnnotationTarget {
  std::string source;  // IRI
  std::string exact;   // empty: no words are quoted
  std::string prefix;
  std::string suffix;
  std::optional<Span> points;  // code points of the text it was made on
};

struct AnnotationBody {
  std::string purpose;  // "assessing"; empty: the annotation's motivation
  std::string text;
};

struct Annotation {
  std::string place;  // "theirs.json: annotation 12 (urn:…)"
  std::string id;     // IRI; may be empty
  std::vector<std::string> motivations;
  std::string creator;  // name; empty: not known
  std::string created;  // as written; empty: not known
  std::vector<AnnotationTarget> targets;
  std::vector<AnnotationBody> bodies;
};

// malformed: no JSON (the line is named), or nothing in it is an annotation.
Result<std::vector<Annotation>> read_annotations(std::string_view bytes, const std::string& name);

}  // namespace hearsay
