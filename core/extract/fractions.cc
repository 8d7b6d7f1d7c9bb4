// The parts of a whole: a fraction is a numerator and an ordinal, a half or a quarter; a mixed number is a cardinal and
// a fraction. Known limit: "a third" is a fraction only where no noun follows ("a third man").

#include <algorithm>
#include <cmath>

#include "core/extract/digits.h"
#include "core/extract/numerals.h"

namespace hearsay {
namespace {

bool is_article(const Piece& piece) { return piece.is("a") || piece.is("an"); }

// "fifth" after "a" counts off a part only where no noun follows it: "a fifth of them", "a tenth were", "a quarter."
bool part_may_end(const std::vector<Piece>& pieces, std::size_t at) {
  static constexpr std::string_view kFollowers[] = {"of",   "were", "was",  "are",  "is",    "had",
                                                    "have", "has",  "in",   "said", "to",    "say",
                                                    "from", "and",  "more", "less", "fewer", "as"};
  if (at >= pieces.size() || pieces[at].kind == TokenKind::mark) return true;
  for (const std::string_view word : kFollowers) {
    if (pieces[at].is(word)) return true;
  }
  return false;
}

// Whether "top/bottom" is a number: no date of terror, no "24/7", no league of its own.
bool divides(double top, double bottom) {
  constexpr double kLargest = 100;  // of an improper fraction's parts
  if (bottom == 0 || (top == 9 && bottom == 11) || (top == 24 && bottom == 7)) return false;
  return top < bottom || (top < kLargest && bottom > 1 && std::fmod(top, bottom) != 0);
}

bool is_common_part(std::optional<double> bottom) {
  static constexpr double kParts[] = {2, 3, 4, 5, 8, 16, 32, 64};
  return bottom && std::find(std::begin(kParts), std::end(kParts), *bottom) != std::end(kParts);
}

}  // namespace

// "third", "thirds", "twenty-first", "one hundred and fifth".
std::optional<Numeral> NumeralReader::denominator(const Pieces& pieces, std::size_t at, bool plural) const {
  const NumberWord first = word(pieces, at);
  const Kind wanted = plural ? Kind::ordinals : Kind::ordinal;
  if (first.kind == wanted) return Numeral{at, at + 1, first.value, Numeral::Form::ordinal};
  const NumberWord second = word(pieces, at + 1);
  if (first.kind == Kind::ten && second.kind == wanted && second.value < 10) {
    return Numeral{at, at + 2, first.value + second.value, Numeral::Form::ordinal};
  }
  const NumberWord scaled = word(pieces, at + 1);
  const bool tens = (first.kind == Kind::teen || first.kind == Kind::hundred || first.kind == Kind::ten ||
                     (first.kind == Kind::unit && first.value == 1)) &&
                    scaled.kind == wanted && scaled.value >= 1000;
  if (tens && at + 1 < pieces.size() && pieces[at + 1].gap == Gap::hyphen) {  // "ten-thousandths"
    return Numeral{at, at + 2, first.value * scaled.value, Numeral::Form::ordinal};
  }
  const auto hundreds = first.kind == Kind::unit ? group(pieces, at, false) : std::nullopt;  // "one hundred and fifth"
  if (!hundreds || !hundreds->scaled || hundreds->value != std::floor(hundreds->value / 100) * 100) return std::nullopt;
  std::size_t next = hundreds->last;
  if (next < pieces.size() && pieces[next].is("and")) ++next;
  const NumberWord last = word(pieces, next);
  if (last.kind != wanted || last.value >= 100) return std::nullopt;
  return Numeral{at, next + 1, hundreds->value + last.value, Numeral::Form::ordinal};
}

// "two thirds", "three-quarters", "one fifth", "a tenth", "3/4", "¾"; the numerator is read here, the scale behind it
// is not.
std::optional<Numeral> NumeralReader::fraction(const Pieces& pieces, std::size_t at) const {
  const NumberWord first = word(pieces, at);
  if (first.kind == Kind::vulgar) return Numeral{at, at + 1, first.value, Numeral::Form::fraction};
  const bool parted = at + 2 < pieces.size() && pieces[at + 1].is("of") && is_article(pieces[at + 2]);
  if (first.kind == Kind::half || (first.kind == Kind::quarter && parted)) {
    return Numeral{at, at + 1, first.value, Numeral::Form::fraction};
  }
  const bool article = at < pieces.size() && is_article(pieces[at]);
  const bool in_words = first.kind == Kind::unit || first.kind == Kind::teen || first.kind == Kind::ten;
  const bool of_scale = article && (word(pieces, at + 1).kind == Kind::hundred ||
                                    word(pieces, at + 1).kind == Kind::scale);  // "a hundred trillionths"
  auto top = article && !of_scale ? std::optional(Numeral{at, at + 1, 1}) : group(pieces, at, true);
  if (top && in_words) (void)take_scales(pieces, *top);  // "five thousand millionths"
  if (top && (in_words || of_scale)) {
    const auto longer = read_cardinal(pieces, at, false);  // "one million two hundred thousand fifths"
    if (longer && longer->last > top->last) top = longer;
  }
  if (!top) return std::nullopt;
  const std::size_t below = top->last;
  if (top->bare && below + 1 < pieces.size() && pieces[below].is("/") && pieces[below].gap == Gap::none) {
    if (pieces[below + 1].gap != Gap::none) return std::nullopt;
    const auto bottom = group(pieces, below + 1, true);
    const bool more = below + 2 < pieces.size() && pieces[below + 2].is("/");
    if (!bottom || !bottom->bare || more || !divides(top->value, bottom->value)) return std::nullopt;
    return Numeral{at, below + 2, top->value / bottom->value, Numeral::Form::fraction, true};
  }
  const bool spaced = top->bare && below + 1 < pieces.size() && pieces[below].is("/") &&
                      all_digits(pieces[below + 1].word) && is_common_part(value_of_digits(pieces[below + 1].word));
  if (spaced && top->value < *value_of_digits(pieces[below + 1].word)) {  // "1 / 4 point"
    const double bottom = *value_of_digits(pieces[below + 1].word);
    return Numeral{at, below + 2, top->value / bottom, Numeral::Form::fraction, true};
  }
  if ((top->digits && !top->bare) || below >= pieces.size()) return std::nullopt;
  const NumberWord part = word(pieces, below);
  const bool counts_parts = part.kind == Kind::ordinals || (part.kind == Kind::quarter && top->value > 1) ||
                            (part.kind == Kind::ordinal && top->value == 1 && part_may_end(pieces, below + 1));
  if (top->digits && (!counts_parts || pieces[below].joined() || top->value > 999)) return std::nullopt;  // "3 fifths"
  if (part.kind == Kind::half || part.kind == Kind::quarter) {
    return Numeral{at, below + 1, top->value * part.value, Numeral::Form::fraction};
  }
  const auto bottom = denominator(pieces, below, top->value > 1);
  if (!bottom || bottom->value < 3) return std::nullopt;
  const bool singular = top->value == 1;
  if (singular && pieces[below].gap != Gap::hyphen && !part_may_end(pieces, bottom->last)) return std::nullopt;
  return Numeral{at, bottom->last, top->value / bottom->value, Numeral::Form::fraction};
}

// "one in five", "9 out of 10": a share of less than one.
std::optional<Numeral> NumeralReader::ratio(const Pieces& pieces, const Numeral& part) const {
  std::size_t at = part.last;
  if (part.scaled || at >= pieces.size() || part.value < 1) return std::nullopt;
  const bool in = pieces[at].is("in") || pieces[at].is("over");
  const bool out_of = pieces[at].is("out") && at + 1 < pieces.size() && pieces[at + 1].is("of");
  if (!in && !out_of) return std::nullopt;
  const bool over = pieces[at].is("over");
  if (over && part.value > 100) return std::nullopt;
  at += in ? 1 : 2;
  if (at < pieces.size() && pieces[at].is("every")) ++at;
  const auto whole = read_cardinal(pieces, at);
  if (!whole || whole->value == 0 || part.value != std::floor(part.value)) return std::nullopt;
  if (over ? whole->scaled : whole->value <= part.value) return std::nullopt;
  const bool ends = part_may_end(pieces, whole->last);
  if (over && !ends && !(part.value < whole->value && !part.digits)) return std::nullopt;  // "won 5 over 3 years"
  const bool year = whole->bare && pieces[at].word.size() == 4;
  const bool counts = whole->last < pieces.size() && pieces[whole->last].kind == TokenKind::word &&
                      pieces[whole->last].word.ends_with('s') && !out_of;
  if (year || (counts && in && !pieces[at - 1].is("every") && part.value > 5)) return std::nullopt;
  return Numeral{part.first, whole->last, part.value / whole->value, Numeral::Form::fraction, part.digits};
}

// "half a million", "half a dozen", "half of", "quarter of a million".
std::optional<Numeral> NumeralReader::half_of(const Pieces& pieces, std::size_t at) const {
  auto found = fraction(pieces, at);
  if (found) multiply_fraction(pieces, *found);
  return found;
}

// A scale behind a fraction: "two thirds of a million", "three quarters billion", "half a dozen".
void NumeralReader::multiply_fraction(const Pieces& pieces, Numeral& numeral) const {
  std::size_t at = numeral.last;
  if (at < pieces.size() && pieces[at].is("of")) ++at;
  if (at < pieces.size() && is_article(pieces[at])) ++at;
  const NumberWord scale = word(pieces, at);
  const bool multiplies = scale.kind == Kind::scale || scale.kind == Kind::dozen || scale.kind == Kind::hundred;
  if (!multiplies || (at < pieces.size() && pieces[at].word.ends_with('s'))) return;
  numeral.value *= scale.value;
  numeral.last = at + 1;
  numeral.form = Numeral::Form::cardinal;
  numeral.scaled = true;
}

// "2 1/4", "2½", "one and a half", "five and a quarter", "twenty-three and three fifths".
void NumeralReader::add_mixed_fraction(const Pieces& pieces, Numeral& numeral) const {
  if (numeral.value != std::floor(numeral.value)) return;
  std::size_t at = numeral.last;
  const bool conjunction = at < pieces.size() && pieces[at].is("and");
  if (conjunction) ++at;
  if (at >= pieces.size()) return;
  const bool written = pieces[at].kind == TokenKind::number || word(pieces, at).kind == Kind::vulgar;
  const bool in_digits = pieces[at].kind == TokenKind::number;
  if (!conjunction && (!written || !(numeral.bare || (in_digits && !numeral.digits)))) return;
  const auto part = fraction(pieces, at);
  if (!part || part->value >= 1 || part->form != Numeral::Form::fraction) return;
  const Kind last = word(pieces, numeral.last - 1).kind;
  const bool of_scale = last == Kind::scale;  // "a million and a half"
  numeral.value += part->value * (of_scale ? word(pieces, numeral.last - 1).value : 1);
  numeral.last = part->last;
  numeral.bare = false;
  if (!of_scale) (void)take_scales(pieces, numeral);
}

}  // namespace hearsay
