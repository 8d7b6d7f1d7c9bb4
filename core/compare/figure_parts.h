#pragma once
// Figures of one sentence that are given as parts of another: "The 14 works are eight landscapes and six portraits",
// "17 people, including three children", "of the 264, 150 are women".

#include <cstddef>
#include <vector>

#include "core/compare/anchors.h"
#include "core/value/quantity.h"

namespace hearsay {

struct FigureParts {
  std::size_t whole = 0;  // index into the quantities given
  std::vector<std::size_t> parts;
  bool complete = false;  // the parts are said to be all there is: together they make the whole
};

// `quantities`: all of the article, in order of the text. Plain counts only: no units, ranks or open ends. By order of
// the text.
std::vector<FigureParts> figure_parts(const ArticleWords& words, const std::vector<Quantity>& quantities);

}  // namespace hearsay
