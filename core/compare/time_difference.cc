// A time belongs to the nearest word that says what happened, of its own clause where there is one. "Before" and "by"
// open its beginning, "after" its end; "not before" and "not until" are "from then on". Known limits: a statement that
// tells of two happenings of one kind ("arrested in May and again in June") settles with any of them.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "core/compare/differences.h"
#include "core/compare/times.h"

namespace hearsay {
namespace {

constexpr double kSameEvent = 0.65;  // coverage from which two times without a common predicate are of one event

struct Occasion {
  const Time* time = nullptr;
  DayRange days;
  bool moved = false;             // a negation turned its bound: "not before June"
  std::vector<std::string> axes;  // and values of the word it belongs to
};

std::string_view word_before(const Words& words, std::size_t token) {
  return token == 0 ? std::string_view() : std::string_view(words.folded[token - 1]);
}

bool negated_at(const Proposition& of, std::size_t token) {
  return std::any_of(of.negations.begin(), of.negations.end(), [token](const Negation& negation) {
    return token >= negation.reach.first && token < negation.reach.last;
  });
}

// "before June" ends where June begins, "not before June" begins there.
DayRange bounded(const Proposition& of, DayRange days, std::size_t first_token) {
  std::string_view word = word_before(of.statement->words, first_token);
  const bool negated = negated_at(of, first_token);
  if (word == "before" || word == "until") {
    if (negated) return {days.first, std::nullopt, days.year_known};
    if (word == "until" || !days.first) return {std::nullopt, days.last, days.year_known};
    return {std::nullopt, *days.first - 1, days.year_known};
  }
  if (negated && !days.first && days.last) return {*days.last + 1, std::nullopt, days.year_known};  // "not before June"
  if (word == "by") return {std::nullopt, days.last, days.year_known};
  if (word == "after" && days.first) return {days.first, std::nullopt, days.year_known};
  return days;
}

std::vector<std::string> axes_of(const Proposition& of, std::size_t first, std::size_t last) {
  const std::size_t size = of.statement->words.tokens.size();
  std::size_t best = 2 * size + 1;
  std::vector<std::string> axes;
  for (const Sense& sense : of.senses) {
    if (sense.meaning->thing) continue;
    const bool before = sense.tokens.last <= first;
    if (!before && sense.tokens.first < last) continue;
    const std::size_t gap = before ? first - sense.tokens.last : sense.tokens.first - last;
    const bool own_clause = of.clause_of[sense.tokens.first] == of.clause_of[first];
    const std::size_t far = gap + (own_clause ? 0 : size);
    if (far > best) continue;
    if (far < best) axes.clear();
    best = far;
    axes.push_back(sense.meaning->axis + "=" + sense.meaning->value);
  }
  return axes;
}

std::vector<Occasion> occasions_of(const Proposition& of) {
  const Words& words = of.statement->words;
  std::vector<Occasion> occasions;
  for (const Time& time : of.statement->times) {
    const auto days = days_of(time.edtf);
    if (!days || time.vague) continue;
    std::size_t first = 0;
    while (first < words.tokens.size() && words.tokens[first].span.begin < time.span.begin) ++first;
    std::size_t last = first;
    while (last < words.tokens.size() && words.tokens[last].span.begin < time.span.end) ++last;
    if (first == last) continue;
    const DayRange bounds = bounded(of, *days, first);
    const bool moved = negated_at(of, first) && bounds != *days && !bounds.last;
    occasions.push_back({&time, bounds, moved, axes_of(of, first, last)});
  }
  return occasions;
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&b](const std::string& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

bool apart(const Occasion& a, const Occasion& b) {
  if (!a.days.year_known || !b.days.year_known)
    return compare_times(*a.time, *b.time, 0).agreement == TimeAgreement::conflict;
  const bool before = a.days.last && b.days.first && *a.days.last < *b.days.first;
  const bool after = b.days.last && a.days.first && *b.days.last < *a.days.first;
  return before || after;
}

// Does the statement tell of a doing that the other does not: "was designed" beside "was built"?
bool tells_more(const Proposition& of, const std::vector<bool>& matched) {
  for (std::size_t i = 0; i < of.terms.size(); ++i) {
    if (!matched[i] && !of.is_name(of.terms[i].token)) return true;
  }
  return false;
}

std::string both(const Pair& pair, const Occasion& a, const Occasion& b, std::string_view between) {
  return fmt::format("'{}' ({}) {} '{}' ({})", a.time->span.of(pair.a.statement->words.text), a.time->edtf, between,
                     b.time->span.of(pair.b.statement->words.text), b.time->edtf) +
         topic_of(pair);
}

}  // namespace

std::optional<Day> days_between(const Pair& pair) {
  const auto a = date_from_text(pair.a.statement->published);
  const auto b = date_from_text(pair.b.statement->published);
  if (!a || !b) return std::nullopt;
  return day_of(*b) - day_of(*a);
}

bool dated_apart(const Pair& pair) {
  const std::vector<Occasion> as = occasions_of(pair.a);
  const std::vector<Occasion> bs = occasions_of(pair.b);
  if (as.empty() || bs.empty()) return false;
  const auto moved = [](const Occasion& occasion) {
    return occasion.moved;
  };  // "not before June": the date is the point
  if (std::any_of(as.begin(), as.end(), moved) || std::any_of(bs.begin(), bs.end(), moved)) return false;
  return std::all_of(as.begin(), as.end(), [&](const Occasion& a) {
    return std::all_of(bs.begin(), bs.end(), [&](const Occasion& b) { return apart(a, b); });
  });
}

std::optional<Difference> time_difference(const Pair& pair) {
  const std::vector<Occasion> as = occasions_of(pair.a);
  const std::vector<Occasion> bs = occasions_of(pair.b);
  const bool each_tells_more =
      tells_more(pair.a, pair.alignment.matched_a) && tells_more(pair.b, pair.alignment.matched_b);
  const double whole = each_tells_more ? 0 : coverage(pair.a, pair.b, pair.alignment);
  std::optional<Difference> conflict;
  std::optional<Difference> agreement;
  for (const Occasion& a : as) {
    for (const Occasion& b : bs) {
      const bool unknown = a.axes.empty() || b.axes.empty();
      if (unknown ? whole < kSameEvent : !share(a.axes, b.axes)) continue;
      const bool same = a.time->edtf == b.time->edtf;
      if (same && a.time->weekday_misfit != b.time->weekday_misfit && a.time->edtf.size() == 10)
        return Difference{true, "weekday", both(pair, a, b, "against")};
      if (!apart(a, b)) {
        agreement = Difference{false, "date", both(pair, a, b, "agrees with"), true};
      } else if (!conflict) {
        conflict = Difference{true, "date", both(pair, a, b, "against")};
      }
    }
  }
  if (agreement || !conflict) return agreement;
  if (pair.a.hedged || pair.b.hedged) {
    conflict->contradicts = false;
    conflict->kind = "modality";
    conflict->reason += ", but one says only that it may be so";
  }
  return conflict;
}

}  // namespace hearsay
