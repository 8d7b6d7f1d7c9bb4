// Sentence by sentence. At each piece: an idiom is skipped, an amount without a number ("dozens") is taken, else a
// figure is read and the words around it: modifiers, a second figure that makes it a range, rate, counted noun. Then
// neighbours are joined ("more than 10 and less than 40") and nouns carried on ("113 defectors ... 90 of them"). Known
// limits: figures never cross a sentence; nouns are carried within the paragraph only.

#include "core/extract/quantities.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>

#include "core/extract/bounds.h"
#include "core/extract/counted.h"
#include "core/extract/digits.h"
#include "core/extract/figure_context.h"
#include "core/extract/figures.h"
#include "core/extract/numerals.h"
#include "core/extract/phrases.h"
#include "core/extract/pieces.h"

namespace hearsay {
namespace {

constexpr double kOldestAge = 120;

bool is(const std::vector<Piece>& pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].is(word);
}

std::optional<double> number_or_nothing(const std::string& cell) {
  return cell.empty() ? std::nullopt : value_of_digits(cell);
}

struct Amount {
  std::optional<double> low;
  std::optional<double> high;
  Modifier modifier = Modifier::none;
  std::string needs;
};

}  // namespace

struct QuantityFinder::Tables {
  explicit Tables(const Lexicon& lexicon)
      : numerals(lexicon, vocabulary),
        counted(lexicon, vocabulary),
        figures(lexicon, vocabulary, numerals, counted),
        bounds(lexicon, vocabulary),
        context(lexicon, vocabulary) {
    const Table& table = lexicon.table("amounts");
    for (const Table::Row& row : table.rows()) {
      const Amount amount{number_or_nothing(table.cell(row, "low")), number_or_nothing(table.cell(row, "high")),
                          modifier_named(table.cell(row, "mod")).value_or(Modifier::none), table.cell(row, "needs")};
      amounts.add(vocabulary, row.key, amount);
      tell_by_longest(row.key);
    }
    const Table& units = lexicon.table("units");
    for (const Table::Row& row : units.rows()) {
      if (units.cell(row, "kind") == "age") tell_by_longest(row.key);  // "a year old"
    }
    for (const Table::Row& row : lexicon.table("number-idioms").rows()) idioms.add(vocabulary, row.key, true);
    opens.resize(vocabulary.size());
    telling.resize(vocabulary.size());
    for (WordId id = 1; id < opens.size(); ++id) {
      Piece piece;
      piece.word = vocabulary.word(id);
      piece.id = id;
      if (numerals.may_begin(piece) && !piece.is("a") && !piece.is("an")) telling[id] = true;
      opens[id] = idioms.may_begin(piece) || amounts.may_begin(piece) || numerals.may_begin(piece) ||
                  context.may_begin_other(piece);
    }
  }

  // Whether anything that is read here can begin with this piece.
  [[nodiscard]] bool may_begin(const Piece& piece) const {
    return piece.kind == TokenKind::number || may_begin(piece.id);
  }
  [[nodiscard]] bool may_begin(WordId id) const { return id < opens.size() && opens[id]; }

  // Whether a sentence with this word may hold a quantity: one without a number and without such a word holds none.
  [[nodiscard]] bool tells(WordId id) const { return id < telling.size() && telling[id]; }
  [[nodiscard]] bool tells(const Piece& piece) const { return piece.kind == TokenKind::number || tells(piece.id); }

  // Of a phrase one word is enough to tell; the longest is the rarest, as a rule.
  void tell_by_longest(std::string_view phrase) {
    std::string_view longest;
    for (std::size_t at = 0; at < phrase.size();) {
      const std::size_t end = std::min(phrase.find_first_of(" /", at), phrase.size());
      if (end - at > longest.size()) longest = phrase.substr(at, end - at);
      at = end + 1;
    }
    const WordId id = vocabulary.add(longest);
    if (telling.size() <= id) telling.resize(id + 1);
    telling[id] = true;
  }

