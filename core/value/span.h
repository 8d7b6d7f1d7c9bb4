#pragma once
// A half-open stretch of bytes [begin, end) of one text: Article::text unless the header that hands it out says
// otherwise. Inside the program every offset is a byte offset on a code point border; offsets people and other programs
// see are code points (core/text/code_points.h is the one place that converts).

#include <compare>
#include <cstddef>
#include <string_view>

namespace hearsay {

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  [[nodiscard]] constexpr bool contains(std::size_t byte) const { return begin <= byte && byte < end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  // The words of this span. The view lives as long as `text`.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }

  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace hearsay
