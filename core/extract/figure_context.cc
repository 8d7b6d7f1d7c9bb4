// Looks at the neighbours of a number only. Known limits: a count of four digits without a comma and without a plural
// noun behind it reads as a year; a lower-case name before a number is not seen.

#include "core/extract/figure_context.h"

#include "core/extract/digits.h"

namespace hearsay {
namespace {

constexpr double kFirstYear = 1000;
constexpr double kLastYear = 2199;
constexpr std::size_t kChangeReach = 5;  // pieces between "rose" and "from"

bool is(const std::vector<Piece>& pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].is(word);
}

bool is_number(const std::vector<Piece>& pieces, std::size_t at) {
  return at < pieces.size() && pieces[at].kind == TokenKind::number;
}

// A day of the month: "18", "18th".
bool is_day(const std::vector<Piece>& pieces, std::size_t at) {
  if (!is_number(pieces, at)) return false;
  const std::string_view word = pieces[at].word;
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  if (digits == 0 || digits > 2 || (digits < word.size() && word.size() != digits + 2)) return false;
  const int day = digits == 1 ? word[0] - '0' : (word[0] - '0') * 10 + (word[1] - '0');
  return day >= 1 && day <= 31;
}

}  // namespace

FigureContext::FigureContext(const Lexicon& lexicon, Vocabulary& vocabulary) : clock_(lexicon, vocabulary) {
  const auto set = [&](std::string_view word, Role role) {
    const WordId id = vocabulary.add(word);
    if (roles_.size() <= id) roles_.resize(id + 1);
    roles_[id] = role;
  };
  const Table& calendar = lexicon.table("calendar");
  for (const Table::Row& row : calendar.rows()) {
    const std::string& kind = calendar.cell(row, "kind");
    if (kind == "month") set(row.key, calendar.cell(row, "note") == "capital" ? Role::month_capital : Role::month);
  }
  const Table& context = lexicon.table("figure-context");
  for (const Table::Row& row : context.rows()) {
    const std::string& role = context.cell(row, "role");
    if (role == "period_after") set(row.key, Role::before_period);
    if (role == "period_before") set(row.key, Role::behind_period);
    if (role == "change") set(row.key, Role::change);
  }
  const Table& labels = lexicon.table("number-labels");
  for (const Table::Row& row : labels.rows()) labels_.add(vocabulary, row.key, true);
}

FigureContext::Role FigureContext::role_of(const std::vector<Piece>& pieces, std::size_t at) const {
  return at < pieces.size() && pieces[at].id < roles_.size() ? roles_[pieces[at].id] : Role::none;
}

bool FigureContext::is_month(const std::vector<Piece>& pieces, std::size_t at) const {
  const Role role = role_of(pieces, at);
  return role == Role::month || (role == Role::month_capital && pieces[at].capital);
}

// "18 August", "18th of August", "Aug. 18", "August 18-20", "1/1/2015", "2015-03-01".
std::size_t FigureContext::date_length(const std::vector<Piece>& pieces, std::size_t at) const {
  if (is_month(pieces, at)) {
    std::size_t end = at + 1;
    if (is(pieces, end, ".") && pieces[end].gap == Gap::none) ++end;
    if (is(pieces, end, "the")) ++end;
    if (!is_day(pieces, end)) return 0;
    ++end;
    while (is_day(pieces, end) && pieces[end].gap == Gap::hyphen) ++end;
    if ((is(pieces, end, "to") || is(pieces, end, "and") || is(pieces, end, "or") || is(pieces, end, "through")) &&
        is_day(pieces, end + 1) && !(end + 2 < pieces.size() && pieces[end + 2].kind == TokenKind::word)) {
      end += 2;
    }
    return end - at;
  }
  if (!is_day(pieces, at)) return 0;
  std::size_t end = at + 1;
  if ((is_day(pieces, end) && pieces[end].gap == Gap::hyphen)) ++end;
  if ((is(pieces, end, "to") || is(pieces, end, "and")) && is_day(pieces, end + 1)) end += 2;
  if (is(pieces, end, "of")) ++end;
  return is_month(pieces, end) ? end + 1 - at : 0;
}

