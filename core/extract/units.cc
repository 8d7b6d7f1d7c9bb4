// Longest phrase of units.tsv and currencies.tsv next to the number. Known limits: a lone letter is a unit only behind
// digits; "m" is metres unless the caller took it for millions; "in" is never inches.

#include "core/extract/units.h"

namespace hearsay {

UnitReader::UnitReader(const Lexicon& lexicon, Vocabulary& vocabulary) {
  const Table& units = lexicon.table("units");
  for (const Table::Row& row : units.rows()) {
    const std::string& place = units.cell(row, "place");
    Unit unit{units.cell(row, "unit"), Place::word};
    if (place == "symbol") unit.place = Place::symbol;
    if (place == "upper") unit.place = Place::upper;
    if (place == "joined") unit.place = Place::joined;
    unit.age = units.cell(row, "kind") == "age";
    unit.time = units.cell(row, "kind") == "time";
    behind_.add(vocabulary, row.key, unit);
  }
  const Table& currencies = lexicon.table("currencies");
  for (const Table::Row& row : currencies.rows()) {
    const std::string& place = currencies.cell(row, "place");
    Unit unit{currencies.cell(row, "unit"), Place::word, true};
    if (place == "capitals") unit.place = Place::capitals;
    if (place == "joined") unit.place = Place::joined;
    if (place == "code") codes_.emplace(row.key, unit.unit);
    if (place != "before") behind_.add(vocabulary, row.key, unit);
    if (place != "after" && place != "joined") before_.add(vocabulary, row.key, unit);
  }
  for (const char* word : {"a", "an", "per", "each", "every", "/", "annum"}) vocabulary.add(word);
}

// A code that is a word when written small counts in capitals only ("BOB", not "Bob"), or touching digits ("115bob").
bool UnitReader::written_upper(const std::vector<Piece>& pieces, std::size_t at, std::size_t length) {
  return length > 1 || pieces[at].upper;
}

UnitMatch UnitReader::scaled_code(const Piece& piece) const {
  constexpr std::size_t kSize = 4;
  if (piece.word.size() != kSize || piece.span.size() != kSize || !codes_.contains(std::string(piece.word.substr(1))))
    return {};
  return {1, codes_.at(std::string(piece.word.substr(1))), true, false};
}

UnitMatch UnitReader::before(const std::vector<Piece>& pieces, std::size_t end) const {
  auto match = before_.before(pieces, end);
  if (!match) return {};
  const bool article = match.length == 2 && pieces[end - 2].is("a") && pieces[end - 1].gap != Gap::none;
  if (article) match = before_.at(pieces, end - 1);  // "a $4 bill" is no Australian one
  const std::size_t first = end - match.length;
  const bool touching = end < pieces.size() && pieces[end].gap == Gap::none;
  if (match.value->place == Place::capitals && !written_upper(pieces, first, match.length) && !touching) return {};
  return {match.length, match.value->unit, true, false};
}

// "5%-10%", "3km-5km": the number behind the unit has the same one.
bool UnitReader::is_second_end(const std::vector<Piece>& pieces, std::size_t at, std::size_t end) const {
  if (pieces[end].gap != Gap::hyphen) return false;
  const auto first = behind_.at(pieces, at);
  const auto second = behind_.at(pieces, end + 1);
  return second && second.value->unit == first.value->unit;
}

UnitMatch UnitReader::behind(const std::vector<Piece>& pieces, std::size_t at, const Numeral& number) const {
  const auto match = behind_.at(pieces, at);
  if (!match) return {};
  const Unit& unit = *match.value;
  const bool touching = pieces[at].joined();
  const std::size_t end = at + match.length;
  const bool is_height = unit.unit == "foot" && touching && pieces[at].gap == Gap::hyphen;  // "5-foot-10"
  const bool runs_on =
      end < pieces.size() &&
      (pieces[end].kind == TokenKind::number
           ? pieces[end].joined() && !is_height && !is_second_end(pieces, at, end)
           : unit.place != Place::word && pieces[end].gap == Gap::hyphen && pieces[at].gap == Gap::space);
  if (runs_on) return {};  // "3 USD50", "24703 L-202"
  if (unit.place == Place::symbol && !number.digits) return {};
  if (unit.place == Place::joined && (!number.digits || pieces[at].gap != Gap::none)) return {};
  if (unit.place == Place::upper && (!number.digits || !pieces[at].capital)) return {};
  if (unit.place == Place::capitals && !written_upper(pieces, at, match.length) && !touching && !number.scaled)
    return {};
  return {match.length, unit.unit, unit.money, unit.age};
}

UnitMatch UnitReader::rate(const std::vector<Piece>& pieces, std::size_t at) const {
  if (at + 1 >= pieces.size()) return {};
  const Piece& opener = pieces[at];
  if (opener.is("per") && pieces[at + 1].is("annum")) return {2, "year", false, false};
  if (!opener.is("a") && !opener.is("an") && !opener.is("per") && !opener.is("each") && !opener.is("every") &&
      !opener.is("/")) {
    return {};
  }
  const auto match = behind_.at(pieces, at + 1);
  if (!match || !match.value->time || pieces[at + 1].word.ends_with('s')) return {};
  const std::size_t behind = at + 1 + match.length;
  const bool is_past = behind < pieces.size() && (pieces[behind].is("ago") || pieces[behind].is("later") ||
                                                  pieces[behind].is("earlier") || pieces[behind].is("before"));
  if (is_past) return {};
  return {1 + match.length, match.value->unit, false, false};
}

}  // namespace hearsay
