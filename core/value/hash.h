#pragma once
// SHA-256 (FIPS 180-4), through OpenSSL.

#include <string>
#include <string_view>

namespace hearsay {

// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace hearsay
