#include "core/extract/interview.h"

#include <algorithm>
#include <string_view>

#include "core/extract/verb_patterns.h"

namespace hearsay {
namespace {

constexpr double kSure = 0.95;

bool told_by_colon(const Words& words, const Attribution& attribution) {
  return attribution.why.starts_with(kLayout.name) && attribution.cue && attribution.source &&
         attribution.cue->of(words.text) == ":" && attribution.source->end <= attribution.cue->begin;
}

bool asks(const Words& words, const Attribution& attribution) {
  return attribution.content.back().of(words.text).ends_with('?');
}

}  // namespace

void settle_interview(const Words& words, std::vector<Attribution>& found) {
  const auto is_line = [&](const Attribution& attribution) { return told_by_colon(words, attribution); };
  if (std::count_if(found.begin(), found.end(), is_line) < kLeastLines) return;
  std::erase_if(found, [&](const Attribution& a) { return is_line(a) && asks(words, a); });
  for (Attribution& attribution : found) {
    if (!is_line(attribution)) continue;
    attribution.confidence = kSure;
    attribution.verbatim = true;
  }
}

bool marks_question(std::string_view source) { return source == "Q" || source == "Q."; }

bool marks_answer(std::string_view source) { return source == "A" || source == "A."; }

}  // namespace hearsay