  Vocabulary vocabulary;
  NumeralReader numerals;
  CountedReader counted;
  FigureReader figures;
  BoundReader bounds;
  FigureContext context;
  Phrases<Amount> amounts;
  Phrases<bool> idioms;
  std::vector<bool> opens;    // by word id
  std::vector<bool> telling;  // by word id
};

namespace {

// One sentence's figures; appends to the text's.
template <typename Tables>
class SentenceScan {
 public:
  SentenceScan(const Tables& tables, const Words& words, const std::vector<Piece>& pieces, std::vector<Quantity>& found)
      : tables_(tables), text_(words.text), pieces_(pieces), found_(found) {}

  // No figure begins behind the last piece that tells.
  void run() {
    std::size_t end = pieces_.size();
    while (end > 0 && !tables_.tells(pieces_[end - 1])) --end;
    for (std::size_t at = 0; at < end;) at = step(at);
  }

 private:
  // Reads what begins at `at`; answers where to go on.
  std::size_t step(std::size_t at) {
    const Piece& piece = pieces_[at];
    if (!tables_.may_begin(piece)) return at + 1;
    if (const auto idiom = tables_.idioms.at(pieces_, at)) return at + idiom.length;
    const bool priced = piece.kind == TokenKind::number && tables_.figures.units().before(pieces_, at);
    if (const std::size_t other = priced ? 0 : tables_.context.length_of_other(pieces_, at)) return at + other;
    const auto amount = tables_.amounts.at(pieces_, at);
    if (!tables_.numerals.may_begin(piece)) return amount ? take_amount(at, amount) : at + 1;
    const bool lower_end = at > 0 && is(pieces_, at - 1, "between");
    auto figure = tables_.figures.read(pieces_, at, !lower_end);
    if (lower_end && figure && !is(pieces_, figure->last, "and")) figure = tables_.figures.read(pieces_, at, true);
    if (amount && (!figure || amount.length > figure->last - at)) return take_amount(at, amount);
    if (figure && figure->first < taken_) figure->first = figure->number.first;  // "20 $ 30 $"
    if (!figure || figure->first < taken_) return take_ordinal(at);
    return take_figure(*figure);
  }

  std::size_t take_ordinal(std::size_t at) {
    if (pieces_[at].kind != TokenKind::number) return at + 1;
    const auto number = tables_.numerals.read_ordinal(pieces_, at);
    if (!number || is(pieces_, at + 1, "century") || is(pieces_, at + 1, "of")) return at + 1;
    Quantity quantity;
    quantity.ordinal = true;
    bound(quantity, number->value, Bound::none);
    place(quantity, at, at + 1, {at, at + 1});
    add_noun(quantity, tables_.counted.read(pieces_, at + 1, true));
    found_.push_back(std::move(quantity));
    return at + 1;
  }

  std::size_t take_amount(std::size_t at, const typename Phrases<Amount>::Match& match) {
    const Amount& amount = *match.value;
    const std::size_t last = at + match.length;
    const Counted counted = tables_.counted.read(pieces_, last, true);
    if (amount.needs == "noun" && (!counted.found() || is(pieces_, last, "of"))) return last;
    const bool plural =
        counted.found() && tables_.counted.is_plural(pieces_[counted.last - 1]) && !is(pieces_, counted.last, "and");
    if (amount.needs == "plural" && !plural) return last;
    if (amount.needs == "of" && !is(pieces_, last, "of")) return last;
    Quantity quantity;
    quantity.low = amount.low;
    quantity.high = amount.high;
    quantity.modifier = amount.modifier;
    std::size_t first = at;
    if (const BoundMatch before = bound_before(at)) {
      first = at - before.length;
      if (before.bound == Bound::over || before.bound == Bound::at_least) quantity.high.reset();
    }
    place(quantity, first, last, {at, last});
    add_noun(quantity, counted);
    found_.push_back(std::move(quantity));
    return last;
  }

