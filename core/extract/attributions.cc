// Outer attributions are taken in the order of their confidence; one that meets what is taken already is dropped. The
// confidence of a pattern is its precision on the training articles, that of the tagger its probability, so that the
// two compare.

#include "core/extract/attributions.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>

#include "core/extract/token_range.h"

namespace hearsay {
namespace {

// Least confidence of what is told at all: where precision and recall balance on training articles that the tagger had
// not seen, and on whole articles of another kind.
constexpr double kLeastTagged = 0.6;
constexpr double kLeastPattern = 0.55;

// Spans that do not meet, for look-up by place.
class Taken {
 public:
  [[nodiscard]] bool meets(Span span) const {
    const auto behind = spans_.lower_bound(span.end);
    return behind != spans_.begin() && std::prev(behind)->second > span.begin;
  }
  [[nodiscard]] bool holds(Span span) const {
    const auto behind = spans_.upper_bound(span.begin);
    return behind != spans_.begin() && std::prev(behind)->second >= span.end;
  }
  void take(Span span) { spans_.emplace(span.begin, span.end); }

 private:
  std::map<std::size_t, std::size_t> spans_;  // begin -> end
};

bool opens_quotation(const Attribution& attribution, const std::vector<Quotation>& quotations) {
  const std::size_t begin = attribution.content.front().begin;
  const auto at = std::partition_point(quotations.begin(), quotations.end(),
                                       [&](const Quotation& quotation) { return quotation.span.begin < begin; });
  return at != quotations.end() && at->span.begin == begin;
}

}  // namespace

std::vector<Attribution> join_attributions(std::vector<Attribution> tagged, std::vector<Attribution> patterns,
                                           const std::vector<Quotation>& quotations) {
  std::vector<Attribution> found;
  for (Attribution& attribution : tagged)
    if (attribution.confidence >= kLeastTagged) found.push_back(std::move(attribution));
  for (Attribution& attribution : patterns)
    if (attribution.confidence >= kLeastPattern || opens_quotation(attribution, quotations))
      found.push_back(std::move(attribution));
  std::stable_sort(found.begin(), found.end(),
                   [](const Attribution& a, const Attribution& b) { return a.confidence > b.confidence; });
  Taken outer;
  Taken inner;
  std::vector<Attribution> kept;
  for (const bool is_inner : {false, true}) {
    Taken& taken = is_inner ? inner : outer;
    for (Attribution& attribution : found) {
      if (attribution.inner != is_inner) continue;
      const auto& content = attribution.content;
      const bool met = std::any_of(content.begin(), content.end(), [&](Span s) { return taken.meets(s); });
      const bool lost =
          is_inner && !std::all_of(content.begin(), content.end(), [&](Span s) { return outer.holds(s); });
      if (met || lost) continue;
      for (const Span span : content) taken.take(span);
      kept.push_back(std::move(attribution));
    }
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Attribution& a, const Attribution& b) {
    return a.content.front().begin < b.content.front().begin;
  });
  return kept;
}

bool is_statement(const Words& words, const Attribution& attribution) {
  static const std::unordered_set<std::string_view> kActs = {"decide",   "decides", "decided",
                                                             "deciding", "told",    "opted"};
  static const std::unordered_set<std::string_view> kNaming = {"named", "identified", "quoted"};
  const TokenRange content = tokens_in(words, attribution.content.front());
  std::size_t at = content.first;
  if (at < content.last && words.folded[at] == "not") ++at;
  if (at >= content.last || words.folded[at] != "to") return true;
  const auto follows = [&](std::size_t i, std::string_view word) {
    return i < content.last && words.folded[i] == word;
  };
  if (follows(at + 1, "be") && at + 2 < content.last && kNaming.contains(words.folded[at + 2])) return false;
  if (!attribution.cue) return true;
  const TokenRange cue = tokens_in(words, *attribution.cue);
  return cue.empty() || !kActs.contains(words.folded[cue.last - 1]);
}

void leave_out_dateline(const Words& words, Span dateline, std::vector<Attribution>& attributions) {
  std::size_t first = tokens_in(words, dateline).last;
  while (first < words.tokens.size() && words.tokens[first].kind == TokenKind::mark && words.folded[first] == "-")
    ++first;
  if (first >= words.tokens.size()) return;
  const std::size_t begin = words.tokens[first].span.begin;
  for (Attribution& attribution : attributions) {
    for (Span& content : attribution.content) {
      if (content.overlaps(dateline) && content.end > begin) content.begin = begin;
    }
  }
}

}  // namespace hearsay
