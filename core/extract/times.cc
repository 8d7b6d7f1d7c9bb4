// Sentence by sentence. At each piece the longest of these is taken: a word that opens a stretch ("since", "before",
// "by", "from ... to", "between ... and") with what follows it, a range, a period or date, a duration. Known limits:
// clock times, time zones and recurring sets ("every Monday") are not read; a time never crosses a sentence.

#include "core/extract/times.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "core/extract/bounds.h"
#include "core/extract/counted.h"
#include "core/extract/dates.h"
#include "core/extract/digits.h"
#include "core/extract/durations.h"
#include "core/extract/figure_context.h"
#include "core/extract/holidays.h"
#include "core/extract/numerals.h"
#include "core/extract/periods.h"
#include "core/extract/pieces.h"
#include "core/extract/time_ranges.h"
#include "core/extract/time_words.h"
#include "core/extract/units.h"

namespace hearsay {
namespace {

bool is(const std::vector<Piece>& pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].is(word);
}

template <std::size_t N>
bool is_one_of(const std::vector<Piece>& pieces, std::size_t at, const std::string_view (&words)[N]) {
  return at < pieces.size() && std::find(std::begin(words), std::end(words), pieces[at].word) != std::end(words);
}

}  // namespace

struct TimeFinder::Tables {
  explicit Tables(const Lexicon& lexicon)
      : numerals(lexicon, vocabulary),
        words(lexicon, vocabulary),
        holidays(lexicon, vocabulary),
        counted(lexicon, vocabulary),
        units(lexicon, vocabulary),
        context(lexicon, vocabulary),
        bounds(lexicon, vocabulary),
        dates(words, numerals),
        durations(words, numerals),
        periods(words, numerals, holidays, dates, durations),
        ranges(words, dates, periods, context) {
    for (const char* word : {"for", "entire", "couple", "date", "m", "s", "present", "current", "my", "our", "eve",
                             "rest", "remainder", "end", "half", "final"}) {
      vocabulary.add(word);
    }
    to = vocabulary.add("to");
    mark({"the",    "in",       "within", "all", "whole", "q",   "h",   "a",      "an",        "another",
          "few",    "several",  "some",   "now", "w",     "fy",  "cy",  "fiscal", "financial", "calendar",
          "school", "academic", "tax",    "ytd", "mtd",   "eom", "eoy", "eow"},
         kOpens | kFollows);
    mark({"the", "a", "an", "in", "within", "by", "from", "after", "before", "between", "since", "until", "through",
          "some", "all", "past", "this", "last", "next"},
         kLeads);
    mark({"present", "current", "my", "our", "eve", "rest", "remainder", "end", "half", "final", "year", "couple"},
         kFollows);
    mark(
        {"now", "date", "present", "current", "thousand", "q", "h", "w", "fy", "cy", "ytd", "mtd", "eom", "eoy", "eow"},
        kTells);
    std::vector<Piece> one(1);
    roles.resize(vocabulary.size());
    for (WordId id = 1; id < roles.size(); ++id) {
      one.front().word = vocabulary.word(id);
      one.front().id = id;
      const bool phrase = words.may_begin(one.front()) || holidays.may_begin(one.front());
      const bool number = numerals.may_begin(one.front());
      if (phrase && !number && (roles[id] & (kOpens | kFollows)) == 0) give(id, kInPhrase);
      if (phrase || number) give(id, kOpens | kFollows);
      if (words.knows(id)) give(id, kFollows);
      const auto cardinal = numerals.read_cardinal(one, 0);
      const bool year = cardinal && cardinal->value >= 10;  // "nineteen ninety-eight"
      if (words.names_time(id) || holidays.may_end(id) || year || numerals.read_ordinal(one, 0)) give(id, kTells);
    }
  }

  // What a word may do, a bit each.
  enum Role : std::uint8_t {
    kOpens = 1,      // a time may begin with it
    kLeads = 2,      // a time begins with it only where the next word can be of one
    kFollows = 4,    // that next word
    kTells = 8,      // no time without one of these or a number that may be a date
    kInPhrase = 16,  // a time begins with it only as the first word of a phrase: "as of"
  };
  void mark(std::initializer_list<const char*> marked, unsigned role) {
    for (const char* word : marked) {
      const WordId id = vocabulary.add(word);
      if (roles.size() <= id) roles.resize(id + 1);
      give(id, role);
    }
  }
  void give(WordId id, unsigned role) { roles[id] = static_cast<std::uint8_t>(roles[id] | role); }
  [[nodiscard]] bool may(const Piece& piece, Role role) const {
    return piece.id < roles.size() && (roles[piece.id] & role) != 0;
  }

