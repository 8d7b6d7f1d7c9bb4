// People are counted by what happened to them: the nearest word of predicates.tsv behind the figure, else before it
// ("14 people were killed", "killed 14"). What narrows the count ("civilian deaths", "nine children", "three of the
// injured") is its scope.
// Other figures are of what they measure: the nearest word of measures.tsv ("turnout was 62 per cent").
//   A figure stands in blocks of noun class + what its unit measures + two anchors: two of the best of its own
// sentence, one of them and a topic of the article, or two of what the article is about; what is no outcome stands also
// under each of the two names that the article is mostly about. What a sum of money is ("price") ties it as well as an
// anchor does, so that one more is enough; with two it also meets sums of which nothing says what they are. One word in
// common ties nothing, but for the name of a place or body, and no single wording of the event is needed.
//   Known limits: what both articles call differently does not meet; kOwnAnchors and kTopics bound the number of keys.

#include "core/compare/figure_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kOutcomeBehind = 4;  // tokens: "14 people were killed"
constexpr std::size_t kMeasuredWords = 3;
constexpr std::size_t kSumReach = 12;     // tokens between a sum of money and the word that says what it is
constexpr std::size_t kMeasureReach = 9;  // likewise of other figures
constexpr std::size_t kOwnAnchors = 3;    // of the figure's sentence
constexpr std::size_t kTopics = 4;        // of the article
constexpr std::size_t kTellingAlone = 2;  // of the own anchors

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// Under each two of `own`, and each of these with each topic.
std::set<std::string> pair_keys(std::string_view noun_class, std::string_view unit, const std::vector<std::string>& own,
                                const std::vector<std::string>& topics) {
  std::set<std::string> keys;
  for (std::size_t a = 0; a < own.size(); ++a) {
    std::vector<std::string> others(own.begin() + static_cast<std::ptrdiff_t>(a) + 1, own.end());
    others.insert(others.end(), topics.begin(), topics.end());
    for (const std::string& other : others) {
      const auto& [first, second] = std::minmax(own[a], other);
      if (first != second) keys.insert(fmt::format("{}|{}|{}|{}", noun_class, unit, first, second));
    }
  }
  return keys;
}

}  // namespace

QuantityFact FigureFactReader::read(const Quantity& value, const std::vector<TokenRange>& ranges) const {
  QuantityFact fact;
  fact.value = value;
  fact.topic = value.noun.empty() ? value.unit : value.noun;
  std::vector<Span> without = {value.span};
  if (value.noun_span) without.push_back(*value.noun_span);
  fact.anchors = words_.anchors_in(ranges, without);
  count(fact, ranges);
  const bool telling = !fact.anchors.empty() && words_.is_telling(fact.anchors.front());
  if (!fact.anchors.empty()) fact.event = fact.anchors.front();
  if (!telling && !words_.topics().empty()) fact.event = words_.topics().front();
  place(fact);
  if (keys_.rarity(fact.noun_class) >= Rarity::known) fact.anchors.push_back(fact.noun_class);
  add_story(fact);
  return fact;
}

// What is counted or measured is mostly that of which the article tells. Articles call their event by many words, two
// of which they share.
void FigureFactReader::add_story(QuantityFact& fact) const {
  if (fact.keys.empty() || is_money(fact.value) || !words_.is_of_the_story(fact.anchors)) return;
  const bool outcome = is_outcome(fact.noun_class);
  const std::vector<std::string> story = words_.story();
  const std::string_view unit = keys_.meeting_unit(fact.value.unit);
  std::set<std::string> keys = pair_keys(fact.noun_class, unit, story, {});
  for (const std::string& name : outcome ? std::vector<std::string>{} : words_.foremost_names())
    keys.insert(fmt::format("{}|{}|{}", fact.noun_class, unit, name));
  keys.insert(fact.keys.begin(), fact.keys.end());
  fact.keys.assign(keys.begin(), keys.end());
  for (const std::string& topic : story) {
    if (outcome && std::find(fact.anchors.begin(), fact.anchors.end(), topic) == fact.anchors.end())
      fact.anchors.push_back(topic);
  }
}

