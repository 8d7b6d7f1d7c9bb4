// Tables calendar.tsv and time-words.tsv by kind. The tense of a clause is that of its nearest cue: no parse. Known
// limit: a cue of a neighbouring clause without punctuation between misleads it.

#include "core/extract/time_words.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace hearsay {
namespace {

constexpr std::size_t kCueReach = 10;       // pieces
constexpr std::size_t kAuxiliaryReach = 4;  // pieces from "will" to its participle

constexpr std::pair<std::string_view, TimeWord> kKindNames[] = {
    {"month", TimeWord::month},   {"weekday", TimeWord::weekday}, {"season", TimeWord::season},
    {"day", TimeWord::day},       {"unit", TimeWord::unit},       {"units", TimeWord::units},
    {"shift", TimeWord::shift},   {"part", TimeWord::part},       {"within", TimeWord::within},
    {"opener", TimeWord::opener}, {"joiner", TimeWord::joiner},   {"daypart", TimeWord::daypart},
    {"ahead", TimeWord::ahead},   {"past", TimeWord::past},       {"decade", TimeWord::decade},
    {"behind", TimeWord::behind}, {"closer", TimeWord::closer},   {"weekdays", TimeWord::weekdays},
    {"filler", TimeWord::filler}};

constexpr std::pair<std::string_view, TimeOpener> kOpenerNames[] = {
    {"since", TimeOpener::since}, {"from", TimeOpener::from},      {"before", TimeOpener::before},
    {"after", TimeOpener::after}, {"until", TimeOpener::until},    {"by", TimeOpener::by},
    {"range", TimeOpener::range}, {"between", TimeOpener::between}};

// "in may", "mar 4": lower-case words that are names of months only here.
bool prompted(const std::vector<Piece>& pieces, std::size_t first, std::size_t last) {
  static constexpr std::string_view kOrdinals[] = {"first", "second", "third", "twenty", "thirty"};
  if (last < pieces.size() && pieces[last].kind == TokenKind::number) return true;
  const bool ordinal =
      last < pieces.size() &&
      (std::find(std::begin(kOrdinals), std::end(kOrdinals), pieces[last].word) != std::end(kOrdinals) ||
       (pieces[last].word.ends_with("th") && pieces[last].word.size() > 4 && !pieces[last].is("with") &&
        !pieces[last].is("month") && !pieces[last].is("north")));
  if (ordinal && pieces[last].gap == Gap::space && !pieces[last].is("both") && !pieces[last].is("south")) return true;
  const bool opened =
      first > 0 && (pieces[first - 1].is("in") || pieces[first - 1].is("of") || pieces[first - 1].is("since") ||
                    pieces[first - 1].is("last") || pieces[first - 1].is("next"));
  return opened && (last >= pieces.size() || pieces[last].kind == TokenKind::mark);
}

bool is_name(TimeWord kind) {
  static constexpr TimeWord kNaming[] = {TimeWord::month,  TimeWord::weekday, TimeWord::weekdays,
                                         TimeWord::season, TimeWord::day,     TimeWord::unit,
                                         TimeWord::units,  TimeWord::decade,  TimeWord::daypart};
  return std::find(std::begin(kNaming), std::end(kNaming), kind) != std::end(kNaming);
}

int value_named(const std::string& text) {
  for (const auto& [name, opener] : kOpenerNames) {
    if (text == name) return static_cast<int>(opener);
  }
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

TimeWords::TimeWords(const Lexicon& lexicon, Vocabulary& vocabulary) {
  for (const char* name : {"calendar", "time-words"}) {
    const Table& table = lexicon.table(name);
    for (const Table::Row& row : table.rows()) {
      for (const auto& [kind_name, kind] : kKindNames) {
        if (table.cell(row, "kind") != kind_name) continue;
        add(vocabulary, kind, row.key, {value_named(table.cell(row, "value")), table.cell(row, "note") == "capital"});
      }
    }
  }
  begins_.resize(vocabulary.size());
  Piece piece;
  for (piece.id = 1; piece.id < begins_.size(); ++piece.id) {
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      if (phrases_[kind].may_begin(piece)) begins_[piece.id] |= bit(static_cast<TimeWord>(kind));
    }
  }
}

void TimeWords::add(Vocabulary& vocabulary, TimeWord kind, std::string_view phrase, Meaning meaning) {
  phrases_[static_cast<std::size_t>(kind)].add(vocabulary, phrase, meaning);
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t end = std::min(phrase.find_first_of(" -/", at), phrase.size());
    const WordId word = vocabulary.id_of(phrase.substr(at, end - at));
    if (known_.size() <= word) known_.resize(word + 1);
    known_[word] = word != kUnknownWord;
    at = end + 1;
  }
  if (is_name(kind)) {
    const WordId last = vocabulary.id_of(phrase.substr(phrase.find_last_of(" -/") + 1));
    if (names_.size() <= last) names_.resize(last + 1);
    names_[last] = last != kUnknownWord;
  }
  if (kind == TimeWord::ahead || kind == TimeWord::past || kind == TimeWord::joiner || kind == TimeWord::daypart ||
      kind == TimeWord::behind || kind == TimeWord::closer || kind == TimeWord::weekdays || kind == TimeWord::filler)
    return;
  const WordId id = vocabulary.id_of(phrase.substr(0, phrase.find_first_of(" -")));
  if (openers_.size() <= id) openers_.resize(id + 1);
  openers_[id] = true;
}

