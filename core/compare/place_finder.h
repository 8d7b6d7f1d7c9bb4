#pragma once
// Where quoted words stand in a text that may have changed since: re-anchoring, as annotation tools call it. Never at a
// lookalike: a place counts only if its figures and its negations are those that were quoted.
//
//   PlaceFinder finder(Lexicon::shipped());
//   FoundPlace found = finder.find(text, {"at least 12 bodies", "said ", " had been", Span{621, 639}});
//   if (!found.span) say(found.why);   // an orphan

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "core/lexicon/lexicon.h"
#include "core/value/sentence.h"
#include "core/value/span.h"

namespace hearsay {

// What is known of a place: the W3C's TextQuoteSelector and TextPositionSelector in one.
struct QuotedPlace {
  std::string exact;
  std::string prefix;            // what stood before it; may be empty
  std::string suffix;            // what stood behind it; may be empty
  std::optional<Span> position;  // bytes of the text it was made on; may lie outside of today's
};

struct FoundPlace {
  std::optional<Span> span;  // bytes; none: an orphan
  bool moved = false;        // elsewhere than `position` says, or in words that changed
  std::string why;           // for a person: "at its place", "its figures are others now: 14, it quoted 17"
};

class PlaceFinder {
 public:
  explicit PlaceFinder(const Lexicon& lexicon);

  // In this order: the very words at their position; the very words elsewhere, once or with the context that was
  // quoted (short ones need context in any case); nearly the same words (kLeastLikeness of them in order, four words at
  // least), if every figure and every negation is equal. Of several equally good places none. `text` is valid UTF-8.
  [[nodiscard]] FoundPlace find(std::string_view text, const QuotedPlace& quoted) const;

  static constexpr double kLeastLikeness = 0.75;

 private:
  [[nodiscard]] Words words_of(std::string_view text) const;
  [[nodiscard]] std::optional<FoundPlace> same_words(std::string_view text, const QuotedPlace& quoted) const;
  [[nodiscard]] FoundPlace like_words(std::string_view text, const QuotedPlace& quoted) const;
  // Figures and negations among tokens [first, last), in order.
  [[nodiscard]] std::vector<std::string> telling(const Words& words, TokenRange range) const;

  const Lexicon& lexicon_;
  std::set<std::string> number_words_;
  std::set<std::string> negations_;
};

}  // namespace hearsay
