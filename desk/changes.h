#pragma once
// What changed from one version of an article to the next, sentence by sentence. Trivial edits are passed over: case,
// quotes, dashes, marks and spaces, and sentences that only moved.

#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/store/store.h"
#include "core/value/result.h"

namespace hearsay {

// Part of the shorter sentence's content words from which on two sentences are one, changed.
inline constexpr double kSameSentence = 0.5;

enum class ChangeKind { changed, added, removed };
std::string_view name_of(ChangeKind kind);

struct Change {
  std::string article;  // the newer version
  std::string before;   // the older one
  ChangeKind kind = ChangeKind::changed;
  std::string where;  // zone, or "title", "outlet", "published", "byline"
  std::string text;   // of a change both wordings: "The fire killed [14 | 17] people"

  friend bool operator==(const Change&, const Change&) = default;
};

// Of the named article and its older versions, or (empty) of all articles that have any; newest first, in the order of
// the text. not_found.
Result<std::vector<Change>> changes(Store& store, const Lexicon& lexicon, std::string_view article);

}  // namespace hearsay
