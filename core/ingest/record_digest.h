#pragma once
// What a record of an archive states of its bytes, held against them.

#include <optional>
#include <string_view>

namespace hearsay {

// Whether `bytes` have the digest that is stated: "sha1:", "sha-256:", "md5:" and the like, then base 32, base 64
// (either alphabet, padded or not) or hexadecimal, as different crawlers write it. nullopt: the algorithm is not known.
std::optional<bool> has_digest(std::string_view bytes, std::string_view stated);

}  // namespace hearsay