// Three or more numbers joined by hyphens, slashes or dots: "555-0123-44", "1/1/2015", "10.2.3.4".
std::size_t FigureContext::code_length(const std::vector<Piece>& pieces, std::size_t at) const {
  if (!is_number(pieces, at)) return 0;
  std::size_t end = at + 1;
  std::size_t numbers = 1;
  for (;;) {
    if (is_number(pieces, end) && pieces[end].gap == Gap::hyphen) {
      ++end;
    } else if (is(pieces, end, "/") && pieces[end].gap == Gap::none && is_number(pieces, end + 1) &&
               pieces[end + 1].gap == Gap::none) {
      end += 2;
    } else {
      break;
    }
    ++numbers;
  }
  const bool mixed = numbers == 3 && pieces[at + 1].gap == Gap::hyphen && is(pieces, at + 2, "/") &&
                     (is(pieces, at + 3, "2") || is(pieces, at + 3, "4") || is(pieces, at + 3, "8"));
  if (mixed) return 0;  // "8-1/2"
  const bool years = numbers == 2 && pieces[at].word.size() == 4 && pieces[at].word[0] <= '2' && end == at + 2 &&
                     (pieces[at + 1].word.size() == 2 || pieces[at + 1].word.size() == 4);  // "2013-14"
  if (numbers >= 3 || years) return end - at;
  const bool unreadable =
      !value_of_digits(pieces[at].word) && pieces[at].word.find_first_of(".") != std::string_view::npos;
  return unreadable ? 1 : 0;
}

bool FigureContext::may_begin_other(const Piece& piece) const {
  const Role role = piece.id < roles_.size() ? roles_[piece.id] : Role::none;
  return role == Role::month || role == Role::month_capital || clock_.may_begin(piece);
}

std::size_t FigureContext::length_of_other(const std::vector<Piece>& pieces, std::size_t at) const {
  if (!may_begin_other(pieces[at])) return 0;
  if (const std::size_t length = date_length(pieces, at)) return length;
  if (const std::size_t length = clock_.length(pieces, at)) return length;
  if (const std::size_t length = code_length(pieces, at)) return length;
  const bool in_word = is_number(pieces, at) && at > 0 && pieces[at].joined() &&
                       pieces[at - 1].kind == TokenKind::word && pieces[at - 1].word.find_first_of("0123456789") != 0;
  return in_word ? 1 : 0;  // "COVID-19", "L2"
}

bool FigureContext::is_year(const std::vector<Piece>& pieces, const Numeral& number, const Counted& counted) const {
  if (!number.bare || pieces[number.first].word.size() != 4) return false;
  if (number.value < kFirstYear || number.value > kLastYear) return false;
  if (is(pieces, number.last, "s")) return true;
  const bool follows_preposition = number.first > 0 && role_of(pieces, number.first - 1) == Role::before_period;
  return follows_preposition || !counted.found() || is_month(pieces, number.first - 1);
}

bool FigureContext::is_name(const std::vector<Piece>& pieces, const Numeral& number, const Counted& counted) const {
  if (number.first == 0 || !number.bare) return false;
  const Piece& before = pieces[number.first - 1];
  const auto label = labels_.before(pieces, number.first);
  if (label && pieces[number.first - label.length].capital) return true;  // "Article 5 applies", "No. 1 seed"
  if (counted.found()) return false;
  if (label) return true;
  return before.kind == TokenKind::word && before.capital && number.first > 1 && before.word.size() > 1 &&
         role_of(pieces, number.first - 1) == Role::none && pieces[number.first].gap == Gap::space;
}

bool FigureContext::is_relative_time(const std::vector<Piece>& pieces, std::size_t first, std::size_t last) const {
  if (role_of(pieces, last) == Role::behind_period) return true;
  return first > 0 && role_of(pieces, first - 1) == Role::before_period &&
         (pieces[first - 1].is("last") || pieces[first - 1].is("past") || pieces[first - 1].is("next") ||
          pieces[first - 1].is("previous") || pieces[first - 1].is("coming"));
}

bool FigureContext::is_change(const std::vector<Piece>& pieces, std::size_t from) const {
  for (std::size_t back = 1; back <= kChangeReach && back <= from; ++back) {
    if (role_of(pieces, from - back) == Role::change) return true;
    if (pieces[from - back].kind == TokenKind::mark) break;
  }
  return false;
}

}  // namespace hearsay
