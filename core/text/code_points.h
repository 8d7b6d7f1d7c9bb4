#pragma once
// Byte offsets of a text to code point offsets and back: the one place that converts. Everything printed for people and
// other programs counts code points; a BOM counts as one, CRLF as two.

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/value/span.h"

namespace hearsay {

class CodePoints {
 public:
  // `text` is valid UTF-8; it is read once and not kept.
  explicit CodePoints(std::string_view text);

  // Code points before byte `byte`, which is a border or the end. O(log size).
  [[nodiscard]] std::size_t from_byte(std::size_t byte) const;
  // The byte at which code point `index` begins; the size in bytes for index == size().
  [[nodiscard]] std::size_t to_byte(std::size_t index) const;
  [[nodiscard]] Span from_bytes(Span bytes) const { return {from_byte(bytes.begin), from_byte(bytes.end)}; }
  [[nodiscard]] Span to_bytes(Span points) const { return {to_byte(points.begin), to_byte(points.end)}; }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  std::vector<std::size_t> starts_;  // byte offset of every code point behind the first non-ASCII one, then the end
  std::size_t ascii_ = 0;            // length of the leading run in which bytes and code points agree
  std::size_t size_ = 0;
};

}  // namespace hearsay
