// A cardinal is a falling row of groups (below a thousand), each with its scales; "and" joins a group to the one before
// it only where the group is smaller than the scale before. Fractions are read in fractions.cc. Known limit: a scale
// word without a number before it ("thousand boats") counts only before further number words.

#include "core/extract/numerals.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "core/extract/digits.h"

namespace hearsay {
namespace {

constexpr double kLargestScale = 1e21;  // no scale is taken beyond it

bool is_article(const Piece& piece) { return piece.is("a") || piece.is("an"); }

double value_in(std::string_view cell) {
  double value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

}  // namespace

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
      const double value = value_in(table.cell(row, "value"));
      add(row.key, {kind, value});
      if (kind == Kind::ordinal) add(row.key + "s", {Kind::ordinals, value});
    }
  }
  begins_.resize(vocabulary.size());
  for (std::size_t id = 0; id < words_.size(); ++id) {
    const Kind kind = words_[id].kind;
    begins_[id] = kind != Kind::none && kind != Kind::short_scale && kind != Kind::letter;
  }
  for (const char* article : {"a", "an"}) {
    const WordId id = vocabulary.add(article);
    if (begins_.size() <= id) begins_.resize(id + 1);
    begins_[id] = true;
  }
}

NumeralReader::NumberWord NumeralReader::word(const Pieces& pieces, std::size_t at) const {
  return at < pieces.size() && pieces[at].id < words_.size() ? words_[pieces[at].id] : NumberWord{};
}

bool NumeralReader::may_begin(const Piece& piece) const {
  if (piece.kind == TokenKind::number) return true;
  return piece.id < begins_.size() && begins_[piece.id];
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
  if (at >= pieces.size() || !may_begin(pieces[at])) return std::nullopt;
  std::optional<Numeral> found;
  if (at < pieces.size() && pieces[at].kind == TokenKind::number) {
    const auto digits = read_digits(pieces, at);
    if (!digits) return std::nullopt;
    found = Numeral{at, digits->last, digits->value, Numeral::Form::cardinal, true, false, digits->bare};
  } else if (scale_opens(pieces, at)) {
    found = Numeral{at, at, 1};  // "hundred and twenty"
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
  const std::size_t hundred = ++found->last;
  std::size_t next = hundred;
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
  if (found->last == hundred) found->scale = 100;
  return found;
}

// "hundred and twenty", "thousand two hundred": a scale without a number before it, before further number words.
bool NumeralReader::scale_opens(const Pieces& pieces, std::size_t at) const {
  const NumberWord first = word(pieces, at);
  const bool scale = first.kind == Kind::hundred || first.kind == Kind::scale;
  if (!scale || pieces[at].word.ends_with('s')) return false;
  static constexpr std::string_view kCounts[] = {"few", "several", "many", "some", "per", "couple", "of"};
  const bool counted =
      at > 0 && (word(pieces, at - 1).kind != Kind::none || pieces[at - 1].kind == TokenKind::number ||
                 is_article(pieces[at - 1]) ||
                 std::find(std::begin(kCounts), std::end(kCounts), pieces[at - 1].word) != std::end(kCounts));
  if (counted) return false;
  const std::size_t next = at + 1 < pieces.size() && pieces[at + 1].is("and") ? at + 2 : at + 1;
  const auto rest = small(pieces, next);
  return rest && rest->value > 0;
}

// Multiplies by the scales that follow; answers their product, 1 for none.
double NumeralReader::take_scales(const Pieces& pieces, Numeral& numeral) const {
  double product = 1;
  for (;;) {
    const NumberWord next = word(pieces, numeral.last);
    const bool scale =
        next.kind == Kind::scale || next.kind == Kind::dozen ||
        (next.kind == Kind::hundred && product == 1 && !numeral.scaled) ||
        (next.kind == Kind::short_scale && product == 1 && (numeral.digits || pieces[numeral.last].word.size() > 2));
    if (!scale || product >= kLargestScale || (next.kind == Kind::dozen && product > 1)) break;
    product *= next.value;
    ++numeral.last;
  }
  if (product > 1) {
    numeral.value *= product;
    numeral.scale *= product;
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
  whole.value += value_in(digits);
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
    const bool three_digits = lower->bare && pieces[next].word.size() == 3 && scale == 1000;  // "12 thousand 345"
    const bool tied =
        conjunction || (comma ? lower_scale > 1 || lower->scaled : !plain_digits || lower_scale > 1 || three_digits);
    if (!fits || !tied || lower->value != std::floor(lower->value) || found->value != std::floor(found->value)) break;
    found->value += lower->value;
    found->last = lower->last;
    found->scale = 1;
    found->digits = found->digits || lower->digits;
    scale = lower_scale;
  }
  return found;
}

std::optional<Numeral> NumeralReader::read_ordinal(const Pieces& pieces, std::size_t at) const {
  if (at >= pieces.size() || !may_begin(pieces[at])) return std::nullopt;
  if (pieces[at].kind == TokenKind::number) {
    const std::string_view text = pieces[at].word;
    if (text.size() < 3 || all_digits(text.substr(text.size() - 1))) return std::nullopt;
    const auto value = value_of_digits(text.substr(0, text.size() - 2));
    if (!value) return std::nullopt;
    return Numeral{at, at + 1, *value, Numeral::Form::ordinal, true};
  }
  return denominator(pieces, at, false);
}

std::optional<Numeral> NumeralReader::read(const Pieces& pieces, std::size_t at, bool join) const {
  if (at >= pieces.size() || !may_begin(pieces[at])) return std::nullopt;
  if (is_article(pieces[at]) && word(pieces, at + 1).kind == Kind::none) return std::nullopt;  // most articles
  const auto part = half_of(pieces, at);
  auto found = read_cardinal(pieces, at, join);
  if (part && (!found || part->last > found->last)) return part;
  if (!found) return std::nullopt;
  if (const auto share = ratio(pieces, *found)) return share;
  if (join) add_mixed_fraction(pieces, *found);
  return found;
}

}  // namespace hearsay
