#pragma once
// Quotation marks paired: which stretches of a text stand in quotes. Whether someone said them is for the patterns to
// tell.
//
// Read are “ ” " „ « » `` '' and, as outer marks, ‘ ’ and '. Straight or mistyped marks open or close by what touches
// them. Apostrophes ("workers' rights", "'90s", "rock 'n' roll") and inches open nothing. Of quotes inside quotes only
// the outermost are listed. A quotation never runs over a paragraph's end; one that goes on in the next paragraph,
// which then begins with a mark of its own or holds only the closing one, is listed again there with `continues`.

#include <cstddef>
#include <vector>

#include "core/value/sentence.h"

namespace hearsay {

struct Quotation {
  Span span;    // with its marks
  Span inside;  // without them; may be empty
  std::size_t first_token = 0;
  std::size_t last_token = 0;  // tokens [first_token, last_token) of `span`
  std::size_t paragraph = 0;   // index into Words::paragraphs
  bool closed = true;          // false: its paragraph ends without the closing mark
  bool continues = false;      // goes on from the quotation before it

  friend bool operator==(const Quotation&, const Quotation&) = default;
};

// The outermost quotations in order; they do not overlap. Linear in the tokens; never fails.
std::vector<Quotation> find_quotations(const Words& words);

}  // namespace hearsay
