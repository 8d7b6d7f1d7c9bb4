// Three rolling rows of the dynamic programme, cut to the band of cells that can stay within the limit. Distances are
// counted in bytes: callers pass words of plain letters.

#include "core/compare/edits.h"

#include <algorithm>
#include <array>

namespace hearsay {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit || b.size() > kLongestEditedWord) return a == b ? 0 : limit + 1;
  while (!a.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  while (!a.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  if (a.empty()) return b.size();
  using Row = std::array<std::size_t, kLongestEditedWord + 1>;
  Row before{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row.fill(limit + 1);
    const std::size_t from = i > limit ? i - limit : 1;
    const std::size_t to = std::min(b.size(), i + limit);
    if (i <= limit) row[0] = i;
    std::size_t least = row[0];
    for (std::size_t j = from; j <= to; ++j) {
      const std::size_t other = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({other, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return std::min(last[b.size()], limit + 1);
}

EditKind edit_kind(std::string_view a, std::string_view b) {
  static constexpr std::string_view kVowels = "aeiouy";
  // Neighbours in a row of the keyboard, and letters alike in shape or sound.
  static constexpr std::string_view kNear =
      "qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm mn ck ks sz vw bp dt gk bv ij uv gj nh";
  if (a.size() > b.size()) std::swap(a, b);
  const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin());
  const auto at = static_cast<std::size_t>(right - b.begin());
  if (a.size() < b.size()) {
    return at > 0 && b[at] == b[at - 1] ? EditKind::doubled : EditKind::dropped;
  }
  if (at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at]) return EditKind::swapped;
  const auto vowel = [](char c) { return kVowels.find(c) != std::string_view::npos; };
  if (vowel(a[at]) && vowel(b[at])) return EditKind::vowel;
  const std::string there{a[at], b[at]};
  const std::string back{b[at], a[at]};
  const bool near = kNear.find(there) != std::string_view::npos || kNear.find(back) != std::string_view::npos;
  return near ? EditKind::near : EditKind::other;
}

bool letters_exchanged(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const auto [left, other] = std::mismatch(a.begin(), a.end(), b.begin());
  if (left == a.end()) return false;
  const auto [right, its] = std::mismatch(left + 1, a.end(), other + 1);
  return right != a.end() && *left == *its && *right == *other && std::equal(right + 1, a.end(), its + 1);
}

std::string describe_edit(std::string_view a, std::string_view b, std::size_t distance) {
  if (distance == 2 && letters_exchanged(a, b)) return "two letters exchanged";
  if (distance > 1) return std::to_string(distance) + " letters apart";
  if (a.size() > b.size()) return "one letter more";
  if (a.size() < b.size()) return "one letter fewer";
  const auto differing = std::mismatch(a.begin(), a.end(), b.begin());
  const auto at = static_cast<std::size_t>(differing.first - a.begin());
  const bool swapped = at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at];
  return swapped ? "two letters swapped" : "one letter other";
}

}  // namespace hearsay
