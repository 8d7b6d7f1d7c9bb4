#pragma once
// A feature is a hash: of what it looks at (its template's number) and of what it saw there. No string is ever built
// for one.
//
//   constexpr Feature kNextWord = feature_template(7);
//   weights.add(mix(kNextWord, marks[i + 1].word), sums);

#include <cstdint>
#include <string_view>

namespace hearsay {

using Feature = std::uint64_t;

// One more value. Order matters: mix(mix(f, a), b) differs from mix(mix(f, b), a).
constexpr Feature mix(Feature feature, std::uint64_t value) {
  const Feature product = (feature ^ (value + 0x9E3779B97F4A7C15ULL)) * 0xD6E8FEB86659FD93ULL;
  return product ^ (product >> 32);
}

constexpr Feature feature_template(std::uint64_t number) { return mix(0x2545F4914F6CDD1DULL, number); }

// FNV-1a of bytes, then mixed: the value of a word.
constexpr std::uint64_t hash_bytes(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return mix(hash, bytes.size());
}

}  // namespace hearsay
