// A word that stands against another (each alone on its side) parts the names at once. Words alone on one side only
// were left out, and what that costs depends on their place: a middle name little, the first or the family name much.
// The less rare the words that agree, the less they prove.

#include "core/compare/name_judgement.h"

#include <algorithm>
#include <optional>

#include "core/compare/edits.h"

namespace hearsay {
namespace {

constexpr double kSmallWordCost = 0.02;
constexpr double kOrderCost = 0.03;
constexpr double kMissingInitial = 0.12;
constexpr double kMissingMiddle = 0.25;
constexpr double kMissingFurther = 0.12;  // each middle name after the first
constexpr double kMissingSecondSurname = 0.3;
constexpr double kMissingSyllable = 0.04;  // of a word tied by a hyphen to a missing one, or of a Chinese given name
constexpr double kMissingPrefix = 0.25;
constexpr double kMissingFirst = 0.7;
constexpr double kMissingFamily = 0.7;
constexpr double kSurnameAlone = 0.42;
constexpr double kCommonSurnameAlone = 0.7;
constexpr double kApart = 1.0;
constexpr std::size_t kShortestLoneSlip = 7;  // bytes; a shorter single word must be equal

bool has(const Name& name, NameLanguage language) {
  return (name.languages & static_cast<std::uint32_t>(language)) != 0;
}

bool common(const NameToken& token) {
  return token.initial || (token.word != nullptr && (token.word->common_given || token.word->common_surname));
}

class Judge {
 public:
  Judge(const Name& a, const Name& b, const Alignment& alignment) : a_(a), b_(b), alignment_(alignment) {}

  NameComparison run() {
    if (alignment_.pairs.empty()) return apart("no word in common");
    if (!alignment_.alone_a.empty() && !alignment_.alone_b.empty()) {
      return apart("'" + a_.tokens[alignment_.alone_a.front()].shown + "' stands against '" +
                   b_.tokens[alignment_.alone_b.front()].shown + "'");
    }
    if (std::optional<std::string> why = pairs()) return apart(std::move(*why));
    if (std::optional<std::string> why = missing()) return apart(std::move(*why));
    return verdict();
  }

 private:
  using Why = std::optional<std::string>;  // why the names are two, if they are

  NameComparison apart(std::string why) {
    comparison_.answer = NameAnswer::different;
    comparison_.kind = NameDifference::none;
    comparison_.score = alignment_.pairs.empty() ? 0 : std::clamp(1 - std::max(cost_, kApart - 0.3), 0.0, 0.4);
    comparison_.reason = std::move(why);
    return std::move(comparison_);
  }

  // Whoever spells one word of a name by another system spells the others so too, and who writes one initial writes
  // two: the further ones say less.
  double further(NameDifference rule, double cost) {
    const bool habit = rule == NameDifference::romanisation || rule == NameDifference::initial;
    if (!habit) return cost;
    const auto before = std::count_if(comparison_.ledger.begin(), comparison_.ledger.end(),
                                      [&](const LedgerEntry& entry) { return entry.rule == rule; });
    return before > 0 ? cost * kFurther : cost;
  }

  void charge(std::string token_a, std::string token_b, NameDifference rule, double cost) {
    cost = further(rule, cost);
    cost_ += cost;
    if (cost > heaviest_) {
      heaviest_ = cost;
      comparison_.kind = rule;
    }
    comparison_.ledger.push_back({std::move(token_a), std::move(token_b), rule, cost});
  }

  // To the names as wholes.
  void charge(NameDifference rule, double cost) {
    cost_ += cost;
    comparison_.ledger.push_back({"", "", rule, cost});
  }

  static std::string shown(const Name& name, std::size_t first, std::size_t last) {
    std::string text = name.tokens[first].shown;
    for (std::size_t i = first + 1; i <= last; ++i) text += ' ' + name.tokens[i].shown;
    return text;
  }

  // The last word: the family name of names that are not written the eastern way.
  static std::size_t last_word(const Name& name) { return name.tokens.size() - 1; }

