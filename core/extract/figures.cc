// Currency before, number, "m" or "b" where only millions or billions can be meant, unit behind, what is counted in a
// smaller unit, then the sign before all of it. Known limit: of compound measures two parts are joined, not three.

#include "core/extract/figures.h"

#include <algorithm>
#include <cmath>

#include "core/extract/digits.h"

namespace hearsay {
namespace {

constexpr double kHundred = 100;

bool is(const std::vector<Piece>& pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].is(word);
}

}  // namespace

FigureReader::FigureReader(const Lexicon& lexicon, Vocabulary& vocabulary, const NumeralReader& numerals,
                           const CountedReader& counted)
    : numerals_(numerals), counted_(counted), units_(lexicon, vocabulary) {
  const Table& table = lexicon.table("unit-parts");
  for (const Table::Row& row : table.rows()) {
    const double count = value_of_digits(table.cell(row, "count")).value_or(1);
    parts_[table.cell(row, "unit")].push_back({table.cell(row, "part"), count, table.cell(row, "whole")});
  }
}

// Whether nothing is counted or measured by what stands at `at`.
bool FigureReader::ends_figure(const std::vector<Piece>& pieces, std::size_t at) const {
  if (at >= pieces.size()) return true;
  if (pieces[at].kind == TokenKind::mark) return !pieces[at].is("%") && !pieces[at].is("/");
  return pieces[at].kind == TokenKind::word && counted_.ends_noun(pieces[at]);
}

// What a letter multiplies by; 0 for no such letter.
double FigureReader::scale_of(const Piece& letter) {
  if (letter.is("k")) return 1e3;
  if (letter.is("m") || letter.is("mm")) return 1e6;
  if (letter.is("b") || letter.is("g")) return 1e9;
  return letter.is("t") ? 1e12 : 0;
}

// "$4m", "15M people", "2.5b", "1.8M dollars", "$2.174T": a letter is a scale behind a currency, in capitals, or before
// a noun in the plural. "221B Baker Street" is none.
void FigureReader::take_letter(const std::vector<Piece>& pieces, Figure& figure) const {
  const std::size_t at = figure.number.last;
  if (figure.number.scaled || at >= pieces.size() || pieces[at].kind != TokenKind::word) return;
  const Piece& letter = pieces[at];
  const double scale = scale_of(letter);
  if (scale == 0) return;
  const bool touching = letter.gap == Gap::none;
  const bool money_behind =
      units_.behind(pieces, at + 1, figure.number).money || money_behind_stop(pieces, at + 1, figure.number);
  const bool pounds = is(pieces, at + 1, "pounds") || is(pieces, at + 1, "pound");
  if (!figure.number.digits && !money_behind) return;  // "five m dollars"
  const bool capital = letter.capital && letter.word.size() == 1;
  const bool plural =
      at + 1 < pieces.size() && counted_.is_plural(pieces[at + 1]) && !counted_.ends_noun(pieces[at + 1]);
  const bool name_behind = at + 1 < pieces.size() && pieces[at + 1].capital && !plural;
  const bool by_capital = capital && !letter.is("g") && (touching ? !name_behind : plural);
  const bool decimal = letter.is("g") && capital && pieces[at - 1].word.size() > 1;  // "12.5G", not "5G"
  const bool ranged = touching && at + 1 < pieces.size() && pieces[at + 1].gap == Gap::hyphen &&
                      pieces[at + 1].kind == TokenKind::number && at + 2 < pieces.size() &&
                      pieces[at + 2].word == letter.word && at + 3 < pieces.size() &&
                      counted_.is_plural(pieces[at + 3]);  // "5m-10m people"
  const bool fits = decimal || ranged || figure.money
                        ? touching || letter.word.size() == 1
                        : by_capital || money_behind || pounds || (letter.is("m") && touching && plural) ||
                              (letter.is("g") && capital && !touching);
  if (!fits) return;
  figure.number.value *= scale;
  figure.number.scaled = true;
  figure.number.bare = false;
  ++figure.number.last;
  const std::size_t stop = figure.number.last;  // "10 m. dollars"
  if (money_behind_stop(pieces, stop, figure.number)) ++figure.number.last;
}

// The stop of an abbreviation before a currency: "10 mln. dollars".
bool FigureReader::money_behind_stop(const std::vector<Piece>& pieces, std::size_t at, const Numeral& number) const {
  return is(pieces, at, ".") && pieces[at].gap == Gap::none && units_.behind(pieces, at + 1, number).money;
}

// "30 MUSD", "5 kEUR".
void FigureReader::take_scaled_code(const std::vector<Piece>& pieces, Figure& figure) const {
  const std::size_t at = figure.number.last;
  if (figure.number.scaled || !figure.unit.empty()) return;
  const bool behind = at < pieces.size() && units_.scaled_code(pieces[at]);
  if (!behind && figure.first == 0) return;
  const std::size_t where = behind ? at : figure.first - 1;  // "30 MUSD", "MUSD 30"
  const UnitMatch code = units_.scaled_code(pieces[where]);
  const Piece letter{{}, pieces[where].word.substr(0, 1), kUnknownWord, TokenKind::word, Gap::none, false, false};
  const double scale = code ? scale_of(letter) : 0;
  if (scale == 0) return;
  figure.number.value *= scale;
  figure.number.scaled = true;
  figure.number.bare = false;
  figure.unit = code.unit;
  figure.money = true;
  if (behind) figure.last = at + 1;
  if (!behind) --figure.first;
}