  // Whether the word names a time, so that one may stand before it.
  [[nodiscard]] bool tells(WordId id) const { return id < roles.size() && (roles[id] & kTells) != 0; }

  Vocabulary vocabulary;
  NumeralReader numerals;
  TimeWords words;
  HolidayReader holidays;
  CountedReader counted;
  UnitReader units;
  FigureContext context;
  BoundReader bounds;
  DateReader dates;
  DurationReader durations;
  PeriodReader periods;
  TimeRangeReader ranges;
  WordId to = 0;
  std::vector<std::uint8_t> roles;  // by word id
};

namespace {

template <typename Tables>
class SentenceScan {
 public:
  SentenceScan(const Tables& tables, const std::vector<Piece>& pieces, const Publication& published,
               std::vector<std::uint8_t>& promising, std::vector<Time>& found)
      : tables_(tables), pieces_(pieces), published_(published), promising_(promising), found_(found) {}

  void run() {
    find_promising();
    std::size_t at = 0;
    while (at < pieces_.size()) {
      const std::size_t last = pieces_[at].id == tables_.to ? to_date(at) : 0;
      at = last > 0 ? last : may_begin(at) ? step(at) : at + 1;
    }
  }

 private:
  // From each piece, whether a date in digits or a word that names a time is reached with no word between that stands
  // in no table.
  void find_promising() {
    promising_.assign(pieces_.size(), 0);
    bool ahead = false;
    for (std::size_t at = pieces_.size(); at > 0; --at) {
      const Piece& piece = pieces_[at - 1];
      const bool known = piece.id != kUnknownWord || piece.kind != TokenKind::word;
      const bool tells = piece.kind == TokenKind::number ? may_be_date(at - 1) : tables_.may(piece, Tables::kTells);
      ahead = tells || (known && ahead);
      promising_[at - 1] = ahead ? 1 : 0;
    }
  }

  // Whether the number may be a date, or a part of one, with no word beside it that names a time: "2009", "10/25",
  // "20150818", "27th", "on the 17", "'98", "10D"; not "50" or "35,000".
  [[nodiscard]] bool may_be_date(std::size_t at) const {
    const std::string_view word = pieces_[at].word;
    if (at > 0 && (pieces_[at - 1].is("the") || pieces_[at - 1].is("'"))) return true;
    if (at + 1 < pieces_.size()) {
      const Piece& next = pieces_[at + 1];
      if (next.is("/") || next.is("s") || (next.joined() && next.kind != TokenKind::mark)) return true;  // "90 s"
    }
    if (word.find(',') != std::string_view::npos) return false;
    constexpr std::size_t kYear = 4;
    constexpr std::size_t kMonthOfYear = 7;  // "02.2015"
    constexpr std::size_t kBasicForm = 8;    // "20150818"
    if (all_digits(word)) return word.size() == kYear || word.size() == kBasicForm;
    const auto stops = std::count(word.begin(), word.end(), '.');
    return stops != 1 || word.size() == kMonthOfYear || !all_digits(word.substr(word.size() - 1));
  }

  [[nodiscard]] bool may_begin(std::size_t at) const {
    const Piece& piece = pieces_[at];
    if (promising_[at] == 0) return false;
    if (piece.kind == TokenKind::number) return true;
    if (!tables_.may(piece, Tables::kOpens)) return false;
    if (tables_.may(piece, Tables::kInPhrase) && !tables_.words.opens(pieces_, at) && !tables_.holidays.at(pieces_, at))
      return false;
    if (!tables_.may(piece, Tables::kLeads)) return true;
    if (at + 1 >= pieces_.size()) return false;
    const Piece& next = pieces_[at + 1];
    return next.kind != TokenKind::word || tables_.may(next, Tables::kFollows);
  }

