// Two statements are of one thing when they share a name, or rare words enough, and do not each have a name the other
// lacks. Then differences are looked for, the surest first: figures, times, polarity, holders; the first that cannot be
// explained decides. Known limits: English; a sentence or two; what is paraphrased with no word in common is unrelated.

#include "core/compare/statements.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/compare/differences.h"

namespace hearsay {
namespace {

constexpr double kRelated = 0.4;  // coverage
constexpr std::size_t kTopicWords = 4;

StatementVerdict contradiction(Difference difference) {
  return {StatementAnswer::contradiction, std::move(difference.kind), std::move(difference.reason)};
}

std::string listed(const std::vector<const ProperName*>& names) {
  std::string text;
  for (const ProperName* name : names) text += (text.empty() ? "" : ", ") + name->written;
  return text;
}

std::vector<TokenRange> names_of(const Proposition& of) {
  std::vector<TokenRange> ranges;
  for (const ProperName& name : of.names) ranges.push_back(name.tokens);
  return ranges;
}

}  // namespace

std::string topic_of(const Pair& pair) {
  std::string text;
  const std::vector<std::string>& shared = pair.alignment.shared;
  for (std::size_t i = 0; i < std::min(shared.size(), kTopicWords); ++i) text += (i == 0 ? "" : ", ") + shared[i];
  return text.empty() ? text : " (" + text + ")";
}

std::string_view name_of(StatementAnswer answer) {
  switch (answer) {
    case StatementAnswer::contradiction:
      return "contradiction";
    case StatementAnswer::compatible:
      return "compatible";
    case StatementAnswer::unrelated:
      return "unrelated";
  }
  return "";
}

StatementComparer::StatementComparer(const Lexicon& lexicon) : reader_(lexicon), figures_(lexicon) {}

StatementVerdict StatementComparer::compare(const Statement& a, const Statement& b) const {
  return compare(reader_.read(a), reader_.read(b));
}

StatementVerdict StatementComparer::compare(const Proposition& a, const Proposition& b) const {
  const StatementAlignment alignment = align(a, b);
  const Pair pair{a, b, alignment};
  const bool nothing_shared = !alignment.shares_name && alignment.names_apart();
  if (nothing_shared) {
    const std::optional<Difference> holder = holder_difference(pair);
    if (holder && holder->contradicts) return contradiction(*holder);
    const auto is_part = [](const Proposition& of) { return of.has_scope(ScopeKind::part); };
    if ((is_part(a) || is_part(b)) && coverage(a, b, alignment, names_of(a), names_of(b)) >= kRelated)
      return {StatementAnswer::compatible, "place",
              fmt::format("one speaks of a part: {} / {}", listed(alignment.only_a), listed(alignment.only_b))};
    return {StatementAnswer::unrelated, "statement",
            fmt::format("they speak of different names: {} / {}", listed(alignment.only_a), listed(alignment.only_b))};
  }
  if (coverage(a, b, alignment) < kRelated && !alignment.shares_name)
    return {StatementAnswer::unrelated, "statement", "they share too few telling words"};
  std::optional<Difference> explained;
  const auto decided = [&explained](std::optional<Difference> found) {
    if (!found) return false;
    const bool ends = !found->agrees;
    if (!explained || ends) explained = std::move(found);
    return ends;
  };
  const bool done = !alignment.names_apart() && (decided(figure_difference(pair, reader_.keys(), figures_)) ||
                                                 decided(time_difference(pair)) || decided(polarity_difference(pair)));
  if (!done) decided(holder_difference(pair));
  if (explained && explained->contradicts) return contradiction(std::move(*explained));
  if (explained) return {StatementAnswer::compatible, explained->kind, explained->reason};
  if (alignment.names_apart()) {
    return {
        StatementAnswer::compatible, "name",
        fmt::format("each names what the other does not: {} / {}", listed(alignment.only_a), listed(alignment.only_b))};
  }
  return {StatementAnswer::compatible, "statement", "no difference that cannot stand" + topic_of(pair)};
}

}  // namespace hearsay