  std::size_t take_figure(const Figure& figure) {
    const bool single = std::abs(figure.number.value) <= 1 || figure.number.form == Numeral::Form::fraction;
    const Counted counted = tables_.counted.read(pieces_, figure.last, single);
    if (!figure.unit.empty() && tables_.context.is_relative_time(pieces_, figure.first, figure.last))
      return figure.last;
    const auto second = second_of_range(figure);
    const bool of_one = second && !figure.number.digits;  // "one to two"
    if (figure.unit.empty() && !of_one && !is_count(figure.number, counted)) return figure.last;
    if (second) return take_range(figure, *second);
    Quantity quantity;
    Bound kind = Bound::none;
    std::size_t first = figure.first;
    if (const BoundMatch before = bound_before(first); before && !is_during(figure, first, before)) {
      kind = before.bound;
      first -= before.length;
    }
    std::size_t last = figure.last;
    if (const BoundMatch behind = tables_.bounds.behind(pieces_, last)) {
      const bool sum = last + behind.length < pieces_.size() && behind.length == 1 &&
                       tables_.numerals.may_begin(pieces_[last + 1]);  // "three plus four"
      if (!sum && (kind == Bound::none || kind == Bound::approx || kind == Bound::exact)) {
        kind = behind.bound;
        last += behind.length;
      }
    }
    bound(quantity, figure.number.value, kind);
    quantity.unit = unit_of(figure, counted);
    return finish(std::move(quantity), first, last, {figure.number.first, figure.number.last}, single);
  }

  // "earned $2,000 over three years": a period, not a bound; "for over three years" is one.
  [[nodiscard]] bool is_during(const Figure& figure, std::size_t first, const BoundMatch& before) const {
    static constexpr std::string_view kPeriods[] = {"day", "week", "month", "year", "decade", "hour", "minute"};
    static constexpr std::string_view kOpeners[] = {"for", "after", "took", "lasted", "is",
                                                    "was", "of",    "at",   "to",     "spent"};
    if (before.length != 1 || !pieces_[first - 1].is("over") || figure.age) return false;
    if (std::find(std::begin(kPeriods), std::end(kPeriods), figure.unit) == std::end(kPeriods)) return false;
    return first < 2 ||
           std::find(std::begin(kOpeners), std::end(kOpeners), pieces_[first - 2].word) == std::end(kOpeners);
  }

  // Rate and noun behind the figure, then the quantity is done.
  std::size_t finish(Quantity quantity, std::size_t first, std::size_t last, std::pair<std::size_t, std::size_t> number,
                     bool single) {
    place(quantity, first, last, number);
    if (const UnitMatch rate = tables_.figures.units().rate(pieces_, last)) {
      quantity.rate = rate.unit;
      last += rate.length;
    } else if (quantity.unit.empty() || quantity.unit == "%" || quantity.unit == "share") {
      const Counted counted = tables_.counted.read(pieces_, last, single);
      add_noun(quantity, counted);
      if (counted.found()) {
        if (const UnitMatch later = tables_.figures.units().rate(pieces_, counted.last)) quantity.rate = later.unit;
      }
    }
    found_.push_back(std::move(quantity));
    return last;
  }

  [[nodiscard]] bool is_count(const Numeral& number, const Counted& counted) const {
    if (tables_.context.is_year(pieces_, number, counted) || tables_.context.is_name(pieces_, number, counted))
      return false;
    const bool word_one = !number.digits && number.value == 1 && number.size() == 1;
    if (word_one && !counted.found() && !counted.of_them && pieces_.size() > 1) return false;
    return true;
  }