  std::size_t step(std::size_t at) {
    if (belongs_to_mark(at)) return at + 1;
    if (const std::size_t last = opened(at)) return last;
    if (is(pieces_, at, "in") || is(pieces_, at, "within")) return at + 1;  // they open and name nothing
    const bool year = year_may_be(at);
    const auto period = tables_.periods.read(pieces_, at, published_, year);
    if (const auto range = tables_.ranges.read(pieces_, at, published_, false, year, period); range && stands(*range))
      return take(at, range->last, range->placed, edtf_of(range->placed, TimeOpener::none));
    const auto length = tables_.durations.read(pieces_, at);
    if (period && stands(*period) && (!length || period->last >= length->last)) {
      if (const std::size_t last = open_ended(at, *period)) return last;
      (void)take(at, period->last, period->placed, edtf_of(period->placed, TimeOpener::none));
      found_.back().vague = period->vague;
      return period->last;
    }
    if (length) {
      const std::size_t last = lasting_from(at, *length);
      return last > 0 ? last : take_duration(at, *length);
    }
    if (const std::size_t last = whole_unit(at)) return last;
    return at + 1;
  }

  // "$12", "12:30", "$DEC", "@may": what touches such a mark is no time.
  [[nodiscard]] bool belongs_to_mark(std::size_t at) const {
    static constexpr std::string_view kMarks[] = {"$", "#", "@", ":", "€", "£"};
    if (at == 0 || !is_one_of(pieces_, at - 1, kMarks)) return false;
    return pieces_[at].gap == Gap::none || (pieces_[at].kind == TokenKind::number && !pieces_[at - 1].is(":"));
  }

  // "since 2014", "before Friday", "by the end of 2019", "from March to May"; 0 if none.
  std::size_t opened(std::size_t at) {
    const auto match = tables_.words.at(TimeWord::opener, pieces_, at);
    if (!match) return in_future(at);
    const auto opener = static_cast<TimeOpener>(match.value);
    const std::size_t begin = at + match.length;
    if (begin >= pieces_.size()) return 0;
    if (opener == TimeOpener::until && is(pieces_, begin, "date")) return to_date(begin - 1);
    if (const std::size_t last = bounded_in_day(at, begin, opener)) return last;
    const bool between = opener == TimeOpener::between;
    const bool year = year_may_be(begin);
    const auto period = tables_.periods.read(pieces_, begin, published_, year);
    if (between || opener == TimeOpener::range) {
      const auto range = tables_.ranges.read(pieces_, begin, published_, between, year, period);
      if (range && stands(*range))
        return take(at, range->last, range->placed, edtf_of(range->placed, TimeOpener::none));
      if (between) return 0;
    }
    if (!period || !stands(*period)) return 0;
    const bool on = is(pieces_, period->last, "on") && opener == TimeOpener::range &&
                    (period->last + 1 >= pieces_.size() || pieces_[period->last + 1].kind == TokenKind::mark);
    const bool onwards =
        on || tables_.words.at(TimeWord::closer, pieces_, period->last).value == static_cast<int>(TimeOpener::since);
    const bool possessive = is(pieces_, period->last, "'s") || is(pieces_, period->last, "'");
    const bool of_event = possessive && (opener == TimeOpener::before || opener == TimeOpener::after);
    TimeOpener kind = opener == TimeOpener::range ? (onwards ? TimeOpener::from : TimeOpener::none) : opener;
    if (of_event) kind = TimeOpener::none;
    if (kind == TimeOpener::none) return take(begin, period->last, period->placed, edtf_of(period->placed, kind));
    Placed placed = period->placed;
    const bool to_edge =
        (kind == TimeOpener::before && period->part == 3) || (kind == TimeOpener::after && period->part == 1);
    if (to_edge && period->whole) {  // "before the end of 2018", "after the beginning of March"
      placed.days = period->whole;
      kind = kind == TimeOpener::before ? TimeOpener::until : TimeOpener::since;
    }
    return take(at, period->last, placed, edtf_of(placed, kind));
  }

  // "to date", "till date" at the end of a clause: up to the day of publication; 0 if none.
  std::size_t to_date(std::size_t at) {
    if (!is(pieces_, at + 1, "date") || (at > 0 && is(pieces_, at - 1, "up"))) return 0;
    if (at + 2 < pieces_.size() && pieces_[at + 2].kind != TokenKind::mark) return 0;
    const auto today = published_.day();
    const Placed placed{today ? std::optional(Days{*today, *today}) : std::nullopt, "", false};
    return take(at, at + 2, placed, edtf_of(placed, TimeOpener::until));
  }

