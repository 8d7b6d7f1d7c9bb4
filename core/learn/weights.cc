// Quantising: one step for the whole table, chosen so that all but the largest one weight in ten thousand fit into
// eight bits; larger ones are cut. Slots are given in order of importance, so a full line loses its least telling
// features. Known limit: two features of one line and one fingerprint cannot both be kept; the lesser is dropped.

#include "core/learn/weights.h"

#include <algorithm>
#include <cmath>

#include "core/learn/bytes.h"

namespace hearsay {
namespace {

constexpr float kLargest = 127;
constexpr std::size_t kMostLines = std::size_t{1} << 20;

float importance(const Weights::Row& row, std::size_t labels) {
  float largest = 0;
  for (std::size_t k = 0; k < labels; ++k) largest = std::max(largest, std::abs(row.weights[k]));
  return largest;
}

float step_of(const std::vector<Weights::Row>& rows, std::size_t labels) {
  std::vector<float> sizes;
  sizes.reserve(rows.size());
  for (const Weights::Row& row : rows) sizes.push_back(importance(row, labels));
  if (sizes.empty()) return 1;
  const std::size_t cut = sizes.size() - 1 - sizes.size() / 10000;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(cut), sizes.end());
  return sizes[cut] > 0 ? sizes[cut] / kLargest : 1;
}

}  // namespace

void Weights::allocate(std::size_t labels, std::size_t lines) {
  labels_ = labels;
  lines_ = lines;
  storage_.assign((lines * line_size(labels) + 8 + 63) / 64, CacheLine{});
}

Weights Weights::quantise(std::vector<Row> rows, std::size_t labels, std::size_t lines) {
  Weights table;
  table.allocate(labels, lines);
  table.scale_ = step_of(rows, labels);
  std::sort(rows.begin(), rows.end(), [labels](const Row& a, const Row& b) {
    const float left = importance(a, labels);
    const float right = importance(b, labels);
    return left != right ? left > right : a.feature < b.feature;
  });
  for (const Row& row : rows) {
    if (importance(row, labels) < table.scale_ / 2) break;
    const std::size_t line = static_cast<std::size_t>(row.feature >> 32) & (lines - 1);
    unsigned char* slots = table.bytes() + line * line_size(labels);
    unsigned char* prints = slots + kSlots * labels;
    const auto print = static_cast<unsigned char>(fingerprint(row.feature));
    const auto slot = static_cast<std::size_t>(
        std::find_if(prints, prints + kSlots, [print](unsigned char p) { return p == 0 || p == print; }) - prints);
    if (slot == kSlots || prints[slot] == print) continue;
    prints[slot] = print;
    for (std::size_t k = 0; k < labels; ++k) {
      const float steps = std::clamp(std::round(row.weights[k] / table.scale_), -kLargest, kLargest);
      slots[slot * labels + k] = static_cast<unsigned char>(static_cast<std::int8_t>(steps));
    }
  }
  return table;
}

void Weights::write(std::string& out) const {
  put_u32(out, static_cast<std::uint32_t>(labels_));
  put_u32(out, static_cast<std::uint32_t>(lines_));
  put_float(out, scale_);
  if (lines_ > 0) out.append(reinterpret_cast<const char*>(bytes()), lines_ * line_size(labels_));
}

Result<Weights> Weights::read(std::string_view& bytes) {
  std::uint32_t labels = 0;
  std::uint32_t lines = 0;
  Weights table;
  if (!take_u32(bytes, labels) || !take_u32(bytes, lines) || !take_float(bytes, table.scale_)) {
    return Error{ErrorCode::malformed, "model", "the file ends inside the head of a weight table", "", ""};
  }
  if ((labels != 1 && labels != 7) || !std::has_single_bit(lines) || lines > kMostLines ||
      !std::isfinite(table.scale_)) {
    return Error{ErrorCode::malformed, "model", "impossible sizes of a weight table", "", ""};
  }
  const std::size_t size = lines * line_size(labels);
  if (bytes.size() < size) return Error{ErrorCode::malformed, "model", "the file ends inside a weight table", "", ""};
  table.allocate(labels, lines);
  std::memcpy(table.bytes(), bytes.data(), size);
  bytes.remove_prefix(size);
  return table;
}

}  // namespace hearsay
