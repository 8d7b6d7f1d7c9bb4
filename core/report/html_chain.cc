// The ways of a dispute's statements, drawn from top to bottom: speaker, whoever told it for them, outlets in between,
// outlet. Ways that meet in one outlet or agency are drawn meeting.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/report/html_parts.h"
#include "core/report/words.h"
#include "core/text/code_points.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostWays = 6;
constexpr std::size_t kWaysOfAPhone = 2;  // more than these scroll
constexpr double kWidth = 142;            // of a node, in CSS pixels
constexpr double kPitch = 154;
constexpr double kLine = 15;
constexpr double kGap = 30;                 // between a node and the next below it
constexpr std::size_t kPointsOfALine = 20;  // code points
constexpr std::size_t kMostLines = 3;

using Way = std::vector<ReportLink>;

std::string cut(const std::string& text, std::size_t points) {
  const CodePoints all(text);
  return all.size() <= points ? text : text.substr(0, all.to_byte(points - 1)) + "…";
}

// Broken at spaces into lines that fit a node.
std::vector<std::string> lines_of(const std::string& name) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string word = name.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (!line.empty() && CodePoints(line).size() + 1 + CodePoints(word).size() > kPointsOfALine) {
      lines.push_back(std::move(line));
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  if (!line.empty() || lines.empty()) lines.push_back(line);
  if (lines.size() > kMostLines) {
    lines.resize(kMostLines);
    lines.back() += " …";
  }
  for (std::string& each : lines) each = cut(each, kPointsOfALine);
  return lines;
}

// How many links two ways have in common, counted from the outlet.
std::size_t shared_end(const Way& a, const Way& b) {
  const auto apart = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  return static_cast<std::size_t>(apart.first - a.rbegin());
}

// Each way once; those into one outlet, and through one agency, beside each other.
std::vector<Way> ways_of(const Report& report, const ReportFlag& flag) {
  std::vector<Way> ways;
  for (const ReportPlace& place : flag.places) {
    if (!place.claim) continue;
    Way way = report.chain_of({place.article, *place.claim});
    if (std::find(ways.begin(), ways.end(), way) == ways.end()) ways.push_back(std::move(way));
  }
  if (ways.size() > kMostWays) ways.resize(kMostWays);
  // in the order of the sides, but those that end alike together
  std::vector<Way> ordered;
  while (!ways.empty()) {
    const Way first = ways.front();
    std::stable_sort(ways.begin() + 1, ways.end(),
                     [&](const Way& a, const Way& b) { return shared_end(a, first) > shared_end(b, first); });
    ordered.push_back(first);
    ways.erase(ways.begin());
  }
  return ordered;
}

struct Node {
  std::size_t row = 0;
  std::size_t first_way = 0;  // ways [first_way, last_way]
  std::size_t last_way = 0;
  ReportLink link;

  [[nodiscard]] double centre() const {
    return kPitch * static_cast<double>(first_way + last_way) / 2 + kWidth / 2 + 1;
  }
};

class Drawing {
 public:
  explicit Drawing(const std::vector<Way>& ways) : ways_(ways) {
    for (const Way& way : ways) rows_ = std::max(rows_, way.size());
    node_of_.assign(ways.size(), std::vector<std::size_t>(rows_, kNone));
    for (std::size_t row = 0; row < rows_; ++row) place_row(row);
    heights_.assign(rows_, kLine + 12);
    for (const Node& node : nodes_)
      heights_[node.row] =
          std::max(heights_[node.row], kLine * static_cast<double>(lines_of(node.link.name).size()) + 12);
  }

