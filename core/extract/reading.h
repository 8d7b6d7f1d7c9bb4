#pragma once
// Everything the stages have found in one article so far, handed on to the stages that make claims of it. Views what it
// was made from; lives no longer than one extraction.

#include <vector>

#include "core/extract/mentions.h"
#include "core/extract/names.h"
#include "core/extract/quotations.h"
#include "core/resolve/entities.h"
#include "core/value/article.h"
#include "core/value/attribution.h"
#include "core/value/quantity.h"
#include "core/value/sentence.h"

namespace hearsay {

struct Reading {
  const Article& article;
  const Words& words;
  const std::vector<Quotation>& quotations;
  const std::vector<WrittenName>& names;
  const std::vector<Attribution>& attributions;
  const Mentions& mentions;
  const Resolution& resolution;
  const std::vector<Quantity>& quantities;
  const std::vector<Time>& times;
};

}  // namespace hearsay
