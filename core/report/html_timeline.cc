// A small picture of a disputed figure: value against day, a numbered dot a statement, and the list it is numbered by.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "core/report/figures_over_time.h"
#include "core/report/html_parts.h"
#include "core/report/words.h"

namespace hearsay {
namespace {

constexpr double kPictureWidth = 300;  // CSS pixels: fits the narrowest phone
constexpr double kPictureHeight = 190;
constexpr double kLeft = 58;
constexpr double kRight = kPictureWidth - 16;
constexpr double kTop = 16;
constexpr double kBottom = kPictureHeight - 34;
constexpr double kBetweenLabels = 14;
constexpr double kDot = 20;  // across

std::optional<Day> day_of_place(const ReportArticle& page, const Claim& claim) {
  for (const std::string& edtf : {claim.said.edtf, page.entry.published}) {
    if (edtf.empty()) continue;
    const std::optional<DayRange> days = days_of(edtf);
    if (days && days->year_known && days->first) return days->first;
  }
  return std::nullopt;
}

const Quantity* figure_at(const Claim& claim, Span place) {
  for (const Quantity& quantity : claim.quantities) {
    if (quantity.span.overlaps(place) && !quantity.ordinal && (quantity.low || quantity.high)) return &quantity;
  }
  return nullptr;
}

struct Point {
  double x = 0;
  double y = 0;
};

class Scale {
 public:
  explicit Scale(const std::vector<DatedFigure>& figures) {
    first_ = figures.front().day;
    last_ = figures.back().day;
    least_ = most_ = figures.front().middle();
    for (const DatedFigure& figure : figures) {
      least_ = std::min({least_, figure.low.value_or(figure.middle()), figure.middle()});
      most_ = std::max({most_, figure.high.value_or(figure.middle()), figure.middle()});
    }
  }
  [[nodiscard]] double x(Day day) const {
    if (first_ == last_) return (kLeft + kRight) / 2;
    const double inner = kRight - kLeft - kDot;
    return kLeft + kDot / 2 + inner * static_cast<double>(day - first_) / static_cast<double>(last_ - first_);
  }
  [[nodiscard]] double y(double value) const {
    if (least_ == most_) return (kTop + kBottom) / 2;
    return kBottom - kDot / 2 - (kBottom - kTop - kDot) * (value - least_) / (most_ - least_);
  }
  [[nodiscard]] Day first() const { return first_; }
  [[nodiscard]] Day last() const { return last_; }

