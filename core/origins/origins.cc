#include "core/origins/origins.h"

#include <algorithm>
#include <set>

#include "core/compare/keys.h"
#include "core/value/edtf.h"

namespace hearsay {
namespace {

// The nodes of the loop that `at` leads into, the least one first; empty where the way ends.
std::vector<std::string> loop_from(const std::string& start, const std::map<std::string, std::string>& next) {
  std::vector<std::string> way;
  std::string at = start;
  for (;;) {
    const auto seen = std::find(way.begin(), way.end(), at);
    if (seen != way.end()) {
      std::vector<std::string> loop(seen, way.end());
      std::rotate(loop.begin(), std::min_element(loop.begin(), loop.end()), loop.end());
      return loop;
    }
    way.push_back(at);
    const auto step = next.find(at);
    if (step == next.end()) return {};
    at = step->second;
  }
}

std::string end_of(const std::string& start, const std::map<std::string, std::string>& next) {
  std::string at = start;
  for (auto step = next.find(at); step != next.end(); step = next.find(at)) at = step->second;
  return at;
}

}  // namespace

std::string_view name_of(Kinship kinship) {
  switch (kinship) {
    case Kinship::none:
      return "none";
    case Kinship::derived:
      return "derived";
    case Kinship::copy:
      return "copy";
  }
  return "none";
}

Kinship kinship(double containment) {
  if (containment >= kCopy) return Kinship::copy;
  return containment >= kDerived ? Kinship::derived : Kinship::none;
}

bool same_outlet(std::string_view a, std::string_view b) {
  const std::string key = outlet_key(a);
  return !key.empty() && key == outlet_key(b);
}

bool came_first(const TextOrigin& first, const TextOrigin& second, double of_first, double of_second) {
  const std::optional<DayRange> a = days_of(first.published);
  const std::optional<DayRange> b = days_of(second.published);
  if (a && b && a->year_known && b->year_known && a->last && b->first) {
    if (*a->last < *b->first) return true;
    if (a->first && b->last && *b->last < *a->first) return false;
  }
  const bool first_credits = same_outlet(first.credit, second.outlet);
  const bool second_credits = same_outlet(second.credit, first.outlet);
  if (first_credits != second_credits) return second_credits;
  if (of_first != of_second) return of_first < of_second;
  return first.article < second.article;
}

Origins origins_of(const std::vector<std::string>& nodes, const std::vector<Step>& steps) {
  std::map<std::string, std::string> next;
  for (const Step& step : steps) {
    if (step.from != step.to) next.emplace(step.from, step.to);
  }
  std::set<std::vector<std::string>> loops;
  Origins origins;
  std::set<std::string> roots;
  for (const std::string& node : nodes) {
    std::vector<std::string> loop = loop_from(node, next);
    const std::string root = loop.empty() ? end_of(node, next) : loop.front();
    if (!loop.empty()) loops.insert(std::move(loop));
    origins.root_of[node] = root;
    roots.insert(root);
  }
  origins.roots.assign(roots.begin(), roots.end());
  origins.loops.assign(loops.begin(), loops.end());
  return origins;
}

}  // namespace hearsay
