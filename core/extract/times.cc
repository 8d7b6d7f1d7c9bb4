// Sentence by sentence. At each piece the longest of these is taken: a word that opens a stretch ("since", "before",
// "by", "from ... to", "between ... and") with what follows it, a range, a period or date, a duration. Known limits:
// clock times, time zones and recurring sets ("every Monday") are not read; a time never crosses a sentence.

#include "core/extract/times.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/extract/bounds.h"
#include "core/extract/counted.h"
#include "core/extract/dates.h"
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
    for (const char* word :
         {"the", "in", "within", "for", "all", "whole", "entire", "q", "h", "a", "an", "another", "few", "couple"}) {
      vocabulary.add(word);
    }
    the = vocabulary.id_of("the");
    q = vocabulary.id_of("q");
    h = vocabulary.id_of("h");
    in = vocabulary.id_of("in");
    within = vocabulary.id_of("within");
    another = vocabulary.id_of("another");
    all = vocabulary.id_of("all");
    whole = vocabulary.id_of("whole");
    few = vocabulary.id_of("few");
  }

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
  WordId the = 0;
  WordId q = 0;
  WordId h = 0;
  WordId in = 0;
  WordId within = 0;
  WordId another = 0;
  WordId all = 0;
  WordId whole = 0;
  WordId few = 0;
};

namespace {

template <typename Tables>
class SentenceScan {
 public:
  SentenceScan(const Tables& tables, const std::vector<Piece>& pieces, const Publication& published,
               std::vector<Time>& found)
      : tables_(tables), pieces_(pieces), published_(published), found_(found) {}

  void run() {
    std::size_t at = 0;
    while (at < pieces_.size()) at = may_begin(pieces_[at]) ? step(at) : at + 1;
  }

 private:
  [[nodiscard]] bool may_begin(const Piece& piece) const {
    if (piece.kind == TokenKind::number) return true;
    if (piece.id == kUnknownWord) return false;
    return tables_.words.may_begin(piece) || tables_.numerals.may_begin(piece) || tables_.holidays.may_begin(piece) ||
           piece.id == tables_.the || piece.id == tables_.q || piece.id == tables_.h || piece.id == tables_.in ||
           piece.id == tables_.within || piece.id == tables_.another || piece.id == tables_.all ||
           piece.id == tables_.whole || piece.id == tables_.few;
  }

