// The contents of the first list are joined to stretches; an attribution of the second one is looked up among them.

#include "core/extract/attributions.h"

#include <algorithm>

namespace hearsay {
namespace {

std::vector<Span> covered_by(const std::vector<Attribution>& attributions) {
  std::vector<Span> spans;
  for (const Attribution& attribution : attributions)
    spans.insert(spans.end(), attribution.content.begin(), attribution.content.end());
  std::sort(spans.begin(), spans.end());
  std::vector<Span> joined;
  for (const Span span : spans) {
    if (!joined.empty() && span.begin <= joined.back().end)
      joined.back().end = std::max(joined.back().end, span.end);
    else
      joined.push_back(span);
  }
  return joined;
}

bool meets(const std::vector<Span>& spans, Span span) {
  const auto at = std::partition_point(spans.begin(), spans.end(), [&](Span s) { return s.end <= span.begin; });
  return at != spans.end() && at->begin < span.end;
}

}  // namespace

std::vector<Attribution> join_attributions(std::vector<Attribution> first, const std::vector<Attribution>& second) {
  const std::vector<Span> covered = covered_by(first);
  for (const Attribution& attribution : second) {
    const bool taken = std::any_of(attribution.content.begin(), attribution.content.end(),
                                   [&](Span content) { return meets(covered, content); });
    if (!taken) first.push_back(attribution);
  }
  std::stable_sort(first.begin(), first.end(), [](const Attribution& a, const Attribution& b) {
    return a.content.front().begin < b.content.front().begin;
  });
  return first;
}

}  // namespace hearsay