 private:
  Day first_ = 0;
  Day last_ = 0;
  double least_ = 0;
  double most_ = 0;
};

std::string value_label(double value) {
  std::string text = fmt::format("{:.15g}", value);
  const std::size_t stop = std::min(text.find_first_of(".e"), text.size());
  for (std::size_t at = stop; at > 3 && text[0] != '-'; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::vector<Fields> levels_of(const std::vector<DatedFigure>& figures, const Scale& scale) {
  std::set<double> values;
  for (const DatedFigure& figure : figures) values.insert(figure.middle());
  std::vector<Fields> rows;
  double last = kPictureHeight + kBetweenLabels;
  for (const double value : values) {
    const double y = scale.y(value);
    if (last - y < kBetweenLabels) continue;
    last = y;
    rows.push_back(Fields()
                       .text("left", fmt::format("{:.0f}", kLeft))
                       .text("right", fmt::format("{:.0f}", kRight))
                       .text("y", fmt::format("{:.1f}", y))
                       .text("tx", fmt::format("{:.0f}", kLeft - 7))
                       .text("ty", fmt::format("{:.1f}", y + 4))
                       .text("t", value_label(value)));
  }
  return rows;
}

std::vector<Fields> days_of_axis(const Scale& scale) {
  const auto label = [&](Day day, double x, const char* anchor) {
    return Fields()
        .text("x", fmt::format("{:.1f}", x))
        .text("y", fmt::format("{:.0f}", kPictureHeight - 10))
        .text("anchor", anchor)
        .text("t", day_in_words(to_text(date_of(day))));
  };
  if (scale.first() == scale.last()) return {label(scale.first(), scale.x(scale.first()), "middle")};
  return {label(scale.first(), kLeft, "start"), label(scale.last(), kRight, "end")};
}

// Beside the dots that stand there already.
Point free_place(Point wanted, const std::vector<Point>& taken) {
  const auto touches = [&](const Point& other) { return std::hypot(other.x - wanted.x, other.y - wanted.y) < kDot; };
  const double step = wanted.x > (kLeft + kRight) / 2 ? -kDot : kDot;
  while (std::any_of(taken.begin(), taken.end(), touches) && wanted.x + step >= kLeft && wanted.x + step <= kRight)
    wanted.x += step;
  return wanted;
}

std::vector<Fields> dots_of(const std::vector<DatedFigure>& figures, const Scale& scale) {
  std::vector<Fields> rows;
  std::vector<Point> taken;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const DatedFigure& figure = figures[i];
    const Point place = free_place({scale.x(figure.day), scale.y(figure.middle())}, taken);
    taken.push_back(place);
    const double top = figure.high ? scale.y(*figure.high) : kTop - 8;
    const double bottom = figure.low ? scale.y(*figure.low) : kBottom;
    rows.push_back(Fields()
                       .text("x", fmt::format("{:.1f}", place.x))
                       .text("y", fmt::format("{:.1f}", place.y))
                       .text("ny", fmt::format("{:.1f}", place.y + 4.3))
                       .number("n", i + 1)
                       .yes("range", bottom - top > 1)
                       .text("top", fmt::format("{:.1f}", top))
                       .text("bottom", fmt::format("{:.1f}", bottom)));
  }
  return rows;
}

}  // namespace

std::vector<DatedFigure> figures_over_time(const Report& report, const ReportFlag& flag) {
  std::vector<DatedFigure> figures;
  if (flag.flag.kind != "number") return figures;
  std::set<std::tuple<std::string, Day, std::optional<double>, std::optional<double>>> seen;
  for (std::size_t i = 0; i < flag.places.size(); ++i) {
    const ReportPlace& place = flag.places[i];
    if (!place.claim) continue;
    const ReportArticle& page = report.articles[place.article];
    const Claim& claim = page.claims[*place.claim].claim;
    const Quantity* figure = figure_at(claim, place.span);
    const std::optional<Day> day = day_of_place(page, claim);
    if (figure == nullptr || !day) continue;
    if (!seen.emplace(page.entry.outlet, *day, figure->low, figure->high).second) continue;
    figures.push_back({i, *day, figure->low, figure->high});
  }
  std::stable_sort(figures.begin(), figures.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
  return figures;
}

bool draw_timeline(const Report& report, const ReportFlag& flag, Fields& out) {
  const std::vector<DatedFigure> figures = figures_over_time(report, flag);
  if (figures.size() < 2) return false;
  const Scale scale(figures);
  std::vector<Fields> entries;
  std::string label;
  for (const DatedFigure& figure : figures) {
    const ReportPlace& place = flag.places[figure.place];
    const ReportArticle& page = report.articles[place.article];
    const Claim& claim = page.claims[*place.claim].claim;
    const std::string day = day_in_words(to_text(date_of(figure.day)));
    label += (label.empty() ? "" : "; ") + day + ": " + place.words + ", " + outlet_of(page);
    entries.push_back(Fields()
                          .text("place", place_id(report, place.article, place.span))
                          .text("value", place.words)
                          .text("day", day)
                          .text("outlet", outlet_of(page))
                          .known("who", claim.type == ClaimType::assertion ? "" : speaker_of(claim)));
  }
  out.text("caption", "The figure over time").text("label", label);
  out.text("width", fmt::format("{:.0f}", kPictureWidth)).text("height", fmt::format("{:.0f}", kPictureHeight));
  out.list("levels", levels_of(figures, scale)).list("days", days_of_axis(scale));
  out.list("dots", dots_of(figures, scale)).list("entries", entries);
  return true;
}

}  // namespace hearsay