// Parts of one whole do not contradict each other, a rank is no count: they stand in no block.
void FigureFactReader::place(QuantityFact& fact) const {
  // "17 % of the film": of one whole, two of them disagree
  const bool percentage = fact.value.unit == "%";
  if (fact.value.ordinal || (is_part(fact.value) && !percentage) || fact.noun_class.empty()) return;
  const bool personal = keys_.meeting_unit(fact.value.unit) == "time";  // a term is somebody's
  std::vector<std::string> own;
  for (const std::string& anchor : fact.anchors) {
    if (own.size() < kOwnAnchors && (personal || !words_.is_person(anchor))) own.push_back(anchor);
  }
  std::vector<std::string> topics = words_.topics();
  if (topics.size() > kTopics) topics.resize(kTopics);
  std::set<std::string> keys =
      is_money(fact.value) ? sum_keys(fact, own, topics) : count_keys(fact, fact.noun_class, own, topics);
  // "40 hectares" beside "40 hectares of maize": one does not say what it measures.
  const std::string kind(keys_.unit_kind(fact.value.unit));
  if (!kind.empty() && kind != fact.noun_class && !personal) keys.merge(count_keys(fact, kind, own, topics));
  fact.keys.assign(keys.begin(), keys.end());
}

// What a sum is tells more than an anchor; where the other does not say it, they meet as sums.
std::set<std::string> FigureFactReader::sum_keys(const QuantityFact& fact, const std::vector<std::string>& own,
                                                 const std::vector<std::string>& topics) {
  std::set<std::string> keys = pair_keys("sum", fact.value.unit, own, topics);
  if (fact.noun_class == "sum") return keys;
  for (const std::vector<std::string>* anchors : {&own, &topics}) {
    for (const std::string& anchor : *anchors)
      keys.insert(fmt::format("{}|{}|{}", fact.noun_class, fact.value.unit, anchor));
  }
  return keys;
}

// What is counted of one body or place is often told once: one such name is enough to meet.
std::set<std::string> FigureFactReader::count_keys(const QuantityFact& fact, std::string_view noun_class,
                                                   const std::vector<std::string>& own,
                                                   const std::vector<std::string>& topics) const {
  const std::string_view unit = keys_.meeting_unit(fact.value.unit);
  std::set<std::string> keys = pair_keys(noun_class, unit, own.empty() ? topics : own, topics);
  for (std::size_t i = 0; i < std::min(own.size(), kTellingAlone) && words_.is_name(own[i]); ++i)
    keys.insert(fmt::format("{}|{}|{}", noun_class, unit, own[i]));
  if (topics.size() > 1) keys.merge(pair_keys(noun_class, unit, {topics[0]}, {topics[1]}));
  return keys;
}

// "dead", "injured": what happened to people.
bool FigureFactReader::is_outcome(std::string_view noun_class) const { return keys_.counted(noun_class) == noun_class; }

// The counted noun; of a measure, what is measured: "300 tonnes of ammonium nitrate".
TokenRange FigureFactReader::noun_of(const Quantity& value) const {
  if (value.noun_span) return words_.tokens_in(*value.noun_span);
  const std::size_t size = words_.words().tokens.size();
  const std::size_t of = words_.tokens_in(value.span).last;
  if (value.unit.empty() || of >= size || word(of) != "of") return {};
  std::size_t last = of + 1;
  while (last < size && last <= of + kMeasuredWords && words_.words().tokens[last].kind == TokenKind::word &&
         keys_.rarity(word(last)) > Rarity::function) {
    ++last;
  }
  return {of + 1, last};
}

// "a crowd of 20,000 people"
bool FigureFactReader::is_crowd(TokenRange noun, std::string_view head) const {
  const bool anybody = head == "people" || head == "persons";
  return anybody && noun.first >= 3 && word(noun.first - 2) == "of" &&
         !keys_.measure(word(noun.first - 3), "count").empty();
}

