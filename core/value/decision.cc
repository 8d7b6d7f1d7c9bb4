#include "core/value/decision.h"

#include <charconv>

namespace hearsay {
namespace {

constexpr int kMostRating = 100;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace

std::optional<Rating> rating_in(std::string_view text) {
  text = trimmed(text);
  Rating rating;
  const char* end = text.data() + text.size();
  if (!text.empty() && text.front() >= '0' && text.front() <= '9') {
    const auto [slash, bad_value] = std::from_chars(text.data(), end, rating.value);
    if (bad_value != std::errc() || slash == end || *slash != '/') return std::nullopt;
    const auto [rest, bad_best] = std::from_chars(slash + 1, end, rating.best);
    if (bad_best != std::errc() || rating.value < 1 || rating.value > rating.best || rating.best > kMostRating) {
      return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
  }
  rating.name = trimmed(text);
  if (rating.name.empty()) return std::nullopt;
  return rating;
}

std::string text_of(const Rating& rating) {
  if (rating.value == 0) return rating.name;
  return std::to_string(rating.value) + "/" + std::to_string(rating.best) + " " + rating.name;
}

std::string_view aspect_of(std::string_view about, std::string_view verdict) {
  if (about != "claim") return "";
  if (verdict == "rated") return "rating";
  if (verdict == "not-a-claim") return "claim";
  return verdict == "speaker" ? "speaker" : "";
}

}  // namespace hearsay