  Why pairs() {
    for (const TokenPair& pair : alignment_.pairs) {
      const NameToken& left = a_.tokens[pair.a_first];
      const NameToken& right = b_.tokens[pair.b_first];
      const bool words = left.part == NamePart::word && right.part == NamePart::word;
      if (!left.initial && !right.initial && words && pair.match.cost <= 0.2) full_ = true;
      if (pair.match.cost <= kEqualCost && words && !(common(left) && common(right))) rare_ = true;
      if (pair.match.cost <= 0 && !pair.run_together()) continue;
      if (pair.match.rule == NameDifference::initial) {
        const bool for_family = left.initial ? pair.b_first == last_word(b_) && !b_.comma && a_.tokens.size() > 1
                                             : pair.a_first == last_word(a_) && !a_.comma && b_.tokens.size() > 1;
        if (for_family) return "'" + left.shown + "' / '" + right.shown + "': an initial for a family name";
      }
      const bool joined = pair.run_together() && pair.match.cost <= 0;
      charge(shown(a_, pair.a_first, pair.a_last), shown(b_, pair.b_first, pair.b_last),
             joined ? NameDifference::hyphen : pair.match.rule, joined ? 0 : pair.match.cost);
      if (a_.tokens.size() == 1 && b_.tokens.size() == 1 && pair.match.rule == NameDifference::typo &&
          left.text.size() < kShortestLoneSlip) {
        return std::string("too short to be told from another name");
      }
    }
    const bool lone = a_.tokens.size() == 1 && b_.tokens.size() == 1;
    if (!full_ && !lone) return std::string("no full word agrees");
    if (!alignment_.in_order() && !may_turn()) return std::string("the same words in another order");
    return std::nullopt;
  }

  // May given and family name change places? Not where each could be either.
  [[nodiscard]] bool may_turn() const {
    if (a_.comma || b_.comma || has(a_, NameLanguage::eastern) || !a_.korean.empty() || !a_.chinese.empty())
      return true;
    if (a_.tokens.front().part == NamePart::link || b_.tokens.front().part == NamePart::link) return true;
    return !std::all_of(a_.tokens.begin(), a_.tokens.end(), [](const NameToken& token) {
      return token.part != NamePart::word || token.initial ||
             (token.word != nullptr && token.word->given && !token.word->eastern_surname);
    });
  }

  Why missing() {
    const bool in_a = !alignment_.alone_a.empty();
    const std::vector<std::size_t>& alone = in_a ? alignment_.alone_a : alignment_.alone_b;
    if (alone.empty()) return std::nullopt;
    const Name& longer = in_a ? a_ : b_;
    std::size_t words = 0;
    const TokenPair* matched = nullptr;
    for (const TokenPair& pair : alignment_.pairs) {
      if (longer.tokens[in_a ? pair.a_first : pair.b_first].part != NamePart::word) continue;
      ++words;
      matched = &pair;
    }
    if (matched == nullptr) return std::string("no full word agrees");
    if (words == 1) return alone_surname(longer, in_a ? matched->a_last : matched->b_last, *matched);
    std::size_t middle = 0;
    for (const std::size_t at : alone) {
      const NameToken& token = longer.tokens[at];
      if (token.initial && at > 0 && writes_middle_initial(in_a ? b_ : a_) && !longer.tokens.front().initial)
        return "'" + token.shown + "' stands on one side only, though both write middle initials";
      const bool tied = token.joined && std::find(alone.begin(), alone.end(), at - 1) != alone.end();
      const double cost = tied ? kMissingSyllable : cost_of_missing(longer, at, middle);
      charge(in_a ? token.shown : "", in_a ? "" : token.shown,
             token.initial ? NameDifference::initial : NameDifference::truncation, cost);
      if (cost >= kMissingFirst) return "'" + token.shown + "' is left out";
    }
    return std::nullopt;
  }

  static bool writes_middle_initial(const Name& name) {
    return !name.tokens.front().initial && std::any_of(name.tokens.begin() + 1, name.tokens.end() - 1,
                                                       [](const NameToken& token) { return token.initial; });
  }

  // "Minseo" of "Park Min Seo": all syllables of a Korean given name, spelled alike.
  [[nodiscard]] bool whole_given(const Name& longer, const TokenPair& pair) const {
    if (longer.korean.empty() || pair.match.cost > 0 || longer.tokens.size() > 3) return false;
    const KoreanReading& reading = longer.korean.front();
    const bool in_a = &longer == &a_;
    const std::size_t first = in_a ? pair.a_first : pair.b_first;
    const std::size_t last = in_a ? pair.a_last : pair.b_last;
    const std::size_t surname = reading.surname_last ? longer.tokens.size() - 1 : 0;
    return reading.syllables == 2 && (surname < first || surname > last) && last - first + 2 == longer.tokens.size();
  }

  // One word is all that the shorter name has.
  Why alone_surname(const Name& longer, std::size_t at, const TokenPair& pair) {
    const NameToken& token = longer.tokens[at];
    if (whole_given(longer, pair)) {
      charge("", "", NameDifference::truncation, kSurnameAlone);
      return std::nullopt;
    }
    const bool family = at == last_word(longer) || (!longer.korean.empty() && at == 0);
    if (!family) return "'" + token.shown + "' alone is no family name";
    if (pair.match.cost > 0.1) return "'" + token.shown + "' alone must be spelled alike";
    const bool often = common(token) || !longer.korean.empty() || !longer.chinese.empty();
    charge("", "", NameDifference::surname, often ? kCommonSurnameAlone : kSurnameAlone);
    if (often) return "'" + token.shown + "' alone is the name of many";
    return std::nullopt;
  }