  // "2012 or later"; "more than two weeks ago", "less than three days from now"; 0 if none.
  std::size_t open_ended(std::size_t at, const Period& period) {
    if (const auto closer = tables_.words.at(TimeWord::closer, pieces_, period.last)) {
      const std::size_t last = period.last + closer.length;
      const bool clause = is(pieces_, last - 1, "after") || is(pieces_, last - 1, "before");
      if (!clause || last >= pieces_.size() || pieces_[last].kind == TokenKind::mark) {
        return take(at, last, period.placed, edtf_of(period.placed, static_cast<TimeOpener>(closer.value)));
      }
    }
    if (const auto opener = tables_.words.at(TimeWord::opener, pieces_, period.last); opener && is_one_day(period)) {
      const std::size_t last = period.last + opener.length;  // "Friday before 4 pm"
      const TimeOpener kind = inside_day(static_cast<TimeOpener>(opener.value));
      const ClockReader& clocks = tables_.context.clock();
      const std::size_t at_word = is(pieces_, last, "at") ? 1 : 0;
      const std::size_t loose = clocks.loose_length(pieces_, last + at_word);
      const bool ends =
          last + at_word + loose >= pieces_.size() || pieces_[last + at_word + loose].kind == TokenKind::mark;
      const std::size_t strict = clocks.length(pieces_, last + at_word);
      const std::size_t clock = strict > 0 ? strict + at_word : ends && loose > 0 ? loose + at_word : 0;
      if (clock > 0 && kind != TimeOpener::none)
        return take(at, last + clock, period.placed, edtf_of(period.placed, kind));
    }
    if (period.away == 0 || at == 0) return 0;
    const BoundMatch bound = tables_.bounds.before(pieces_, at);
    const bool over = bound.bound == Bound::over || bound.bound == Bound::at_least;
    const bool under = bound.bound == Bound::under || bound.bound == Bound::at_most;
    if (!bound || (!over && !under)) return 0;
    const bool onwards = over == (period.away > 0);
    return take(at - bound.length, period.last, period.placed,
                edtf_of(period.placed, onwards ? TimeOpener::since : TimeOpener::until));
  }

  // "before 4 pm on Friday": up to that day; 0 if none. `begin`: behind the opener.
  std::size_t bounded_in_day(std::size_t at, std::size_t begin, TimeOpener opener) {
    const std::size_t clock = tables_.context.clock().length(pieces_, begin);
    const TimeOpener kind = inside_day(opener);
    if (clock == 0 || kind == TimeOpener::none) return 0;
    const std::size_t next = begin + clock;
    const auto day = tables_.periods.read(pieces_, is(pieces_, next, "on") ? next + 1 : next, published_, false);
    if (!day || !is_one_day(*day) || !stands(*day)) return 0;
    return take(at, day->last, day->placed, edtf_of(day->placed, kind));
  }

  // What "before", "after" a clock time leaves of its day, in days: that day counts.
  [[nodiscard]] static TimeOpener inside_day(TimeOpener opener) {
    if (opener == TimeOpener::before || opener == TimeOpener::until || opener == TimeOpener::by)
      return TimeOpener::until;
    const bool onwards = opener == TimeOpener::after || opener == TimeOpener::since || opener == TimeOpener::from;
    return onwards ? TimeOpener::since : TimeOpener::none;
  }

  [[nodiscard]] static bool is_one_day(const Period& period) {
    return period.placed.days && period.placed.days->first == period.placed.days->last;
  }

  // Whether a length behind "in" is a way ahead where no verb tells: "back in an hour", not "third fire in two weeks".
  [[nodiscard]] bool leads_ahead(std::size_t at) const {
    static constexpr std::string_view kBefore[] = {
        "it",  "back", "again", "there",  "here", "him",   "them", "you",  "me", "us",  "ready", "free",
        "out", "home", "leave", "return", "meet", "start", "end",  "come", "go", "due", "begin", "finish"};
    return at > 0 && is_one_of(pieces_, at - 1, kBefore);
  }

  // "in two weeks", "within two weeks", where the clause looks ahead; 0 if none.
  std::size_t in_future(std::size_t at) {
    const bool within = is(pieces_, at, "within");
    if (!within && !is(pieces_, at, "in")) return 0;
    const auto length = tables_.durations.read(pieces_, at + 1);
    const auto today = published_.day();
    if (!length || !today || is(pieces_, length->last, "of")) return 0;
    const Tense tense = tables_.periods.tense(pieces_, at, length->last);
    if (tense == Tense::past || (tense == Tense::unknown && !within && !leads_ahead(at))) return 0;
    const auto day = length->unit < TimeUnit::day ? today : shift(*today, *length, 1);
    if (!day) return 0;
    const Placed placed{Days{within ? *today : *day, *day}, "", false};
    const bool possessive = is(pieces_, length->last, "'") || is(pieces_, length->last, "'s");
    const std::size_t last = possessive && is(pieces_, length->last + 1, "time") ? length->last + 2 : length->last;
    (void)take(at, last, placed, edtf_of(*placed.days));
    found_.back().vague = length->vague;
    return last;
  }

