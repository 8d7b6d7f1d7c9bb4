// Every figure of one statement is laid beside every comparable one of the other: like unit, one noun, one outcome. A
// figure that agrees with any of them is settled, so that "three of five" and "three freed, two held" do not clash.
// What is left apart is a contradiction unless scope, a part of a whole, another period or a later count explains it.
// Known limits: the outcome is that of the nearest listed word; a part is known by listed words or a shorter period.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/compare/differences.h"
#include "core/compare/times.h"

namespace hearsay {
namespace {

constexpr double kLooseTolerance =
    0.02;                          // of figures of one unit, one of them "nearly" or "over": they are widened already
constexpr Day kEstimateAges = 30;  // days: an estimate of cost may be revised
constexpr Day kTellings = 3;       // days between two tellings of what does not grow with time, as tolls do
constexpr Day kPeriodDays = 28;    // a month or longer: figures are of periods
constexpr std::size_t kNounReach = 2;  // tokens behind a figure that may narrow it: "30 of the civilians"

TokenRange tokens_in(const Words& words, Span span) {
  const auto first = std::lower_bound(words.tokens.begin(), words.tokens.end(), span.begin,
                                      [](const Token& token, std::size_t at) { return token.span.end <= at; });
  auto last = first;
  while (last != words.tokens.end() && last->span.begin < span.end) ++last;
  return {static_cast<std::size_t>(first - words.tokens.begin()),
          static_cast<std::size_t>(last - words.tokens.begin())};
}

// A figure with what it counts.
struct Count {
  const Quantity* quantity = nullptr;
  TokenRange tokens;     // figure and noun
  std::string noun;      // meeting form of the counted noun's last word; may be empty
  bool generic = false;  // "people", "deaths", or no noun at all
  bool of_people = false;
  bool change = false;             // "rose by 2 points": how much it moved, not where it stands
  bool former = false;             // "cut from 10 euros": where it stood
  bool negated = false;            // its clause takes something back: "three never arrived"
  std::vector<std::string> nouns;  // axes of the noun
  std::string outcome;             // "dead"; empty if none is told
};

std::size_t distance(const TokenRange& range, std::size_t token) {
  if (token < range.first) return range.first - token;
  return token < range.last ? 0 : token - range.last + 1;
}

// What happened to those counted: the nearest word that tells, in the figure's own clause if there is one; a counted
// noun ("hostages") only where no other word does.
std::string outcome_of(const Proposition& of, const TokenRange& figure) {
  const Words& words = of.statement->words;
  const std::size_t size = words.tokens.size();
  std::vector<bool> counted_noun(size, false);
  for (const Quantity& quantity : of.statement->quantities) {
    if (!quantity.noun_span) continue;
    const TokenRange noun = tokens_in(words, *quantity.noun_span);
    std::fill(counted_noun.begin() + static_cast<std::ptrdiff_t>(noun.first),
              counted_noun.begin() + static_cast<std::ptrdiff_t>(noun.last), true);
  }
  std::string best;
  std::size_t best_distance = size * 4;
  for (std::size_t token = 0; token < size; ++token) {
    const std::string_view counted = of.counted[token];
    if (counted.empty()) continue;
    const bool own_clause = of.clause_of[token] == of.clause_of[figure.first];
    const std::size_t far = distance(figure, token) + (own_clause ? 0 : size) + (counted_noun[token] ? 2 * size : 0);
    if (far >= best_distance) continue;
    best = counted;
    best_distance = far;
  }
  return best;
}

// The five of "three of the five hostages": counted only to say of what the three are a part.
bool whole_of_part(const Proposition& of, const TokenRange& figure) {
  const std::vector<std::string>& folded = of.statement->words.folded;
  std::size_t at = figure.first;
  if (at > 0 && folded[at - 1] == "the") --at;
  if (at < 2 || folded[at - 1] != "of") return false;
  const std::size_t part_end = of.statement->words.tokens[at - 2].span.end;
  return std::any_of(of.statement->quantities.begin(), of.statement->quantities.end(),
                     [part_end](const Quantity& quantity) { return quantity.number.end == part_end; });
}

// What the words before the figure say of it: "by 2 points", "from 10 euros to".
void mark_movement(const Proposition& of, Count& count) {
  const std::vector<std::string>& folded = of.statement->words.folded;
  const std::size_t at = count.tokens.first;
  if (at == 0) return;
  const bool behind = count.tokens.last < folded.size() && folded[count.tokens.last] == "to";
  count.former = folded[at - 1] == "from" && behind;
  count.change =
      folded[at - 1] == "by" && at > 1 && std::any_of(of.senses.begin(), of.senses.end(), [&](const Sense& sense) {
        return sense.tokens.last <= at && at - sense.tokens.last <= kNounReach;
      });
}

bool in_negated_clause(const Proposition& of, const Count& count) {
  return std::any_of(of.negations.begin(), of.negations.end(), [&](const Negation& negation) {
    return negation.effect == Effect::negation && negation.tokens.first >= count.tokens.last &&
           of.clause_of[negation.tokens.first] == of.clause_of[count.tokens.first];
  });
}

std::vector<Count> counts_of(const Proposition& of, const WordKeys& keys) {
  const Words& words = of.statement->words;
  std::vector<Count> counts;
  for (const Quantity& quantity : of.statement->quantities) {
    if (quantity.ordinal) continue;
    const bool in_time = std::any_of(of.statement->times.begin(), of.statement->times.end(), [&](const Time& time) {
      return time.duration.empty() && time.span.begin < quantity.span.end && quantity.span.begin < time.span.end;
    });
    Count count;
    count.quantity = &quantity;
    count.tokens = tokens_in(words, quantity.span);
    if (in_time || whole_of_part(of, count.tokens)) continue;
    if (quantity.noun_span) {
      const TokenRange noun = tokens_in(words, *quantity.noun_span);
      if (noun.first < noun.last) {
        const std::string& head = words.folded[noun.last - 1];
        count.noun = keys.meeting_form(head);
        count.of_people = keys.is_person_noun(head) || !keys.counted(head).empty();
        for (const Sense& sense : of.senses) {
          if (sense.tokens.contains(noun.last - 1)) count.nouns.push_back(sense.meaning->axis);
        }
        count.tokens.last = std::max(count.tokens.last, noun.last);
      }
    }
    const bool people = std::find(count.nouns.begin(), count.nouns.end(), "people") != count.nouns.end();
    count.of_people |= people;
    count.generic = people || count.noun.empty() || !keys.counted(count.noun).empty();
    if (quantity.unit.empty() && (count.generic || count.of_people)) count.outcome = outcome_of(of, count.tokens);
    mark_movement(of, count);
    count.negated = in_negated_clause(of, count);
    counts.push_back(std::move(count));
  }
  return counts;
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&b](const std::string& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

bool one_noun(const Count& a, const Count& b) {
  if (a.noun.empty() || b.noun.empty() || a.noun == b.noun || share(a.nouns, b.nouns)) return true;
  return (a.generic && b.of_people) || (b.generic && a.of_people);
}

// Do they count one thing?
bool comparable(const Count& a, const Count& b) {
  if (!one_noun(a, b) || a.change != b.change || a.former != b.former || a.negated != b.negated) return false;
  return a.outcome.empty() || b.outcome.empty() || a.outcome == b.outcome;
}

// Group words near the figure; those of how badly and which dimension hold for the whole statement.
std::vector<const ScopeWord*> groups_of(const Proposition& of, const Count& count) {
  std::vector<const ScopeWord*> groups;
  for (const ScopeWord& scope : of.scopes) {
    if (scope.kind != ScopeKind::group) continue;
    const bool near = distance(count.tokens, scope.tokens.first) <= kNounReach;
    if (near || scope.group != "people") groups.push_back(&scope);
  }
  return groups;
}

// Two words of one group, one on each side and none on both: "serious" and "minor".
std::string group_reason(const std::vector<const ScopeWord*>& a, const std::vector<const ScopeWord*>& b) {
  for (const ScopeWord* first : a) {
    const bool both = std::any_of(b.begin(), b.end(), [&](const ScopeWord* second) {
      return second->group == first->group && second->value == first->value;
    });
    for (const ScopeWord* second : b) {
      if (!both && second->group == first->group)
        return fmt::format("one counts '{}', the other '{}'", first->written, second->written);
    }
  }
  return {};
}

// Words by which `of` counts less than `other`: "in the town of", "civilian"; empty if none.
std::string part_words(const Proposition& of, const std::vector<const ScopeWord*>& own, const Proposition& other,
                       const std::vector<const ScopeWord*>& others) {
  const auto says_it_too = [](const Proposition& proposition, const ScopeWord& scope) {
    return std::any_of(proposition.scopes.begin(), proposition.scopes.end(),
                       [&](const ScopeWord& o) { return o.written == scope.written; });
  };
  for (const ScopeWord& scope : of.scopes) {
    if (scope.kind == ScopeKind::part && !says_it_too(other, scope)) return scope.written;
  }
  for (const ScopeWord* scope : own) {
    const bool other_too =
        std::any_of(others.begin(), others.end(), [&](const ScopeWord* o) { return o->group == scope->group; });
    if (!other_too && scope->group == "people") return scope->written;
  }
  for (const ScopeWord& scope : other.scopes) {
    if (scope.kind == ScopeKind::whole && !says_it_too(of, scope)) return "less than '" + scope.written + "'";
  }
  return {};
}

// How the periods the two speak of lie to each other.
enum class Periods { none, same, apart, a_within_b, b_within_a };

struct PeriodsFound {
  Periods relation = Periods::none;
  bool b_later = false;
};

Day length(const DayRange& days) { return *days.last - *days.first + 1; }

// "since May" lasts to the day of publication.
std::optional<DayRange> days_told(const Time& time, const Proposition& of) {
  auto days = days_of(time.edtf);
  const auto published = date_from_text(of.statement->published);
  if (days && days->first && !days->last && published && day_of(*published) >= *days->first)
    days->last = day_of(*published);
  return days;
}

PeriodsFound periods_of(const Pair& pair) {
  PeriodsFound found;
  for (const Time& first : pair.a.statement->times) {
    for (const Time& second : pair.b.statement->times) {
      const auto a = days_told(first, pair.a);
      const auto b = days_told(second, pair.b);
      const bool since = first.edtf.ends_with("..") != second.edtf.ends_with("..");
      if (!a || !b || first.vague || second.vague) continue;
      if (!a->year_known || !b->year_known || !a->first || !a->last || !b->first || !b->last) continue;
      const bool apart = *a->last < *b->first || *b->last < *a->first;
      if (!apart && length(*a) == length(*b)) return {Periods::same, false};
      if (apart) {
        if (found.relation == Periods::none) found = {Periods::apart, *a->last < *b->first};
      } else if (since || std::min(length(*a), length(*b)) >= kPeriodDays) {
        found = {length(*a) < length(*b) ? Periods::a_within_b : Periods::b_within_a, false};
      } else {
        return {Periods::same, false};
      }
    }
  }
  return found;
}

double middle(const Quantity& quantity) {
  const Interval interval = interval_of(quantity);
  if (interval.low && interval.high) return (*interval.low + *interval.high) / 2;
  return interval.low ? *interval.low : interval.high.value_or(0);
}

class FigureJudge {
 public:
  FigureJudge(const Pair& pair, const Count& a, const Count& b, const FigureComparer& figures)
      : pair_(pair), a_(a), b_(b) {
    const double in_unit = figures.convert(middle(*b.quantity), b.quantity->unit, a.quantity->unit).value_or(0);
    a_more_ = middle(*a.quantity) > in_unit;
  }

  // The two are apart: may both hold?
  Difference judge(const std::string& apart) const {
    const auto compatible = [](std::string reason) { return Difference{false, "number", std::move(reason)}; };
    const auto groups_a = groups_of(pair_.a, a_);
    const auto groups_b = groups_of(pair_.b, b_);
    if (std::string reason = group_reason(groups_a, groups_b); !reason.empty()) return compatible(std::move(reason));
    if (pair_.a.hedged || pair_.b.hedged)
      return {false, "modality", fmt::format("{}, but one says only that it may be so", apart)};
    const std::string part_a = part_words(pair_.a, groups_a, pair_.b, groups_b);
    const std::string part_b = part_words(pair_.b, groups_b, pair_.a, groups_a);
    if (!part_a.empty() || !part_b.empty()) return part(apart, !part_a.empty(), part_a.empty() ? part_b : part_a);
    return by_time(apart);
  }

 private:
  [[nodiscard]] bool cumulative() const { return a_.quantity->unit.empty() && b_.quantity->unit.empty(); }

  // A part may not exceed its whole.
  [[nodiscard]] Difference part(const std::string& apart, bool a_is_part, const std::string& words) const {
    if (a_is_part == a_more_)
      return {true, "number", fmt::format("{}: the part ('{}') exceeds the whole", apart, words)};
    return {false, "number", fmt::format("{}: one counts a part ('{}')", apart, words)};
  }

  [[nodiscard]] Difference by_time(const std::string& apart) const {
    const PeriodsFound periods = periods_of(pair_);
    switch (periods.relation) {
      case Periods::apart:
        if (cumulative() && !a_.outcome.empty() && periods.b_later != a_more_)
          return {false, "number", fmt::format("{}: the later count is the higher one", apart)};
        return {false, "number", fmt::format("{}: they speak of different times", apart)};
      case Periods::a_within_b:
        return part(apart, true, "a shorter period");
      case Periods::b_within_a:
        return part(apart, false, "a shorter period");
      case Periods::none:
      case Periods::same:
        break;
    }
    const Day days = days_between(pair_).value_or(0);
    const bool grows = !a_.outcome.empty() || std::abs(days) > kTellings;
    if (days != 0 && cumulative() && grows && (days > 0) != a_more_)
      return {false, "number", fmt::format("{}: the later report has the higher count", apart)};
    if (std::abs(days) > kEstimateAges && !cumulative())
      return {false, "number", fmt::format("{}: published {} days apart", apart, std::abs(days))};
    return {true, "number", apart};
  }

  const Pair& pair_;
  const Count& a_;
  const Count& b_;
  bool a_more_ = false;
};

// Lengths of time and sums are told of one thing only where nearly all else is the same.
bool one_measure(const Pair& pair, const Count& a, const Count& b, const FigureComparer& figures) {
  constexpr double kSameEvent = 0.65;
  constexpr double kSameSum = 0.6;
  if (a.quantity->unit.empty() || b.quantity->unit.empty()) return true;
  const bool lengths = figures.convert(1, a.quantity->unit, "day") && figures.convert(1, b.quantity->unit, "day");
  return coverage(pair.a, pair.b, pair.alignment) >= (lengths ? kSameEvent : kSameSum);
}

// What the figures say of each other, the nouns apart.
FigureVerdict verdict_of(const Count& a, const Count& b, const FigureComparer& figures) {
  Quantity first = *a.quantity;
  Quantity second = *b.quantity;
  first.noun.clear();
  second.noun.clear();
  if (first.unit != second.unit) return figures.compare(first, second);
  const bool exact = first.modifier == Modifier::none && second.modifier == Modifier::none;
  return figures.compare(first, second, exact ? 0 : kLooseTolerance);
}

bool apart(Agreement agreement) { return agreement == Agreement::conflict || agreement == Agreement::updateable; }

}  // namespace

std::optional<Difference> figure_difference(const Pair& pair, const WordKeys& keys, const FigureComparer& figures) {
  const std::vector<Count> as = counts_of(pair.a, keys);
  const std::vector<Count> bs = counts_of(pair.b, keys);
  struct Apart {
    std::size_t a, b;
    std::string reason;
  };
  std::vector<Apart> conflicts;
  std::vector<bool> settled_a(as.size(), false);
  std::vector<bool> settled_b(bs.size(), false);
  std::string agreement;
  std::string told_apart;
  for (std::size_t i = 0; i < as.size(); ++i) {
    for (std::size_t j = 0; j < bs.size(); ++j) {
      const bool other_outcome = !as[i].outcome.empty() && !bs[j].outcome.empty() && as[i].outcome != bs[j].outcome;
      if (other_outcome && one_noun(as[i], bs[j]) && agreement.empty())
        told_apart = fmt::format("one counts those '{}', the other those '{}'", as[i].outcome, bs[j].outcome);
      if (!comparable(as[i], bs[j]) || !one_measure(pair, as[i], bs[j], figures)) continue;
      FigureVerdict verdict = verdict_of(as[i], bs[j], figures);
      if (verdict.agreement == Agreement::unit || verdict.agreement == Agreement::scope) continue;
      if (apart(verdict.agreement)) {
        conflicts.push_back({i, j, std::move(verdict.reason)});
        continue;
      }
      settled_a[i] = settled_b[j] = true;
      agreement = std::move(verdict.reason);
    }
  }
  std::optional<Difference> answer;
  if (!told_apart.empty() && agreement.empty()) answer = Difference{false, "number", told_apart + topic_of(pair), true};
  if (!agreement.empty()) answer = Difference{false, "number", agreement + topic_of(pair), true};
  for (const Apart& conflict : conflicts) {
    if (settled_a[conflict.a] || settled_b[conflict.b]) continue;
    const Quantity& a = *as[conflict.a].quantity;
    const Quantity& b = *bs[conflict.b].quantity;
    const std::string written = fmt::format("'{}' against '{}'", a.span.of(pair.a.statement->words.text),
                                            b.span.of(pair.b.statement->words.text));
    Difference found = FigureJudge(pair, as[conflict.a], bs[conflict.b], figures).judge(written);
    found.reason += topic_of(pair);
    if (found.contradicts) return found;
    answer = std::move(found);
  }
  return answer;
}

}  // namespace hearsay
