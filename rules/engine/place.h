#pragma once
// Places of a text as rules hand them out: the columns claim_a, claim_b and evidence of a result. A place is written
// "article#claim@begin-end", code points of the article's text, half open; "article#@begin-end" where no claim holds it
// and "article#claim" for a claim as a whole. A list is one place a line, the most telling first. '%', '#', '@' and
// line ends inside an article's id are percent-encoded.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct Place {
  std::string article;
  std::string claim;                 // empty where no claim holds it
  std::optional<std::size_t> begin;  // none: the whole claim
  std::optional<std::size_t> end;

  friend auto operator<=>(const Place&, const Place&) = default;
};

// Most places a flag shows.
inline constexpr std::size_t kMaxPlaces = 12;

std::string to_text(const Place& place);
std::optional<Place> place_from_text(std::string_view text);

// One place a line. Empty lines are skipped; nothing if any line is no place.
std::optional<std::vector<Place>> places_from_text(std::string_view text);
std::string to_text(const std::vector<Place>& places);

// The lists by turns (first of each, second of each ...), so that every side is seen early; each place once.
std::vector<Place> by_turns(const std::vector<std::vector<Place>>& lists);

}  // namespace hearsay