  // "two weeks starting May 20", "for one week, from 20 December": the days of the stretch; 0 if none.
  std::size_t lasting_from(std::size_t at, const Duration& length) {
    const std::size_t begin = is(pieces_, length.last, ",") ? length.last + 1 : length.last;
    const auto match = tables_.words.at(TimeWord::opener, pieces_, begin);
    const auto opener = static_cast<TimeOpener>(match.value);
    if (!match || (opener != TimeOpener::from && opener != TimeOpener::range) || length.unit < TimeUnit::day) return 0;
    const auto start = tables_.periods.read(pieces_, begin + match.length, published_, false);
    if (!start || !start->placed.days || start->placed.days->first != start->placed.days->last) return 0;
    const auto end = shift(start->placed.days->first, length, 1);
    if (!end || *end <= start->placed.days->first) return 0;
    const Placed placed{Days{start->placed.days->first, *end - 1}, "", false};
    return take(at, start->last, placed, edtf_of(*placed.days));
  }

  // Whether a bare number at `at` (behind "the") may be a year: no currency before it, nothing counted or measured
  // behind it.
  [[nodiscard]] bool year_may_be(std::size_t at) const {
    static constexpr std::string_view kYearOpeners[] = {"in",   "since",  "of",    "by",     "until", "year",
                                                        "from", "before", "after", "during", "to",    "and"};
    if (at >= pieces_.size()) return false;
    const auto number = tables_.numerals.read_cardinal(pieces_, at);
    if (!number) return false;
    if (!number->digits) return at > 0 && is_one_of(pieces_, at - 1, kYearOpeners);
    const bool inside = at > 0 && pieces_[at].joined() && pieces_[at - 1].kind != TokenKind::mark;
    if (!number->bare || inside || tables_.units.before(pieces_, at) ||
        tables_.units.behind(pieces_, number->last, *number)) {
      return false;
    }
    const Counted counted = tables_.counted.read(pieces_, number->last, false);
    return tables_.context.is_year(pieces_, *number, counted) && !tables_.context.is_name(pieces_, *number, counted);
  }

  // Months and weekdays that are names or habits: "March Industries", "its Sunday paper", "May I".
  [[nodiscard]] bool stands(const Period& period) const {
    static constexpr std::string_view kPrepositions[] = {
        "in",   "of",   "since", "by",   "until", "during", "from", "before", "after",   "last",
        "next", "this", "to",    "late", "early", "mid",    "on",   "and",    "between", "through"};
    static constexpr std::string_view kOwners[] = {"its", "their", "his", "her", "my", "our", "your", "every", "each"};
    static constexpr std::string_view kDateOpeners[] = {"on",    "from",   "between", "to",   "by",   "since",
                                                        "until", "before", "after",   "this", "next", "last"};
    const std::size_t first = period.first;
    if (period.date && period.date->fraction && !period.date->year) {
      constexpr int kCommonParts = 16;
      const bool no_fraction = period.date->day.value_or(0) > kCommonParts && !is(pieces_, period.last, "of") &&
                               !(is(pieces_, first, "24") && is(pieces_, first + 2, "7"));
      return no_fraction || (first > 0 && is_one_of(pieces_, first - 1, kDateOpeners));
    }
    const bool opened = first > 0 && is_one_of(pieces_, first - 1, kPrepositions);
    if (period.date && !period.date->year && !period.date->day) {
      const bool name_behind = period.last < pieces_.size() && pieces_[period.last].capital &&
                               pieces_[period.last].gap != Gap::none && period.date->month;
      const bool name_before = first > 1 && !opened && pieces_[first - 1].capital && period.date->month;
      const bool modal = pieces_[first].is("may") && !opened;
      if (((name_behind || name_before) && !opened) || modal) return false;
      if (first > 0 && is_one_of(pieces_, first - 1, kOwners)) return false;
    }
    const bool short_day = period.date && period.date->weekday && !period.date->day && pieces_[first].word.size() == 3;
    if (short_day && first > 0 && is(pieces_, first - 1, "the")) return false;  // "the Sun"
    const bool name = first > 0 && pieces_[first].capital && pieces_[first - 1].capital && !period.date &&
                      period.last == first + 1 && pieces_[first].gap == Gap::space;
    return !name;  // "USA Today"
  }

