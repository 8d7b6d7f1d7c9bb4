// All readings of one name are held against all of the other, and the best pair counts. Korean syllables cost what
// their spellings are unlike one another. Where the rest of the two names is spelled alike, both were spelled by one
// system, and a syllable that then differs is more likely another syllable: such a pair must be much alike. Limits: two
// Korean names that are one in Latin letters cannot be told apart; a slip of the hand that makes another legal syllable
// is taken for another name.

#include "core/compare/eastern_names.h"

#include <algorithm>
#include <string>

namespace hearsay {
namespace {

constexpr double kSyllableCost = 0.5;     // for a syllable with nothing in common
constexpr double kTruncationCost = 0.42;  // the last syllable is missing
constexpr double kSurnameCost = 0.05;
constexpr double kLeastLikeness = 0.12;       // below, two spellings are two syllables
constexpr double kLeastLikenessHabits = 0.4;  // below, where all else is spelled alike, though hyphens are not
constexpr double kLeastLikenessAlone = 0.75;  // below, where all else is spelled alike

struct Reading {
  double cost = 2;
  NameDifference kind = NameDifference::none;
  std::vector<LedgerEntry> ledger;
  std::string apart;  // why not, where it is not one name
};

std::string quoted(const std::string& a, const std::string& b) { return "'" + a + "' / '" + b + "'"; }

Reading compare_readings(const KoreanReading& a, const KoreanReading& b, bool one_habit, const Hangul& hangul) {
  Reading reading;
  const std::string& surname_a = hangul.surname_spelling(a.surname);
  const std::string& surname_b = hangul.surname_spelling(b.surname);
  if (!hangul.surnames_meet(a.surname, b.surname)) {
    reading.apart = quoted(surname_a, surname_b) + ": two Korean surnames";
    return reading;
  }
  reading.cost = 0;
  std::size_t alike = 0;
  if (a.surname != b.surname) {
    reading.cost += kSurnameCost;
    reading.kind = NameDifference::romanisation;
    reading.ledger.push_back({surname_a, surname_b, NameDifference::romanisation, kSurnameCost});
  } else {
    ++alike;
  }
  const std::size_t shared = std::min(a.syllables, b.syllables);
  double least = 1;
  for (std::size_t i = 0; i < shared; ++i) {
    if (a.given[i] == b.given[i]) {
      ++alike;
      continue;
    }
    const double likeness = hangul.likeness(a.given[i], b.given[i]);
    least = std::min(least, likeness);
    const std::string& syllable_a = hangul.spelling(a.given[i]);
    const std::string& syllable_b = hangul.spelling(b.given[i]);
    if (likeness < kLeastLikeness) {
      reading.cost = 1.5 - likeness;
      reading.apart = quoted(syllable_a, syllable_b) + ": two Korean syllables";
      return reading;
    }
    const double cost = kSurnameCost + kSyllableCost * (1 - likeness);
    reading.cost += cost;
    reading.kind = NameDifference::romanisation;
    reading.ledger.push_back({syllable_a, syllable_b, NameDifference::romanisation, cost});
  }
  if (alike == shared && least < (one_habit ? kLeastLikenessAlone : kLeastLikenessHabits)) {
    reading.cost = 1;
    reading.apart = quoted(reading.ledger.back().token_a, reading.ledger.back().token_b) +
                    ": all else is spelled alike, so these are two syllables";
    return reading;
  }
  if (a.syllables != b.syllables) {
    const KoreanReading& longer = a.syllables > b.syllables ? a : b;
    const bool short_of_one = longer.syllables == shared + 1 && least >= 1;
    const std::string& missing = hangul.spelling(longer.given[shared]);
    if (!short_of_one) {
      reading.cost = 1.2;
      reading.apart = "'" + missing + "' stands on one side only";
      return reading;
    }
    reading.cost += kTruncationCost;
    reading.kind = NameDifference::truncation;
    LedgerEntry entry{missing, "", NameDifference::truncation, kTruncationCost};
    if (&longer == &b) std::swap(entry.token_a, entry.token_b);
    reading.ledger.push_back(std::move(entry));
  }
  return reading;
}

bool hyphenated(const Name& name) {
  return std::any_of(name.tokens.begin(), name.tokens.end(), [](const NameToken& token) { return token.joined; });
}

bool any_in_pinyin(const Name& name) {
  return std::any_of(name.chinese.begin(), name.chinese.end(), [](const ChineseReading& r) { return r.in_pinyin; });
}

}  // namespace

std::optional<NameComparison> compare_korean(const Name& a, const Name& b, const Hangul& hangul) {
  if (a.korean.empty() || b.korean.empty()) return std::nullopt;
  Reading best;
  bool order = false;
  for (const KoreanReading& left : a.korean) {
    for (const KoreanReading& right : b.korean) {
      Reading reading = compare_readings(left, right, hyphenated(a) == hyphenated(b), hangul);
      if (reading.cost >= best.cost && !(best.cost >= 2 && best.apart.empty())) continue;
      best = std::move(reading);
      order = left.surname_last != right.surname_last;
    }
  }
  NameComparison comparison;
  comparison.ledger = std::move(best.ledger);
  comparison.score = std::clamp(1 - best.cost, 0.0, 1.0);
  if (!best.apart.empty()) comparison.score = std::min(comparison.score, NameComparer::kVariantScore - 0.1);
  if (comparison.score < NameComparer::kVariantScore) {
    comparison.reason = best.apart.empty() ? "too many syllables differ" : best.apart;
    return comparison;
  }
  comparison.kind = best.kind;
  if (best.kind == NameDifference::none) {
    comparison.answer = NameAnswer::same;
    comparison.kind = order ? NameDifference::order : NameDifference::hyphen;
  } else {
    comparison.answer = NameAnswer::variant;
  }
  return comparison;
}

std::optional<NameComparison> compare_chinese(const Name& a, const Name& b, const Pinyin& pinyin) {
  if (a.chinese.empty() || b.chinese.empty()) return std::nullopt;
  const bool both_in_pinyin = any_in_pinyin(a) && any_in_pinyin(b);
  const bool both_korean = !a.korean.empty() && !b.korean.empty();
  if (both_korean && !both_in_pinyin) return std::nullopt;
  ChineseVerdict best = ChineseVerdict::different;
  bool order = false;
  // Wade-Giles writes a hyphen between given syllables, Pinyin none: where only one name has it, it may be the other
  // system although every syllable is one of Pinyin too.
  const bool one_hyphenated = hyphenated(a) != hyphenated(b);
  for (ChineseReading left : a.chinese) {
    if (one_hyphenated && hyphenated(a)) left.in_pinyin = false;
    for (ChineseReading right : b.chinese) {
      if (one_hyphenated && hyphenated(b)) right.in_pinyin = false;
      const ChineseVerdict verdict = pinyin.compare(left, right);
      if (verdict == ChineseVerdict::different || best == ChineseVerdict::same) continue;
      best = verdict;
      order = left.surname_last != right.surname_last;
    }
  }
  NameComparison comparison;
  switch (best) {
    case ChineseVerdict::same:
      comparison.answer = NameAnswer::same;
      comparison.kind = order ? NameDifference::order : NameDifference::hyphen;
      comparison.score = 1;
      break;
    case ChineseVerdict::other_system:
      comparison.answer = NameAnswer::variant;
      comparison.kind = NameDifference::romanisation;
      comparison.score = 0.8;
      comparison.ledger.push_back({a.written, b.written, NameDifference::romanisation, 0.2});
      break;
    case ChineseVerdict::different:
      comparison.score = 0.2;
      comparison.reason = "two names in Chinese syllables";
      break;
  }
  return comparison;
}

}  // namespace hearsay