  [[nodiscard]] std::string unit_of(const Figure& figure, const Counted& counted) const {
    if (!figure.unit.empty()) return figure.unit;
    const Numeral& number = figure.number;
    if (number.form == Numeral::Form::fraction && number.value < 1) return "share";
    const bool between_commas = number.bare && number.first > 1 && is(pieces_, number.first - 1, ",") &&
                                pieces_[number.first - 2].capital &&
                                (is(pieces_, number.last, ",") || is(pieces_, number.last, "."));
    const bool stated =
        number.first > 0 &&
        (pieces_[number.first - 1].is("aged") || pieces_[number.first - 1].is("age") ||
         (number.first > 1 && is(pieces_, number.first - 1, "of") && is(pieces_, number.first - 2, "age")));
    return !counted.found() && (between_commas || stated) && number.value <= kOldestAge ? "year" : "";
  }

  // The upper end where `low` begins a range: "10 to 15", "between 5 and 7", "$40m-$55m", "5 or 6".
  [[nodiscard]] std::optional<Figure> second_of_range(const Figure& low) const {
    std::size_t at = low.last;
    if (is(pieces_, at, "-") && pieces_[at].gap == Gap::none && is(pieces_, at + 1, "to")) ++at;  // "8- to 16-metre"
    if (at >= pieces_.size() || low.number.form == Numeral::Form::ordinal) return std::nullopt;
    const std::string_view opener = low.first > 0 ? pieces_[low.first - 1].word : std::string_view{};
    const bool to = pieces_[at].is("to") || (pieces_[at].is("through") && low.number.digits) ||
                    ((pieces_[at].is("-") || pieces_[at].is("~")) && low.number.digits);
    const bool hyphen = pieces_[at].gap == Gap::hyphen && !to;
    const bool both = opener == "between" && pieces_[at].is("and");
    const bool either = pieces_[at].is("or");
    if (!hyphen && !to && !both && !either) return std::nullopt;
    if (opener == "from" && tables_.context.is_change(pieces_, low.first - 1)) return std::nullopt;
    std::size_t begin = hyphen ? at : at + 1;
    while (begin < pieces_.size() && !tables_.numerals.may_begin(pieces_[begin]) && begin < at + 4 &&
           (pieces_[begin].id != kUnknownWord || is(pieces_, begin, "-") || is(pieces_, begin, "−"))) {
      ++begin;  // a currency or a sign before the second number
    }
    if (begin >= pieces_.size() || !tables_.numerals.may_begin(pieces_[begin])) return std::nullopt;
    auto high = tables_.figures.read(pieces_, begin, true);
    if (!high || high->first != (hyphen ? at : at + 1)) return std::nullopt;
    if (!low.unit.empty() && !high->unit.empty() && low.unit != high->unit) return std::nullopt;
    const double value = low.number.value * shared_scale(low.number, high->number);
    const bool rises = value < high->number.value;
    const double step = shared_scale(low.number, high->number);
    const bool next = high->number.value == value + step;
    if (!rises || (either && !next) || (low.number.digits != high->number.digits && hyphen)) return std::nullopt;
    return high;
  }

  // What the scale words of the upper end multiply the lower one by: 1e6 in "10 to 15 million", 1 in "5 to a hundred".
  [[nodiscard]] static double shared_scale(const Numeral& low, const Numeral& high) {
    return !low.scaled && high.scale > 1 && low.value * high.scale < high.value ? high.scale : 1;
  }

  std::size_t take_range(const Figure& low, const Figure& high) {
    Quantity quantity;
    quantity.low = low.number.value * shared_scale(low.number, high.number);
    quantity.high = high.number.value;
    quantity.unit = !high.unit.empty() ? high.unit : low.unit;
    const bool parts = low.number.form == Numeral::Form::fraction && high.number.form == Numeral::Form::fraction;
    if (quantity.unit.empty() && parts && high.number.value <= 1) quantity.unit = "share";
    std::size_t first = low.first;
    if (first > 0 && pieces_[first - 1].is("between")) --first;
    if (quantity.unit.empty() && first > 0 && is(pieces_, first - 1, "aged")) quantity.unit = "year";
    if (const BoundMatch before = bound_before(first); before && before.bound == Bound::approx) {
      first -= before.length;
      quantity.modifier = Modifier::approx;
    }
    return finish(std::move(quantity), first, high.last, {low.number.first, high.number.last}, false);
  }