// "-1", "minus five", "negative one", a text that is "- 10 k"; not the hyphen of "F-16", of a range or of a list.
void FigureReader::take_sign(const std::vector<Piece>& pieces, Figure& figure) const {
  if (figure.first == 0 || figure.number.form == Numeral::Form::ordinal) return;
  const Piece& before = pieces[figure.first - 1];
  const bool after_number = figure.first > 1 && pieces[figure.first - 2].kind == TokenKind::number;
  const bool touching = pieces[figure.first].gap == Gap::none;
  const bool alone = figure.first == 1 && ends_figure(pieces, figure.last);
  const bool mark = (before.is("-") || before.is("−")) && (touching || alone || before.is("−")) &&
                    before.gap != Gap::none && !after_number;
  if (!mark && !before.is("minus") && !before.is("negative")) return;
  figure.number.value = -figure.number.value;
  --figure.first;
}

// ".08", ".50-caliber".
void FigureReader::take_leading_stop(const std::vector<Piece>& pieces, Figure& figure) const {
  const std::size_t at = figure.number.first;
  if (!figure.number.bare || at == 0 || !pieces[at - 1].is(".") || pieces[at].gap != Gap::none) return;
  static constexpr std::string_view kBefore[] = {"-", "−", "+", "$", "£", "€"};
  const bool signed_number =
      at > 1 && std::find(std::begin(kBefore), std::end(kBefore), pieces[at - 2].word) != std::end(kBefore);
  if (pieces[at - 1].gap == Gap::none && !signed_number) return;
  figure.number.value /= std::pow(10.0, static_cast<double>(pieces[at].word.size()));
  figure.number.bare = false;
  --figure.number.first;
  --figure.first;
}

// "5 feet 2 inches" is 5.17 feet, "3 dollars and 50 cents" 3.5 dollars: what unit-parts.tsv lists.
void FigureReader::take_smaller_unit(const std::vector<Piece>& pieces, Figure& figure) const {
  const auto parts = parts_.find(figure.unit);
  if (parts == parts_.end() || figure.number.form == Numeral::Form::fraction) return;
  const bool joined = is(pieces, figure.last, ",") || is(pieces, figure.last, "and") || is(pieces, figure.last, "-");
  const std::size_t at = joined ? figure.last + 1 : figure.last;
  if (at >= pieces.size() || !numerals_.may_begin(pieces[at])) return;
  const auto number = numerals_.read(pieces, at);
  if (!number) return;
  const UnitMatch unit = units_.behind(pieces, number->last, *number);
  for (const Part& part : parts->second) {
    const bool in = is(pieces, number->last, "in") && figure.number.digits;  // "5 ft 6 in"
    const bool ends = ends_figure(pieces, in ? number->last + 1 : number->last);
    const bool bare_inches = !unit && at == figure.last && part.unit == "inch" &&
                             (pieces[at].gap == Gap::hyphen || (ends && (in || !number->scaled)));
    if ((unit.unit != part.unit && !bare_inches) || number->value >= part.count || number->value < 0) continue;
    figure.number.value += number->value / part.count;
    figure.last = number->last + unit.length + (bare_inches && in ? 1 : 0);
    figure.unit = part.whole;
    return;
  }
}

// "15 dollars and 50", "two pounds fifty", "$ 100 and fifty": a number of the hundredths, nothing counted behind it.
void FigureReader::take_hundredths(const std::vector<Piece>& pieces, Figure& figure) const {
  const Numeral& number = figure.number;
  if (!figure.money || number.scaled || number.value != std::floor(number.value)) return;
  const bool conjunction = is(pieces, figure.last, "and");
  const std::size_t at = conjunction ? figure.last + 1 : figure.last;
  if (at >= pieces.size() || !numerals_.may_begin(pieces[at]) || pieces[at].joined()) return;
  const auto rest = numerals_.read_cardinal(pieces, at);
  if (!rest || rest->value >= kHundred || rest->value != std::floor(rest->value) || rest->scaled) return;
  const bool two_digits = rest->digits ? rest->bare && pieces[at].word.size() == 2 : rest->value >= 10;
  const bool word_unit = figure.last > number.last;  // "5 dollars 50", not "$5 50"
  if (!(conjunction || (two_digits && word_unit)) || !ends_figure(pieces, rest->last)) return;
  if (units_.before(pieces, rest->last) || units_.behind(pieces, rest->last, *rest)) return;
  figure.number.value += rest->value / kHundred;
  figure.last = rest->last;
}

