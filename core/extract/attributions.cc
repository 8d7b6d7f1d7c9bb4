// The tagger has weighed what the rules found (core/extract/tagger_hints), so it decides; a rule is heard over its
// silence where it is nearly always right, or alone accounts for a quotation. Contents never meet: what is taken first
// stays.

#include "core/extract/attributions.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>

#include "core/extract/carry_on.h"
#include "core/extract/token_range.h"

namespace hearsay {
namespace {

// Least confidence of what is told. The best F1 on training articles that the tagger had not seen lies near 0.35 for
// both; these ask for more, since a wrong attribution is worse than a missed one, and most of what the tagger alone
// sees, since it knows one kind of news.
constexpr double kLeastSupported = 0.4;  // a cue that the rules read, too, or a quotation
constexpr double kLeastTagged = 0.7;
constexpr double kSureRule = 0.77;

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

// The rules' attributions by the place of their cues.
class RuleCues {
 public:
  explicit RuleCues(const std::vector<Attribution>& rules) {
    for (const Attribution& rule : rules)
      if (rule.cue) by_begin_.emplace(rule.cue->begin, &rule);
  }

  // One whose cue meets `cue`; null where none does.
  [[nodiscard]] const Attribution* at(const std::optional<Span>& cue) const {
    if (!cue) return nullptr;
    const auto behind = by_begin_.lower_bound(cue->end);
    if (behind == by_begin_.begin()) return nullptr;
    const Attribution* rule = std::prev(behind)->second;
    return rule->cue->overlaps(*cue) ? rule : nullptr;
  }

 private:
  std::map<std::size_t, const Attribution*> by_begin_;
};

const Quotation* first_quotation_in(Span span, const std::vector<Quotation>& quotations) {
  const auto at = std::partition_point(quotations.begin(), quotations.end(),
                                       [&](const Quotation& quotation) { return quotation.span.begin < span.begin; });
  return at != quotations.end() && at->span.begin < span.end ? &*at : nullptr;
}

bool quotes(const Attribution& attribution, const std::vector<Quotation>& quotations) {
  return std::any_of(attribution.content.begin(), attribution.content.end(),
                     [&](Span span) { return first_quotation_in(span, quotations) != nullptr; });
}

bool opens_quotation(const Attribution& attribution, const std::vector<Quotation>& quotations) {
  const Span content = attribution.content.front();
  const Quotation* quotation = first_quotation_in(content, quotations);
  return quotation != nullptr && quotation->span.begin == content.begin;
}

// What is told of either side, the surest first: the tagger's, and the rules' that are sure or account for a quotation.
std::vector<Attribution> candidates(std::vector<Attribution> tagged, const std::vector<Attribution>& rules,
                                    const std::vector<Quotation>& quotations) {
  const RuleCues cues(rules);
  std::vector<Attribution> found;
  for (Attribution& attribution : tagged) {
    const Attribution* rule = cues.at(attribution.cue);
    const bool supported = rule != nullptr || quotes(attribution, quotations);
    if (attribution.confidence < (supported ? kLeastSupported : kLeastTagged)) continue;
    if (rule != nullptr) attribution.why += "; a rule read it, too: " + rule->why;
    found.push_back(std::move(attribution));
  }
  for (const Attribution& rule : rules)
    if (rule.confidence >= kSureRule || opens_quotation(rule, quotations)) found.push_back(rule);
  std::stable_sort(found.begin(), found.end(),
                   [](const Attribution& a, const Attribution& b) { return a.confidence > b.confidence; });
  return found;
}

}  // namespace

std::vector<Attribution> join_attributions(const Words& words, const std::vector<Quotation>& quotations,
                                           std::vector<Attribution> tagged, const std::vector<Attribution>& rules) {
  std::vector<Attribution> found = candidates(std::move(tagged), rules, quotations);
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
  carry_on(words, quotations, kept);
  return kept;
}

namespace {

bool is_nobody(const Words& words, Span source) {
  static const std::unordered_set<std::string_view> kNobody = {"nobody", "none", "neither", "nothing"};
  const TokenRange tokens = tokens_in(words, source);
  if (tokens.empty()) return false;
  const bool no_one =
      tokens.last == tokens.first + 2 && words.folded[tokens.first] == "no" && words.folded[tokens.first + 1] == "one";
  return no_one || (tokens.last == tokens.first + 1 && kNobody.contains(words.folded[tokens.first]));
}

// "told it", "promise you that"
bool is_empty(const Words& words, TokenRange content) {
  static const std::unordered_set<std::string_view> kPointing = {"it",  "that", "this", "so", "you", "him",
                                                                 "her", "them", "me",   "us", "one", "otherwise"};
  for (std::size_t i = content.first; i < content.last; ++i) {
    if (words.tokens[i].kind != TokenKind::mark && !kPointing.contains(words.folded[i])) return false;
  }
  return true;
}

// "citing two people familiar with the plan": whom a statement rests on, and none itself.
bool cites_people(const Words& words, Span cue, TokenRange content) {
  static const std::unordered_set<std::string_view> kCite = {"cite", "cites", "cited", "citing", "quoting"};
  static const std::unordered_set<std::string_view> kPeople = {"people",   "person",    "source",    "sources",
                                                               "official", "officials", "witness",   "witnesses",
                                                               "insiders", "aides",     "executive", "executives"};
  constexpr std::size_t kReach = 5;  // tokens
  const TokenRange verb = tokens_in(words, cue);
  if (verb.empty() || !kCite.contains(words.folded[verb.first])) return false;
  const std::size_t last = std::min(content.last, content.first + kReach);
  for (std::size_t i = content.first; i < last; ++i)
    if (kPeople.contains(words.folded[i])) return true;
  return false;
}

}  // namespace

bool is_statement(const Words& words, const std::vector<Quotation>& quotations, const Attribution& attribution) {
  static const std::unordered_set<std::string_view> kActs = {"decide",   "decides", "decided",
                                                             "deciding", "told",    "opted"};
  static const std::unordered_set<std::string_view> kNaming = {"named", "identified", "quoted"};
  if (attribution.inner && !attribution.source && opens_quotation(attribution, quotations)) return false;
  const TokenRange content = tokens_in(words, attribution.content.front());
  if (is_empty(words, content) || (attribution.source && is_nobody(words, *attribution.source))) return false;
  if (attribution.cue && cites_people(words, *attribution.cue, content)) return false;
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
