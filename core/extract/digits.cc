// Known limit: digit strings with several stops are numbers only where every group behind a stop has three digits.

#include "core/extract/digits.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>

namespace hearsay {
namespace {

constexpr std::size_t kGroup = 3;           // digits
constexpr std::size_t kLongestNumber = 30;  // bytes
constexpr std::size_t kMostExact = 15;      // digits that a double holds whatever they are

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is(const std::vector<Piece>& pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].is(word);
}

std::optional<double> number_from(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "1.234.567", "123.456,78": stops between groups of three, then perhaps a decimal comma.
std::optional<double> value_with_stops(std::string_view text) {
  const std::size_t comma = std::min(text.find(','), text.size());
  const std::string_view whole = text.substr(0, comma);
  const auto stops = std::count(whole.begin(), whole.end(), '.');
  if (stops == 0 || (stops == 1 && comma == text.size()) || text.front() == '0') return std::nullopt;
  std::string plain;
  for (std::size_t at = 0; at <= whole.size();) {
    const std::size_t end = std::min(whole.find('.', at), whole.size());
    const std::string_view group = whole.substr(at, end - at);
    if (!all_digits(group) || (at == 0 ? group.size() > kGroup : group.size() != kGroup)) return std::nullopt;
    plain += group;
    at = end + 1;
  }
  if (comma == text.size()) return number_from(plain);
  const std::string_view decimals = text.substr(comma + 1);
  return all_digits(decimals) ? number_from(plain + "." + std::string(decimals)) : std::nullopt;
}

// "12 345", "1 234 567.8": groups of three digits parted by spaces.
void take_spaced_groups(const std::vector<Piece>& pieces, std::size_t first, Digits& digits) {
  constexpr double kLargest = 1e15;
  if (!digits.bare || pieces[first].word.size() > kGroup || digits.value == 0) return;
  while (digits.last < pieces.size() && digits.value < kLargest) {
    const Piece& next = pieces[digits.last];
    const std::size_t stop = next.word.find('.');
    const bool group = next.kind == TokenKind::number && next.gap == Gap::space &&
                       all_digits(next.word.substr(0, stop)) && std::min(stop, next.word.size()) == kGroup;
    const auto value = group ? number_from(next.word) : std::nullopt;
    if (!value) return;
    digits.value = digits.value * 1000 + *value;
    digits.bare = false;
    ++digits.last;
    if (stop != std::string_view::npos) return;
  }
}

// The exponent at piece `at`, with its sign: "8", "-3"; the pieces it takes are added to `at`.
std::optional<double> exponent(const std::vector<Piece>& pieces, std::size_t& at) {
  constexpr double kLargest = 300;
  std::size_t number = at;
  bool negative = number < pieces.size() && pieces[number].gap == Gap::hyphen;
  if (is(pieces, number, "-") || is(pieces, number, "+") || is(pieces, number, "−")) {
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

// "2e10", "1.1^23", "3 x 10^8", "2.48×10−5".
void take_power(const std::vector<Piece>& pieces, Digits& digits) {
  const std::size_t at = digits.last;
  if (at >= pieces.size()) return;
  static constexpr std::string_view kTimes[] = {"x", "×", "*", "·"};
  const bool times_ten =
      std::find(std::begin(kTimes), std::end(kTimes), pieces[at].word) != std::end(kTimes) && is(pieces, at + 1, "10");
  const bool caret = times_ten && is(pieces, at + 2, "^");
  const bool raised_bare = times_ten && !caret && at + 2 < pieces.size() &&
                           (pieces[at + 2].gap == Gap::hyphen || (is(pieces, at + 2, "−") && pieces[at + 2].joined()));
  const bool touching = pieces[at].gap == Gap::none && at + 1 < pieces.size() && pieces[at + 1].joined();
  const bool short_form = touching && is(pieces, at, "e");
  const bool power = touching && is(pieces, at, "^");
  if (!caret && !raised_bare && !short_form && !power) return;
  std::size_t last = caret ? at + 3 : raised_bare ? at + 2 : at + 1;
  const auto raised = exponent(pieces, last);
  if (!raised) return;
  const double value = power ? std::pow(digits.value, *raised) : digits.value * std::pow(10.0, *raised);
  if (!std::isfinite(value)) return;
  digits = {last, value, false};
}

}  // namespace

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

std::optional<double> value_of_digits(std::string_view text) {
  if (text.empty() || text.size() > kLongestNumber || !is_digit(text.front())) return std::nullopt;
  if (text.size() <= kMostExact && all_digits(text)) {
    std::uint64_t value = 0;
    for (const char c : text) value = value * 10 + static_cast<std::uint64_t>(c - '0');
    return static_cast<double>(value);
  }
  if (const auto value = value_with_stops(text)) return value;
  const std::size_t stop = text.find('.');
  const std::string_view whole = text.substr(0, stop);
  const std::string_view rest = stop == std::string_view::npos ? std::string_view{} : text.substr(stop);
  const std::size_t comma = whole.find(',');
  if (comma == std::string_view::npos) return number_from(text);
  if (!rest.empty() && !all_digits(rest.substr(1))) return std::nullopt;
  const std::string_view behind = whole.substr(comma + 1);
  if (rest.empty() && behind.size() != kGroup && all_digits(behind)) {
    return number_from(std::string(whole.substr(0, comma)) + "." + std::string(behind));
  }
  std::string plain(whole.substr(0, comma));
  for (std::size_t at = comma; at < whole.size();) {
    const std::size_t end = std::min(whole.find(',', at + 1), whole.size());
    const std::string_view part = whole.substr(at + 1, end - at - 1);
    const bool last = end == whole.size();
    if (!all_digits(part) || (last ? part.size() != kGroup : part.size() != kGroup && part.size() != 2)) {
      return std::nullopt;
    }
    plain += part;
    at = end;
  }
  return number_from(plain + std::string(rest));
}

std::optional<Digits> read_digits(const std::vector<Piece>& pieces, std::size_t at) {
  if (at >= pieces.size() || pieces[at].kind != TokenKind::number) return std::nullopt;
  const auto value = value_of_digits(pieces[at].word);
  if (!value) return std::nullopt;
  Digits digits{at + 1, *value, all_digits(pieces[at].word)};
  take_spaced_groups(pieces, at, digits);
  take_power(pieces, digits);
  return digits;
}

}  // namespace hearsay
