#include "core/compare/place_finder.h"

#include <algorithm>
#include <cmath>

#include "core/text/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kShort = 4;           // words; fewer are found again only in their context
constexpr std::size_t kLeastContext = 8;    // bytes of prefix and suffix that must agree for short words
constexpr double kLengthening = 1.34;       // a reworded place may have so many times the words, or so few
constexpr std::size_t kMostCompared = 400;  // words of a quotation; a longer one is found by its very words only

std::size_t shared_end(std::string_view a, std::string_view b) {
  std::size_t shared = 0;
  while (shared < std::min(a.size(), b.size()) && a[a.size() - 1 - shared] == b[b.size() - 1 - shared]) ++shared;
  return shared;
}

std::size_t shared_begin(std::string_view a, std::string_view b) {
  const auto apart =
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
  return static_cast<std::size_t>(apart.first - a.begin());
}

// How many bytes around the place are those that were quoted.
std::size_t context_at(std::string_view text, Span place, const QuotedPlace& quoted) {
  return shared_end(text.substr(0, place.begin), quoted.prefix) + shared_begin(text.substr(place.end), quoted.suffix);
}

std::size_t common_words(const Words& a, TokenRange of_a, const Words& b, TokenRange of_b) {
  std::vector<std::size_t> row(of_b.size() + 1, 0);
  for (std::size_t i = of_a.first; i < of_a.last; ++i) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < of_b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = a.folded[i] == b.folded[of_b.first + j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

std::string list_of(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list.empty() ? "none" : list;
}

}  // namespace

PlaceFinder::PlaceFinder(const Lexicon& lexicon) : lexicon_(lexicon) {
  for (const Table::Row& row : lexicon.table("number-words").rows()) number_words_.insert(row.key);
  for (const Table::Row& row : lexicon.table("negations").rows()) {
    if (row.key.find(' ') == std::string::npos) negations_.insert(row.key);
  }
}

Words PlaceFinder::words_of(std::string_view text) const {
  return split_words(text, {{0, text.size()}}, lexicon_.abbreviations());
}

std::vector<std::string> PlaceFinder::telling(const Words& words, TokenRange range) const {
  std::vector<std::string> found;
  for (std::size_t i = range.first; i < range.last; ++i) {
    const std::string& word = words.folded[i];
    const std::string first = word.substr(0, word.find('-'));
    const bool figure = words.tokens[i].kind == TokenKind::number || number_words_.contains(word) ||
                        number_words_.contains(first) || words.of(i) == "%";
    if (figure || negations_.contains(word) || word.ends_with("n't")) found.push_back(word);
  }
  return found;
}

FoundPlace PlaceFinder::find(std::string_view text, const QuotedPlace& quoted) const {
  if (quoted.exact.empty()) return {std::nullopt, false, "it quotes no words"};
  if (quoted.position && quoted.position->begin <= quoted.position->end && quoted.position->end <= text.size() &&
      quoted.position->of(text) == quoted.exact) {
    return {quoted.position, false, "at its place"};
  }
  if (std::optional<FoundPlace> same = same_words(text, quoted)) return *same;
  return like_words(text, quoted);
}

// Nothing where the very words do not occur.
std::optional<FoundPlace> PlaceFinder::same_words(std::string_view text, const QuotedPlace& quoted) const {
  std::vector<std::pair<std::size_t, Span>> places;  // by context
  for (std::size_t at = text.find(quoted.exact); at != std::string_view::npos; at = text.find(quoted.exact, at + 1)) {
    const Span place{at, at + quoted.exact.size()};
    places.emplace_back(context_at(text, place, quoted), place);
  }
  if (places.empty()) return std::nullopt;
  std::stable_sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  const bool is_short = words_of(quoted.exact).tokens.size() < kShort;
  const std::size_t context = quoted.prefix.size() + quoted.suffix.size();
  if (is_short && places[0].first < std::min(kLeastContext, context))
    return FoundPlace{std::nullopt, false, "its words stand here in another context only"};
  if (places.size() > 1 && places[0].first == places[1].first)
    return FoundPlace{std::nullopt, false, "its words stand in several places alike"};
  return FoundPlace{places[0].second, true, "its very words, at another place"};
}

FoundPlace PlaceFinder::like_words(std::string_view text, const QuotedPlace& quoted) const {
  const Words here = words_of(text);
  const Words then = words_of(quoted.exact);
  const std::size_t size = then.tokens.size();
  if (size < kShort || size > kMostCompared) return {std::nullopt, false, "its words are gone"};
  const TokenRange all{0, size};
  const std::vector<std::string> wanted = telling(then, all);
  double best = 0;
  bool several = false;
  std::optional<TokenRange> place;
  bool otherwise = false;  // words like it, but for figures or negations
  std::vector<std::string> others;
  const auto longest = static_cast<std::size_t>(std::ceil(static_cast<double>(size) * kLengthening));
  const auto shortest = static_cast<std::size_t>(static_cast<double>(size) / kLengthening);
  for (std::size_t first = 0; first < here.tokens.size(); ++first) {
    if (here.folded[first] != then.folded[0] && here.folded[first] != then.folded[1]) continue;
    for (std::size_t last = first + shortest; last <= std::min(first + longest, here.tokens.size()); ++last) {
      const std::string& end = here.folded[last - 1];
      if (end != then.folded[size - 1] && end != then.folded[size - 2]) continue;
      const TokenRange range{first, last};
      const double likeness =
          2.0 * static_cast<double>(common_words(then, all, here, range)) / static_cast<double>(size + range.size());
      if (likeness < kLeastLikeness) continue;
      const std::vector<std::string> found = telling(here, range);
      if (found != wanted) {
        otherwise = true;
        others = found;
      } else if (likeness > best) {
        best = likeness;
        place = range;
        several = false;
      } else if (likeness == best && place && range.first >= place->last) {
        several = true;
      }
    }
  }
  if (several) return {std::nullopt, false, "words like it stand in several places alike"};
  if (place) {
    const Span span{here.tokens[place->first].span.begin, here.tokens[place->last - 1].span.end};
    return {span, true, "in words that changed a little"};
  }
  if (otherwise) {
    return {std::nullopt, false,
            "its figures or negations are others now: " + list_of(others) + "; it quoted: " + list_of(wanted)};
  }
  return {std::nullopt, false, "its words are gone"};
}

}  // namespace hearsay