  std::size_t step(std::size_t at) {
    if (belongs_to_mark(at)) return at + 1;
    if (const std::size_t last = opened(at)) return last;
    if (const auto range = tables_.ranges.read(pieces_, at, published_, false, year_may_be(at));
        range && stands(*range)) {
      return take(at, range->last, range->placed, edtf_of_placed(range->placed, TimeOpener::none));
    }
    const auto period = tables_.periods.read(pieces_, at, published_, year_may_be(at));
    const auto length = tables_.durations.read(pieces_, at);
    if (period && period->vague && (!length || period->last > length->last))
      return period->last;  // no value to compare
    if (period && stands(*period) && (!length || period->last >= length->last)) {
      if (const std::size_t last = open_ended(at, *period)) return last;
      return take(at, period->last, period->placed, edtf_of_placed(period->placed, TimeOpener::none));
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
    if (const std::size_t last = bounded_in_day(at, begin, opener)) return last;
    const bool between = opener == TimeOpener::between;
    if (between || opener == TimeOpener::range) {
      const auto range = tables_.ranges.read(pieces_, begin, published_, between, year_may_be(begin));
      if (range && stands(*range))
        return take(at, range->last, range->placed, edtf_of_placed(range->placed, TimeOpener::none));
      if (between) return 0;
    }
    const auto period = tables_.periods.read(pieces_, begin, published_, year_may_be(begin));
    if (!period || !stands(*period)) return 0;
    const bool onwards = is(pieces_, period->last, "onward") || is(pieces_, period->last, "onwards");
    const bool possessive = is(pieces_, period->last, "'s") || is(pieces_, period->last, "'");
    const bool of_event = possessive && (opener == TimeOpener::before || opener == TimeOpener::after);
    TimeOpener kind = opener == TimeOpener::range ? (onwards ? TimeOpener::from : TimeOpener::none) : opener;
    if (of_event) kind = TimeOpener::none;
    if (kind == TimeOpener::none)
      return take(begin, period->last, period->placed, edtf_of_placed(period->placed, kind));
    Placed placed = period->placed;
    const bool to_edge =
        (kind == TimeOpener::before && period->part == 3) || (kind == TimeOpener::after && period->part == 1);
    if (to_edge && period->whole) {  // "before the end of 2018", "after the beginning of March"
      placed.days = period->whole;
      kind = kind == TimeOpener::before ? TimeOpener::until : TimeOpener::since;
    }
    return take(at, period->last, placed, edtf_of_placed(placed, kind));
  }

  // "2012 or later"; "more than two weeks ago", "less than three days from now"; 0 if none.
  std::size_t open_ended(std::size_t at, const Period& period) {
    if (const auto closer = tables_.words.at(TimeWord::closer, pieces_, period.last)) {
      const std::size_t last = period.last + closer.length;
      const bool clause = is(pieces_, last - 1, "after") || is(pieces_, last - 1, "before");
      if (!clause || last >= pieces_.size() || pieces_[last].kind == TokenKind::mark) {
        return take(at, last, period.placed, edtf_of_placed(period.placed, static_cast<TimeOpener>(closer.value)));
      }
    }
    if (const auto opener = tables_.words.at(TimeWord::opener, pieces_, period.last); opener && is_one_day(period)) {
      const std::size_t last = period.last + opener.length;  // "Friday before 4 pm"
      const TimeOpener kind = inside_day(static_cast<TimeOpener>(opener.value));
      const std::size_t clock = tables_.context.clock_length(pieces_, last);
      if (clock > 0 && kind != TimeOpener::none)
        return take(at, last + clock, period.placed, edtf_of_placed(period.placed, kind));
    }
    if (period.away == 0 || at == 0) return 0;
    const BoundMatch bound = tables_.bounds.before(pieces_, at);
    const bool over = bound.bound == Bound::over || bound.bound == Bound::at_least;
    const bool under = bound.bound == Bound::under || bound.bound == Bound::at_most;
    if (!bound || (!over && !under)) return 0;
    const bool onwards = over == (period.away > 0);
    return take(at - bound.length, period.last, period.placed,
                edtf_of_placed(period.placed, onwards ? TimeOpener::since : TimeOpener::until));
  }

  // "before 4 pm on Friday": up to that day; 0 if none. `begin`: behind the opener.
  std::size_t bounded_in_day(std::size_t at, std::size_t begin, TimeOpener opener) {
    const std::size_t clock = tables_.context.clock_length(pieces_, begin);
    const TimeOpener kind = inside_day(opener);
    if (clock == 0 || kind == TimeOpener::none) return 0;
    const std::size_t next = begin + clock;
    const auto day = tables_.periods.read(pieces_, is(pieces_, next, "on") ? next + 1 : next, published_, false);
    if (!day || !is_one_day(*day) || !stands(*day)) return 0;
    return take(at, day->last, day->placed, edtf_of_placed(day->placed, kind));
  }

  // What "before", "after" a clock time leaves of its day, in days: that day counts.
  [[nodiscard]] static TimeOpener inside_day(TimeOpener opener) {
    if (opener == TimeOpener::before || opener == TimeOpener::until || opener == TimeOpener::by)
      return TimeOpener::until;
    return opener == TimeOpener::after || opener == TimeOpener::since ? TimeOpener::since : TimeOpener::none;
  }

  [[nodiscard]] static bool is_one_day(const Period& period) {
    return period.placed.days && period.placed.days->first == period.placed.days->last;
  }

  // "in two weeks", "within two weeks", where the clause looks ahead; 0 if none.
  std::size_t in_future(std::size_t at) {
    const bool within = is(pieces_, at, "within");
    if (!within && !is(pieces_, at, "in")) return 0;
    const auto length = tables_.durations.read(pieces_, at + 1);
    const auto today = published_.day();
    if (!length || !today || length->vague) return 0;
    if (tables_.periods.tense(pieces_, at, length->last) != Tense::ahead) return 0;
    const auto day = length->unit < TimeUnit::day ? today : shift(*today, *length, 1);
    if (!day) return 0;
    const Placed placed{Days{within ? *today : *day, *day}, "", false};
    const bool possessive = is(pieces_, length->last, "'") || is(pieces_, length->last, "'s");
    const std::size_t last = possessive && is(pieces_, length->last + 1, "time") ? length->last + 2 : length->last;
    return take(at, last, placed, edtf_of(*placed.days));
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
    if (period.date && period.date->fraction && !period.date->year)
      return first > 0 && is_one_of(pieces_, first - 1, kDateOpeners);
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

  [[nodiscard]] static std::string edtf_of_placed(const Placed& placed, TimeOpener opener) {
    const std::string& partial = placed.partial;
    if (placed.days && !can_be_written(*placed.days)) return "";  // beyond the year 9999
    switch (opener) {
      case TimeOpener::since:
      case TimeOpener::from:
        return placed.days ? edtf_from(*placed.days) : partial.empty() ? "" : partial + "/..";
      case TimeOpener::after:
        if (!placed.days) return partial.empty() ? "" : partial + "/..";
        return can_be_written({placed.days->last + 1, placed.days->last + 1})
                   ? edtf_from({placed.days->last + 1, placed.days->last + 1})
                   : "";
      case TimeOpener::before:
        if (!placed.days) return partial.empty() ? "" : "../" + partial;
        return can_be_written({placed.days->first - 1, placed.days->first - 1})
                   ? edtf_until({placed.days->first - 1, placed.days->first - 1})
                   : "";
      case TimeOpener::until:
      case TimeOpener::by:
        return placed.days ? edtf_until(*placed.days) : partial.empty() ? "" : "../" + partial;
      case TimeOpener::none:
      case TimeOpener::range:
      case TimeOpener::between:
        break;
    }
    return placed.days ? edtf_of(*placed.days) : partial;
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
        "for",     "lasted", "lasting", "took", "than",  "within", "nearly", "almost", "about", "spent",
        "over",    "take",   "takes",   "last", "lasts", "spend",  "within", "after",  "wait",  "waited",
        "roughly", "around", "just",    "only", "least", "under",  "whole",  "entire"};
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
  std::vector<Time>& found_;
};

}  // namespace

TimeFinder::TimeFinder(const Lexicon& lexicon) : tables_(std::make_unique<Tables>(lexicon)) {}
TimeFinder::~TimeFinder() = default;

std::vector<Time> TimeFinder::find(const Words& words, const std::string& published) const {
  std::vector<Time> found;
  std::vector<Piece> pieces;
  const Publication publication = Publication::from_edtf(published);
  for (const Sentence& sentence : words.sentences) {
    cut_pieces(words, sentence, tables_->vocabulary, pieces);
    SentenceScan(*tables_, pieces, publication, found).run();
  }
  return found;
}

}  // namespace hearsay
