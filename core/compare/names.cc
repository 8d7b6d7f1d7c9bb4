// First the words themselves; then, for names that both read as Korean or Chinese, their syllables; for all others the
// words laid side by side and judged. A suffix on one side only (Jr.) makes two people of two equal names.

#include "core/compare/names.h"

#include "core/compare/eastern_names.h"
#include "core/compare/name_alignment.h"
#include "core/compare/name_judgement.h"

namespace hearsay {
namespace {

// What parts two names costs as much as is missing to the score.
NameComparison with_full_ledger(NameComparison comparison) {
  constexpr double kNothing = 1e-9;
  double rest = 1 - comparison.score;
  for (const LedgerEntry& entry : comparison.ledger) rest -= entry.cost;
  if (rest > kNothing) comparison.ledger.push_back({"", "", NameDifference::apart, rest});
  return comparison;
}

NameComparison different(std::string reason, double score = 0) {
  NameComparison comparison;
  comparison.score = score;
  comparison.reason = std::move(reason);
  return with_full_ledger(std::move(comparison));
}

}  // namespace

NameComparer::NameComparer(const Lexicon& lexicon) : reader_(lexicon), sounds_(lexicon) {}

NameComparison NameComparer::compare(std::string_view a, std::string_view b) const {
  return compare(reader_.read(a), reader_.read(b));
}

NameComparison NameComparer::compare(const Name& a, const Name& b) const {
  if (a.tokens.empty() || b.tokens.empty()) return different("no name to compare");
  const TokenMatcher matcher(sounds_);
  const Alignment alignment = align(a, b, matcher);
  std::optional<NameComparison> eastern;
  if (!alignment.exact() || !alignment.in_order()) {  // Min-jun and Jun-min are two names
    eastern = compare_chinese(a, b, reader_.pinyin());
    if (!eastern) eastern = compare_korean(a, b, reader_.hangul());
  }
  NameComparison comparison = eastern ? std::move(*eastern) : judge(a, b, alignment);
  if (comparison.answer != NameAnswer::different && a.suffix != b.suffix) {
    const std::string& suffix = a.suffix.empty() ? b.suffix : a.suffix;
    return different("'" + suffix + "' on one side only: two people until shown otherwise", 0.3);
  }
  comparison.reason = describe(comparison);
  return with_full_ledger(std::move(comparison));
}

std::string_view name_of(NameAnswer answer) {
  switch (answer) {
    case NameAnswer::same:
      return "same";
    case NameAnswer::variant:
      return "variant";
    case NameAnswer::different:
      break;
  }
  return "different";
}

std::string_view name_of(NameDifference difference) {
  switch (difference) {
    case NameDifference::accent:
      return "accent";
    case NameDifference::typo:
      return "typo";
    case NameDifference::romanisation:
      return "romanisation";
    case NameDifference::order:
      return "order";
    case NameDifference::hyphen:
      return "hyphen";
    case NameDifference::truncation:
      return "truncation";
    case NameDifference::initial:
      return "initial";
    case NameDifference::nickname:
      return "nickname";
    case NameDifference::title:
      return "title";
    case NameDifference::surname:
      return "surname";
    case NameDifference::common:
      return "common words";
    case NameDifference::apart:
      return "apart";
    case NameDifference::none:
      break;
  }
  return "none";
}

}  // namespace hearsay
