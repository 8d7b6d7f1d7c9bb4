// "last week", "this coming July", "the past three years": what a word of the calendar and a shift make. "last" and
// "next" count calendar units (ISO weeks, months, years), "the last three weeks" counts back from the day before
// publication. Known limits: "last Friday" is Friday of the week before; fiscal years are calendar years.

#include "core/extract/periods.h"

namespace hearsay {
namespace {

constexpr int kLatest = -2;  // "this past Friday"
constexpr int kNearest = 2;  // "this coming July"

bool is(const std::vector<Piece>& pieces, std::size_t at, std::string_view word) {
  return at < pieces.size() && pieces[at].is(word);
}

std::size_t after_article(const std::vector<Piece>& pieces, std::size_t at) {
  return is(pieces, at, "the") ? at + 1 : at;
}

Placed placed(Days days) { return can_be_written(days) ? Placed{days, "", false} : Placed{}; }

}  // namespace

std::optional<Placed> PeriodReader::shifted_unit(const Publication& published, TimeUnit unit, int direction,
                                                 Tense tense) const {
  const bool coming_weekend = unit == TimeUnit::weekend && direction == kNearest;
  const int step = direction == kLatest ? -1 : direction == kNearest ? (coming_weekend ? 0 : 1) : direction;
  if (const auto today = published.day()) {
    constexpr int kFriday = 4;
    const bool over =
        unit == TimeUnit::weekend && direction == 0 && weekday_of(*today) < kFriday && tense != Tense::ahead;
    if (unit < TimeUnit::day) return placed({*today, *today});
    const auto days = unit_away(unit, *today, over ? -1 : step);
    return days ? std::optional(placed(*days)) : std::nullopt;
  }
  if (published.year && (unit == TimeUnit::year || unit == TimeUnit::decade)) {
    const auto days = unit_away(unit, day_of({*published.year, 7, 1}), step);
    return days ? std::optional(placed(*days)) : std::nullopt;
  }
  if (published.month && unit == TimeUnit::month) {
    const int month = (*published.month - 1 + step + 12) % 12 + 1;
    if (!published.year) return Placed{std::nullopt, (month < 10 ? "XXXX-0" : "XXXX-") + std::to_string(month), false};
    const auto days = months_between(*published.year, *published.month + step, 1);
    return placed(days);
  }
  return unit < TimeUnit::day ? std::nullopt : std::optional(Placed{});
}

// "the past three years", "next 3 days", "last two quarters"; `shift_at`: the piece behind the count and the shift.
std::optional<Period> PeriodReader::shifted_units(const Scene& scene, std::size_t at, int direction,
                                                  std::size_t begin) const {
  auto length = durations_.read(scene.pieces, begin);
  if (length && length->compound && is(scene.pieces, length->last, "ago"))
    length = durations_.read(scene.pieces, begin, false);
  if (!length || length->article || direction == 0) return std::nullopt;
  Period period{at, length->last, {}, std::nullopt};
  period.vague = length->vague;
  const auto today = scene.published.day();
  if (!today) return period;
  if (length->unit < TimeUnit::day) {  // "the past 24 hours" began yesterday
    const double hours = length->hours + length->minutes / 60 + length->seconds / 3600;
    const Day whole = static_cast<Day>(hours / 24);
    period.placed = placed(direction < 0 ? Days{*today - whole, *today} : Days{*today, *today + whole});
    return period;
  }
  if (length->unit == TimeUnit::quarter || length->unit == TimeUnit::decade) {
    const int count = static_cast<int>(length->unit == TimeUnit::quarter ? length->months / 3 : length->years / 10);
    const auto near = unit_away(length->unit, *today, direction < 0 ? -1 : 1);
    const auto far = unit_away(length->unit, *today, direction < 0 ? -count : count);
    if (near && far)
      period.placed = placed(direction < 0 ? Days{far->first, near->last} : Days{near->first, far->last});
    return period;
  }
  const auto end = shift(*today, *length, direction < 0 ? -1 : 1);
  if (end) period.placed = placed(direction < 0 ? Days{*end, *today - 1} : Days{*today + 1, *end});
  return period;
}

// "last week", "this fiscal year", "next week Monday", "the week before last".
std::optional<Period> PeriodReader::moved_unit(const Scene& scene, const Moved& moved) const {
  const Pieces& pieces = scene.pieces;
  std::size_t unit_at = moved.next;
  for (const char* word : {"fiscal", "financial", "calendar", "full", "school", "academic"}) {
    if (is(pieces, unit_at, word)) ++unit_at;
  }
  const auto unit = words_.at(TimeWord::unit, pieces, unit_at);
  if (!unit) return std::nullopt;
  const auto found = shifted_unit(scene.published, static_cast<TimeUnit>(unit.value), moved.direction,
                                  tense(pieces, moved.first, unit_at + 1));
  if (!found) return std::nullopt;
  Period period{moved.first, unit_at + unit.length, *found, std::nullopt};
  const std::size_t on = is(pieces, period.last, "on") ? 1 : 0;  // "last week on Tuesday"
  const auto weekday = words_.at(TimeWord::weekday, pieces, period.last + on);
  if (weekday && unit.value == static_cast<int>(TimeUnit::week)) {
    if (found->days) period.placed = placed({found->days->first + weekday.value, found->days->first + weekday.value});
    period.last += on + weekday.length;
  }
  return period;
}

// "next morning", "this evening".
std::optional<Period> PeriodReader::moved_daypart(const Scene& scene, const Moved& moved) const {
  const auto part = words_.at(TimeWord::daypart, scene.pieces, moved.next);
  if (!part) return std::nullopt;
  Period period{moved.first, moved.next + part.length, {}, std::nullopt};
  const auto today = scene.published.day();
  const Day step = moved.direction < 0 ? -1 : moved.direction > 0 ? 1 : 0;
  if (today) period.placed = placed({*today + step, *today + step});
  return period;
}

// "next Monday", "this past Friday night", "last Sunday".
std::optional<Period> PeriodReader::moved_weekday(const Scene& scene, const Moved& moved) const {
  const auto weekday = words_.at(TimeWord::weekday, scene.pieces, moved.next);
  if (!weekday) return std::nullopt;
  Period period{moved.first, moved.next + weekday.length, {}, std::nullopt};
  if (const auto part = words_.at(TimeWord::daypart, scene.pieces, period.last)) period.last += part.length;
  const auto today = scene.published.day();
  if (!today) return period;
  Day day = week_of(*today).first + weekday.value;
  if (moved.direction == -1 || moved.direction == 1) day += 7 * moved.direction;
  if (moved.direction == kLatest && day >= *today) day -= 7;
  if (moved.direction == kNearest && day <= *today) day += 7;
  period.placed = placed({day, day});
  return period;
}

// "last May", "next October", "this coming July", "this June 5".
std::optional<Period> PeriodReader::moved_month(const Scene& scene, const Moved& moved) const {
  const auto month = words_.at(TimeWord::month, scene.pieces, moved.next);
  if (!month) return std::nullopt;
  PartialDate parts{moved.first, moved.next + month.length, std::nullopt, month.value, std::nullopt, std::nullopt};
  const bool nearest = moved.direction == kNearest || moved.direction == kLatest;
  if (scene.published.year && !nearest) {
    const int same = *scene.published.year;
    const int now = scene.published.month.value_or(1);
    parts.year = moved.direction == 0  ? same
                 : moved.direction < 0 ? (month.value < now ? same : same - 1)
                                       : (month.value > now ? same : same + 1);
  }
  const auto day = dates_.day_at(scene.pieces, parts.last);
  if (day.length > 0 && dates_.year_at(scene.pieces, parts.last).length <= day.length) {
    parts.day = day.value;
    parts.last += day.length;
  }
  const auto found = place(parts, scene.published, moved.direction > 0 ? Tense::ahead : Tense::past);
  if (!found) return std::nullopt;
  return Period{moved.first, parts.last, *found, std::nullopt};
}

// "last summer", "next winter".
std::optional<Period> PeriodReader::moved_season(const Scene& scene, const Moved& moved) const {
  const auto season_word = words_.at(TimeWord::season, scene.pieces, moved.next);
  if (!season_word) return std::nullopt;
  Period period{moved.first, moved.next + season_word.length, {}, std::nullopt};
  if (!scene.published.year) return period;
  int year = *scene.published.year;
  const Day now = scene.published.day().value_or(day_of({year, 7, 1}));
  if (moved.direction < 0 && season_days(year, season_word.value).last >= now) --year;
  if (moved.direction > 0 && season_days(year, season_word.value).first <= now) ++year;
  period.placed = placed(season_days(year, season_word.value));
  return period;
}

// "last Easter", "next Thanksgiving".
std::optional<Period> PeriodReader::moved_holiday(const Scene& scene, const Moved& moved) const {
  const auto name = holidays_.at(scene.pieces, moved.next);
  if (!name) return std::nullopt;
  Period period{moved.first, moved.next + name.length, {}, std::nullopt};
  const auto today = scene.published.day();
  if (!today) return period;
  int year = date_of(*today).year;
  if (moved.direction < 0 && day_of_holiday(*name.value, year) >= *today) --year;
  if (moved.direction > 0 && day_of_holiday(*name.value, year) <= *today) ++year;
  const Day day = day_of_holiday(*name.value, year);
  period.placed = placed({day, day});
  return period;
}

// "the week before last", "the year after next".
std::optional<Period> PeriodReader::twice_moved(const Scene& scene, std::size_t at) const {
  const Pieces& pieces = scene.pieces;
  const std::size_t begin = after_article(pieces, at);
  const auto unit = words_.at(TimeWord::unit, pieces, begin);
  const auto weekday = unit ? TimeWords::Match{} : words_.at(TimeWord::weekday, pieces, begin);
  const std::size_t next = begin + unit.length + weekday.length;
  const bool back = is(pieces, next, "before") && is(pieces, next + 1, "last");
  const bool ahead = is(pieces, next, "after") && is(pieces, next + 1, "next");
  if (next == begin || (!back && !ahead)) return std::nullopt;
  const bool moves_on = words_.at(TimeWord::month, pieces, next + 2) ||
                        words_.at(TimeWord::weekday, pieces, next + 2) ||
                        words_.at(TimeWord::season, pieces, next + 2) || words_.unit_at(pieces, next + 2) ||
                        holidays_.at(pieces, next + 2);
  if (moves_on) return std::nullopt;  // "the week before last Christmas"
  const auto kind = unit ? static_cast<TimeUnit>(unit.value) : TimeUnit::week;
  if (kind < TimeUnit::week) return std::nullopt;
  Period period{at, next + 2, {}, std::nullopt};
  const auto today = scene.published.day();
  if (!today) return period;
  const auto days = unit_away(kind, *today, back ? -2 : 2);
  if (!days) return period;
  period.placed = placed(weekday ? Days{days->first + weekday.value, days->first + weekday.value} : *days);
  return period;
}

// What a word like "last" or "next" moves; the first that reads it.
std::optional<Period> PeriodReader::shifted(const Scene& scene, std::size_t at) const {
  if (auto found = twice_moved(scene, at)) return found;
  const std::size_t begin = after_article(scene.pieces, at);
  const auto shift = words_.at(TimeWord::shift, scene.pieces, begin);
  if (!shift) return std::nullopt;
  const Moved moved{at, begin + shift.length, shift.value};
  if (auto units = shifted_units(scene, at, moved.direction, moved.next)) return units;
  for (const auto reader : {&PeriodReader::moved_unit, &PeriodReader::moved_weekday, &PeriodReader::moved_month,
                            &PeriodReader::moved_season, &PeriodReader::moved_holiday, &PeriodReader::moved_daypart}) {
    if (auto found = (this->*reader)(scene, moved)) return found;
  }
  return std::nullopt;
}

}  // namespace hearsay
