#pragma once
// A claim as one line of JSON, as `extract` prints it and as the scorers read it (docs/design.md, "Commands and what
// they print"). Offsets are code points of the article's text.

#include <string>

#include "core/text/code_points.h"
#include "core/value/article.h"
#include "core/value/claim.h"

namespace hearsay {

// Without a newline; valid UTF-8, no tab or newline inside. `points` is of article.text.
std::string claim_json(const Claim& claim, const Article& article, const CodePoints& points);

}  // namespace hearsay
