// Each function is a plain C function that SQLite calls with its arguments; one table says which names, how many
// arguments and which function, another (documentation.cc) says what they do. Registered as deterministic and
// innocuous. Answers are copied (SQLITE_TRANSIENT). Known limit: places() keeps the kMaxPlaces best of a group while it
// runs, so that a large block costs no memory.

#include "rules/engine/functions.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <new>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "core/compare/keys.h"
#include "core/compare/wording.h"
#include "core/text/normalise.h"
#include "core/value/edtf.h"
#include "rules/engine/place.h"
#include "rules/engine/readings.h"

namespace hearsay {
namespace {

using Values = sqlite3_value**;

bool is_null(sqlite3_value* value) { return sqlite3_value_type(value) == SQLITE_NULL; }

std::string_view text_of(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return text == nullptr ? std::string_view{}
                         : std::string_view{text, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void answer(sqlite3_context* context, std::string_view text) {
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

// fold, unaccented: the function itself is the registration's user data.
using TextFunction = std::string (*)(std::string_view);

template <TextFunction function>
void of_text(sqlite3_context* context, int, Values values) {
  if (!is_null(values[0])) answer(context, function(text_of(values[0])));
}

template <bool last>
void day_of_edtf(sqlite3_context* context, int, Values values) {
  if (is_null(values[0])) return;
  const std::optional<DayRange> days = days_of(text_of(values[0]));
  if (!days) return;
  if (const std::optional<Day> day = last ? days->last : days->first) sqlite3_result_int64(context, *day);
}

// Days between the nearest ends of two EDTF values: 0 where they meet.
void days_between(sqlite3_context* context, int, Values values) {
  if (is_null(values[0]) || is_null(values[1])) return;
  const std::optional<DayRange> a = days_of(text_of(values[0]));
  const std::optional<DayRange> b = days_of(text_of(values[1]));
  if (!a || !b || !a->year_known || !b->year_known) return;
  const auto gap = [](const std::optional<Day>& end, const std::optional<Day>& begin) {
    return end && begin && *begin > *end ? *begin - *end : Day{0};
  };
  sqlite3_result_int64(context, std::max(gap(a->last, b->first), gap(b->last, a->first)));
}

std::optional<Place> place_of(Values values) {
  if (is_null(values[0])) return std::nullopt;
  Place place;
  place.article = text_of(values[0]);
  place.claim = text_of(values[1]);
  if (!is_null(values[2]) && !is_null(values[3])) {
    const sqlite3_int64 begin = sqlite3_value_int64(values[2]);
    const sqlite3_int64 end = sqlite3_value_int64(values[3]);
    if (begin < 0 || end < begin) return std::nullopt;
    place.begin = static_cast<std::size_t>(begin);
    place.end = static_cast<std::size_t>(end);
  }
  return place;
}

void place(sqlite3_context* context, int, Values values) {
  if (const std::optional<Place> found = place_of(values)) answer(context, to_text(*found));
}

// The best places of a group: lowest rank first, then by article and text.
using Ranked = std::set<std::tuple<double, Place>>;

void places_step(sqlite3_context* context, int, Values values) {
  auto** state = static_cast<Ranked**>(sqlite3_aggregate_context(context, sizeof(Ranked*)));
  if (state == nullptr) return sqlite3_result_error_nomem(context);
  if (*state == nullptr) *state = new (std::nothrow) Ranked;
  if (*state == nullptr) return sqlite3_result_error_nomem(context);
  if (const std::optional<Place> found = place_of(values)) {
    (*state)->emplace(sqlite3_value_double(values[4]), *found);
    if ((*state)->size() > kMaxPlaces) (*state)->erase(std::prev((*state)->end()));
  }
}

void places_final(sqlite3_context* context) {
  auto** state = static_cast<Ranked**>(sqlite3_aggregate_context(context, 0));
  if (state == nullptr || *state == nullptr) return;
  std::vector<Place> list;
  for (const auto& [rank, found] : **state) {
    if (std::find(list.begin(), list.end(), found) == list.end()) list.push_back(found);
  }
  delete *state;
  *state = nullptr;
  if (!list.empty()) answer(context, to_text(list));
}

void by_turns(sqlite3_context* context, int count, Values values) {
  std::vector<std::vector<Place>> lists;
  for (int i = 0; i < count; ++i) {
    if (is_null(values[i])) continue;
    std::optional<std::vector<Place>> list = places_from_text(text_of(values[i]));
    if (!list) return;
    if (list->size() > kMaxPlaces) list->resize(kMaxPlaces);
    lists.push_back(*std::move(list));
  }
  if (!lists.empty()) answer(context, to_text(hearsay::by_turns(lists)));
}

Readings& readings_of(sqlite3_context* context) {
  return **static_cast<std::shared_ptr<Readings>*>(sqlite3_user_data(context));
}

// SQLite cannot stop a run inside a function: what takes more than linear time is asked of short texts only.
constexpr std::size_t kLongestName = 300;       // bytes
constexpr std::size_t kLongestWordList = 4000;  // bytes; of a text, has_word looks at kLongestSearched
constexpr std::size_t kLongestSearched = 65'536;

// name_answer, name_kind, name_reason, name_score: one comparison, four questions.
enum class NameQuestion { answer, kind, reason, score };

template <NameQuestion question>
void name_question(sqlite3_context* context, int, Values values) {
  if (is_null(values[0]) || is_null(values[1])) return;
  if (text_of(values[0]).size() > kLongestName || text_of(values[1]).size() > kLongestName) return;
  const NameComparison& names = readings_of(context).names(text_of(values[0]), text_of(values[1]));
  if constexpr (question == NameQuestion::answer) answer(context, name_of(names.answer));
  if constexpr (question == NameQuestion::kind) answer(context, name_of(names.kind));
  if constexpr (question == NameQuestion::reason) answer(context, names.reason);
  if constexpr (question == NameQuestion::score) sqlite3_result_double(context, names.score);
}

// likeness, share_in, shared_words, words_only_in: the content words of two texts.
enum class WordQuestion { likeness, share, shared, only_first };

template <WordQuestion question>
void word_question(sqlite3_context* context, int, Values values) {
  if (is_null(values[0]) || is_null(values[1])) return;
  Readings& readings = readings_of(context);
  const ContentWords& a = readings.words(text_of(values[0]));
  const ContentWords& b = readings.words(text_of(values[1]));
  if constexpr (question == WordQuestion::likeness) sqlite3_result_double(context, a.likeness(b));
  if constexpr (question == WordQuestion::share) sqlite3_result_double(context, a.share_in(b));
  if constexpr (question == WordQuestion::shared)
    sqlite3_result_int64(context, static_cast<sqlite3_int64>(a.shared_with(b)));
  if constexpr (question == WordQuestion::only_first)
    answer(context, fmt::format("{}", fmt::join(Likeness::compare(a, b).only_a, " ")));
}

// Arguments from `at`: low, high, modifier. Nothing where the figure has no bound at all.
std::optional<Quantity> figure_of(Values values, int at, sqlite3_value* unit) {
  Quantity figure;
  if (!is_null(values[at])) figure.low = sqlite3_value_double(values[at]);
  if (!is_null(values[at + 1])) figure.high = sqlite3_value_double(values[at + 1]);
  if ((!figure.low && !figure.high) || is_null(unit)) return std::nullopt;
  figure.modifier = modifier_named(text_of(values[at + 2])).value_or(Modifier::none);
  figure.unit = text_of(unit);
  return figure;
}

// figures_relation, figures_reason: low, high, modifier of one, of the other, their unit, the tolerance.
template <bool reason>
void figures_question(sqlite3_context* context, int, Values values) {
  const std::optional<Quantity> a = figure_of(values, 0, values[6]);
  const std::optional<Quantity> b = figure_of(values, 3, values[6]);
  if (!a || !b || is_null(values[7])) return;
  const double tolerance = std::clamp(sqlite3_value_double(values[7]), 0.0, 1.0);
  const FigureVerdict verdict = readings_of(context).comparers().figures.compare(*a, *b, tolerance);
  answer(context, reason ? std::string_view{verdict.reason} : name_of(verdict.agreement));
}

void in_unit(sqlite3_context* context, int, Values values) {
  if (is_null(values[0]) || is_null(values[1]) || is_null(values[2])) return;
  const FigureComparer& figures = readings_of(context).comparers().figures;
  const std::optional<double> converted =
      figures.convert(sqlite3_value_double(values[0]), text_of(values[1]), text_of(values[2]));
  if (converted) sqlite3_result_double(context, *converted);
}

void figures_slip(sqlite3_context* context, int, Values values) {
  if (is_null(values[0]) || is_null(values[1])) return;
  sqlite3_result_int(context, is_slip(sqlite3_value_double(values[0]), sqlite3_value_double(values[1])) ? 1 : 0);
}

// The first `most` bytes, no letter cut in two.
std::string_view whole_letters(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return text.substr(0, most);
}

// As fold(), for what only asks where words stand: quick for ASCII.
std::string folded(std::string_view text) {
  if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
    return fold(text);
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// 1 if a word of the list (one space between) stands in the text as a word.
void has_word(sqlite3_context* context, int, Values values) {
  if (is_null(values[0]) || is_null(values[1])) return;
  const std::string text = folded(whole_letters(text_of(values[0]), kLongestSearched));
  std::string_view list = text_of(values[1]);
  if (list.size() > kLongestWordList) return;
  const auto in_word = [&text](std::size_t at) {
    const char c = text[at];
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
  };
  while (!list.empty()) {
    const std::size_t space = std::min(list.find(' '), list.size());
    const std::string_view word = list.substr(0, space);
    list.remove_prefix(std::min(space + 1, list.size()));
    if (word.empty()) continue;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if ((at == 0 || !in_word(at - 1)) && (end == text.size() || !in_word(end)))
        return sqlite3_result_int64(context, 1);
    }
  }
  sqlite3_result_int64(context, 0);
}

// statements_answer, statements_kind, statements_reason: text and day of publication of one, then of the other.
enum class StatementQuestion { answer, kind, reason };

template <StatementQuestion question>
void statement_question(sqlite3_context* context, int, Values values) {
  if (is_null(values[0]) || is_null(values[2])) return;
  const StatementVerdict& verdict =
      readings_of(context).statements(text_of(values[0]), text_of(values[1]), text_of(values[2]), text_of(values[3]));
  if constexpr (question == StatementQuestion::answer) answer(context, name_of(verdict.answer));
  if constexpr (question == StatementQuestion::kind) answer(context, verdict.kind);
  if constexpr (question == StatementQuestion::reason) answer(context, verdict.reason);
}

void offices_exclude(sqlite3_context* context, int, Values values) {
  if (is_null(values[0]) || is_null(values[1])) return;
  sqlite3_result_int(context, readings_of(context).offices_exclude(text_of(values[0]), text_of(values[1])) ? 1 : 0);
}

void wording(sqlite3_context* context, int, Values values) {
  if (!is_null(values[0]) && !is_null(values[1]))
    sqlite3_result_double(context, same_wording(text_of(values[0]), text_of(values[1])));
}

// Two wordings as one text, what differs in brackets.
void marked(sqlite3_context* context, int, Values values) {
  if (!is_null(values[0]) && !is_null(values[1]))
    answer(context, marked_difference(text_of(values[0]), text_of(values[1])));
}

// The first words of one wording that stand in place of the other's.
void exchanged(sqlite3_context* context, int, Values values) {
  if (!is_null(values[0]) && !is_null(values[1]))
    answer(context, exchanged_words(text_of(values[0]), text_of(values[1])));
}

using Call = void (*)(sqlite3_context*, int, Values);

struct Registration {
  const char* name;
  int arguments;  // -1: any number
  Call call;
  Call step = nullptr;
  void (*last)(sqlite3_context*) = nullptr;
};

constexpr Registration kFunctions[] = {
    {"place", 4, &place},
    {"places", 5, nullptr, &places_step, &places_final},
    {"by_turns", -1, &by_turns},
    {"fold", 1, &of_text<&fold>},
    {"outlet_key", 1, &of_text<&outlet_key>},
    {"unaccented", 1, &of_text<&unaccented>},
    {"first_day", 1, &day_of_edtf<false>},
    {"last_day", 1, &day_of_edtf<true>},
    {"days_between", 2, &days_between},
    {"name_answer", 2, &name_question<NameQuestion::answer>},
    {"name_kind", 2, &name_question<NameQuestion::kind>},
    {"name_reason", 2, &name_question<NameQuestion::reason>},
    {"name_score", 2, &name_question<NameQuestion::score>},
    {"figures_relation", 8, &figures_question<false>},
    {"figures_reason", 8, &figures_question<true>},
    {"figures_slip", 2, &figures_slip},
    {"in_unit", 3, &in_unit},
    {"likeness", 2, &word_question<WordQuestion::likeness>},
    {"share_in", 2, &word_question<WordQuestion::share>},
    {"shared_words", 2, &word_question<WordQuestion::shared>},
    {"words_only_in", 2, &word_question<WordQuestion::only_first>},
    {"has_word", 2, &has_word},
    {"same_wording", 2, &wording},
    {"marked", 2, &marked},
    {"exchanged_words", 2, &exchanged},
    {"statements_answer", 4, &statement_question<StatementQuestion::answer>},
    {"statements_kind", 4, &statement_question<StatementQuestion::kind>},
    {"statements_reason", 4, &statement_question<StatementQuestion::reason>},
    {"offices_exclude", 2, &offices_exclude},
};

}  // namespace

void add_rule_functions(sqlite3* database, const Comparers& comparers) {
  // Each function holds the readings; they go with the last of them, when the connection closes.
  using Shared = std::shared_ptr<Readings>;
  const auto readings = std::make_shared<Readings>(comparers);
  for (const Registration& function : kFunctions) {
    sqlite3_create_function_v2(database, function.name, function.arguments,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, new Shared(readings),
                               function.call, function.step, function.last,
                               [](void* shared) { delete static_cast<Shared*>(shared); });
  }
}

}  // namespace hearsay
