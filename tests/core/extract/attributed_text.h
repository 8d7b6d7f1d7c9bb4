#pragma once
// A text with attributions given by hand: spans are named by their words, the first place they occur at.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/lexicon/name_words.h"
#include "core/value/attribution.h"
#include "tests/core/extract/lines.h"

namespace hearsay {

inline const NameWords& shipped_name_words() {
  static const NameWords kNameWords(Lexicon::shipped());
  return kNameWords;
}

inline std::optional<Span> span_of(std::string_view text, std::string_view words) {
  if (words.empty()) return std::nullopt;
  const std::size_t at = text.find(words);
  EXPECT_NE(at, std::string_view::npos) << words;
  return Span{at, at + words.size()};
}

inline Attribution attribution(std::string_view text, std::string_view source, std::string_view cue,
                               std::string_view content) {
  Attribution made;
  made.source = span_of(text, source);
  made.cue = span_of(text, cue);
  made.content.push_back(*span_of(text, content));
  return made;
}

}  // namespace hearsay