// "percentage of 22", "percent of twenty": the number is the percentage, unless something is counted.
void FigureReader::take_percentage(const std::vector<Piece>& pieces, Figure& figure) const {
  const std::size_t at = figure.first;
  if (at < 2 || !figure.unit.empty() || !is(pieces, at - 1, "of") || !ends_figure(pieces, figure.last)) return;
  if (!is(pieces, at - 2, "percentage") && !is(pieces, at - 2, "percent")) return;
  if (at > 2 && (pieces[at - 3].kind == TokenKind::number || numerals_.may_begin(pieces[at - 3])) &&
      !is(pieces, at - 3, "a"))
    return;  // "5 percent of 20"
  figure.first = at - 2;
  figure.unit = "%";
}

// 6'2" is 6.17 feet.
void FigureReader::take_feet_marks(const std::vector<Piece>& pieces, Figure& figure) const {
  const std::size_t at = figure.number.last;
  if (!figure.number.bare || figure.money || !is(pieces, at, "'") || at + 1 >= pieces.size()) return;
  const bool spaced = pieces[at + 1].gap == Gap::space && is(pieces, at + 2, "\"");  // 5' 6"
  if (pieces[at].gap != Gap::none || (pieces[at + 1].gap != Gap::none && !spaced)) return;
  const auto inches = pieces[at + 1].kind == TokenKind::number ? value_of_digits(pieces[at + 1].word) : std::nullopt;
  constexpr double kInchesPerFoot = 12;
  if (!inches || *inches >= kInchesPerFoot) return;
  figure.number.value += *inches / kInchesPerFoot;
  figure.unit = "foot";
  figure.last = is(pieces, at + 2, "\"") ? at + 3 : at + 2;
}

// "20 degrees below zero".
void FigureReader::take_below_zero(const std::vector<Piece>& pieces, Figure& figure) {
  const bool degrees =
      figure.unit.empty() || figure.unit == "degree" || figure.unit == "celsius" || figure.unit == "fahrenheit";
  if (!degrees || !is(pieces, figure.last, "below") || !is(pieces, figure.last + 1, "zero")) return;
  figure.number.value = -figure.number.value;
  figure.last += 2;
}

// Where the unit of the number may stand: behind it, or behind "of a", "a", "of one" of a fraction.
std::size_t FigureReader::unit_place(const std::vector<Piece>& pieces, const Figure& figure) {
  std::size_t at = figure.number.last;
  if (figure.number.form == Numeral::Form::fraction) {
    const std::size_t next = is(pieces, at, "of") ? at + 1 : at;
    const bool one = next > at && is(pieces, next, "one");
    return is(pieces, next, "a") || is(pieces, next, "an") || one ? next + 1 : at;
  }
  const bool hanging = is(pieces, at, "-") && at < pieces.size() && pieces[at].gap == Gap::none;
  return hanging || is(pieces, at, "{") ? at + 1 : at;  // "20 {kg}", the hanging hyphen of "8- to 16-metre"
}

std::optional<Figure> FigureReader::read(const std::vector<Piece>& pieces, std::size_t at, bool join) const {
  auto number = numerals_.read(pieces, at, join);
  const bool article = at < pieces.size() && (pieces[at].is("a") || pieces[at].is("an"));
  if (!number && article && units_.behind(pieces, at + 1, Numeral{at, at + 1, 1}).age) {
    number = Numeral{at, at + 1, 1};  // "a year old"
  }
  if (!number) return std::nullopt;
  Figure figure{*number, at, number->last, "", false, false};
  take_leading_stop(pieces, figure);
  if (const UnitMatch currency = units_.before(pieces, figure.first)) {
    const bool minus = pieces[figure.first].gap == Gap::hyphen && pieces[figure.first - 1].kind == TokenKind::mark;
    if (minus) figure.number.value = -figure.number.value;  // "$-5"
    figure.first -= currency.length;
    figure.unit = currency.unit;
    figure.money = true;
  }
  take_letter(pieces, figure);
  if (figure.number.scaled && money_behind_stop(pieces, figure.number.last, figure.number)) ++figure.number.last;
  figure.last = figure.number.last;
  take_scaled_code(pieces, figure);
  const std::size_t behind = unit_place(pieces, figure);
  const bool coded = figure.last > figure.number.last;
  const UnitMatch unit = coded ? UnitMatch{} : units_.behind(pieces, behind, figure.number);
  if (unit && (!figure.money || unit.unit == figure.unit)) {
    figure.unit = unit.unit;
    figure.money = unit.money;
    figure.age = unit.age;
    figure.last = behind + unit.length;
    if (is(pieces, figure.last, ".") && pieces[figure.last].gap == Gap::none && figure.last + 1 < pieces.size() &&
        pieces[figure.last].span.end == pieces[figure.last + 1].span.begin) {
      ++figure.last;
    }
    take_smaller_unit(pieces, figure);
    take_below_zero(pieces, figure);
  } else if (!unit && figure.money) {
    take_smaller_unit(pieces, figure);  // "$ 15 and 50 cents"
  } else if (!unit && figure.number.form == Numeral::Form::cardinal) {
    take_feet_marks(pieces, figure);
  }
  if (join) take_hundredths(pieces, figure);
  take_percentage(pieces, figure);
  take_sign(pieces, figure);
  return figure;
}

}  // namespace hearsay