  // What narrows the figure that begins at `first`, as far as no figure before it has taken those words.
  [[nodiscard]] BoundMatch bound_before(std::size_t first) const {
    const BoundMatch match = tables_.bounds.before(pieces_, first);
    return first - match.length >= taken_ ? match : BoundMatch{};
  }

  void place(Quantity& quantity, std::size_t first, std::size_t last, std::pair<std::size_t, std::size_t> number) {
    taken_ = last;
    quantity.span = {pieces_[first].span.begin, pieces_[last - 1].span.end};
    quantity.number = {pieces_[number.first].span.begin, pieces_[number.second - 1].span.end};
  }

  void add_noun(Quantity& quantity, const Counted& counted) {
    if (counted.found()) {
      quantity.noun_span = Span{pieces_[counted.first].span.begin, pieces_[counted.last - 1].span.end};
      quantity.noun = quantity.noun_span->of(text_);
    } else if ((counted.more || counted.of_them || quantity.high == 0.0) && !found_.empty()) {
      quantity.noun = found_.back().noun;
    }
  }

  const Tables& tables_;
  std::string_view text_;
  const std::vector<Piece>& pieces_;
  std::vector<Quantity>& found_;
  std::size_t taken_ = 0;  // pieces before it belong to figures found
};

// "more than 10 and less than 40": two open intervals with a conjunction between them are one.
bool joins_to_interval(const Quantity& first, const Quantity& second, std::string_view text) {
  static constexpr std::string_view kBetween[] = {" and ", ", ", " but ", ", and ", ", but "};
  const bool rising = first.low && !first.high && !second.low && second.high;
  const bool falling = !first.low && first.high && second.low && !second.high;  // "under 40 and over 10"
  if (!rising && !falling) return false;
  if (rising ? *first.low >= *second.high : *second.low >= *first.high) return false;
  const std::string_view between = text.substr(first.span.end, second.span.begin - first.span.end);
  return first.unit == second.unit &&
         std::find(std::begin(kBetween), std::end(kBetween), between) != std::end(kBetween);
}

void join_intervals(std::vector<Quantity>& quantities, std::string_view text) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    if (kept > 0 && joins_to_interval(quantities[kept - 1], quantities[i], text)) {
      Quantity& first = quantities[kept - 1];
      if (!first.low) first.low = quantities[i].low;
      if (!first.high) first.high = quantities[i].high;
      first.modifier = Modifier::none;
      first.span.end = quantities[i].span.end;
      first.number.end = quantities[i].number.end;
      if (first.noun.empty()) {
        first.noun = quantities[i].noun;
        first.noun_span = quantities[i].noun_span;
      }
      continue;
    }
    if (kept != i) quantities[kept] = std::move(quantities[i]);
    ++kept;
  }
  quantities.resize(kept);
}

}  // namespace

QuantityFinder::QuantityFinder(const Lexicon& lexicon) : tables_(std::make_unique<Tables>(lexicon)) {}
QuantityFinder::~QuantityFinder() = default;

std::vector<Quantity> QuantityFinder::find(const Words& words) const {
  std::vector<Quantity> found;
  std::vector<Piece> pieces;
  const PieceCutter cutter(words, tables_->vocabulary, [&](WordId id) { return tables_->tells(id); });
  for (const Sentence& sentence : words.sentences) {
    if (!cutter.tells(sentence)) continue;
    cutter.cut(sentence, pieces);
    SentenceScan(*tables_, words, pieces, found).run();
  }
  join_intervals(found, words.text);
  return found;
}

}  // namespace hearsay