bool TimeWords::may_begin(const Piece& piece) const { return piece.id < openers_.size() && openers_[piece.id]; }

bool TimeWords::opens(const std::vector<Piece>& pieces, std::size_t where) const {
  static constexpr TimeWord kOpening[] = {TimeWord::month,   TimeWord::weekday, TimeWord::season,  TimeWord::day,
                                          TimeWord::unit,    TimeWord::units,   TimeWord::shift,   TimeWord::part,
                                          TimeWord::within,  TimeWord::opener,  TimeWord::daypart, TimeWord::decade,
                                          TimeWord::weekdays};
  return std::any_of(std::begin(kOpening), std::end(kOpening),
                     [&](TimeWord kind) { return static_cast<bool>(at(kind, pieces, where)); });
}

// "Nguyen Thi Thu Ha": three letters between two words of a name are no day.
bool TimeWords::inside_name(const std::vector<Piece>& pieces, std::size_t at) const {
  const auto of_name = [&](std::size_t i) {
    return pieces[i].kind == TokenKind::word && pieces[i].capital && pieces[i].word.size() > 1 && !knows(pieces[i].id);
  };
  return pieces[at].word.size() == 3 && at > 0 && at + 1 < pieces.size() && of_name(at - 1) && of_name(at + 1);
}

TimeWords::Match TimeWords::phrase_at(TimeWord kind, const std::vector<Piece>& pieces, std::size_t at) const {
  const auto match = phrases_[static_cast<std::size_t>(kind)].at(pieces, at);
  if (!match) return {};
  if (match.value->capital && !pieces[at].capital && !prompted(pieces, at, at + match.length)) return {};
  if (kind == TimeWord::weekday && inside_name(pieces, at)) return {};
  return {match.length, match.value->value};
}

TimeWords::Match TimeWords::unit_at(const std::vector<Piece>& pieces, std::size_t where) const {
  const Match one = at(TimeWord::unit, pieces, where);
  return one ? one : at(TimeWord::units, pieces, where);
}

Tense TimeWords::cue_at(const std::vector<Piece>& pieces, std::size_t where) const {
  const bool month = static_cast<bool>(at(TimeWord::month, pieces, where));
  if (at(TimeWord::ahead, pieces, where) && !month) return Tense::ahead;
  if (at(TimeWord::past, pieces, where)) return Tense::past;
  const Piece& piece = pieces[where];
  const bool regular =
      piece.kind == TokenKind::word && piece.word.size() > 4 && piece.word.ends_with("ed") && !piece.capital;
  return regular ? Tense::past : Tense::unknown;
}

// "will be held", "is not expected to be closed": the participle looks where its auxiliary does.
bool TimeWords::is_ahead_by_auxiliary(const std::vector<Piece>& pieces, std::size_t participle) const {
  for (std::size_t at = participle; at > 0 && participle - at < kAuxiliaryReach; --at) {
    const Piece& piece = pieces[at - 1];
    if (cue_at(pieces, at - 1) == Tense::ahead) return true;
    if (!piece.is("be") && !piece.is("not") && !piece.is("to") && !piece.is("also") && !piece.is("being")) return false;
  }
  return false;
}

Tense TimeWords::tense(const std::vector<Piece>& pieces, std::size_t first, std::size_t last) const {
  for (std::size_t back = 1; back <= kCueReach && back <= first; ++back) {
    const Piece& piece = pieces[first - back];
    if (piece.kind == TokenKind::mark && !piece.is(",")) break;
    if (back > 1 && (piece.is("by") || piece.is("until"))) continue;  // "killed by the storm": no date
    const Tense cue = cue_at(pieces, first - back);
    if (cue == Tense::past && is_ahead_by_auxiliary(pieces, first - back)) return Tense::ahead;
    if (cue != Tense::unknown) return cue;
  }
  for (std::size_t at = last; at < pieces.size() && at < last + kCueReach; ++at) {
    if (pieces[at].kind == TokenKind::mark && !pieces[at].is(",")) break;
    const Tense cue = cue_at(pieces, at);
    if (cue != Tense::unknown) return cue;
  }
  return Tense::unknown;
}

}  // namespace hearsay
