#pragma once
// SHA-256 (FIPS 180-4), through OpenSSL.

#include <array>
#include <string>
#include <string_view>

namespace hearsay {

using Sha256 = std::array<unsigned char, 32>;
Sha256 sha256(std::string_view bytes);

// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace hearsay