  void write(Fields& out) const {
    std::vector<Fields> nodes;
    for (const Node& node : nodes_) nodes.push_back(node_fields(node));
    std::set<std::pair<std::size_t, std::size_t>> edges;
    for (const std::vector<std::size_t>& way : node_of_) {
      std::size_t from = kNone;
      for (const std::size_t node : way) {
        if (node == kNone) continue;
        if (from != kNone) edges.emplace(from, node);
        from = node;
      }
    }
    std::vector<Fields> lines;
    for (const auto& [from, to] : edges) lines.push_back(edge_fields(nodes_[from], nodes_[to]));
    out.list("nodes", nodes).list("edges", lines);
    out.text("width", fmt::format("{:.0f}", kPitch * static_cast<double>(ways_.size() - 1) + kWidth + 2));
    out.text("height", fmt::format("{:.0f}", top_of(rows_) - kGap + 2));
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  // The outlet stands in the last row, the rest from the top.
  [[nodiscard]] const ReportLink* link_at(std::size_t way, std::size_t row) const {
    if (row + 1 == rows_) return &ways_[way].back();
    return row + 1 < ways_[way].size() ? &ways_[way][row] : nullptr;
  }

  void place_row(std::size_t row) {
    for (std::size_t way = 0; way < ways_.size(); ++way) {
      const ReportLink* link = link_at(way, row);
      if (link == nullptr) continue;
      const bool meets = way > 0 && node_of_[way - 1][row] != kNone && *link_at(way - 1, row) == *link &&
                         link->name != "outlet not named";
      if (meets) {
        node_of_[way][row] = node_of_[way - 1][row];
        nodes_[node_of_[way][row]].last_way = way;
      } else {
        node_of_[way][row] = nodes_.size();
        nodes_.push_back({row, way, way, *link});
      }
    }
  }

  [[nodiscard]] double top_of(std::size_t row) const {
    double top = 1;
    for (std::size_t i = 0; i < row; ++i) top += heights_[i] + kGap;
    return top;
  }

  [[nodiscard]] Fields node_fields(const Node& node) const {
    const double top = top_of(node.row);
    const double height = heights_[node.row];
    const std::vector<std::string> lines = lines_of(node.link.name);
    std::vector<Fields> rows;
    const double first = top + height / 2 - kLine * (static_cast<double>(lines.size()) - 1) / 2 + 4.5;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      rows.push_back(
          Fields().text("t", lines[i]).text("ty", fmt::format("{:.1f}", first + kLine * static_cast<double>(i))));
    }
    const bool person = node.link.kind == LinkKind::speaker || node.link.kind == LinkKind::teller;
    return Fields()
        .text("kind", std::string(name_of(node.link.kind)))
        .text("x", fmt::format("{:.1f}", node.centre() - kWidth / 2))
        .text("cx", fmt::format("{:.1f}", node.centre()))
        .text("y", fmt::format("{:.1f}", top))
        .text("w", fmt::format("{:.0f}", kWidth))
        .text("h", fmt::format("{:.0f}", height))
        .text("r", person ? "13" : "2")
        .list("lines", rows);
  }

  [[nodiscard]] Fields edge_fields(const Node& from, const Node& to) const {
    const double begin = top_of(from.row) + heights_[from.row];
    const double end = top_of(to.row) - 1;
    const double middle = (begin + end) / 2;
    return Fields()
        .text("x1", fmt::format("{:.1f}", from.centre()))
        .text("y1", fmt::format("{:.1f}", begin))
        .text("c1", fmt::format("{:.1f}", middle))
        .text("x2", fmt::format("{:.1f}", to.centre()))
        .text("c2", fmt::format("{:.1f}", middle))
        .text("y2", fmt::format("{:.1f}", end - 5))
        .text("tip", fmt::format("{:.1f}", end));
  }

  const std::vector<Way>& ways_;
  std::size_t rows_ = 0;
  std::vector<Node> nodes_;
  std::vector<std::vector<std::size_t>> node_of_;  // way, row
  std::vector<double> heights_;
};

}  // namespace

bool draw_chain(const Report& report, const ReportFlag& flag, Fields& out) {
  const std::vector<Way> ways = ways_of(report, flag);
  const bool passed_on = std::any_of(ways.begin(), ways.end(), [](const Way& way) { return way.size() > 1; });
  if (!passed_on) return false;
  Drawing(ways).write(out);
  std::string words;
  for (const Way& way : ways) words += (words.empty() ? "" : "; ") + chain_in_words(way);
  out.text("words", words).yes("wide", ways.size() > kWaysOfAPhone);
  return true;
}

}  // namespace hearsay
