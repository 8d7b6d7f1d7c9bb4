// What stands right before the first part tells what the list is: "are", "were" or a colon open one that is complete,
// "including" and "of whom" one that is not; "of the 264, ..." opens one that is not. Parts follow one another behind a
// comma or "and". A part of a complete list is never as large as its whole: else it is no list of parts ("the two teams
// were three points apart"). Known limits: one sentence at a time; a list ends at the first figure that is no count.

#include "core/compare/figure_parts.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

namespace hearsay {
namespace {

constexpr std::size_t kOpenerReach = 4;     // tokens between the whole and what opens its list
constexpr std::size_t kSeparatorReach = 8;  // tokens between two parts
constexpr std::string_view kComplete[] = {"are", "were", ":", "comprise", "comprised", "comprising"};
constexpr std::string_view kIncomplete[] = {"including", "include", "includes"};

template <std::size_t n>
bool is_one_of(const std::string& word, const std::string_view (&list)[n]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

class PartFinder {
 public:
  PartFinder(const ArticleWords& words, const std::vector<Quantity>& quantities)
      : words_(words), quantities_(quantities) {}

  [[nodiscard]] std::optional<FigureParts> parts_of(std::size_t whole) const;

 private:
  enum class Opener { none, complete, incomplete };
  [[nodiscard]] const std::string& word(std::size_t token) const { return words_.words().folded[token]; }
  // Tokens of the figure with its noun.
  [[nodiscard]] TokenRange tokens_of(std::size_t figure) const;
  [[nodiscard]] bool is_count(std::size_t figure) const;
  [[nodiscard]] bool same_sentence(std::size_t a, std::size_t b) const;
  [[nodiscard]] Opener opener(std::size_t whole, std::size_t part) const;
  [[nodiscard]] bool follows(std::size_t part, std::size_t next) const;
  [[nodiscard]] bool is_bare_list(std::size_t part) const;

  const ArticleWords& words_;
  const std::vector<Quantity>& quantities_;
};

TokenRange PartFinder::tokens_of(std::size_t figure) const {
  const Quantity& quantity = quantities_[figure];
  Span span = quantity.span;
  if (quantity.noun_span) {
    span.begin = std::min(span.begin, quantity.noun_span->begin);
    span.end = std::max(span.end, quantity.noun_span->end);
  }
  return words_.tokens_in(span);
}

bool PartFinder::is_count(std::size_t figure) const {
  const Quantity& quantity = quantities_[figure];
  return quantity.unit.empty() && quantity.rate.empty() && !quantity.ordinal && quantity.low && quantity.high;
}

bool PartFinder::same_sentence(std::size_t a, std::size_t b) const {
  const auto first = words_.sentence_at(quantities_[a].span.begin);
  return first && first == words_.sentence_at(quantities_[b].span.begin);
}

PartFinder::Opener PartFinder::opener(std::size_t whole, std::size_t part) const {
  const TokenRange figure = tokens_of(whole);
  const TokenRange first = tokens_of(part);
  if (first.first <= figure.last || first.first > figure.last + kOpenerReach + 2) return Opener::none;
  const std::string& last = word(first.first - 1);
  if (is_one_of(last, kIncomplete)) return Opener::incomplete;
  const bool of_them = (last == "whom" || last == "which" || last == "them") && word(first.first - 2) == "of";
  if (of_them) return Opener::incomplete;
  if (last == "," && is_bare_list(part)) return Opener::complete;
  const bool near = first.first - 1 <= figure.last + kOpenerReach;
  for (std::size_t token = figure.last; token + 1 < first.first; ++token) {
    if (word(token) == "," || word(token) == "and") return Opener::none;
  }
  return near && is_one_of(last, kComplete) ? Opener::complete : Opener::none;
}

// ", 14 in the town, nine in the valley": figures without nouns, each with its place.
bool PartFinder::is_bare_list(std::size_t part) const {
  static constexpr std::string_view kPlaces[] = {"in", "at", "from", "to", "for", "on", "near", "abroad", "elsewhere"};
  const auto placed = [&](std::size_t figure) {
    const TokenRange tokens = tokens_of(figure);
    return quantities_[figure].noun.empty() && tokens.last < words_.words().tokens.size() &&
           is_one_of(word(tokens.last), kPlaces);
  };
  return part + 2 < quantities_.size() && placed(part) && placed(part + 1) && follows(part, part + 1) &&
         follows(part + 1, part + 2);
}

// "eight landscapes, four portraits and one still life"
bool PartFinder::follows(std::size_t part, std::size_t next) const {
  const TokenRange from = tokens_of(part);
  const TokenRange to = tokens_of(next);
  if (to.first < from.last || to.first - from.last > kSeparatorReach || to.first == 0) return false;
  const std::string& before = word(to.first - 1);
  return before == "," || before == "and";
}

std::optional<FigureParts> PartFinder::parts_of(std::size_t whole) const {
  const std::size_t first = whole + 1;
  if (first >= quantities_.size() || !is_count(whole) || !is_count(first) || !same_sentence(whole, first))
    return std::nullopt;
  const TokenRange figure = words_.tokens_in(quantities_[whole].span);
  const bool of_the =
      figure.first >= 2 &&
      ((word(figure.first - 1) == "the" && word(figure.first - 2) == "of") || word(figure.first - 1) == "of") &&
      tokens_of(first).first - tokens_of(whole).last <= kSeparatorReach;
  const Opener found = of_the ? Opener::incomplete : opener(whole, first);
  if (found == Opener::none) return std::nullopt;
  FigureParts parts{whole, {first}, found == Opener::complete};
  for (std::size_t next = first + 1; next < quantities_.size() && same_sentence(whole, next); ++next) {
    if (!follows(next - 1, next)) break;
    if (!is_count(next)) return std::nullopt;  // a list of other things
    parts.parts.push_back(next);
  }
  if (!parts.complete) return parts;
  const std::size_t last = tokens_of(parts.parts.back()).first;
  const bool ends = parts.parts.size() >= 2 && word(last - 1) == "and";
  const bool named = !quantities_[first].noun.empty() || is_bare_list(first);
  const bool smaller = std::all_of(parts.parts.begin(), parts.parts.end(),
                                   [&](std::size_t part) { return *quantities_[part].high < *quantities_[whole].low; });
  return ends && named && smaller ? std::optional(parts) : std::nullopt;
}

}  // namespace

std::vector<FigureParts> figure_parts(const ArticleWords& words, const std::vector<Quantity>& quantities) {
  const PartFinder finder(words, quantities);
  std::vector<FigureParts> all;
  for (std::size_t figure = 0; figure < quantities.size(); ++figure) {
    if (std::optional<FigureParts> parts = finder.parts_of(figure)) all.push_back(*std::move(parts));
  }
  return all;
}

}  // namespace hearsay
