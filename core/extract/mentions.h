#pragma once
// Who is mentioned: the names of the text and the sources of its attributions as references for core/resolve.

#include <cstddef>
#include <optional>
#include <vector>

#include "core/extract/names.h"
#include "core/resolve/entities.h"
#include "core/value/attribution.h"

namespace hearsay {

struct Mentions {
  std::vector<Reference> references;
  std::vector<std::optional<std::size_t>> speakers;  // one an attribution: its reference; none where it has no source
};

class MentionFinder {
 public:
  explicit MentionFinder(const NameWords& name_words) : name_words_(name_words) {}  // must outlive the finder

  // The head of a source speaks: its name without title ("Kim Song" of "North Korea's UN Ambassador Kim Song"), its
  // description ("a source in the province"), its pronoun, or whose document it is ("a UN report"). A source of several
  // heads joined by "and" is one joint reference. A name of unknown kind is a reference only where it speaks.
  [[nodiscard]] Mentions find(const Words& words, const std::vector<WrittenName>& names,
                              const std::vector<Attribution>& attributions) const;

 private:
  const NameWords& name_words_;
};

}  // namespace hearsay
