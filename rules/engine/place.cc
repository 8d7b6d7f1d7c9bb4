// Written and read back in one pass; see place.h for the form.

#include "rules/engine/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace hearsay {
namespace {

constexpr std::string_view kReserved = "%#@\n\r";

std::string encoded(std::string_view id) {
  std::string out;
  for (const char c : id) {
    if (kReserved.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
  }
  return out;
}

std::optional<std::string> decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    unsigned value = 0;
    if (i + 2 >= text.size()) return std::nullopt;
    const auto [stop, fault] = std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16);
    if (fault != std::errc{} || stop != text.data() + i + 3) return std::nullopt;
    out += static_cast<char>(value);
    i += 2;
  }
  return out;
}

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || fault != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string to_text(const Place& place) {
  std::string out = encoded(place.article) + "#" + place.claim;
  if (place.begin && place.end) out += fmt::format("@{}-{}", *place.begin, *place.end);
  return out;
}

std::optional<Place> place_from_text(std::string_view text) {
  const std::size_t hash = text.find('#');
  if (hash == std::string_view::npos) return std::nullopt;
  Place place;
  std::optional<std::string> article = decoded(text.substr(0, hash));
  if (!article || article->empty()) return std::nullopt;
  place.article = *std::move(article);
  std::string_view rest = text.substr(hash + 1);
  const std::size_t at = std::min(rest.find('@'), rest.size());
  place.claim = rest.substr(0, at);
  if (at == rest.size()) return place;
  rest.remove_prefix(at + 1);
  const std::size_t dash = rest.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  place.begin = number(rest.substr(0, dash));
  place.end = number(rest.substr(dash + 1));
  if (!place.begin || !place.end || *place.begin > *place.end) return std::nullopt;
  return place;
}

std::optional<std::vector<Place>> places_from_text(std::string_view text) {
  std::vector<Place> places;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    std::optional<Place> place = place_from_text(line);
    if (!place) return std::nullopt;
    places.push_back(*std::move(place));
  }
  return places;
}

std::string to_text(const std::vector<Place>& places) {
  std::string out;
  for (const Place& place : places) out += (out.empty() ? "" : "\n") + to_text(place);
  return out;
}

std::vector<Place> by_turns(const std::vector<std::vector<Place>>& lists) {
  std::vector<Place> out;
  std::size_t longest = 0;
  for (const auto& list : lists) longest = std::max(longest, list.size());
  for (std::size_t i = 0; i < longest; ++i) {
    for (const auto& list : lists) {
      if (i < list.size() && std::find(out.begin(), out.end(), list[i]) == out.end()) out.push_back(list[i]);
    }
  }
  return out;
}

}  // namespace hearsay