  std::size_t take(std::size_t first, std::size_t last, const Placed& placed, std::string edtf) {
    Time time;
    time.span = {pieces_[first].span.begin, pieces_[last - 1].span.end};
    time.edtf = std::move(edtf);
    time.needs_anchor = !placed.days || time.edtf.empty();
    time.weekday_misfit = placed.weekday_misfit;
    found_.push_back(std::move(time));
    return last;
  }

  std::size_t take_duration(std::size_t at, const Duration& length) {
    static constexpr std::string_view kLengthOpeners[] = {
        "for",     "lasted", "lasting", "took",  "than",  "within", "nearly", "almost", "about",    "spent",
        "over",    "take",   "takes",   "last",  "lasts", "spend",  "within", "after",  "wait",     "waited",
        "roughly", "around", "just",    "only",  "least", "under",  "whole",  "entire", "need",     "needs",
        "needed",  "has",    "have",    "had",   "book",  "give",   "gave",   "gives",  "me",       "him",
        "us",      "them",   "here",    "there", "away",  "off",    "out",    "be",     "schedule", "reserve",
        "arrange", "waits",  "waiting", "block", "it",    "stay",   "stayed", "until"};
    static constexpr std::string_view kAgeWords[] = {"old", "olds", "of"};
    const bool old = is_one_of(pieces_, length.last, kAgeWords) &&
                     (!is(pieces_, length.last, "of") || is(pieces_, length.last + 1, "age"));
    const bool ordinal = length.article && (length.unit == TimeUnit::second || length.unit == TimeUnit::minute);
    const bool opened = at > 0 && is_one_of(pieces_, at - 1, kLengthOpeners);
    const bool aged = at > 0 && (is(pieces_, at - 1, "aged") || is(pieces_, at - 1, "age"));
    if (old || ordinal || aged || (length.article && !length.compound && !opened)) return length.last;
    Time time;
    time.span = {pieces_[at].span.begin, pieces_[length.last - 1].span.end};
    time.duration = length.iso();
    time.vague = length.vague;
    found_.push_back(std::move(time));
    return length.last;
  }

  // "all month", "the whole year".
  std::size_t whole_unit(std::size_t at) {
    if (!is(pieces_, at, "all") && !is(pieces_, at, "whole") && !is(pieces_, at, "entire")) return 0;
    const auto unit = tables_.words.at(TimeWord::unit, pieces_, at + 1);
    if (!unit || unit.value < static_cast<int>(TimeUnit::day) || unit.value > static_cast<int>(TimeUnit::year))
      return 0;
    static constexpr std::string_view kCodes[] = {"P1D", "P1W", "P2W", "P1M", "P3M", "P1Y"};
    Time time;
    time.span = {pieces_[at].span.begin, pieces_[at + unit.length].span.end};
    time.duration = kCodes[unit.value - static_cast<int>(TimeUnit::day)];
    found_.push_back(std::move(time));
    return at + 1 + unit.length;
  }

  const Tables& tables_;
  const std::vector<Piece>& pieces_;
  const Publication& published_;
  std::vector<std::uint8_t>& promising_;  // by piece
  std::vector<Time>& found_;
};

}  // namespace

TimeFinder::TimeFinder(const Lexicon& lexicon) : tables_(std::make_unique<Tables>(lexicon)) {}
TimeFinder::~TimeFinder() = default;

std::vector<Time> TimeFinder::find(const Words& words, const std::string& published) const {
  std::vector<Time> found;
  std::vector<Piece> pieces;
  std::vector<std::uint8_t> promising;
  const Publication publication = Publication::from_edtf(published);
  const PieceCutter cutter(words, tables_->vocabulary, [&](WordId id) { return tables_->tells(id); });
  for (const Sentence& sentence : words.sentences) {
    if (!cutter.tells(sentence)) continue;
    cutter.cut(sentence, pieces);
    SentenceScan(*tables_, pieces, publication, promising, found).run();
  }
  return found;
}

}  // namespace hearsay