  [[nodiscard]] static double cost_of_missing(const Name& longer, std::size_t at, std::size_t& middle) {
    const NameToken& token = longer.tokens[at];
    const bool last = at == last_word(longer);
    if (longer.adopted > 0 && at != longer.adopted) return middle++ == 0 ? kMissingMiddle : kMissingSyllable;
    if (last) {
      const bool fathers = has(longer, NameLanguage::arabic) && at >= 2 && token.word != nullptr && token.word->given &&
                           longer.tokens[at - 1].part == NamePart::word;
      if (fathers && !token.initial) return kMissingSecondSurname;  // a chain of names may be cut
      if (token.initial) return kMissingFamily;
      if (token.joined) return kMissingFamily;  // the second half of a double name is the one that is kept
      if (has(longer, NameLanguage::iberian) && at >= 2) return kMissingSecondSurname;
      return kMissingFamily;
    }
    if (at == 0) {
      if (token.initial) return kMissingPrefix;
      return token.word != nullptr && token.word->prefix ? kMissingPrefix : kMissingFirst;
    }
    if (token.initial) return kMissingInitial;
    return middle++ == 0 ? kMissingMiddle : kMissingFurther;
  }

  NameComparison verdict() {
    if (alignment_.small_alone > 0) {
      charge(NameDifference::hyphen, kSmallWordCost * static_cast<double>(alignment_.small_alone));
      if (comparison_.kind == NameDifference::none) comparison_.kind = NameDifference::hyphen;
    }
    const bool changed = cost_ > 0;
    if (changed && !rare_) charge(NameDifference::common, kCommonWords);
    const bool turned = !alignment_.in_order();
    if (changed && turned && !a_.comma && !b_.comma) charge(NameDifference::order, kOrderCost);
    comparison_.score = std::clamp(1 - cost_, 0.0, 1.0);
    if (comparison_.score < NameComparer::kVariantScore) {
      return apart(comparison_.ledger.size() > 1 ? "the differences are too many" : "the difference is too large");
    }
    comparison_.answer = changed ? NameAnswer::variant : NameAnswer::same;
    if (!changed) {
      const bool hyphens = !std::equal(a_.tokens.begin(), a_.tokens.end(), b_.tokens.begin(), b_.tokens.end(),
                                       [](const NameToken& x, const NameToken& y) { return x.joined == y.joined; });
      comparison_.kind = turned || a_.comma != b_.comma ? NameDifference::order
                         : hyphens                      ? NameDifference::hyphen
                         : a_.titled != b_.titled       ? NameDifference::title
                                                        : NameDifference::none;
    }
    return std::move(comparison_);
  }

  const Name& a_;
  const Name& b_;
  const Alignment& alignment_;
  NameComparison comparison_;
  double cost_ = 0;
  double heaviest_ = -1;
  bool full_ = false;  // some full word agrees
  bool rare_ = false;  // some word that is not borne by many agrees exactly
};

std::string describe(const LedgerEntry& entry) {
  if (entry.rule == NameDifference::surname) return "the family name alone";
  if (entry.token_a.empty() && entry.token_b.empty()) return "the given name alone";
  if (entry.token_a.empty() || entry.token_b.empty()) {
    return "'" + entry.token_a + entry.token_b + "' stands on one side only";
  }
  std::string text = "'" + entry.token_a + "' / '" + entry.token_b + "': ";
  if (entry.rule != NameDifference::typo) return text + std::string(name_of(entry.rule));
  const std::size_t edits = edit_distance(entry.token_a, entry.token_b, 4);
  return text + describe_edit(entry.token_a, entry.token_b, edits);
}

}  // namespace

NameComparison judge(const Name& a, const Name& b, const Alignment& alignment) { return Judge(a, b, alignment).run(); }

std::string describe(const NameComparison& comparison) {
  switch (comparison.answer) {
    case NameAnswer::different:
      return comparison.reason;
    case NameAnswer::same:
      return comparison.kind == NameDifference::none ? "equal"
                                                     : "equal but for " + std::string(name_of(comparison.kind));
    case NameAnswer::variant:
      break;
  }
  std::string text;
  for (const LedgerEntry& entry : comparison.ledger) {
    const bool of_word = !entry.token_a.empty() || !entry.token_b.empty();
    const bool alone = entry.rule == NameDifference::surname || entry.rule == NameDifference::truncation;
    if (!of_word && !alone) continue;
    if (!text.empty()) text += "; ";
    text += describe(entry);
  }
  return text.empty() ? "small words differ" : text + "; the rest is equal";
}

}  // namespace hearsay
