// FNV-1a over each word, then over the five words' numbers. A run may reach from one paragraph to the next: reprints
// cut paragraphs, they seldom reorder them.

#include "core/origins/shingles.h"

#include <algorithm>
#include <string>

#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::uint64_t kBasis = 14695981039346656037ULL;
constexpr std::uint64_t kPrime = 1099511628211ULL;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t byte) { return (hash ^ byte) * kPrime; }

bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

void add_words(std::string_view text, std::vector<std::uint64_t>& words) {
  const std::string plain = unaccented(text);
  for (std::size_t at = 0; at < plain.size();) {
    if (!in_word(plain[at])) {
      ++at;
      continue;
    }
    std::uint64_t hash = kBasis;
    for (; at < plain.size() && in_word(plain[at]); ++at) hash = mixed(hash, static_cast<unsigned char>(plain[at]));
    words.push_back(hash);
  }
}

std::int64_t shingle(const std::uint64_t* words) {
  std::uint64_t hash = kBasis;
  for (std::size_t i = 0; i < kShingleWords; ++i) {
    for (int shift = 0; shift < 64; shift += 8) hash = mixed(hash, words[i] >> shift & 0xFFU);
  }
  hash ^= hash >> 32U;  // the lowest numbers are the sample
  return static_cast<std::int64_t>(hash);
}

}  // namespace

std::vector<std::int64_t> shingles_of(const Article& article) {
  std::vector<std::uint64_t> words;
  for (const Zone& zone : article.zones) {
    if (zone.kind == ZoneKind::body || zone.kind == ZoneKind::standfirst || zone.kind == ZoneKind::bullet)
      add_words(zone.span.of(article.text), words);
  }
  std::vector<std::int64_t> shingles;
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) shingles.push_back(shingle(&words[i]));
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  if (shingles.size() > kMaxShingles) shingles.resize(kMaxShingles);
  return shingles;
}

Containment containment(std::size_t first, std::size_t second, std::size_t shared) {
  const auto part = [shared](std::size_t whole) {
    return whole == 0 ? 0 : std::min(1.0, static_cast<double>(shared) / static_cast<double>(whole));
  };
  return {part(first), part(second)};
}

}  // namespace hearsay
