// Currency before, number, "m" or "b" where only millions or billions can be meant, unit behind, then the sign before
// all of it. Known limit: of compound measures two parts are joined, not three.

#include "core/extract/figures.h"

#include <cmath>

namespace hearsay {
namespace {

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

// "$4m", "15M people", "2.5b", "1.8M dollars", "$2.174T": a letter is a scale behind a currency, in capitals, or before
// a noun in the plural.
void FigureReader::take_letter(const std::vector<Piece>& pieces, Figure& figure) const {
  const std::size_t at = figure.number.last;
  if (!figure.number.digits || figure.number.scaled || at >= pieces.size() || pieces[at].kind != TokenKind::word)
    return;
  const Piece& letter = pieces[at];
  if (letter.word.size() != 1) return;
  double scale = 0;
  if (letter.is("m")) scale = 1e6;
  if (letter.is("b")) scale = 1e9;
  if (letter.is("t")) scale = 1e12;
  if (letter.is("g")) scale = 1e9;
  const bool touching = letter.gap == Gap::none;
  const bool money_behind = static_cast<bool>(units_.behind(pieces, at + 1, figure.number)) &&
                            units_.behind(pieces, at + 1, figure.number).money;
  const bool capital = letter.capital && !letter.is("g");
  const bool counts = letter.is("m") && touching && at + 1 < pieces.size() && counted_.is_plural(pieces[at + 1]) &&
                      !counted_.ends_noun(pieces[at + 1]);
  const bool fits =
      figure.money ? touching
                   : (capital && touching) || money_behind || counts || (letter.is("g") && letter.capital && !touching);
  if (scale == 0 || !fits) return;
  figure.number.value *= scale;
  figure.number.scaled = true;
  figure.number.bare = false;
  ++figure.number.last;
}

// "-1", "minus five", "negative one"; not the hyphen of "F-16" or of a range.
void FigureReader::take_sign(const std::vector<Piece>& pieces, Figure& figure) const {
  if (figure.first == 0 || figure.number.form == Numeral::Form::ordinal) return;
  const Piece& before = pieces[figure.first - 1];
  const bool after_number = figure.first > 1 && pieces[figure.first - 2].kind == TokenKind::number;
  const bool mark = before.is("-") && pieces[figure.first].gap == Gap::none && before.gap != Gap::none && !after_number;
  if (!mark && !before.is("minus") && !before.is("negative")) return;
  figure.number.value = -figure.number.value;
  --figure.first;
}

// ".08", ".50-caliber".
void FigureReader::take_leading_stop(const std::vector<Piece>& pieces, Figure& figure) const {
  const std::size_t at = figure.number.first;
  if (!figure.number.bare || at == 0 || !pieces[at - 1].is(".") || pieces[at].gap != Gap::none) return;
  if (pieces[at - 1].gap == Gap::none) return;
  figure.number.value /= std::pow(10.0, static_cast<double>(pieces[at].word.size()));
  figure.number.bare = false;
  --figure.number.first;
  --figure.first;
}

// "5 feet 2 inches" is 5.17 feet, "3 dollars and 50 cents" 3.5 dollars: what unit-parts.tsv lists.
void FigureReader::take_smaller_unit(const std::vector<Piece>& pieces, Figure& figure) const {
  const auto parts = parts_.find(figure.unit);
  if (parts == parts_.end() || figure.number.form == Numeral::Form::fraction) return;
  const std::size_t at = is(pieces, figure.last, ",") || is(pieces, figure.last, "and") ? figure.last + 1 : figure.last;
  if (at >= pieces.size() || !numerals_.may_begin(pieces[at])) return;
  const auto number = numerals_.read(pieces, at);
  if (!number) return;
  const UnitMatch unit = units_.behind(pieces, number->last, *number);
  for (const Part& part : parts->second) {
    const bool bare_inches = !unit && at == figure.last && part.unit == "inch" && pieces[at].gap == Gap::hyphen;
    if ((unit.unit != part.unit && !bare_inches) || number->value >= part.count || number->value < 0) continue;
    figure.number.value += number->value / part.count;
    figure.last = number->last + unit.length;
    figure.unit = part.whole;
    return;
  }
}

// 6'2" is 6.17 feet.
void FigureReader::take_feet_marks(const std::vector<Piece>& pieces, Figure& figure) const {
  const std::size_t at = figure.number.last;
  if (!figure.number.bare || figure.money || !is(pieces, at, "'") || at + 1 >= pieces.size()) return;
  if (pieces[at].gap != Gap::none || pieces[at + 1].gap != Gap::none) return;
  const auto inches = pieces[at + 1].kind == TokenKind::number ? value_of_digits(pieces[at + 1].word) : std::nullopt;
  constexpr double kInchesPerFoot = 12;
  if (!inches || *inches >= kInchesPerFoot) return;
  figure.number.value += *inches / kInchesPerFoot;
  figure.unit = "foot";
  figure.last = is(pieces, at + 2, "\"") ? at + 3 : at + 2;
}

// "20 degrees below zero".
void FigureReader::take_below_zero(const std::vector<Piece>& pieces, Figure& figure) {
  const bool degrees = figure.unit == "degree" || figure.unit == "celsius" || figure.unit == "fahrenheit";
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
  const auto number = numerals_.read(pieces, at, join);
  if (!number) return std::nullopt;
  Figure figure{*number, at, number->last, "", false, false};
  take_leading_stop(pieces, figure);
  if (const UnitMatch currency = units_.before(pieces, figure.first)) {
    figure.first -= currency.length;
    figure.unit = currency.unit;
    figure.money = true;
  }
  take_letter(pieces, figure);
  figure.last = figure.number.last;
  const std::size_t behind = unit_place(pieces, figure);
  UnitMatch unit = units_.behind(pieces, behind, figure.number);
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
  } else if (!unit && figure.number.form == Numeral::Form::cardinal) {
    take_feet_marks(pieces, figure);
  }
  take_sign(pieces, figure);
  return figure;
}

}  // namespace hearsay
