// A cardinal is a falling row of groups (below a thousand), each with its scales; "and" joins a group to the one before
// it only where the group is smaller than the scale before. A fraction is a numerator and an ordinal, a half or a
// quarter; a mixed number is a cardinal and a fraction. Known limits: digit strings with several stops are no numbers;
// "a third" is a fraction only where no noun follows ("a third man").

#include "core/extract/numerals.h"

#include <charconv>
#include <cmath>

namespace hearsay {
namespace {

constexpr double kLargestScale = 1e15;  // no scale is taken beyond it

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<double> number_from(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool all_digits(std::string_view text) {
  for (const char c : text) {
    if (!is_digit(c)) return false;
  }
  return !text.empty();
}

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

// "12 345", "1 234 567": groups of three digits parted by spaces.
void take_spaced_groups(const std::vector<Piece>& pieces, Numeral& numeral) {
  constexpr std::size_t kGroup = 3;
  if (!numeral.bare || pieces[numeral.first].word.size() > kGroup) return;
  while (numeral.last < pieces.size()) {
    const Piece& next = pieces[numeral.last];
    const bool group = next.kind == TokenKind::number && next.gap == Gap::space && next.word.size() == kGroup &&
                       all_digits(next.word) && numeral.value < kLargestScale;
    if (!group) return;
    numeral.value = numeral.value * 1000 + value_of_digits(next.word).value_or(0);
    numeral.bare = false;
    ++numeral.last;
  }
}

// The exponent at piece `at`, with its sign: "8", "-3"; the pieces it takes are added to `at`.
std::optional<double> exponent(const std::vector<Piece>& pieces, std::size_t& at) {
  constexpr double kLargest = 300;
  std::size_t number = at;
  bool negative = number < pieces.size() && pieces[number].gap == Gap::hyphen;
  if (number < pieces.size() && (pieces[number].is("-") || pieces[number].is("+") || pieces[number].is("−"))) {
    negative = !pieces[number].is("+");
    ++number;
  }
  if (number >= pieces.size() || pieces[number].kind != TokenKind::number || !pieces[number].joined()) {
    return std::nullopt;
  }
  const auto value = all_digits(pieces[number].word) ? value_of_digits(pieces[number].word) : std::nullopt;
  if (!value || *value > kLargest) return std::nullopt;
  at = number + 1;
  return negative ? -*value : *value;
}

// "2e10", "1.1^23", "3 x 10^8".
void take_power(const std::vector<Piece>& pieces, Numeral& numeral) {
  const auto is = [&](std::size_t at, std::string_view word) { return at < pieces.size() && pieces[at].is(word); };
  const std::size_t at = numeral.last;
  if (at >= pieces.size()) return;
  const bool times_ten = (is(at, "x") || is(at, "×")) && is(at + 1, "10") && is(at + 2, "^");
  const bool touching = pieces[at].gap == Gap::none && at + 1 < pieces.size() && pieces[at + 1].joined();
  const bool short_form = touching && is(at, "e");
  const bool power = touching && is(at, "^");
  if (!times_ten && !short_form && !power) return;
  std::size_t last = times_ten ? at + 3 : at + 1;
  const auto raised = exponent(pieces, last);
  if (!raised) return;
  const double value = power ? std::pow(numeral.value, *raised) : numeral.value * std::pow(10.0, *raised);
  if (!std::isfinite(value)) return;
  numeral.value = value;
  numeral.bare = false;
  numeral.last = last;
}

bool is_article(const Piece& piece) { return piece.is("a") || piece.is("an"); }

}  // namespace

std::optional<double> value_of_digits(std::string_view text) {
  if (text.empty() || text.size() > 30 || !is_digit(text.front())) return std::nullopt;
  const std::size_t stop = text.find('.');
  const std::string_view whole = text.substr(0, stop);
  const std::string_view rest = stop == std::string_view::npos ? std::string_view{} : text.substr(stop);
  const std::size_t comma = whole.find(',');
  if (comma == std::string_view::npos) return number_from(text);
  if (!rest.empty() && !all_digits(rest.substr(1))) return std::nullopt;
  const std::string_view behind = whole.substr(comma + 1);
  if (rest.empty() && behind.size() != 3 && all_digits(behind)) {
    return number_from(std::string(whole.substr(0, comma)) + "." + std::string(behind));
  }
  std::string plain(whole.substr(0, comma));
  for (std::size_t at = comma; at < whole.size();) {
    const std::size_t end = std::min(whole.find(',', at + 1), whole.size());
    const std::string_view part = whole.substr(at + 1, end - at - 1);
    const bool last = end == whole.size();
    if (!all_digits(part) || (last ? part.size() != 3 : part.size() != 3 && part.size() != 2)) return std::nullopt;
    plain += part;
    at = end;
  }
  return number_from(plain + std::string(rest));
}

NumeralReader::NumeralReader(const Lexicon& lexicon, Vocabulary& vocabulary) {
  const std::pair<std::string_view, Kind> kKinds[] = {
      {"unit", Kind::unit},       {"teen", Kind::teen},         {"ten", Kind::ten},         {"hundred", Kind::hundred},
      {"scale", Kind::scale},     {"short", Kind::short_scale}, {"letter", Kind::letter},   {"dozen", Kind::dozen},
      {"ordinal", Kind::ordinal}, {"half", Kind::half},         {"quarter", Kind::quarter}, {"vulgar", Kind::vulgar}};
  const auto add = [&](std::string_view key, NumberWord meaning) {
    const WordId id = vocabulary.add(key);
    if (words_.size() <= id) words_.resize(id + 1);
    words_[id] = meaning;
  };
  const Table& table = lexicon.table("number-words");
  for (const Table::Row& row : table.rows()) {
    for (const auto& [name, kind] : kKinds) {
      if (table.cell(row, "kind") != name) continue;
      const double value = number_from(table.cell(row, "value")).value_or(0);
      add(row.key, {kind, value});
      if (kind == Kind::ordinal) add(row.key + "s", {Kind::ordinals, value});
    }
  }
}

NumeralReader::NumberWord NumeralReader::word(const Pieces& pieces, std::size_t at) const {
  return at < pieces.size() && pieces[at].id < words_.size() ? words_[pieces[at].id] : NumberWord{};
}

bool NumeralReader::may_begin(const Piece& piece) const {
  if (piece.kind == TokenKind::number) return true;
  if (piece.id == kUnknownWord) return false;
  if (is_article(piece)) return true;
  const Kind kind = piece.id < words_.size() ? words_[piece.id].kind : Kind::none;
  return kind != Kind::none && kind != Kind::short_scale && kind != Kind::letter && kind != Kind::scale &&
         kind != Kind::hundred;
}

// Below a hundred in words: "seven", "seventeen", "seventy-seven".
std::optional<Numeral> NumeralReader::small(const Pieces& pieces, std::size_t at) const {
  const NumberWord first = word(pieces, at);
  if (first.kind != Kind::unit && first.kind != Kind::teen && first.kind != Kind::ten) return std::nullopt;
  Numeral found{at, at + 1, first.value};
  if (first.kind != Kind::ten) return found;
  std::size_t next = at + 1;
  if (next < pieces.size() && pieces[next].is("-")) ++next;  // "fifty - two"
  const NumberWord second = word(pieces, next);
  if (second.kind == Kind::unit && second.value > 0) {
    found.value += second.value;
    found.last = next + 1;
  }
  return found;
}

// Below a thousand in words ("two hundred and six"), or any digits.
std::optional<Numeral> NumeralReader::group(const Pieces& pieces, std::size_t at, bool join) const {
  std::optional<Numeral> found;
  if (at < pieces.size() && pieces[at].kind == TokenKind::number) {
    const auto value = value_of_digits(pieces[at].word);
    if (!value) return std::nullopt;
    found = Numeral{at, at + 1, *value, Numeral::Form::cardinal, true, false, all_digits(pieces[at].word)};
    take_spaced_groups(pieces, *found);
    take_power(pieces, *found);
  } else if (at < pieces.size() && is_article(pieces[at])) {
    const Kind next = word(pieces, at + 1).kind;
    const bool counts = next == Kind::hundred || next == Kind::scale || next == Kind::dozen;
    if (!counts || pieces[at + 1].word.ends_with('s')) return std::nullopt;
    found = Numeral{at, at + 1, 1};
  } else {
    found = small(pieces, at);
  }
  if (!found || word(pieces, found->last).kind != Kind::hundred) return found;
  found->value *= 100;
  found->scaled = true;
  found->bare = false;
  ++found->last;
  std::size_t next = found->last;
  if (join && next < pieces.size() && (pieces[next].is("and") || pieces[next].is("&"))) ++next;
  std::optional<Numeral> rest;
  if (next < pieces.size() && pieces[next].kind != TokenKind::number) rest = small(pieces, next);
  const bool two_digits = next > found->last && next < pieces.size() && pieces[next].kind == TokenKind::number &&
                          value_of_digits(pieces[next].word).value_or(100) < 100 &&
                          word(pieces, next + 1).kind != Kind::hundred;
  const bool dozens = rest && next > found->last && word(pieces, rest->last).kind == Kind::dozen;
  if (dozens) {
    found->value += rest->value * word(pieces, rest->last).value;  // "three hundred and two dozen"
    found->last = rest->last + 1;
  } else if (rest && word(pieces, rest->last).kind != Kind::hundred) {
    found->value += rest->value;
    found->last = rest->last;
  } else if (two_digits) {
    found->value += *value_of_digits(pieces[next].word);
    found->last = next + 1;
  }
  return found;
}

// Multiplies by the scales that follow; answers their product, 1 for none.
double NumeralReader::take_scales(const Pieces& pieces, Numeral& numeral) const {
  double product = 1;
  for (;;) {
    const NumberWord next = word(pieces, numeral.last);
    const bool scale = next.kind == Kind::scale || next.kind == Kind::dozen ||
                       (next.kind == Kind::hundred && product == 1 && !numeral.scaled) ||
                       (next.kind == Kind::short_scale && numeral.digits && product == 1);
    if (!scale || product >= kLargestScale || (next.kind == Kind::dozen && product > 1)) break;
    product *= next.value;
    ++numeral.last;
  }
  if (product > 1) {
    numeral.value *= product;
    numeral.scaled = true;
    numeral.bare = false;
  }
  return product;
}

// "nought point nought three", "two hundred point zero three", "zero point eleven".
std::optional<Numeral> NumeralReader::decimal_words(const Pieces& pieces, Numeral whole) const {
  if (whole.digits || whole.last >= pieces.size() || !pieces[whole.last].is("point")) return std::nullopt;
  std::string digits = "0.";
  std::size_t at = whole.last + 1;
  for (;;) {
    const auto next = small(pieces, at);
    if (!next || digits.size() > 20) break;
    digits += std::to_string(static_cast<int>(next->value));
    at = next->last;
  }
  if (digits.size() == 2) return std::nullopt;
  whole.value += number_from(digits).value_or(0);
  whole.last = at;
  return whole;
}

std::optional<Numeral> NumeralReader::read_cardinal(const Pieces& pieces, std::size_t at, bool join) const {
  auto found = group(pieces, at, join);
  if (!found) return std::nullopt;
  if (const auto decimal = decimal_words(pieces, *found)) found = decimal;
  double scale = take_scales(pieces, *found);
  while (scale > 1) {
    std::size_t next = found->last;
    const bool comma = next < pieces.size() && pieces[next].is(",");
    const bool conjunction = join && next < pieces.size() && (pieces[next].is("and") || pieces[next].is("&"));
    if (comma || conjunction) ++next;
    if (next >= pieces.size()) break;
    auto lower = group(pieces, next, join);
    if (!lower) break;
    const bool plain_digits = lower->digits && !lower->scaled;
    const double lower_scale = take_scales(pieces, *lower);
    const bool fits = lower->value < scale && lower_scale < scale;
    const bool tied = conjunction || (comma ? lower_scale > 1 || lower->scaled : !plain_digits || lower_scale > 1);
    if (!fits || !tied || lower->value != std::floor(lower->value) || found->value != std::floor(found->value)) break;
    found->value += lower->value;
    found->last = lower->last;
    found->digits = found->digits || lower->digits;
    scale = lower_scale;
  }
  return found;
}

std::optional<Numeral> NumeralReader::read_ordinal(const Pieces& pieces, std::size_t at) const {
  if (at >= pieces.size()) return std::nullopt;
  if (pieces[at].kind == TokenKind::number) {
    const std::string_view text = pieces[at].word;
    if (text.size() < 3 || is_digit(text.back())) return std::nullopt;
    const auto value = value_of_digits(text.substr(0, text.size() - 2));
    if (!value) return std::nullopt;
    return Numeral{at, at + 1, *value, Numeral::Form::ordinal, true};
  }
  return denominator(pieces, at, false);
}

// "third", "thirds", "twenty-first", "one hundred and fifth".
std::optional<Numeral> NumeralReader::denominator(const Pieces& pieces, std::size_t at, bool plural) const {
  const NumberWord first = word(pieces, at);
  const Kind wanted = plural ? Kind::ordinals : Kind::ordinal;
  if (first.kind == wanted) return Numeral{at, at + 1, first.value, Numeral::Form::ordinal};
  const NumberWord second = word(pieces, at + 1);
  if (first.kind == Kind::ten && second.kind == wanted && second.value < 10) {
    return Numeral{at, at + 2, first.value + second.value, Numeral::Form::ordinal};
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
  auto top = article ? std::optional(Numeral{at, at + 1, 1}) : group(pieces, at, true);
  if (top && in_words) (void)take_scales(pieces, *top);  // "five thousand millionths"
  if (!top) return std::nullopt;
  const std::size_t below = top->last;
  if (top->bare && below + 1 < pieces.size() && pieces[below].is("/") && pieces[below].gap == Gap::none) {
    if (pieces[below + 1].gap != Gap::none) return std::nullopt;
    const auto bottom = group(pieces, below + 1, true);
    const bool more = below + 2 < pieces.size() && pieces[below + 2].is("/");
    if (!bottom || !bottom->bare || top->value >= bottom->value || more || (top->value == 9 && bottom->value == 11)) {
      return std::nullopt;
    }
    return Numeral{at, below + 2, top->value / bottom->value, Numeral::Form::fraction, true};
  }
  if (top->digits || below >= pieces.size()) return std::nullopt;
  const NumberWord part = word(pieces, below);
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
  if (pieces[at].is("over") && (part.digits || part.value > 20)) return std::nullopt;
  at += in ? 1 : 2;
  if (at < pieces.size() && pieces[at].is("every")) ++at;
  const auto whole = read_cardinal(pieces, at);
  if (!whole || whole->value <= part.value || part.value != std::floor(part.value)) return std::nullopt;
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
  if (!conjunction && (!written || !numeral.bare)) return;
  const auto part = fraction(pieces, at);
  if (!part || part->value >= 1 || part->form != Numeral::Form::fraction) return;
  const Kind last = word(pieces, numeral.last - 1).kind;
  const bool of_scale = last == Kind::scale;  // "a million and a half"
  numeral.value += part->value * (of_scale ? word(pieces, numeral.last - 1).value : 1);
  numeral.last = part->last;
  numeral.bare = false;
  if (!of_scale) (void)take_scales(pieces, numeral);
}

std::optional<Numeral> NumeralReader::read(const Pieces& pieces, std::size_t at, bool join) const {
  if (at >= pieces.size()) return std::nullopt;
  const auto part = half_of(pieces, at);
  auto found = read_cardinal(pieces, at, join);
  if (part && (!found || part->last > found->last)) return part;
  if (!found) return std::nullopt;
  if (const auto share = ratio(pieces, *found)) return share;
  if (join) add_mixed_fraction(pieces, *found);
  return found;
}

}  // namespace hearsay