// Fills in noun class and scope.
void FigureFactReader::count(QuantityFact& fact, const std::vector<TokenRange>& ranges) const {
  const Quantity& value = fact.value;
  std::vector<std::string> modifiers;
  std::string head;
  const TokenRange noun = noun_of(value);
  for (std::size_t token = noun.first; token < noun.last; ++token) {
    if (!head.empty() && keys_.rarity(head) > Rarity::function) modifiers.push_back(keys_.thing(head));
    head = word(token);
  }
  if (is_part(value)) modifiers.emplace_back("part");
  const bool person = head.empty() ? value.unit.empty() : keys_.is_person_noun(head);
  if (!head.empty() && !keys_.counted(head).empty()) {
    fact.noun_class = keys_.counted(head);  // "deaths", "the injured"
  } else if (const std::string_view happened = person ? outcome(value, ranges) : std::string_view();
             !happened.empty()) {
    fact.noun_class = happened;
    if (!head.empty() && keys_.rarity(head) > Rarity::everywhere) modifiers.push_back(keys_.thing(head));
  } else if (!head.empty() && !is_crowd(noun, head)) {
    fact.noun_class = keys_.thing(head);
  } else {
    fact.noun_class = measure_of(value, ranges);
    if (fact.noun_class.empty()) fact.noun_class = keys_.unit_kind(value.unit);
    if (!fact.noun_class.empty() && !is_money(value)) {
      fact.topic = fact.noun_class;
      modifiers = narrowed(ranges);
    }
    if (fact.noun_class.empty() && is_money(value)) fact.noun_class = "sum";
  }
  std::erase_if(modifiers, [&](const std::string& modifier) { return keys_.counted(modifier) == fact.noun_class; });
  std::sort(modifiers.begin(), modifiers.end());
  fact.scope = joined(modifiers);
}

// What happened to the people counted: the nearest word close behind the figure, else the nearest before it, else the
// nearest behind.
std::string_view FigureFactReader::outcome(const Quantity& value, const std::vector<TokenRange>& ranges) const {
  const std::size_t end = value.noun_span ? std::max(value.span.end, value.noun_span->end) : value.span.end;
  const TokenRange figure = words_.tokens_in({std::min(value.span.begin, end), end});
  std::string_view before;
  std::string_view behind;
  bool same_clause = true;
  for (const TokenRange& range : ranges) {
    for (std::size_t token = range.first; token < range.last; ++token) {
      if (token >= figure.last && (word(token) == "and" || word(token) == ",")) same_clause = false;
      const std::string_view counted = keys_.counted(word(token));
      if (counted.empty()) continue;
      if (token < figure.first) before = counted;
      if (token >= figure.last && token < figure.last + kOutcomeBehind && same_clause) return counted;
      if (token >= figure.last && behind.empty()) behind = counted;
    }
  }
  return before.empty() ? behind : before;
}

// A unit of money is a currency's code: "EUR".
bool FigureFactReader::is_money(const Quantity& value) {
  return value.unit.size() == 3 &&
         std::all_of(value.unit.begin(), value.unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Where the turnout was 48 per cent: "district".
std::vector<std::string> FigureFactReader::narrowed(const std::vector<TokenRange>& ranges) const {
  std::set<std::string> places;
  for (const TokenRange& range : ranges) {
    for (std::size_t token = range.first; token < range.last; ++token)
      places.emplace(keys_.measure(word(token), "where"));
  }
  places.erase("");
  return {places.begin(), places.end()};
}

// What a figure is to measures.tsv.
std::string_view FigureFactReader::measured(const Quantity& value) const {
  if (is_money(value)) return "money";
  if (value.unit == "%") return "percent";
  if (value.unit.empty()) return "count";
  return keys_.meeting_unit(value.unit) == "time" ? "time" : "";
}

// What the nearest word of measures.tsv says that the figure measures; that it changed only where none says what.
std::string_view FigureFactReader::measure_of(const Quantity& value, const std::vector<TokenRange>& ranges) const {
  const TokenRange figure = words_.tokens_in(value.span);
  const std::string_view of = measured(value);
  const std::size_t reach = of == "money" ? kSumReach : kMeasureReach;
  std::string_view nearest, change;
  std::size_t least = reach;
  for (const TokenRange& range : ranges) {
    for (std::size_t token = range.first; token < range.last; ++token) {
      if (token >= figure.first && token < figure.last) continue;
      const std::size_t distance = token < figure.first ? figure.first - token : token - figure.last + 1;
      const std::string_view measure = distance < reach ? keys_.measure(word(token), of) : std::string_view();
      if (measure == "change") change = measure;
      if (measure.empty() || measure == "change" || distance >= least) continue;
      nearest = measure;
      least = distance;
    }
  }
  return nearest.empty() ? change : nearest;
}

// "three of the injured": a part of a count given elsewhere.
bool FigureFactReader::is_part(const Quantity& value) const {
  const TokenRange figure = words_.tokens_in(value.span);
  const std::size_t size = words_.words().tokens.size();
  if (figure.last + 1 >= size || word(figure.last) != "of") return false;
  return keys_.rarity(word(figure.last + 1)) == Rarity::function;
}

}  // namespace hearsay
