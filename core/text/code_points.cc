#include "core/text/code_points.h"

#include <algorithm>

namespace hearsay {

CodePoints::CodePoints(std::string_view text) {
  const auto first =
      std::find_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  ascii_ = static_cast<std::size_t>(first - text.begin());
  for (std::size_t at = ascii_; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) starts_.push_back(at);
  }
  size_ = ascii_ + starts_.size();
  starts_.push_back(text.size());
}

std::size_t CodePoints::from_byte(std::size_t byte) const {
  if (byte <= ascii_) return byte;
  const auto at = std::lower_bound(starts_.begin(), starts_.end(), byte);
  return ascii_ + static_cast<std::size_t>(at - starts_.begin());
}

std::size_t CodePoints::to_byte(std::size_t index) const {
  if (index < ascii_) return index;
  return starts_[std::min(index - ascii_, starts_.size() - 1)];
}

}  // namespace hearsay
