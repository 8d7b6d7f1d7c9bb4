// An hour with what closes it ("pm", "in the morning"), an hour with minutes behind a colon, or minutes past or to an
// hour. Known limit: time zones behind are not read.

#include "core/extract/clock_times.h"

#include <string_view>

#include "core/extract/digits.h"

namespace hearsay {
namespace {

constexpr std::string_view kHours[] = {"one",   "two",   "three", "four", "five",   "six",
                                       "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
constexpr std::string_view kMinutes[] = {"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
                                         "nineteen", "twenty",   "thirty",  "forty",   "fifty",     "oh"};
constexpr double kLastHour = 24;

bool is(const std::vector<Piece>& pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].is(word);
}

bool is_number(const std::vector<Piece>& pieces, std::size_t at) {
  return at < pieces.size() && pieces[at].kind == TokenKind::number;
}

}  // namespace

ClockReader::ClockReader(const Lexicon& lexicon, Vocabulary& vocabulary) {
  const auto set = [&](std::string_view word, Role role) {
    const WordId id = vocabulary.add(word);
    if (roles_.size() <= id) roles_.resize(id + 1);
    roles_[id] = role;
  };
  for (const std::string_view word : kHours) set(word, Role::hour);
  for (const std::string_view word : kMinutes) set(word, Role::minutes);
  for (const std::string_view word : {"half", "quarter"}) set(word, Role::half);
  for (const std::string_view word : {"noon", "midday", "midnight"}) set(word, Role::noon);
  for (const char* word :
       {"past", "to", "after", "in", "at", "the", "morning", "afternoon", "evening", "night", "minutes"})
    vocabulary.add(word);
  const Table& context = lexicon.table("figure-context");
  for (const Table::Row& row : context.rows()) {
    if (context.cell(row, "role") == "clock") set(row.key, Role::behind);
  }
}

ClockReader::Role ClockReader::role_of(const std::vector<Piece>& pieces, std::size_t at) const {
  return at < pieces.size() && pieces[at].id < roles_.size() ? roles_[pieces[at].id] : Role::none;
}

bool ClockReader::may_begin(const Piece& piece) const {
  if (piece.kind == TokenKind::number) return true;
  const Role role = piece.id < roles_.size() ? roles_[piece.id] : Role::none;
  return role == Role::noon || role == Role::half || role == Role::hour;
}

// "5", "17", "2.17", "five", "five thirty", "six forty-three".
std::size_t ClockReader::hour_length(const std::vector<Piece>& pieces, std::size_t at) const {
  if (is_number(pieces, at)) {
    const auto hour = value_of_digits(pieces[at].word);
    return hour && *hour <= kLastHour && pieces[at].word.size() <= 5 ? 1 : 0;
  }
  if (role_of(pieces, at) != Role::hour) return 0;
  std::size_t end = at + 1;
  if (role_of(pieces, end) == Role::minutes) {
    ++end;
    if (role_of(pieces, end) == Role::hour) ++end;
  }
  return end - at;
}

// "pm", "p.m.", "o'clock", "in the morning", "at night".
std::size_t ClockReader::closing_length(const std::vector<Piece>& pieces, std::size_t at) const {
  if (role_of(pieces, at) == Role::behind) {
    const bool stop = is(pieces, at + 1, ".") && pieces[at + 1].gap == Gap::none && at + 2 < pieces.size();
    return stop ? 2 : 1;
  }
  if (is(pieces, at, "at") && is(pieces, at + 1, "night")) return 2;
  const bool part = is(pieces, at + 2, "morning") || is(pieces, at + 2, "afternoon") || is(pieces, at + 2, "evening");
  return is(pieces, at, "in") && is(pieces, at + 1, "the") && part ? 3 : 0;
}

// "half past five", "quarter to 6", "ten minutes past six".
std::size_t ClockReader::past_length(const std::vector<Piece>& pieces, std::size_t at) const {
  const bool part = role_of(pieces, at) == Role::half;
  std::size_t end = part ? at + 1 : at + hour_length(pieces, at);
  if (end == at) return 0;
  const bool minutes = is(pieces, end, "minutes");
  if (minutes) ++end;
  const bool past = is(pieces, end, "past");
  if ((!past && !is(pieces, end, "to")) || (!part && !minutes)) return 0;
  const std::size_t hour = hour_length(pieces, end + 1);
  const bool ends = end + 1 + hour >= pieces.size() || pieces[end + 1 + hour].kind == TokenKind::mark ||
                    closing_length(pieces, end + 1 + hour) > 0 || past;
  return hour > 0 && ends ? end + 1 + hour + closing_length(pieces, end + 1 + hour) - at : 0;
}

std::size_t ClockReader::length(const std::vector<Piece>& pieces, std::size_t at) const {
  if (at >= pieces.size() || !may_begin(pieces[at])) return 0;
  if (role_of(pieces, at) == Role::noon) return 1;
  if (const std::size_t past = past_length(pieces, at)) return past;
  if (!is_number(pieces, at)) {
    const std::size_t hour = hour_length(pieces, at);
    const std::size_t closing = hour > 0 ? closing_length(pieces, at + hour) : 0;
    return closing > 0 ? hour + closing : 0;
  }
  std::size_t end = at + 1;
  while (is(pieces, end, ":") && pieces[end].gap == Gap::none && is_number(pieces, end + 1) &&
         pieces[end + 1].gap == Gap::none) {
    end += 2;
  }
  const bool hour = end > at + 1 || hour_length(pieces, at) > 0;
  if (const std::size_t closing = hour ? closing_length(pieces, end) : 0) return end + closing - at;
  return end > at + 1 ? end - at : 0;
}

std::size_t ClockReader::loose_length(const std::vector<Piece>& pieces, std::size_t at) const {
  const std::size_t strict = length(pieces, at);
  if (strict > 0) return strict;
  const std::size_t hour = hour_length(pieces, at);
  return hour > 0 && !(is_number(pieces, at) && pieces[at].word.size() > 2) ? hour : 0;
}

}  // namespace hearsay
